// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/incident.h"

#include <QFrame>

class QLabel;
class QPushButton;
class QToolButton;

namespace leat {

/// One incident in one line: what, how many tables wait, since when, and the button that mends it.
class IncidentRow : public QFrame
{
    Q_OBJECT
public:
    /// Object names are `prefix.show`, `prefix.why` and `prefix.action`; where it is narrow the first two are in the
    /// menu of `prefix.more`.
    explicit IncidentRow(const QByteArray& prefix, QWidget* parent = nullptr);
    void setIncident(const Incident& incident);
    const Incident& incident() const { return m_incident; }

Q_SIGNALS:
    void fixWanted(const leat::Incident& incident);
    void whyWanted(const leat::Incident& incident);
    void showWanted(const leat::Incident& incident);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fit();

    Incident m_incident;
    QLabel* m_glyph;
    QLabel* m_text;
    QPushButton* m_show;
    QPushButton* m_why;
    QToolButton* m_more;
    QPushButton* m_fix;
};

} // namespace leat
