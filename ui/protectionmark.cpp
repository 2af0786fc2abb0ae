// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/protectionmark.h"

#include "engine/api/protection.h"
#include "ui/icons.h"
#include "ui/parts.h"
#include "ui/theme.h"

#include <QBoxLayout>
#include <QCoreApplication>
#include <QDialog>
#include <QEvent>
#include <QPainter>

#include <algorithm>

namespace leat {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("leat::ProtectionMark", text);
}

constexpr int kNamed = 3;
constexpr int kEdge = 3;

/// A frame around a whole dialog, above what is in it; style sheets draw none there.
class Edge : public QWidget
{
public:
    explicit Edge(QWidget* framed) : QWidget(framed)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setFocusPolicy(Qt::NoFocus);
        framed->installEventFilter(this);
        fit();
    }

protected:
    bool eventFilter(QObject*, QEvent* event) override
    {
        if (event->type() == QEvent::Resize || event->type() == QEvent::Show)
            fit();
        return false;
    }
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setPen(QPen(themeOf(palette()).production, kEdge));
        painter.drawRect(QRectF(rect()).adjusted(kEdge / 2.0, kEdge / 2.0, -kEdge / 2.0, -kEdge / 2.0));
    }

private:
    void fit()
    {
        setGeometry(parentWidget()->rect());
        raise();
    }
};

QLabel* makeShield(QWidget* parent, int size)
{
    auto* glyph = new QLabel(parent);
    glyph->setPixmap(tintedIcon(QStringLiteral("shield"), themeOf(parent->palette()).production, size, parent->devicePixelRatioF()));
    return glyph;
}

QString sentenceOf(const SourceInfo& source)
{
    if (protectionOf(source) == Protection::ReadOnly)
        return tr("%1: %2. No setting changes and nothing is deleted before its protection is taken off.").arg(protectionMark(source), source.name);
    return tr("%1: %2. Its name is typed before data are deleted.").arg(protectionMark(source), source.name);
}

} // namespace

ProtectionBadge::ProtectionBadge(QWidget* parent)
    : QFrame(parent), m_glyph(makeShield(this, 14)), m_word(makeLabel({}, "production", this))
{
    setProperty("role", QStringLiteral("badge"));
    auto* row = new QHBoxLayout(this);
    setMargins(row, 6, 1, 4);
    row->addWidget(m_glyph);
    row->addWidget(m_word);
    hide();
}

void ProtectionBadge::setMark(const QString& mark)
{
    m_glyph->setPixmap(tintedIcon(QStringLiteral("shield"), themeOf(palette()).production, 14, devicePixelRatioF()));
    m_word->setText(mark);
    setAccessibleName(mark);
    setVisible(!mark.isEmpty());
}

void ProtectionBadge::setCompact(bool compact)
{
    m_word->setVisible(!compact);
}

void ProtectionCard::setCompact(bool compact)
{
    m_badge->setCompact(compact);
    m_names->setVisible(!compact);
    layout()->setContentsMargins(compact ? 4 : 10, compact ? 4 : 10, compact ? 4 : 10, compact ? 4 : 10);
}

ProtectionCard::ProtectionCard(QWidget* parent)
    : QFrame(parent), m_badge(new ProtectionBadge(this)), m_names(makeParagraph({}, nullptr, this))
{
    setObjectName(QStringLiteral("nav.protected"));
    setProperty("role", QStringLiteral("guarded"));
    auto* column = new QVBoxLayout(this);
    setMargins(column, 10, 10, 6);
    column->addWidget(m_badge, 0, Qt::AlignLeft);
    column->addWidget(m_names);
}

void ProtectionCard::apply(const World& world)
{
    QStringList names;
    bool production = false;
    for (const SourceInfo& source : world.sources) {
        if (protectionMark(source).isEmpty())
            continue;
        names << source.name;
        production = production || isProduction(source);
    }
    const bool many = names.size() > kNamed;
    const QString shown = many ? QCoreApplication::translate("leat::ProtectionMark", "%1 and %2 more").arg(names.mid(0, kNamed).join(QStringLiteral(", "))).arg(names.size() - kNamed)
                               : names.join(QStringLiteral(", "));
    m_badge->setMark(names.isEmpty() ? QString() : production ? QCoreApplication::translate("leat::ProtectionMark", "Production") : QCoreApplication::translate("leat::ProtectionMark", "Read-only"));
    m_names->setText(shown);
    setToolTip(names.join(QStringLiteral(", ")));
    setAccessibleName(QCoreApplication::translate("leat::ProtectionMark", "Protected sources: %1").arg(names.join(QStringLiteral(", "))));
    setVisible(!names.isEmpty());
}

void frameIfProtected(QDialog* dialog, const World& world, const std::vector<SourceId>& sources)
{
    QStringList sentences;
    for (const SourceInfo& source : world.sources)
        if (std::find(sources.begin(), sources.end(), source.id) != sources.end() && !protectionMark(source).isEmpty())
            sentences << sentenceOf(source);
    auto* column = qobject_cast<QBoxLayout*>(dialog->layout());
    if (sentences.isEmpty() || column == nullptr)
        return;
    dialog->setProperty("production", true);
    column->setContentsMargins(kEdge, kEdge, kEdge, kEdge); // room for the frame
    new Edge(dialog);
    QFrame* banner = makeFrame("production", dialog);
    banner->setObjectName(QStringLiteral("protection.banner"));
    auto* row = new QHBoxLayout(banner);
    setMargins(row, 22, 8, kGrid);
    row->addWidget(makeShield(banner, 18));
    row->addWidget(makeParagraph(sentences.join(QLatin1Char('\n')), "production", banner), 1);
    banner->setAccessibleName(sentences.join(QLatin1Char(' ')));
    column->insertWidget(0, banner);
    resizeWithin(dialog, dialog->size() + QSize(0, banner->heightForWidth(dialog->width()))); // what was there keeps its room
}

std::vector<SourceId> sourcesOf(const World& world, const std::vector<SchemaId>& schemas)
{
    std::vector<SourceId> ids;
    for (SchemaId id : schemas)
        if (const SchemaInfo* schema = world.schema(id); schema && std::find(ids.begin(), ids.end(), schema->sourceId) == ids.end())
            ids.push_back(schema->sourceId);
    return ids;
}

} // namespace leat
