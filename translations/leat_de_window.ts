<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>leat</name>
    <message>
        <source>%1 differed from its source and was repaired.</source>
        <translation>%1 wich von der Quelle ab und wurde repariert.</translation>
    </message>
    <message>
        <source>%1 differs from its source.</source>
        <translation>%1 weicht von der Quelle ab.</translation>
    </message>
    <message>
        <source>%1 is equal to its source, row by row.</source>
        <translation>%1 gleicht der Quelle, Zeile für Zeile.</translation>
    </message>
    <message>
        <source>%1 rows that are gone at the source were deleted.</source>
        <translation>%1 Zeilen, die in der Quelle weg sind, wurden gelöscht.</translation>
    </message>
    <message>
        <source>%1 rows that are gone at the source were marked as deleted.</source>
        <translation>%1 Zeilen, die in der Quelle weg sind, wurden als gelöscht markiert.</translation>
    </message>
    <message>
        <source>%1 rows that were marked earlier</source>
        <translation>%1 früher markierte Zeilen</translation>
    </message>
    <message>
        <source>%1 rows; the next sync brings them</source>
        <translation>%1 Zeilen; die nächste Synchronisierung bringt sie</translation>
    </message>
    <message>
        <source>%1 rows; they are never taken for deleted</source>
        <translation>%1 Zeilen; sie gelten nie als gelöscht</translation>
    </message>
    <message>
        <source>%1 rows; verify and repair brings them</source>
        <translation>%1 Zeilen; Vergleichen und Reparieren bringt sie</translation>
    </message>
    <message>
        <source>%1, column %2: %3 at the source, %4 here</source>
        <translation>%1, Spalte %2: %3 in der Quelle, %4 hier</translation>
    </message>
    <message>
        <source>About Leat</source>
        <translation>Über Leat</translation>
    </message>
    <message>
        <source>All terms must hold. Terms of one kind are alternatives. What is not understood is searched for as a word.</source>
        <translation>Alle Begriffe müssen zutreffen. Begriffe derselben Art sind Alternativen. Was nicht verstanden wird, wird als Wort gesucht.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Compared</source>
        <translation>Verglichen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Deletes of %1</source>
        <translation>Löschungen von %1</translation>
    </message>
    <message>
        <source>GPL-3.0-or-later</source>
        <translation>GPL-3.0-or-later</translation>
    </message>
    <message>
        <source>Keeps your own warehouse in step with your databases.</source>
        <translation>Hält das eigene Warehouse im Gleichschritt mit den Datenbanken.</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Keys that differ</source>
        <translation>Abweichende Schlüssel</translation>
    </message>
    <message>
        <source>Keys that travelled</source>
        <translation>Übertragene Schlüssel</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Many rows of %1 are gone at the source. Nothing was deleted yet.</source>
        <translation>Viele Zeilen von %1 sind in der Quelle weg. Noch wurde nichts gelöscht.</translation>
    </message>
    <message>
        <source>Missing here</source>
        <translation>Hier fehlend</translation>
    </message>
    <message>
        <source>Missing in the warehouse</source>
        <translation>Fehlt im Warehouse</translation>
    </message>
    <message>
        <source>No row of %1 is gone at the source.</source>
        <translation>Keine Zeile von %1 ist in der Quelle weg.</translation>
    </message>
    <message>
        <source>Not at the source any more</source>
        <translation>Nicht mehr an der Quelle</translation>
    </message>
    <message>
        <source>Not synced yet</source>
        <translation>Noch nicht synchronisiert</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Purged</source>
        <translation>Endgültig gelöscht</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>Reparieren</translation>
    </message>
    <message>
        <source>Repairing replaces only the ranges that differ. The cursor stays.</source>
        <translation>Reparieren ersetzt nur die abweichenden Bereiche. Der Cursor bleibt.</translation>
    </message>
    <message>
        <source>Review deletes…</source>
        <translation>Löschungen prüfen…</translation>
    </message>
    <message>
        <source>Rows at the source</source>
        <translation>Zeilen an der Quelle</translation>
    </message>
    <message>
        <source>Rows here</source>
        <translation>Zeilen hier</translation>
    </message>
    <message>
        <source>Rows that changed at the source after the last sync count too: sync first, then verify again.</source>
        <translation>Zeilen, die sich nach der letzten Synchronisierung in der Quelle geändert haben, zählen mit: erst synchronisieren, dann erneut prüfen.</translation>
    </message>
    <message>
        <source>Rows that travelled</source>
        <translation>Übertragene Zeilen</translation>
    </message>
    <message>
        <source>Same key, other values</source>
        <translation>Gleicher Schlüssel, andere Werte</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Search shortcuts</source>
        <translation>Tastenkürzel suchen</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Snapshot of</source>
        <translation>Momentaufnahme von</translation>
    </message>
    <message>
        <source>Sync and compare again</source>
        <translation>Synchronisieren und neu vergleichen</translation>
    </message>
    <message>
        <source>The language of the search</source>
        <translation>Die Sprache der Suche</translation>
    </message>
    <message>
        <source>Verify %1</source>
        <translation>%1 prüfen</translation>
    </message>
    <message>
        <source>Warehouse</source>
        <translation>Warehouse</translation>
    </message>
    <message>
        <source>Without a whole key</source>
        <translation>Ohne vollständigen Schlüssel</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
    <message>
        <source>as wholes, because the table has no key</source>
        <translation>als Ganzes, weil die Tabelle keinen Schlüssel hat</translation>
    </message>
    <message>
        <source>as wholes; earlier versions stay by design</source>
        <translation>als Ganzes; frühere Fassungen bleiben mit Absicht</translation>
    </message>
    <message>
        <source>by key and a hash of each row</source>
        <translation>nach Schlüssel und einer Prüfsumme jeder Zeile</translation>
    </message>
</context>
<context>
    <name>leat::AddSourceDialog</name>
    <message numerus="yes">
        <source>%1 of %n</source>
        <translation>
            <numerusform>%1 von %n</numerusform>
            <numerusform>%1 von %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n table(s) ticked</source>
        <translation>
            <numerusform>%1 von %n Tabelle angehakt</numerusform>
            <numerusform>%1 von %n Tabellen angehakt</numerusform>
        </translation>
    </message>
    <message>
        <source>%1.&lt;table&gt;</source>
        <translation>%1.&lt;Tabelle&gt;</translation>
    </message>
    <message numerus="yes">
        <source>%n table(s)</source>
        <translation>
            <numerusform>%n Tabelle</numerusform>
            <numerusform>%n Tabellen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n table(s) need a cursor or key</source>
        <translation>
            <numerusform>%n Tabelle braucht einen Cursor oder Schlüssel</numerusform>
            <numerusform>%n Tabellen brauchen einen Cursor oder Schlüssel</numerusform>
        </translation>
    </message>
    <message>
        <source>Add a source</source>
        <translation>Quelle hinzufügen</translation>
    </message>
    <message>
        <source>Also the name of its schema in the warehouse.</source>
        <translation>Zugleich der Name ihres Schemas im Warehouse.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>By themselves while this window or “leatctl run-scheduler” is open. Every table's frequency can be changed later.</source>
        <translation>Von selbst, solange dieses Fenster oder „leatctl run-scheduler“ offen ist. Die Häufigkeit jeder Tabelle lässt sich später ändern.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Clear all shown</source>
        <translation>Alle gezeigten abwählen</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Connection URL</source>
        <translation>Verbindungs-URL</translation>
    </message>
    <message>
        <source>Connection test</source>
        <translation>Verbindungstest</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Create and sync</source>
        <translation>Anlegen und synchronisieren</translation>
    </message>
    <message>
        <source>Create only</source>
        <translation>Nur anlegen</translation>
    </message>
    <message>
        <source>Create source</source>
        <translation>Quelle anlegen</translation>
    </message>
    <message>
        <source>Creating the source…</source>
        <translation>Quelle wird angelegt…</translation>
    </message>
    <message>
        <source>Each step is shown as it happens. Nothing is saved before the last page.</source>
        <translation>Jeder Schritt wird gezeigt, während er geschieht. Vor der letzten Seite wird nichts gespeichert.</translation>
    </message>
    <message>
        <source>Every 6 hours by cursor, complete copies once a day (suggested)</source>
        <translation>Mit Cursor alle 6 Stunden, volle Kopien einmal am Tag (Vorschlag)</translation>
    </message>
    <message>
        <source>First sync</source>
        <translation>Erste Synchronisierung</translation>
    </message>
    <message>
        <source>How often the tables sync</source>
        <translation>Wie oft die Tabellen synchronisiert werden</translation>
    </message>
    <message>
        <source>In the warehouse</source>
        <translation>Im Warehouse</translation>
    </message>
    <message>
        <source>Listing the tables…</source>
        <translation>Tabellen werden aufgelistet…</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Name of the source</source>
        <translation>Name der Quelle</translation>
    </message>
    <message>
        <source>Nothing syncs until you ask for it, or choose a frequency.</source>
        <translation>Nichts wird synchronisiert, bis es verlangt oder eine Häufigkeit gewählt wird.</translation>
    </message>
    <message>
        <source>Or paste a connection URL</source>
        <translation>Oder eine Verbindungs-URL einfügen</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Paste a URL to fill in the fields</source>
        <translation>Eine URL einfügen, um die Felder auszufüllen</translation>
    </message>
    <message>
        <source>Paste a URL: %1</source>
        <translation>Eine URL einfügen: %1</translation>
    </message>
    <message>
        <source>Press Enter to fill in the fields. A password in the URL goes to the keychain, never into settings or logs.</source>
        <translation>Die Eingabetaste füllt die Felder aus. Ein Passwort in der URL kommt in den Schlüsselbund, nie in Einstellungen oder Protokolle.</translation>
    </message>
    <message>
        <source>Reading the URL…</source>
        <translation>URL wird gelesen…</translation>
    </message>
    <message>
        <source>Ready to create</source>
        <translation>Bereit zum Anlegen</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>Search tables</source>
        <translation>Tabellen suchen</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Space ticks a table. F2 or a double click changes method, cursor or key.</source>
        <translation>Die Leertaste hakt eine Tabelle an. F2 oder ein Doppelklick ändert Methode, Cursor oder Schlüssel.</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tabellen</translation>
    </message>
    <message>
        <source>Tables of the source</source>
        <translation>Tabellen der Quelle</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>Verbindung testen</translation>
    </message>
    <message>
        <source>Testing the connection…</source>
        <translation>Verbindung wird getestet…</translation>
    </message>
    <message>
        <source>The first sync copies each ticked table into the warehouse. You can close this window meanwhile, cancel a sync, or change a table's method at any time.</source>
        <translation>Die erste Synchronisierung kopiert jede angehakte Tabelle ins Warehouse. Währenddessen lässt sich dieses Fenster schließen, eine Synchronisierung abbrechen oder die Methode einer Tabelle ändern.</translation>
    </message>
    <message>
        <source>Then sync</source>
        <translation>Danach synchronisieren</translation>
    </message>
    <message>
        <source>Tick all shown</source>
        <translation>Alle gezeigten anhaken</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Where are your data?</source>
        <translation>Wo sind die Daten?</translation>
    </message>
    <message>
        <source>about %1 rows</source>
        <translation>etwa %1 Zeilen</translation>
    </message>
    <message>
        <source>kept in the keychain</source>
        <translation>im Schlüsselbund aufbewahrt</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keines</translation>
    </message>
</context>
<context>
    <name>leat::BulkBar</name>
    <message numerus="yes">
        <source>%n table(s) selected</source>
        <translation>
            <numerusform>%n Tabelle ausgewählt</numerusform>
            <numerusform>%n Tabellen ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Clear the selection</source>
        <translation>Auswahl aufheben</translation>
    </message>
    <message>
        <source>Frequency</source>
        <translation>Häufigkeit</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Synchronisieren</translation>
    </message>
