// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/control.h"

#include <QDialog>
#include <QTimer>

class QLabel;
class QLineEdit;
class QPushButton;

namespace leat {

/// Where the next sync of a table begins to read: a value of the cursor, with the rows that are
/// read again counted before anything is done.
class RewindDialog : public QDialog
{
    Q_OBJECT
public:
    RewindDialog(Control* control, const SchemaInfo& schema, QWidget* parent = nullptr);

Q_SIGNALS:
    void rewindWanted(leat::SchemaId id, const QString& value);

private:
    void count();
    Control* m_control;
    SchemaId m_id;
    QTimer m_ask;
    quint64 m_asked = 0;
    QLineEdit* m_value;
    QLabel* m_effect;
    QPushButton* m_act;
};

} // namespace leat
