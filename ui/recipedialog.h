// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/recipeflow.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QTimeEdit;
class QVBoxLayout;

namespace leat {

class ErrorCard;
class FactGrid;
class ImpactView;

/// A recipe in three pages: what changes (with what is so already), what that does to the rows,
/// and what became of it. A recipe that is not possible says why, and what to do instead.
class RecipeDialog : public QDialog
{
    Q_OBJECT
public:
    RecipeDialog(Control* control, SchemaId schema, RecipeId recipe, QWidget* parent = nullptr);

Q_SIGNALS:
    void editorWanted(leat::SchemaId id);
    void verifyWanted(leat::SchemaId id);

private:
    QWidget* makePlan();
    QWidget* makeEffect();
    QWidget* makeResult();
    void makeChoices(QFormLayout* form);
    void choose();
    void next();
    void showState();
    void showPlan();
    void showResult();
    QString busyText() const;

    RecipeFlow m_flow;
    SchemaId m_schema;
    RecipeId m_recipe;
    bool m_filling = false;
    bool m_backToNext = true;             ///< the focus belongs to the button that had to wait
    std::vector<QLabel*> m_steps;
    QStackedWidget* m_pages;
    QLabel* m_subject = nullptr;
    QLabel* m_headline = nullptr;
    QLabel* m_reason = nullptr;
    QLabel* m_instead = nullptr;
    QLabel* m_warning = nullptr;
    FactGrid* m_fields = nullptr;
    QLabel* m_fieldsTitle = nullptr;
    QFormLayout* m_choices = nullptr;
    QComboBox* m_cursor = nullptr;
    QLineEdit* m_key = nullptr;
    QComboBox* m_frequency = nullptr;
    QWidget* m_timeRow = nullptr;
    QCheckBox* m_atTime = nullptr;
    QTimeEdit* m_time = nullptr;
    QLabel* m_order = nullptr;
    ImpactView* m_impact = nullptr;
    QLabel* m_effectWarning = nullptr;
    QLabel* m_result = nullptr;
    FactGrid* m_checks = nullptr;
    QLabel* m_busy = nullptr;
    ErrorCard* m_error;
    QPushButton* m_back;
    QPushButton* m_close;
    QPushButton* m_editor;
    QPushButton* m_verify;
    QPushButton* m_next;
};

} // namespace leat
