// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/control.h"

#include <QObject>

namespace leat {

/// Adding a source, without a window: the draft, the steps and what may follow what. Every
/// request runs in the background; an answer to a draft that was edited meanwhile is dropped.
/// Main thread; `control` must outlive the flow.
class AddSourceFlow : public QObject
{
    Q_OBJECT
public:
    enum class Step { Type, Connection, Tables, Review, Finished };
    /// What is under way; at most one thing at a time.
    enum class Busy { Nothing, ParsingUrl, Testing, ListingTables, Creating };

    explicit AddSourceFlow(Control* control, QObject* parent = nullptr);

    Step step() const { return m_step; }
    Busy busy() const { return m_busy; }
    const std::vector<SourceTypeInfo>& types() const { return m_world->sourceTypes; }
    const SourceTypeInfo* type() const;
    QString name() const { return m_name; }
    QString setting(const QString& key) const;
    bool hasSecret(const QString& key) const;
    const CheckReport& report() const { return m_report; }
    const TableList& tables() const { return m_tables; }
    const std::optional<Error>& error() const { return m_error; }
    /// What is wrong with the draft, by setting key; "name" for the name.
    QMap<QString, QString> problems() const;
    bool canTest() const { return type() && problems().isEmpty() && m_busy == Busy::Nothing; }
    bool canGoNext() const;
    /// "shop@localhost:5432/shop": the settings in one line, never a secret.
    QString connectionText() const;

    /// Also goes to the connection step.
    void chooseType(const QString& id);
    void setName(const QString& name);
    void setSetting(const QString& key, const QString& value);
    void setSecret(const QString& key, Secret secret);
    /// Fills the draft and picks the type.
    void parseUrl(Secret url);
    void test();
    /// Goes on where allowed; from Connection it tests and lists the tables first.
    void next();
    void back();
    /// Saves the source; `syncNow` then queues its first syncs. `frequency`: of the tables that were
    /// not chosen, for when they will be.
    void create(std::vector<TableChoice> choices, bool syncNow, SyncFrequency frequency = SyncFrequency::Never);
    /// Forgets the answer of what is under way and lets the draft be edited again.
    void stopWaiting();

Q_SIGNALS:
    void stepChanged();
    /// Draft, report, busy state or error moved.
    void changed();
    void tablesLoaded();
    void urlParsed();
    void finished(leat::SourceId id, int tables);

private:
    SourceDraft draft() const;
    void go(Step step);
    void begin(Busy what);
    void end();
    void draftEdited();
    void fail(const Error& error);
    void takeUrl(ParsedUrl parsed);
    void runTest(bool thenList);
    void listTables();
    void syncFirst(SourceId id);

    Control* m_control;
    WorldPtr m_world;
    Step m_step = Step::Type;
    Busy m_busy = Busy::Nothing;
    QString m_typeId;
    QString m_name;
    bool m_nameEdited = false;
    QMap<QString, QString> m_settings;
    SecretMap m_secrets;
    CheckReport m_report;
    TableList m_tables;
    bool m_tablesCurrent = false;
    std::optional<Error> m_error;
    quint64 m_generation = 0;
    SourceId m_syncWaits;
};

} // namespace leat
