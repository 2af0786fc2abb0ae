// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/enginefixture.h"
#include "tests/support/pgserver.h"

namespace leat::test {

/// A shop in a database of its own on a real PostgreSQL, read by a role of its own, and a real engine;
/// with a password, which is in the vault then, over TCP, else over the socket: orders (1000 rows, incremental by updated_at)
/// and customers (full refresh), both synced. Ends the program when that cannot be had.
class PgShop
{
public:
    enum class Login { Trusted, Password };
    PgShop(PgServer& place, Login login, std::function<void(EngineOptions&)> adjust = {});

    /// Runs SQL in the shop's database as the superuser; ends the program when it fails.
    void sql(const QString& text);
    QString value(const QString& text) { return server.value(text, database); }
    SourceInfo source() const { return *engine.world()->source(sourceId); }
    SchemaId id(const QString& label) const { return engine.id(name, label); }
    const SchemaInfo& orders() const { return *engine.schema(name, QStringLiteral("orders")); }
    SchemaId ordersId() const { return id(QStringLiteral("orders")); }
    SchemaId customersId() const { return id(QStringLiteral("customers")); }
    /// Whether the warehouse's table equals the source's, row by row.
    bool equal(SchemaId schema);
    /// Changes the role's password at the server and ends the sessions that logged in with the old one.
    void setPassword(const QString& password);
    /// Adds the same database once more, with a password for the shop's role.
    SourceId add(const QString& sourceName, const QString& password);

    PgServer& server;
    const Login login;
    const QString database;        ///< also the name of the role; its password is "first"
    EngineFixture engine;
    const QString name = QStringLiteral("acme");
    SourceId sourceId;
};

/// A password as commands take it.
SecretMap passwordOf(QString text);

} // namespace leat::test
