// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/control.h"

#include <QDialog>

#include <vector>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QStandardItemModel;
class QTableView;

namespace leat {

class CheckView;

/// New credentials of a source: tested beside the stored ones, on every table that syncs, before
/// they replace them. Opens with the cursor in the field.
class RotateDialog : public QDialog
{
    Q_OBJECT
public:
    RotateDialog(Control* control, const SourceInfo& source, QWidget* parent = nullptr);

Q_SIGNALS:
    /// Stored; `syncs` were queued; the old ones can come back until then.
    void rotated(leat::SourceId id, int syncs, const QDateTime& rollbackUntil);

private:
    struct Field { QString key; QLineEdit* line; };
    QWidget* makeFields(const SourceTypeInfo& type);
    QWidget* makeResult();
    SecretMap takeSecrets();
    void test();
    void rotate();
    void rollback();
    void showReport(const CredentialReport& report);
    void fail(const Error& error);
    void showState();

    Control* m_control;
    SourceInfo m_source;
    bool m_busy = false;
    std::vector<Field> m_fields;
    QLabel* m_note = nullptr;
    CheckView* m_check = nullptr;
    QLabel* m_shared = nullptr;
    QStandardItemModel* m_tables = nullptr;
    QTableView* m_tableView = nullptr;
    QCheckBox* m_sync = nullptr;
    QPushButton* m_rollback = nullptr;
    QPushButton* m_test = nullptr;
    QPushButton* m_save = nullptr;
};

} // namespace leat