</context>
<context>
    <name>leat::BulkResult</name>
    <message>
        <source>%1 of %2 done</source>
        <translation>%1 von %2 fertig</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Done; a sync is queued</source>
        <translation>Fertig; eine Synchronisierung ist eingereiht</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Result of each table</source>
        <translation>Ergebnis jeder Tabelle</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
</context>
<context>
    <name>leat::BundleDialog</name>
    <message>
        <source>%1  ·  %2</source>
        <translation>%1  ·  %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 in %n file(s), without rows, cursor values and passwords.</source>
        <translation>
            <numerusform>%1 in %n Datei, ohne Zeilen, Cursorwerte und Passwörter.</numerusform>
            <numerusform>%1 in %n Dateien, ohne Zeilen, Cursorwerte und Passwörter.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Collecting…</source>
        <translation>Wird gesammelt…</translation>
    </message>
    <message>
        <source>Content of the file</source>
        <translation>Inhalt der Datei</translation>
    </message>
    <message>
        <source>Diagnostics bundle</source>
        <translation>Diagnosepaket</translation>
    </message>
    <message>
        <source>Diagnostics for a person who helps</source>
        <translation>Diagnosedaten für eine helfende Person</translation>
    </message>
    <message>
        <source>Files of the bundle</source>
        <translation>Dateien des Pakets</translation>
    </message>
    <message>
        <source>Left out: %1 fields. Taken out of texts: %2 secrets. The report, the first file, says by which layer.</source>
        <translation>Weggelassen: %1 Felder. Aus Texten herausgenommen: %2 Geheimnisse. Der Bericht, die erste Datei, nennt die Schicht.</translation>
    </message>
    <message>
        <source>Nothing is sent. The file is readable by you alone.</source>
        <translation>Nichts wird gesendet. Nur das eigene Konto kann die Datei lesen.</translation>
    </message>
    <message>
        <source>Replace names of hosts, users, tables and columns by hashes</source>
        <translation>Namen von Rechnern, Konten, Tabellen und Spalten durch Hashes ersetzen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Speichern als</translation>
    </message>
    <message>
        <source>Save the bundle</source>
        <translation>Das Paket speichern</translation>
    </message>
    <message>
        <source>Zip files (*.zip)</source>
        <translation>Zip-Dateien (*.zip)</translation>
    </message>
</context>
<context>
    <name>leat::ChartCard</name>
    <message>
        <source>Show “%1” as a table</source>
        <translation>„%1“ als Tabelle zeigen</translation>
    </message>
</context>
<context>
    <name>leat::CheckView</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
</context>
<context>
    <name>leat::CommandPalette</name>
    <message>
        <source>A table, an action, or what you want to do</source>
        <translation>Eine Tabelle, eine Aktion oder ein Vorhaben</translation>
    </message>
    <message>
        <source>Go to anything</source>
        <translation>Überallhin gehen</translation>
    </message>
    <message>
        <source>Nothing fits. Try a part of a name.</source>
        <translation>Nichts passt. Einen Teil eines Namens versuchen.</translation>
    </message>
    <message>
        <source>What fits</source>
        <translation>Was passt</translation>
    </message>
    <message>
        <source>What to open or do</source>
        <translation>Was geöffnet oder getan werden soll</translation>
    </message>
</context>
<context>
    <name>leat::DeletesEditor</name>
    <message>
        <source> days</source>
        <translation> Tage</translation>
    </message>
    <message>
        <source>Ask above</source>
        <translation>Fragen ab</translation>
    </message>
    <message>
        <source>Compare keys</source>
        <translation>Schlüssel vergleichen</translation>
    </message>
    <message>
        <source>Days until marked rows are purged</source>
        <translation>Tage, bis markierte Zeilen gelöscht werden</translation>
    </message>
    <message>
        <source>Deleted rows</source>
        <translation>Gelöschte Zeilen</translation>
    </message>
    <message>
        <source>Like 20%, 1000 or 20%,100000</source>
        <translation>Etwa 20%, 1000 oder 20%,100000</translation>
    </message>
    <message>
        <source>When more rows than this share, or than this number, are gone at once, nothing is deleted before you confirm it.</source>
        <translation>Sind auf einmal mehr Zeilen weg als dieser Anteil oder diese Zahl, wird vor der Bestätigung nichts gelöscht.</translation>
    </message>
    <message>
        <source>ask above</source>
        <translation>fragen ab</translation>
    </message>
</context>
<context>
    <name>leat::DestroyDialog</name>
    <message>
        <source>%1 rows are gone by now, many more than were confirmed; nothing was deleted.</source>
        <translation>Inzwischen sind %1 Zeilen weg, viel mehr als bestätigt wurden; nichts wurde gelöscht.</translation>
    </message>
    <message>
        <source>%1 rows were deleted.</source>
        <translation>%1 Zeilen wurden gelöscht.</translation>
    </message>
    <message>
        <source>%1 rows were marked as deleted.</source>
        <translation>%1 Zeilen wurden als gelöscht markiert.</translation>
    </message>
    <message>
        <source>%1 rows, %2. The trash keeps them until %3 and brings them back with cursor and configuration.</source>
        <translation>%1 Zeilen, %2. Der Papierkorb behält sie bis %3 und bringt sie mit Cursor und Konfiguration zurück.</translation>
    </message>
    <message>
        <source>%1 rows, %2. This cannot be undone.</source>
        <translation>%1 Zeilen, %2. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>%1 rows. If the source is wrong, mend it instead: the next comparison takes the question back.</source>
        <translation>%1 Zeilen. Ist die Quelle falsch, statt dessen sie richten: Der nächste Vergleich nimmt die Frage zurück.</translation>
    </message>
    <message>
        <source>%1: done.</source>
        <translation>%1: fertig.</translation>
    </message>
    <message>
        <source>%1: done. The trash keeps it until %2.</source>
        <translation>%1: fertig. Der Papierkorb behält es bis %2.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cannot be read again</source>
        <translation>Nur noch hier</translation>
    </message>
    <message>
        <source>Confirm deletes</source>
        <translation>Löschungen bestätigen</translation>
    </message>
    <message>
        <source>Delete and copy again</source>
        <translation>Löschen und neu kopieren</translation>
    </message>
    <message>
        <source>Delete data</source>
        <translation>Daten löschen</translation>
    </message>
    <message>
        <source>Empty the trash</source>
        <translation>Papierkorb leeren</translation>
    </message>
    <message>
        <source>Looking at what this takes away…</source>
        <translation>Es wird ermittelt, was damit verschwindet…</translation>
    </message>
    <message>
        <source>Remove source</source>
        <translation>Quelle entfernen</translation>
    </message>
    <message>
        <source>Resync safely instead</source>
        <translation>Stattdessen sicher neu einlesen</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Synced</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Type the name to confirm</source>
        <translation>Zur Bestätigung den Namen eingeben</translation>
    </message>
    <message>
        <source>Type “%1” to confirm.</source>
        <translation>Zur Bestätigung „%1“ eingeben.</translation>
    </message>
    <message>
        <source>What goes</source>
        <translation>Was verschwindet</translation>
    </message>
</context>
<context>
    <name>leat::DetailsPanel</name>
    <message>
        <source>%1 in the warehouse</source>
        <translation>%1 im Warehouse</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n selected</source>
        <translation>
            <numerusform>%1 von %n ausgewählt</numerusform>
            <numerusform>%1 von %n ausgewählt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n gewählt</numerusform>
            <numerusform>%n gewählt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n column(s), as the source has them now.</source>
        <translation>
            <numerusform>%n Spalte, wie die Quelle sie jetzt hat.</numerusform>
            <numerusform>%n Spalten, wie die Quelle sie jetzt hat.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) in quarantine…</source>
        <translation>
            <numerusform>%n Zeile in Quarantäne…</numerusform>
            <numerusform>%n Zeilen in Quarantäne…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) of the last sync had no exact form in the warehouse. The log names the columns.</source>
        <translation>
            <numerusform>%n Wert der letzten Synchronisierung hatte im Warehouse keine exakte Form. Das Protokoll nennt die Spalten.</numerusform>
            <numerusform>%n Werte der letzten Synchronisierung hatten im Warehouse keine exakte Form. Das Protokoll nennt die Spalten.</numerusform>
        </translation>
    </message>
    <message>
        <source>About %1 at the source</source>
        <translation>Etwa %1 an der Quelle</translation>
    </message>
    <message>
        <source>Accept changes and sync</source>
        <translation>Änderungen annehmen und synchronisieren</translation>
    </message>
    <message>
        <source>Change how it syncs</source>
        <translation>Synchronisierung ändern</translation>
    </message>
    <message>
        <source>Change the connection</source>
        <translation>Verbindung ändern</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändern…</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Cursor</source>
        <translation>Cursor</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Diagnose…</source>
        <translation>Diagnose…</translation>
    </message>
    <message>
        <source>Fix credentials…</source>
        <translation>Zugangsdaten berichtigen…</translation>
    </message>
    <message>
        <source>Frequency</source>
        <translation>Häufigkeit</translation>
    </message>
    <message>
        <source>Guarantee: %1</source>
        <translation>Garantie: %1</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>How it syncs</source>
        <translation>Wie synchronisiert wird</translation>
    </message>
    <message>
        <source>Keep and pause</source>
        <translation>Behalten und anhalten</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Last run</source>
        <translation>Letzter Lauf</translation>
    </message>
    <message>
        <source>Last synced</source>
        <translation>Zuletzt synchronisiert</translation>
    </message>
    <message>
        <source>Late commits</source>
        <translation>Späte Commits</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Lookback</source>
        <translation>Rückgriff</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>Newest run. Open a run under History to see its log.</source>
        <translation>Neuester Lauf. Ein Lauf unter Verlauf zeigt sein Protokoll.</translation>
    </message>
    <message>
        <source>Next run</source>
        <translation>Nächster Lauf</translation>
    </message>
    <message>
        <source>Next try</source>
        <translation>Nächster Versuch</translation>
    </message>
    <message>
        <source>No run yet.</source>
        <translation>Noch kein Lauf.</translation>
    </message>
    <message>
        <source>Not tried yet</source>
        <translation>Noch nicht versucht</translation>
    </message>
    <message>
        <source>Nothing selected</source>
        <translation>Nichts ausgewählt</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Read up to</source>
        <translation>Gelesen bis</translation>
    </message>
    <message>
        <source>Reading the source…</source>
        <translation>Quelle wird gelesen…</translation>
    </message>
    <message>
        <source>Replace by empty</source>
        <translation>Durch leer ersetzen</translation>
    </message>
    <message>
        <source>Review deletes…</source>
        <translation>Löschungen prüfen…</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Runs of this table</source>
        <translation>Läufe dieser Tabelle</translation>
    </message>
    <message>
        <source>Select a source or a table to see its details.</source>
        <translation>Eine Quelle oder Tabelle auswählen, um ihre Details zu sehen.</translation>
    </message>
    <message>
        <source>Syncs find nothing new, for longer than ever before. Compare the table with its source.</source>
        <translation>Die Synchronisierungen finden so lange nichts Neues wie noch nie. Die Tabelle mit ihrer Quelle vergleichen.</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tabellen</translation>
    </message>
    <message>
        <source>Tables listed</source>
        <translation>Tabellen aufgelistet</translation>
    </message>
    <message>
        <source>The last sync is older than twice the table's interval.</source>
        <translation>Die letzte Synchronisierung ist älter als das doppelte Intervall der Tabelle.</translation>
    </message>
    <message>
        <source>The source is empty now, the warehouse has %1 rows. Nothing was changed.</source>
        <translation>Die Quelle ist jetzt leer, das Warehouse hat %1 Zeilen. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>The source refused the login. More tries could lock the account, so that none is made before you give new credentials, test the connection or sync.</source>
        <translation>Die Quelle hat die Anmeldung abgelehnt. Weitere Versuche könnten das Konto sperren; es folgt keiner, bevor die Zugangsdaten erneuert werden, die Verbindung getestet oder synchronisiert wird.</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Unreachable</source>
        <translation>Nicht erreichbar</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>not chosen</source>
        <translation>nicht gewählt</translation>
    </message>
    <message>
        <source>when you ask for it</source>
        <translation>auf Anforderung</translation>
    </message>
