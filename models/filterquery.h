// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/incident.h"
#include "engine/api/schemainfo.h"
#include "engine/api/sourceinfo.h"

#include <QString>
#include <QStringList>

#include <utility>
#include <vector>

namespace leat {

/// The search field's language:
///
///     query := term*                      all terms must hold
///     term  := ["-"] (key ":" value ("," value)* | "name" "~" part
///                     | ("age" | "rows") (">" | ">=" | "<" | "<=") number [unit] | word)
///     key   := status | source | method | name | every
///     unit  := s | min | h | d | w   for age;   k | M | B   for rows
///
/// Values begin the name they stand for, in English or in the language of the window; several
/// terms of one key are alternatives; "…" keeps spaces. What is not understood is searched for
/// as a word, so nothing is an error.
class FilterQuery
{
public:
    static FilterQuery parse(const QString& text);
    bool isEmpty() const { return m_terms.empty(); }
    bool matches(const SchemaInfo& schema) const;
    bool matches(const SchemaInfo& schema, Health health, const QDateTime& now) const;
    /// A source shows by itself only when no term speaks of a table.
    bool matches(const SourceInfo& source) const;
    /// Examples and what they find, for the help.
    static std::vector<std::pair<QString, QString>> help();

private:
    enum class Key { Word, Status, Source, Method, Name, Every, Age, Rows };
    enum class Test { Begins, Contains, Greater, GreaterOrEqual, Less, LessOrEqual };
    struct Term
    {
        Key key = Key::Word;
        Test test = Test::Begins;
        bool negated = false;
        QStringList values;
        double number = 0;
    };
    static Term read(QString token);
    static bool readComparison(const QString& token, Term& term);
    static bool holds(const Term& term, const SchemaInfo& schema, Health health, const QDateTime& now);

    std::vector<Term> m_terms;
};

} // namespace leat
