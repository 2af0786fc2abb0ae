// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/heatstripmodel.h"

#include <QTableView>

namespace leat {

/// Tables × last runs as small squares; a cross, a dash or a dot inside tells the outcome without
/// colour. A table view, so keyboard and screen reader walk it like any other.
class HeatStrip : public QTableView
{
    Q_OBJECT
public:
    explicit HeatStrip(HeatStripModel* model, QWidget* parent = nullptr);

Q_SIGNALS:
    void tableChosen(leat::SchemaId id);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fitColumns();
};

} // namespace leat