</context>
<context>
    <name>leat::DiagnosisDialog</name>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 On the command line: %2</source>
        <translation>%1 Auf der Befehlszeile: %2</translation>
    </message>
    <message>
        <source>%1: %2 %3</source>
        <translation>%1: %2 %3</translation>
    </message>
    <message numerus="yes">
        <source>%n table(s) affected.</source>
        <translation>
            <numerusform>%n Tabelle betroffen.</numerusform>
            <numerusform>%n Tabellen betroffen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Also possible: %1</source>
        <translation>Auch möglich: %1</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Check and sync</source>
        <translation>Prüfen und synchronisieren</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Wird geprüft…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Confidence: %1 · rule %2</source>
        <translation>Sicherheit: %1 · Regel %2</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Bestätigen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Diagnosis</source>
        <translation>Diagnose</translation>
    </message>
    <message>
        <source>Diagnosis of %1</source>
        <translation>Diagnose von %1</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Wird untersucht…</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Not solved yet</source>
        <translation>Noch nicht gelöst</translation>
    </message>
    <message>
        <source>Not suggested. %1</source>
        <translation>Nicht empfohlen. %1</translation>
    </message>
    <message>
        <source>Nothing has been done yet.</source>
        <translation>Noch wurde nichts getan.</translation>
    </message>
    <message>
        <source>Nothing runs until you resume it. The data stay as they are.</source>
        <translation>Bis zum Fortsetzen läuft nichts. Die Daten bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Raw text of the failure</source>
        <translation>Rohtext des Fehlers</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Since %1.</source>
        <translation>Seit %1.</translation>
    </message>
    <message>
        <source>Solved</source>
        <translation>Gelöst</translation>
    </message>
    <message>
        <source>Something else now</source>
        <translation>Jetzt etwas anderes</translation>
    </message>
    <message>
        <source>The checks pass, and the last sync did too. The incident is closed.</source>
        <translation>Die Prüfungen bestehen, und die letzte Synchronisierung auch. Die Störung ist behoben.</translation>
    </message>
    <message>
        <source>The checks pass. Syncing once…</source>
        <translation>Die Prüfungen sind bestanden. Es wird einmal synchronisiert…</translation>
    </message>
    <message>
        <source>We could not classify this.</source>
        <translation>Das ließ sich nicht einordnen.</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Was zu tun ist</translation>
    </message>
    <message>
        <source>What was seen</source>
        <translation>Was zu sehen war</translation>
    </message>
    <message>
        <source>When it is done, the same checks are made again.</source>
        <translation>Ist es getan, folgen dieselben Prüfungen noch einmal.</translation>
    </message>
    <message>
        <source>When that is done, press “Check and sync”: the same checks are made again, and one sync.</source>
        <translation>Wenn das getan ist, „Prüfen und synchronisieren“ drücken: Dieselben Prüfungen laufen noch einmal, dann eine Synchronisierung.</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
</context>
<context>
    <name>leat::DoctorDialog</name>
    <message>
        <source>Check again</source>
        <translation>Erneut prüfen</translation>
    </message>
    <message>
        <source>Check of this installation</source>
        <translation>Prüfung dieser Installation</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Als Text kopieren</translation>
    </message>
    <message>
        <source>Everything needed is in place.</source>
        <translation>Alles Nötige ist da.</translation>
    </message>
    <message>
        <source>Everything works. Some things are worth a look.</source>
        <translation>Alles läuft. Manches ist einen Blick wert.</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>In order</source>
        <translation>In Ordnung</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>Ansehen</translation>
    </message>
    <message>
        <source>Looking at profile, warehouse, keychain and disk…</source>
        <translation>Profil, Warehouse, Schlüsselbund und Platte werden geprüft…</translation>
    </message>
    <message>
        <source>Looks at everything once more (%1)</source>
        <translation>Prüft alles noch einmal (%1)</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Put right</source>
        <translation>Beheben</translation>
    </message>
    <message>
        <source>Putting it right…</source>
        <translation>Wird behoben…</translation>
    </message>
    <message>
        <source>Something needs you.</source>
        <translation>Etwas braucht Aufmerksamkeit.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiteres</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>leat::ErrorCard</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Diagnostics bundle…</source>
        <translation>Diagnosepaket…</translation>
    </message>
    <message>
        <source>Hide details</source>
        <translation>Details verbergen</translation>
    </message>
    <message>
        <source>Raw text of the error</source>
        <translation>Rohtext des Fehlers</translation>
    </message>
</context>
<context>
    <name>leat::Field</name>
    <message>
        <source>Clear the field</source>
        <translation>Feld leeren</translation>
    </message>
</context>
<context>
    <name>leat::HeatStrip</name>
    <message>
        <source>Last runs of each table</source>
        <translation>Letzte Läufe jeder Tabelle</translation>
    </message>
</context>
<context>
    <name>leat::HistoryView</name>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) shown</source>
        <translation>
            <numerusform>%n Lauf gezeigt</numerusform>
            <numerusform>%n Läufe gezeigt</numerusform>
        </translation>
    </message>
    <message>
        <source>24 hours</source>
        <translation>24 Stunden</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 Tage</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 Tage</translation>
    </message>
    <message>
        <source>All results</source>
        <translation>Alle Ergebnisse</translation>
    </message>
    <message>
        <source>All sources</source>
        <translation>Alle Quellen</translation>
    </message>
    <message>
        <source>All starts</source>
        <translation>Alle Auslöser</translation>
    </message>
    <message>
        <source>All times</source>
        <translation>Alle Zeiten</translation>
    </message>
    <message>
        <source>Already there</source>
        <translation>Schon da</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Compare the two</source>
        <translation>Beide vergleichen</translation>
    </message>
    <message>
        <source>Compare two selected runs, or the selected one with the last good run of its table</source>
        <translation>Zwei ausgewählte Läufe vergleichen oder den ausgewählten mit dem letzten guten Lauf seiner Tabelle</translation>
    </message>
    <message>
        <source>Compare with last good</source>
        <translation>Mit letztem guten vergleichen</translation>
    </message>
    <message>
        <source>Cursor</source>
        <translation>Cursor</translation>
    </message>
    <message>
        <source>Data read</source>
        <translation>Gelesene Daten</translation>
    </message>
    <message>
        <source>Duration of each run</source>
        <translation>Dauer jedes Laufs</translation>
    </message>
    <message>
        <source>Figures of the run</source>
        <translation>Zahlen des Laufs</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>New, replaced</source>
        <translation>Neu, ersetzt</translation>
    </message>
    <message>
        <source>No run fits these filters.</source>
        <translation>Kein Lauf passt zu diesen Filtern.</translation>
    </message>
    <message>
        <source>No runs yet</source>
        <translation>Noch keine Läufe</translation>
    </message>
    <message>
        <source>No runs yet. Each sync of a table is one run, with its figures and its log.</source>
        <translation>Noch keine Läufe. Jede Synchronisierung einer Tabelle ist ein Lauf mit seinen Zahlen und seinem Protokoll.</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Rows of each run</source>
        <translation>Zeilen jedes Laufs</translation>
    </message>
    <message>
        <source>Rows read</source>
        <translation>Gelesene Zeilen</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Select a run to see its figures and log</source>
        <translation>Einen Lauf auswählen, um seine Zahlen und sein Protokoll zu sehen</translation>
    </message>
    <message>
        <source>Show all runs</source>
        <translation>Alle Läufe zeigen</translation>
    </message>
    <message>
        <source>Show runs of period</source>
        <translation>Läufe des Zeitraums zeigen</translation>
    </message>
    <message>
        <source>Show runs of source</source>
        <translation>Läufe der Quelle zeigen</translation>
    </message>
    <message>
        <source>Show runs started by</source>
        <translation>Läufe nach Auslöser zeigen</translation>
    </message>
    <message>
        <source>Show runs with result</source>
        <translation>Läufe mit Ergebnis zeigen</translation>
    </message>
    <message>
        <source>Show the runs as charts</source>
        <translation>Läufe als Diagramme zeigen</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Gestartet</translation>
    </message>
    <message>
        <source>There is no earlier run of this table that completed.</source>
        <translation>Von dieser Tabelle gibt es keinen früheren abgeschlossenen Lauf.</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
</context>
<context>
    <name>leat::HomePage</name>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 tables: %2. Show them</source>
        <translation>%1 Tabellen: %2. Diese zeigen</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n table(s)</source>
        <translation>
            <numerusform>%n Tabelle</numerusform>
            <numerusform>%n Tabellen</numerusform>
        </translation>
    </message>
    <message>
        <source>Biggest</source>
        <translation>Größte</translation>
    </message>
    <message>
        <source>Disk free</source>
        <translation>Freier Speicherplatz</translation>
    </message>
    <message>
        <source>Freshness: half within %1, 95 % within %2</source>
        <translation>Aktualität: die Hälfte innerhalb von %1, 95 % innerhalb von %2</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>Letzte 24 Stunden</translation>
    </message>
    <message>
        <source>Last runs of each table, the newest at the end</source>
        <translation>Letzte Läufe jeder Tabelle, der neueste am Ende</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>Braucht Aufmerksamkeit</translation>
    </message>
    <message>
        <source>No runs yet</source>
        <translation>Noch keine Läufe</translation>
    </message>
    <message>
        <source>Nothing to decide now. The counts above show the tables that are not well.</source>
        <translation>Jetzt ist nichts zu entscheiden. Die Zahlen oben zeigen die Tabellen, mit denen etwas nicht stimmt.</translation>
    </message>
    <message>
        <source>Nothing. Every table is as it should be.</source>
        <translation>Nichts. Jede Tabelle ist, wie sie sein soll.</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Slowest today</source>
        <translation>Heute am langsamsten</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tabellen</translation>
    </message>
    <message>
        <source>Time since the last sync: half of the tables are newer than the first value, 95 of 100 newer than the second.</source>
        <translation>Zeit seit der letzten Synchronisierung: Die Hälfte der Tabellen ist neuer als der erste Wert, 95 von 100 neuer als der zweite.</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>Papierkorb</translation>
    </message>
    <message>
        <source>Warehouse</source>
        <translation>Warehouse</translation>
    </message>
    <message>
        <source>Where is it?</source>
        <translation>Wo ist es?</translation>
    </message>
</context>
<context>
    <name>leat::ImpactView</name>
    <message>
        <source>%1 rows</source>
        <translation>%1 Zeilen</translation>
    </message>
    <message>
        <source>%1: %2 → %3. %4</source>
        <translation>%1: %2 → %3. %4</translation>
    </message>
    <message>
        <source>A sync of this table is running</source>
        <translation>Eine Synchronisierung dieser Tabelle läuft</translation>
    </message>
    <message>
        <source>After applying</source>
        <translation>Nach dem Anwenden</translation>
    </message>
    <message>
        <source>Apply after this run</source>
        <translation>Nach diesem Lauf anwenden</translation>
    </message>
    <message>
        <source>Cancel the run and apply now</source>
        <translation>Lauf abbrechen und jetzt anwenden</translation>
    </message>
    <message>
        <source>Data stay valid</source>
        <translation>Daten bleiben gültig</translation>
    </message>
    <message>
        <source>Resync advised</source>
        <translation>Neu einlesen empfohlen</translation>
    </message>
    <message>
        <source>Resync needed</source>
        <translation>Neu einlesen nötig</translation>
    </message>
    <message>
        <source>Rewind the cursor to</source>
        <translation>Cursor zurücksetzen auf</translation>
    </message>
    <message>
        <source>Schedule only</source>
        <translation>Nur Zeitplan</translation>
    </message>
    <message>
        <source>This cannot be undone.</source>
        <translation>Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>etwa %1</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ohne</translation>
    </message>
