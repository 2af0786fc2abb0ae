// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/control.h"
#include "models/columnchoicemodel.h"
#include "models/historymodel.h"
#include "models/runlogmodel.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QTabWidget;
class QTableView;

namespace leat {

class ElidedLabel;
class ErrorCard;
class PauseCard;
class ProtectionBadge;
class FactGrid;
class Requests;

/// What is known of the selected source or table: overview, columns, history, log.
class DetailsPanel : public QWidget
{
    Q_OBJECT
public:
    DetailsPanel(Requests* requests, QWidget* parent = nullptr);
    void showNothing();
    void showSchema(SchemaId id);
    void showSource(SourceId id);
    void showLog();
    /// Relative times moved on.
    void refresh();

Q_SIGNALS:
    void reviewDeletesWanted(leat::SchemaId id);
    void diagnosisWanted(leat::SourceId source, leat::SchemaId schema);
    void rotateWanted(leat::SourceId id);
    void quarantineWanted(leat::SchemaId id);
    void editSchema(leat::SchemaId id);
    void editSource(leat::SourceId id);

private:
    QWidget* makeHeader();
    QWidget* makeOverview();
    QWidget* makeColumns();
    QWidget* makeHistory();
    QWidget* makeLog();
    void apply(const ChangeSet& changes);
    void fillSchema(const SchemaInfo& schema);
    void fillSource(const SourceInfo& source);
    void fillFacts(const SchemaInfo& schema);
    void fillLastRun();
    void loadTab();
    void loadColumns();

    Requests* m_requests;
    Control* m_control;
    SchemaId m_schema;
    SourceId m_source;
    HistoryModel m_history;
    RunLogModel m_log;
    ColumnChoiceModel m_columns;
    SchemaId m_columnsOf;
    QTabWidget* m_tabs;
    ElidedLabel* m_title = nullptr;
    ElidedLabel* m_subtitle = nullptr;
    ProtectionBadge* m_mark = nullptr;
    QLabel* m_glyph = nullptr;
    QLabel* m_status = nullptr;
    bool m_login = false;          ///< the error is one of credentials
    ErrorCard* m_error = nullptr;
    PauseCard* m_paused = nullptr;
    QWidget* m_heldBack = nullptr;
    QLabel* m_heldText = nullptr;
    QPushButton* m_replace = nullptr;
    QPushButton* m_accept = nullptr;
    QPushButton* m_review = nullptr;
    FactGrid* m_figures = nullptr;
    QLabel* m_howTitle = nullptr;
    FactGrid* m_how = nullptr;
    QLabel* m_guaranteeTitle = nullptr;
    QLabel* m_guarantee = nullptr;
    QLabel* m_losses = nullptr;
    QPushButton* m_quarantine = nullptr;
    QPushButton* m_edit = nullptr;
    QLabel* m_columnsNote = nullptr;
    QLabel* m_logTitle = nullptr;
};

} // namespace leat
