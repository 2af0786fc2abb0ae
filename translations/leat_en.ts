<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>CursorEvidence</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SqliteCheck</name>
    <message numerus="yes">
        <source>%n table(s) readable</source>
        <translation>
            <numerusform>%n table readable</numerusform>
            <numerusform>%n tables readable</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>leat::AddSourceDialog</name>
    <message numerus="yes">
        <source>%1 of %n</source>
        <translation>
            <numerusform>%1 of %n</numerusform>
            <numerusform>%1 of %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n table(s) ticked</source>
        <translation>
            <numerusform>%1 of %n table ticked</numerusform>
            <numerusform>%1 of %n tables ticked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n table(s)</source>
        <translation>
            <numerusform>%n table</numerusform>
            <numerusform>%n tables</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n table(s) need a cursor or key</source>
        <translation>
            <numerusform>%n table needs a cursor or key</numerusform>
            <numerusform>%n tables need a cursor or key</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>leat::BulkBar</name>
    <message numerus="yes">
        <source>%n table(s) selected</source>
        <translation>
            <numerusform>%n table selected</numerusform>
            <numerusform>%n tables selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>leat::BundleDialog</name>
    <message numerus="yes">
        <source>%1 in %n file(s), without rows, cursor values and passwords.</source>
        <translation>
            <numerusform>%1 in %n file, without rows, cursor values and passwords.</numerusform>
            <numerusform>%1 in %n files, without rows, cursor values and passwords.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>leat::DetailsPanel</name>
    <message numerus="yes">
        <source>%1 of %n selected</source>
        <translation>
            <numerusform>%1 of %n selected</numerusform>
            <numerusform>%1 of %n selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n chosen</numerusform>
            <numerusform>%n chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n column(s), as the source has them now.</source>
        <translation>
            <numerusform>%n column, as the source has them now.</numerusform>
            <numerusform>%n columns, as the source has them now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) in quarantine…</source>
        <translation>
            <numerusform>%n row in quarantine…</numerusform>
            <numerusform>%n rows in quarantine…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) of the last sync had no exact form in the warehouse. The log names the columns.</source>
        <translation>
            <numerusform>%n value of the last sync had no exact form in the warehouse. The log names the columns.</numerusform>
            <numerusform>%n values of the last sync had no exact form in the warehouse. The log names the columns.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>leat::DiagnosisDialog</name>
    <message numerus="yes">
        <source>%n table(s) affected.</source>
        <translation>
            <numerusform>%n table affected.</numerusform>
            <numerusform>%n tables affected.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>leat::DoctorDialog</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>leat::Formatting</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>leat::HeatStripModel</name>
    <message numerus="yes">
        <source>%1, %2 of the last %n run(s) failed</source>
        <translation>
            <numerusform>%1, %2 of the last %n run failed</numerusform>
            <numerusform>%1, %2 of the last %n runs failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) before the newest</source>
        <translation>
            <numerusform>%n run before the newest</numerusform>
            <numerusform>%n runs before the newest</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>leat::HistoryView</name>
    <message numerus="yes">
        <source>%n run(s) shown</source>
        <translation>
            <numerusform>%n run shown</numerusform>
            <numerusform>%n runs shown</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>leat::HomePage</name>
    <message numerus="yes">
        <source>%n table(s)</source>
        <translation>
            <numerusform>%n table</numerusform>
            <numerusform>%n tables</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>leat::Incident</name>
    <message numerus="yes">
        <source>%n table(s) waiting</source>
        <translation>
            <numerusform>%n table waiting</numerusform>
            <numerusform>%n tables waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>leat::MainWindow</name>
    <message numerus="yes">
        <source>%n sync(s) queued.</source>
        <translation>
            <numerusform>%n sync queued.</numerusform>
            <numerusform>%n syncs queued.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n table(s) brought back with cursor and configuration.</source>
        <translation>
            <numerusform>%n table brought back with cursor and configuration.</numerusform>
            <numerusform>%n tables brought back with cursor and configuration.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n table(s) stay in the warehouse unless you tick the box. The next page says what goes and asks once more.</source>
        <translation>
            <numerusform>%n table stays in the warehouse unless you tick the box. The next page says what goes and asks once more.</numerusform>
            <numerusform>%n tables stay in the warehouse unless you tick the box. The next page says what goes and asks once more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copy %n table(s) again from the start?</source>
        <translation>
            <numerusform>Copy %n table again from the start?</numerusform>
            <numerusform>Copy %n tables again from the start?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Resync %n table(s)</source>
        <translation>
            <numerusform>Resync %n table</numerusform>
            <numerusform>Resync %n tables</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>leat::Notifier</name>
    <message numerus="yes">
        <source>%n left.</source>
        <translation>
            <numerusform>%n left.</numerusform>
            <numerusform>%n left.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new problem(s)</source>
        <translation>
            <numerusform>%n new problem</numerusform>
            <numerusform>%n new problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s) solved</source>
        <translation>
            <numerusform>%n problem solved</numerusform>
            <numerusform>%n problems solved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>leat::ProblemStrip</name>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>leat::QuarantineView</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Drop %n row(s) for good</source>
        <translation>
            <numerusform>Drop %n row for good</numerusform>
            <numerusform>Drop %n rows for good</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>leat::Requests</name>
    <message numerus="yes">
        <source>%n sync(s) queued.</source>
        <translation>
            <numerusform>%n sync queued.</numerusform>
            <numerusform>%n syncs queued.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sync(s) told to stop. Nothing half-done is kept.</source>
        <translation>
            <numerusform>%n sync told to stop. Nothing half-done is kept.</numerusform>
            <numerusform>%n syncs told to stop. Nothing half-done is kept.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n table(s) brought back with cursor and configuration.</source>
        <translation>
            <numerusform>%n table brought back with cursor and configuration.</numerusform>
            <numerusform>%n tables brought back with cursor and configuration.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n table(s) paused. Their data stay in the warehouse.</source>
        <translation>
            <numerusform>%n table paused. Its data stay in the warehouse.</numerusform>
            <numerusform>%n tables paused. Their data stay in the warehouse.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n table(s) take part in syncs again.</source>
        <translation>
            <numerusform>%n table takes part in syncs again.</numerusform>
            <numerusform>%n tables take part in syncs again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n table(s): %1.</source>
        <translation>
            <numerusform>%n table: %1.</numerusform>
            <numerusform>%n tables: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>leat::RotateDialog</name>
    <message numerus="yes">
        <source>Then sync the %n waiting table(s)</source>
        <translation>
            <numerusform>Then sync the %n waiting table</numerusform>
            <numerusform>Then sync the %n waiting tables</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>leat::SchemaDialog</name>
    <message numerus="yes">
        <source>%1 of %n</source>
        <translation>
            <numerusform>%1 of %n</numerusform>
            <numerusform>%1 of %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Apply %n change(s)</source>
        <translation>
            <numerusform>Apply %n change</numerusform>
            <numerusform>Apply %n changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>leat::SeriesModel</name>
    <message numerus="yes">
        <source>%n failure(s)</source>
        <translation>
            <numerusform>%n failure</numerusform>
            <numerusform>%n failures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>leat::Sidebar</name>
    <message numerus="yes">
        <source>%n table(s) · %1 rows</source>
        <translation>
            <numerusform>%n table · %1 rows</numerusform>
            <numerusform>%n tables · %1 rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>leat::SourceTableModel</name>
    <message numerus="yes">
        <source>%1 of %n table(s)</source>
        <translation>
            <numerusform>%1 of %n table</numerusform>
            <numerusform>%1 of %n tables</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>leat::SourcesPage</name>
    <message numerus="yes">
        <source>%n source(s)</source>
        <translation>
            <numerusform>%n source</numerusform>
            <numerusform>%n sources</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n table(s)</source>
        <translation>
            <numerusform>%n table</numerusform>
            <numerusform>%n tables</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>leat::TrashView</name>
    <message numerus="yes">
        <source>%n item(s), %1</source>
        <translation>
            <numerusform>%n item, %1</numerusform>
            <numerusform>%n items, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>leat::Tray</name>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>leat::Wording</name>
    <message numerus="yes">
        <source>%n new table(s): %1.</source>
        <translation>
            <numerusform>%n new table: %1.</numerusform>
            <numerusform>%n new tables: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them enabled.</source>
        <translation>
            <numerusform>%n of them enabled.</numerusform>
            <numerusform>%n of them enabled.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n table(s) gone: %1.</source>
        <translation>
            <numerusform>%n table gone: %1.</numerusform>
            <numerusform>%n tables gone: %1.</numerusform>
        </translation>
    </message>
</context>
</TS>
