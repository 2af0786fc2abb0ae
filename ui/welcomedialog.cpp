// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/welcomedialog.h"

#include "engine/api/whendone.h"
#include "models/formatting.h"
#include "models/wording.h"
#include "ui/facts.h"
#include "ui/icons.h"
#include "ui/parts.h"

#include <QBoxLayout>
#include <QStackedWidget>

namespace leat {

WelcomeDialog::WelcomeDialog(Control* control, QWidget* parent)
    : QDialog(parent)
    , m_control(control)
    , m_pages(new QStackedWidget(this))
    , m_step(makeLabel({}, "caption"))
    , m_back(makeButton(tr("Back"), "welcome.back"))
    , m_next(makeButton(tr("Next"), "welcome.next", "primary"))
{
    setObjectName(QStringLiteral("welcome.dialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    setWindowTitle(tr("Welcome to Leat"));
    resizeWithin(this, {600, 440});
    m_pages->addWidget(makeWarehouse());
    m_pages->addWidget(makeKeychain());
    m_pages->addWidget(makeStart());
    auto* footer = makeFrame("footer");
    auto* row = new QHBoxLayout(footer);
    setMargins(row, 24, 12, kGrid);
    auto* skip = makeButton(tr("Skip"), "welcome.skip", "link");
    row->addWidget(skip);
    row->addWidget(m_step);
    row->addStretch();
    row->addWidget(m_back);
    row->addWidget(m_next);
    m_next->setDefault(true);
    auto* column = new QVBoxLayout(this);
    setMargins(column, 0, 0, 0);
    column->addWidget(m_pages, 1);
    column->addWidget(footer);
    connect(skip, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_back, &QPushButton::clicked, this, [this] { go(m_pages->currentIndex() - 1); });
    connect(m_next, &QPushButton::clicked, this, [this] { go(m_pages->currentIndex() + 1); });
    go(0);
    m_next->setFocus();
}

QWidget* WelcomeDialog::makePage(const QString& title, const QString& text, const char* name)
{
    auto* page = new QWidget;
    page->setObjectName(QString::fromLatin1(name));
    auto* column = new QVBoxLayout(page);
    setMargins(column, 32, 28, 16);
    auto* sign = new QLabel;
    sign->setPixmap(applicationIcon().pixmap(QSize(48, 48), devicePixelRatioF()));
    column->addWidget(sign);
    column->addWidget(makeLabel(title, "title"));
    column->addWidget(makeParagraph(text, "muted"));
    return page;
}

QWidget* WelcomeDialog::makeWarehouse()
{
    QWidget* page = makePage(tr("Your data, in your own warehouse"), tr("Leat keeps copies of your tables in one DuckDB file on this computer. Nothing is sent anywhere else."), "welcome.warehouse");
    const EngineInfo& engine = m_control->snapshot()->engine;
    auto* facts = new FactGrid;
    facts->add(tr("Warehouse"), engine.warehousePath);
    facts->add(tr("Disk free"), formatBytes(engine.diskFreeBytes));
    facts->end();
    auto* column = static_cast<QVBoxLayout*>(page->layout());
    column->addWidget(facts);
    column->addWidget(makeParagraph(tr("Another folder: start Leat with --profile FOLDER."), "caption"));
    column->addStretch();
    return page;
}

QWidget* WelcomeDialog::makeKeychain()
{
    QWidget* page = makePage(tr("Passwords stay in your keychain"), tr("Leat reads at the source and never writes there. Passwords and keys are kept by your system's keychain, never in a file of Leat's."), "welcome.keychain");
    m_keychain = makeParagraph(tr("Looking at the keychain…"), "strong");
    auto* column = static_cast<QVBoxLayout*>(page->layout());
    column->addWidget(m_keychain);
    column->addStretch();
    return page;
}

QWidget* WelcomeDialog::makeStart()
{
    QWidget* page = makePage(tr("Where shall data come from?"), tr("Connect a database, or look around with an offline shop of ten tables. It takes seconds and can be removed."), "welcome.start");
    auto* column = static_cast<QVBoxLayout*>(page->layout());
    const auto add = [&](const QString& text, const char* name, const QString& icon, void (WelcomeDialog::*wanted)()) {
        auto* button = makeButton(text, name);
        button->setProperty("role", QStringLiteral("type"));
        button->setIcon(lineIcon(icon));
        column->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, wanted] {
            accept();
            Q_EMIT (this->*wanted)();
        });
    };
    add(tr("Connect a database"), "welcome.addSource", QStringLiteral("plus"), &WelcomeDialog::addSourceWanted);
    add(tr("Try the sample"), "welcome.trySample", QStringLiteral("sample"), &WelcomeDialog::sampleWanted);
    column->addStretch();
    return page;
}

void WelcomeDialog::go(int step)
{
    m_pages->setCurrentIndex(step);
    m_step->setText(tr("%1 of %2").arg(step + 1).arg(m_pages->count()));
    m_back->setVisible(step > 0);
    m_next->setVisible(step + 1 < m_pages->count());
    if (step == 1)
        checkKeychain();
}

void WelcomeDialog::checkKeychain()
{
    whenReplied<DoctorReport>(m_control->send(RunDoctor{}), this, [this](Result<DoctorReport> report) {
        const KeychainState state = m_control->snapshot()->engine.keychain;
        QString text = keychainWord(state) + QStringLiteral(". ") + keychainExplained(state);
        if (report)
            for (const DoctorFinding& finding : report->findings)
                if (finding.state != DoctorFinding::State::Ok && finding.id == QLatin1String("keychain"))
                    text = finding.text + QLatin1Char(' ') + finding.remedy;
        m_keychain->setText(text);
    });
}

} // namespace leat
