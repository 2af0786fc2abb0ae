<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Bundle</name>
    <message>
        <source>Left out: not on the list of fields</source>
        <translation>Weggelassen: nicht auf der Liste der Felder</translation>
    </message>
    <message>
        <source>Replaced by a hash: a name</source>
        <translation>Durch einen Hash ersetzt: ein Name</translation>
    </message>
    <message>
        <source>Replaced by ~: your home folder</source>
        <translation>Durch ~ ersetzt: das persönliche Verzeichnis</translation>
    </message>
    <message>
        <source>Taken out: a secret that Leat knows</source>
        <translation>Herausgenommen: ein Geheimnis, das Leat kennt</translation>
    </message>
    <message>
        <source>Taken out: looks like a secret</source>
        <translation>Herausgenommen: sieht wie ein Geheimnis aus</translation>
    </message>
</context>
<context>
    <name>BundleDesk</name>
    <message>
        <source>file</source>
        <translation>Datei</translation>
    </message>
</context>
<context>
    <name>CredentialDesk</name>
    <message>
        <source>a secret of this source</source>
        <translation>ein Geheimnis dieser Quelle</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>previous password</source>
        <translation>voriges Passwort</translation>
    </message>
    <message>
        <source>source</source>
        <translation>Quelle</translation>
    </message>
</context>
<context>
    <name>CursorEvidence</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 NULL</source>
        <translation>%1 NULL</translation>
    </message>
    <message>
        <source>%1 in the future, up to %2</source>
        <translation>%1 in der Zukunft, bis %2</translation>
    </message>
    <message>
        <source>%1 of the rows have no “%2”; each sync that goes by it reads all of them again.</source>
        <translation>%1 der Zeilen haben kein „%2“; jede Synchronisierung, die danach geht, liest sie alle noch einmal.</translation>
    </message>
    <message>
        <source>%1 of the rows repeat a value</source>
        <translation>%1 der Zeilen wiederholen einen Wert</translation>
    </message>
    <message>
        <source>%1 rows or more</source>
        <translation>%1 Zeilen oder mehr</translation>
    </message>
    <message>
        <source>%1 share the newest value; each sync reads all of them again.</source>
        <translation>%1 teilen den neuesten Wert; jede Synchronisierung liest sie alle neu.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n Zeile</numerusform>
            <numerusform>%n Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>No column is recommended as cursor: %1.</source>
        <translation>Keine Spalte wird als Cursor empfohlen: %1.</translation>
    </message>
    <message>
        <source>No column of this table can be a cursor: sync complete copies.</source>
        <translation>Keine Spalte dieser Tabelle eignet sich als Cursor: volle Kopien synchronisieren.</translation>
    </message>
    <message>
        <source>Recommended: “%1” (%2). Evidence: %3.</source>
        <translation>Empfohlen: „%1“ (%2). Belege: %3.</translation>
    </message>
    <message>
        <source>Rows were updated at the source, but “%1” did not move: changes would be missed.</source>
        <translation>An der Quelle wurden Zeilen geändert, aber „%1“ blieb stehen: Änderungen würden fehlen.</translation>
    </message>
    <message>
        <source>by statistics</source>
        <translation>laut Statistik</translation>
    </message>
    <message>
        <source>by the index</source>
        <translation>laut Index</translation>
    </message>
    <message>
        <source>counted</source>
        <translation>gezählt</translation>
    </message>
    <message>
        <source>in the first rows</source>
        <translation>in den ersten Zeilen</translation>
    </message>
    <message>
        <source>indexed</source>
        <translation>indiziert</translation>
    </message>
    <message>
        <source>moves when rows change</source>
        <translation>ändert sich mit den Zeilen</translation>
    </message>
    <message>
        <source>newest value in %1</source>
        <translation>neuester Wert in %1</translation>
    </message>
    <message>
        <source>no NULL</source>
        <translation>kein NULL</translation>
    </message>
    <message>
        <source>no value twice</source>
        <translation>kein Wert doppelt</translation>
    </message>
    <message>
        <source>none in the future</source>
        <translation>keine in der Zukunft</translation>
    </message>
    <message>
        <source>not indexed</source>
        <translation>nicht indiziert</translation>
    </message>
    <message>
        <source>stayed while rows were changed</source>
        <translation>blieb bei Änderungen stehen</translation>
    </message>
    <message>
        <source>“%2” lies in the future in %1, up to %3. Leat holds the cursor back to the source's clock, so they are read again each time; correct them at the source.</source>
        <translation>„%2“ liegt in %1 in der Zukunft, bis %3. Leat hält den Cursor bei der Uhr der Quelle an, daher werden sie jedes Mal neu gelesen; an der Quelle berichtigen.</translation>
    </message>
</context>
<context>
    <name>DestructionDesk</name>
    <message>
        <source>Compares the keys once more, then deletes the rows that the source no longer has.</source>
        <translation>Vergleicht die Schlüssel noch einmal und löscht dann die Zeilen, die die Quelle nicht mehr hat.</translation>
    </message>
    <message>
        <source>Compares the keys once more, then marks the rows that the source no longer has as deleted; they stay in the warehouse.</source>
        <translation>Vergleicht die Schlüssel noch einmal und markiert dann die Zeilen, die die Quelle nicht mehr hat, als gelöscht; sie bleiben im Warehouse.</translation>
    </message>
    <message>
        <source>Deletes for good; this cannot be undone.</source>
        <translation>Löscht endgültig; das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Deletes the rows and the position from the warehouse; the settings stay.</source>
        <translation>Löscht die Zeilen und die Position aus dem Warehouse; die Einstellungen bleiben.</translation>
    </message>
    <message>
        <source>Deletes the rows from the warehouse at once, then copies everything anew.</source>
        <translation>Löscht die Zeilen sofort aus dem Warehouse und kopiert dann alles neu.</translation>
    </message>
    <message>
        <source>Forgets the source, its history and its password, and deletes its rows from the warehouse.</source>
        <translation>Vergisst die Quelle, ihren Verlauf und ihr Passwort und löscht ihre Zeilen aus dem Warehouse.</translation>
    </message>
    <message>
        <source>Forgets the source, its history and its password; its rows stay in the warehouse.</source>
        <translation>Vergisst die Quelle, ihren Verlauf und ihr Passwort; ihre Zeilen bleiben im Warehouse.</translation>
    </message>
    <message>
        <source>Older versions of rows, and rows deleted at the source, exist only here.</source>
        <translation>Ältere Fassungen von Zeilen und an der Quelle gelöschte Zeilen gibt es nur hier.</translation>
    </message>
    <message>
        <source>Rows that were deleted at the source since they were read exist only here.</source>
        <translation>Zeilen, die seit dem Lesen an der Quelle gelöscht wurden, gibt es nur hier.</translation>
    </message>
    <message>
        <source>The source no longer has these rows.</source>
        <translation>Die Quelle hat diese Zeilen nicht mehr.</translation>
    </message>
    <message>
        <source>The source no longer has this table: nothing of it can be read again.</source>
        <translation>Die Quelle hat diese Tabelle nicht mehr: Nichts davon lässt sich noch einmal lesen.</translation>
    </message>
    <message>
        <source>The trash is the last place that has it.</source>
        <translation>Nur noch der Papierkorb hat sie.</translation>
    </message>
    <message>
        <source>another name was typed</source>
        <translation>ein anderer Name wurde eingegeben</translation>
    </message>
    <message>
        <source>item of the trash</source>
        <translation>Eintrag im Papierkorb</translation>
    </message>
    <message>
        <source>its name was not typed</source>
        <translation>der Name wurde nicht eingegeben</translation>
    </message>
    <message>
        <source>no confirmation was given</source>
        <translation>es wurde nicht bestätigt</translation>
    </message>
    <message>
        <source>something changed since the preview</source>
        <translation>seit der Vorschau hat sich etwas geändert</translation>
    </message>
    <message>
        <source>source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>table with deletes that wait for an answer</source>
        <translation>Tabelle mit Löschungen, die auf eine Antwort warten</translation>
    </message>
    <message>
        <source>the confirmation is older than ten minutes</source>
        <translation>die Bestätigung ist älter als zehn Minuten</translation>
    </message>
</context>
<context>
    <name>Diagnosis</name>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 of the last %2 failed</source>
        <translation>%1 der letzten %2 fehlgeschlagen</translation>
    </message>
    <message>
        <source>It syncs only when someone asks for it.</source>
        <translation>Sie wird nur synchronisiert, wenn jemand es verlangt.</translation>
    </message>
    <message>
        <source>Last error</source>
        <translation>Letzter Fehler</translation>
    </message>
    <message>
        <source>Last runs</source>
        <translation>Letzte Läufe</translation>
    </message>
    <message>
        <source>Last success</source>
        <translation>Letzter Erfolg</translation>
    </message>
    <message>
        <source>No failure recorded</source>
        <translation>Kein Fehler verzeichnet</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>This version does not read change logs yet. Sync the table with full refresh, incremental or append.</source>
        <translation>Diese Version liest noch keine Änderungsprotokolle. Die Tabelle mit Vollabgleich, inkrementell oder durch Anhängen synchronisieren.</translation>
    </message>
    <message>
        <source>This version does not receive webhooks yet. Look at the provider's own page; the bulk sync brings what was missed.</source>
        <translation>Diese Version nimmt noch keine Webhooks an. Auf der Seite des Anbieters nachsehen; die Massensynchronisierung bringt, was fehlte.</translation>
    </message>
    <message>
        <source>Wait a moment, then sync: without a schedule nothing is tried again</source>
        <translation>Einen Moment warten, dann synchronisieren: Ohne Zeitplan folgt kein neuer Versuch</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>table</source>
        <translation>Tabelle</translation>
    </message>
</context>
<context>
    <name>DiagnosisAction</name>
    <message>
        <source>FIELD=VALUE stands for the choice, such as incremental_field=updated_at; “leatctl schema candidates” says which columns fit.</source>
        <translation>FIELD=VALUE steht für die Wahl, etwa incremental_field=updated_at; „leatctl schema candidates“ sagt, welche Spalten passen.</translation>
    </message>
    <message>
        <source>KEY=VALUE stands for a setting and its right value, such as port=5432; “leatctl source show” lists the settings.</source>
        <translation>KEY=VALUE steht für eine Einstellung und ihren richtigen Wert, etwa port=5432; „leatctl source show“ führt die Einstellungen auf.</translation>
    </message>
    <message>
        <source>VALUE stands for the value of the cursor column from which on rows are read again.</source>
        <translation>VALUE steht für den Wert der Cursorspalte, ab dem Zeilen noch einmal gelesen werden.</translation>
    </message>
</context>
<context>
    <name>Doctor</name>
    <message>
        <source>%1 is shown as the warehouse has it.</source>
        <translation>%1 wird so gezeigt, wie das Warehouse es hat.</translation>
    </message>
    <message>
        <source>%1 lies in the trash.</source>
        <translation>%1 liegt im Papierkorb.</translation>
    </message>
    <message>
        <source>%1, %2, DuckDB %3</source>
        <translation>%1, %2, DuckDB %3</translation>
    </message>
    <message>
        <source>%1, rows: %2</source>
        <translation>%1, Zeilen: %2</translation>
    </message>
    <message>
        <source>%1: %2 rows are kept; the next sync goes on with them.</source>
        <translation>%1: %2 Zeilen sind aufgehoben; die nächste Synchronisierung macht damit weiter.</translation>
    </message>
    <message>
        <source>%1: %2 rows were synced, %3 are there: another program changed them.</source>
        <translation>%1: %2 Zeilen wurden synchronisiert, %3 sind da: Ein anderes Programm hat sie geändert.</translation>
    </message>
    <message>
        <source>%1: it was copied anew after its rows were lost (%2, last synced on %3); earlier versions are not in the new copy.</source>
        <translation>%1: Neu kopiert, nachdem die Zeilen verloren gingen (%2, zuletzt synchronisiert am %3); frühere Stände fehlen in der neuen Kopie.</translation>
    </message>
    <message>
        <source>%1: its password is not there.</source>
        <translation>%1: Das Passwort fehlt.</translation>
    </message>
    <message>
        <source>%1: its rows (%2, last synced on %3) are no longer in the warehouse. The next sync copies the table anew.</source>
        <translation>%1: Die Zeilen (%2, zuletzt synchronisiert am %3) sind nicht mehr im Warehouse. Die nächste Synchronisierung kopiert die Tabelle neu.</translation>
    </message>
    <message>
        <source>%1: its rows cannot be counted.</source>
        <translation>%1: Die Zeilen lassen sich nicht zählen.</translation>
    </message>
    <message>
        <source>%1: its table was dropped by another program.</source>
        <translation>%1: Die Tabelle wurde von einem anderen Programm gelöscht.</translation>
    </message>
    <message>
        <source>%1: run %2 of %3</source>
        <translation>%1: Lauf %2 von %3</translation>
    </message>
    <message>
        <source>%1: run %2 wrote it last, which this profile does not know; it may be an older copy. Verify the table.</source>
        <translation>%1: Zuletzt schrieb Lauf %2, den dieses Profil nicht kennt; es ist vielleicht eine ältere Kopie. Die Tabelle prüfen.</translation>
    </message>
    <message>
        <source>%1: synced says the profile, the warehouse has nothing of it.</source>
        <translation>%1: Laut Profil synchronisiert, das Warehouse hat nichts davon.</translation>
    </message>
    <message>
        <source>%1: the profile shows %2 rows, the warehouse has %3.</source>
        <translation>%1: Das Profil zeigt %2 Zeilen, das Warehouse hat %3.</translation>
    </message>
    <message>
        <source>%1: the profile shows the position “%2”, the warehouse has “%3”.</source>
        <translation>%1: Das Profil zeigt den Cursorstand „%2“, das Warehouse hat „%3“.</translation>
    </message>
    <message>
        <source>%1: the warehouse is an older copy, which stored it last on %2. The next sync brings it up to date.</source>
        <translation>%1: Das Warehouse ist eine ältere Kopie, zuletzt am %2 gespeichert. Die nächste Synchronisierung bringt die Tabelle auf den neuesten Stand.</translation>
    </message>
    <message>
        <source>%1; the table of this name has not been synced yet and did not store them</source>
        <translation>%1; die Tabelle dieses Namens wurde noch nicht synchronisiert und hat sie nicht gespeichert</translation>
    </message>
    <message>
        <source>Answer its prompt if one is open.</source>
        <translation>Auf seine Nachfrage antworten, falls eine offen ist.</translation>
    </message>
    <message>
        <source>Available: a test entry was written, read and deleted.</source>
        <translation>Verfügbar: Ein Testeintrag wurde geschrieben, gelesen und gelöscht.</translation>
    </message>
    <message>
        <source>Close other programs, or give the warehouse less in the settings: large tables are then slower, not wrong.</source>
        <translation>Andere Programme schließen oder dem Warehouse in den Einstellungen weniger geben: Große Tabellen sind dann langsamer, nicht falsch.</translation>
    </message>
    <message>
        <source>Compare %1 with its source and repair</source>
        <translation>%1 mit der Quelle vergleichen und reparieren</translation>
    </message>
    <message>
        <source>Copy %1 anew</source>
        <translation>%1 neu kopieren</translation>
    </message>
    <message>
        <source>Deletes for good what lies in the trash and is of no protected source, %1. The file keeps its size and uses the room again.</source>
        <translation>Löscht endgültig, was im Papierkorb liegt und zu keiner geschützten Quelle gehört, %1. Die Datei behält ihre Größe und nutzt den Platz wieder.</translation>
    </message>
    <message>
        <source>Deletes for good what lies in the trash, %1. The file keeps its size and uses the room again.</source>
        <translation>Löscht endgültig, was im Papierkorb liegt, %1. Die Datei behält ihre Größe und nutzt den Platz wieder.</translation>
    </message>
    <message>
        <source>Do without the lost rows of %1</source>
        <translation>Auf die verlorenen Zeilen von %1 verzichten</translation>
    </message>
    <message>
        <source>Drop half-filled tables</source>
        <translation>Halb gefüllte Tabellen löschen</translation>
    </message>
    <message>
        <source>Drops copies that were never finished. No row that was synced is in them.</source>
        <translation>Löscht Kopien, die nie fertig wurden. Keine synchronisierte Zeile liegt darin.</translation>
    </message>
    <message>
        <source>Drops what they have read so far; the next sync reads these tables from their beginning.</source>
        <translation>Verwirft, was bisher gelesen wurde; die nächste Synchronisierung liest diese Tabellen von vorn.</translation>
    </message>
    <message>
        <source>Empty the trash</source>
        <translation>Papierkorb leeren</translation>
    </message>
    <message>
        <source>Enter it again: “New password or key” of the source, or “leatctl source rotate”.</source>
        <translation>Es neu eingeben: „Neues Passwort oder neuer Schlüssel“ der Quelle oder „leatctl source rotate“.</translation>
    </message>
    <message>
        <source>Files of programs that have ended: %1, %2.</source>
        <translation>Dateien beendeter Programme: %1, %2.</translation>
    </message>
    <message>
        <source>Forgets the limit of %1 MB that was set. Applies from the next start on.</source>
        <translation>Vergisst die gesetzte Grenze von %1 MB. Gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Forgets the position, so that the next sync copies the whole table. Settings stay; the position goes to the trash.</source>
        <translation>Vergisst den Cursorstand, sodass die nächste Synchronisierung die ganze Tabelle kopiert. Einstellungen bleiben; der Cursorstand kommt in den Papierkorb.</translation>
    </message>
    <message>
        <source>Free disk space</source>
        <translation>Freier Speicherplatz</translation>
    </message>
    <message>
        <source>Free some space: a full refresh needs room for the new copy.</source>
        <translation>Platz schaffen: Ein Vollabgleich braucht Raum für die neue Kopie.</translation>
    </message>
    <message>
        <source>Free the tables</source>
        <translation>Die Tabellen freigeben</translation>
    </message>
    <message>
        <source>Give interrupted copies up</source>
        <translation>Unterbrochene Kopien aufgeben</translation>
    </message>
    <message>
        <source>Half-filled tables</source>
        <translation>Halb gefüllte Tabellen</translation>
    </message>
    <message>
        <source>Half-filled tables dropped: %1.</source>
        <translation>Halb gefüllte Tabellen gelöscht: %1.</translation>
    </message>
    <message>
        <source>Interrupted copies</source>
        <translation>Abgebrochene Kopien</translation>
    </message>
    <message>
        <source>Interrupted copies given up: %1.</source>
        <translation>Unterbrochene Kopien aufgegeben: %1.</translation>
    </message>
    <message>
        <source>It did not answer in time.</source>
        <translation>Er hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>It lies in a folder that a cloud service keeps in step, which can replace the file while it is used.</source>
        <translation>Es liegt in einem Ordner, den ein Cloud-Dienst abgleicht; dieser kann die Datei ersetzen, während sie benutzt wird.</translation>
    </message>
    <message>
        <source>It lies on a network share, where locks may keep nobody out.</source>
        <translation>Es liegt auf einer Netzwerkfreigabe, auf der Sperren unter Umständen niemanden abhalten.</translation>
    </message>
    <message>
        <source>Keychain</source>
        <translation>Schlüsselbund</translation>
    </message>
    <message>
        <source>Leases</source>
        <translation>Belegungen</translation>
    </message>
    <message>
        <source>Leat is the only program that should write to the warehouse. Copy rows to a file of your own to change them.</source>
        <translation>Nur Leat sollte ins Warehouse schreiben. Zeilen zum Ändern in eine eigene Datei kopieren.</translation>
    </message>
    <message>
        <source>Locked.</source>
        <translation>Gesperrt.</translation>
    </message>
    <message>
        <source>Marks the runs as interrupted. Should one still be alive, it can no longer write.</source>
        <translation>Vermerkt die Läufe als unterbrochen. Lebt einer doch noch, kann er nichts mehr schreiben.</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Arbeitsspeicher</translation>
    </message>
    <message>
        <source>Move %1 to the trash</source>
        <translation>%1 in den Papierkorb legen</translation>
    </message>
    <message>
        <source>Move the profile to a folder of this machine's own disk.</source>
        <translation>Das Profil in einen Ordner auf einem Datenträger dieses Rechners verschieben.</translation>
    </message>
    <message>
        <source>Only ends this notice. Nothing is changed.</source>
        <translation>Beendet nur diesen Hinweis. Nichts wird geändert.</translation>
    </message>
    <message>
        <source>Passwords are kept in the profile's encrypted vault.</source>
        <translation>Passwörter liegen im verschlüsselten Tresor des Profils.</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Put right at the start, half-filled tables dropped: %1.</source>
        <translation>Beim Start behoben, halb gefüllte Tabellen gelöscht: %1.</translation>
    </message>
    <message>
        <source>Put right at the start, runs of a program that had died: %1.</source>
        <translation>Beim Start behoben, Läufe eines abgebrochenen Programms: %1.</translation>
    </message>
    <message>
        <source>Put right at the start, tables shown as the warehouse has them: %1.</source>
        <translation>Beim Start behoben, Tabellen gezeigt, wie das Warehouse sie hat: %1.</translation>
    </message>
    <message>
        <source>Remove temporary files</source>
        <translation>Temporäre Dateien entfernen</translation>
    </message>
    <message>
        <source>Removes them for good; nothing reads them any more.</source>
        <translation>Entfernt sie endgültig; nichts liest sie mehr.</translation>
    </message>
    <message>
        <source>Replaces the ranges that differ by the source's rows and removes rows that only the warehouse has. The position stays.</source>
        <translation>Ersetzt abweichende Bereiche durch die Zeilen der Quelle und entfernt Zeilen, die nur das Warehouse hat. Der Cursorstand bleibt.</translation>
    </message>
    <message>
        <source>Runs that nobody works on: %1.</source>
        <translation>Läufe, an denen niemand arbeitet: %1.</translation>
    </message>
    <message>
        <source>Show %1 as it is</source>
        <translation>%1 zeigen, wie es ist</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Sources with a problem: %1.</source>
        <translation>Quellen mit einem Problem: %1.</translation>
    </message>
    <message>
        <source>Sources without a password work. For others start a keychain service, or use --vault-passphrase-file.</source>
        <translation>Quellen ohne Passwort gehen. Für andere einen Schlüsselbunddienst starten oder --vault-passphrase-file verwenden.</translation>
    </message>
    <message>
        <source>Sources: %1, none with a known problem.</source>
        <translation>Quellen: %1, keine mit bekanntem Problem.</translation>
    </message>
    <message>
        <source>Staging tables that no sync works on: %1.</source>
        <translation>Zwischentabellen, an denen keine Synchronisierung arbeitet: %1.</translation>
    </message>
    <message>
        <source>State and warehouse</source>
        <translation>Zustand und Warehouse</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tabellen</translation>
    </message>
    <message>
        <source>Tables freed: %1.</source>
        <translation>Tabellen freigegeben: %1.</translation>
    </message>
    <message>
        <source>Tables not as the profile says: %1.</source>
        <translation>Tabellen anders als im Profil: %1.</translation>
    </message>
    <message>
        <source>Tables of removed sources or of other programs: %1.</source>
        <translation>Tabellen entfernter Quellen oder anderer Programme: %1.</translation>
    </message>
    <message>
        <source>Tables whose copy can go on: %1.</source>
        <translation>Tabellen, deren Kopie weitergehen kann: %1.</translation>
    </message>
    <message>
        <source>Tables: %1, all as the profile says.</source>
        <translation>Tabellen: %1, alle wie im Profil.</translation>
    </message>
    <message>
        <source>Takes rows, position and time from the warehouse. No row is touched.</source>
        <translation>Nimmt Zeilenzahl, Cursorstand und Zeit aus dem Warehouse. Keine Zeile wird berührt.</translation>
    </message>
    <message>
        <source>Temporary files</source>
        <translation>Temporäre Dateien</translation>
    </message>
    <message>
        <source>Temporary files removed: %1.</source>
        <translation>Temporäre Dateien entfernt: %1.</translation>
    </message>
    <message>
        <source>Test them to see the step that fails.</source>
        <translation>Sie testen, um den Schritt zu sehen, der scheitert.</translation>
    </message>
    <message>
        <source>The next sync copies %1 anew.</source>
        <translation>Die nächste Synchronisierung kopiert %1 neu.</translation>
    </message>
    <message>
        <source>The rows that %1 lost are no longer reported.</source>
        <translation>Die verlorenen Zeilen von %1 werden nicht mehr gemeldet.</translation>
    </message>
    <message>
        <source>The trash holds only what is of protected sources.</source>
        <translation>Im Papierkorb liegt nur noch, was zu geschützten Quellen gehört.</translation>
    </message>
    <message>
        <source>The trash is empty.</source>
        <translation>Der Papierkorb ist leer.</translation>
    </message>
    <message>
        <source>The trash keeps it for a while and can bring it back.</source>
        <translation>Der Papierkorb behält es eine Weile und kann es zurückbringen.</translation>
    </message>
    <message>
        <source>The usual limit applies from the next start on.</source>
        <translation>Ab dem nächsten Start gilt die übliche Grenze.</translation>
    </message>
    <message>
        <source>The warehouse holds %1 of at most %2; %3 are free on this machine.</source>
        <translation>Das Warehouse hält %1 von höchstens %2; %3 sind auf diesem Rechner frei.</translation>
    </message>
    <message>
        <source>Their tables are shown as running. A sync takes such a lease over by itself.</source>
        <translation>Ihre Tabellen werden als laufend gezeigt. Eine Synchronisierung übernimmt so eine Belegung von selbst.</translation>
    </message>
    <message>
        <source>They are kept and can be queried. Move those to the trash that nobody needs.</source>
        <translation>Sie bleiben und können abgefragt werden. In den Papierkorb legen, was niemand braucht.</translation>
    </message>
    <message>
        <source>They only take room.</source>
        <translation>Sie nehmen nur Platz weg.</translation>
    </message>
    <message>
        <source>They take room until the next start, which drops them.</source>
        <translation>Sie nehmen Platz weg, bis der nächste Start sie löscht.</translation>
    </message>
    <message>
        <source>This system offers no keychain.</source>
        <translation>Dieses System bietet keinen Schlüsselbund.</translation>
    </message>
    <message>
        <source>Unknown tables</source>
        <translation>Unbekannte Tabellen</translation>
    </message>
    <message>
        <source>Unlock it; sources with a password cannot sync until then.</source>
        <translation>Entsperren; bis dahin können Quellen mit Passwort nicht synchronisieren.</translation>
    </message>
    <message>
        <source>Use the usual limit</source>
        <translation>Die übliche Grenze nutzen</translation>
    </message>
    <message>
        <source>Warehouse</source>
        <translation>Warehouse</translation>
    </message>
    <message>
        <source>an unknown number</source>
        <translation>eine unbekannte Zahl</translation>
    </message>
    <message>
        <source>an unknown program</source>
        <translation>einem unbekannten Programm</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ohne</translation>
    </message>
    <message>
        <source>none left behind</source>
        <translation>keine übrig</translation>
    </message>
    <message>
        <source>none that nobody holds</source>
        <translation>keine verwaiste</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
