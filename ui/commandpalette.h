// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/palettemodel.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QListView;

namespace leat {

/// Opens anything by typing a part of its name, or what one wants to do.
class CommandPalette : public QDialog
{
    Q_OBJECT
public:
    CommandPalette(std::vector<PaletteEntry> entries, QWidget* parent);
    PaletteModel& model() { return m_model; }

Q_SIGNALS:
    /// The dialog has closed. `query` is what was typed.
    void chosen(const leat::PaletteEntry& entry, const QString& query);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void choose(const QModelIndex& index);
    void showHint();
    PaletteModel m_model;
    QLineEdit* m_query;
    QListView* m_list;
    QLabel* m_hint;
};

} // namespace leat