</context>
<context>
    <name>leat::IncidentRow</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Diagnose %1</source>
        <translation>%1 diagnostizieren</translation>
    </message>
    <message>
        <source>Diagnose…</source>
        <translation>Diagnose…</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>More about %1</source>
        <translation>Mehr zu %1</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>%1 zeigen</translation>
    </message>
</context>
<context>
    <name>leat::LogView</name>
    <message>
        <source>All lines</source>
        <translation>Alle Zeilen</translation>
    </message>
    <message>
        <source>Copy the lines that are shown</source>
        <translation>Die gezeigten Zeilen kopieren</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Follow the end of the log</source>
        <translation>Dem Ende des Protokolls folgen</translation>
    </message>
    <message>
        <source>Lines to show</source>
        <translation>Gezeigte Zeilen</translation>
    </message>
    <message>
        <source>Save the lines that are shown…</source>
        <translation>Die gezeigten Zeilen speichern…</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Search the log</source>
        <translation>Im Protokoll suchen</translation>
    </message>
    <message>
        <source>Warnings, errors</source>
        <translation>Warnungen, Fehler</translation>
    </message>
</context>
<context>
    <name>leat::Main</name>
    <message>
        <source>%1 could not be written: %2.</source>
        <translation>%1 ließ sich nicht schreiben: %2.</translation>
    </message>
    <message>
        <source>Keeps your own warehouse in step with your databases.</source>
        <translation>Hält das eigene Warehouse im Gleichschritt mit den Datenbanken.</translation>
    </message>
    <message>
        <source>Leat cannot open the profile</source>
        <translation>Leat kann das Profil nicht öffnen</translation>
    </message>
    <message>
        <source>Open the profile in DIR.</source>
        <translation>Das Profil in DIR öffnen.</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Speak this language this time; auto follows the computer.</source>
        <translation>Dieses Mal diese Sprache sprechen; auto folgt dem Computer.</translation>
    </message>
    <message>
        <source>Start light or dark; auto follows the desktop.</source>
        <translation>Hell oder dunkel starten; auto folgt dem Desktop.</translation>
    </message>
    <message>
        <source>There are no texts in the language “%1”. Known: %2.</source>
        <translation>In der Sprache „%1“ gibt es keine Texte. Bekannt: %2.</translation>
    </message>
</context>
<context>
    <name>leat::MainWindow</name>
    <message>
        <source>%1 has new credentials.</source>
        <translation>%1 hat neue Zugangsdaten.</translation>
    </message>
    <message>
        <source>%1 is changed as soon as its run has ended.</source>
        <translation>%1 wird geändert, sobald der Lauf beendet ist.</translation>
    </message>
    <message>
        <source>%1 is changed.</source>
        <translation>%1 ist geändert.</translation>
    </message>
    <message>
        <source>%1 running · %2 queued</source>
        <translation>%1 aktiv · %2 eingereiht</translation>
    </message>
    <message numerus="yes">
        <source>%n sync(s) queued.</source>
        <translation>
            <numerusform>%n Synchronisierung eingereiht.</numerusform>
            <numerusform>%n Synchronisierungen eingereiht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n table(s) brought back with cursor and configuration.</source>
        <translation>
            <numerusform>%n Tabelle mit Cursor und Konfiguration zurückgebracht.</numerusform>
            <numerusform>%n Tabellen mit Cursor und Konfiguration zurückgebracht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n table(s) stay in the warehouse unless you tick the box. The next page says what goes and asks once more.</source>
        <translation>
            <numerusform>%n Tabelle bleibt im Warehouse, wenn das Kästchen nicht angehakt wird. Die nächste Seite sagt, was verschwindet, und fragt noch einmal.</numerusform>
            <numerusform>%n Tabellen bleiben im Warehouse, wenn das Kästchen nicht angehakt wird. Die nächste Seite sagt, was verschwindet, und fragt noch einmal.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>&amp;Pause everything</source>
        <translation>&amp;Alles anhalten</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>&amp;Fortsetzen</translation>
    </message>
    <message>
        <source>&amp;Resume everything</source>
        <translation>&amp;Alles fortsetzen</translation>
    </message>
    <message>
        <source>Also move its tables to the trash</source>
        <translation>Auch ihre Tabellen in den Papierkorb legen</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV-Dateien (*.csv)</translation>
    </message>
    <message numerus="yes">
        <source>Copy %n table(s) again from the start?</source>
        <translation>
            <numerusform>%n Tabelle von Anfang an neu kopieren?</numerusform>
            <numerusform>%n Tabellen von Anfang an neu kopieren?</numerusform>
        </translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Engine: this window</source>
        <translation>Engine: dieses Fenster</translation>
    </message>
    <message>
        <source>Export as CSV</source>
        <translation>Als CSV exportieren</translation>
    </message>
    <message>
        <source>Exported to %1.</source>
        <translation>Nach %1 exportiert.</translation>
    </message>
    <message>
        <source>Keep source</source>
        <translation>Quelle behalten</translation>
    </message>
    <message>
        <source>Leat</source>
        <translation>Leat</translation>
    </message>
    <message>
        <source>Next by schedule: %1</source>
        <translation>Nächste nach Zeitplan: %1</translation>
    </message>
    <message>
        <source>No saved searches yet</source>
        <translation>Noch keine gespeicherten Suchen</translation>
    </message>
    <message>
        <source>Nothing running</source>
        <translation>Nichts läuft</translation>
    </message>
    <message>
        <source>Profile %1. Nothing else can sync it while this window is open.</source>
        <translation>Profil %1. Nichts anderes kann es synchronisieren, solange dieses Fenster offen ist.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove source</source>
        <translation>Quelle entfernen</translation>
    </message>
    <message>
        <source>Remove “%1” with its settings, password and history?</source>
        <translation>„%1“ mit Einstellungen, Passwort und Verlauf entfernen?</translation>
    </message>
    <message>
        <source>Remove “%1”…</source>
        <translation>„%1“ entfernen…</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Resync</source>
        <translation>Neu einlesen</translation>
    </message>
    <message numerus="yes">
        <source>Resync %n table(s)</source>
        <translation>
            <numerusform>%n Tabelle neu einlesen</numerusform>
            <numerusform>%n Tabellen neu einlesen</numerusform>
        </translation>
    </message>
    <message>
        <source>Save the log</source>
        <translation>Das Protokoll speichern</translation>
    </message>
    <message>
        <source>Saved as %1. Look at it before you send it.</source>
        <translation>Gespeichert als %1. Vor dem Senden ansehen.</translation>
    </message>
    <message>
        <source>Saved as “%1”. Find it at the star beside the search, or with %2.</source>
        <translation>Als „%1“ gespeichert. Zu finden beim Stern neben der Suche oder mit %2.</translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation>Gespeicherte Suchen</translation>
    </message>
    <message>
        <source>Search tables</source>
        <translation>Tabellen suchen</translation>
    </message>
    <message>
        <source>Search, or status:failed source:shop age&gt;2h</source>
        <translation>Suchen, oder status:failed source:shop age&gt;2h</translation>
    </message>
    <message>
        <source>Select the table first, then open “%1” again.</source>
        <translation>Erst die Tabelle auswählen, dann „%1“ noch einmal öffnen.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Show what is running</source>
        <translation>Zeigen, was läuft</translation>
    </message>
    <message>
        <source>Text files (*.log *.txt)</source>
        <translation>Textdateien (*.log *.txt)</translation>
    </message>
    <message>
        <source>The tables of now stay readable until the copies are complete, then they are swapped. This reads every row of the source.</source>
        <translation>Die jetzigen Tabellen bleiben lesbar, bis die Kopien vollständig sind, dann werden sie getauscht. Das liest jede Zeile der Quelle.</translation>
    </message>
    <message>
        <source>This window cannot save files.</source>
        <translation>Dieses Fenster kann keine Dateien speichern.</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Extras</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Warehouse %1</source>
        <translation>Warehouse %1</translation>
    </message>
    <message>
        <source>Words, status:failed, source:shop, age&gt;2h, rows&gt;1M, -status:ok (%1)</source>
        <translation>Wörter, status:failed, source:shop, age&gt;2h, rows&gt;1M, -status:ok (%1)</translation>
    </message>
    <message>
        <source>next %1</source>
        <translation>nächste %1</translation>
    </message>
    <message>
        <source>paused until %1</source>
        <translation>angehalten bis %1</translation>
    </message>
    <message>
        <source>schedules paused</source>
        <translation>Zeitpläne angehalten</translation>
    </message>
</context>
<context>
    <name>leat::NoticeBar</name>
    <message>
        <source>Close the notice</source>
        <translation>Hinweis schließen</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Details of the notice</source>
        <translation>Details des Hinweises</translation>
    </message>
</context>
<context>
    <name>leat::Notifier</name>
    <message numerus="yes">
        <source>%n left.</source>
        <translation>
            <numerusform>Noch %n.</numerusform>
            <numerusform>Noch %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new problem(s)</source>
        <translation>
            <numerusform>%n neues Problem</numerusform>
            <numerusform>%n neue Probleme</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s) solved</source>
        <translation>
            <numerusform>%n Problem gelöst</numerusform>
            <numerusform>%n Probleme gelöst</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything syncs again</source>
        <translation>Alles synchronisiert wieder</translation>
    </message>
    <message>
        <source>Fix</source>
        <translation>Beheben</translation>
    </message>
    <message>
        <source>Open Leat</source>
        <translation>Leat öffnen</translation>
    </message>
    <message>
        <source>Snooze 1 h</source>
        <translation>1 h später erinnern</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiteres</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>leat::PauseCard</name>
    <message>
        <source>%1. Nothing runs before you resume it; its rows stay.</source>
        <translation>%1. Vor dem Fortsetzen läuft nichts; die Zeilen bleiben.</translation>
    </message>
    <message>
        <source>%1. Seen twice and proven at the source (%2). Nothing runs before you resume it; its rows stay.</source>
        <translation>%1. Zweimal gesehen und an der Quelle nachgewiesen (%2). Vor dem Fortsetzen läuft nichts; die Zeilen bleiben.</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Resume %1</source>
        <translation>%1 fortsetzen</translation>
    </message>
</context>
<context>
    <name>leat::PauseMenu</name>
    <message>
        <source>1 hour</source>
        <translation>1 Stunde</translation>
    </message>
    <message>
        <source>30 minutes</source>
        <translation>30 Minuten</translation>
    </message>
    <message>
        <source>4 hours</source>
        <translation>4 Stunden</translation>
    </message>
    <message>
        <source>Pause for…</source>
        <translation>Anhalten für…</translation>
    </message>
    <message>
        <source>Until I resume</source>
        <translation>Bis zum Fortsetzen</translation>
    </message>
    <message>
        <source>Until tomorrow, 8:00</source>
        <translation>Bis morgen, 8:00</translation>
    </message>
</context>
<context>
    <name>leat::ProblemStrip</name>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n Problem</numerusform>
            <numerusform>%n Probleme</numerusform>
        </translation>
    </message>
    <message>
        <source>Fold the problems</source>
        <translation>Probleme einklappen</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiteres</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>leat::ProtectionMark</name>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 und %2 weitere</translation>
    </message>
    <message>
        <source>%1: %2. Its name is typed before data are deleted.</source>
        <translation>%1: %2. Vor dem Löschen von Daten wird der Name getippt.</translation>
    </message>
    <message>
        <source>%1: %2. No setting changes and nothing is deleted before its protection is taken off.</source>
        <translation>%1: %2. Keine Einstellung ändert sich und nichts wird gelöscht, solange der Schutz besteht.</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>Produktiv</translation>
    </message>
    <message>
        <source>Protected sources: %1</source>
        <translation>Geschützte Quellen: %1</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>Nur lesen</translation>
    </message>