</context>
<context>
    <name>DoctorDesk</name>
    <message>
        <source>%1 was compared with its source and repaired.</source>
        <translation>%1 wurde mit der Quelle verglichen und repariert.</translation>
    </message>
    <message>
        <source>fix that is needed now</source>
        <translation>Behebung, die jetzt nötig ist,</translation>
    </message>
    <message>
        <source>no confirmation was given</source>
        <translation>es wurde nicht bestätigt</translation>
    </message>
    <message>
        <source>something changed since the check</source>
        <translation>seit der Prüfung hat sich etwas geändert</translation>
    </message>
    <message>
        <source>the confirmation is older than ten minutes</source>
        <translation>die Bestätigung ist älter als zehn Minuten</translation>
    </message>
</context>
<context>
    <name>Drift</name>
    <message>
        <source>a replica answers that has not caught up with the last sync</source>
        <translation>eine Replik antwortet, die den Stand der letzten Synchronisierung noch nicht erreicht hat</translation>
    </message>
    <message>
        <source>a table with rows of its own became a part of it; those that the position has passed would not be read</source>
        <translation>eine Tabelle mit eigenen Zeilen wurde ein Teil von ihr; die, über die die Position hinaus ist, würden nicht gelesen</translation>
    </message>
    <message>
        <source>another table has the name now; its rows would be added to those of the old one</source>
        <translation>eine andere Tabelle hat jetzt den Namen; ihre Zeilen kämen zu denen der alten hinzu</translation>
    </message>
    <message>
        <source>no index of the source holds %1 unique any more; rows that share a key would replace each other</source>
        <translation>kein Index der Quelle hält %1 noch eindeutig; Zeilen mit demselben Schlüssel würden einander ersetzen</translation>
    </message>
    <message>
        <source>the server was restored or another one took over; some rows that were read may be gone there, and others would not be read</source>
        <translation>der Server wurde wiederhergestellt oder ein anderer hat übernommen; gelesene Zeilen können dort fehlen, und andere würden nicht gelesen</translation>
    </message>
    <message>
        <source>“%1” has another type: %2, before %3</source>
        <translation>„%1“ hat einen anderen Typ: %2, vorher %3</translation>
    </message>
    <message>
        <source>“%1” is gone</source>
        <translation>„%1“ ist weg</translation>
    </message>
    <message>
        <source>“%1” is new (%2)</source>
        <translation>„%1“ ist neu (%2)</translation>
    </message>
    <message>
        <source>“%1” is now called “%2”</source>
        <translation>„%1“ heißt jetzt „%2“</translation>
    </message>
    <message>
        <source>“%1” is wider: %2, before %3</source>
        <translation>„%1“ ist weiter: %2, vorher %3</translation>
    </message>
    <message>
        <source>“%1” was dropped and made anew: %2, before %3</source>
        <translation>„%1“ wurde gelöscht und neu angelegt: %2, vorher %3</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>A change of {table} at the source waited for this read, which gave way to it.</source>
        <translation>Eine Änderung von {table} an der Quelle wartete auf dieses Lesen; das Lesen hat sie vorgelassen.</translation>
    </message>
    <message>
        <source>A value in column “{column}” of {table} has no exact form in the warehouse.</source>
        <translation>Ein Wert in Spalte „{column}“ von {table} hat im Warehouse keine exakte Form.</translation>
    </message>
    <message>
        <source>A {what} named “{name}” exists already.</source>
        <translation>{what} namens „{name}“ gibt es schon.</translation>
    </message>
    <message>
        <source>Allowed values: {allowed}.</source>
        <translation>Erlaubte Werte: {allowed}.</translation>
    </message>
    <message>
        <source>Allowed: {allowed}.</source>
        <translation>Erlaubt: {allowed}.</translation>
    </message>
    <message>
        <source>Another run took over {table}; this one stored nothing.</source>
        <translation>Ein anderer Lauf hat {table} übernommen; dieser hat nichts gespeichert.</translation>
    </message>
    <message>
        <source>Answer its prompt if one is open, then try again.</source>
        <translation>Auf seine Nachfrage antworten, falls eine offen ist, und es noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Check firewall and allow-list; the next sync tries again.</source>
        <translation>Firewall und Zulassungsliste prüfen; die nächste Synchronisierung versucht es wieder.</translation>
    </message>
    <message>
        <source>Check its permissions and the free space, or choose another profile.</source>
        <translation>Berechtigungen und freien Platz prüfen oder ein anderes Profil wählen.</translation>
    </message>
    <message>
        <source>Check that the server runs and listens on that port.</source>
        <translation>Prüfen, ob der Server läuft und an diesem Port lauscht.</translation>
    </message>
    <message>
        <source>Check the database name.</source>
        <translation>Den Namen der Datenbank prüfen.</translation>
    </message>
    <message>
        <source>Check the host name, your network and VPN.</source>
        <translation>Hostnamen, Netzwerk und VPN prüfen.</translation>
    </message>
    <message>
        <source>Check the path, or whether the disk is mounted.</source>
        <translation>Den Pfad prüfen, und ob der Datenträger eingehängt ist.</translation>
    </message>
    <message>
        <source>Check the spelling, or list what there is.</source>
        <translation>Die Schreibweise prüfen oder auflisten, was es gibt.</translation>
    </message>
    <message>
        <source>Choose another cursor, key or selection in the table's settings, then sync again; the rows that are there stay.</source>
        <translation>In den Einstellungen der Tabelle einen anderen Cursor, Schlüssel oder andere Spalten wählen, dann erneut synchronisieren; die vorhandenen Zeilen bleiben.</translation>
    </message>
    <message>
        <source>Choose another file; encrypted files are not supported.</source>
        <translation>Eine andere Datei wählen; verschlüsselte Dateien werden nicht unterstützt.</translation>
    </message>
    <message>
        <source>Choose another name, or remove the existing one first.</source>
        <translation>Einen anderen Namen wählen oder das Vorhandene erst entfernen.</translation>
    </message>
    <message>
        <source>Choose another protection for the source first.</source>
        <translation>Erst einen anderen Schutz für die Quelle wählen.</translation>
    </message>
    <message>
        <source>Choose key columns that are never NULL. Nothing was stored.</source>
        <translation>Schlüsselspalten wählen, die nie NULL sind. Nichts wurde gespeichert.</translation>
    </message>
    <message>
        <source>Choose key columns that are unique together. Nothing was stored.</source>
        <translation>Schlüsselspalten wählen, die zusammen eindeutig sind. Nichts wurde gespeichert.</translation>
    </message>
    <message>
        <source>Choose one of {allowed}.</source>
        <translation>Eines davon wählen: {allowed}.</translation>
    </message>
    <message>
        <source>Choose one of: {allowed}.</source>
        <translation>Eines davon wählen: {allowed}.</translation>
    </message>
    <message>
        <source>Close it there and try again.</source>
        <translation>Dort schließen und es noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Close that program, or choose another profile with --profile.</source>
        <translation>Jenes Programm schließen oder mit --profile ein anderes Profil wählen.</translation>
    </message>
    <message>
        <source>Column “{column}” of {table} cannot be the cursor: {reason}.</source>
        <translation>Spalte „{column}“ von {table} kann nicht Cursor sein: {reason}.</translation>
    </message>
    <message>
        <source>Column “{column}” of {table} changed its type from {before} to {after}.</source>
        <translation>Spalte „{column}“ von {table} hat den Typ von {before} zu {after} geändert.</translation>
    </message>
    <message>
        <source>Columns of {table} changed at the source: {changes}. Nothing was read.</source>
        <translation>Spalten von {table} haben sich an der Quelle geändert: {changes}. Es wurde nichts gelesen.</translation>
    </message>
    <message>
        <source>Correct the value, leave the column out, or choose another key if it is one.</source>
        <translation>Den Wert berichtigen, die Spalte weglassen oder, wenn sie der Schlüssel ist, einen anderen wählen.</translation>
    </message>
    <message>
        <source>Cursor column “{column}” of {table} has values in the future, up to {value}.</source>
        <translation>Cursorspalte „{column}“ von {table} hat Werte in der Zukunft, bis {value}.</translation>
    </message>
    <message>
        <source>Cursor column “{column}” of {table} is NULL in {count} rows.</source>
        <translation>Cursorspalte „{column}“ von {table} ist in {count} Zeilen NULL.</translation>
    </message>
    <message>
        <source>Cursor column “{column}” of {table} went back from {before} to {after}.</source>
        <translation>Cursorspalte „{column}“ von {table} ging zurück, von {before} auf {after}.</translation>
    </message>
    <message>
        <source>Did you mean “{nearest}”? Known settings: {allowed}.</source>
        <translation>Vielleicht „{nearest}“? Bekannte Einstellungen: {allowed}.</translation>
    </message>
    <message>
        <source>Enter the current password; it may have been changed or have expired.</source>
        <translation>Das aktuelle Passwort eingeben; vielleicht wurde es geändert oder ist abgelaufen.</translation>
    </message>
    <message>
        <source>Enter the password of the source again.</source>
        <translation>Das Passwort der Quelle neu eingeben.</translation>
    </message>
    <message>
        <source>Enter the password of the source.</source>
        <translation>Das Passwort der Quelle eingeben.</translation>
    </message>
    <message>
        <source>Free some space and sync again; what was stored before is safe.</source>
        <translation>Platz schaffen und erneut synchronisieren; was zuvor gespeichert wurde, ist sicher.</translation>
    </message>
    <message>
        <source>Give it a value and try again.</source>
        <translation>Einen Wert angeben und es noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Give the password again together with the new address.</source>
        <translation>Das Passwort zusammen mit der neuen Adresse noch einmal angeben.</translation>
    </message>
    <message>
        <source>Give the server's CA as sslrootcert, pin its fingerprint, or correct the host name.</source>
        <translation>Die CA des Servers als sslrootcert angeben, seinen Fingerabdruck festlegen oder den Hostnamen berichtigen.</translation>
    </message>
    <message>
        <source>Grant read access (for a database: GRANT SELECT), then sync again.</source>
        <translation>Lesezugriff geben (bei Datenbanken: GRANT SELECT) und erneut synchronisieren.</translation>
    </message>
    <message>
        <source>If the source is rightly empty, sync again and accept the empty table.</source>
        <translation>Ist die Quelle zu Recht leer, erneut synchronisieren und die leere Tabelle annehmen.</translation>
    </message>
    <message>
        <source>It is read again by itself. Raise give_way of the source, or change the table when it is not synced, if this goes on.</source>
        <translation>Die Tabelle wird von selbst noch einmal gelesen. Wenn das andauert, give_way der Quelle erhöhen oder die Tabelle ändern, wenn sie nicht synchronisiert wird.</translation>
    </message>
    <message>
        <source>Key column “{column}” of {table} holds NULL.</source>
        <translation>Schlüsselspalte „{column}“ von {table} enthält NULL.</translation>
    </message>
    <message>
        <source>Known settings: {allowed}.</source>
        <translation>Bekannte Einstellungen: {allowed}.</translation>
    </message>
    <message>
        <source>Let that program finish its write and sync again.</source>
        <translation>Jenes Programm fertig schreiben lassen und erneut synchronisieren.</translation>
    </message>
    <message>
        <source>Look at its current settings and apply your change again.</source>
        <translation>Die jetzigen Einstellungen ansehen und die Änderung noch einmal anwenden.</translation>
    </message>
    <message>
        <source>Look at what the action would do now, and confirm it again.</source>
        <translation>Ansehen, was die Aktion jetzt tun würde, und sie noch einmal bestätigen.</translation>
    </message>
    <message>
        <source>Lower the number of readers of this source, or raise max_connections.</source>
        <translation>Für diese Quelle die Zahl der Leser senken oder max_connections erhöhen.</translation>
    </message>
    <message>
        <source>Mend the rows at the source, choose another key, or raise error_budget. Nothing was stored.</source>
        <translation>Die Zeilen an der Quelle berichtigen, einen anderen Schlüssel wählen oder error_budget erhöhen. Es wurde nichts gespeichert.</translation>
    </message>
    <message>
        <source>Name columns that are unique together (primary_key_columns), or use full refresh.</source>
        <translation>Spalten angeben, die zusammen eindeutig sind (primary_key_columns), oder den Vollabgleich verwenden.</translation>
    </message>
    <message>
        <source>No column of {table} is selected.</source>
        <translation>Keine Spalte von {table} ist ausgewählt.</translation>
    </message>
    <message>
        <source>No password is stored for “{source}”.</source>
        <translation>Für „{source}“ ist kein Passwort gespeichert.</translation>
    </message>
    <message>
        <source>Nothing half-read was stored; sync again.</source>
        <translation>Halb Gelesenes wurde nicht gespeichert; erneut synchronisieren.</translation>
    </message>
    <message>
        <source>Nothing needs to be done.</source>
        <translation>Es ist nichts zu tun.</translation>
    </message>
    <message>
        <source>Nothing was changed in “{subject}”: {reason}.</source>
        <translation>In „{subject}“ wurde nichts geändert: {reason}.</translation>
    </message>
    <message>
        <source>Nothing was changed. Sync again; if it comes back, report it with the log.</source>
        <translation>Es wurde nichts geändert. Erneut synchronisieren; kommt es wieder, mit dem Protokoll melden.</translation>
    </message>
    <message>
        <source>Nothing was deleted. Look at them, then confirm the deletes, or raise delete_limit.</source>
        <translation>Nichts wurde gelöscht. Ansehen, dann die Löschungen bestätigen oder delete_limit erhöhen.</translation>
    </message>
    <message>
        <source>Nothing was deleted; it is tried again by itself. Or point the source at the primary server.</source>
        <translation>Nichts wurde gelöscht; es wird von selbst noch einmal versucht. Oder die Quelle auf den Primärserver richten.</translation>
    </message>
    <message>
        <source>Only a single reading statement (SELECT) is allowed here.</source>
        <translation>Hier ist nur eine einzelne lesende Anweisung (SELECT) erlaubt.</translation>
    </message>
    <message>
        <source>Open a copy of the warehouse file in DuckDB to change data.</source>
        <translation>Zum Ändern von Daten eine Kopie der Warehouse-Datei in DuckDB öffnen.</translation>
    </message>
    <message>
        <source>Primary key required for incremental syncs: {table} has none set.</source>
        <translation>Inkrementelles Synchronisieren braucht einen Primärschlüssel: {table} hat keinen.</translation>
    </message>
    <message>
        <source>Raise statement_timeout of the source, choose fewer columns, or add an index.</source>
        <translation>statement_timeout der Quelle erhöhen, weniger Spalten wählen oder einen Index anlegen.</translation>
    </message>
    <message>
        <source>Raise the memory limit, or sync fewer tables at once.</source>
        <translation>Die Speichergrenze erhöhen oder weniger Tabellen gleichzeitig synchronisieren.</translation>
    </message>
    <message>
        <source>Refresh the table list; pause this one if it was dropped. The warehouse copy stays.</source>
        <translation>Die Tabellenliste aktualisieren; diese anhalten, wenn sie gelöscht wurde. Die Kopie im Warehouse bleibt.</translation>
    </message>
    <message>
        <source>Restore it from a backup beside it, or choose another profile; the warehouse file is not touched.</source>
        <translation>Aus einer Sicherung daneben wiederherstellen oder ein anderes Profil wählen; die Warehouse-Datei wird nicht angefasst.</translation>
    </message>
    <message>
        <source>Restore it from a backup, or move it away and enter the passwords again.</source>
        <translation>Aus einer Sicherung wiederherstellen oder verschieben und die Passwörter neu eingeben.</translation>
    </message>
    <message>
        <source>Restore it from a backup, or move it away and sync again; Leat does not overwrite it.</source>
        <translation>Aus einer Sicherung wiederherstellen oder verschieben und erneut synchronisieren; Leat überschreibt sie nicht.</translation>
    </message>
    <message>
        <source>Row security hides rows of {table} from user “{user}”.</source>
        <translation>Zeilensicherheit verbirgt Zeilen von {table} vor Benutzer „{user}“.</translation>
    </message>
    <message>
        <source>See the details for what it said.</source>
        <translation>Die Details zeigen, was gemeldet wurde.</translation>
    </message>
    <message>
        <source>Select at least one column.</source>
        <translation>Mindestens eine Spalte auswählen.</translation>
    </message>
    <message>
        <source>Set incremental_field to a column that grows with every change.</source>
        <translation>incremental_field auf eine Spalte setzen, die mit jeder Änderung wächst.</translation>
    </message>
    <message>
        <source>Set sslmode to verify-full or require.</source>
        <translation>sslmode auf verify-full oder require setzen.</translation>
    </message>
    <message>
        <source>Something went wrong inside Leat.</source>
        <translation>In Leat ist etwas schiefgegangen.</translation>
    </message>
    <message>
        <source>Start a keychain service, or choose the encrypted file vault with --vault-passphrase-file.</source>
        <translation>Einen Schlüsselbunddienst starten oder mit --vault-passphrase-file den verschlüsselten Tresor wählen.</translation>
    </message>
    <message>
        <source>Start it again when you are ready; what was stored before is unchanged.</source>
        <translation>Bei Gelegenheit neu starten; was zuvor gespeichert wurde, ist unverändert.</translation>
    </message>
    <message>
        <source>Sync again and accept the changes, or choose in the source's settings what happens by itself.</source>
        <translation>Erneut synchronisieren und die Änderungen annehmen, oder in den Einstellungen der Quelle wählen, was von selbst geschieht.</translation>
    </message>
    <message>
        <source>Sync from scratch: the old table stays until the new copy is ready.</source>
        <translation>Von Grund auf synchronisieren: Die alte Tabelle bleibt, bis die neue Kopie fertig ist.</translation>
    </message>
    <message>
        <source>Sync it first.</source>
        <translation>Erst synchronisieren.</translation>
    </message>
    <message>
        <source>The address cannot be read: {reason}.</source>
        <translation>Die Adresse ist nicht lesbar: {reason}.</translation>
    </message>
    <message>
        <source>The address of “{source}” changes; a stored password is never sent to a new address.</source>
        <translation>Die Adresse von „{source}“ ändert sich; ein gespeichertes Passwort wird nie an eine neue Adresse gesendet.</translation>
    </message>
    <message>
        <source>The certificate of {host} is not trusted.</source>
        <translation>Dem Zertifikat von {host} wird nicht vertraut.</translation>
    </message>
    <message>
        <source>The connection to {host} was lost.</source>
        <translation>Die Verbindung zu {host} ist abgebrochen.</translation>
    </message>
    <message>
        <source>The disk that holds {path} is full.</source>
        <translation>Der Datenträger mit {path} ist voll.</translation>
    </message>
    <message>
        <source>The host “{host}” is not known.</source>
        <translation>Der Host „{host}“ ist nicht bekannt.</translation>
    </message>
    <message>
        <source>The keychain did not answer in time.</source>
        <translation>Der Schlüsselbund hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>The keychain is locked, so the stored password cannot be read.</source>
        <translation>Der Schlüsselbund ist gesperrt, deshalb ist das gespeicherte Passwort nicht lesbar.</translation>
    </message>
    <message>
        <source>The keychain no longer holds the password that was stored there.</source>
        <translation>Der Schlüsselbund enthält das dort gespeicherte Passwort nicht mehr.</translation>
    </message>
    <message>
        <source>The keys of {table} were not compared: {reason}.</source>
        <translation>Die Schlüssel von {table} wurden nicht verglichen: {reason}.</translation>
    </message>
    <message>
        <source>The passphrase does not open the vault {path}.</source>
        <translation>Die Passphrase öffnet den Tresor {path} nicht.</translation>
    </message>
    <message>
        <source>The primary keys for this table are not unique: {table} has several rows with {column} = {example}.</source>
        <translation>Die Primärschlüssel dieser Tabelle sind nicht eindeutig: {table} hat mehrere Zeilen mit {column} = {example}.</translation>
    </message>
    <message>
        <source>The profile folder {path} cannot be written.</source>
        <translation>In den Profilordner {path} lässt sich nicht schreiben.</translation>
    </message>
    <message>
        <source>The profile is in use by {holder} (process {pid}).</source>
        <translation>Das Profil wird von {holder} benutzt (Prozess {pid}).</translation>
    </message>
    <message>
        <source>The profile was written by a newer Leat (format {found}, this one knows {known}).</source>
        <translation>Das Profil wurde von einem neueren Leat geschrieben (Format {found}, dieses kennt {known}).</translation>
    </message>
    <message>
        <source>The profile's state file {path} cannot be read.</source>
        <translation>Die Zustandsdatei {path} des Profils ist nicht lesbar.</translation>
    </message>
    <message>
        <source>The row is stored and the watermark stays at the source's clock; correct the row.</source>
        <translation>Die Zeile ist gespeichert, und der Cursorstand bleibt bei der Uhr der Quelle; die Zeile berichtigen.</translation>
    </message>
    <message>
        <source>The server's version {found} is not supported.</source>
        <translation>Version {found} des Servers wird nicht unterstützt.</translation>
    </message>
    <message>
        <source>The setting “{option}” is needed.</source>
        <translation>Die Einstellung „{option}“ ist nötig.</translation>
    </message>
    <message>
        <source>The source may have been restored. Sync from scratch to be equal again.</source>
        <translation>Die Quelle wurde vielleicht wiederhergestellt. Von Grund auf synchronisieren, um wieder gleich zu sein.</translation>
    </message>
    <message>
        <source>The source reported a problem while {table} was read.</source>
        <translation>Die Quelle meldete beim Lesen von {table} ein Problem.</translation>
    </message>
    <message>
        <source>The source “{source}” is protected: its settings and data may only be read.</source>
        <translation>Die Quelle „{source}“ ist geschützt: Ihre Einstellungen und Daten dürfen nur gelesen werden.</translation>
    </message>
    <message>
        <source>The stored position of {table} belongs to other settings ({before}, now {after}).</source>
        <translation>Die gespeicherte Position von {table} gehört zu anderen Einstellungen ({before}, jetzt {after}).</translation>
    </message>
    <message>
        <source>The vault {path} is damaged.</source>
        <translation>Der Tresor {path} ist beschädigt.</translation>
    </message>
    <message>
        <source>The warehouse could not run the statement.</source>
        <translation>Das Warehouse konnte die Anweisung nicht ausführen.</translation>
    </message>
    <message>
        <source>The warehouse file {path} is damaged or not a DuckDB file.</source>
        <translation>Die Warehouse-Datei {path} ist beschädigt oder keine DuckDB-Datei.</translation>
    </message>
    <message>
        <source>The warehouse file {path} is open in {holder} (process {pid}).</source>
        <translation>Die Warehouse-Datei {path} ist in {holder} geöffnet (Prozess {pid}).</translation>
    </message>
    <message>
        <source>The warehouse file {path} was written by a newer DuckDB.</source>
        <translation>Die Warehouse-Datei {path} wurde von einem neueren DuckDB geschrieben.</translation>
    </message>
    <message>
        <source>The warehouse has no table {table}.</source>
        <translation>Das Warehouse hat keine Tabelle {table}.</translation>
    </message>
    <message>
        <source>The warehouse reached its memory limit.</source>
        <translation>Das Warehouse hat seine Speichergrenze erreicht.</translation>
    </message>
    <message>
        <source>The work was cancelled.</source>
        <translation>Die Arbeit wurde abgebrochen.</translation>
    </message>
    <message>
        <source>There is no database named “{database}” on {host}.</source>
        <translation>Auf {host} gibt es keine Datenbank namens „{database}“.</translation>
    </message>
    <message>
        <source>There is no file {path}.</source>
        <translation>Die Datei {path} gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no permission to read {table}.</source>
        <translation>Für {table} fehlt die Leseberechtigung.</translation>
    </message>
    <message>
        <source>There is no setting named “{option}”.</source>
        <translation>Die Einstellung „{option}“ gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no {what} named “{name}”.</source>
        <translation>{what} namens „{name}“ gibt es nicht.</translation>
    </message>
    <message>
        <source>They are re-read at every sync; choose a column without NULL to avoid that.</source>
        <translation>Sie werden bei jeder Synchronisierung erneut gelesen; eine Spalte ohne NULL vermeidet das.</translation>
    </message>
    <message>
        <source>This system offers no keychain to keep passwords in.</source>
        <translation>Dieses System bietet keinen Schlüsselbund für Passwörter.</translation>
    </message>
    <message>
        <source>Try again; if it comes back, report it with the details below.</source>
        <translation>Noch einmal versuchen; kommt es wieder, mit den Details unten melden.</translation>
    </message>
    <message>
        <source>Try the passphrase again; the vault is unchanged.</source>
        <translation>Die Passphrase noch einmal versuchen; der Tresor ist unverändert.</translation>
    </message>
    <message>
        <source>Turn TLS on at the server, or set sslmode=disable if the network is trusted.</source>
        <translation>TLS am Server einschalten oder, in vertrauenswürdigen Netzen, sslmode=disable setzen.</translation>
    </message>
    <message>
        <source>Unlock the keychain and try again.</source>
        <translation>Den Schlüsselbund entsperren und es noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Update Leat, or choose another profile. Nothing was changed.</source>
        <translation>Leat aktualisieren oder ein anderes Profil wählen. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Update Leat. Nothing was changed.</source>
        <translation>Leat aktualisieren. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Use a newer server: {needed} at least.</source>
        <translation>Einen neueren Server verwenden: mindestens {needed}.</translation>
    </message>
    <message>
        <source>Use a role with BYPASSRLS, so that the copy is complete.</source>
        <translation>Eine Rolle mit BYPASSRLS verwenden, damit die Kopie vollständig ist.</translation>
    </message>
    <message>
        <source>Wait a moment and sync again.</source>
        <translation>Einen Moment warten und erneut synchronisieren.</translation>
    </message>
    <message>
        <source>Wait until the run has ended, or cancel it first.</source>
        <translation>Warten, bis der Lauf fertig ist, oder ihn erst abbrechen.</translation>
    </message>
    <message>
        <source>Write it like {example}.</source>
        <translation>Schreibweise wie {example}.</translation>
    </message>
    <message>
        <source>{count} of {rows} rows of {table} ({percent} %) are not at the source any more, more than may go without being asked.</source>
        <translation>{count} von {rows} Zeilen von {table} ({percent} %) sind nicht mehr in der Quelle, mehr als ohne Rückfrage wegfallen dürfen.</translation>
    </message>
    <message>
        <source>{count} rows of {table} cannot be stored (key {column}), more than the error budget of {budget}.</source>
        <translation>{count} Zeilen von {table} können nicht gespeichert werden (Schlüssel {column}), mehr als das Fehlerbudget von {budget}.</translation>
    </message>
    <message>
        <source>{host} accepts only encrypted connections.</source>
        <translation>{host} nimmt nur verschlüsselte Verbindungen an.</translation>
    </message>
    <message>
        <source>{host} did not answer on port {port} in time.</source>
        <translation>{host} hat an Port {port} nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>{host} does not accept the password of user “{user}”.</source>
        <translation>{host} nimmt das Passwort von Benutzer „{user}“ nicht an.</translation>
    </message>
    <message>
        <source>{host} does not offer an encrypted connection.</source>
        <translation>{host} bietet keine verschlüsselte Verbindung an.</translation>
    </message>
    <message>
        <source>{host} has no free connection left.</source>
        <translation>{host} hat keine Verbindung mehr frei.</translation>
    </message>
    <message>
        <source>{host} is starting up or shutting down.</source>
        <translation>{host} startet gerade oder fährt herunter.</translation>
    </message>
    <message>
        <source>{host} refused the connection on port {port}.</source>
        <translation>{host} hat die Verbindung an Port {port} abgelehnt.</translation>
    </message>
    <message>
        <source>{host} stopped a query because it took too long.</source>
        <translation>{host} hat eine Abfrage angehalten, weil sie zu lange dauerte.</translation>
    </message>
    <message>
        <source>{path} is locked by another program.</source>
        <translation>{path} ist von einem anderen Programm gesperrt.</translation>
    </message>
    <message>
        <source>{path} is not a readable database file.</source>
        <translation>{path} ist keine lesbare Datenbankdatei.</translation>
    </message>
    <message>
        <source>{read} rows of {table} were read, but {stored} are stored or there already and {quarantined} set aside.</source>
        <translation>{read} Zeilen von {table} wurden gelesen, aber {stored} sind gespeichert oder schon da und {quarantined} beiseitegelegt.</translation>
    </message>
    <message>
        <source>{table} cannot sync by {value}: {reason}.</source>
        <translation>{table} lässt sich nicht nach {value} synchronisieren: {reason}.</translation>
    </message>
    <message>
        <source>{table} has no column “{column}” any more.</source>
        <translation>{table} hat keine Spalte „{column}“ mehr.</translation>
    </message>
    <message>
        <source>{table} is empty at the source; the warehouse has {rows} rows, which were kept.</source>
        <translation>{table} ist an der Quelle leer; das Warehouse hat {rows} Zeilen, die behalten wurden.</translation>
    </message>
    <message>
        <source>{table} is no longer at the source.</source>
        <translation>{table} ist nicht mehr an der Quelle.</translation>
    </message>
    <message>
        <source>{table} needs a cursor column for this sync type.</source>
        <translation>{table} braucht für diese Methode eine Cursorspalte.</translation>
    </message>
    <message>
        <source>“{subject}” is being synced right now.</source>
        <translation>„{subject}“ wird gerade synchronisiert.</translation>
    </message>
    <message>
        <source>“{subject}” was changed elsewhere in the meantime.</source>
        <translation>„{subject}“ wurde inzwischen anderswo geändert.</translation>
    </message>
    <message>
        <source>“{value}” cannot be used as {what}.</source>
        <translation>„{value}“ eignet sich nicht als {what}.</translation>
    </message>
    <message>
        <source>“{value}” is not a value for “{option}”.</source>
        <translation>„{value}“ ist kein Wert für „{option}“.</translation>
    </message>
