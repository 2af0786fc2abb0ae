// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/world.h"

#include <QFrame>

class QDialog;
class QLabel;

namespace leat {

/// A shield with the word of a source that is marked as production or read-only; hidden for others.
class ProtectionBadge : public QFrame
{
public:
    explicit ProtectionBadge(QWidget* parent = nullptr);
    /// Empty hides it.
    void setMark(const QString& mark);
    /// The shield alone, where there is no room for the word; it stays in the tool tip.
    void setCompact(bool compact);

private:
    QLabel* m_glyph;
    QLabel* m_word;
};

/// The protected sources by name, for the side of the window; hidden when there are none.
class ProtectionCard : public QFrame
{
public:
    explicit ProtectionCard(QWidget* parent = nullptr);
    void apply(const World& world);
    void setCompact(bool compact);

private:
    ProtectionBadge* m_badge;
    QLabel* m_names;
};

/// Frames a dialog that acts on such sources and says at its top which ones and what that means.
/// Nothing for others. Call it last in the constructor, when the dialog has its layout.
void frameIfProtected(QDialog* dialog, const World& world, const std::vector<SourceId>& sources);
/// The sources of these schemas, each once.
std::vector<SourceId> sourcesOf(const World& world, const std::vector<SchemaId>& schemas);

} // namespace leat
