// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/control.h"

#include <QDialog>

class QFrame;
class QLabel;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace leat {

class ErrorCard;

/// What a check of the installation found, what each finding means, and a button for each thing
/// that can be put right. Findings that need somebody come first. Stays open beside the window.
class DoctorDialog : public QDialog
{
    Q_OBJECT
public:
    explicit DoctorDialog(Control* control, QWidget* parent = nullptr);

public Q_SLOTS:
    void look();

private:
    void fill(const DoctorReport& report);
    QWidget* makeFinding(const DoctorFinding& finding);
    void askOrFix(const DoctorFinding& finding, const DoctorFix& fix);
    void fix(const DoctorFix& fix);
    void answered(Result<DoctorReport> report);
    void setBusy(bool busy);
    void copy() const;

    Control* m_control;
    DoctorReport m_report;
    QFrame* m_verdict;
    QLabel* m_glyph;
    QLabel* m_sentence;
    QLabel* m_done;
    ErrorCard* m_error;
    QScrollArea* m_scroll;
    QPushButton* m_again;
    QPushButton* m_copy;
};

/// The report as it is copied for somebody else.
QString doctorText(const DoctorReport& report);

} // namespace leat