</context>
<context>
    <name>Health</name>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Cancelling</source>
        <translation>Wird abgebrochen</translation>
    </message>
    <message>
        <source>Credentials</source>
        <translation>Zugangsdaten</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Held back</source>
        <translation>Zurückgehalten</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>Verspätet</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Limit</translation>
    </message>
    <message>
        <source>Needs resync</source>
        <translation>Neu einlesen nötig</translation>
    </message>
    <message>
        <source>Never synced</source>
        <translation>Nie gelaufen</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Paused by Leat</source>
        <translation>Von Leat angehalten</translation>
    </message>
    <message>
        <source>Push broken</source>
        <translation>Push gestört</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>Eingereiht</translation>
    </message>
    <message>
        <source>Quiet</source>
        <translation>Ohne Neues</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Stuck</source>
        <translation>Hängt</translation>
    </message>
    <message>
        <source>Unreachable</source>
        <translation>Nicht erreichbar</translation>
    </message>
</context>
<context>
    <name>Impact</name>
    <message>
        <source>Another key needs a complete copy.</source>
        <translation>Ein anderer Schlüssel braucht eine vollständige Kopie.</translation>
    </message>
    <message>
        <source>Another sync type needs a complete copy.</source>
        <translation>Eine andere Methode braucht eine vollständige Kopie.</translation>
    </message>
    <message>
        <source>Change data capture shapes the table differently; the rows that are there do not fit.</source>
        <translation>Change Data Capture formt die Tabelle anders; die vorhandenen Zeilen passen nicht dazu.</translation>
    </message>
    <message>
        <source>Changes only how often keys are compared.</source>
        <translation>Ändert nur, wie oft die Schlüssel verglichen werden.</translation>
    </message>
    <message>
        <source>Changes only when a comparison of keys stops and asks.</source>
        <translation>Ändert nur, wann ein Vergleich der Schlüssel anhält und fragt.</translation>
    </message>
    <message>
        <source>Changes only when it is compared with its source; the rows stay as they are.</source>
        <translation>Ändert nur, wann sie mit ihrer Quelle verglichen wird; die Zeilen bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Changes only when it syncs; the rows stay as they are.</source>
        <translation>Ändert nur, wann synchronisiert wird; die Zeilen bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Changes when it syncs; the time of day counts from sync_frequency=24hour on.</source>
        <translation>Ändert, wann synchronisiert wird; die Uhrzeit zählt ab sync_frequency=24hour.</translation>
    </message>
    <message>
        <source>Copies every row beside the old table and swaps the copy in when it is complete.</source>
        <translation>Kopiert jede Zeile neben die alte Tabelle und tauscht die Kopie ein, wenn sie vollständig ist.</translation>
    </message>
    <message>
        <source>Counts from the next sync on; the rows stay valid.</source>
        <translation>Gilt ab der nächsten Synchronisierung; die Zeilen bleiben gültig.</translation>
    </message>
    <message>
        <source>Has no effect with sync_type=%1.</source>
        <translation>Wirkt mit sync_type=%1 nicht.</translation>
    </message>
    <message>
        <source>Has no effect with sync_type=cdc, which follows the source all the time.</source>
        <translation>Wirkt mit sync_type=cdc nicht, das der Quelle ständig folgt.</translation>
    </message>
    <message>
        <source>Has no effect with sync_type=full_refresh, which takes deleted rows along by itself.</source>
        <translation>Ohne Wirkung mit sync_type=full_refresh, bei dem gelöschte Zeilen von selbst wegfallen.</translation>
    </message>
    <message>
        <source>No cursor column was used before; the next sync sets the first position.</source>
        <translation>Bisher gab es keine Cursorspalte; die nächste Synchronisierung setzt die erste Position.</translation>
    </message>
    <message>
        <source>No position is stored yet.</source>
        <translation>Noch ist keine Position gespeichert.</translation>
    </message>
    <message>
        <source>No position is stored yet; the next sync sets the first one.</source>
        <translation>Noch ist keine Position gespeichert; die nächste Synchronisierung setzt die erste.</translation>
    </message>
    <message>
        <source>No rows are there yet; the first sync uses it.</source>
        <translation>Noch sind keine Zeilen da; die erste Synchronisierung verwendet es.</translation>
    </message>
    <message>
        <source>No rows were merged by a key yet.</source>
        <translation>Noch wurden keine Zeilen nach einem Schlüssel zusammengeführt.</translation>
    </message>
    <message>
        <source>Only the way rows arrive changes; the rows that are there stay.</source>
        <translation>Nur die Art, wie Zeilen ankommen, ändert sich; die vorhandenen bleiben.</translation>
    </message>
    <message>
        <source>Pauses; the rows stay as they are.</source>
        <translation>Hält an; die Zeilen bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Reads again every row whose “%1” is at or above the value you give.</source>
        <translation>Liest jede Zeile noch einmal, deren „%1“ mindestens den angegebenen Wert hat.</translation>
    </message>
    <message>
        <source>Rows and position stay; the next sync goes on from there.</source>
        <translation>Zeilen und Position bleiben; die nächste Synchronisierung geht dort weiter.</translation>
    </message>
    <message>
        <source>Rows and position stay; the next sync stops and asks for a resync or a rewind.</source>
        <translation>Zeilen und Position bleiben; die nächste Synchronisierung hält an und bittet um Neueinlesen oder Zurücksetzen.</translation>
    </message>
    <message>
        <source>Rows that are gone at the source are deleted here, marked ones too.</source>
        <translation>Zeilen, die in der Quelle weg sind, werden hier gelöscht, auch markierte.</translation>
    </message>
    <message>
        <source>Rows that are gone at the source are marked in _leat_deleted_at, and deleted %1 days later.</source>
        <translation>Zeilen, die in der Quelle weg sind, werden in _leat_deleted_at markiert und %1 Tage später gelöscht.</translation>
    </message>
    <message>
        <source>Rows that are gone at the source stay from now on; what is marked stays marked.</source>
        <translation>Zeilen, die in der Quelle weg sind, bleiben von nun an; Markiertes bleibt markiert.</translation>
    </message>
    <message>
        <source>Rows that are gone at the source stay, and _leat_deleted_at says since when.</source>
        <translation>Zeilen, die in der Quelle weg sind, bleiben; _leat_deleted_at sagt, seit wann.</translation>
    </message>
    <message>
        <source>Rows that are there have NULL in the new columns until they are copied anew.</source>
        <translation>Vorhandene Zeilen haben in den neuen Spalten NULL, bis sie neu kopiert werden.</translation>
    </message>
    <message>
        <source>Rows that were committed late until now and missed by the cursor stay missing until the table is copied anew.</source>
        <translation>Zeilen, die bisher spät festgeschrieben wurden und die der Cursor verpasst hat, fehlen, bis die Tabelle neu kopiert wird.</translation>
    </message>
    <message>
        <source>Syncs again; the rows stay as they are.</source>
        <translation>Synchronisiert wieder; die Zeilen bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>The columns that are left out stay in the warehouse, with NULL in rows that arrive from now on.</source>
        <translation>Weggelassene Spalten bleiben im Warehouse, mit NULL in Zeilen, die ab jetzt ankommen.</translation>
    </message>
    <message>
        <source>The new shape comes with the next sync; rows that are there stay valid.</source>
        <translation>Die neue Form kommt mit der nächsten Synchronisierung; vorhandene Zeilen bleiben gültig.</translation>
    </message>
    <message>
        <source>The next sync copies every row once more, because the cursor alone may have missed some.</source>
        <translation>Die nächste Synchronisierung kopiert alle Zeilen noch einmal, weil der Cursor allein welche verpasst haben kann.</translation>
    </message>
    <message>
        <source>The next sync copies every row, so that old rows have the new columns too.</source>
        <translation>Die nächste Synchronisierung kopiert jede Zeile, damit auch alte Zeilen die neuen Spalten haben.</translation>
    </message>
    <message>
        <source>The next sync copies the table with these columns.</source>
        <translation>Die nächste Synchronisierung kopiert die Tabelle mit diesen Spalten.</translation>
    </message>
    <message>
        <source>The next sync replaces the table by one version of each row; older versions that were kept are gone.</source>
        <translation>Die nächste Synchronisierung ersetzt die Tabelle durch eine Fassung jeder Zeile; ältere aufbewahrte Fassungen sind dann weg.</translation>
    </message>
    <message>
        <source>The rows stay; the next sync copies every row anew and swaps the copy in.</source>
        <translation>Die Zeilen bleiben; die nächste Synchronisierung kopiert jede Zeile neu und tauscht die Kopie ein.</translation>
    </message>
    <message>
        <source>The rows stay; the next sync copies every row once more and reads by cursor from then on.</source>
        <translation>Die Zeilen bleiben; die nächste Synchronisierung kopiert jede Zeile noch einmal und liest von da an nach Cursor.</translation>
    </message>
    <message>
        <source>The rows that are there have no earlier versions; history begins with the next sync, which copies every row once more.</source>
        <translation>Die vorhandenen Zeilen haben keine früheren Fassungen; der Verlauf beginnt mit der nächsten Synchronisierung, die jede Zeile noch einmal kopiert.</translation>
    </message>
    <message>
        <source>The rows that are there were merged by another key, so some may be missing or double.</source>
        <translation>Die vorhandenen Zeilen wurden nach einem anderen Schlüssel zusammengeführt, einige können fehlen oder doppelt sein.</translation>
    </message>
    <message>
        <source>The same columns in another order; nothing changes.</source>
        <translation>Dieselben Spalten in anderer Reihenfolge; nichts ändert sich.</translation>
    </message>
    <message>
        <source>The source compares its own values; the rows stay valid.</source>
        <translation>Die Quelle vergleicht ihre eigenen Werte; die Zeilen bleiben gültig.</translation>
    </message>
    <message>
        <source>The stored position belongs to “%1”; rows that changed between the histories of the two columns would be missed.</source>
        <translation>Die gespeicherte Position gehört zu „%1“; Zeilen, die sich zwischen den Verläufen der beiden Spalten geändert haben, würden fehlen.</translation>
    </message>
    <message>
        <source>The stored position was taken while rows were replaced by key; appending must begin with a complete copy.</source>
        <translation>Die gespeicherte Position entstand, als Zeilen nach Schlüssel ersetzt wurden; Anhängen muss mit einer vollständigen Kopie beginnen.</translation>
    </message>
    <message>
        <source>The table holds several versions of a row; it must be copied anew to hold one. The older versions are gone then.</source>
        <translation>Die Tabelle enthält mehrere Fassungen einer Zeile; für eine einzige muss sie neu kopiert werden. Die älteren Fassungen sind dann weg.</translation>
    </message>
    <message>
        <source>sync_type=%1 reads by no cursor.</source>
        <translation>sync_type=%1 liest ohne Cursor.</translation>
    </message>
