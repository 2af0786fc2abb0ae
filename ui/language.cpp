// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/language.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

// Outside the namespace by Qt's rule: the resources live in a static library.
static void initTexts() { Q_INIT_RESOURCE(leat_texts); }

namespace leat {

void installLanguage(QCoreApplication& app)
{
    initTexts();
    auto* english = new QTranslator(&app);
    if (english->load(QStringLiteral(":/i18n/leat_en.qm")))
        QCoreApplication::installTranslator(english);
    auto* own = new QTranslator(&app);
    if (QLocale().language() != QLocale::English && own->load(QLocale(), QStringLiteral("leat"), QStringLiteral("_"), QStringLiteral(":/i18n")))
        QCoreApplication::installTranslator(own);
}

} // namespace leat
