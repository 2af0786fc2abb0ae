// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/failpoint.h"

#ifdef LEAT_FAILPOINTS

#include <QFile>
#include <QStringList>
#include <QThread>

#include <csignal>
#include <cstdlib>
#include <mutex>
#include <stdexcept>
#include <vector>

namespace leat::failpoint {

namespace {

enum class Act { Kill, Fail, Pause, Throw };

struct Armed
{
    QString name;
    Act act = Act::Kill;
    QString argument;              ///< Fail: the code; Pause: the file
    int hit = 1;
    bool onwards = false;
};

struct Table
{
    std::mutex mutex;
    std::vector<Armed> armed;
    std::map<QString, int> hits;
    int all = 0;
    QFile seen;
};

std::optional<Armed> parse(const QString& text)
{
    Armed armed;
    const qsizetype equals = text.indexOf(QLatin1Char('='));
    const qsizetype at = text.lastIndexOf(QLatin1Char('@'));
    if (equals < 1)
        return std::nullopt;
    armed.name = text.left(equals);
    QString action = text.mid(equals + 1, at > equals ? at - equals - 1 : -1);
    if (at > equals) {
        QString number = text.mid(at + 1);
        armed.onwards = number.endsWith(QLatin1Char('+'));
        if (armed.onwards)
            number.chop(1);
        bool ok = false;
        armed.hit = number.toInt(&ok);
        if (!ok || armed.hit < 1)
            return std::nullopt;
    }
    const qsizetype colon = action.indexOf(QLatin1Char(':'));
    armed.argument = colon < 0 ? QString() : action.mid(colon + 1);
    action = action.left(colon < 0 ? action.size() : colon);
    if (action == QLatin1String("kill"))
        armed.act = Act::Kill;
    else if (action == QLatin1String("fail"))
        armed.act = Act::Fail;
    else if (action == QLatin1String("pause") && !armed.argument.isEmpty())
        armed.act = Act::Pause;
    else if (action == QLatin1String("throw"))
        armed.act = Act::Throw;
    else
        return std::nullopt;
    return armed;
}

bool armTable(Table& table, const QString& points)
{
    std::vector<Armed> all;
    for (const QString& each : points.split(QLatin1Char(';'), Qt::SkipEmptyParts)) {
        std::optional<Armed> armed = parse(each.trimmed());
        if (!armed)
            return false;
        all.push_back(*std::move(armed));
    }
    const std::lock_guard lock(table.mutex);
    table.armed = std::move(all);
    table.hits.clear();
    table.all = 0;
    return true;
}

// Never destroyed: threads of libraries may come by until the process is gone.
Table& table()
{
    static Table* const made = [] {
        auto* fresh = new Table;
        if (!armTable(*fresh, qEnvironmentVariable("LEAT_FAILPOINTS")))
            qFatal("LEAT_FAILPOINTS is not understood");
        const QString seen = qEnvironmentVariable("LEAT_FAILPOINTS_SEEN");
        fresh->seen.setFileName(seen);
        if (!seen.isEmpty() && !fresh->seen.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered))
            qFatal("LEAT_FAILPOINTS_SEEN cannot be written");
        return fresh;
    }();
    return *made;
}

void pauseUntil(const QString& file)
{
    QFile mark(file + QStringLiteral(".reached"));
    if (mark.open(QIODevice::WriteOnly))
        mark.close();
    while (!QFile::exists(file))
        QThread::msleep(5);
}

[[noreturn]] void dieNow()
{
#ifdef Q_OS_UNIX
    std::raise(SIGKILL);
#endif
    std::abort();
}

std::optional<Armed> count(Table& table, const QString& name)
{
    const std::lock_guard lock(table.mutex);
    const int own = ++table.hits[name];
    ++table.all;
    if (table.seen.isOpen())
        table.seen.write(name.toLatin1() + '\n');
    for (const Armed& armed : table.armed) {
        const bool any = armed.name == QLatin1String("*");
        const int hit = any ? table.all : own;
        if ((any || armed.name == name) && (hit == armed.hit || (armed.onwards && hit > armed.hit)))
            return armed;
    }
    return std::nullopt;
}

} // namespace

std::optional<Error> reached(const char* name)
{
    const std::optional<Armed> armed = count(table(), QLatin1String(name));
    if (!armed)
        return std::nullopt;
    switch (armed->act) {
    case Act::Kill: dieNow();
    case Act::Pause: pauseUntil(armed->argument); return std::nullopt;
    case Act::Throw: throw std::runtime_error(std::string("failpoint ") + name);
    case Act::Fail: break;
    }
    return makeError(errorCodeFromString(armed->argument), QStringLiteral("failpoint %1").arg(QLatin1String(name)));
}

bool arm(const QString& points)
{
    return armTable(table(), points);
}

std::map<QString, int> hits()
{
    Table& all = table();
    const std::lock_guard lock(all.mutex);
    return all.hits;
}

} // namespace leat::failpoint

#endif