</context>
<context>
    <name>Methods</name>
    <message>
        <source>Change data capture follows the log of a PostgreSQL server; this source has none.</source>
        <translation>Change Data Capture folgt dem Protokoll eines PostgreSQL-Servers; diese Quelle hat keines.</translation>
    </message>
    <message>
        <source>Incremental brings new and changed rows; a full refresh or “Verify” shows deleted rows.</source>
        <translation>Inkrementell bringt neue und geänderte Zeilen; ein Vollabgleich oder „Prüfen“ zeigt gelöschte.</translation>
    </message>
    <message>
        <source>Incremental with the exact window (late_commits=xmin) brings every insert and update; a full refresh or “Verify” shows deleted rows.</source>
        <translation>Inkrementell mit exaktem Fenster (late_commits=xmin) bringt jede neue und geänderte Zeile; ein Vollabgleich oder „Prüfen“ zeigt gelöschte.</translation>
    </message>
    <message>
        <source>PostgreSQL change log syncing (CDC) is not available in this version: Leat reads tables, not yet the server's log.</source>
        <translation>Dem Änderungsprotokoll von PostgreSQL folgen (CDC) kann diese Version nicht: Leat liest Tabellen, noch nicht das Protokoll des Servers.</translation>
    </message>
    <message>
        <source>Sync by a cursor, as often as every minute.</source>
        <translation>Mit einem Cursor synchronisieren, so oft wie jede Minute.</translation>
    </message>
    <message>
        <source>Webhooks come from services that push their changes, such as Stripe; a database does not.</source>
        <translation>Webhooks kommen von Diensten, die ihre Änderungen selbst melden, etwa Stripe; eine Datenbank tut das nicht.</translation>
    </message>
</context>
<context>
    <name>Pause</name>
    <message>
        <source>Paused by %1.</source>
        <translation>Angehalten von %1.</translation>
    </message>
    <message>
        <source>Paused by Leat.</source>
        <translation>Von Leat angehalten.</translation>
    </message>
    <message>
        <source>Paused by Leat: %1</source>
        <translation>Von Leat angehalten: %1</translation>
    </message>
    <message>
        <source>Paused by a person in the window.</source>
        <translation>Von einer Person im Fenster angehalten.</translation>
    </message>
    <message>
        <source>Paused by a person on the command line.</source>
        <translation>Von einer Person auf der Kommandozeile angehalten.</translation>
    </message>
</context>
<context>
    <name>PostgresCheck</name>
    <message>
        <source>%1 of %2 tables readable</source>
        <translation>%1 von %2 Tabellen lesbar</translation>
    </message>
    <message>
        <source>PostgreSQL %1</source>
        <translation>PostgreSQL %1</translation>
    </message>
    <message>
        <source>any table of “%1”</source>
        <translation>irgendeine Tabelle von „%1“</translation>
    </message>
    <message>
        <source>none of the tables may be read</source>
        <translation>keine der Tabellen darf gelesen werden</translation>
    </message>
    <message>
        <source>not encrypted</source>
        <translation>nicht verschlüsselt</translation>
    </message>
    <message>
        <source>not needed for a Unix socket</source>
        <translation>für einen Unix-Socket nicht nötig</translation>
    </message>
    <message>
        <source>the database has no tables</source>
        <translation>die Datenbank hat keine Tabellen</translation>
    </message>
</context>
<context>
    <name>PostgresCursors</name>
    <message>
        <source>a time without a zone: an hour repeats in autumn</source>
        <translation>eine Zeit ohne Zone: Im Herbst wiederholt sich eine Stunde</translation>
    </message>
    <message>
        <source>a view has no key</source>
        <translation>eine Sicht hat keinen Schlüssel</translation>
    </message>
    <message>
        <source>changes with every update, indexed</source>
        <translation>ändert sich mit jeder Änderung, indiziert</translation>
    </message>
    <message>
        <source>changes with every update; without an index each sync reads the whole table</source>
        <translation>ändert sich mit jeder Änderung; ohne Index liest jede Synchronisierung die ganze Tabelle</translation>
    </message>
    <message>
        <source>grows with new rows; does not show changed ones</source>
        <translation>wächst mit neuen Zeilen; zeigt keine geänderten</translation>
    </message>
    <message>
        <source>indexed</source>
        <translation>indiziert</translation>
    </message>
    <message>
        <source>large, and “%1” shows new rows only; %2</source>
        <translation>groß, und „%1“ zeigt nur neue Zeilen; %2</translation>
    </message>
    <message>
        <source>no column shows changed rows</source>
        <translation>keine Spalte zeigt geänderte Zeilen</translation>
    </message>
    <message>
        <source>no primary key</source>
        <translation>kein Primärschlüssel</translation>
    </message>
    <message>
        <source>not indexed</source>
        <translation>nicht indiziert</translation>
    </message>
    <message>
        <source>set once: shows new rows, not changed ones</source>
        <translation>einmal gesetzt: zeigt neue Zeilen, keine geänderten</translation>
    </message>
    <message>
        <source>stays when rows change, by what the server counted</source>
        <translation>bleibt bei Änderungen stehen, nach der Zählung des Servers</translation>
    </message>
    <message>
        <source>whole days only: the last day is read again each time</source>
        <translation>nur ganze Tage: Der letzte Tag wird jedes Mal erneut gelesen</translation>
    </message>
    <message>
        <source>“%1” shows changed rows; %2</source>
        <translation>„%1“ zeigt geänderte Zeilen; %2</translation>
    </message>
</context>
<context>
    <name>PostgresSettings</name>
    <message>
        <source>64 hexadecimal digits, colons allowed</source>
        <translation>64 Hexadezimalziffern, Doppelpunkte erlaubt</translation>
    </message>
    <message>
        <source>At most this many connections read one table; 0 leaves it to Leat.</source>
        <translation>Höchstens so viele Verbindungen lesen eine Tabelle; 0 überlässt es Leat.</translation>
    </message>
    <message>
        <source>CA certificate</source>
        <translation>CA-Zertifikat</translation>
    </message>
    <message>
        <source>Connect time-out</source>
        <translation>Zeitgrenze für Verbindungen</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Verschlüsselung</translation>
    </message>
    <message>
        <source>Give way after</source>
        <translation>Vorlassen nach</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>How the connection is encrypted and the server is verified; not used on Unix sockets.</source>
        <translation>Wie die Verbindung verschlüsselt und der Server geprüft wird; nicht bei Unix-Sockets.</translation>
    </message>
    <message>
        <source>Leave empty for peer or trust authentication.</source>
        <translation>Bei Peer- oder Trust-Anmeldung leer lassen.</translation>
    </message>
    <message>
        <source>Name of the database to read.</source>
        <translation>Name der Datenbank, die gelesen wird.</translation>
    </message>
    <message>
        <source>Name or address of the server, or the directory of its Unix socket.</source>
        <translation>Name oder Adresse des Servers oder das Verzeichnis seines Unix-Sockets.</translation>
    </message>
    <message>
        <source>Namespaces</source>
        <translation>Namensräume</translation>
    </message>
    <message>
        <source>Only tables of these database schemas, comma separated; empty means all.</source>
        <translation>Nur Tabellen dieser Datenbankschemas, durch Kommas getrennt; leer bedeutet alle.</translation>
    </message>
    <message>
        <source>PEM file of the authority that signed the server's certificate, or “system”.</source>
        <translation>PEM-Datei der Stelle, die das Serverzertifikat signiert hat, oder „system“.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Pinned certificate</source>
        <translation>Festgelegtes Zertifikat</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Port the server listens on.</source>
        <translation>Port, an dem der Server lauscht.</translation>
    </message>
    <message>
        <source>Readers</source>
        <translation>Leser</translation>
    </message>
    <message>
        <source>Role that reads; it needs SELECT only.</source>
        <translation>Rolle, die liest; sie braucht nur SELECT.</translation>
    </message>
    <message>
        <source>SHA-256 fingerprint the server's certificate must have.</source>
        <translation>SHA-256-Fingerabdruck, den das Serverzertifikat haben muss.</translation>
    </message>
    <message>
        <source>Seconds a change of a table at the source may wait for a read of it; then the read breaks off and is tried again. 0 means never.</source>
        <translation>Sekunden, die eine Änderung einer Tabelle an der Quelle auf das Lesen warten darf; dann bricht das Lesen ab und wird wiederholt. 0 heißt nie.</translation>
    </message>
    <message>
        <source>Seconds a query may take; 0 means no limit.</source>
        <translation>Sekunden, die eine Abfrage dauern darf; 0 bedeutet keine Grenze.</translation>
    </message>
    <message>
        <source>Seconds to wait for each address of the server.</source>
        <translation>Sekunden Wartezeit für jede Adresse des Servers.</translation>
    </message>
    <message>
        <source>Statement time-out</source>
        <translation>Zeitgrenze für Abfragen</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>a readable PEM file, or “system”</source>
        <translation>eine lesbare PEM-Datei oder „system“</translation>
    </message>
    <message>
        <source>a secret, never a setting: use --password-stdin</source>
        <translation>ein Geheimnis, nie eine Einstellung: --password-stdin verwenden</translation>
    </message>
    <message>
        <source>a whole number from %1 to %2</source>
        <translation>ganze Zahl von %1 bis %2</translation>
    </message>
    <message>
        <source>one host name, address or socket directory</source>
        <translation>ein Hostname, eine Adresse oder ein Socket-Verzeichnis</translation>
    </message>
    <message>
        <source>one line of text</source>
        <translation>eine Textzeile</translation>
    </message>
    <message>
        <source>require, verify-ca or verify-full, because a certificate is pinned</source>
        <translation>require, verify-ca oder verify-full, weil ein Zertifikat festgelegt ist</translation>
    </message>
</context>
<context>
    <name>PostgresTypes</name>
    <message>
        <source>NaN becomes NULL</source>
        <translation>NaN wird zu NULL</translation>
    </message>
    <message>
        <source>bytes that are not UTF-8 become U+FFFD</source>
        <translation>Bytes, die kein UTF-8 sind, werden zu U+FFFD</translation>
    </message>
    <message>
        <source>infinite intervals become NULL</source>
        <translation>unendliche Intervalle werden zu NULL</translation>
    </message>
    <message>
        <source>read with two decimal places, whatever lc_monetary says</source>
        <translation>mit zwei Nachkommastellen gelesen, was immer lc_monetary sagt</translation>
    </message>
    <message>
        <source>values after the year 294246 become NULL</source>
        <translation>Werte nach dem Jahr 294246 werden zu NULL</translation>
    </message>
