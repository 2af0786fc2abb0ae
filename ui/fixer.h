// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/incident.h"

#include <QObject>

namespace leat {

class Requests;

/// Does what the button of an incident or of a diagnosis says: sends the command, or asks the
/// window for the dialog that it needs.
class Fixer : public QObject
{
    Q_OBJECT
public:
    explicit Fixer(Requests* requests, QObject* parent = nullptr);
    void fix(const Incident& incident);
    /// `schemas`: what the trouble affects; `schema` valid when it is one table's own. `confirmed`: a
    /// resync was agreed to already. What deletes asks again whatever was said before.
    void run(const DiagnosisAction& action, SourceId source, SchemaId schema, const std::vector<SchemaId>& schemas, bool confirmed = false);

Q_SIGNALS:
    void rotateWanted(leat::SourceId id);
    void connectionWanted(leat::SourceId id);
    /// `field`: the one in trouble, by its name of the seeds (T2); empty: none in particular.
    void editorWanted(leat::SchemaId id, const QString& field);
    void resyncWanted(const std::vector<leat::SchemaId>& ids);
    void rewindWanted(leat::SchemaId id);
    void reviewDeletesWanted(leat::SchemaId id);
    void deleteDataWanted(const std::vector<leat::SchemaId>& ids);
    void schemaWanted(leat::SchemaId id);
    void sourceWanted(leat::SourceId id);
    void diagnosisWanted(leat::SourceId source, leat::SchemaId schema);
    void doctorWanted();

private:
    QString troubleOf(SchemaId id) const;
    Requests* m_requests;
};

} // namespace leat
