// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/changepreview.h"

#include <QWidget>

class QButtonGroup;
class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace leat {

/// What Apply will do: each changed field with its verdict, and what shall happen to the data and
/// to a run that is going on.
class ImpactView : public QWidget
{
    Q_OBJECT
public:
    explicit ImpactView(QWidget* parent = nullptr);
    /// Nothing changed, or the answer is on its way.
    void showText(const QString& text);
    void setChange(const SchemaChange& change, const QString& cursorText);
    AfterChange after() const;
    QString rewindTo() const;
    WhenRunning whenRunning() const;
    /// False while a choice that needs a value has none.
    bool isComplete() const;

Q_SIGNALS:
    void choiceChanged();

private:
    void clear();
    void addField(const FieldImpact& field);
    void addOptions(const Impact& impact, const QString& cursorText);
    void addRunning();

    QVBoxLayout* m_list;
    QLabel* m_text;
    QButtonGroup* m_after = nullptr;
    QButtonGroup* m_running = nullptr;
    QLineEdit* m_rewind = nullptr;
    Impact m_shown;
    bool m_shownRunning = false;
};

} // namespace leat