</context>
<context>
    <name>PostgresUrl</name>
    <message>
        <source>a parameter behind “?” has no value or a broken percent code</source>
        <translation>ein Parameter hinter „?“ hat keinen Wert oder einen kaputten Prozentcode</translation>
    </message>
    <message>
        <source>a part of it is not of the form key=value</source>
        <translation>ein Teil hat nicht die Form name=wert</translation>
    </message>
    <message>
        <source>a part of it is not of the form key=value; a value with spaces needs single quotes</source>
        <translation>ein Teil hat nicht die Form name=wert; ein Wert mit Leerzeichen braucht einfache Anführungszeichen</translation>
    </message>
    <message>
        <source>a single quote is not closed</source>
        <translation>ein einfaches Anführungszeichen ist nicht geschlossen</translation>
    </message>
    <message>
        <source>it contains a zero byte or is too long</source>
        <translation>sie enthält ein Nullbyte oder ist zu lang</translation>
    </message>
    <message>
        <source>it contains “#”; a password with ?, #, / or @ must be percent-encoded</source>
        <translation>sie enthält „#“; ein Passwort mit ?, #, / oder @ muss prozentkodiert sein</translation>
    </message>
    <message>
        <source>it does not begin with postgresql:// and has no key=value pairs</source>
        <translation>sie beginnt nicht mit postgresql:// und hat keine Paare name=wert</translation>
    </message>
    <message>
        <source>it has an unknown parameter “%1”; the nearest known one is “%2”</source>
        <translation>sie hat einen unbekannten Parameter „%1“; der ähnlichste bekannte ist „%2“</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>sie ist leer</translation>
    </message>
    <message>
        <source>it is not valid UTF-8 text</source>
        <translation>sie ist kein gültiger UTF-8-Text</translation>
    </message>
    <message>
        <source>it names several hosts; give one</source>
        <translation>sie nennt mehrere Hosts; einen angeben</translation>
    </message>
    <message>
        <source>its scheme is not postgresql:// or postgres://</source>
        <translation>ihr Schema ist weder postgresql:// noch postgres://</translation>
    </message>
    <message>
        <source>only “:port” may follow the “]” of an IPv6 address</source>
        <translation>auf das „]“ einer IPv6-Adresse darf nur „:port“ folgen</translation>
    </message>
    <message>
        <source>the database name contains “/” or “@”; a password with ?, #, / or @ must be percent-encoded</source>
        <translation>der Datenbankname enthält „/“ oder „@“; ein Passwort mit ?, #, / oder @ muss prozentkodiert sein</translation>
    </message>
    <message>
        <source>the database name has a broken percent code</source>
        <translation>der Datenbankname hat einen kaputten Prozentcode</translation>
    </message>
    <message>
        <source>the host contains a space</source>
        <translation>der Host enthält ein Leerzeichen</translation>
    </message>
    <message>
        <source>the host has a broken percent code</source>
        <translation>der Host hat einen kaputten Prozentcode</translation>
    </message>
    <message>
        <source>the part behind “?” cannot be read; a password with ?, #, / or @ must be percent-encoded</source>
        <translation>der Teil hinter „?“ ist nicht lesbar; ein Passwort mit ?, #, / oder @ muss prozentkodiert sein</translation>
    </message>
    <message>
        <source>the port is not a number from 1 to 65535; a password with :, ?, #, / or @ must be percent-encoded</source>
        <translation>der Port ist keine Zahl von 1 bis 65535; ein Passwort mit :, ?, #, / oder @ muss prozentkodiert sein</translation>
    </message>
    <message>
        <source>the user or password has a “%” that is not a percent code; write it as %25</source>
        <translation>Benutzer oder Passwort hat ein „%“, das kein Prozentcode ist; als %25 schreiben</translation>
    </message>
    <message>
        <source>the “[” of an IPv6 address is not closed</source>
        <translation>das „[“ einer IPv6-Adresse ist nicht geschlossen</translation>
    </message>
    <message>
        <source>there is an “@” behind the “?”; a password with ?, #, / or @ must be percent-encoded</source>
        <translation>hinter dem „?“ steht ein „@“; ein Passwort mit ?, #, / oder @ muss prozentkodiert sein</translation>
    </message>
</context>
<context>
    <name>Protection</name>
    <message>
        <source>Confirm: a yes is asked before data are deleted</source>
        <translation>Bestätigen: vor dem Löschen von Daten wird ein Ja verlangt</translation>
    </message>
    <message>
        <source>Off: nothing is asked</source>
        <translation>Aus: es wird nichts gefragt</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>Produktiv</translation>
    </message>
    <message>
        <source>Production, read-only</source>
        <translation>Produktiv, nur lesen</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>Nur lesen</translation>
    </message>
    <message>
        <source>Read-only: no setting changes, nothing is deleted; it still syncs</source>
        <translation>Nur lesen: keine Einstellung ändert sich, nichts wird gelöscht; synchronisiert wird weiterhin</translation>
    </message>
    <message>
        <source>Type the name: it is typed before data are deleted</source>
        <translation>Namen tippen: er wird vor dem Löschen von Daten getippt</translation>
    </message>
</context>
<context>
    <name>Quarantine</name>
    <message>
        <source>Key column %1 is NULL</source>
        <translation>Schlüsselspalte %1 ist NULL</translation>
    </message>
    <message>
        <source>Several rows have this key (%1)</source>
        <translation>Mehrere Zeilen haben diesen Schlüssel (%1)</translation>
    </message>
    <message>
        <source>The table has no column for the value of %1</source>
        <translation>Die Tabelle hat keine Spalte für den Wert von %1</translation>
    </message>
</context>
<context>
    <name>Recipe</name>
    <message>
        <source>A webhook is registered already; it is used.</source>
        <translation>Ein Webhook ist schon angemeldet; er wird benutzt.</translation>
    </message>
    <message>
        <source>A webhook is registered at the service.</source>
        <translation>Ein Webhook wird beim Dienst angemeldet.</translation>
    </message>
    <message>
        <source>Add a column to the table at the source that says when a row changed, or sync complete copies.</source>
        <translation>Der Tabelle an der Quelle eine Spalte geben, die Änderungen einer Zeile zeigt, oder volle Kopien synchronisieren.</translation>
    </message>
    <message>
        <source>Ask for the new secret</source>
        <translation>Das neue Geheimnis erfragen</translation>
    </message>
    <message>
        <source>Back to reading in bulk.</source>
        <translation>Zurück zum Lesen in Mengen.</translation>
    </message>
    <message>
        <source>Change data capture follows the source all the time; it has no frequency.</source>
        <translation>Change Data Capture folgt der Quelle ständig; eine Häufigkeit gibt es nicht.</translation>
    </message>
    <message>
        <source>Change how often it syncs</source>
        <translation>Häufigkeit ändern</translation>
    </message>
    <message>
        <source>Change the configuration, only what differs</source>
        <translation>Die Konfiguration ändern, nur was abweicht</translation>
    </message>
    <message>
        <source>Change the key of a CDC table</source>
        <translation>Den Schlüssel einer CDC-Tabelle ändern</translation>
    </message>
    <message>
        <source>Change the key of an incremental table in its configuration.</source>
        <translation>Den Schlüssel einer inkrementellen Tabelle in ihrer Konfiguration ändern.</translation>
    </message>
    <message>
        <source>Check that the configuration is stored</source>
        <translation>Prüfen, dass die Konfiguration gespeichert ist</translation>
    </message>
    <message>
        <source>Check that the configuration is stored and the sync succeeded</source>
        <translation>Prüfen, dass die Konfiguration gespeichert ist und die Synchronisierung gelang</translation>
    </message>
    <message>
        <source>Check what change data capture needs of the server</source>
        <translation>Prüfen, was Change Data Capture vom Server braucht</translation>
    </message>
    <message>
        <source>Choose another cursor</source>
        <translation>Anderen Cursor wählen</translation>
    </message>
    <message>
        <source>Choose one of %1, or add a column at the source that says when a row changed.</source>
        <translation>Eine von %1 wählen oder an der Quelle eine Spalte anlegen, die Änderungen einer Zeile zeigt.</translation>
    </message>
    <message>
        <source>Complete copies need no cursor.</source>
        <translation>Volle Kopien brauchen keinen Cursor.</translation>
    </message>
    <message>
        <source>Copy the table anew beside the old one, and swap it in</source>
        <translation>Die Tabelle neben der alten neu kopieren und einwechseln</translation>
    </message>
    <message>
        <source>Delete the webhook, as no other table uses it</source>
        <translation>Den Webhook löschen, da keine andere Tabelle ihn benutzt</translation>
    </message>
    <message>
        <source>Deletions and updates that are stored were matched by the old key: without a copy, rows would be double or updates missed.</source>
        <translation>Gespeicherte Löschungen und Änderungen wurden über den alten Schlüssel zugeordnet: ohne Kopie wären Zeilen doppelt oder Änderungen fehlten.</translation>
    </message>
    <message>
        <source>Follow the change log (CDC)</source>
        <translation>Dem Änderungsprotokoll folgen (CDC)</translation>
    </message>
    <message>
        <source>For PostgreSQL tables whose deletions and every single change matter.</source>
        <translation>Für PostgreSQL-Tabellen, bei denen Löschungen und jede einzelne Änderung zählen.</translation>
    </message>
    <message>
        <source>For a cursor column that was dropped, renamed or is not kept up to date.</source>
        <translation>Für eine Cursorspalte, die gelöscht oder umbenannt wurde oder nicht gepflegt wird.</translation>
    </message>
    <message>
        <source>For a key that does not identify the rows of a table that follows the change log.</source>
        <translation>Für einen Schlüssel, der die Zeilen einer Tabelle am Änderungsprotokoll nicht unterscheidet.</translation>
    </message>
    <message>
        <source>For data that come too late, or syncs that cost too much.</source>
        <translation>Für Daten, die zu spät kommen, oder Synchronisierungen, die zu viel kosten.</translation>
    </message>
    <message>
        <source>For pushes that fail the check of their signature.</source>
        <translation>Für Meldungen, deren Signatur nicht stimmt.</translation>
    </message>
    <message>
        <source>For services that tell what changed by themselves.</source>
        <translation>Für Dienste, die Änderungen selbst melden.</translation>
    </message>
    <message>
        <source>From complete copies to incremental: for tables that are large or change little.</source>
        <translation>Von vollen Kopien zu inkrementell: für Tabellen, die groß sind oder sich wenig ändern.</translation>
    </message>
    <message>
        <source>Give the table a primary key at the source.</source>
        <translation>Der Tabelle an der Quelle einen Primärschlüssel geben.</translation>
    </message>
    <message>
        <source>Goes on from the stored position; a sync follows at once.</source>
        <translation>Geht vom gespeicherten Cursorstand aus weiter; eine Synchronisierung folgt sofort.</translation>
    </message>
    <message>
        <source>It needs wal_level=logical, a free replication slot and a role that may replicate. Nothing is changed before all of that is proven.</source>
        <translation>Nötig sind wal_level=logical, ein freier Replikationsslot und eine Rolle mit Replikationsrecht. Nichts wird geändert, bevor das alles nachgewiesen ist.</translation>
    </message>
    <message>
        <source>Keep complete copies, or add a column to the table at the source that says when a row changed.</source>
        <translation>Bei vollen Kopien bleiben oder der Tabelle an der Quelle eine Spalte geben, die Änderungen einer Zeile zeigt.</translation>
    </message>
    <message>
        <source>Leave the webhook, as other tables use it</source>
        <translation>Den Webhook lassen, da andere Tabellen ihn benutzen</translation>
    </message>
    <message>
        <source>Leaves the table out of syncs; nothing is deleted.</source>
        <translation>Nimmt die Tabelle von Synchronisierungen aus; nichts wird gelöscht.</translation>
    </message>
    <message>
        <source>Let the service push changes</source>
        <translation>Den Dienst Änderungen melden lassen</translation>
    </message>
    <message>
        <source>Name the columns that shall identify a row.</source>
        <translation>Die Spalten nennen, die eine Zeile ausmachen sollen.</translation>
    </message>
    <message>
        <source>Name the key columns, or use append, which keeps every version of a row.</source>
        <translation>Die Schlüsselspalten nennen oder anhängen, was jede Fassung einer Zeile behält.</translation>
    </message>
    <message>
        <source>No column of this table can be a cursor.</source>
        <translation>Keine Spalte dieser Tabelle eignet sich als Cursor.</translation>
    </message>
    <message>
        <source>No columns are known that identify a row, so changed rows could not replace old ones.</source>
        <translation>Es sind keine Spalten bekannt, die eine Zeile ausmachen; geänderte Zeilen könnten alte nicht ersetzen.</translation>
    </message>
    <message>
        <source>No columns are known that identify a row.</source>
        <translation>Es sind keine Spalten bekannt, die eine Zeile ausmachen.</translation>
    </message>
    <message>
        <source>No other column fits, so the table goes back to complete copies.</source>
        <translation>Keine andere Spalte passt, daher kehrt die Tabelle zu vollen Kopien zurück.</translation>
    </message>
    <message>
        <source>No other table of the source uses the webhook, so it is deleted at the service.</source>
        <translation>Keine andere Tabelle der Quelle benutzt den Webhook, daher wird er beim Dienst gelöscht.</translation>
    </message>
    <message>
        <source>Nothing is wiped. The next sync copies every row once more; the ones after it are the cheap ones.</source>
        <translation>Nichts wird gelöscht. Die nächste Synchronisierung kopiert jede Zeile noch einmal; erst die danach sind billig.</translation>
    </message>
    <message>
        <source>Only the schedule changes: no row is touched, and no sync is needed.</source>
        <translation>Nur der Zeitplan ändert sich: keine Zeile wird berührt, und keine Synchronisierung ist nötig.</translation>
    </message>
    <message>
        <source>Other tables of the source use the webhook too, so it stays.</source>
        <translation>Andere Tabellen der Quelle benutzen den Webhook auch, daher bleibt er.</translation>
    </message>
    <message>
        <source>Pause the table</source>
        <translation>Die Tabelle anhalten</translation>
    </message>
    <message>
        <source>Read from the source what can be chosen now</source>
        <translation>An der Quelle lesen, was jetzt wählbar ist</translation>
    </message>
    <message>
        <source>Read only what changed</source>
        <translation>Nur Änderungen lesen</translation>
    </message>
    <message>
        <source>Read the present configuration</source>
        <translation>Die jetzige Konfiguration lesen</translation>
    </message>
    <message>
        <source>Register a webhook, as none is registered</source>
        <translation>Einen Webhook anmelden, da keiner angemeldet ist</translation>
    </message>
    <message>
        <source>Replace the webhook's signing secret</source>
        <translation>Das Signaturgeheimnis des Webhooks ersetzen</translation>
    </message>
    <message>
        <source>Resume the table</source>
        <translation>Die Tabelle fortsetzen</translation>
    </message>
    <message>
        <source>Rows, position and settings stay; nothing runs until you resume.</source>
        <translation>Zeilen, Cursorstand und Einstellungen bleiben; bis zum Fortsetzen läuft nichts.</translation>
    </message>
    <message>
        <source>Show what the change does to the rows, and ask</source>
        <translation>Zeigen, was die Änderung mit den Zeilen tut, und fragen</translation>
    </message>
    <message>
        <source>Stop using the webhook</source>
        <translation>Den Webhook nicht mehr benutzen</translation>
    </message>
    <message>
        <source>Store it in the keychain</source>
        <translation>Es im Schlüsselbund speichern</translation>
    </message>
    <message>
        <source>Sync the table</source>
        <translation>Die Tabelle synchronisieren</translation>
    </message>
    <message>
        <source>Takes the table along again, and syncs it now.</source>
        <translation>Nimmt die Tabelle wieder mit und synchronisiert sie jetzt.</translation>
    </message>
    <message>
        <source>Test the connection, then try again.</source>
        <translation>Die Verbindung testen, dann noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The next push is checked against the new secret; no sync is needed.</source>
        <translation>Die nächste Meldung wird mit dem neuen Geheimnis geprüft; keine Synchronisierung ist nötig.</translation>
    </message>
    <message>
        <source>The rows stay, and so does the frequency: it is the safety net for pushes that get lost.</source>
        <translation>Die Zeilen bleiben und die Häufigkeit auch: sie ist das Netz für Meldungen, die verloren gehen.</translation>
    </message>
    <message>
        <source>The rows stay. Set a frequency, such as once a day, as the safety net for pushes that get lost.</source>
        <translation>Die Zeilen bleiben. Eine Häufigkeit setzen, etwa einmal am Tag, als Netz für Meldungen, die verloren gehen.</translation>
    </message>
    <message>
        <source>The server does not fulfil what change data capture needs.</source>
        <translation>Der Server erfüllt nicht, was Change Data Capture braucht.</translation>
    </message>
    <message>
        <source>The source has to be read first.</source>
        <translation>Zuerst muss die Quelle gelesen werden.</translation>
    </message>
    <message>
        <source>The stored position belongs to “%1”; a resync makes sure that no row is missed.</source>
        <translation>Der gespeicherte Cursorstand gehört zu „%1“; neu einlesen stellt sicher, dass keine Zeile fehlt.</translation>
    </message>
    <message>
        <source>The table must be copied anew, because change data capture shapes it differently; the old one stays until the copy is ready.</source>
        <translation>Die Tabelle muss neu kopiert werden, da Change Data Capture sie anders aufbaut; die alte bleibt, bis die Kopie fertig ist.</translation>
    </message>
    <message>
        <source>This table does not sync by change data capture (sync_type=%1).</source>
        <translation>Diese Tabelle wird nicht mit Change Data Capture synchronisiert (sync_type=%1).</translation>
    </message>
    <message>
        <source>This table does not sync by webhook (sync_type=%1).</source>
        <translation>Diese Tabelle wird nicht mit Webhook synchronisiert (sync_type=%1).</translation>
    </message>
    <message>
        <source>This table has no key that identifies its rows.</source>
        <translation>Diese Tabelle hat keinen Schlüssel, der ihre Zeilen unterscheidet.</translation>
    </message>
    <message>
        <source>This table reads by no cursor (sync_type=%1).</source>
        <translation>Diese Tabelle liest mit keinem Cursor (sync_type=%1).</translation>
    </message>
    <message>
        <source>To read only what changed, use “%1”.</source>
        <translation>Um nur Änderungen zu lesen: „%1“.</translation>
    </message>
    <message>
        <source>Use the webhook that is registered</source>
        <translation>Den angemeldeten Webhook benutzen</translation>
    </message>
    <message>
        <source>Wait for the next push to be accepted</source>
        <translation>Warten, bis die nächste Meldung angenommen wird</translation>
    </message>
    <message>
        <source>What change data capture needs of the server has not been checked.</source>
        <translation>Was Change Data Capture vom Server braucht, ist nicht geprüft.</translation>
    </message>
    <message>
        <source>“%1” cannot be the cursor of this table now.</source>
        <translation>„%1“ eignet sich jetzt nicht als Cursor dieser Tabelle.</translation>
    </message>
    <message>
        <source>“%1” is no longer in the table. %2</source>
        <translation>„%1“ ist nicht mehr in der Tabelle. %2</translation>
    </message>
    <message>
        <source>“%1”: %2.</source>
        <translation>„%1“: %2.</translation>
    </message>
</context>
<context>
    <name>Reconcile</name>
    <message>
        <source>%1 rows have no whole key; they are never taken for deleted.</source>
        <translation>%1 Zeilen haben keinen vollständigen Schlüssel; sie gelten nie als gelöscht.</translation>
    </message>
    <message>
        <source>%1 rows that had been marked long enough were purged.</source>
        <translation>%1 lange genug markierte Zeilen wurden endgültig gelöscht.</translation>
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
        <source>Keys compared: %1 at the source, %2 here; %3 gone, %4 missing, %5 not synced yet.</source>
        <translation>Schlüssel verglichen: %1 in der Quelle, %2 hier; %3 weg, %4 fehlen, %5 noch nicht synchronisiert.</translation>
    </message>
    <message>
        <source>Nothing was deleted: more rows would go than may without being asked (%1).</source>
        <translation>Nichts wurde gelöscht: Es fielen mehr Zeilen weg, als ohne Rückfrage dürfen (%1).</translation>
    </message>
    <message>
        <source>a replica answers that has not caught up with the last sync</source>
        <translation>eine Replik antwortet, die den Stand der letzten Synchronisierung noch nicht erreicht hat</translation>
    </message>
    <message>
        <source>a replica answers, and the last sync did not note how far it had read</source>
        <translation>eine Replik antwortet, und die letzte Synchronisierung hat nicht vermerkt, wie weit sie gelesen hat</translation>
    </message>
    <message>
        <source>column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>the server has not seen transactions that the last sync has read</source>
        <translation>der Server kennt Transaktionen nicht, die die letzte Synchronisierung gelesen hat</translation>
    </message>
</context>
<context>
    <name>Rewind</name>
    <message>
        <source>24 hexadecimal digits</source>
        <translation>24 Hexadezimalziffern</translation>
    </message>
    <message>
        <source>a day like 2026-01-31</source>
        <translation>ein Tag wie 2026-01-31</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>a time like 2026-01-31 10:00:00</source>
        <translation>eine Zeit wie 2026-01-31 10:00:00</translation>
    </message>
    <message>
        <source>a time like 2026-01-31 10:00:00+00</source>
        <translation>eine Zeit wie 2026-01-31 10:00:00+00</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>eine ganze Zahl</translation>
    </message>
    <message>
        <source>at most the stored position, %1</source>
        <translation>höchstens die gespeicherte Position, %1</translation>
    </message>
</context>
<context>
    <name>SchemaDesk</name>
    <message>
        <source>table</source>
        <translation>Tabelle</translation>
    </message>
</context>
<context>
    <name>SchemaRules</name>
    <message>
        <source>its type %1 does not grow with changes</source>
        <translation>ihr Typ %1 wächst nicht mit Änderungen</translation>
    </message>
    <message>
        <source>its type is %1, not %2</source>
        <translation>ihr Typ ist %1, nicht %2</translation>
    </message>
    <message>
        <source>no column of this table</source>
        <translation>keine Spalte dieser Tabelle</translation>
    </message>
    <message>
        <source>none, or a sync_frequency of 24hour, 7day or 30day</source>
        <translation>keine, oder eine sync_frequency von 24hour, 7day oder 30day</translation>
    </message>
</context>
<context>
    <name>SourceDesk</name>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <source>1 to 200 characters, not starting or ending with a space, and none of %1</source>
        <translation>1 bis 200 Zeichen, kein Leerzeichen am Anfang oder Ende und keines von %1</translation>
    </message>
    <message>
        <source>it is marked as production; remove it first</source>
        <translation>sie ist als produktiv markiert; sie zuerst entfernen</translation>
    </message>
    <message>
        <source>no source type has addresses of this form</source>
        <translation>kein Quellentyp hat Adressen dieser Form</translation>
    </message>
    <message>
        <source>source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>the name of a source</source>
        <translation>Name einer Quelle</translation>
    </message>
</context>
<context>
    <name>SqliteCheck</name>
    <message>
        <source>%1 of %2 tables readable; %3</source>
        <translation>%1 von %2 Tabellen lesbar; %3</translation>
    </message>
    <message>
        <source>%1, in a folder that cannot be written: read as a file that does not change</source>
        <translation>%1, in einem nicht beschreibbaren Ordner: als unveränderliche Datei gelesen</translation>
    </message>
    <message>
        <source>%1, rollback journal: its programs wait while a table is read</source>
        <translation>%1, Rollback-Journal: Andere Programme warten, während eine Tabelle gelesen wird</translation>
    </message>
    <message>
        <source>%1, write-ahead log</source>
        <translation>%1, Write-Ahead-Log</translation>
    </message>
    <message numerus="yes">
        <source>%n table(s) readable</source>
        <translation>
            <numerusform>%n Tabelle lesbar</numerusform>
            <numerusform>%n Tabellen lesbar</numerusform>
        </translation>
    </message>
    <message>
        <source>the file has no tables</source>
        <translation>die Datei hat keine Tabellen</translation>
    </message>
</context>
<context>
    <name>SqliteCursor</name>
    <message>
        <source>a lookback in seconds needs a date or a time</source>
        <translation>ein Rückgriff in Sekunden braucht ein Datum oder eine Zeit</translation>
    </message>
    <message>
        <source>floating point numbers do not compare exactly</source>
        <translation>Gleitkommazahlen lassen sich nicht exakt vergleichen</translation>
    </message>
    <message>
        <source>it holds values of different kinds (%1)</source>
        <translation>sie enthält Werte verschiedener Art (%1)</translation>
    </message>
    <message>
        <source>its times are not all spelled alike, so they do not sort: “%1”, “%2”</source>
        <translation>ihre Zeiten sind nicht gleich geschrieben und sortieren deshalb nicht: „%1“, „%2“</translation>
    </message>
    <message>
        <source>none of its columns; use full refresh</source>
        <translation>keine ihrer Spalten; den Vollabgleich verwenden</translation>
    </message>
    <message>
        <source>only whole numbers, dates and times can be</source>
        <translation>nur ganze Zahlen, Tage und Zeiten können es sein</translation>
    </message>
    <message>
        <source>“%1” is not a date or time that sorts as text</source>
        <translation>„%1“ ist kein Datum und keine Zeit, die als Text sortiert</translation>
    </message>
    <message>
        <source>“%1” is not a whole number</source>
        <translation>„%1“ ist keine ganze Zahl</translation>
    </message>
</context>
<context>
    <name>SqliteCursorScan</name>
    <message>
        <source>all values are of one kind</source>
        <translation>alle Werte sind von einer Art</translation>
    </message>
    <message>
        <source>grows with every new row; changes of old rows are not seen</source>
        <translation>wächst mit jeder neuen Zeile; Änderungen alter Zeilen bleiben unbemerkt</translation>
    </message>
    <message>
        <source>grows with new rows, but ids of deleted rows may come again</source>
        <translation>wächst mit neuen Zeilen, aber Nummern gelöschter Zeilen können wiederkehren</translation>
    </message>
    <message>
        <source>has no value yet</source>
        <translation>hat noch keinen Wert</translation>
    </message>
    <message>
        <source>it holds values of different kinds (%1)</source>
        <translation>sie enthält Werte verschiedener Art (%1)</translation>
    </message>
    <message>
        <source>its times are not all spelled alike, so they do not sort: “%1”, “%2”</source>
        <translation>ihre Zeiten sind nicht gleich geschrieben und sortieren deshalb nicht: „%1“, „%2“</translation>
    </message>
    <message>
        <source>says when a row was changed</source>
        <translation>sagt, wann eine Zeile geändert wurde</translation>
    </message>
    <message>
        <source>says when a row was made; changes of old rows are not seen</source>
        <translation>sagt, wann eine Zeile entstand; Änderungen alter Zeilen bleiben unbemerkt</translation>
    </message>
    <message>
        <source>“%1” is not a date or time that sorts as text</source>
        <translation>„%1“ ist kein Datum und keine Zeit, die als Text sortiert</translation>
    </message>
</context>
<context>
    <name>SqliteSettings</name>
    <message>
        <source>Connections that read one large table at the same time; empty means one per processor core.</source>
        <translation>Verbindungen, die gleichzeitig eine große Tabelle lesen; leer bedeutet eine je Prozessorkern.</translation>
    </message>
    <message>
        <source>Database file</source>
        <translation>Datenbankdatei</translation>
    </message>
    <message>
        <source>How long to wait while another program locks the file.</source>
        <translation>Wie lange gewartet wird, solange ein anderes Programm die Datei sperrt.</translation>
    </message>
    <message>
        <source>Readers</source>
        <translation>Leser</translation>
    </message>
    <message>
        <source>The SQLite file; it is only read, never changed.</source>
        <translation>Die SQLite-Datei; sie wird nur gelesen, nie geändert.</translation>
    </message>
    <message>
        <source>Wait for locks (ms)</source>
        <translation>Auf Sperren warten (ms)</translation>
    </message>
    <message>
        <source>a % must be followed by two hexadecimal digits</source>
        <translation>auf ein % müssen zwei Hexadezimalziffern folgen</translation>
    </message>
    <message>
        <source>a file has no host; write three slashes before an absolute path</source>
        <translation>eine Datei hat keinen Host; vor einem absoluten Pfad stehen drei Schrägstriche</translation>
    </message>
    <message>
        <source>a whole number from %1 to %2</source>
        <translation>ganze Zahl von %1 bis %2</translation>
    </message>
    <message>
        <source>it names no SQLite file</source>
        <translation>sie nennt keine SQLite-Datei</translation>
    </message>
    <message>
        <source>the path of a file</source>
        <translation>der Pfad einer Datei</translation>
    </message>
    <message>
        <source>the path of the file is missing</source>
        <translation>der Pfad der Datei fehlt</translation>
    </message>
</context>
<context>
    <name>SqliteShape</name>
    <message>
        <source>%1 holds values that do not sort as times</source>
        <translation>%1 enthält Werte, die nicht als Zeiten sortieren</translation>
    </message>
    <message>
        <source>%1 says when a row changed, but there is no primary key</source>
        <translation>%1 sagt, wann sich eine Zeile geändert hat, aber es gibt keinen Primärschlüssel</translation>
    </message>
    <message>
        <source>%1 says when a row changed; %2</source>
        <translation>%1 zeigt Änderungen einer Zeile; %2</translation>
    </message>
    <message>
        <source>SQLite cannot read it: %1</source>
        <translation>SQLite kann es nicht lesen: %1</translation>
    </message>
    <message>
        <source>a view is computed anew each time</source>
        <translation>eine Sicht wird jedes Mal neu berechnet</translation>
    </message>
    <message>
        <source>no column says when a row changed</source>
        <translation>keine Spalte sagt, wann sich eine Zeile geändert hat</translation>
    </message>
    <message>
        <source>values do not match the declared type</source>
        <translation>Werte passen nicht zum angegebenen Typ</translation>
    </message>
    <message>
        <source>values do not match the declared type, so they are kept as text</source>
        <translation>Werte passen nicht zum angegebenen Typ und bleiben deshalb Text</translation>
    </message>
</context>
<context>
    <name>SqliteSource</name>
    <message>
        <source>%1 says when a row changed</source>
        <translation>%1 sagt, wann sich eine Zeile geändert hat</translation>
    </message>
    <message>
        <source>a view is computed anew each time</source>
        <translation>eine Sicht wird jedes Mal neu berechnet</translation>
    </message>
    <message>
        <source>no column says when a row changed</source>
        <translation>keine Spalte sagt, wann sich eine Zeile geändert hat</translation>
    </message>
    <message>
        <source>there is no primary key to update rows by</source>
        <translation>es gibt keinen Primärschlüssel, nach dem Zeilen ersetzt werden könnten</translation>
    </message>
</context>
<context>
    <name>SqliteTypes</name>
    <message>
        <source>a value of another kind would become NULL and be counted</source>
        <translation>ein Wert anderer Art würde zu NULL und gezählt</translation>
    </message>
    <message>
        <source>a value that is no time would become NULL and be counted; offsets are applied, times are UTC</source>
        <translation>ein Wert, der keine Zeit ist, würde zu NULL und gezählt; Abweichungen werden verrechnet, Zeiten sind UTC</translation>
    </message>
</context>
<context>
    <name>SyncRun</name>
    <message>
        <source>%1 deleted rows could not be kept: the new type of the key does not hold their keys.</source>
        <translation>%1 gelöschte Zeilen konnten nicht bleiben: Der neue Typ des Schlüssels fasst ihre Schlüssel nicht.</translation>
    </message>
    <message>
        <source>%1 rows could not be stored and are in quarantine; their key is NULL or repeated.</source>
        <translation>%1 Zeilen konnten nicht gespeichert werden und sind in Quarantäne; ihr Schlüssel ist NULL oder mehrfach.</translation>
    </message>
    <message>
        <source>%1 rows that the copy has not are kept, marked as deleted.</source>
        <translation>%1 Zeilen, die die Kopie nicht hat, bleiben, als gelöscht markiert.</translation>
    </message>
    <message>
        <source>%1 values had no exact form in the warehouse and are NULL there.</source>
        <translation>%1 Werte hatten im Warehouse keine exakte Form und sind dort NULL.</translation>
    </message>
    <message>
        <source>A column has another type or was made anew: copying every row.</source>
        <translation>Eine Spalte hat einen anderen Typ oder wurde neu angelegt: Jede Zeile wird kopiert.</translation>
    </message>
    <message>
        <source>A table with rows of its own became a part of this one: copying every row.</source>
        <translation>Eine Tabelle mit eigenen Zeilen wurde ein Teil dieser: Alle Zeilen werden kopiert.</translation>
    </message>
    <message>
        <source>Another table has the name now: copying every row.</source>
        <translation>Eine andere Tabelle hat jetzt diesen Namen: Alle Zeilen werden kopiert.</translation>
    </message>
    <message>
        <source>At the source %1.</source>
        <translation>An der Quelle: %1.</translation>
    </message>
    <message>
        <source>Column %1 has values in the future; the watermark stays at the greatest one before.</source>
        <translation>Spalte %1 hat Werte in der Zukunft; die Wassermarke bleibt beim größten Wert davor.</translation>
    </message>
    <message>
        <source>Columns were added: copying every row, so that old rows have them too.</source>
        <translation>Spalten kamen hinzu: jede Zeile wird kopiert, damit auch alte Zeilen sie haben.</translation>
    </message>
    <message>
        <source>Copying every row, as asked; the old table stays until the copy is ready.</source>
        <translation>Jede Zeile wird wie verlangt kopiert; die alte Tabelle bleibt, bis die Kopie fertig ist.</translation>
    </message>
    <message>
        <source>First load: copying every row.</source>
        <translation>Erstes Laden: jede Zeile wird kopiert.</translation>
    </message>
    <message>
        <source>Full refresh: copying every row.</source>
        <translation>Vollabgleich: jede Zeile wird kopiert.</translation>
    </message>
    <message>
        <source>Going on with a copy that broke off: %1 of %2 parts are there and unchanged.</source>
        <translation>Eine abgebrochene Kopie geht weiter: %1 von %2 Teilen sind da und unverändert.</translation>
    </message>
    <message>
        <source>Labels of an enum or members of a composite type changed: copying every row.</source>
        <translation>Werte eines Aufzählungstyps oder Teile eines zusammengesetzten Typs haben sich geändert: alle Zeilen werden kopiert.</translation>
    </message>
    <message>
        <source>Nothing changed.</source>
        <translation>Nichts hat sich geändert.</translation>
    </message>
    <message>
        <source>Nothing was stored: the copy would mark more rows as deleted than may be without being asked (%1).</source>
        <translation>Nichts wurde gespeichert: Die Kopie würde mehr Zeilen als gelöscht markieren, als ohne Rückfrage erlaubt ist (%1).</translation>
    </message>
    <message>
        <source>Reading rows changed by transactions since the last sync (exact window).</source>
        <translation>Zeilen werden gelesen, die Transaktionen seit der letzten Synchronisierung geändert haben (exaktes Fenster).</translation>
    </message>
    <message>
        <source>Reading rows with %1 from %2.</source>
        <translation>Zeilen mit %1 ab %2 werden gelesen.</translation>
    </message>
    <message>
        <source>Stored: %1 new, %2 updated, %3 already there; the table has %4 rows.</source>
        <translation>Gespeichert: %1 neu, %2 geändert, %3 schon da; die Tabelle hat %4 Zeilen.</translation>
    </message>
    <message>
        <source>The greatest cursor value at the source is below the stored one: copying every row.</source>
        <translation>Der größte Cursorwert an der Quelle liegt unter dem gespeicherten: jede Zeile wird kopiert.</translation>
    </message>
    <message>
        <source>The server was restored or another one took over: copying every row.</source>
        <translation>Der Server wurde wiederhergestellt oder ein anderer hat übernommen: alle Zeilen werden kopiert.</translation>
    </message>
    <message>
        <source>The stored transaction window is no longer usable: copying every row.</source>
        <translation>Das gespeicherte Transaktionsfenster ist nicht mehr verwendbar: jede Zeile wird kopiert.</translation>
    </message>
    <message>
        <source>What was kept of a copy that broke off cannot be used; it starts anew.</source>
        <translation>Was von einer abgebrochenen Kopie da war, ist nicht brauchbar; sie beginnt neu.</translation>
    </message>
    <message>
        <source>the start</source>
        <translation>dem Anfang</translation>
    </message>
</context>
<context>
    <name>TrashKeeper</name>
    <message>
        <source>no room would be left for %1; delete that for good first</source>
        <translation>für %1 bliebe kein Platz; das zuerst endgültig löschen</translation>
    </message>
</context>
<context>
    <name>VerifyRun</name>
    <message>
        <source>%1 of %2 rows are no longer at the source and would be deleted</source>
        <translation>%1 von %2 Zeilen sind nicht mehr an der Quelle und würden gelöscht</translation>
    </message>
    <message>
        <source>Compared: %1 rows missing, %2 extra, %3 different, %4 pending.</source>
        <translation>Verglichen: %1 Zeilen fehlen, %2 überzählig, %3 abweichend, %4 ausstehend.</translation>
    </message>
    <message>
        <source>Repaired: %1 rows of the ranges that differed were replaced by %2 of the source.</source>
        <translation>Repariert: %1 Zeilen der abweichenden Bereiche wurden durch %2 der Quelle ersetzt.</translation>
    </message>
</context>
<context>
    <name>Warehouse</name>
    <message>
        <source>a table of the warehouse</source>
        <translation>eine Tabelle des Warehouse</translation>
    </message>
    <message>
        <source>names that Leat keeps nothing of its own under; rename the table at the source, or leave it off</source>
        <translation>Namen, unter denen Leat nichts Eigenes hält; die Tabelle an der Quelle umbenennen oder nicht auswählen</translation>
    </message>
    <message>
        <source>row in quarantine</source>
        <translation>Zeile in der Quarantäne</translation>
    </message>
</context>
<context>
    <name>leat</name>
    <message>
        <source>%1 (tier %2)</source>
        <translation>%1 (Stufe %2)</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>A full refresh takes deleted rows along with every sync.</source>
        <translation>Beim Vollabgleich fallen gelöschte Zeilen mit jeder Synchronisierung weg.</translation>
    </message>
    <message>
        <source>A sync is running.</source>
        <translation>Eine Synchronisierung läuft.</translation>
    </message>
    <message>
        <source>A sync waits for a free place.</source>
        <translation>Eine Synchronisierung wartet auf einen freien Platz.</translation>
    </message>
    <message>
        <source>Adds rows that are new by a cursor column. For tables whose rows never change, such as logs and events.</source>
        <translation>Fügt Zeilen hinzu, die nach einer Cursorspalte neu sind. Für Tabellen, deren Zeilen sich nie ändern, etwa Protokolle und Ereignisse.</translation>
    </message>
    <message>
        <source>After each sync the table equals one snapshot of the source, deletions included.</source>
        <translation>Nach jeder Synchronisierung gleicht die Tabelle einer Momentaufnahme der Quelle, samt Löschungen.</translation>
    </message>
    <message>
        <source>After every %1 syncs</source>
        <translation>Nach je %1 Synchronisierungen</translation>
    </message>
    <message>
        <source>After every sync</source>
        <translation>Nach jeder Synchronisierung</translation>
    </message>
    <message>
        <source>An appended table keeps every row, deleted ones too.</source>
        <translation>Eine angehängte Tabelle behält jede Zeile, auch gelöschte.</translation>
    </message>
    <message>
        <source>Append</source>
        <translation>Anhängen</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>By cursor</source>
        <translation>Nach Cursor</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Cancelling</source>
        <translation>Wird abgebrochen</translation>
    </message>
    <message>
        <source>Change data capture</source>
        <translation>Change Data Capture</translation>
    </message>
    <message>
        <source>Command line</source>
        <translation>Befehlszeile</translation>
    </message>
    <message>
        <source>Committing</source>
        <translation>Wird festgeschrieben</translation>
    </message>
    <message>
        <source>Complete copy</source>
        <translation>Volle Kopie</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Abgeschlossen</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Verbindet</translation>
    </message>
    <message>
        <source>Copies the whole table each time and swaps it in when the copy is complete. Deletions arrive too.</source>
        <translation>Kopiert jedes Mal die ganze Tabelle und tauscht sie ein, wenn die Kopie vollständig ist. Auch Löschungen kommen an.</translation>
    </message>
    <message>
        <source>Could not be compared %1: %2</source>
        <translation>Vergleich %1 nicht möglich: %2</translation>
    </message>
    <message>
        <source>Cursor and lookback only</source>
        <translation>Nur Cursor und Rückgriff</translation>
    </message>
    <message>
        <source>Cursor only</source>
        <translation>Nur Cursor</translation>
    </message>
    <message>
        <source>Cursor, checked</source>
        <translation>Cursor, geprüft</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Date and time</source>
        <translation>Datum und Uhrzeit</translation>
    </message>
    <message>
        <source>Delete them</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Deleted rows are not tracked; verify and repair removes them.</source>
        <translation>Gelöschte Zeilen werden nicht verfolgt; Prüfen und Reparieren entfernt sie.</translation>
    </message>
    <message>
        <source>Deleted rows go with every sync.</source>
        <translation>Gelöschte Zeilen verschwinden mit jeder Synchronisierung.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Encrypt (TLS)</source>
        <translation>Verschlüsseln (TLS)</translation>
    </message>
    <message>
        <source>Encrypted vault</source>
        <translation>Verschlüsselter Tresor</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Every committed insert and update arrives, even when it was committed late. Deletions are found by comparing keys, or by a full refresh.</source>
        <translation>Jedes bestätigte Einfügen und Ändern kommt an, auch wenn es spät bestätigt wurde. Löschungen findet der Vergleich der Schlüssel oder ein Vollabgleich.</translation>
    </message>
    <message>
        <source>Every day</source>
        <translation>Jeden Tag</translation>
    </message>
    <message>
        <source>Every week</source>
        <translation>Jede Woche</translation>
    </message>
    <message>
        <source>Exact window</source>
        <translation>Exaktes Fenster</translation>
    </message>
    <message>
        <source>Exact window, always</source>
        <translation>Immer exaktes Fenster</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Find the host</source>
        <translation>Host finden</translation>
    </message>
    <message>
        <source>Foreign table</source>
        <translation>Fremdtabelle</translation>
    </message>
    <message>
        <source>Full copy</source>
        <translation>Vollkopie</translation>
    </message>
    <message>
        <source>Full refresh</source>
        <translation>Vollabgleich</translation>
    </message>
    <message>
        <source>Held back</source>
        <translation>Zurückgehalten</translation>
    </message>
    <message>
        <source>Incremental</source>
        <translation>Inkrementell</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>Info</translation>
    </message>
    <message>
        <source>Integer</source>
        <translation>Ganze Zahl</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>Unterbrochen</translation>
    </message>
    <message>
        <source>Keychain locked</source>
        <translation>Schlüsselbund gesperrt</translation>
    </message>
    <message>
        <source>Keychain not checked</source>
        <translation>Schlüsselbund nicht geprüft</translation>
    </message>
    <message>
        <source>Keychain unlocked</source>
        <translation>Schlüsselbund entsperrt</translation>
    </message>
    <message>
        <source>Keychain was reset</source>
        <translation>Schlüsselbund zurückgesetzt</translation>
    </message>
    <message>
        <source>Keychain was reset: enter the password again</source>
        <translation>Schlüsselbund zurückgesetzt: Passwort neu eingeben</translation>
    </message>
    <message>
        <source>Keys are compared with the source; rows that are gone are deleted here too.</source>
        <translation>Schlüssel werden mit der Quelle verglichen; Zeilen, die weg sind, werden auch hier gelöscht.</translation>
    </message>
    <message>
        <source>Keys are compared with the source; rows that are gone are marked in _leat_deleted_at and deleted %1 days later.</source>
        <translation>Schlüssel werden mit der Quelle verglichen; Zeilen, die weg sind, werden in _leat_deleted_at markiert und %1 Tage später gelöscht.</translation>
    </message>
    <message>
        <source>Keys are compared with the source; rows that are gone stay, and _leat_deleted_at says since when.</source>
        <translation>Schlüssel werden mit der Quelle verglichen; Zeilen, die weg sind, bleiben, und _leat_deleted_at sagt, seit wann.</translation>
    </message>
    <message>
        <source>Keys compared %1: %2 gone, %3 missing.</source>
        <translation>Schlüssel verglichen %1: %2 weg, %3 fehlen.</translation>
    </message>
    <message>
        <source>Keys compared %1: %2 gone, %3 missing; nothing deleted yet.</source>
        <translation>Schlüssel verglichen %1: %2 weg, %3 fehlen; noch nichts gelöscht.</translation>
    </message>
    <message>
        <source>Keys could not be compared %1.</source>
        <translation>Schlüssel konnten nicht verglichen werden: %1.</translation>
    </message>
    <message>
        <source>Leave them</source>
        <translation>Stehen lassen</translation>
    </message>
    <message>
        <source>Log in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Mark as deleted</source>
        <translation>Als gelöscht markieren</translation>
    </message>
    <message>
        <source>Mark, then purge</source>
        <translation>Markieren, später löschen</translation>
    </message>
    <message>
        <source>Materialised view</source>
        <translation>Materialisierte Sicht</translation>
    </message>
    <message>
        <source>Merging</source>
        <translation>Wird zusammengeführt</translation>
    </message>
    <message>
        <source>Never synced</source>
        <translation>Nie gelaufen</translation>
    </message>
    <message>
        <source>Never verified against the source.</source>
        <translation>Nie mit der Quelle verglichen.</translation>
    </message>
    <message>
        <source>Next: %1.</source>
        <translation>Nächstes Mal: %1.</translation>
    </message>
    <message>
        <source>No keychain</source>
        <translation>Kein Schlüsselbund</translation>
    </message>
    <message>
        <source>No password</source>
        <translation>Kein Passwort</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>Noch nicht bekannt</translation>
    </message>
    <message>
        <source>Not selected</source>
        <translation>Nicht ausgewählt</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Object id</source>
        <translation>Objekt-ID</translation>
    </message>
    <message>
        <source>Only when asked to</source>
        <translation>Nur auf Verlangen</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>Datei öffnen</translation>
    </message>
    <message>
        <source>Partitioned table</source>
        <translation>Partitionierte Tabelle</translation>
    </message>
    <message>
        <source>Password missing</source>
        <translation>Passwort fehlt</translation>
    </message>
    <message>
        <source>Password stored</source>
        <translation>Passwort gespeichert</translation>
    </message>
    <message>
        <source>Passwords are kept in the keychain of your system.</source>
        <translation>Passwörter liegen im Schlüsselbund des Systems.</translation>
    </message>
    <message>
        <source>Passwords are kept in this profile's encrypted vault.</source>
        <translation>Passwörter liegen im verschlüsselten Tresor dieses Profils.</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Planning</source>
        <translation>Plant</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>Eingereiht</translation>
    </message>
    <message>
        <source>Reach the port</source>
        <translation>Port erreichen</translation>
    </message>
    <message>
        <source>Read the tables</source>
        <translation>Tabellen lesen</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Liest</translation>
    </message>
    <message>
        <source>Reads by the cursor and its lookback only. A change that is committed with an older cursor value can be missed. A longer lookback or a full refresh from time to time covers that.</source>
        <translation>Liest nur nach Cursor und Rückgriff. Eine Änderung, die mit älterem Cursorwert festgeschrieben wird, kann fehlen. Ein längerer Rückgriff oder gelegentlicher Vollabgleich deckt das ab.</translation>
    </message>
    <message>
        <source>Reads by the cursor's index, and by the exact window while transactions overlap and with each tenth sync. Every committed insert and update arrives; one with an older cursor value may wait for the tenth.</source>
        <translation>Liest über den Index des Cursors, und über das exakte Fenster, solange sich Transaktionen überschneiden und bei jeder zehnten Synchronisierung. Jede festgeschriebene Einfügung und Änderung kommt an; eine mit älterem Cursorwert wartet höchstens bis zur zehnten.</translation>
    </message>
    <message>
        <source>Reads new and changed rows by a cursor column and replaces rows by their key. Deletions at the source are found by comparing keys, where that is switched on.</source>
        <translation>Liest neue und geänderte Zeilen nach einer Cursorspalte und ersetzt Zeilen nach ihrem Schlüssel. Löschungen in der Quelle findet der Vergleich der Schlüssel, wo er eingeschaltet ist.</translation>
    </message>
    <message>
        <source>Reads the source's own log of changes, deletions included.</source>
        <translation>Liest das Änderungsprotokoll der Quelle, samt Löschungen.</translation>
    </message>
    <message>
        <source>Reconcile</source>
        <translation>Schlüsselvergleich</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>Reparieren</translation>
    </message>
    <message>
        <source>Rows that are deleted at the source stay here.</source>
        <translation>Zeilen, die in der Quelle gelöscht werden, bleiben hier.</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>Beispiel</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Zeitplan</translation>
    </message>
    <message>
        <source>Start Leat with the vault's passphrase to unlock it.</source>
        <translation>Leat mit der Passphrase des Tresors starten, um ihn zu entsperren.</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>The first sync finds out what this table allows.</source>
        <translation>Die erste Synchronisierung findet heraus, was diese Tabelle zulässt.</translation>
    </message>
    <message>
        <source>The keychain is asked when a password is first needed.</source>
        <translation>Der Schlüsselbund wird gefragt, sobald ein Passwort gebraucht wird.</translation>
    </message>
    <message>
        <source>The keychain no longer holds what Leat stored. Enter the passwords of your sources again.</source>
        <translation>Der Schlüsselbund enthält nicht mehr, was Leat gespeichert hat. Die Passwörter der Quellen neu eingeben.</translation>
    </message>
    <message>
        <source>The last sync completed.</source>
        <translation>Die letzte Synchronisierung wurde abgeschlossen.</translation>
    </message>
    <message>
        <source>The last sync failed. The table in the warehouse is as the sync before left it.</source>
        <translation>Die letzte Synchronisierung ist fehlgeschlagen. Die Tabelle im Warehouse ist, wie die Synchronisierung davor sie hinterlassen hat.</translation>
    </message>
    <message>
        <source>The last sync was cancelled. Nothing of it was kept.</source>
        <translation>Die letzte Synchronisierung wurde abgebrochen. Nichts davon wurde behalten.</translation>
    </message>
    <message>
        <source>The source changed in a way that could take something away. Leat waits for your decision.</source>
        <translation>Die Quelle hat sich so geändert, dass etwas verloren gehen könnte. Leat wartet auf eine Entscheidung.</translation>
    </message>
    <message>
        <source>The source sends every change by itself.</source>
        <translation>Die Quelle sendet jede Änderung von selbst.</translation>
    </message>
    <message>
        <source>The sync is being stopped.</source>
        <translation>Die Synchronisierung wird angehalten.</translation>
    </message>
    <message>
        <source>This system has no keychain service. Start one, or open the profile with an encrypted vault.</source>
        <translation>Dieses System hat keinen Schlüsselbunddienst. Einen starten oder das Profil mit einem verschlüsselten Tresor öffnen.</translation>
    </message>
    <message>
        <source>This table is not selected for syncing.</source>
        <translation>Diese Tabelle ist nicht zum Synchronisieren ausgewählt.</translation>
    </message>
    <message>
        <source>This table is paused. Its data stay in the warehouse.</source>
        <translation>Diese Tabelle ist angehalten. Ihre Daten bleiben im Warehouse.</translation>
    </message>
    <message>
        <source>This table is selected and has not been synced yet.</source>
        <translation>Diese Tabelle ist ausgewählt und wurde noch nicht synchronisiert.</translation>
    </message>
    <message>
        <source>Timestamp with zone</source>
        <translation>Zeitstempel mit Zone</translation>
    </message>
    <message>
        <source>Unlock the keychain of your system, then sync again.</source>
        <translation>Den Schlüsselbund des Systems entsperren und erneut synchronisieren.</translation>
    </message>
    <message>
        <source>Vault locked</source>
        <translation>Tresor gesperrt</translation>
    </message>
    <message>
        <source>Verified %1: %2 missing, %3 extra, %4 different.</source>
        <translation>Verglichen %1: %2 fehlen, %3 überzählig, %4 abweichend.</translation>
    </message>
    <message>
        <source>Verified %1: %2 missing, %3 extra, %4 different; repaired.</source>
        <translation>Verglichen %1: %2 fehlten, %3 überzählig, %4 abweichend; repariert.</translation>
    </message>
    <message>
        <source>Verified %1: equal to the source.</source>
        <translation>Verglichen %1: gleich der Quelle.</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Sicht</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Webhook</source>
        <translation>Webhook</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>about %1 left</source>
        <translation>noch etwa %1</translation>
    </message>
    <message>
        <source>checking</source>
        <translation>wird geprüft</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>not needed</source>
        <translation>nicht nötig</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>Warnung</translation>
    </message>
</context>
<context>
    <name>leat::AddSourceFlow</name>
    <message>
        <source>A port is between 1 and 65535.</source>
        <translation>Ein Port liegt zwischen 1 und 65535.</translation>
    </message>
    <message>
        <source>Enter a value.</source>
        <translation>Einen Wert eingeben.</translation>
    </message>
    <message>
        <source>Enter a whole number.</source>
        <translation>Eine ganze Zahl eingeben.</translation>
    </message>
    <message>
        <source>Give the source a name.</source>
        <translation>Der Quelle einen Namen geben.</translation>
    </message>
    <message>
        <source>Letters, digits and underscores only, and no digit first.</source>
        <translation>Nur Buchstaben, Ziffern und Unterstriche, keine Ziffer am Anfang.</translation>
    </message>
    <message>
        <source>One of %1.</source>
        <translation>Eines von %1.</translation>
    </message>
    <message>
        <source>There is a source with this name already.</source>
        <translation>Eine Quelle mit diesem Namen gibt es schon.</translation>
    </message>
</context>
<context>
    <name>leat::ColumnChoiceModel</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Source type</source>
        <translation>Quelltyp</translation>
    </message>
    <message>
        <source>Stored as</source>
        <translation>Gespeichert als</translation>
    </message>
    <message>
        <source>key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>needed for syncing</source>
        <translation>zum Synchronisieren nötig</translation>
    </message>
    <message>
        <source>not null</source>
        <translation>nie NULL</translation>
    </message>
    <message>
        <source>not ticked</source>
        <translation>nicht angehakt</translation>
    </message>
    <message>
        <source>ticked</source>
        <translation>angehakt</translation>
    </message>
</context>
<context>
    <name>leat::EngineService</name>
    <message>
        <source>Enable new tables</source>
        <translation>Neue Tabellen einschalten</translation>
    </message>
    <message>
        <source>How many tables of this source are synced at the same time.</source>
        <translation>Wie viele Tabellen dieser Quelle gleichzeitig synchronisiert werden.</translation>
    </message>
    <message>
        <source>How often the list of tables is read again by itself.</source>
        <translation>Wie oft die Liste der Tabellen von selbst neu gelesen wird.</translation>
    </message>
    <message>
        <source>Look for new tables</source>
        <translation>Nach neuen Tabellen sehen</translation>
    </message>
    <message>
        <source>Mark it everywhere; its name is always typed before data are deleted</source>
        <translation>Überall kennzeichnen; vor dem Löschen von Daten wird immer ihr Name getippt</translation>
    </message>
    <message>
        <source>Patterns of tables that are enabled when they appear, such as “orders_*, audit.*”.</source>
        <translation>Muster für Tabellen, die beim Erscheinen eingeschaltet werden, etwa „orders_*, audit.*“.</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>Produktiv</translation>
    </message>
    <message>
        <source>Protection</source>
        <translation>Schutz</translation>
    </message>
    <message>
        <source>Tables at once</source>
        <translation>Tabellen gleichzeitig</translation>
    </message>
    <message>
        <source>What happens when a table's columns change at the source: ignore new ones, ask first, add_columns (and rename and widen), or full: also drop what is gone and enable new tables.</source>
        <translation>Was geschieht, wenn sich Spalten an der Quelle ändern: ignore lässt neue weg, ask fragt zuerst, add_columns übernimmt sie (auch Namen und weitere Typen), full löscht außerdem, was weg ist, und schaltet neue Tabellen ein.</translation>
    </message>
    <message>
        <source>What is asked before data of this source are deleted; read_only also refuses changed settings.</source>
        <translation>Was gefragt wird, bevor Daten dieser Quelle gelöscht werden; read_only verweigert auch geänderte Einstellungen.</translation>
    </message>
    <message>
        <source>When columns change</source>
        <translation>Wenn Spalten sich ändern</translation>
    </message>
</context>
<context>
    <name>leat::FilterQuery</name>
    <message>
        <source>a million rows or more; k, M, B</source>
        <translation>mindestens eine Million Zeilen; k, M, B</translation>
    </message>
    <message>
        <source>a minus finds everything else</source>
        <translation>ein Minus findet alles andere</translation>
    </message>
    <message>
        <source>everything that needs you; status:active is what runs or waits</source>
        <translation>alles, was Aufmerksamkeit braucht; status:active ist, was läuft oder wartet</translation>
    </message>
    <message>
        <source>last synced more than two hours ago; s, min, h, d, w</source>
        <translation>zuletzt vor mehr als zwei Stunden synchronisiert; s, min, h, d, w</translation>
    </message>
    <message>
        <source>one state: failed, credentials, stuck, late, running, paused, ok …</source>
        <translation>ein Zustand: failed, credentials, stuck, late, running, paused, ok …</translation>
    </message>
    <message>
        <source>quotation marks keep spaces together</source>
        <translation>Anführungszeichen halten Leerzeichen zusammen</translation>
    </message>
    <message>
        <source>tables and sources whose name has “orders” in it</source>
        <translation>Tabellen und Quellen mit „orders“ im Namen</translation>
    </message>
    <message>
        <source>tables of these sources</source>
        <translation>Tabellen dieser Quellen</translation>
    </message>
    <message>
        <source>tables that sync this way: full, incremental, append</source>
        <translation>Tabellen mit dieser Methode: full, incremental, append</translation>
    </message>
    <message>
        <source>tables with this frequency; every:never for those run by hand</source>
        <translation>Tabellen mit dieser Häufigkeit; every:never für von Hand gestartete</translation>
    </message>
    <message>
        <source>“order” anywhere in the table's name; name:order at its beginning</source>
        <translation>„order“ irgendwo im Namen der Tabelle; name:order am Anfang</translation>
    </message>
</context>
<context>
    <name>leat::Formatting</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>vor %1</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 rows/s</source>
        <translation>%1 Zeilen/s</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1B</source>
        <translation>%1 Mrd.</translation>
    </message>
    <message>
        <source>%1M</source>
        <translation>%1 Mio.</translation>
    </message>
    <message>
        <source>%1k</source>
        <translation>%1 Tsd.</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Fällig</translation>
    </message>
    <message>
        <source>In %1</source>
        <translation>In %1</translation>
    </message>
    <message>
        <source>Just now</source>
        <translation>Gerade eben</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
</context>
<context>
    <name>leat::Frequency</name>
    <message>
        <source>Every 12 hours</source>
        <translation>Alle 12 Stunden</translation>
    </message>
    <message>
        <source>Every 15 minutes</source>
        <translation>Alle 15 Minuten</translation>
    </message>
    <message>
        <source>Every 30 days</source>
        <translation>Alle 30 Tage</translation>
    </message>
    <message>
        <source>Every 30 minutes</source>
        <translation>Alle 30 Minuten</translation>
    </message>
    <message>
        <source>Every 5 minutes</source>
        <translation>Alle 5 Minuten</translation>
    </message>
    <message>
        <source>Every 6 hours</source>
        <translation>Alle 6 Stunden</translation>
    </message>
    <message>
        <source>Every hour</source>
        <translation>Jede Stunde</translation>
    </message>
    <message>
        <source>Every minute</source>
        <translation>Jede Minute</translation>
    </message>
    <message>
        <source>Once a day</source>
        <translation>Einmal am Tag</translation>
    </message>
    <message>
        <source>Once a week</source>
        <translation>Einmal pro Woche</translation>
    </message>
    <message>
        <source>Only by hand</source>
        <translation>Nur von Hand</translation>
    </message>
</context>
<context>
    <name>leat::HeatStripModel</name>
    <message numerus="yes">
        <source>%1, %2 of the last %n run(s) failed</source>
        <translation>
            <numerusform>%1, %2 vom letzten Lauf fehlgeschlagen</numerusform>
            <numerusform>%1, %2 der letzten %n Läufe fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) before the newest</source>
        <translation>
            <numerusform>%n Lauf vor dem neuesten</numerusform>
            <numerusform>%n Läufe vor dem neuesten</numerusform>
        </translation>
    </message>
    <message>
        <source>Newest run</source>
        <translation>Neuester Lauf</translation>
    </message>
    <message>
        <source>No run</source>
        <translation>Kein Lauf</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
</context>
<context>
    <name>leat::HistoryModel</name>
    <message>
        <source>%1 new, %2 replaced, %3 already there</source>
        <translation>%1 neu, %2 ersetzt, %3 schon da</translation>
    </message>
    <message>
        <source>%1 rows read · %2 written · %3</source>
        <translation>%1 Zeilen gelesen · %2 geschrieben · %3</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>Data read</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Rows read</source>
        <translation>Gelesen</translation>
    </message>
    <message>
        <source>Rows written</source>
        <translation>Geschrieben</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Gestartet</translation>
    </message>
    <message>
        <source>Started by</source>
        <translation>Gestartet von</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
</context>
<context>
    <name>leat::Incident</name>
    <message numerus="yes">
        <source>%n table(s) waiting</source>
        <translation>
            <numerusform>%n Tabelle wartet</numerusform>
            <numerusform>%n Tabellen warten</numerusform>
        </translation>
    </message>
    <message>
        <source>Accept changes</source>
        <translation>Änderungen annehmen</translation>
    </message>
    <message>
        <source>Cancel and sync</source>
        <translation>Abbrechen und synchronisieren</translation>
    </message>
    <message>
        <source>Cancel run</source>
        <translation>Lauf abbrechen</translation>
    </message>
    <message>
        <source>Choose columns…</source>
        <translation>Spalten wählen…</translation>
    </message>
    <message>
        <source>Delete data…</source>
        <translation>Daten löschen…</translation>
    </message>
    <message>
        <source>Fix connection…</source>
        <translation>Verbindung berichtigen…</translation>
    </message>
    <message>
        <source>Fix credentials…</source>
        <translation>Zugangsdaten berichtigen…</translation>
    </message>
    <message>
        <source>Refresh tables</source>
        <translation>Tabellen aktualisieren</translation>
    </message>
    <message>
        <source>Replace by empty</source>
        <translation>Durch leer ersetzen</translation>
    </message>
    <message>
        <source>Resync…</source>
        <translation>Neu einlesen…</translation>
    </message>
    <message>
        <source>Review deletes</source>
        <translation>Löschungen prüfen</translation>
    </message>
    <message>
        <source>Rewind…</source>
        <translation>Zurücksetzen…</translation>
    </message>
    <message>
        <source>deletes</source>
        <translation>löscht</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>high</source>
        <translation>hoch</translation>
    </message>
    <message>
        <source>keeps data</source>
        <translation>behält Daten</translation>
    </message>
    <message>
        <source>low</source>
        <translation>niedrig</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>mittel</translation>
    </message>
    <message>
        <source>replaces</source>
        <translation>ersetzt</translation>
    </message>
    <message>
        <source>rewinds</source>
        <translation>setzt zurück</translation>
    </message>
    <message>
        <source>tried again %1</source>
        <translation>nächster Versuch %1</translation>
    </message>
</context>
<context>
    <name>leat::Intent</name>
    <message>
        <source>A zip file without rows and passwords, shown before it is saved</source>
        <translation>Eine Zip-Datei ohne Zeilen und Passwörter, die vor dem Speichern gezeigt wird</translation>
    </message>
    <message>
        <source>Change how a table syncs: full refresh, incremental or append</source>
        <translation>Methode einer Tabelle ändern: Vollabgleich, inkrementell oder anhängen</translation>
    </message>
    <message>
        <source>Collect diagnostics for a person who helps</source>
        <translation>Diagnosedaten für eine helfende Person sammeln</translation>
    </message>
    <message>
        <source>Configuration of the table</source>
        <translation>Konfiguration der Tabelle</translation>
    </message>
    <message>
        <source>Copy a table again from the start</source>
        <translation>Eine Tabelle von Anfang an neu kopieren</translation>
    </message>
    <message>
        <source>Cursor, in the configuration of the table</source>
        <translation>Cursor, in der Konfiguration der Tabelle</translation>
    </message>
    <message>
        <source>Done by itself: what can pass is tried again after growing pauses, until it works or proves permanent</source>
        <translation>Geschieht von selbst: Was vorübergehen kann, wird mit wachsenden Pausen wiederholt, bis es gelingt oder sich als dauerhaft erweist</translation>
    </message>
    <message>
        <source>End a sync that takes too long</source>
        <translation>Eine Synchronisierung beenden, die zu lange dauert</translation>
    </message>
    <message>
        <source>Enter a new password or key</source>
        <translation>Ein neues Passwort oder einen neuen Schlüssel eingeben</translation>
    </message>
    <message>
        <source>Frequency “only by hand”, in the configuration of the table</source>
        <translation>Häufigkeit „nur von Hand“, in der Konfiguration der Tabelle</translation>
    </message>
    <message>
        <source>Frequency, in the configuration of the table</source>
        <translation>Häufigkeit, in der Konfiguration der Tabelle</translation>
    </message>
    <message>
        <source>Guided: from full refresh to incremental</source>
        <translation>Geführt: vom Vollabgleich zu inkrementell</translation>
    </message>
    <message>
        <source>Guided: goes on from the stored position, at once</source>
        <translation>Geführt: geht sofort vom gespeicherten Cursorstand aus weiter</translation>
    </message>
    <message>
        <source>Guided: reads what fits now, says what it does, then syncs</source>
        <translation>Geführt: liest, was jetzt passt, sagt die Folgen, synchronisiert dann</translation>
    </message>
    <message>
        <source>Guided: rows and settings stay</source>
        <translation>Geführt: Zeilen und Einstellungen bleiben</translation>
    </message>
    <message>
        <source>Guided: what it needs, and what to do while it is not available</source>
        <translation>Geführt: was nötig ist und was bis dahin hilft</translation>
    </message>
    <message>
        <source>Guided: which sources can, and what to do otherwise</source>
        <translation>Geführt: welche Quellen es können und was sonst hilft</translation>
    </message>
    <message>
        <source>Key columns, in the configuration of the table</source>
        <translation>Schlüsselspalten, in der Konfiguration der Tabelle</translation>
    </message>
    <message>
        <source>Let a service push its changes (webhook)</source>
        <translation>Einen Dienst Änderungen melden lassen (Webhook)</translation>
    </message>
    <message>
        <source>Make syncs faster</source>
        <translation>Schneller synchronisieren</translation>
    </message>
    <message>
        <source>Name the columns that identify a row</source>
        <translation>Die Spalten angeben, die eine Zeile ausmachen</translation>
    </message>
    <message>
        <source>Not needed: every table is committed by itself with its cursor, and a stopped sync goes on with the rest</source>
        <translation>Nicht nötig: Jede Tabelle wird für sich mit ihrem Cursor festgeschrieben, und eine angehaltene Synchronisierung macht mit dem Rest weiter</translation>
    </message>
    <message>
        <source>Pause a table</source>
        <translation>Eine Tabelle anhalten</translation>
    </message>
    <message>
        <source>Problems, with the fix beside each</source>
        <translation>Probleme, jedes mit seiner Abhilfe</translation>
    </message>
    <message>
        <source>Read only what changed, instead of complete copies</source>
        <translation>Nur Änderungen lesen statt voller Kopien</translation>
    </message>
    <message>
        <source>Replace a cursor column that is gone</source>
        <translation>Eine fehlende Cursorspalte ersetzen</translation>
    </message>
    <message>
        <source>Resume a table</source>
        <translation>Eine Tabelle fortsetzen</translation>
    </message>
    <message>
        <source>Resync: the old table stays until the copy is ready</source>
        <translation>Neu einlesen: Die alte Tabelle bleibt, bis die Kopie fertig ist</translation>
    </message>
    <message>
        <source>Runs without progress are shown as stuck, with “Cancel and sync” beside them; long runs that move are left alone</source>
        <translation>Läufe ohne Fortschritt werden als hängend gezeigt, mit „Abbrechen und synchronisieren“ daneben; lange Läufe, die vorankommen, bleiben in Ruhe</translation>
    </message>
    <message>
        <source>See why a sync failed</source>
        <translation>Sehen, warum eine Synchronisierung fehlschlug</translation>
    </message>
    <message>
        <source>Set up change data capture (CDC)</source>
        <translation>Change Data Capture (CDC) einrichten</translation>
    </message>
    <message>
        <source>Settings, Engine: memory, threads and readers</source>
        <translation>Einstellungen, Engine: Speicher, Threads und Leser</translation>
    </message>
    <message>
        <source>Settings, Engine: runs at once and readers of one table</source>
        <translation>Einstellungen, Engine: gleichzeitige Läufe und Leser einer Tabelle</translation>
    </message>
    <message>
        <source>Sync more often, or less often</source>
        <translation>Öfter oder seltener synchronisieren</translation>
    </message>
    <message>
        <source>Sync once a day at a time you choose</source>
        <translation>Einmal am Tag zu einer gewählten Uhrzeit synchronisieren</translation>
    </message>
    <message>
        <source>Sync only when I ask for it</source>
        <translation>Nur auf Verlangen synchronisieren</translation>
    </message>
    <message>
        <source>Sync several tables at once</source>
        <translation>Mehrere Tabellen gleichzeitig synchronisieren</translation>
    </message>
    <message>
        <source>Sync tables in batches with checkpoints</source>
        <translation>Tabellen in Abschnitten mit Zwischenständen synchronisieren</translation>
    </message>
    <message>
        <source>Tested before it replaces the old one</source>
        <translation>Getestet, bevor es das alte ersetzt</translation>
    </message>
    <message>
        <source>Time of day, in the configuration of the table</source>
        <translation>Uhrzeit, in der Konfiguration der Tabelle</translation>
    </message>
    <message>
        <source>Try again after a failure</source>
        <translation>Nach einem Fehler noch einmal versuchen</translation>
    </message>
    <message>
        <source>Use another cursor column</source>
        <translation>Eine andere Cursorspalte verwenden</translation>
    </message>
</context>
<context>
    <name>leat::ListingDesk</name>
    <message>
        <source>source</source>
        <translation>Quelle</translation>
    </message>
</context>
<context>
    <name>leat::PaletteModel</name>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>How to</source>
        <translation>Anleitung</translation>
    </message>
    <message>
        <source>Saved filter</source>
        <translation>Gespeicherter Filter</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
</context>
<context>
    <name>leat::RunComparison</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Already there</source>
        <translation>Schon da</translation>
    </message>
    <message>
        <source>Cursor after</source>
        <translation>Cursor danach</translation>
    </message>
    <message>
        <source>Data read</source>
        <translation>Gelesene Daten</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>New rows</source>
        <translation>Neue Zeilen</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Gelesen</translation>
    </message>
    <message>
        <source>Replaced rows</source>
        <translation>Ersetzte Zeilen</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Rows read</source>
        <translation>Gelesene Zeilen</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Gestartet</translation>
    </message>
    <message>
        <source>Started by</source>
        <translation>Gestartet von</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Values without exact form</source>
        <translation>Werte ohne exakte Form</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>weicht ab</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
</context>
<context>
    <name>leat::RunDesk</name>
    <message>
        <source>Attempt %1 failed: %2 Trying again.</source>
        <translation>Versuch %1 fehlgeschlagen: %2 Es wird noch einmal versucht.</translation>
    </message>
    <message>
        <source>table</source>
        <translation>Tabelle</translation>
    </message>
</context>
<context>
    <name>leat::RunLogModel</name>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
</context>
<context>
    <name>leat::SchedulerDesk</name>
    <message>
        <source>a name like Europe/Berlin, or “system”</source>
        <translation>ein Name wie Europe/Berlin oder „system“</translation>
    </message>
    <message>
        <source>a time to come</source>
        <translation>ein künftiger Zeitpunkt</translation>
    </message>
</context>
<context>
    <name>leat::SchemaDraft</name>
    <message>
        <source>Choose a cursor column.</source>
        <translation>Eine Cursorspalte wählen.</translation>
    </message>
    <message>
        <source>Comparing reads and changes nothing; what differs is shown, not repaired.</source>
        <translation>Vergleichen liest und ändert nichts; Abweichungen werden gezeigt, nicht repariert.</translation>
    </message>
    <message>
        <source>From the next sync on. Nothing else changes.</source>
        <translation>Ab der nächsten Synchronisierung. Sonst ändert sich nichts.</translation>
    </message>
    <message>
        <source>Name the columns that identify a row.</source>
        <translation>Die Spalten angeben, die eine Zeile ausmachen.</translation>
    </message>
    <message>
        <source>No column of this table can be a cursor.</source>
        <translation>Keine Spalte dieser Tabelle eignet sich als Cursor.</translation>
    </message>
    <message>
        <source>Rows that are already in the warehouse were matched differently. A sync from scratch is advised.</source>
        <translation>Zeilen, die schon im Warehouse sind, wurden anders zugeordnet. Empfohlen: von Grund auf synchronisieren.</translation>
    </message>
    <message>
        <source>The lookback cannot be negative.</source>
        <translation>Der Rückgriff kann nicht negativ sein.</translation>
    </message>
    <message>
        <source>The method becomes “%1”.</source>
        <translation>Die Methode wird „%1“.</translation>
    </message>
    <message>
        <source>The next sync copies the table anew with the chosen columns. The old one stays until the copy is ready.</source>
        <translation>Die nächste Synchronisierung kopiert die Tabelle neu mit den gewählten Spalten. Die alte bleibt, bis die Kopie fertig ist.</translation>
    </message>
    <message>
        <source>The next sync copies the table anew. The old one stays until the copy is ready.</source>
        <translation>Die nächste Synchronisierung kopiert die Tabelle neu. Die alte bleibt, bis die Kopie fertig ist.</translation>
    </message>
    <message>
        <source>The source cannot read the whole table.</source>
        <translation>Die Quelle kann nicht die ganze Tabelle lesen.</translation>
    </message>
    <message>
        <source>The source has no column “%1”.</source>
        <translation>Die Quelle hat keine Spalte „%1“.</translation>
    </message>
    <message>
        <source>The table is paused. Its data stay in the warehouse.</source>
        <translation>Die Tabelle ist angehalten. Ihre Daten bleiben im Warehouse.</translation>
    </message>
    <message>
        <source>The table takes part in syncs again.</source>
        <translation>Die Tabelle nimmt wieder am Synchronisieren teil.</translation>
    </message>
    <message>
        <source>This table has no key that identifies its rows.</source>
        <translation>Diese Tabelle hat keinen Schlüssel, der ihre Zeilen unterscheidet.</translation>
    </message>
</context>
<context>
    <name>leat::SeriesModel</name>
    <message>
        <source>%1 at most</source>
        <translation>höchstens %1</translation>
    </message>
    <message>
        <source>%1 in all</source>
        <translation>%1 insgesamt</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 Zeilen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n failure(s)</source>
        <translation>
            <numerusform>%n Fehler</numerusform>
            <numerusform>%n Fehler</numerusform>
        </translation>
    </message>
    <message>
        <source>Failures</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>No runs yet.</source>
        <translation>Noch keine Läufe.</translation>
    </message>
    <message>
        <source>Rows written</source>
        <translation>Geschriebene Zeilen</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
</context>
<context>
    <name>leat::SourceTableModel</name>
    <message numerus="yes">
        <source>%1 of %n table(s)</source>
        <translation>
            <numerusform>%1 von %n</numerusform>
            <numerusform>%1 von %n</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 running</source>
        <translation>%1 aktiv</translation>
    </message>
    <message>
        <source>%1. %2. %3</source>
        <translation>%1. %2. %3</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n Problem</numerusform>
            <numerusform>%n Probleme</numerusform>
        </translation>
    </message>
    <message>
        <source>Gone at source</source>
        <translation>An der Quelle verschwunden</translation>
    </message>
    <message>
        <source>Guarantee</source>
        <translation>Garantie</translation>
    </message>
    <message>
        <source>Last synced</source>
        <translation>Zuletzt</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Nächste</translation>
    </message>
    <message>
        <source>No tables selected</source>
        <translation>Keine Tabellen ausgewählt</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Source %1</source>
        <translation>Quelle %1</translation>
    </message>
    <message>
        <source>Source %1, %2</source>
        <translation>Quelle %1, %2</translation>
    </message>
    <message>
        <source>Source and table</source>
        <translation>Quelle und Tabelle</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Table %1, %2</source>
        <translation>Tabelle %1, %2</translation>
    </message>
    <message>
        <source>Unreachable</source>
        <translation>Nicht erreichbar</translation>
    </message>
</context>
<context>
    <name>leat::TableChoiceModel</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>About %1 rows, %2</source>
        <translation>Etwa %1 Zeilen, %2</translation>
    </message>
    <message>
        <source>Cursor</source>
        <translation>Cursor</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>Name a cursor column</source>
        <translation>Eine Cursorspalte angeben</translation>
    </message>
    <message>
        <source>Name the key columns</source>
        <translation>Die Schlüsselspalten angeben</translation>
    </message>
    <message>
        <source>Rows, about</source>
        <translation>Zeilen, etwa</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>This login may not read the table</source>
        <translation>Diese Anmeldung darf die Tabelle nicht lesen</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>not ticked</source>
        <translation>nicht angehakt</translation>
    </message>
    <message>
        <source>ticked</source>
        <translation>angehakt</translation>
    </message>
</context>
<context>
    <name>leat::Wording</name>
    <message>
        <source>%1 rows</source>
        <translation>%1 Zeilen</translation>
    </message>
    <message numerus="yes">
        <source>%n new table(s): %1.</source>
        <translation>
            <numerusform>%n neue Tabelle: %1.</numerusform>
            <numerusform>%n neue Tabellen: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them enabled.</source>
        <translation>
            <numerusform>%n davon eingeschaltet.</numerusform>
            <numerusform>%n davon eingeschaltet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n table(s) gone: %1.</source>
        <translation>
            <numerusform>%n Tabelle verschwunden: %1.</numerusform>
            <numerusform>%n Tabellen verschwunden: %1.</numerusform>
        </translation>
    </message>
</context>
</TS>
