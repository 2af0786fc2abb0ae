// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/schemainfo.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace leat {

/// Who paused a table, when and why, with the way back. Hidden for a table that nobody paused.
class PauseCard : public QFrame
{
    Q_OBJECT
public:
    explicit PauseCard(QWidget* parent = nullptr);
    void setSchema(const SchemaInfo& schema);

Q_SIGNALS:
    void resumeWanted();

private:
    QLabel* m_glyph;
    QLabel* m_text;
    QLabel* m_when;
    QPushButton* m_resume;
};

} // namespace leat
