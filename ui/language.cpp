// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/language.h"

#include <QCoreApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

// Outside the namespace by Qt's rule: the resources live in a static library.
static void initTexts() { Q_INIT_RESOURCE(leat_texts); }

namespace leat {

void installLanguage(QCoreApplication& app, const QString& language)
{
    initTexts();
    const QLocale locale = language.isEmpty() || language == QLatin1String("auto") ? QLocale() : QLocale(language);
    if (locale != QLocale())
        QLocale::setDefault(locale);
    auto* english = new QTranslator(&app);
    if (english->load(QStringLiteral(":/i18n/leat_en.qm")))
        QCoreApplication::installTranslator(english);
    // Qt's own words, such as those of the file dialog, where the system has them.
    auto* toolkit = new QTranslator(&app);
    if (locale.language() != QLocale::English && toolkit->load(locale, QStringLiteral("qtbase"), QStringLiteral("_"), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(toolkit);
    auto* own = new QTranslator(&app);
    if (locale.language() != QLocale::English && own->load(locale, QStringLiteral("leat"), QStringLiteral("_"), QStringLiteral(":/i18n")))
        QCoreApplication::installTranslator(own);
}

QStringList availableLanguages()
{
    initTexts();
    QStringList codes;
    for (const QString& file : QDir(QStringLiteral(":/i18n")).entryList({QStringLiteral("leat_*.qm")}))
        codes << file.mid(5).chopped(3);
    return codes;
}

bool hasLanguage(const QString& language)
{
    return language == QLatin1String("auto") || availableLanguages().contains(language.section(QLatin1Char('_'), 0, 0).section(QLatin1Char('-'), 0, 0));
}

} // namespace leat
