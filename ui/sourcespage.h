// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sourcefilterproxy.h"
#include "models/sourcetablemodel.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTreeView;

namespace leat {

class ProblemStrip;
class Requests;

/// The tree of sources and tables, what needs a person above it, and the empty states.
class SourcesPage : public QWidget
{
    Q_OBJECT
public:
    SourcesPage(Requests* requests, QWidget* parent = nullptr);
    SourceTableModel& model() { return m_model; }
    SourceFilterProxy& proxy() { return m_proxy; }
    QTreeView* tree() const { return m_tree; }
    void setQuery(const QString& text);
    void select(SourceId id);
    void select(SchemaId id);
    SchemaId currentSchema() const;
    SourceId currentSource() const;
    /// Tables of the selection; of a selected source those that are selected for syncing.
    std::vector<SchemaId> selectedSchemas(bool withOff = false) const;
    void setTitle(const QString& title);
    ProblemStrip* problems() const { return m_strip; }

Q_SIGNALS:
    void selectionChanged();
    void addSourceWanted();
    void clearFilterWanted();
    void openSchema(leat::SchemaId id);
    void openSource(leat::SourceId id);
    void contextMenuWanted(const QPoint& at);

private:
    QWidget* makeTreePage();
    QWidget* makeEmptyPage();
    void makeTree();
    void setWidths();
    void apply();
    void selectRow(const QModelIndex& sourceIndex);

    Requests* m_requests;
    SourceTableModel m_model;
    SourceFilterProxy m_proxy;
    QStackedWidget* m_pages;
    QTreeView* m_tree = nullptr;
    QLabel* m_title = nullptr;
    QLabel* m_summary = nullptr;
    QWidget* m_nothingFound = nullptr;
    ProblemStrip* m_strip = nullptr;
};

} // namespace leat