</context>
<context>
    <name>leat::QuarantineView</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n Zeile</numerusform>
            <numerusform>%n Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>Verwerfen</translation>
    </message>
    <message numerus="yes">
        <source>Drop %n row(s) for good</source>
        <translation>
            <numerusform>%n Zeile endgültig verwerfen</numerusform>
            <numerusform>%n Zeilen endgültig verwerfen</numerusform>
        </translation>
    </message>
    <message>
        <source>Drop all…</source>
        <translation>Alle verwerfen…</translation>
    </message>
    <message>
        <source>Drop selected…</source>
        <translation>Ausgewählte verwerfen…</translation>
    </message>
    <message>
        <source>Quarantine</source>
        <translation>Quarantäne</translation>
    </message>
    <message>
        <source>Quarantine of %1</source>
        <translation>Quarantäne von %1</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Rows in quarantine</source>
        <translation>Zeilen in Quarantäne</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Store again</source>
        <translation>Erneut speichern</translation>
    </message>
    <message>
        <source>Store all again</source>
        <translation>Alle erneut speichern</translation>
    </message>
    <message>
        <source>Store selected again</source>
        <translation>Ausgewählte erneut speichern</translation>
    </message>
    <message>
        <source>Stored %1, still in quarantine %2, dropped %3.</source>
        <translation>Gespeichert: %1, noch in Quarantäne: %2, verworfen: %3.</translation>
    </message>
    <message>
        <source>These rows were read and could not be stored. Mend the key at the source or in the table's settings, then store them again. A row of a key that the table has by now stays here.</source>
        <translation>Diese Zeilen wurden gelesen und konnten nicht gespeichert werden. Den Schlüssel an der Quelle oder in den Einstellungen der Tabelle berichtigen, dann erneut speichern. Eine Zeile, deren Schlüssel die Tabelle inzwischen hat, bleibt hier.</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
</context>
<context>
    <name>leat::Question</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>leat::RecipeDialog</name>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 (%2), recommended</source>
        <translation>%1 (%2), empfohlen</translation>
    </message>
    <message>
        <source>%1 (set already)</source>
        <translation>%1 (schon gesetzt)</translation>
    </message>
    <message>
        <source>%1 rows read in %2</source>
        <translation>%1 Zeilen gelesen in %2</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Change and sync</source>
        <translation>Ändern und synchronisieren</translation>
    </message>
    <message>
        <source>Changing the configuration…</source>
        <translation>Konfiguration wird geändert…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Columns that identify a row, separated by commas.</source>
        <translation>Spalten, die eine Zeile ausmachen, durch Kommas getrennt.</translation>
    </message>
    <message>
        <source>Compare every row</source>
        <translation>Jede Zeile vergleichen</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>Konfiguration</translation>
    </message>
    <message>
        <source>Cursor</source>
        <translation>Cursor</translation>
    </message>
    <message>
        <source>Done and checked</source>
        <translation>Erledigt und geprüft</translation>
    </message>
    <message>
        <source>Frequency</source>
        <translation>Häufigkeit</translation>
    </message>
    <message>
        <source>From what it is to what it shall be</source>
        <translation>Vom Ist zum Soll</translation>
    </message>
    <message>
        <source>Instead: %1</source>
        <translation>Stattdessen: %1</translation>
    </message>
    <message>
        <source>It is so already</source>
        <translation>Es ist schon so</translation>
    </message>
    <message>
        <source>Key columns</source>
        <translation>Schlüsselspalten</translation>
    </message>
    <message>
        <source>Looking what it does…</source>
        <translation>Folgen werden ermittelt…</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>None: sync complete copies</source>
        <translation>Keiner: volle Kopien synchronisieren</translation>
    </message>
    <message>
        <source>Not as it should be</source>
        <translation>Nicht wie vorgesehen</translation>
    </message>
    <message>
        <source>Not possible now</source>
        <translation>Jetzt nicht möglich</translation>
    </message>
    <message>
        <source>Nothing has been done yet.</source>
        <translation>Noch wurde nichts getan.</translation>
    </message>
    <message>
        <source>Open the configuration</source>
        <translation>Konfiguration öffnen</translation>
    </message>
    <message>
        <source>Reading the source…</source>
        <translation>Quelle wird gelesen…</translation>
    </message>
    <message>
        <source>Reading what can be chosen…</source>
        <translation>Es wird gelesen, was wählbar ist…</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Synchronisierung</translation>
    </message>
    <message>
        <source>Syncing…</source>
        <translation>Synchronisierung läuft…</translation>
    </message>
    <message>
        <source>Table mode</source>
        <translation>Tabellenart</translation>
    </message>
    <message>
        <source>Takes part in syncs</source>
        <translation>Nimmt an Synchronisierungen teil</translation>
    </message>
    <message>
        <source>Time of day</source>
        <translation>Uhrzeit</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Under way…</source>
        <translation>Läuft…</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>Was sich ändert</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Was es bewirkt</translation>
    </message>
    <message>
        <source>differs from the plan</source>
        <translation>weicht vom Plan ab</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ohne</translation>
    </message>
    <message>
        <source>runs; you can close this meanwhile</source>
        <translation>läuft; das Fenster kann geschlossen werden</translation>
    </message>
    <message>
        <source>stored as planned</source>
        <translation>wie geplant gespeichert</translation>
    </message>
</context>
<context>
    <name>leat::Requests</name>
    <message numerus="yes">
        <source>%n sync(s) queued.</source>
        <translation>
            <numerusform>%n Synchronisierung eingereiht.</numerusform>
            <numerusform>%n Synchronisierungen eingereiht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sync(s) told to stop. Nothing half-done is kept.</source>
        <translation>
            <numerusform>%n Synchronisierung wird angehalten. Halb Fertiges wird nicht behalten.</numerusform>
            <numerusform>%n Synchronisierungen werden angehalten. Halb Fertiges wird nicht behalten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n table(s) brought back with cursor and configuration.</source>
        <translation>
            <numerusform>%n Tabelle mit Cursor und Konfiguration zurückgebracht.</numerusform>
            <numerusform>%n Tabellen mit Cursor und Konfiguration zurückgebracht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n table(s) paused. Their data stay in the warehouse.</source>
        <translation>
            <numerusform>%n Tabelle angehalten. Ihre Daten bleiben im Warehouse.</numerusform>
            <numerusform>%n Tabellen angehalten. Ihre Daten bleiben im Warehouse.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n table(s) take part in syncs again.</source>
        <translation>
            <numerusform>%n Tabelle nimmt wieder am Synchronisieren teil.</numerusform>
            <numerusform>%n Tabellen nehmen wieder am Synchronisieren teil.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n table(s): %1.</source>
        <translation>
            <numerusform>%n Tabelle: %1.</numerusform>
            <numerusform>%n Tabellen: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>A day passed in the sample shop. Sync it to see what arrives.</source>
        <translation>Im Beispielladen ist ein Tag vergangen. Synchronisieren zeigt, was ankommt.</translation>
    </message>
    <message>
        <source>Comparing again, then repairing what differs.</source>
        <translation>Neuer Vergleich, danach wird Abweichendes repariert.</translation>
    </message>
    <message>
        <source>Comparing source and warehouse.</source>
        <translation>Quelle und Warehouse werden verglichen.</translation>
    </message>
    <message>
        <source>Comparing the keys of source and warehouse.</source>
        <translation>Schlüssel von Quelle und Warehouse werden verglichen.</translation>
    </message>
    <message>
        <source>Frequency: %1</source>
        <translation>Häufigkeit: %1</translation>
    </message>
    <message>
        <source>Making the sample shop.</source>
        <translation>Der Beispielladen wird angelegt.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Schedules are paused and resume by themselves: %1. What runs goes on.</source>
        <translation>Die Zeitpläne sind angehalten und gehen von selbst weiter: %1. Was läuft, läuft weiter.</translation>
    </message>
    <message>
        <source>Schedules are paused until you resume them. What runs goes on.</source>
        <translation>Die Zeitpläne sind bis zum Fortsetzen angehalten. Was läuft, läuft weiter.</translation>
    </message>
    <message>
        <source>Schedules run again.</source>
        <translation>Zeitpläne laufen wieder.</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Jetzt synchronisieren</translation>
    </message>
    <message>
        <source>Syncing; then the rows are compared again.</source>
        <translation>Es wird synchronisiert; danach werden die Zeilen noch einmal verglichen.</translation>
    </message>
    <message>
        <source>The changed columns are being taken over.</source>
        <translation>Die geänderten Spalten werden übernommen.</translation>
    </message>
    <message>
        <source>The list of tables is up to date.</source>
        <translation>Die Tabellenliste ist aktuell.</translation>
    </message>
    <message>
        <source>The next sync reads again from %1 on.</source>
        <translation>Die nächste Synchronisierung liest wieder ab %1.</translation>
    </message>
    <message>
        <source>The runs are being stopped; then they start again.</source>
        <translation>Die Läufe werden angehalten; dann starten sie neu.</translation>
    </message>
    <message>
        <source>The table is being replaced.</source>
        <translation>Die Tabelle wird ersetzt.</translation>
    </message>
    <message>
        <source>These tables are being synced already.</source>
        <translation>Diese Tabellen werden bereits synchronisiert.</translation>
    </message>
</context>
<context>
    <name>leat::RewindDialog</name>
    <message>
        <source>At least %1 rows are read again.</source>
        <translation>Mindestens %1 Zeilen werden noch einmal gelesen.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Read again from</source>
        <translation>Noch einmal lesen ab</translation>
    </message>
    <message>
        <source>Rewind cursor</source>
        <translation>Cursor zurücksetzen</translation>
    </message>
    <message>
        <source>Rewind the cursor of %1</source>
        <translation>Cursor von %1 zurücksetzen</translation>
    </message>
    <message>
        <source>Rows are read again from %1 on.</source>
        <translation>Zeilen werden ab %1 noch einmal gelesen.</translation>
    </message>
    <message>
        <source>“%1” is read up to %2. Rows from the value below on are read again and replaced by their key; nothing is deleted.</source>
        <translation>„%1“ ist bis %2 gelesen. Zeilen ab dem Wert unten werden noch einmal gelesen und nach ihrem Schlüssel ersetzt; nichts wird gelöscht.</translation>
    </message>
</context>
<context>
    <name>leat::RotateDialog</name>
    <message>
        <source>%1. The new value is tried on every table that syncs before it replaces the stored one. The old one is kept for 24 hours.</source>
        <translation>%1. Der neue Wert wird an jeder synchronisierten Tabelle erprobt, bevor er den gespeicherten ersetzt. Der alte bleibt 24 Stunden erhalten.</translation>
    </message>
    <message>
        <source>Bring the old one back</source>
        <translation>Den alten zurückholen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>New credentials for %1</source>
        <translation>Neue Zugangsdaten für %1</translation>
    </message>
    <message>
        <source>New value</source>
        <translation>Neuer Wert</translation>
    </message>
    <message>
        <source>Not used so far</source>
        <translation>Bisher nicht benutzt</translation>
    </message>
    <message>
        <source>Show what is typed</source>
        <translation>Eingabe zeigen</translation>
    </message>
    <message>
        <source>Spaces and line breaks around the value were taken away.</source>
        <translation>Leerzeichen und Zeilenumbrüche um den Wert wurden entfernt.</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Test and save</source>
        <translation>Testen und speichern</translation>
    </message>
    <message>
        <source>Test only</source>
        <translation>Nur testen</translation>
    </message>
    <message>
        <source>Test, save and sync</source>
        <translation>Testen, speichern und synchronisieren</translation>
    </message>
    <message>
        <source>The same value is kept for: %1. They keep the old one until theirs is changed too.</source>
        <translation>Derselbe Wert ist aufbewahrt für: %1. Sie behalten den alten, bis auch ihrer geändert wird.</translation>
    </message>
    <message numerus="yes">
        <source>Then sync the %n waiting table(s)</source>
        <translation>
            <numerusform>Dann die %n wartende Tabelle synchronisieren</numerusform>
            <numerusform>Dann die %n wartenden Tabellen synchronisieren</numerusform>
        </translation>
    </message>
    <message>
        <source>What each can read</source>
        <translation>Was jeder lesen kann</translation>
    </message>
    <message>
        <source>can read</source>
        <translation>liest</translation>
    </message>
    <message>
        <source>cannot read</source>
        <translation>liest nicht</translation>
    </message>
