// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/homepage.h"

#include "models/formatting.h"
#include "ui/chartcard.h"
#include "ui/facts.h"
#include "ui/flowlayout.h"
#include "ui/heatstrip.h"
#include "ui/icons.h"
#include "ui/parts.h"
#include "ui/problemstrip.h"
#include "ui/theme.h"

#include <QBoxLayout>
#include <QScrollArea>
#include <QStyle>

#include <algorithm>

namespace leat {

namespace {

constexpr int kHours = 24;
constexpr int kHeatRuns = 48;
constexpr int kHeatTables = 60;
constexpr int kRanked = 4;
constexpr int kProblems = 5;

/// What the search field takes for a health.
QString queryOf(Health health)
{
    return QStringLiteral("status:") + toString(health) + QLatin1Char(' ');
}

QFrame* makeCard(const QString& title, QVBoxLayout** content)
{
    QFrame* card = makeFrame("card");
    auto* column = new QVBoxLayout(card);
    setMargins(column, 16, 12, kGrid);
    column->addWidget(makeLabel(title, "section"));
    *content = column;
    return card;
}

void clear(QLayout* layout)
{
    while (QLayoutItem* item = layout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

} // namespace

HomePage::HomePage(Control* control, QWidget* parent)
    : QWidget(parent)
    , m_control(control)
    , m_runs(control)
    , m_hours(SeriesModel::Unit::Rows)
    , m_heat(kHeatRuns)
{
    setObjectName(QStringLiteral("home.page"));
    m_day = new ChartCard("home.day", tr("Last 24 hours"), &m_hours, RunChart::Shape::Bars);
    auto* content = new QWidget;
    content->setObjectName(QStringLiteral("home.content"));
    auto* column = new QVBoxLayout(content);
    setMargins(column, 16, 16, 12);
    column->addWidget(makeCounts());
    column->addWidget(makeNeedsYou());
    auto* middle = new QHBoxLayout;
    setMargins(middle, 0, 0, 12);
    middle->addWidget(m_day, 5);
    middle->addWidget(makeRanking(), 3);
    middle->addWidget(makeWarehouse(), 3);
    column->addLayout(middle);
    column->addWidget(makeHeat(), 1);
    auto* scroll = new QScrollArea;
    scroll->setObjectName(QStringLiteral("home.scroll"));
    scroll->setAccessibleName(tr("Home"));
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);
    content->setAutoFillBackground(false);
    scroll->viewport()->setAutoFillBackground(false);
    auto* outer = new QVBoxLayout(this);
    setMargins(outer, 0, 0, 0);
    outer->addWidget(scroll);
    connect(control, &Control::changed, this, [this] {
        if (isVisible())
            applyWorld();
    });
    connect(&m_runs, &RecentRuns::changed, this, &HomePage::applyRuns);
    applyWorld();
    applyRuns();
}

QWidget* HomePage::makeCounts()
{
    auto* box = new QWidget;
    auto* column = new QVBoxLayout(box);
    setMargins(column, 0, 0, kGrid);
    auto* head = new QHBoxLayout;
    setMargins(head, 0, 0, 12);
    head->addWidget(makeLabel(tr("Home"), "title"));
    m_tables = makeLabel({}, "muted");
    head->addWidget(m_tables, 0, Qt::AlignBottom);
    m_fresh = makeParagraph({}, "muted");
    m_fresh->setAlignment(QStyle::visualAlignment(layoutDirection(), Qt::AlignTrailing) | Qt::AlignBottom);
    m_fresh->setToolTip(tr("Time since the last sync: half of the tables are newer than the first value, 95 of 100 newer than the second."));
    head->addWidget(m_fresh, 1);
    column->addLayout(head);
    m_counts = new FlowLayout(kGrid);
    column->addLayout(m_counts);
    return box;
}

QWidget* HomePage::makeNeedsYou()
{
    QVBoxLayout* content = nullptr;
    QFrame* card = makeCard(tr("Needs you"), &content);
    m_problems = new ProblemStrip(m_control, "home.problem", kProblems, false);
    m_allWell = makeParagraph({}, "muted");
    content->addWidget(m_problems);
    content->addWidget(m_allWell);
    connect(m_problems, &ProblemStrip::countChanged, m_allWell, [this](int incidents) { m_allWell->setVisible(incidents == 0); });
    m_allWell->setVisible(m_problems->shown() == 0);
    return card;
}

QWidget* HomePage::makeRanking()
{
    QVBoxLayout* content = nullptr;
    QFrame* card = makeCard(tr("Slowest today"), &content);
    m_slowest = new QVBoxLayout;
    content->addLayout(m_slowest);
    content->addSpacing(4);
    content->addWidget(makeLabel(tr("Biggest"), "section"));
    m_biggest = new QVBoxLayout;
    content->addLayout(m_biggest);
    for (QVBoxLayout* list : {m_slowest, m_biggest}) {
        setMargins(list, 0, 0, 0);
    }
    content->addStretch();
    return card;
}

QWidget* HomePage::makeWarehouse()
{
    QVBoxLayout* content = nullptr;
    QFrame* card = makeCard(tr("Warehouse"), &content);
    m_warehouse = new FactGrid;
    content->addWidget(m_warehouse);
    content->addStretch();
    auto* buttons = new QHBoxLayout;
    setMargins(buttons, 0, 0, 2 * kGrid);
    auto* trash = makeButton(tr("Trash"), "home.trash", "link");
    auto* about = makeButton(tr("Where is it?"), "home.where", "link");
    for (QPushButton* link : {trash, about}) {
        link->setProperty("flush", true);
        buttons->addWidget(link);
    }
    buttons->addStretch();
    content->addLayout(buttons);
    connect(trash, &QPushButton::clicked, this, &HomePage::trashWanted);
    connect(about, &QPushButton::clicked, this, &HomePage::aboutWanted);
    return card;
}

QWidget* HomePage::makeHeat()
{
    QVBoxLayout* content = nullptr;
    QFrame* card = makeCard(tr("Last runs of each table, the newest at the end"), &content);
    m_strip = new HeatStrip(&m_heat);
    m_strip->setMinimumHeight(160);
    content->addWidget(m_strip, 1);
    connect(m_strip, &HeatStrip::tableChosen, this, &HomePage::schemaWanted);
    return card;
}

void HomePage::activate()
{
    m_runs.activate();
    applyWorld();
    applyRuns();
}

void HomePage::refreshTimes()
{
    if (isVisible())
        applyWorld();
}

void HomePage::showCounts(const HealthSummary& summary)
{
    const Theme theme = themeOf(palette());
    for (const auto& [health, chip] : m_chips)
        if (summary.counts.find(health) == summary.counts.end())
            chip->hide();
    for (const auto& [health, count] : summary.counts) {
        QPushButton*& chip = m_chips[health];
        if (chip == nullptr) {
            chip = makeButton({}, ("home.count." + toString(health).toLatin1()).constData());
            chip->setProperty("role", QStringLiteral("chip"));
            connect(chip, &QPushButton::clicked, this, [this, one = health] { Q_EMIT queryWanted(queryOf(one)); });
            // Worst first: the map is in that order, whenever a chip is made.
            int place = 0;
            for (const auto& [other, made] : m_chips)
                place += other < health && made != nullptr ? 1 : 0;
            m_counts->insertWidget(place, chip);
        }
        chip->setIcon(QIcon(tintedIcon(healthIcon(health), healthColor(theme, health), 16, devicePixelRatioF())));
        chip->setText(tr("%1 %2").arg(formatCount(count), healthTitle(health)));
        chip->setAccessibleName(tr("%1 tables: %2. Show them").arg(formatCount(count), healthTitle(health)));
        chip->show();
    }
}

void HomePage::applyWorld()
{
    const WorldPtr world = m_control->snapshot();
    const HealthSummary summary = summarize(*world, QDateTime::currentDateTimeUtc());
    m_tables->setText(tr("%n table(s)", nullptr, summary.tables));
    m_fresh->setText(summary.freshMedian < 0 ? QString() : tr("Freshness: half within %1, 95 % within %2").arg(formatDuration(summary.freshMedian * 1000), formatDuration(summary.freshWorst * 1000)));
    showCounts(summary);
    const bool well = std::none_of(summary.counts.begin(), summary.counts.end(), [](const auto& one) { return one.first < Health::Running; });
    m_allWell->setText(well ? tr("Nothing. Every table is as it should be.") : tr("Nothing to decide now. The counts above show the tables that are not well."));
    qint64 rows = 0;
    int tables = 0;
    for (const SchemaInfo& s : world->schemas) {
        rows += std::max<qint64>(0, s.rows);
        tables += s.rows >= 0 ? 1 : 0;
    }
    const EngineInfo& engine = world->engine;
    m_warehouse->begin();
    m_warehouse->add(tr("Size"), formatBytes(engine.warehouseBytes), engine.warehousePath);
    m_warehouse->add(tr("Disk free"), formatBytes(engine.diskFreeBytes));
    m_warehouse->add(tr("Rows"), formatShortCount(rows), formatCount(rows));
    m_warehouse->add(tr("Tables"), formatCount(tables));
    m_warehouse->end();
    showRanking(m_biggest, "home.biggest", biggest(*world, kRanked), true);
}

void HomePage::applyRuns()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const std::vector<RunInfo> day = m_runs.since(now.addDays(-1));
    m_hours.setPoints(hourlyRows(day, now, kHours));
    m_heat.set(*m_control->snapshot(), m_runs.runs(), kHeatTables);
    showRanking(m_slowest, "home.slowest", slowest(day, kRanked), false);
}

void HomePage::showRanking(QVBoxLayout* list, const char* name, const std::vector<RankedTable>& tables, bool rows)
{
    clear(list);
    for (size_t i = 0; i < tables.size(); ++i) {
        const QString value = rows ? formatShortCount(tables[i].value) : formatDuration(tables[i].value);
        auto* row = new QWidget;
        auto* line = new QHBoxLayout(row);
        setMargins(line, 0, 0, 0);
        auto* link = makeButton(tables[i].name, (QByteArray(name) + '.' + QByteArray::number(int(i) + 1)).constData(), "link");
        link->setAccessibleName(tr("%1, %2").arg(tables[i].name, value));
        link->setProperty("flush", true);
        line->addWidget(link);
        line->addStretch();
        line->addWidget(makeLabel(value, "muted"));
        list->addWidget(row);
        connect(link, &QPushButton::clicked, this, [this, id = tables[i].schema] { Q_EMIT schemaWanted(id); });
    }
    if (tables.empty())
        list->addWidget(makeLabel(tr("No runs yet"), "caption"));
}

} // namespace leat
