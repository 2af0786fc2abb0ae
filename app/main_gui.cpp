// SPDX-License-Identifier: GPL-3.0-or-later
// The window's program: leat [--profile DIR] [--appearance auto|light|dark].
#include "app/composition.h"
#include "engine/api/errortext.h"
#include "ui/appearance.h"
#include "ui/icons.h"
#include "ui/language.h"
#include "ui/mainwindow.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QMessageBox>
#include <QPushButton>
#include <QSaveFile>
#include <QSettings>

namespace {

using namespace leat;

QString writeFile(const QString& path, const QByteArray& bytes)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return {};
    return QCoreApplication::translate("leat::Main", "%1 could not be written: %2.").arg(path, file.errorString());
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
    QApplication app(argc, argv);
    QApplication::setApplicationName(QStringLiteral("leat"));
    QApplication::setApplicationDisplayName(QStringLiteral("Leat"));
    QApplication::setApplicationVersion(QStringLiteral(LEAT_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("leat"));
    QApplication::setWindowIcon(leat::applicationIcon());

    QCommandLineParser parser;
    parser.setApplicationDescription(QCoreApplication::translate("leat::Main", "Keeps your own warehouse in step with your databases."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption profile(QStringLiteral("profile"), QCoreApplication::translate("leat::Main", "Open the profile in DIR."), QStringLiteral("DIR"));
    parser.addOption(profile);
    const QCommandLineOption look(QStringLiteral("appearance"), QCoreApplication::translate("leat::Main", "Start light or dark; auto follows the desktop."), QStringLiteral("auto|light|dark"));
    parser.addOption(look);
    parser.process(app);

    leat::installLanguage(app);
    leat::Appearance appearance(app);
    leat::EngineOptions options;
    options.profileDir = parser.isSet(profile) ? QDir(parser.value(profile)).absolutePath() : leat::defaultProfileDir();
    options.actor = QStringLiteral("window");
    options.interactive = true;
    options.schedule = true;
    leat::Result<std::unique_ptr<leat::Control>> control = leat::openEngine(options);
    if (!control)
        return explainFailure(control.error());

    QSettings settings(QDir(options.profileDir).filePath(QStringLiteral("window.ini")), QSettings::IniFormat);
    leat::MainWindow window(control->get(), {&settings, &appearance, writeFile});
    if (parser.isSet(look))
        appearance.setMode(leat::appearanceFromString(parser.value(look)));
    window.show();
    return QApplication::exec();
}
