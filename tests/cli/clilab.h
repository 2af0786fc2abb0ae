// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/runner.h"

#include <QJsonDocument>
#include <QMap>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace leat::lab {

/// Streams that are kept, with an environment and a keyboard of the test's making.
class CapturedTerminal final : public Terminal
{
public:
    QByteArray out;
    QByteArray err;
    bool tty = false;
    bool keyboard = false;
    int columns = 0;
    QMap<QByteArray, QByteArray> variables;
    QByteArray input;
    QString writeProblem;
    bool echoed = false;

    void writeOut(const QByteArray& bytes) override { out += bytes; }
    void writeErr(const QByteArray& bytes) override { err += bytes; }
    bool outIsTty() const override { return tty; }
    bool errIsTty() const override { return tty; }
    bool inIsTty() const override { return keyboard; }
    int width() const override { return columns; }
    QByteArray environment(const char* name) const override { return variables.value(name); }
    void forgetEnvironment(const char* name) override { variables.remove(name); }
    std::optional<QByteArray> readLine(bool echo) override;
    QByteArray readAll() override { return std::exchange(input, {}); }
    QString outError() const override { return writeProblem; }
};

/// An engine as the test writes it: a world, and an answer for each kind of command.
struct FakeEngine
{
    World world;
    std::vector<std::size_t> sent;         ///< Command::index() of what came, in order
    std::vector<Command> commands;         ///< the commands themselves
    std::function<std::optional<Result<Reply>>(Command&)> answer;   ///< nullopt: the default answer
    std::function<void(class FakeControl&, const SyncSchemas&, const std::vector<RunId>&)> onSync;
    std::function<void(class FakeControl&, const CancelSchemas&)> onCancel;
    std::optional<Error> openError;
    std::optional<EngineDoor::Request> opened;
    std::string vaultPassphrase;
    int closed = 0;
    class FakeControl* control = nullptr;  ///< the one that is open
    Protection protection = Protection::TypeName;
    bool production = false;
    qint64 nextRun = 1;

    SchemaInfo& schema(const QString& label);
    template <typename T>
    const T* last() const
    {
        for (auto it = commands.rbegin(); it != commands.rend(); ++it)
            if (const T* found = std::get_if<T>(&*it))
                return found;
        return nullptr;
    }
};

class FakeControl final : public Control
{
    Q_OBJECT
public:
    explicit FakeControl(FakeEngine& engine) : m_engine(engine) { m_engine.control = this; }
    ~FakeControl() override
    {
        ++m_engine.closed;
        m_engine.control = nullptr;
    }
    WorldPtr snapshot() const override { return std::make_shared<World>(m_engine.world); }
    QFuture<ReplyPtr> send(Command command) override;
    /// Ends runs in one ChangeSet.
    void end(const std::vector<RunInfo>& runs);
    FakeEngine& engine() { return m_engine; }

private:
    Result<Reply> defaultAnswer(Command& command);
    std::optional<Result<Reply>> administration(Command& command);
    FakeEngine& m_engine;
};

struct Ran
{
    int code = -1;
    QString out;
    QString err;
    QJsonDocument json() const;
};

/// Runs one command line to its end.
class CliLab
{
public:
    FakeEngine engine;
    CapturedTerminal terminal;
    /// Called when the command has begun, for signals.
    std::function<void(CliRunner&)> meanwhile;

    CliLab();
    Ran run(const QStringList& arguments);
    Ran run(const char* line) { return run(QString::fromUtf8(line).split(QLatin1Char(' '), Qt::SkipEmptyParts)); }
};

/// "shop" with customers, orders, audit.orders and a table with a dot in its name.
World shopWorld();
RunInfo runOf(const SchemaInfo& schema, RunId id, RunStatus status, std::optional<Error> error = {});

} // namespace leat::lab
