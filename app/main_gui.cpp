// SPDX-License-Identifier: GPL-3.0-or-later
// The window's program: leat [--profile DIR] [--appearance auto|light|dark] [--language auto|en|de].
#include "app/composition.h"
#include "engine/api/errortext.h"
#include "ui/appearance.h"
#include "ui/icons.h"
#include "ui/language.h"
#include "ui/mainwindow.h"
#include "ui/preferences.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QMessageBox>
#include <QPushButton>
#include <QSaveFile>
#include <QSettings>
#include <QStandardPaths>

#include <cstdio>

namespace {

using namespace leat;

QString writeFile(const QString& path, const QByteArray& bytes)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return {};
    return QCoreApplication::translate("leat::Main", "%1 could not be written: %2.").arg(path, file.errorString());
}

QString saveFolder()
{
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return QDir(documents).exists() ? documents : QDir::homePath();
}

/// What the command line says for `option`, before there is an application that could parse it: the
/// size and the language must be known first.
QString early(int argc, char** argv, const QString& option)
{
    for (int i = 1; i < argc; ++i) {
        const QString word = QString::fromLocal8Bit(argv[i]);
        if (word == option && i + 1 < argc)
            return QString::fromLocal8Bit(argv[i + 1]);
        if (word.startsWith(option + QLatin1Char('=')))
            return word.section(QLatin1Char('='), 1);
    }
    return {};
}

QString profileOf(int argc, char** argv)
{
    const QString folder = early(argc, argv, QStringLiteral("--profile"));
    return folder.isEmpty() ? defaultProfileDir() : QDir(folder).absolutePath();
}

QString settingsFile(const QString& profile)
{
    return QDir(profile).filePath(QStringLiteral("window.ini"));
}

/// On top of what the desktop asks for, unless the environment says otherwise.
void applyScale(const Preferences& preferences)
{
    if (preferences.scale != 100 && !qEnvironmentVariableIsSet("QT_SCALE_FACTOR"))
        qputenv("QT_SCALE_FACTOR", QByteArray::number(preferences.scale / 100.0));
}

int explainFailure(const Error& error)
{
    const ErrorText text = describe(error);
    QMessageBox box(QMessageBox::Critical, QCoreApplication::translate("leat::Main", "Leat cannot open the profile"), text.sentence);
    box.setObjectName(QStringLiteral("startup.failure"));
    box.setTextFormat(Qt::PlainText);
    box.setInformativeText(text.remedy);
    box.setDetailedText(toString(error.code) + QLatin1Char('\n') + error.detail);
    QPushButton* quit = box.addButton(QCoreApplication::translate("leat::Main", "Quit"), QMessageBox::AcceptRole);
    box.setDefaultButton(quit);
    // The application's own loop, not a nested one: nothing else runs yet.
    QObject::connect(&box, &QDialog::finished, qApp, [] { QCoreApplication::exit(EXIT_FAILURE); });
    box.open();
    return QApplication::exec();
}

} // namespace

int main(int argc, char** argv)
{
    const QSettings chosen(settingsFile(profileOf(argc, argv)), QSettings::IniFormat);
    const leat::Preferences preferences = leat::Preferences::read(&chosen);
    applyScale(preferences);
    QApplication app(argc, argv);
    QApplication::setApplicationName(QStringLiteral("leat"));
    QApplication::setApplicationDisplayName(QStringLiteral("Leat"));
    QApplication::setApplicationVersion(QStringLiteral(LEAT_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("leat"));
    QApplication::setWindowIcon(leat::applicationIcon());

    const QString language = early(argc, argv, QStringLiteral("--language"));
    leat::installLanguage(app, language.isEmpty() ? preferences.language : language);
    QCommandLineParser parser;
    parser.setApplicationDescription(QCoreApplication::translate("leat::Main", "Keeps your own warehouse in step with your databases."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption profile(QStringLiteral("profile"), QCoreApplication::translate("leat::Main", "Open the profile in DIR."), QStringLiteral("DIR"));
    parser.addOption(profile);
    const QCommandLineOption look(QStringLiteral("appearance"), QCoreApplication::translate("leat::Main", "Start light or dark; auto follows the desktop."), QStringLiteral("auto|light|dark"));
    parser.addOption(look);
    const QCommandLineOption tongue(QStringLiteral("language"), QCoreApplication::translate("leat::Main", "Speak this language this time; auto follows the computer."), QStringLiteral("auto|") + leat::availableLanguages().join(QLatin1Char('|')));
    parser.addOption(tongue);
    parser.process(app);
    if (parser.isSet(tongue) && !leat::hasLanguage(parser.value(tongue))) {
        std::fputs(qPrintable(QCoreApplication::translate("leat::Main", "There are no texts in the language “%1”. Known: %2.").arg(parser.value(tongue), leat::availableLanguages().join(QStringLiteral(", "))) + QLatin1Char('\n')), stderr);
        return EXIT_FAILURE;
    }

    leat::Appearance appearance(app);
    leat::EngineOptions options;
    options.profileDir = parser.isSet(profile) ? QDir(parser.value(profile)).absolutePath() : leat::defaultProfileDir();
    options.actor = QStringLiteral("window");
    options.interactive = true;
    options.schedule = true;
    leat::Result<std::unique_ptr<leat::Control>> control = leat::openEngine(options);
    if (!control)
        return explainFailure(control.error());

    QSettings settings(settingsFile(options.profileDir), QSettings::IniFormat);
    leat::MainWindow window(control->get(), {&settings, &appearance, writeFile, saveFolder(), true});
    if (parser.isSet(look))
        appearance.setMode(leat::appearanceFromString(parser.value(look)));
    window.show();
    return QApplication::exec();
}
