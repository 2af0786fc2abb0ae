// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/control.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;
class QVBoxLayout;

namespace leat {

class ErrorCard;

/// Asks before data are taken away: what goes (rows, size, age), what cannot be read again, how
/// long the trash keeps it, and the name typed where the source is so protected. The default
/// button is Cancel; the safe way stands beside it.
class DestroyDialog : public QDialog
{
    Q_OBJECT
public:
    DestroyDialog(Control* control, PreviewDestructive request, QWidget* parent = nullptr);

Q_SIGNALS:
    /// It was done; `undo` holds the trash items that bring it back, newest first.
    void done(const QString& sentence, const std::vector<qint64>& undo);
    /// The person took the safe way instead: resync beside the old table.
    void resyncWanted(const std::vector<leat::SchemaId>& ids);
    void failed(const leat::BulkResult& result);

private:
    void show(const DestructivePreview& preview);
    void checkName();
    void act();
    void finish();

    Control* m_control;
    PreviewDestructive m_request;
    DestructivePreview m_preview;
    QDateTime m_began;
    QVBoxLayout* m_content;
    QLabel* m_sentence;
    QLabel* m_kept;
    QTableView* m_items;
    QLabel* m_ask;
    QLineEdit* m_name;
    ErrorCard* m_error;
    QPushButton* m_act;
    QPushButton* m_safe;
    QPushButton* m_cancel;
};

} // namespace leat
