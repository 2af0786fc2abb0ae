// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/doctordialog.h"

#include "engine/api/whendone.h"
#include "ui/icons.h"
#include "ui/notice.h"
#include "ui/parts.h"
#include "ui/theme.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QScrollArea>
#include <QShortcut>

#include <algorithm>

namespace leat {

namespace {

using State = DoctorFinding::State;
constexpr qsizetype kItemsShown = 12;

QString iconOf(State state)
{
    switch (state) {
    case State::Ok: return QStringLiteral("ok");
    case State::Warning: return QStringLiteral("heldback");
    case State::Problem: return QStringLiteral("failed");
    }
    return {};
}

QColor colorOf(State state)
{
    const Theme theme = themeOf(QGuiApplication::palette());
    return state == State::Ok ? theme.good : state == State::Warning ? theme.warning : theme.failed;
}

QString wordOf(State state)
{
    switch (state) {
    case State::Ok: return DoctorDialog::tr("In order");
    case State::Warning: return DoctorDialog::tr("Look at it");
    case State::Problem: return DoctorDialog::tr("Problem");
    }
    return {};
}

State worstOf(const DoctorReport& report)
{
    State worst = State::Ok;
    for (const DoctorFinding& finding : report.findings)
        worst = std::max(worst, finding.state);
    return worst;
}

QString itemsOf(const DoctorFinding& finding)
{
    QString text = finding.items.mid(0, kItemsShown).join(QLatin1Char('\n'));
    if (finding.items.size() > kItemsShown)
        text += QLatin1Char('\n') + DoctorDialog::tr("and %n more", nullptr, int(finding.items.size() - kItemsShown));
    return text;
}

} // namespace

QString doctorText(const DoctorReport& report)
{
    QString text;
    for (const DoctorFinding& finding : report.findings) {
        text += QStringLiteral("%1: %2. %3\n").arg(finding.name, wordOf(finding.state), finding.text);
        for (const QString& item : finding.items)
            text += QStringLiteral("  ") + item + QLatin1Char('\n');
        if (!finding.remedy.isEmpty())
            text += QStringLiteral("  → ") + finding.remedy + QLatin1Char('\n');
    }
    return text;
}

DoctorDialog::DoctorDialog(Control* control, QWidget* parent)
    : QDialog(parent)
    , m_control(control)
    , m_verdict(new QFrame)
    , m_glyph(new QLabel)
    , m_sentence(makeParagraph({}, "strong"))
    , m_done(makeParagraph({}, "muted"))
    , m_error(new ErrorCard("doctor"))
    , m_scroll(new QScrollArea)
    , m_again(makeButton(tr("Check again"), "doctor.again"))
    , m_copy(makeButton(tr("Copy as text"), "report.copy"))
{
    setObjectName(QStringLiteral("doctor.dialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Check of this installation"));
    resizeWithin(this, {720, 600});
    auto* verdict = new QHBoxLayout(m_verdict);
    setMargins(verdict, 12, 12, 10);
    verdict->addWidget(m_glyph, 0, Qt::AlignTop);
    auto* words = new QVBoxLayout;
    setMargins(words, 0, 0, 4);
    words->addWidget(m_sentence);
    words->addWidget(m_done);
    verdict->addLayout(words, 1);
    m_scroll->setObjectName(QStringLiteral("doctor.findings"));
    m_scroll->setAccessibleName(tr("Findings"));
    m_scroll->setWidgetResizable(true);
    auto* content = new QVBoxLayout;
    setMargins(content, 24, 20, 12);
    content->addWidget(m_verdict);
    content->addWidget(m_error);
    content->addWidget(m_scroll, 1);
    m_error->hide();
    auto* footer = makeFrame("footer");
    auto* row = new QHBoxLayout(footer);
    setMargins(row, 24, 12, kGrid);
    auto* close = makeButton(tr("Close"), "report.close", "primary");
    close->setDefault(true);
    m_again->setToolTip(tr("Looks at everything once more (%1)").arg(QKeySequence(Qt::Key_F5).toString(QKeySequence::NativeText)));
    row->addWidget(m_again);
    row->addStretch();
    row->addWidget(m_copy);
    row->addWidget(close);
    auto* column = new QVBoxLayout(this);
    setMargins(column, 0, 0, 0);
    column->addLayout(content, 1);
    column->addWidget(footer);
    auto* key = new QShortcut(QKeySequence(Qt::Key_F5), this);
    connect(key, &QShortcut::activated, m_again, &QPushButton::click);
    connect(m_again, &QPushButton::clicked, this, &DoctorDialog::look);
    connect(m_copy, &QPushButton::clicked, this, &DoctorDialog::copy);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    look();
}

void DoctorDialog::look()
{
    setBusy(true);
    whenReplied<DoctorReport>(m_control->send(RunDoctor{}), this, [this](Result<DoctorReport> report) { answered(std::move(report)); });
}

void DoctorDialog::setBusy(bool busy)
{
    m_again->setEnabled(!busy);
    m_copy->setEnabled(!busy);
    if (m_scroll->widget() != nullptr)
        m_scroll->widget()->setEnabled(!busy);
    if (!busy)
        return;
    m_error->hide();
    setLook(m_verdict, "tone", QStringLiteral("info"));
    m_glyph->setPixmap(tintedIcon(QStringLiteral("stethoscope"), themeOf(palette()).running, 20, devicePixelRatioF()));
    m_sentence->setText(tr("Looking at profile, warehouse, keychain and disk…"));
    m_done->hide();
}

void DoctorDialog::answered(Result<DoctorReport> report)
{
    setBusy(false);
    if (report)
        return fill(*report);
    // What was shown is still true, but for what just failed.
    const QString before = m_report.done;
    m_report.done.clear();
    if (!m_report.findings.empty())
        fill(DoctorReport(m_report));
    else
        m_verdict->hide();
    m_report.done = before;
    m_error->setError(report.error());
    m_error->show();
}

void DoctorDialog::fill(const DoctorReport& report)
{
    m_report = report;
    const State worst = worstOf(report);
    m_verdict->show();
    setLook(m_verdict, "tone", worst == State::Ok ? QStringLiteral("good") : worst == State::Warning ? QStringLiteral("warning") : QStringLiteral("failed"));
    m_glyph->setPixmap(tintedIcon(iconOf(worst), colorOf(worst), 20, devicePixelRatioF()));
    m_sentence->setText(worst == State::Ok ? tr("Everything needed is in place.") : worst == State::Warning ? tr("Everything works. Some things are worth a look.") : tr("Something needs you."));
    m_done->setText(report.done);
    m_done->setVisible(!report.done.isEmpty());
    auto* list = new QWidget;
    auto* column = new QVBoxLayout(list);
    setMargins(column, 0, 4, 4);
    std::vector<DoctorFinding> findings = report.findings;
    std::stable_sort(findings.begin(), findings.end(), [](const DoctorFinding& a, const DoctorFinding& b) { return a.state > b.state; });
    for (const DoctorFinding& finding : findings)
        column->addWidget(makeFinding(finding));
    column->addStretch();
    m_scroll->setWidget(list);
}

QWidget* DoctorDialog::makeFinding(const DoctorFinding& finding)
{
    auto* box = new QWidget;
    box->setObjectName(QStringLiteral("doctor.finding.") + finding.id);
    box->setAccessibleName(QStringLiteral("%1: %2").arg(finding.name, wordOf(finding.state)));
    auto* row = new QHBoxLayout(box);
    setMargins(row, 4, 6, 12);
    auto* glyph = new QLabel;
    glyph->setPixmap(tintedIcon(iconOf(finding.state), colorOf(finding.state), 18, devicePixelRatioF()));
    row->addWidget(glyph, 0, Qt::AlignTop);
    auto* column = new QVBoxLayout;
    setMargins(column, 0, 0, 3);
    auto* head = new QHBoxLayout;
    setMargins(head, 0, 0, kGrid);
    head->addWidget(makeLabel(finding.name, "strong"));
    head->addWidget(makeLabel(wordOf(finding.state), "muted"));
    head->addStretch();
    column->addLayout(head);
    column->addWidget(makeParagraph(finding.text));
    if (!finding.items.isEmpty())
        column->addWidget(makeParagraph(itemsOf(finding), "muted"));
    if (!finding.remedy.isEmpty())
        column->addWidget(makeParagraph(finding.remedy));
    for (const DoctorFix& fix : finding.fixes) {
        auto* line = new QHBoxLayout;
        setMargins(line, 0, 2, kGrid);
        auto* button = makeButton(fix.deletes ? fix.words + QStringLiteral("…") : fix.words, "doctor.fix");
        button->setProperty("fix", fix.id);
        button->setAccessibleDescription(fix.effect);
        connect(button, &QPushButton::clicked, this, [this, finding, fix] { askOrFix(finding, fix); });
        line->addWidget(button, 0, Qt::AlignTop);
        line->addWidget(makeParagraph(fix.effect, "muted"), 1);
        column->addLayout(line);
    }
    row->addLayout(column, 1);
    return box;
}

void DoctorDialog::askOrFix(const DoctorFinding& finding, const DoctorFix& chosen)
{
    if (!chosen.deletes)
        return fix(chosen);
    // One thing of several is named by its button; all of them are listed.
    const QString items = finding.fixes.size() == 1 ? QStringLiteral("\n\n") + itemsOf(finding) : QString();
    Question question{tr("Put right"), chosen.words + QLatin1Char('?'), chosen.effect + items, chosen.words, {}, {}, true};
    ask(this, "doctor.ask", question, [this, chosen](bool) { fix(chosen); });
}

void DoctorDialog::fix(const DoctorFix& chosen)
{
    setBusy(true);
    m_sentence->setText(tr("Putting it right…"));
    whenReplied<DoctorReport>(m_control->send(FixFinding{chosen.id, chosen.token}), this, [this](Result<DoctorReport> report) { answered(std::move(report)); });
}

void DoctorDialog::copy() const
{
    QGuiApplication::clipboard()->setText(doctorText(m_report));
}

} // namespace leat