</context>
<context>
    <name>leat::RunComparison</name>
    <message>
        <source>Both runs</source>
        <translation>Beide Läufe</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Compare runs</source>
        <translation>Läufe vergleichen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Earlier run</source>
        <translation>Früherer Lauf</translation>
    </message>
    <message>
        <source>Later run</source>
        <translation>Späterer Lauf</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
</context>
<context>
    <name>leat::RunLogModel</name>
    <message>
        <source>Log lines</source>
        <translation>Protokollzeilen</translation>
    </message>
</context>
<context>
    <name>leat::SavedFilters</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Name of the search</source>
        <translation>Name der Suche</translation>
    </message>
    <message>
        <source>Save search</source>
        <translation>Suche speichern</translation>
    </message>
    <message>
        <source>Save this search</source>
        <translation>Diese Suche speichern</translation>
    </message>
</context>
<context>
    <name>leat::SchemaDialog</name>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 (%2), recommended</source>
        <translation>%1 (%2), empfohlen</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n</source>
        <translation>
            <numerusform>%1 von %n</numerusform>
            <numerusform>%1 von %n</numerusform>
        </translation>
    </message>
    <message>
        <source>%1.%2</source>
        <translation>%1.%2</translation>
    </message>
    <message>
        <source>%1.%2 has changes that are not applied.</source>
        <translation>%1.%2 hat Änderungen, die nicht angewendet sind.</translation>
    </message>
    <message>
        <source>0, or like 100 or 0.5%</source>
        <translation>0, oder etwa 100 oder 0.5%</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message numerus="yes">
        <source>Apply %n change(s)</source>
        <translation>
            <numerusform>%n Änderung anwenden</numerusform>
            <numerusform>%n Änderungen anwenden</numerusform>
        </translation>
    </message>
    <message>
        <source>Apply changes</source>
        <translation>Änderungen anwenden</translation>
    </message>
    <message>
        <source>Changes not applied</source>
        <translation>Änderungen nicht angewendet</translation>
    </message>
    <message>
        <source>Check uniqueness</source>
        <translation>Eindeutigkeit prüfen</translation>
    </message>
    <message>
        <source>Checked: %1. Every row has its own key</source>
        <translation>Geprüft: %1. Jede Zeile hat ihren eigenen Schlüssel</translation>
    </message>
    <message>
        <source>Checked: %1. Not unique: %2</source>
        <translation>Geprüft: %1. Nicht eindeutig: %2</translation>
    </message>
    <message>
        <source>Checked: %1. Unique, but some rows have no value</source>
        <translation>Geprüft: %1. Eindeutig, aber manche Zeilen haben keinen Wert</translation>
    </message>
    <message>
        <source>Clear all shown columns</source>
        <translation>Alle gezeigten Spalten abwählen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Columns that identify a row, separated by commas.</source>
        <translation>Spalten, die eine Zeile ausmachen, durch Kommas getrennt.</translation>
    </message>
    <message>
        <source>Columns to sync</source>
        <translation>Spalten zum Synchronisieren</translation>
    </message>
    <message>
        <source>Copy as CLI</source>
        <translation>Als Befehl kopieren</translation>
    </message>
    <message>
        <source>Counting at the source…</source>
        <translation>An der Quelle wird gezählt…</translation>
    </message>
    <message>
        <source>Counts at the source whether these columns identify every row.</source>
        <translation>Zählt an der Quelle, ob diese Spalten jede Zeile eindeutig machen.</translation>
    </message>
    <message>
        <source>Cursor</source>
        <translation>Cursor</translation>
    </message>
    <message>
        <source>Deleted rows</source>
        <translation>Gelöschte Zeilen</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>Änderungen verwerfen</translation>
    </message>
    <message>
        <source>Error budget</source>
        <translation>Fehlerbudget</translation>
    </message>
    <message>
        <source>Frequency</source>
        <translation>Häufigkeit</translation>
    </message>
    <message>
        <source>Guided changes</source>
        <translation>Geführte Änderungen</translation>
    </message>
    <message>
        <source>Hide PATCH</source>
        <translation>PATCH verbergen</translation>
    </message>
    <message>
        <source>How %1.%2 syncs</source>
        <translation>Wie %1.%2 synchronisiert</translation>
    </message>
    <message>
        <source>How often the table is compared with its source by itself, when nothing else is to be done. What was found is shown beside its guarantee.</source>
        <translation>Wie oft die Tabelle von selbst mit ihrer Quelle verglichen wird, wenn sonst nichts zu tun ist. Das Ergebnis steht neben ihrer Garantie.</translation>
    </message>
    <message>
        <source>How rows that are committed late, below the cursor, are found.</source>
        <translation>Wie Zeilen gefunden werden, die spät, unterhalb des Cursors, festgeschrieben werden.</translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation>Weiter bearbeiten</translation>
    </message>
    <message>
        <source>Key columns</source>
        <translation>Schlüsselspalten</translation>
    </message>
    <message>
        <source>Late commits</source>
        <translation>Späte Commits</translation>
    </message>
    <message>
        <source>Lookback</source>
        <translation>Rückgriff</translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation>Nächste: %1</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Not checked yet</source>
        <translation>Noch nicht geprüft</translation>
    </message>
    <message>
        <source>Nothing changed yet.</source>
        <translation>Noch nichts geändert.</translation>
    </message>
    <message>
        <source>Only changed fields are sent.</source>
        <translation>Nur geänderte Felder werden gesendet.</translation>
    </message>
    <message>
        <source>Read the source again</source>
        <translation>Quelle neu lesen</translation>
    </message>
    <message>
        <source>Reading the source…</source>
        <translation>Quelle wird gelesen…</translation>
    </message>
    <message>
        <source>Reads this much before the cursor again, for rows that were committed late.</source>
        <translation>Liest so viel vor dem Cursor noch einmal, für Zeilen, die spät festgeschrieben wurden.</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Search columns</source>
        <translation>Spalten suchen</translation>
    </message>
    <message>
        <source>Show PATCH</source>
        <translation>PATCH zeigen</translation>
    </message>
    <message>
        <source>So many rows, or this share of a sync, may be set aside when they cannot be stored; more stop the sync.</source>
        <translation>So viele Zeilen, oder dieser Anteil einer Synchronisierung, dürfen beiseitegelegt werden, wenn sie nicht gespeichert werden können; mehr halten sie an.</translation>
    </message>
    <message>
        <source>Source read: %1</source>
        <translation>Quelle gelesen: %1</translation>
    </message>
    <message>
        <source>Syncs only when asked to</source>
        <translation>Synchronisiert nur auf Wunsch</translation>
    </message>
    <message>
        <source>The fields that are sent</source>
        <translation>Die gesendeten Felder</translation>
    </message>
    <message>
        <source>They are applied as soon as its run has ended; closing now forgets them.</source>
        <translation>Sie werden angewendet, sobald der Lauf beendet ist; beim Schließen jetzt gehen sie verloren.</translation>
    </message>
    <message>
        <source>They cannot be applied as they are: see the editor.</source>
        <translation>So lassen sie sich nicht anwenden: siehe Editor.</translation>
    </message>
    <message>
        <source>Tick all shown columns</source>
        <translation>Alle gezeigten Spalten anhaken</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Waiting for the run to end…</source>
        <translation>Warten auf das Ende des Laufs…</translation>
    </message>
    <message>
        <source>Was: %1</source>
        <translation>Bisher: %1</translation>
    </message>
    <message>
        <source>What Apply will do</source>
        <translation>Was das Anwenden bewirkt</translation>
    </message>
    <message>
        <source>What applying them does is still being looked at.</source>
        <translation>Die Folgen werden noch ermittelt.</translation>
    </message>
    <message>
        <source>columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>cursor</source>
        <translation>Cursor</translation>
    </message>
    <message>
        <source>frequency</source>
        <translation>Häufigkeit</translation>
    </message>
    <message>
        <source>late commits</source>
        <translation>späte Commits</translation>
    </message>
    <message>
        <source>method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ohne</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>time of day</source>
        <translation>Uhrzeit</translation>
    </message>
    <message>
        <source>verify</source>
        <translation>Vergleich</translation>
    </message>
</context>
<context>
    <name>leat::SettingsDialog</name>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Above it DuckDB uses the disk. From the next start on.</source>
        <translation>Darüber benutzt DuckDB die Festplatte. Ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Also when it went by itself.</source>
        <translation>Auch wenn es von selbst verschwand.</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>As the computer</source>
        <translation>Wie der Computer</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Wie der Desktop</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Changes of the window apply at once.</source>
        <translation>Änderungen am Fenster gelten sofort.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Engine</translation>
    </message>
    <message>
        <source>Everything of this profile is in this folder.</source>
        <translation>Alles zu diesem Profil liegt in diesem Ordner.</translation>
    </message>
    <message>
        <source>From the next start on.</source>
        <translation>Ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>High contrast is white on black.</source>
        <translation>Hoher Kontrast ist Weiß auf Schwarz.</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>How many connections read one large table. From the next start on.</source>
        <translation>Wie viele Verbindungen eine große Tabelle lesen. Ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>How many tables are synced at the same time. From the next start on.</source>
        <translation>Wie viele Tabellen gleichzeitig synchronisiert werden. Ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Icon in the tray</source>
        <translation>Symbol im Infobereich</translation>
    </message>
    <message>
        <source>Keep syncing in the tray when the window is closed</source>
        <translation>Bei geschlossenem Fenster im Infobereich weiter synchronisieren</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Memory of the warehouse</source>
        <translation>Speicher des Warehouse</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <source>Of this computer (%1)</source>
        <translation>Von diesem Computer (%1)</translation>
    </message>
    <message>
        <source>On top of what the desktop asks for. From the next start on.</source>
        <translation>Zusätzlich zu dem, was der Desktop verlangt. Ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>One DuckDB file. Other programs may open it read-only while Leat is closed.</source>
        <translation>Eine DuckDB-Datei. Andere Programme können sie zum Lesen öffnen, solange Leat geschlossen ist.</translation>
    </message>
    <message>
        <source>One message for each cause, not for each table. Never with rows or passwords.</source>
        <translation>Eine Meldung für jede Ursache, nicht für jede Tabelle. Nie mit Zeilen oder Passwörtern.</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Paths</source>
        <translation>Pfade</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Quit from the tray's menu or with Ctrl+Q.</source>
        <translation>Beenden über das Menü im Infobereich oder mit Strg+Q.</translation>
    </message>
    <message>
        <source>Readers of one table</source>
        <translation>Leser einer Tabelle</translation>
    </message>
    <message>
        <source>Save limits</source>
        <translation>Grenzen speichern</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Gespeichert.</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>Einstellungen suchen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Shows the health, pauses syncs, and opens the window.</source>
        <translation>Zeigt den Zustand, hält Synchronisierungen an und öffnet das Fenster.</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Start with</source>
        <translation>Beginnen mit</translation>
    </message>
    <message>
        <source>Tables at once</source>
        <translation>Tabellen gleichzeitig</translation>
    </message>
    <message>
        <source>Tell me about problems</source>
        <translation>Probleme melden</translation>
    </message>
    <message>
        <source>Tell me when a problem has gone</source>
        <translation>Gelöste Probleme melden</translation>
    </message>
    <message>
        <source>The page that the window opens with.</source>
        <translation>Die Seite, mit der sich das Fenster öffnet.</translation>
    </message>
    <message>
        <source>Threads of the warehouse</source>
        <translation>Threads des Warehouse</translation>
    </message>
    <message>
        <source>Time zone of schedules</source>
        <translation>Zeitzone der Zeitpläne</translation>
    </message>
    <message>
        <source>Times of day are meant in this zone. Past times are shown in the computer's.</source>
        <translation>Uhrzeiten gelten in dieser Zone. Vergangene Zeiten werden in der des Computers gezeigt.</translation>
    </message>
    <message>
        <source>Warehouse</source>
        <translation>Warehouse</translation>
    </message>
    <message>
        <source>Where I was last</source>
        <translation>Wo ich zuletzt war</translation>
    </message>
