// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/addsourceflow.h"

#include "engine/api/whendone.h"

#include <QPointer>
#include <QRegularExpression>

#include <algorithm>

namespace leat {

AddSourceFlow::AddSourceFlow(Control* control, QObject* parent)
    : QObject(parent)
    , m_control(control)
    , m_world(control->snapshot())
{
}

const SourceTypeInfo* AddSourceFlow::type() const
{
    for (const SourceTypeInfo& t : m_world->sourceTypes)
        if (t.id == m_typeId)
            return &t;
    return nullptr;
}

QString AddSourceFlow::setting(const QString& key) const
{
    if (const auto at = m_settings.constFind(key); at != m_settings.constEnd())
        return *at;
    if (const SourceTypeInfo* t = type())
        for (const SettingSpec& spec : t->settings)
            if (spec.key == key)
                return spec.defaultValue;
    return {};
}

bool AddSourceFlow::hasSecret(const QString& key) const
{
    const auto at = m_secrets.find(key);
    return at != m_secrets.end() && !at->second.isEmpty();
}

QMap<QString, QString> AddSourceFlow::problems() const
{
    QMap<QString, QString> out;
    const SourceTypeInfo* t = type();
    if (t == nullptr)
        return out;
    static const QRegularExpression kName(QStringLiteral("^[\\p{L}_][\\p{L}\\p{N}_]*$"));
    const auto& sources = m_control->snapshot()->sources;
    if (m_name.isEmpty())
        out.insert(QStringLiteral("name"), tr("Give the source a name."));
    else if (!kName.match(m_name).hasMatch())
        out.insert(QStringLiteral("name"), tr("Letters, digits and underscores only, and no digit first."));
    else if (std::any_of(sources.begin(), sources.end(), [&](const SourceInfo& s) { return s.name.compare(m_name, Qt::CaseInsensitive) == 0; }))
        out.insert(QStringLiteral("name"), tr("There is a source with this name already."));
    for (const SettingSpec& spec : t->settings) {
        const QString value = setting(spec.key);
        if (spec.kind == SettingSpec::Kind::Secret) {
            if (spec.required && !hasSecret(spec.key))
                out.insert(spec.key, tr("Enter a value."));
        } else if (value.isEmpty()) {
            if (spec.required)
                out.insert(spec.key, tr("Enter a value."));
        } else if (spec.kind == SettingSpec::Kind::Integer) {
            bool ok = false;
            if (const qlonglong number = value.toLongLong(&ok); !ok || number < 0)
                out.insert(spec.key, tr("Enter a whole number."));
            else if (spec.key == QLatin1String("port") && (number < 1 || number > 65535))
                out.insert(spec.key, tr("A port is between 1 and 65535."));
        } else if (spec.kind == SettingSpec::Kind::Choice && !spec.choices.contains(value)) {
            out.insert(spec.key, tr("One of %1.").arg(spec.choices.join(QStringLiteral(", "))));
        }
    }
    return out;
}

bool AddSourceFlow::canGoNext() const
{
    if (m_busy != Busy::Nothing)
        return false;
    switch (m_step) {
    case Step::Type: return type() != nullptr;
    case Step::Connection: return type() != nullptr && problems().isEmpty();
    case Step::Tables: return m_tablesCurrent;
    default: return false;
    }
}

QString AddSourceFlow::connectionText() const
{
    const QString file = setting(QStringLiteral("path")).isEmpty() ? setting(QStringLiteral("file")) : setting(QStringLiteral("path"));
    const QString host = setting(QStringLiteral("host"));
    if (host.isEmpty())
        return file;
    QString text = setting(QStringLiteral("user"));
    if (!text.isEmpty())
        text += QLatin1Char('@');
    text += host;
    if (const QString port = setting(QStringLiteral("port")); !port.isEmpty())
        text += QLatin1Char(':') + port;
    if (const QString database = setting(QStringLiteral("database")); !database.isEmpty())
        text += QLatin1Char('/') + database;
    return text;
}

// ---- editing ----

void AddSourceFlow::chooseType(const QString& id)
{
    if (m_typeId != id) {
        m_typeId = id;
        m_settings.clear();
        m_secrets.clear();
        draftEdited();
    }
    if (!m_nameEdited)
        m_name = id;
    if (type())
        go(Step::Connection);
}

void AddSourceFlow::setName(const QString& name)
{
    if (name == m_name)
        return;
    m_name = name.trimmed();
    m_nameEdited = true;
    Q_EMIT changed();
}

void AddSourceFlow::setSetting(const QString& key, const QString& value)
{
    if (setting(key) == value)
        return;
    m_settings.insert(key, value);
    draftEdited();
}

void AddSourceFlow::setSecret(const QString& key, Secret secret)
{
    if (secret.isEmpty())
        m_secrets.erase(key);
    else
        m_secrets.insert_or_assign(key, std::move(secret));
    draftEdited();
}

void AddSourceFlow::draftEdited()
{
    ++m_generation;
    m_busy = Busy::Nothing;
    m_report = {};
    m_error.reset();
    m_tablesCurrent = false;
    Q_EMIT changed();
}

SourceDraft AddSourceFlow::draft() const
{
    SourceDraft out{m_name, m_typeId, m_settings, clone(m_secrets)};
    if (const SourceTypeInfo* t = type())
        for (const SettingSpec& spec : t->settings)
            if (spec.kind != SettingSpec::Kind::Secret && !setting(spec.key).isEmpty())
                out.settings.insert(spec.key, setting(spec.key));
    return out;
}

// ---- requests ----

void AddSourceFlow::begin(Busy what)
{
    ++m_generation;
    m_busy = what;
    m_error.reset();
    Q_EMIT changed();
}

void AddSourceFlow::end()
{
    m_busy = Busy::Nothing;
    Q_EMIT changed();
}

void AddSourceFlow::fail(const Error& error)
{
    m_error = error;
    end();
}

void AddSourceFlow::stopWaiting()
{
    ++m_generation;
    end();
}

void AddSourceFlow::parseUrl(Secret url)
{
    begin(Busy::ParsingUrl);
    const quint64 generation = m_generation;
    whenReplied<ParsedUrl>(m_control->send(ParseSourceUrl{std::move(url), m_typeId}), this, [this, generation](Result<ParsedUrl> parsed) {
        if (generation != m_generation)
            return;
        if (!parsed)
            return fail(parsed.error());
        takeUrl(std::move(*parsed));
    });
}

void AddSourceFlow::takeUrl(ParsedUrl parsed)
{
    m_typeId = parsed.type;
    m_settings = parsed.settings;
    m_secrets = std::move(parsed.secrets);
    if (!m_nameEdited && !parsed.suggestedName.isEmpty())
        m_name = parsed.suggestedName;
    draftEdited();
    Q_EMIT urlParsed();
    if (m_step == Step::Type)
        go(Step::Connection);
}

void AddSourceFlow::test() { runTest(false); }

void AddSourceFlow::runTest(bool thenList)
{
    if (!canTest())
        return;
    m_report = {};
    begin(Busy::Testing);
    const quint64 generation = m_generation;
    const QPointer<AddSourceFlow> self(this);
    const auto onStep = [self, generation](const CheckReport& report) {
        if (!self || self->m_generation != generation)
            return;
        self->m_report = report;
        Q_EMIT self->changed();
    };
    whenReplied<CheckReport>(m_control->send(TestDraft{draft(), onStep}), this, [this, generation, thenList](Result<CheckReport> report) {
        if (generation != m_generation)
            return;
        if (!report)
            return fail(report.error());
        m_report = *report;
        end();
        if (thenList && m_report.ok())
            listTables();
    });
}

void AddSourceFlow::listTables()
{
    begin(Busy::ListingTables);
    const quint64 generation = m_generation;
    whenReplied<TableList>(m_control->send(ListDraftTables{draft()}), this, [this, generation](Result<TableList> list) {
        if (generation != m_generation)
            return;
        if (!list)
            return fail(list.error());
        m_tables = *list;
        m_tablesCurrent = true;
        Q_EMIT tablesLoaded();
        end();
        go(Step::Tables);
    });
}

void AddSourceFlow::next()
{
    if (!canGoNext())
        return;
    switch (m_step) {
    case Step::Type: return go(Step::Connection);
    case Step::Connection:
        if (m_tablesCurrent)
            return go(Step::Tables);
        return m_report.ok() ? listTables() : runTest(true);
    case Step::Tables: return go(Step::Review);
    default: return;
    }
}

void AddSourceFlow::back()
{
    if (m_busy != Busy::Nothing)
        stopWaiting();
    m_error.reset();
    if (m_step == Step::Connection)
        go(Step::Type);
    else if (m_step == Step::Tables)
        go(Step::Connection);
    else if (m_step == Step::Review)
        go(Step::Tables);
}

void AddSourceFlow::go(Step step)
{
    if (step == m_step)
        return;
    m_step = step;
    Q_EMIT stepChanged();
    Q_EMIT changed();
}

void AddSourceFlow::create(std::vector<TableChoice> choices, bool syncNow, SyncFrequency frequency)
{
    if (m_busy != Busy::Nothing || m_step != Step::Review)
        return;
    begin(Busy::Creating);
    const quint64 generation = m_generation;
    AddSource command{draft(), std::move(choices), false, false, frequency};
    whenReplied<SourceAdded>(m_control->send(std::move(command)), this, [this, generation, syncNow](Result<SourceAdded> added) {
        if (generation != m_generation)
            return;
        if (!added)
            return fail(added.error());
        m_secrets.clear();
        end();
        if (syncNow)
            syncFirst(added->id);
        go(Step::Finished);
        Q_EMIT finished(added->id, added->tables);
    });
}

/// The reply may come before the new schemas are in the snapshot; then the next news brings them.
void AddSourceFlow::syncFirst(SourceId id)
{
    SyncSchemas sync;
    for (const SchemaInfo& s : m_control->snapshot()->schemas)
        if (s.sourceId == id && s.config.shouldSync)
            sync.ids.push_back(s.id);
    if (!sync.ids.empty()) {
        m_syncWaits = {};
        m_control->send(std::move(sync));
        return;
    }
    const bool first = !m_syncWaits.isValid();
    m_syncWaits = id;
    if (first)
        connect(m_control, &Control::changed, this, [this] {
            if (m_syncWaits.isValid())
                syncFirst(m_syncWaits);
        });
}

} // namespace leat
