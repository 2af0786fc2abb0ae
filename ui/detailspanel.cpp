// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detailspanel.h"

#include "engine/api/errortext.h"
#include "engine/api/whendone.h"
#include "models/formatting.h"
#include "models/frequencywords.h"
#include "models/healthsummary.h"
#include "models/wording.h"
#include "ui/elidedlabel.h"
#include "ui/facts.h"
#include "ui/flowlayout.h"
#include "ui/icons.h"
#include "ui/notice.h"
#include "ui/logview.h"
#include "ui/parts.h"
#include "ui/pausecard.h"
#include "ui/protectionmark.h"
#include "ui/requests.h"
#include "ui/rowdelegate.h"
#include "ui/tables.h"
#include "ui/theme.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QScrollArea>
#include <QTabWidget>
#include <QTableView>

#include <algorithm>

namespace leat {

namespace {
constexpr int kHistoryPage = 50;
constexpr int kWidestColumn = 112;
enum Tab { Overview, Columns, History, Log };
}

namespace {

bool isCredentials(ErrorCode code)
{
    return code == ErrorCode::AuthenticationFailed || code == ErrorCode::SecretMissing || code == ErrorCode::KeychainReset;
}

} // namespace

DetailsPanel::DetailsPanel(Requests* requests, QWidget* parent)
    : QWidget(parent)
    , m_requests(requests)
    , m_control(requests->control())
    , m_history(m_control)
    , m_log(m_control)
    , m_tabs(new QTabWidget(this))
{
    setObjectName(QStringLiteral("details.panel"));
    setProperty("role", QStringLiteral("panel"));
    setAttribute(Qt::WA_StyledBackground);
    setMinimumWidth(300);
    m_columns.setReadOnly(true);
    m_tabs->setObjectName(QStringLiteral("details.tabs"));
    m_tabs->setAccessibleName(tr("Details"));
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(makeOverview(), tr("Overview"));
    m_tabs->addTab(makeColumns(), tr("Columns"));
    m_tabs->addTab(makeHistory(), tr("History"));
    m_tabs->addTab(makeLog(), tr("Log"));
    auto* tabs = new QVBoxLayout;
    setMargins(tabs, 16, 0, 0);
    tabs->addWidget(m_tabs);
    auto* column = new QVBoxLayout(this);
    setMargins(column, 0, 0, 0);
    column->addWidget(makeHeader());
    column->addLayout(tabs, 1);
    connect(m_tabs, &QTabWidget::currentChanged, this, &DetailsPanel::loadTab);
    connect(m_control, &Control::changed, this, &DetailsPanel::apply);
    connect(&m_history, &HistoryModel::loaded, this, &DetailsPanel::fillLastRun);
    connect(&m_history, &QAbstractItemModel::rowsInserted, this, &DetailsPanel::fillLastRun);
    showNothing();
}

QWidget* DetailsPanel::makeHeader()
{
    auto* header = new QWidget;
    auto* column = new QVBoxLayout(header);
    setMargins(column, 16, 16, 4);
    m_title = new ElidedLabel("heading");
    m_subtitle = new ElidedLabel("muted");
    m_glyph = new QLabel;
    m_status = makeLabel({}, "strong");
    auto* status = new QHBoxLayout;
    setMargins(status, 0, 0, 6);
    m_mark = new ProtectionBadge;
    m_mark->setObjectName(QStringLiteral("details.mark"));
    status->addWidget(m_glyph);
    status->addWidget(m_status);
    auto* top = new QHBoxLayout;
    setMargins(top, 0, 0, kGrid);
    top->addWidget(m_title, 1);
    top->addLayout(status);
    column->addLayout(top);
    column->addWidget(m_subtitle);
    column->addWidget(m_mark, 0, Qt::AlignLeft); // title, status and mark are too wide for one line in some languages
    return header;
}

QWidget* DetailsPanel::makeOverview()
{
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    setMargins(column, 0, 16, 16);
    m_error = new ErrorCard("details");
    column->addWidget(m_error);
    m_paused = new PauseCard;
    column->addWidget(m_paused);
    m_heldBack = makeFrame("card");
    m_heldBack->setObjectName(QStringLiteral("details.heldBack"));
    m_heldBack->setProperty("tone", QStringLiteral("warning"));
    auto* held = new QVBoxLayout(m_heldBack);
    setMargins(held, 12, 12, kGrid);
    m_heldText = makeParagraph({}, nullptr);
    held->addWidget(m_heldText);
    auto* buttons = new FlowLayout(kGrid);
    auto* keep = makeButton(tr("Keep and pause"), "details.keepRows", "primary");
    m_replace = makeButton(tr("Replace by empty"), "details.replaceEmpty", "danger");
    m_accept = makeButton(tr("Accept changes and sync"), "details.acceptChanges");
    buttons->addWidget(keep);
    buttons->addWidget(m_replace);
    buttons->addWidget(m_accept);
    m_review = makeButton(tr("Review deletes…"), "details.reviewDeletes");
    buttons->addWidget(m_review);
    held->addLayout(buttons);
    column->addWidget(m_heldBack);
    m_figures = new FactGrid;
    column->addWidget(m_figures);
    auto* how = new QHBoxLayout;
    setMargins(how, 0, 0, kGrid);
    m_howTitle = makeLabel(tr("How it syncs"), "section");
    how->addWidget(m_howTitle);
    how->addStretch();
    m_edit = makeButton(tr("Change…"), "details.edit", "link");
    how->addWidget(m_edit);
    column->addWidget(makeLine());
    column->addLayout(how);
    m_how = new FactGrid;
    column->addWidget(m_how);
    m_guaranteeTitle = makeLabel({}, "section");
    m_guarantee = makeParagraph({}, "muted");
    m_losses = makeParagraph({}, "muted");
    column->addWidget(makeLine());
    column->addWidget(m_guaranteeTitle);
    column->addWidget(m_guarantee);
    column->addWidget(m_losses);
    m_quarantine = makeButton({}, "details.quarantine", "link");
    column->addWidget(m_quarantine, 0, Qt::AlignLeft);
    connect(m_quarantine, &QPushButton::clicked, this, [this] { Q_EMIT quarantineWanted(m_schema); });
    column->addStretch();
    connect(keep, &QPushButton::clicked, this, [this] {
        // Keeping means: leave the rows, and pause so that the question does not come back.
        m_requests->setPaused({m_schema}, true);
    });
    connect(m_paused, &PauseCard::resumeWanted, this, [this] { m_requests->setPaused({m_schema}, false); });
    connect(m_replace, &QPushButton::clicked, this, [this] { m_requests->replaceByEmpty(m_schema); });
    connect(m_review, &QPushButton::clicked, this, [this] { Q_EMIT reviewDeletesWanted(m_schema); });
    connect(m_accept, &QPushButton::clicked, this, [this] { m_requests->acceptChanges({m_schema}); });
    connect(m_error, &ErrorCard::actionClicked, this, [this] {
        if (m_login)
            Q_EMIT rotateWanted(m_source);
        else
            Q_EMIT diagnosisWanted(m_source, m_schema);
    });
    connect(m_edit, &QPushButton::clicked, this, [this] {
        if (m_schema.isValid())
            Q_EMIT editSchema(m_schema);
        else
            Q_EMIT editSource(m_source);
    });
    auto* scroll = new QScrollArea;
    scroll->setObjectName(QStringLiteral("details.scroll"));
    scroll->setAccessibleName(tr("Overview"));
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidgetResizable(true);
    scroll->setWidget(content);
    content->setAutoFillBackground(false); // the panel's own surface shows
    scroll->viewport()->setAutoFillBackground(false);
    return scroll;
}

QWidget* DetailsPanel::makeColumns()
{
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    setMargins(column, 0, 16, kGrid);
    m_columnsNote = makeParagraph({}, "muted");
    column->addWidget(m_columnsNote);
    QTableView* view = makeTable("details.columns", tr("Columns"), &m_columns);
    view->setItemDelegate(new RowDelegate(RowDelegate::Rows::Choices, -1, -1, view));
    connect(&m_columns, &QAbstractItemModel::modelReset, view, [view] { fitColumns(view, kWidestColumn); });
    column->addWidget(view, 1);
    return page;
}

QWidget* DetailsPanel::makeHistory()
{
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    setMargins(column, 0, 16, kGrid);
    QTableView* view = makeTable("details.history", tr("Runs of this table"), &m_history);
    view->setItemDelegate(new RowDelegate(RowDelegate::Rows::Runs, HistoryModel::Result_, -1, view));
    for (const int hidden : {HistoryModel::Table, HistoryModel::Method, HistoryModel::Read, HistoryModel::Bytes, HistoryModel::Written, HistoryModel::Trigger_})
        view->setColumnHidden(hidden, true);
    view->horizontalHeader()->resizeSection(HistoryModel::Started, 156);
    view->horizontalHeader()->resizeSection(HistoryModel::Result_, 40 + view->fontMetrics().horizontalAdvance(runStatusWord(RunStatus::Completed)) + 16);
    view->horizontalHeader()->resizeSection(HistoryModel::Took, 60);
    column->addWidget(view, 1);
    connect(view, &QAbstractItemView::activated, this, [this](const QModelIndex& index) {
        m_log.setRun(RunId{index.data(IdRole).toLongLong()});
        m_tabs->setCurrentIndex(Log);
    });
    return page;
}

QWidget* DetailsPanel::makeLog()
{
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    setMargins(column, 0, 16, kGrid);
    m_logTitle = makeParagraph({}, "muted");
    column->addWidget(m_logTitle);
    column->addWidget(new LogView(QStringLiteral("details.log"), &m_log), 1);
    return page;
}

void DetailsPanel::showNothing()
{
    m_schema = {};
    m_source = {};
    m_title->setWhole(tr("Nothing selected"));
    m_subtitle->setSentence(tr("Select a source or a table to see its details."));
    m_mark->setMark({});
    m_glyph->clear();
    m_status->clear();
    m_tabs->hide();
}

void DetailsPanel::showSchema(SchemaId id)
{
    const SchemaInfo* schema = m_control->snapshot()->schema(id);
    if (schema == nullptr)
        return showNothing();
    const bool other = id != m_schema;
    m_schema = id;
    m_source = schema->sourceId;
    m_tabs->show();
    for (const int tab : {Columns, Log})
        m_tabs->setTabVisible(tab, true);
    fillSchema(*schema);
    if (!other)
        return;
    HistoryFilter filter;
    filter.schemaId = id;
    filter.limit = kHistoryPage;
    m_history.setFilter(filter);
    m_log.setRun(schema->currentRun.isValid() ? schema->currentRun : schema->lastRun);
    loadTab();
}

void DetailsPanel::showSource(SourceId id)
{
    const SourceInfo* source = m_control->snapshot()->source(id);
    if (source == nullptr)
        return showNothing();
    const bool other = m_schema.isValid() || id != m_source;
    m_schema = {};
    m_source = id;
    m_tabs->show();
    for (const int tab : {Columns, Log})
        m_tabs->setTabVisible(tab, false);
    fillSource(*source);
    if (!other)
        return;
    HistoryFilter filter;
    filter.sourceId = id;
    filter.limit = kHistoryPage;
    m_history.setFilter(filter);
}

void DetailsPanel::showLog()
{
    if (m_tabs->isTabVisible(Log))
        m_tabs->setCurrentIndex(Log);
}

void DetailsPanel::refresh()
{
    if (m_schema.isValid())
        showSchema(m_schema);
    else if (m_source.isValid())
        showSource(m_source);
}

void DetailsPanel::apply(const ChangeSet& changes)
{
    const bool mine = changes.structure || std::find(changes.schemas.begin(), changes.schemas.end(), m_schema) != changes.schemas.end()
        || std::find(changes.sources.begin(), changes.sources.end(), m_source) != changes.sources.end()
        || (!m_schema.isValid() && !changes.schemas.empty());
    if (!mine)
        return;
    refresh();
    // A new run of the table shown: follow its log.
    if (const SchemaInfo* schema = m_control->snapshot()->schema(m_schema); schema && schema->currentRun.isValid() && m_log.run() != schema->currentRun)
        m_log.setRun(schema->currentRun);
}

void DetailsPanel::fillSchema(const SchemaInfo& schema)
{
    const Theme theme = themeOf(palette());
    m_title->setWhole(schema.label);
    const SourceInfo* owner = m_control->snapshot()->source(schema.sourceId);
    m_mark->setMark(owner ? protectionMark(*owner) : QString());
    m_subtitle->setWhole(tr("%1 in the warehouse").arg(schema.warehouseTable));
    // What the status calls well is not, when it is older than twice its interval or suspiciously quiet.
    const bool refused = schema.status == SchemaStatus::Failed && schema.latestError && isCredentials(schema.latestError->code);
    const Health health = refused ? Health::Credentials : healthAt(schema, QDateTime::currentDateTimeUtc());
    const bool late = health == Health::Late;
    const bool quiet = health == Health::Quiet;
    const bool told = late || quiet || refused;
    m_glyph->setPixmap(told ? tintedIcon(healthIcon(health), healthColor(theme, health), 16, devicePixelRatioF())
                            : tintedIcon(statusIcon(schema.status), statusColor(theme, schema.status), 16, devicePixelRatioF()));
    const bool byEngine = schema.pause && schema.pause->byEngine();
    m_status->setText(byEngine ? healthTitle(Health::PausedByLeat) : told ? healthTitle(health) : statusWord(schema.status));
    m_status->setToolTip(schema.pause ? pauseText(*schema.pause) : late ? tr("The last sync is older than twice the table's interval.")
        : quiet ? tr("Syncs find nothing new, for longer than ever before. Compare the table with its source.") : statusExplained(schema.status));
    m_paused->setSchema(schema);
    const bool held = schema.status == SchemaStatus::HeldBack;
    m_error->setVisible(schema.latestError.has_value() && !held);
    if (schema.latestError) {
        m_error->setError(*schema.latestError);
        const ErrorCode code = schema.latestError->code;
        m_login = isCredentials(code);
        m_error->setAction(m_login ? tr("Fix credentials…") : tr("Diagnose…"));
    }
    m_heldBack->setVisible(held);
    const bool columns = schema.latestError && schema.latestError->code == ErrorCode::ChangesHeld;
    const bool deletes = schema.latestError && schema.latestError->code == ErrorCode::DeletesHeld;
    m_heldText->setText(columns || deletes ? describe(*schema.latestError).sentence
                                : tr("The source is empty now, the warehouse has %1 rows. Nothing was changed.").arg(formatCount(schema.rows)));
    m_replace->setVisible(!columns && !deletes);
    m_review->setVisible(deletes);
    m_accept->setVisible(columns);
    fillFacts(schema);
    m_howTitle->setText(tr("How it syncs"));
    m_edit->setAccessibleName(tr("Change how it syncs"));
    m_guaranteeTitle->setText(tr("Guarantee: %1").arg(tierText(schema.guarantee)));
    m_guarantee->setText(guaranteeExplained(schema.guarantee) + QLatin1Char('\n') + proofText(schema));
    m_guaranteeTitle->show();
    m_guarantee->show();
    m_quarantine->setVisible(schema.quarantined > 0);
    m_quarantine->setText(tr("%n row(s) in quarantine…", nullptr, int(schema.quarantined)));
    m_losses->setVisible(schema.lostValues > 0);
    m_losses->setText(tr("%n value(s) of the last sync had no exact form in the warehouse. The log names the columns.", nullptr, int(schema.lostValues)));
}

void DetailsPanel::fillFacts(const SchemaInfo& schema)
{
    m_figures->begin();
    m_figures->add(tr("Rows"), formatCount(schema.rows), schema.estimatedRows < 0 ? QString() : tr("About %1 at the source").arg(formatCount(schema.estimatedRows)));
    m_figures->add(tr("Last synced"), formatRelative(schema.lastSyncedAt, QDateTime::currentDateTimeUtc()), formatAbsolute(schema.lastSyncedAt));
    if (schema.progress)
        m_figures->add(tr("Now"), progressText(*schema.progress));
    m_figures->add(tr("Next run"), schema.nextRunAt.isValid() ? formatRelative(schema.nextRunAt, QDateTime::currentDateTimeUtc()) : frequencyWord(schema.config.syncFrequency), formatAbsolute(schema.nextRunAt));
    if (schema.nextRetryAt.isValid())
        m_figures->add(tr("Next try"), formatRelative(schema.nextRetryAt, QDateTime::currentDateTimeUtc()), formatAbsolute(schema.nextRetryAt));
    if (const RunInfo* run = m_history.filter().schemaId == m_schema ? m_history.run(0) : nullptr)
        m_figures->add(tr("Last run"), runSummary(*run), formatAbsolute(run->startedAt));
    m_figures->end();

    const SchemaConfig& config = schema.config;
    const bool byCursor = config.syncType != SyncType::FullRefresh;
    m_how->begin();
    m_how->add(tr("Method"), syncTypeWord(config.syncType), syncTypeExplained(config.syncType));
    if (byCursor) {
        m_how->add(tr("Cursor"), config.incrementalField.isEmpty() ? tr("not chosen") : config.incrementalField);
        m_how->add(tr("Read up to"), schema.cursorText.isEmpty() ? dash() : schema.cursorText);
        m_how->add(tr("Lookback"), config.lookbackSeconds == 0 ? tr("none") : formatDuration(config.lookbackSeconds * 1000));
        m_how->add(tr("Late commits"), lateCommitsWord(config.lateCommits));
    }
    m_how->add(tr("Frequency"), frequencyWord(config.syncFrequency) + (config.syncTimeOfDay.isValid() ? config.syncTimeOfDay.toString(QStringLiteral(", HH:mm")) : QString()));
    m_how->add(tr("Key"), config.primaryKeyColumns.isEmpty() ? tr("none") : config.primaryKeyColumns.join(QStringLiteral(", ")));
    m_how->add(tr("Columns"), config.columns.isEmpty() ? tr("all") : tr("%n chosen", nullptr, int(config.columns.size())));
    m_how->add(tr("Kind"), tableKindWord(schema.kind));
    m_how->end();
}

void DetailsPanel::fillSource(const SourceInfo& source)
{
    const WorldPtr world = m_control->snapshot();
    const Theme theme = themeOf(palette());
    const bool bad = source.status == SourceStatus::Error;
    m_title->setWhole(source.name);
    m_mark->setMark(protectionMark(source));
    m_subtitle->setWhole(source.summary);
    const bool refused = bad && source.latestError && isCredentials(source.latestError->code); // it was reached
    m_glyph->setPixmap(tintedIcon(refused ? healthIcon(Health::Credentials) : bad ? QStringLiteral("failed") : QStringLiteral("ok"), bad ? theme.failed : theme.good, 16, devicePixelRatioF()));
    m_status->setText(refused ? healthTitle(Health::Credentials) : bad ? tr("Unreachable") : source.status == SourceStatus::Ok ? tr("OK") : tr("Not tried yet"));
    m_error->setVisible(source.latestError.has_value());
    if (source.latestError) {
        m_error->setError(*source.latestError);
        m_login = isCredentials(source.latestError->code);
        m_error->setAction(m_login ? tr("Fix credentials…") : tr("Diagnose…"));
    }
    m_heldBack->hide();
    m_paused->hide();
    qint64 rows = -1;
    int tables = 0;
    int selected = 0;
    for (const SchemaInfo& s : world->schemas) {
        if (s.sourceId != source.id)
            continue;
        ++tables;
        selected += s.status != SchemaStatus::Off ? 1 : 0;
        if (s.rows >= 0)
            rows = std::max<qint64>(rows, 0) + s.rows;
    }
    m_figures->begin();
    m_figures->add(tr("Tables"), tr("%1 of %n selected", nullptr, tables).arg(selected));
    m_figures->add(tr("Rows"), formatCount(rows));
    m_figures->add(tr("Tables listed"), formatRelative(source.tablesListedAt, QDateTime::currentDateTimeUtc()), formatAbsolute(source.tablesListedAt));
    if (source.triesHeld)
        m_figures->add(tr("Next try"), tr("when you ask for it"), tr("The source refused the login. More tries could lock the account, so that none is made before you give new credentials, test the connection or sync."));
    else if (source.nextProbeAt.isValid())
        m_figures->add(tr("Next try"), formatRelative(source.nextProbeAt, QDateTime::currentDateTimeUtc()), formatAbsolute(source.nextProbeAt));
    m_figures->end();
    m_howTitle->setText(tr("Connection"));
    m_edit->setAccessibleName(tr("Change the connection"));
    m_how->begin();
    for (const SourceTypeInfo& type : world->sourceTypes) {
        if (type.id != source.type)
            continue;
        m_how->add(tr("Type"), type.title);
        for (const SettingSpec& spec : type.settings)
            if (spec.kind != SettingSpec::Kind::Secret && !source.settings.value(spec.key).isEmpty())
                m_how->add(spec.label, source.settings.value(spec.key));
    }
    m_how->add(tr("Password"), secretStateWord(source.secretState));
    m_how->end();
    m_guaranteeTitle->hide();
    m_guarantee->hide();
    m_losses->hide();
    m_quarantine->hide();
}

void DetailsPanel::fillLastRun()
{
    if (const SchemaInfo* schema = m_control->snapshot()->schema(m_schema))
        fillFacts(*schema);
    m_logTitle->setText(m_log.run().isValid() ? tr("Newest run. Open a run under History to see its log.") : tr("No run yet."));
}

void DetailsPanel::loadTab()
{
    if (m_tabs->currentIndex() == Columns && m_schema.isValid())
        loadColumns();
}

void DetailsPanel::loadColumns()
{
    if (m_columnsOf == m_schema)
        return;
    m_columnsOf = m_schema;
    m_columns.setShape({}, {});
    m_columnsNote->setText(tr("Reading the source…"));
    whenReplied<SyncOptions>(m_control->send(LoadOptions{m_schema}), this, [this, id = m_schema](Result<SyncOptions> options) {
        if (id != m_schema)
            return;
        if (!options) {
            m_columnsOf = {};
            m_columnsNote->setText(noticeOf(options.error()).text);
            return;
        }
        const SchemaInfo* schema = m_control->snapshot()->schema(id);
        m_columns.setShape(options->shape, schema ? schema->config.columns : QStringList());
        m_columnsNote->setText(tr("%n column(s), as the source has them now.", nullptr, int(options->shape.columns.size())));
    });
}

} // namespace leat
