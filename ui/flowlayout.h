// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLayout>

#include <memory>
#include <vector>

namespace leat {

/// Puts widgets beside each other as words in a line, and goes on below where there is no room.
class FlowLayout : public QLayout
{
    Q_OBJECT
public:
    FlowLayout(int spacing, QWidget* parent = nullptr);
    ~FlowLayout() override;
    void insertWidget(int at, QWidget* widget);

    void addItem(QLayoutItem* item) override;
    int count() const override;
    QLayoutItem* itemAt(int index) const override;
    QLayoutItem* takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    /// Lines stand at the side where they end, instead of where they begin.
    void setTrailing(bool trailing);
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSize() const override;
    void setGeometry(const QRect& rect) override;

private:
    int place(const QRect& rect, bool really) const;
    std::vector<std::unique_ptr<QLayoutItem>> m_items;
    bool m_trailing = false;
};

} // namespace leat
