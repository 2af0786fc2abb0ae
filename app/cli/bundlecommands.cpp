// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/clitext.h"
#include "app/cli/commands.h"
#include "app/cli/options.h"
#include "app/cli/session.h"
#include "engine/api/jsonview.h"

namespace leat {

namespace {

struct BundleOptions
{
    QString file;
    bool preview = false;
    bool hashNames = false;
};

void report(Output& out, const Bundle& bundle)
{
    TextTable files({{Cli::tr("FILE")}, {Cli::tr("SIZE"), TextTable::Align::Right}});
    for (const BundleFile& file : bundle.files)
        files.add({file.name, out.size(file.text.toUtf8().size())});
    out.table(files);
    TextTable taken({{Cli::tr("LAYER")}, {Cli::tr("WHAT")}, {Cli::tr("TIMES"), TextTable::Align::Right}});
    for (const Redaction& redaction : bundle.redactions)
        taken.add({toString(redaction.layer), redaction.what, out.count(redaction.count)});
    if (!taken.isEmpty())
        out.table(taken);
}

void showAll(Output& out, const Bundle& bundle)
{
    for (const BundleFile& file : bundle.files)
        out.data(Cli::tr("==> %1 <==").arg(file.name) + QLatin1Char('\n') + file.text);
}

void save(Session& session, const QString& path, const Bundle& bundle)
{
    session.ask<Done>(SaveBundle{path, bundle}, [&session, path, bundle](const Done&) {
        Output& out = session.out();
        if (out.json()) {
            QJsonObject json = toJson(bundle);
            json[QLatin1String("saved")] = path;
            out.document(json);
            return session.finish();
        }
        report(out, bundle);
        out.note(Cli::tr("Saved as %1; only you can read it. Look at it before you send it.").arg(path));
        session.finish();
    });
}

void create(Session& session, const BundleOptions& options)
{
    if (options.file.isEmpty() && !options.preview)
        return session.fail(usageFailure(ErrorCode::MissingOption, Cli::tr("“leatctl bundle create” needs a file name."),
            Cli::tr("Name one that does not exist yet, or add --preview to only look.")));
    session.ask<Bundle>(PreviewBundle{options.hashNames}, [&session, options](const Bundle& bundle) {
        if (!options.preview)
            return save(session, options.file, bundle);
        Output& out = session.out();
        if (out.json()) {
            QJsonObject json = toJson(bundle);
            json[QLatin1String("saved")] = QJsonValue(QJsonValue::Null);
            out.document(json);
            return session.finish();
        }
        showAll(out, bundle);
        report(out, bundle);
        out.note(Cli::tr("Nothing was saved."));
        session.finish();
    });
}

} // namespace

void addBundleCommands(CLI::App* root, Invocation& invocation)
{
    CLI::App* bundle = addCommand(root, "bundle", Cli::tr("diagnostics for a person who helps"));
    CLI::App* make = addCommand(bundle, "create", Cli::tr("collect status, settings, runs and logs, redacted, into a zip file"),
        {QStringLiteral("leatctl bundle create --preview"), QStringLiteral("leatctl bundle create leat.zip --hash-names")});
    const auto options = std::make_shared<BundleOptions>();
    addText(make, "FILE", options->file, Cli::tr("the zip file to make; it must not exist"));
    addSwitch(make, "--preview", options->preview, Cli::tr("print every file and what was taken out; save nothing"));
    addSwitch(make, "--hash-names", options->hashNames, Cli::tr("replace names of hosts, users, tables and columns by hashes"));
    onCommand(make, invocation, EngineNeed::Required, [options](Session& s) { create(s, *options); });
}

} // namespace leat