</context>
<context>
    <name>leat::SettingsForm</name>
    <message>
        <source>Choose %1</source>
        <translation>%1 wählen</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Fewer settings</source>
        <translation>Weniger Einstellungen</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Verbergen</translation>
    </message>
    <message>
        <source>More settings</source>
        <translation>Mehr Einstellungen</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>%1 zeigen</translation>
    </message>
    <message>
        <source>Taken from the URL</source>
        <translation>Aus der URL übernommen</translation>
    </message>
</context>
<context>
    <name>leat::Sidebar</name>
    <message numerus="yes">
        <source>%n table(s) · %1 rows</source>
        <translation>
            <numerusform>%n Tabelle · %1 Zeilen</numerusform>
            <numerusform>%n Tabellen · %1 Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>Warehouse</source>
        <translation>Warehouse</translation>
    </message>
    <message>
        <source>no tables yet</source>
        <translation>noch keine Tabellen</translation>
    </message>
</context>
<context>
    <name>leat::SourceDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Connection of %1</source>
        <translation>Verbindung von %1</translation>
    </message>
    <message>
        <source>Enter a value.</source>
        <translation>Einen Wert eingeben.</translation>
    </message>
    <message>
        <source>Test and sync</source>
        <translation>Testen und synchronisieren</translation>
    </message>
    <message>
        <source>Test only</source>
        <translation>Nur testen</translation>
    </message>
    <message>
        <source>Test, save and sync</source>
        <translation>Testen, speichern und synchronisieren</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>Unverändert</translation>
    </message>
</context>
<context>
    <name>leat::SourcesPage</name>
    <message>
        <source>%1 running</source>
        <translation>%1 aktiv</translation>
    </message>
    <message numerus="yes">
        <source>%n source(s)</source>
        <translation>
            <numerusform>%n Quelle</numerusform>
            <numerusform>%n Quellen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n table(s)</source>
        <translation>
            <numerusform>%n Tabelle</numerusform>
            <numerusform>%n Tabellen</numerusform>
        </translation>
    </message>
    <message>
        <source>Add a source</source>
        <translation>Quelle hinzufügen</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Suche leeren</translation>
    </message>
    <message>
        <source>Connect a database and Leat keeps an exact copy of its tables in a DuckDB file on this computer.</source>
        <translation>Nach dem Verbinden einer Datenbank hält Leat eine genaue Kopie ihrer Tabellen in einer DuckDB-Datei auf diesem Computer.</translation>
    </message>
    <message>
        <source>No table matches the search.</source>
        <translation>Keine Tabelle passt zur Suche.</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Sources and tables</source>
        <translation>Quellen und Tabellen</translation>
    </message>
    <message>
        <source>The sample is an offline shop of ten tables. It takes seconds and can be removed.</source>
        <translation>Das Beispiel ist ein Laden mit zehn Tabellen, ganz ohne Netz. Es dauert Sekunden und lässt sich entfernen.</translation>
    </message>
    <message>
        <source>Try the sample</source>
        <translation>Beispiel ausprobieren</translation>
    </message>
    <message>
        <source>Your data, in your own warehouse</source>
        <translation>Eigene Daten im eigenen Warehouse</translation>
    </message>
</context>
<context>
    <name>leat::TimeOfDay</name>
    <message>
        <source>At a time of day</source>
        <translation>Zu einer Uhrzeit</translation>
    </message>
    <message>
        <source>Time of day</source>
        <translation>Uhrzeit</translation>
    </message>
    <message>
        <source>at</source>
        <translation>um</translation>
    </message>
</context>
<context>
    <name>leat::TrashView</name>
    <message>
        <source> GB</source>
        <translation> GB</translation>
    </message>
    <message>
        <source> days</source>
        <translation> Tage</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s), %1</source>
        <translation>
            <numerusform>%n Eintrag, %1</numerusform>
            <numerusform>%n Einträge, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Copied again</source>
        <translation>Neu kopiert</translation>
    </message>
    <message>
        <source>Data deleted</source>
        <translation>Daten gelöscht</translation>
    </message>
    <message>
        <source>Delete for good…</source>
        <translation>Endgültig löschen…</translation>
    </message>
    <message>
        <source>Items of the trash</source>
        <translation>Einträge im Papierkorb</translation>
    </message>
    <message>
        <source>Keep for</source>
        <translation>Aufbewahren für</translation>
    </message>
    <message>
        <source>Kept until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Nothing here. Tables that you delete come here first, with their rows, cursor and settings, and can be brought back.</source>
        <translation>Hier ist nichts. Gelöschte Tabellen kommen zuerst hierher, mit Zeilen, Cursor und Einstellungen, und lassen sich zurückholen.</translation>
    </message>
    <message>
        <source>Replaced by a restore</source>
        <translation>Durch Wiederherstellen ersetzt</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Source removed</source>
        <translation>Quelle entfernt</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>The oldest go first; the newest of a table has room in any case.</source>
        <translation>Die ältesten gehen zuerst; für den neuesten einer Tabelle ist immer Platz.</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>Papierkorb</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>at most</source>
        <translation>höchstens</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
</context>
<context>
    <name>leat::Tray</name>
    <message>
        <source>%1 running</source>
        <translation>%1 aktiv</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n Problem</numerusform>
            <numerusform>%n Probleme</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything is in order</source>
        <translation>Alles in Ordnung</translation>
    </message>
    <message>
        <source>Leat: %1</source>
        <translation>Leat: %1</translation>
    </message>
    <message>
        <source>Open Leat</source>
        <translation>Leat öffnen</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>paused until %1</source>
        <translation>angehalten bis %1</translation>
    </message>
    <message>
        <source>schedules paused</source>
        <translation>Zeitpläne angehalten</translation>
    </message>
</context>
<context>
    <name>leat::WelcomeDialog</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Another folder: start Leat with --profile FOLDER.</source>
        <translation>Anderer Ordner: Leat mit --profile ORDNER starten.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Connect a database</source>
        <translation>Datenbank verbinden</translation>
    </message>
    <message>
        <source>Connect a database, or look around with an offline shop of ten tables. It takes seconds and can be removed.</source>
        <translation>Eine Datenbank verbinden oder sich in einem Laden mit zehn Tabellen umsehen, ganz ohne Netz. Es dauert Sekunden und lässt sich entfernen.</translation>
    </message>
    <message>
        <source>Disk free</source>
        <translation>Freier Speicherplatz</translation>
    </message>
    <message>
        <source>Leat keeps copies of your tables in one DuckDB file on this computer. Nothing is sent anywhere else.</source>
        <translation>Leat hält Kopien von Tabellen in einer DuckDB-Datei auf diesem Computer. Nirgendwo sonst wird etwas hingesendet.</translation>
    </message>
    <message>
        <source>Leat reads at the source and never writes there. Passwords and keys are kept by your system's keychain, never in a file of Leat's.</source>
        <translation>Leat liest an der Quelle und schreibt dort nie. Passwörter und Schlüssel verwahrt der Schlüsselbund des Systems, nie eine Datei von Leat.</translation>
    </message>
    <message>
        <source>Looking at the keychain…</source>
        <translation>Schlüsselbund wird angesehen…</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Passwords stay in your keychain</source>
        <translation>Passwörter bleiben im Schlüsselbund</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Überspringen</translation>
    </message>
    <message>
        <source>Try the sample</source>
        <translation>Beispiel ausprobieren</translation>
    </message>
    <message>
        <source>Warehouse</source>
        <translation>Warehouse</translation>
    </message>
    <message>
        <source>Welcome to Leat</source>
        <translation>Willkommen bei Leat</translation>
    </message>
    <message>
        <source>Where shall data come from?</source>
        <translation>Woher sollen Daten kommen?</translation>
    </message>
    <message>
        <source>Your data, in your own warehouse</source>
        <translation>Eigene Daten im eigenen Warehouse</translation>
    </message>
