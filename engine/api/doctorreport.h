// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <algorithm>
#include <vector>

namespace leat {

/// What a door can do about a finding: FixFinding with id and token.
struct DoctorFix
{
    QString id;                    ///< stable while the finding is there: "drop-leftovers", "mirror:shop.orders"
    QString words;                 ///< translated, verb first: what the button says
    QString effect;                ///< translated: what it changes, and what it does not
    bool deletes = false;          ///< something goes, to the trash or for good: a person is asked first
    QString token;                 ///< of what is to go, exactly as it was found; good for ten minutes
    bool operator==(const DoctorFix&) const = default;
};

struct DoctorFinding
{
    enum class State { Ok, Warning, Problem };
    QString name;                  ///< translated: "Warehouse file"
    State state = State::Ok;
    QString text;
    QString remedy;                ///< empty when nothing is to be done
    QString id = {};               ///< "keychain"
    QStringList items = {};        ///< what was found, one line each
    std::vector<DoctorFix> fixes = {};
};

struct DoctorReport
{
    std::vector<DoctorFinding> findings;
    QString done = {};             ///< translated: what FixFinding did; empty: nothing was done
    bool healthy() const
    {
        return std::none_of(findings.begin(), findings.end(),
            [](const DoctorFinding& finding) { return finding.state == DoctorFinding::State::Problem; });
    }
};

} // namespace leat
