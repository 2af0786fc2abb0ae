// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/bundle/bundlewriter.h"

#include "engine/api/diagnosisjson.h"
#include "engine/api/jsonview.h"
#include "engine/bundle/bundlefields.h"
#include "engine/bundle/bundlefilter.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>
#include <QSysInfo>
#include <QThread>

namespace leat {

namespace {

QString pretty(const QJsonDocument& json)
{
    return QString::fromUtf8(json.toJson(QJsonDocument::Indented));
}

template <typename Values, typename ToJson>
BundleFile listFile(const char* name, const char* kind, const Values& values, BundleFilter& filter, ToJson json)
{
    QJsonArray array;
    for (const auto& value : values)
        array.append(filter.object(QLatin1String(kind), json(value)));
    return {QLatin1String(name), pretty(QJsonDocument(array))};
}

QJsonObject environment(const QDateTime& now)
{
    return {
        {QStringLiteral("leat"), QStringLiteral(LEAT_VERSION)},
        {QStringLiteral("qt"), QLatin1String(qVersion())},
        {QStringLiteral("system"), QSysInfo::prettyProductName()},
        {QStringLiteral("kernel"), QSysInfo::kernelType() + QLatin1Char(' ') + QSysInfo::kernelVersion()},
        {QStringLiteral("architecture"), QSysInfo::currentCpuArchitecture()},
        {QStringLiteral("language"), QLocale().name()},
        {QStringLiteral("cores"), QThread::idealThreadCount()},
        {QStringLiteral("time"), now.toUTC().toString(Qt::ISODate)},
    };
}

// Every field by the rule Name, wherever it stands.
void learn(BundleFilter& filter, const QString& kind, const QJsonValue& value)
{
    if (value.isArray()) {
        for (const QJsonValue& each : value.toArray())
            learn(filter, kind, each);
        return;
    }
    const QJsonObject json = value.toObject();
    for (auto it = json.begin(); it != json.end(); ++it) {
        const BundleField* field = bundleField(kind, it.key());
        if (field && field->rule == FieldRule::Object)
            learn(filter, QLatin1String(field->inner), it.value());
        else if (field && field->rule == FieldRule::Name && it.value().isArray())
            for (const QJsonValue& each : it.value().toArray())
                filter.learn(each.toString());
        else if (field && field->rule == FieldRule::Name)
            filter.learn(it.value().toString());
    }
}

// Errors name hosts, users and columns that the settings may no longer hold.
void learnArgs(BundleFilter& filter, const std::optional<Error>& error)
{
    static const QStringList names{QStringLiteral("host"), QStringLiteral("user"), QStringLiteral("database"), QStringLiteral("table"),
        QStringLiteral("column"), QStringLiteral("source"), QStringLiteral("subject"), QStringLiteral("name"), QStringLiteral("path")};
    if (!error)
        return;
    for (const QString& key : names)
        filter.learn(error->args.value(key));
}

void learnAll(BundleFilter& filter, const BundleInput& input)
{
    for (const SourceInfo& source : input.world->sources) {
        learn(filter, QStringLiteral("source"), toJson(source));
        learnArgs(filter, source.latestError);
    }
    for (const SchemaInfo& schema : input.world->schemas) {
        learn(filter, QStringLiteral("schema"), toJson(schema));
        learnArgs(filter, schema.latestError);
    }
    for (const RunInfo& run : input.runs) {
        learn(filter, QStringLiteral("run"), toJson(run));
        learnArgs(filter, run.error);
    }
    for (const AuditEntry& entry : input.audit)
        learn(filter, QStringLiteral("audit"), toJson(entry));
}

BundleFile logFile(const RunInfo& run, const std::vector<LogLine>& lines, BundleFilter& filter)
{
    QString text;
    for (const LogLine& line : lines)
        text += line.at.toUTC().toString(Qt::ISODateWithMs) + QLatin1Char(' ')
            + (line.level == LogLevel::Error ? QLatin1String("error ") : line.level == LogLevel::Warning ? QLatin1String("warning ") : QLatin1String("info "))
            + filter.text(line.text) + QLatin1Char('\n');
    return {QStringLiteral("logs/run-%1.txt").arg(run.id.value), text};
}

BundleFile reportFile(const Bundle& bundle)
{
    QString text = QStringLiteral("Diagnostics of Leat %1, made %2\n\n"
        "What was left out or replaced, by which layer, and how often:\n\n")
                       .arg(QStringLiteral(LEAT_VERSION), bundle.madeAt.toUTC().toString(Qt::ISODate));
    for (const Redaction& redaction : bundle.redactions)
        text += QStringLiteral("%1  %2  %3\n").arg(redaction.count, 8).arg(toString(redaction.layer), -8).arg(redaction.what);
    if (bundle.redactions.empty())
        text += QStringLiteral("nothing\n");
    text += QStringLiteral("\nRows of tables, cursor values, passwords and the settings' history are never part of this file.\n");
    text += bundle.namesHashed ? QStringLiteral("Names of hosts, users, databases, tables and columns are hashes made for this file only.\n")
                               : QStringLiteral("Names of hosts, users, databases, tables and columns are as they are.\n");
    return {QStringLiteral("redaction-report.txt"), text};
}

} // namespace

Bundle makeBundle(const BundleInput& input, const Redactor& redactor, bool hashNames)
{
    BundleFilter filter(redactor, input.home, hashNames);
    learnAll(filter, input);
    Bundle bundle;
    bundle.madeAt = input.now;
    bundle.namesHashed = hashNames;
    const World& world = *input.world;
    const auto json = [](const auto& value) { return toJson(value); };
    std::vector<BundleFile>& files = bundle.files;
    files.push_back({QStringLiteral("environment.json"), pretty(QJsonDocument(filter.object(QStringLiteral("environment"), environment(input.now))))});
    files.push_back({QStringLiteral("engine.json"), pretty(QJsonDocument(filter.object(QStringLiteral("engine"), toJson(world.engine))))});
    const QJsonArray findings = toJson(input.doctor)[QLatin1String("findings")].toArray();
    files.push_back(listFile("doctor.json", "finding", findings, filter, [](const QJsonValue& value) { return value.toObject(); }));
    files.push_back(listFile("incidents.json", "incident", world.incidents, filter, json));
    files.push_back(listFile("sources.json", "source", world.sources, filter, json));
    files.push_back(listFile("schemas.json", "schema", world.schemas, filter, json));
    files.push_back(listFile("runs.json", "run", input.runs, filter, json));
    files.push_back(listFile("audit.json", "audit", input.audit, filter, json));
    for (const auto& [run, lines] : input.logs)
        files.push_back(logFile(run, lines, filter));
    bundle.redactions = filter.report();
    files.insert(files.begin(), reportFile(bundle));
    return bundle;
}

} // namespace leat
