// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/schemainfo.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace leat {

/// What becomes of rows that the source no longer has, how often it is looked, and the brake; part of
/// the editor of one table.
class DeletesEditor : public QWidget
{
    Q_OBJECT
public:
    explicit DeletesEditor(QWidget* parent = nullptr);
    /// Shows a configuration; no signal. What is being typed stays.
    void setConfig(const SchemaConfig& config);
    /// The fields of the configuration that are edited here.
    SchemaConfig edited(SchemaConfig config) const;

Q_SIGNALS:
    void changed();

private:
    void change();
    void showState();

    QComboBox* m_mode;
    QSpinBox* m_days;
    QComboBox* m_every;
    QLineEdit* m_limit;
    QLabel* m_effect;
    SchemaConfig m_config;
    bool m_filling = false;
};

} // namespace leat