</context>
<context>
    <name>leat::WindowActions</name>
    <message>
        <source>&amp;About Leat</source>
        <translation>Ü&amp;ber Leat</translation>
    </message>
    <message>
        <source>&amp;Add source…</source>
        <translation>Quelle hin&amp;zufügen…</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>Ausseh&amp;en</translation>
    </message>
    <message>
        <source>&amp;Automatic</source>
        <translation>&amp;Automatisch</translation>
    </message>
    <message>
        <source>&amp;Cancel sync</source>
        <translation>Synchronisierung a&amp;bbrechen</translation>
    </message>
    <message>
        <source>&amp;Check this installation</source>
        <translation>Diese &amp;Installation prüfen</translation>
    </message>
    <message>
        <source>&amp;Collapse all</source>
        <translation>Alle e&amp;inklappen</translation>
    </message>
    <message>
        <source>&amp;Connection…</source>
        <translation>&amp;Verbindung…</translation>
    </message>
    <message>
        <source>&amp;Copy cells</source>
        <translation>Zellen &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;Delete data…</source>
        <translation>Daten &amp;löschen…</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>&amp;Details</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Expand all</source>
        <translation>Alle aus&amp;klappen</translation>
    </message>
    <message>
        <source>&amp;Export table as CSV…</source>
        <translation>Tabelle als CSV &amp;exportieren…</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>&amp;Suchen…</translation>
    </message>
    <message>
        <source>&amp;Go to anything…</source>
        <translation>Überallhin &amp;gehen…</translation>
    </message>
    <message>
        <source>&amp;Guided change</source>
        <translation>&amp;Geführte Änderung</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;High contrast</source>
        <translation>Hoher &amp;Kontrast</translation>
    </message>
    <message>
        <source>&amp;History</source>
        <translation>&amp;Verlauf</translation>
    </message>
    <message>
        <source>&amp;How it syncs…</source>
        <translation>&amp;Wie synchronisiert wird…</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Log of the table</source>
        <translation>Pr&amp;otokoll der Tabelle</translation>
    </message>
    <message>
        <source>&amp;New password or key…</source>
        <translation>&amp;Neues Passwort oder neuer Schlüssel…</translation>
    </message>
    <message>
        <source>&amp;Next pane</source>
        <translation>&amp;Nächster Bereich</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>&amp;Pause everything</source>
        <translation>&amp;Alles anhalten</translation>
    </message>
    <message>
        <source>&amp;Problems</source>
        <translation>&amp;Probleme</translation>
    </message>
    <message>
        <source>&amp;Quarantine…</source>
        <translation>&amp;Quarantäne…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Read the list of tables</source>
        <translation>Tabellen&amp;liste lesen</translation>
    </message>
    <message>
        <source>&amp;Running</source>
        <translation>&amp;Laufende</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>&amp;Einstellungen…</translation>
    </message>
    <message>
        <source>&amp;Source</source>
        <translation>&amp;Quelle</translation>
    </message>
    <message>
        <source>&amp;Sources</source>
        <translation>&amp;Quellen</translation>
    </message>
    <message>
        <source>&amp;Sync all its tables</source>
        <translation>Alle ihre Tabellen &amp;synchronisieren</translation>
    </message>
    <message>
        <source>&amp;Sync now</source>
        <translation>Jetzt &amp;synchronisieren</translation>
    </message>
    <message>
        <source>&amp;Table</source>
        <translation>&amp;Tabelle</translation>
    </message>
    <message>
        <source>&amp;Test connection…</source>
        <translation>Verbindung &amp;testen…</translation>
    </message>
    <message>
        <source>&amp;Trash…</source>
        <translation>&amp;Papierkorb…</translation>
    </message>
    <message>
        <source>&amp;Verify against the source</source>
        <translation>Mit der Quelle &amp;vergleichen</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Welcome…</source>
        <translation>&amp;Willkommen…</translation>
    </message>
    <message>
        <source>&amp;What is this?</source>
        <translation>&amp;Was ist das?</translation>
    </message>
    <message>
        <source>Appearance, language, engine and notifications</source>
        <translation>Aussehen, Sprache, Engine und Benachrichtigungen</translation>
    </message>
    <message>
        <source>Bring back what was taken away</source>
        <translation>Zurückholen, was entfernt wurde</translation>
    </message>
    <message>
        <source>Change method, cursor, key and columns</source>
        <translation>Methode, Cursor, Schlüssel und Spalten ändern</translation>
    </message>
    <message>
        <source>Change rows in the sample shop, to see the next sync bring them</source>
        <translation>Zeilen im Beispielladen ändern, die die nächste Synchronisierung bringt</translation>
    </message>
    <message>
        <source>Change the settings of the source</source>
        <translation>Die Einstellungen der Quelle ändern</translation>
    </message>
    <message>
        <source>Collect status, settings, runs and logs, redacted, for a person who helps</source>
        <translation>Status, Einstellungen, Läufe und Protokolle bereinigt für eine helfende Person sammeln</translation>
    </message>
    <message>
        <source>Compare keys with the source, and mark or delete rows that are gone there</source>
        <translation>Schlüssel mit der Quelle vergleichen und Zeilen, die dort weg sind, markieren oder löschen</translation>
    </message>
    <message>
        <source>Compare source and warehouse row by row</source>
        <translation>Quelle und Warehouse Zeile für Zeile vergleichen</translation>
    </message>
    <message>
        <source>Connect a database</source>
        <translation>Datenbank verbinden</translation>
    </message>
    <message>
        <source>Copy everything again; the old table stays until the copy is ready</source>
        <translation>Alles neu kopieren; die alte Tabelle bleibt, bis die Kopie fertig ist</translation>
    </message>
    <message>
        <source>Copy the selected rows as tab-separated text</source>
        <translation>Die ausgewählten Zeilen als Text mit Tabulatoren kopieren</translation>
    </message>
    <message>
        <source>Create the sam&amp;ple</source>
        <translation>&amp;Beispiel anlegen</translation>
    </message>
    <message>
        <source>D&amp;iagnose…</source>
        <translation>D&amp;iagnose…</translation>
    </message>
    <message>
        <source>Dark text on light</source>
        <translation>Dunkler Text auf Hell</translation>
    </message>
    <message>
        <source>Delete and copy &amp;again…</source>
        <translation>Löschen und &amp;neu kopieren…</translation>
    </message>
    <message>
        <source>Diagnostics &amp;bundle…</source>
        <translation>Diagnose&amp;paket…</translation>
    </message>
    <message>
        <source>Every term that the search field understands</source>
        <translation>Alle Begriffe, die das Suchfeld versteht</translation>
    </message>
    <message>
        <source>Find tables, actions and settings, or say what you want to do</source>
        <translation>Tabellen, Aktionen und Einstellungen finden oder ein Vorhaben eingeben</translation>
    </message>
    <message>
        <source>Follow the desktop's light or dark setting</source>
        <translation>Der hellen oder dunklen Einstellung des Desktops folgen</translation>
    </message>
    <message>
        <source>Forget the source; its tables stay unless you say so</source>
        <translation>Die Quelle vergessen; ihre Tabellen bleiben, wenn nicht anders gewählt</translation>
    </message>
    <message>
        <source>H&amp;ome</source>
        <translation>S&amp;tart</translation>
    </message>
    <message>
        <source>Hide tables that are not selected for syncing</source>
        <translation>Tabellen verbergen, die nicht zum Synchronisieren ausgewählt sind</translation>
    </message>
    <message>
        <source>Keep what stands in the search field, under a name</source>
        <translation>Den Inhalt des Suchfelds unter einem Namen aufbewahren</translation>
    </message>
    <message>
        <source>Leave the selected tables out of syncs, or take them in again</source>
        <translation>Die ausgewählten Tabellen vom Synchronisieren ausnehmen oder wieder aufnehmen</translation>
    </message>
    <message>
        <source>Light text on dark</source>
        <translation>Heller Text auf Dunkel</translation>
    </message>
    <message>
        <source>List every shortcut</source>
        <translation>Alle Tastenkürzel auflisten</translation>
    </message>
    <message>
        <source>Look at profile, keychain, warehouse and disk</source>
        <translation>Profil, Schlüsselbund, Warehouse und Festplatte ansehen</translation>
    </message>
    <message>
        <source>Look for new and vanished tables at the source</source>
        <translation>Nach neuen und verschwundenen Tabellen an der Quelle sehen</translation>
    </message>
    <message>
        <source>Make the offline sample shop and sync it</source>
        <translation>Den Beispielladen anlegen und synchronisieren, ganz ohne Netz</translation>
    </message>
    <message>
        <source>Move the focus to the next part of the window</source>
        <translation>Zum nächsten Teil des Fensters wechseln</translation>
    </message>
    <message>
        <source>Play a &amp;day in the sample</source>
        <translation>Im Beispiel einen Ta&amp;g spielen</translation>
    </message>
    <message>
        <source>Point at something to read what it does</source>
        <translation>Auf etwas zeigen und lesen, was es tut</translation>
    </message>
    <message>
        <source>R&amp;esync…</source>
        <translation>Neu &amp;einlesen…</translation>
    </message>
    <message>
        <source>Re&amp;fresh</source>
        <translation>Akt&amp;ualisieren</translation>
    </message>
    <message>
        <source>Re&amp;move source…</source>
        <translation>Quelle &amp;entfernen…</translation>
    </message>
    <message>
        <source>Re&amp;wind the cursor…</source>
        <translation>Cu&amp;rsor zurücksetzen…</translation>
    </message>
    <message>
        <source>Read again what is shown; among the sources, the list of tables</source>
        <translation>Das Gezeigte neu lesen; bei den Quellen die Tabellenliste</translation>
    </message>
    <message>
        <source>Read rows again from a value of the cursor on</source>
        <translation>Zeilen ab einem Wert des Cursors noch einmal lesen</translation>
    </message>
    <message>
        <source>Reconcile de&amp;letes</source>
        <translation>Löschungen abglei&amp;chen</translation>
    </message>
    <message>
        <source>Reset colu&amp;mns</source>
        <translation>Spalten &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>Rows of the table that were read and could not be stored</source>
        <translation>Zeilen der Tabelle, die gelesen wurden und nicht gespeichert werden konnten</translation>
    </message>
    <message>
        <source>Sa&amp;ve this search…</source>
        <translation>Diese Suche s&amp;peichern…</translation>
    </message>
    <message>
        <source>Save the list that is shown as a CSV file</source>
        <translation>Die gezeigte Liste als CSV-Datei speichern</translation>
    </message>
    <message>
        <source>Search tables: words, status:failed, source:shop, method:append</source>
        <translation>Tabellen suchen: Wörter, status:failed, source:shop, method:append</translation>
    </message>
    <message>
        <source>Selec&amp;ted tables only</source>
        <translation>Nur aus&amp;gewählte Tabellen</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>&amp;Alles auswählen</translation>
    </message>
    <message>
        <source>Select every row that is shown</source>
        <translation>Jede gezeigte Zeile auswählen</translation>
    </message>
    <message>
        <source>Show all columns in their first order and width</source>
        <translation>Alle Spalten in anfänglicher Reihenfolge und Breite zeigen</translation>
    </message>
    <message>
        <source>Show how everything is</source>
        <translation>Zeigen, wie es um alles steht</translation>
    </message>
    <message>
        <source>Show or hide the details</source>
        <translation>Die Details zeigen oder verbergen</translation>
    </message>
    <message>
        <source>Show past syncs</source>
        <translation>Vergangene Synchronisierungen zeigen</translation>
    </message>
    <message>
        <source>Show sources and tables</source>
        <translation>Quellen und Tabellen zeigen</translation>
    </message>
    <message>
        <source>Show sources only</source>
        <translation>Nur Quellen zeigen</translation>
    </message>
    <message>
        <source>Show tables that failed or wait for a decision</source>
        <translation>Tabellen zeigen, die fehlschlugen oder auf eine Entscheidung warten</translation>
    </message>
    <message>
        <source>Show tables whose sync runs or waits</source>
        <translation>Tabellen zeigen, die synchronisieren oder warten</translation>
    </message>
    <message>
        <source>Show the log of the newest run</source>
        <translation>Das Protokoll des neuesten Laufs zeigen</translation>
    </message>
    <message>
        <source>Show the tables of every source</source>
        <translation>Die Tabellen aller Quellen zeigen</translation>
    </message>
    <message>
        <source>Start nothing by itself for an hour, then resume; what runs goes on. More times in the menu beside it</source>
        <translation>Eine Stunde lang nichts von selbst starten, dann fortsetzen; was läuft, läuft weiter. Weitere Zeiten im Menü daneben</translation>
    </message>
    <message>
        <source>Stop all syncs safely and quit</source>
        <translation>Alle Synchronisierungen sicher anhalten und beenden</translation>
    </message>
    <message>
        <source>Stop the selected tables' syncs; nothing half-done is kept</source>
        <translation>Die Synchronisierungen der ausgewählten Tabellen anhalten; halb Fertiges wird nicht behalten</translation>
    </message>
    <message>
        <source>Sync every selected table of the source</source>
        <translation>Alle ausgewählten Tabellen der Quelle synchronisieren</translation>
    </message>
    <message>
        <source>Sync the selected tables</source>
        <translation>Die ausgewählten Tabellen synchronisieren</translation>
    </message>
    <message>
        <source>T&amp;ools</source>
        <translation>E&amp;xtras</translation>
    </message>
    <message>
        <source>Take the table away first, then copy it; the trash keeps the old one</source>
        <translation>Die Tabelle erst entfernen, dann kopieren; der Papierkorb behält die alte</translation>
    </message>
    <message>
        <source>Take the table out of the warehouse; its settings stay and the trash keeps it</source>
        <translation>Die Tabelle aus dem Warehouse nehmen; ihre Einstellungen bleiben, und der Papierkorb behält sie</translation>
    </message>
    <message>
        <source>The first steps once more</source>
        <translation>Die ersten Schritte noch einmal</translation>
    </message>
    <message>
        <source>The language of the &amp;search…</source>
        <translation>Die Sprache der &amp;Suche…</translation>
    </message>
    <message>
        <source>Try new credentials beside the old ones, then replace them</source>
        <translation>Neue Zugangsdaten neben den alten erproben, dann ersetzen</translation>
    </message>
    <message>
        <source>Try the connection step by step</source>
        <translation>Die Verbindung Schritt für Schritt versuchen</translation>
    </message>
    <message>
        <source>Version, paths and licence</source>
        <translation>Version, Pfade und Lizenz</translation>
    </message>
    <message>
        <source>What happened, why, and what to do about it</source>
        <translation>Was geschah, warum, und was zu tun ist</translation>
    </message>
    <message>
        <source>White on black, with bright signs</source>
        <translation>Weiß auf Schwarz, mit leuchtenden Zeichen</translation>
    </message>
</context>
</TS>
