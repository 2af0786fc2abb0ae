// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/exitcodes.h"
#include "app/cli/usage.h"

#include "clilab.h"

#include <QFile>
#include <QTest>

#include <functional>

using namespace leat;

/// The manual page must not fall behind the command tree.
class TestCliDocs final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyCommandIsInTheManual();
    void everyOptionIsInTheManual();
    void everyExitCodeIsInTheManual();
    void everyFieldIsInTheManual();

private:
    void visit(const std::function<void(const CLI::App&, const QString& path)>& handle);
    QString m_manual;
};

void TestCliDocs::initTestCase()
{
    QFile file(QStringLiteral(LEAT_MANUAL));
    QVERIFY2(file.open(QIODevice::ReadOnly), LEAT_MANUAL);
    m_manual = QString::fromUtf8(file.readAll()).replace(QStringLiteral("\\-"), QStringLiteral("-"));
}

void TestCliDocs::visit(const std::function<void(const CLI::App&, const QString&)>& handle)
{
    Invocation unused;
    const std::unique_ptr<CLI::App> root = makeCommandTree(unused);
    const std::function<void(const CLI::App&, const QString&)> walk = [&](const CLI::App& command, const QString& path) {
        handle(command, path);
        for (const CLI::App* sub : command.get_subcommands([](const CLI::App*) { return true; }))
            walk(*sub, (path + QLatin1Char(' ') + QString::fromStdString(sub->get_name())).trimmed());
    };
    walk(*root, QString());
}

void TestCliDocs::everyCommandIsInTheManual()
{
    int commands = 0;
    visit([&](const CLI::App& command, const QString& path) {
        const bool hasVerbs = !commandNames(command).isEmpty();
        if (!path.isEmpty() && !hasVerbs)
            QVERIFY2(m_manual.contains(QStringLiteral("**%1**").arg(path)), qPrintable(path));
        ++commands;
    });
    QVERIFY(commands > 30);
}

void TestCliDocs::everyOptionIsInTheManual()
{
    visit([&](const CLI::App& command, const QString& path) {
        for (const QString& option : optionNames(command))
            QVERIFY2(m_manual.contains(QStringLiteral("**%1**").arg(option)), qPrintable(path + QLatin1Char(' ') + option));
    });
}

void TestCliDocs::everyExitCodeIsInTheManual()
{
    const QString codes = m_manual.mid(m_manual.indexOf(QStringLiteral("# EXIT CODES")));
    for (const ExitCodeMeaning& row : exitCodeMeanings()) {
        QVERIFY2(codes.contains(QString::number(row.code)), qPrintable(QString::number(row.code)));
        if (row.code < 128)
            QVERIFY2(codes.contains(row.meaning), qPrintable(row.meaning));
    }
}

void TestCliDocs::everyFieldIsInTheManual()
{
    for (const QString& field : schemaFieldNames())
        QVERIFY2(m_manual.contains(QLatin1Char('`') + field + QLatin1Char('`')), qPrintable(field));
}

QTEST_GUILESS_MAIN(TestCliDocs)
#include "tst_clidocs.moc"
