// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/candidatewords.h"

#include "engine/api/names.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>

namespace leat {

namespace {

using Basis = CursorEvidence::Basis;

constexpr double kMany = 0.05;         // a share that is worth a warning
constexpr std::array kBases{
    Name<Basis>{Basis::Unknown, "unknown"},
    Name<Basis>{Basis::Statistics, "statistics"},
    Name<Basis>{Basis::Index, "index"},
    Name<Basis>{Basis::FirstRows, "first_rows"},
    Name<Basis>{Basis::AllRows, "all_rows"},
};

QString tr(const char* text)
{
    return QCoreApplication::translate("CursorEvidence", text);
}

QString basisWord(Basis basis)
{
    switch (basis) {
    case Basis::Unknown: break;
    case Basis::Statistics: return tr("by statistics");
    case Basis::Index: return tr("by the index");
    case Basis::FirstRows: return tr("in the first rows");
    case Basis::AllRows: return tr("counted");
    }
    return {};
}

QString known(const QString& clause, Basis basis)
{
    return tr("%1 (%2)").arg(clause, basisWord(basis));
}

QString percent(double share)
{
    const double rounded = share < 0.001 ? 0.1 : share * 100;
    return tr("%1 %").arg(QLocale().toString(rounded, 'f', rounded < 10 ? 1 : 0));
}

QString rows(qint64 count)
{
    if (count >= CursorEvidence::kCountedTo)
        return tr("%1 rows or more").arg(QLocale().toString(CursorEvidence::kCountedTo));
    return QCoreApplication::translate("CursorEvidence", "%n row(s)", nullptr, int(count));
}

} // namespace

QString toString(CursorEvidence::Basis basis) { return nameOf(kBases, basis); }

QStringList evidenceClauses(const CursorCandidate& candidate)
{
    const CursorEvidence& seen = candidate.evidence;
    QStringList clauses{candidate.indexed ? tr("indexed") : tr("not indexed")};
    if (candidate.nullShare == 0)
        clauses << tr("no NULL");
    else if (candidate.nullShare > 0)
        clauses << tr("%1 NULL").arg(percent(candidate.nullShare));
    if (seen.duplicateShare == 0)
        clauses << known(tr("no value twice"), seen.valuesBy);
    else if (seen.duplicateShare > 0)
        clauses << known(tr("%1 of the rows repeat a value").arg(percent(seen.duplicateShare)), seen.valuesBy);
    if (seen.atGreatest > 0)
        clauses << known(tr("newest value in %1").arg(rows(seen.atGreatest)), seen.endsBy);
    if (seen.future == 0)
        clauses << known(tr("none in the future"), seen.endsBy);
    else if (seen.future > 0)
        clauses << known(tr("%1 in the future, up to %2").arg(rows(seen.future), seen.greatest), seen.endsBy);
    if (seen.moves)
        clauses << (*seen.moves ? tr("moves when rows change") : tr("stayed while rows were changed"));
    return clauses;
}

QStringList evidenceWarnings(const CursorCandidate& candidate)
{
    const CursorEvidence& seen = candidate.evidence;
    QStringList warnings;
    if (seen.future > 0)
        warnings << tr("“%2” lies in the future in %1, up to %3. Leat holds the cursor back to the source's clock, so they are read again each time; correct them at the source.")
                        .arg(rows(seen.future), candidate.field, seen.greatest);
    if (seen.moves && !*seen.moves)
        warnings << tr("Rows were updated at the source, but “%1” did not move: changes would be missed.").arg(candidate.field);
    if (candidate.nullShare > kMany)
        warnings << tr("%1 of the rows have no “%2”; each sync that goes by it reads all of them again.").arg(percent(candidate.nullShare), candidate.field);
    if (seen.atGreatest >= CursorEvidence::kCountedTo)
        warnings << tr("%1 share the newest value; each sync reads all of them again.").arg(rows(seen.atGreatest));
    return warnings;
}

QString recommendation(const SyncOptions& options)
{
    for (const CursorCandidate& candidate : options.incrementalFields)
        if (candidate.recommended)
            return tr("Recommended: “%1” (%2). Evidence: %3.").arg(candidate.field, candidate.reason, evidenceClauses(candidate).join(QStringLiteral(", ")));
    if (options.incrementalFields.empty())
        return tr("No column of this table can be a cursor: sync complete copies.");
    return tr("No column is recommended as cursor: %1.").arg(options.suggestionReason);
}

} // namespace leat
