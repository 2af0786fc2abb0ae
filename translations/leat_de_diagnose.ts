<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Diagnosis</name>
    <message>
        <source>A certificate or key file of the TLS settings cannot be used.</source>
        <translation>Eine Zertifikats- oder Schlüsseldatei der TLS-Einstellungen ist nicht verwendbar.</translation>
    </message>
    <message>
        <source>A column that must have a value holds NULL.</source>
        <translation>Eine Spalte, die einen Wert haben muss, enthält NULL.</translation>
    </message>
    <message>
        <source>A column that the configuration names is no longer in the table.</source>
        <translation>Eine Spalte aus der Konfiguration gibt es in der Tabelle nicht mehr.</translation>
    </message>
    <message>
        <source>A connection pooler mixes up the sessions of its clients.</source>
        <translation>Ein Verbindungspooler bringt die Sitzungen seiner Clients durcheinander.</translation>
    </message>
    <message>
        <source>A function, type, operator or parameter is missing at the source.</source>
        <translation>An der Quelle fehlt eine Funktion, ein Typ, ein Operator oder ein Parameter.</translation>
    </message>
    <message>
        <source>A quota of rows or credit is used up; nothing is broken.</source>
        <translation>Ein Zeilenkontingent oder Guthaben ist aufgebraucht; kaputt ist nichts.</translation>
    </message>
    <message>
        <source>A replicated table has no key by which changes can be told apart.</source>
        <translation>Eine replizierte Tabelle hat keinen Schlüssel, der Änderungen unterscheidbar macht.</translation>
    </message>
    <message>
        <source>A row breaks a rule that was set on the table it is written to.</source>
        <translation>Eine Zeile verletzt eine Regel der Tabelle, in die sie geschrieben wird.</translation>
    </message>
    <message>
        <source>A row or value is larger than the source can send.</source>
        <translation>Eine Zeile oder ein Wert ist größer, als die Quelle senden kann.</translation>
    </message>
    <message>
        <source>A value at the source has no form in the column's type.</source>
        <translation>Ein Wert an der Quelle lässt sich im Typ der Spalte nicht darstellen.</translation>
    </message>
    <message>
        <source>A value at the source is larger than the column's type in the warehouse allows.</source>
        <translation>Ein Wert an der Quelle ist größer, als der Spaltentyp im Warehouse zulässt.</translation>
    </message>
    <message>
        <source>Add this computer's address to the allow-list of the source (pg_hba.conf, firewall, network policy).</source>
        <translation>Die Adresse dieses Computers an der Quelle zulassen (pg_hba.conf, Firewall, Netzwerkrichtlinie).</translation>
    </message>
    <message>
        <source>Another program has the warehouse file open.</source>
        <translation>Ein anderes Programm hat die Warehouse-Datei geöffnet.</translation>
    </message>
    <message>
        <source>Another run took the table over.</source>
        <translation>Ein anderer Lauf hat die Tabelle übernommen.</translation>
    </message>
    <message>
        <source>Another transaction was in the way.</source>
        <translation>Eine andere Transaktion war im Weg.</translation>
    </message>
    <message>
        <source>Ask the host's administrator whether its key was changed, and only then accept the new fingerprint.</source>
        <translation>Bei der Verwaltung des Hosts nachfragen, ob der Schlüssel gewechselt wurde, und erst dann den neuen Fingerabdruck annehmen.</translation>
    </message>
    <message>
        <source>Back the file up, restore it if you have a copy; else delete the data of the table and sync it again. Its settings stay.</source>
        <translation>Die Datei sichern und, wenn es eine Sicherung gibt, wiederherstellen; sonst die Daten der Tabelle löschen und neu synchronisieren. Ihre Einstellungen bleiben.</translation>
    </message>
    <message>
        <source>Cancel it and sync again; the data are as the last complete run left them.</source>
        <translation>Abbrechen und erneut synchronisieren; die Daten sind so, wie der letzte vollständige Lauf sie hinterlassen hat.</translation>
    </message>
    <message>
        <source>Check firewall, allow-list and VPN. With a schedule it is tried again by itself.</source>
        <translation>Firewall, Zulassungsliste und VPN prüfen. Mit einem Zeitplan folgt der nächste Versuch von selbst.</translation>
    </message>
    <message>
        <source>Check host, port, user and key of the tunnel, and that the SSH host is up and allows forwarding.</source>
        <translation>Host, Port, Benutzer und Schlüssel des Tunnels prüfen, und ob der SSH-Host läuft und Weiterleitung erlaubt.</translation>
    </message>
    <message>
        <source>Check port, TLS version and client certificate; the port may speak another protocol.</source>
        <translation>Port, TLS-Version und Client-Zertifikat prüfen; vielleicht spricht der Port ein anderes Protokoll.</translation>
    </message>
    <message>
        <source>Check that the database behind the pooler runs and that the pooler has its current password.</source>
        <translation>Prüfen, ob die Datenbank hinter dem Pooler läuft und der Pooler ihr aktuelles Passwort hat.</translation>
    </message>
    <message>
        <source>Check that the server runs and listens on that port. With a schedule it is tried again by itself.</source>
        <translation>Prüfen, ob der Server läuft und an diesem Port lauscht. Mit einem Zeitplan folgt der nächste Versuch von selbst.</translation>
    </message>
    <message>
        <source>Check the log level, slot, publication and limits at the source, mend what is missing, then sync again.</source>
        <translation>Protokollstufe, Slot, Publikation und Grenzen an der Quelle prüfen, Fehlendes ergänzen und erneut synchronisieren.</translation>
    </message>
    <message>
        <source>Check the output plugin and the limits on large transactions at the source.</source>
        <translation>Ausgabe-Plugin und Grenzen für große Transaktionen an der Quelle prüfen.</translation>
    </message>
    <message>
        <source>Check the path and its permissions, and whether the disk is mounted.</source>
        <translation>Pfad und Berechtigungen prüfen, und ob der Datenträger eingehängt ist.</translation>
    </message>
    <message>
        <source>Check the path, account name and API version of the source.</source>
        <translation>Pfad, Kontoname und API-Version der Quelle prüfen.</translation>
    </message>
    <message>
        <source>Check the paths, the format and the permissions of the certificate and key files.</source>
        <translation>Pfade, Format und Berechtigungen der Zertifikats- und Schlüsseldateien prüfen.</translation>
    </message>
    <message>
        <source>Check your network, VPN and firewall; the host may be reachable by IPv6 only. With a schedule it is tried again by itself.</source>
        <translation>Netzwerk, VPN und Firewall prüfen; vielleicht ist der Host nur über IPv6 erreichbar. Mit einem Zeitplan folgt der nächste Versuch von selbst.</translation>
    </message>
    <message>
        <source>Check your network, VPN and the host name. With a schedule it is tried again by itself.</source>
        <translation>Netzwerk, VPN und Hostnamen prüfen. Mit einem Zeitplan folgt der nächste Versuch von selbst.</translation>
    </message>
    <message>
        <source>Choose a cursor column that grows with every change, or use full refresh.</source>
        <translation>Eine Cursorspalte wählen, die mit jeder Änderung wächst, oder den Vollabgleich verwenden.</translation>
    </message>
    <message>
        <source>Choose another file; encrypted and damaged files cannot be read.</source>
        <translation>Eine andere Datei wählen; verschlüsselte und beschädigte Dateien sind nicht lesbar.</translation>
    </message>
    <message>
        <source>Choose another path or move that file away; it is never overwritten.</source>
        <translation>Einen anderen Pfad wählen oder die Datei verschieben; sie wird nie überschrieben.</translation>
    </message>
    <message>
        <source>Choose key columns that are never NULL, or mend the rows at the source.</source>
        <translation>Schlüsselspalten wählen, die nie NULL sind, oder die Zeilen an der Quelle berichtigen.</translation>
    </message>
    <message>
        <source>Choose key columns that are unique together, or mend the duplicates at the source.</source>
        <translation>Schlüsselspalten wählen, die zusammen eindeutig sind, oder die Dubletten an der Quelle berichtigen.</translation>
    </message>
    <message>
        <source>Client and server could not agree on encryption.</source>
        <translation>Client und Server konnten sich auf keine Verschlüsselung einigen.</translation>
    </message>
    <message>
        <source>Close it there, or open it there read-only from a copy.</source>
        <translation>Dort schließen oder dort eine Kopie nur zum Lesen öffnen.</translation>
    </message>
    <message>
        <source>Close the program that has it open, check its permissions, or choose another profile.</source>
        <translation>Das Programm schließen, das es geöffnet hat, die Berechtigungen prüfen oder ein anderes Profil wählen.</translation>
    </message>
    <message>
        <source>Compare again and repair the rows that differ, or copy the table from scratch: the old one stays until the copy is ready.</source>
        <translation>Noch einmal vergleichen und die abweichenden Zeilen berichtigen, oder die Tabelle von Grund auf kopieren: die alte bleibt, bis die Kopie fertig ist.</translation>
    </message>
    <message>
        <source>Compare the table with its source. If they are equal, the source is just quiet; if not, the cursor column is no longer kept at the source, or another copy of the database answers.</source>
        <translation>Die Tabelle mit ihrer Quelle vergleichen. Sind beide gleich, gibt es an der Quelle nur nichts Neues; wenn nicht, wird die Cursor-Spalte an der Quelle nicht mehr gepflegt, oder eine andere Kopie der Datenbank antwortet.</translation>
    </message>
    <message>
        <source>Compare the table with its source; if they differ, copy it from scratch. The old table stays until the copy is ready.</source>
        <translation>Die Tabelle mit ihrer Quelle vergleichen; bei Abweichungen von Grund auf neu kopieren. Die alte Tabelle bleibt, bis die Kopie fertig ist.</translation>
    </message>
    <message>
        <source>Connect the account again, or enter a new token.</source>
        <translation>Das Konto neu verbinden oder ein neues Token eingeben.</translation>
    </message>
    <message>
        <source>Connect the account again; if that is not possible, add the source anew beside the old one.</source>
        <translation>Das Konto neu verbinden; geht das nicht, die Quelle neben der alten neu hinzufügen.</translation>
    </message>
    <message>
        <source>Connect to the database directly, or to the pooler's session mode.</source>
        <translation>Direkt mit der Datenbank verbinden oder mit dem Sitzungsmodus des Poolers.</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Correct it in the settings of the source; special characters in a password belong into its own field.</source>
        <translation>In den Einstellungen der Quelle berichtigen; ein Passwort mit Sonderzeichen gehört in sein eigenes Feld.</translation>
    </message>
    <message>
        <source>Correct the line that the raw text names, or the delimiter, encoding and header settings.</source>
        <translation>Die Zeile berichtigen, die der Rohtext nennt, oder Trennzeichen, Kodierung und Kopfzeile anpassen.</translation>
    </message>
    <message>
        <source>Correct the name in the settings of the source.</source>
        <translation>Den Namen in den Einstellungen der Quelle berichtigen.</translation>
    </message>
    <message>
        <source>Correct the query, path or parameter that the raw text names.</source>
        <translation>Die Abfrage, den Pfad oder den Parameter berichtigen, den der Rohtext nennt.</translation>
    </message>
    <message>
        <source>Correct the value at the source, or leave the column out.</source>
        <translation>Den Wert an der Quelle berichtigen oder die Spalte weglassen.</translation>
    </message>
    <message>
        <source>Data at the source are damaged.</source>
        <translation>Daten an der Quelle sind beschädigt.</translation>
    </message>
    <message>
        <source>Delete data: a change of settings is enough.</source>
        <translation>Daten löschen: Eine geänderte Einstellung genügt.</translation>
    </message>
    <message>
        <source>Deliveries of the webhook do not prove where they come from.</source>
        <translation>Sendungen des Webhooks belegen nicht, woher sie kommen.</translation>
    </message>
    <message>
        <source>Each run is cut off: the program ends before it is done.</source>
        <translation>Jeder Lauf wird abgebrochen: Das Programm endet, bevor er fertig ist.</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Verschlüsselung</translation>
    </message>
    <message>
        <source>Enter the current password. It may have been changed or have expired; some servers also answer like this when TLS is required.</source>
        <translation>Das aktuelle Passwort eingeben. Vielleicht wurde es geändert oder ist abgelaufen; manche Server antworten auch so, wenn TLS nötig ist.</translation>
    </message>
    <message>
        <source>Enter the password or key of the source.</source>
        <translation>Das Passwort oder den Schlüssel der Quelle eingeben.</translation>
    </message>
    <message>
        <source>Enter the signing secret that the source shows for this webhook, and check the clock of this computer.</source>
        <translation>Das Signaturgeheimnis eingeben, das die Quelle für diesen Webhook anzeigt, und die Uhr dieses Computers prüfen.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Free space on the disk, then sync again; nothing half-written was kept.</source>
        <translation>Speicherplatz frei machen und erneut synchronisieren; halb Geschriebenes wurde nicht behalten.</translation>
    </message>
    <message>
        <source>Give the account a new password at the source, then enter it here.</source>
        <translation>Dem Konto an der Quelle ein neues Passwort geben und es hier eingeben.</translation>
    </message>
    <message>
        <source>Give the account the replication right at the source, then sync again.</source>
        <translation>Dem Konto an der Quelle das Replikationsrecht geben und erneut synchronisieren.</translation>
    </message>
    <message>
        <source>Give the key the permission that the raw text names, or enter a key that has it.</source>
        <translation>Dem Schlüssel die Berechtigung geben, die der Rohtext nennt, oder einen Schlüssel eingeben, der sie hat.</translation>
    </message>
    <message>
        <source>Give the server's CA, pin its fingerprint, or correct the host name; an expired certificate has to be renewed at the server.</source>
        <translation>Die CA des Servers angeben, seinen Fingerabdruck festlegen oder den Hostnamen berichtigen; ein abgelaufenes Zertifikat muss am Server erneuert werden.</translation>
    </message>
    <message>
        <source>Give the table a primary key or REPLICA IDENTITY FULL, or take it out of the publication; until then the application's own updates may fail.</source>
        <translation>Der Tabelle einen Primärschlüssel oder REPLICA IDENTITY FULL geben oder sie aus der Publikation nehmen; bis dahin können Änderungen der Anwendung selbst scheitern.</translation>
    </message>
    <message>
        <source>Have it created at the source, or leave out the view or column that needs it.</source>
        <translation>An der Quelle anlegen lassen oder die Sicht oder Spalte weglassen, die es braucht.</translation>
    </message>
    <message>
        <source>Have it refreshed or mended at the source, then sync again.</source>
        <translation>An der Quelle aktualisieren oder reparieren lassen und erneut synchronisieren.</translation>
    </message>
    <message>
        <source>Have read access granted to the account (for a database: USAGE on the schema and SELECT on the table), or use an account that has it.</source>
        <translation>Dem Konto Lesezugriff geben lassen (bei Datenbanken: USAGE auf das Schema und SELECT auf die Tabelle) oder ein Konto verwenden, das ihn hat.</translation>
    </message>
    <message>
        <source>Have space freed at the source or its temporary limit raised, then sync again.</source>
        <translation>An der Quelle Platz schaffen oder die Grenze für temporären Platz erhöhen lassen und erneut synchronisieren.</translation>
    </message>
    <message>
        <source>Have the account unlocked, or enter another account that may log in.</source>
        <translation>Das Konto entsperren lassen oder ein anderes angeben, das sich anmelden darf.</translation>
    </message>
    <message>
        <source>Have the table or index mended or restored at the source. Your warehouse copy may be the last good one: keep it.</source>
        <translation>Tabelle oder Index an der Quelle reparieren oder wiederherstellen lassen. Die Kopie im Warehouse ist vielleicht die letzte gute: behalten.</translation>
    </message>
    <message>
        <source>If it was renamed, switch the new one on. Pause this one; the warehouse copy stays.</source>
        <translation>Wurde sie umbenannt, die neue einschalten. Diese anhalten; die Kopie im Warehouse bleibt.</translation>
    </message>
    <message>
        <source>If the data look wrong although all is well, compare the table with its source; only if they differ, resync.</source>
        <translation>Wenn die Daten falsch aussehen, obwohl alles in Ordnung ist, die Tabelle mit ihrer Quelle vergleichen; nur bei Abweichungen neu einlesen.</translation>
    </message>
    <message>
        <source>If the source is rightly empty, sync once more and accept the empty table.</source>
        <translation>Ist die Quelle zu Recht leer, noch einmal synchronisieren und die leere Tabelle annehmen.</translation>
    </message>
    <message>
        <source>Let fewer tables sync at once, or give the warehouse more memory.</source>
        <translation>Weniger Tabellen gleichzeitig synchronisieren oder dem Warehouse mehr Speicher geben.</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>Look at the webhook at the source: create it again if it is gone, enable it if it is off. The bulk sync fills the gap.</source>
        <translation>Den Webhook an der Quelle ansehen: Fehlt er, neu anlegen; ist er aus, einschalten. Die Gesamtsynchronisierung füllt die Lücke.</translation>
    </message>
    <message>
        <source>Look at what changed, then sync once more and accept it.</source>
        <translation>Die Änderungen ansehen, dann noch einmal synchronisieren und sie annehmen.</translation>
    </message>
    <message>
        <source>Look at what would go. If the source is right, confirm the deletes; if not, mend the source: the next comparison takes the question back.</source>
        <translation>Ansehen, was wegfiele. Stimmt die Quelle, die Löschungen bestätigen; wenn nicht, die Quelle richten: Der nächste Vergleich nimmt die Frage zurück.</translation>
    </message>
    <message>
        <source>Lower the number of readers and of tables at once for this source, or raise the limit at the source.</source>
        <translation>Für diese Quelle die Zahl der Leser und gleichzeitigen Tabellen senken oder die Grenze an der Quelle erhöhen.</translation>
    </message>
    <message>
        <source>Make a new key at the source and enter it here; the old one may have been rotated, revoked or have expired.</source>
        <translation>An der Quelle einen neuen Schlüssel erstellen und hier eingeben; der alte wurde vielleicht erneuert, widerrufen oder ist abgelaufen.</translation>
    </message>
    <message>
        <source>Many rows of the table are not at the source any more, so nothing was deleted yet.</source>
        <translation>Viele Zeilen der Tabelle sind nicht mehr in der Quelle, deshalb wurde noch nichts gelöscht.</translation>
    </message>
    <message>
        <source>Mend slot or log retention first, then copy the tables from scratch: changes in between are lost to the log.</source>
        <translation>Erst Slot oder Aufbewahrung des Protokolls in Ordnung bringen, dann die Tabellen von Grund auf kopieren: Änderungen dazwischen sind im Protokoll verloren.</translation>
    </message>
    <message>
        <source>Mend the row at the source, or take the constraint off the table.</source>
        <translation>Die Zeile an der Quelle berichtigen oder die Bedingung von der Tabelle nehmen.</translation>
    </message>
    <message>
        <source>Mend the rows at the source, choose a key that is unique and never NULL, or raise the error budget.</source>
        <translation>Die Zeilen an der Quelle berichtigen, einen eindeutigen Schlüssel ohne NULL wählen oder das Fehlerbudget erhöhen.</translation>
    </message>
    <message>
        <source>More rows than the error budget allows cannot be stored: their key is NULL or repeated.</source>
        <translation>Mehr Zeilen, als das Fehlerbudget erlaubt, können nicht gespeichert werden: Ihr Schlüssel ist NULL oder mehrfach.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Name columns that are unique together as primary key, or use full refresh.</source>
        <translation>Spalten, die zusammen eindeutig sind, als Primärschlüssel angeben oder den Vollabgleich verwenden.</translation>
    </message>
    <message>
        <source>No column of the table is selected.</source>
        <translation>Keine Spalte der Tabelle ist ausgewählt.</translation>
    </message>
    <message>
        <source>No password or key is stored for the source.</source>
        <translation>Für die Quelle ist kein Passwort oder Schlüssel gespeichert.</translation>
    </message>
    <message>
        <source>Nothing is wrong as far as can be seen.</source>
        <translation>Soweit erkennbar, ist alles in Ordnung.</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Permissions</source>
        <translation>Berechtigungen</translation>
    </message>
    <message>
        <source>Point to the primary server, or take the write protection off.</source>
        <translation>Auf den primären Server zeigen oder den Schreibschutz aufheben.</translation>
    </message>
    <message>
        <source>Raise the limit at the source, or leave the large column out.</source>
        <translation>Die Grenze an der Quelle erhöhen oder die große Spalte weglassen.</translation>
    </message>
    <message>
        <source>Raise the plan or limit, or pause less important tables until the quota fits.</source>
        <translation>Tarif oder Grenze erhöhen oder weniger wichtige Tabellen anhalten, bis das Kontingent reicht.</translation>
    </message>
    <message>
        <source>Read the columns of the table again and choose the cursor, key or columns anew.</source>
        <translation>Die Spalten der Tabelle neu lesen und Cursor, Schlüssel oder Spalten neu wählen.</translation>
    </message>
    <message>
        <source>Read the columns of the table again and correct the cursor's column and type.</source>
        <translation>Die Spalten der Tabelle neu lesen und Spalte und Typ des Cursors berichtigen.</translation>
    </message>
    <message>
        <source>Read the columns of the table again so that the wider type is used, or leave the column out.</source>
        <translation>Die Spalten der Tabelle neu lesen, damit der breitere Typ gilt, oder die Spalte weglassen.</translation>
    </message>
    <message>
        <source>Read the columns of the table again, then copy it from scratch if the warehouse column cannot take the new type.</source>
        <translation>Die Spalten der Tabelle neu lesen und sie von Grund auf kopieren, falls die Spalte im Warehouse den neuen Typ nicht aufnehmen kann.</translation>
    </message>
    <message>
        <source>Refresh the list of tables and switch on what you need.</source>
        <translation>Die Tabellenliste aktualisieren und einschalten, was gebraucht wird.</translation>
    </message>
    <message>
        <source>Refresh the list of tables and switch the new one on; pause this one if it was dropped. The warehouse copy stays.</source>
        <translation>Die Tabellenliste aktualisieren und die neue einschalten; diese anhalten, wenn sie gelöscht wurde. Die Kopie im Warehouse bleibt.</translation>
    </message>
    <message>
        <source>Resume it when it is to sync again.</source>
        <translation>Fortsetzen, wenn sie wieder synchronisiert werden soll.</translation>
    </message>
    <message>
        <source>Resync or delete data: nothing says that the data are wrong.</source>
        <translation>Neu einlesen oder Daten löschen: Nichts spricht dafür, dass die Daten falsch sind.</translation>
    </message>
    <message>
        <source>Resync or delete data: the warehouse may hold the only copy.</source>
        <translation>Neu einlesen oder Daten löschen: Das Warehouse hat vielleicht die einzige Kopie.</translation>
    </message>
    <message>
        <source>Resync: a run that hangs has stored nothing wrong.</source>
        <translation>Neu einlesen: Ein Lauf, der hängt, hat nichts Falsches gespeichert.</translation>
    </message>
    <message>
        <source>Resync: a run that was cut off has stored nothing wrong.</source>
        <translation>Neu einlesen: Ein abgebrochener Lauf hat nichts Falsches gespeichert.</translation>
    </message>
    <message>
        <source>Resync: it brings what is missing once, but as long as the cursor column does not tell of changes, later ones are missed again.</source>
        <translation>Neu einlesen: Das bringt einmal, was fehlt; solange die Cursor-Spalte Änderungen nicht anzeigt, fehlen spätere wieder.</translation>
    </message>
    <message>
        <source>Resync: it needs even more memory.</source>
        <translation>Neu einlesen: Das braucht noch mehr Arbeitsspeicher.</translation>
    </message>
    <message>
        <source>Resync: it needs even more space.</source>
        <translation>Neu einlesen: Das braucht noch mehr Platz.</translation>
    </message>
    <message>
        <source>Resync: it needs the same permission.</source>
        <translation>Neu einlesen: Das braucht dieselbe Berechtigung.</translation>
    </message>
    <message>
        <source>Resync: it reads more in one run, and is cut off as well.</source>
        <translation>Neu einlesen: Es liest in einem Lauf mehr und wird ebenso abgebrochen.</translation>
    </message>
    <message>
        <source>Resync: it would read everything again and does not mend the login.</source>
        <translation>Neu einlesen: Das liest alles noch einmal und behebt die Anmeldung nicht.</translation>
    </message>
    <message>
        <source>Resync: it would read the damaged data and give up the good copy.</source>
        <translation>Neu einlesen: Das liest die beschädigten Daten und gibt die gute Kopie auf.</translation>
    </message>
    <message>
        <source>Resync: nothing is wrong with the data; syncs go on where they stopped.</source>
        <translation>Neu einlesen: Die Daten sind in Ordnung; es geht dort weiter, wo es aufgehört hat.</translation>
    </message>
    <message>
        <source>Resync: nothing is wrong with the tables that are here.</source>
        <translation>Neu einlesen: Die Tabellen, die da sind, sind in Ordnung.</translation>
    </message>
    <message>
        <source>Resync: nothing says that the data are wrong.</source>
        <translation>Neu einlesen: Nichts spricht dafür, dass die Daten falsch sind.</translation>
    </message>
    <message>
        <source>Resync: only when the position in the log is lost; mend the set-up first.</source>
        <translation>Neu einlesen: nur, wenn die Position im Protokoll verloren ist; erst die Einrichtung in Ordnung bringen.</translation>
    </message>
    <message>
        <source>Resync: the bulk sync brings what the webhook missed.</source>
        <translation>Neu einlesen: Die Gesamtsynchronisierung bringt, was der Webhook verpasst hat.</translation>
    </message>
    <message>
        <source>Resync: the connection has to be mended first.</source>
        <translation>Neu einlesen: Erst muss die Verbindung wieder gehen.</translation>
    </message>
    <message>
        <source>Resync: the same line would stop it again.</source>
        <translation>Neu einlesen: Dieselbe Zeile würde es wieder anhalten.</translation>
    </message>
    <message>
        <source>Resync: the same value would stop it again.</source>
        <translation>Neu einlesen: Derselbe Wert würde es wieder anhalten.</translation>
    </message>
    <message>
        <source>Resync: the source would refuse it in the same way.</source>
        <translation>Neu einlesen: Die Quelle würde es genauso ablehnen.</translation>
    </message>
    <message>
        <source>Row security at the source hides rows from this account.</source>
        <translation>Zeilensicherheit an der Quelle verbirgt Zeilen vor diesem Konto.</translation>
    </message>
    <message>
        <source>Rows in the warehouse are missing, doubled or old although the sync says completed.</source>
        <translation>Im Warehouse fehlen Zeilen, sind doppelt oder alt, obwohl die Synchronisierung als abgeschlossen gilt.</translation>
    </message>
    <message>
        <source>Select at least one column.</source>
        <translation>Mindestens eine Spalte auswählen.</translation>
    </message>
    <message>
        <source>Set the clock (time synchronisation), then sync again.</source>
        <translation>Die Uhr stellen (Zeitsynchronisation) und erneut synchronisieren.</translation>
    </message>
    <message>
        <source>Set the former cursor and key again, or copy the table from scratch; the old one stays until the copy is ready.</source>
        <translation>Cursor und Schlüssel wie zuvor einstellen oder die Tabelle von Grund auf kopieren; die alte bleibt, bis die Kopie fertig ist.</translation>
    </message>
    <message>
        <source>Settle it at the provider, or pause the tables until then.</source>
        <translation>Beim Anbieter klären oder die Tabellen bis dahin anhalten.</translation>
    </message>
    <message>
        <source>Several rows have the same primary key.</source>
        <translation>Mehrere Zeilen haben denselben Primärschlüssel.</translation>
    </message>
    <message>
        <source>Something went wrong inside the program that syncs.</source>
        <translation>Im Programm, das synchronisiert, ist etwas schiefgegangen.</translation>
    </message>
    <message>
        <source>Start a keychain service or use the encrypted vault, then enter the password again.</source>
        <translation>Einen Schlüsselbunddienst starten oder den verschlüsselten Tresor verwenden und das Passwort neu eingeben.</translation>
    </message>
    <message>
        <source>Start the program anew and sync again; if it comes back, report it with the details.</source>
        <translation>Das Programm neu starten und erneut synchronisieren; kommt es wieder, mit den Details melden.</translation>
    </message>
    <message>
        <source>Switch the interface on at the provider, or use an account or plan that has it.</source>
        <translation>Die Schnittstelle beim Anbieter einschalten oder ein Konto oder einen Tarif verwenden, der sie hat.</translation>
    </message>
    <message>
        <source>Sync again or resync: the provider would refuse it in the same way.</source>
        <translation>Synchronisieren oder neu einlesen: Der Anbieter würde es genauso ablehnen.</translation>
    </message>
    <message>
        <source>Sync again, other settings or resync: none of them raises a quota.</source>
        <translation>Synchronisieren, andere Einstellungen oder neu einlesen: Nichts davon erhöht ein Kontingent.</translation>
    </message>
    <message>
        <source>Sync again. If it goes on, read the raw text and save a report; nothing is paused on an unknown cause.</source>
        <translation>Erneut synchronisieren. Bleibt es so, den Rohtext lesen und einen Bericht speichern; bei unbekannter Ursache wird nichts angehalten.</translation>
    </message>
    <message>
        <source>Sync again; if it comes back, report it with the details.</source>
        <translation>Erneut synchronisieren; kommt es wieder, mit den Details melden.</translation>
    </message>
    <message>
        <source>Sync again; if it goes on, check proxy and network login.</source>
        <translation>Erneut synchronisieren; bleibt es so, Proxy und Netzwerkanmeldung prüfen.</translation>
    </message>
    <message>
        <source>Sync again; if it goes on, raise the timeout, index the cursor column or read fewer columns.</source>
        <translation>Erneut synchronisieren; bleibt es so, die Zeitgrenze erhöhen, die Cursorspalte indizieren oder weniger Spalten lesen.</translation>
    </message>
    <message>
        <source>Sync again; if it goes on, sync at a quieter time.</source>
        <translation>Erneut synchronisieren; bleibt es so, zu einer ruhigeren Zeit.</translation>
    </message>
    <message>
        <source>Sync again; if it goes on, turn hot_standby_feedback on, raise max_standby_streaming_delay, or read from the primary.</source>
        <translation>Erneut synchronisieren; bleibt es so, hot_standby_feedback einschalten, max_standby_streaming_delay erhöhen oder vom primären Server lesen.</translation>
    </message>
    <message>
        <source>Sync again; nothing half-read was stored.</source>
        <translation>Erneut synchronisieren; halb Gelesenes wurde nicht gespeichert.</translation>
    </message>
    <message>
        <source>Sync again; the data are as the last complete run left them, and nothing half-written was kept.</source>
        <translation>Noch einmal synchronisieren; die Daten sind so, wie der letzte vollständige Lauf sie hinterließ, und nichts Halbes wurde behalten.</translation>
    </message>
    <message>
        <source>Sync again; the run's log may tell more.</source>
        <translation>Erneut synchronisieren; das Protokoll des Laufs sagt vielleicht mehr.</translation>
    </message>
    <message>
        <source>Sync again; what was stored before is unchanged.</source>
        <translation>Erneut synchronisieren; was zuvor gespeichert wurde, ist unverändert.</translation>
    </message>
    <message>
        <source>Sync it for the first time.</source>
        <translation>Zum ersten Mal synchronisieren.</translation>
    </message>
    <message>
        <source>Sync it from scratch; the settings of the table stay.</source>
        <translation>Von Grund auf synchronisieren; die Einstellungen der Tabelle bleiben.</translation>
    </message>
    <message>
        <source>Sync it now, and see that the scheduler runs.</source>
        <translation>Jetzt synchronisieren und darauf achten, dass der Zeitplaner läuft.</translation>
    </message>
    <message>
        <source>Sync this table alone and leave the program open until it is done. If the system ends the program, memory is short: lower memory_limit_mb and runs in engine.ini, or choose fewer columns.</source>
        <translation>Diese Tabelle allein synchronisieren und das Programm geöffnet lassen, bis sie fertig ist. Wenn das System das Programm beendet, ist der Speicher knapp: memory_limit_mb und runs in engine.ini verringern oder weniger Spalten wählen.</translation>
    </message>
    <message>
        <source>Syncs of the table work but find nothing new, for longer than ever before.</source>
        <translation>Die Tabelle wird synchronisiert, es kommt aber so lange nichts Neues wie noch nie.</translation>
    </message>
    <message>
        <source>The SSH host shows another key than the one that is known.</source>
        <translation>Der SSH-Host zeigt einen anderen Schlüssel als den bekannten.</translation>
    </message>
    <message>
        <source>The SSH tunnel to the source could not be opened.</source>
        <translation>Der SSH-Tunnel zur Quelle ließ sich nicht öffnen.</translation>
    </message>
    <message>
        <source>The account at the source is locked or switched off.</source>
        <translation>Das Konto an der Quelle ist gesperrt oder ausgeschaltet.</translation>
    </message>
    <message>
        <source>The account may not read the source's change log.</source>
        <translation>Das Konto darf das Änderungsprotokoll der Quelle nicht lesen.</translation>
    </message>
    <message>
        <source>The address or a setting of the source is not written correctly.</source>
        <translation>Die Adresse oder eine Einstellung der Quelle ist nicht richtig geschrieben.</translation>
    </message>
    <message>
        <source>The address or object that was asked for does not exist at the source.</source>
        <translation>Die angefragte Adresse oder das Objekt gibt es an der Quelle nicht.</translation>
    </message>
    <message>
        <source>The cause is not known.</source>
        <translation>Die Ursache ist nicht bekannt.</translation>
    </message>
    <message>
        <source>The certificate of the server is not trusted.</source>
        <translation>Dem Zertifikat des Servers wird nicht vertraut.</translation>
    </message>
    <message>
        <source>The clock of this computer is too far off for the source.</source>
        <translation>Die Uhr dieses Computers weicht für die Quelle zu stark ab.</translation>
    </message>
    <message>
        <source>The columns of the table changed at the source, and this source asks before it follows.</source>
        <translation>Die Spalten der Tabelle haben sich an der Quelle geändert, und diese Quelle fragt, bevor sie folgt.</translation>
    </message>
    <message>
        <source>The connection pooler cannot log in to the database behind it.</source>
        <translation>Der Verbindungspooler kann sich an der Datenbank dahinter nicht anmelden.</translation>
    </message>
    <message>
        <source>The connection pooler does not know this user or project.</source>
        <translation>Der Verbindungspooler kennt diesen Benutzer oder dieses Projekt nicht.</translation>
    </message>
    <message>
        <source>The connection to the source broke off.</source>
        <translation>Die Verbindung zur Quelle ist abgebrochen.</translation>
    </message>
    <message>
        <source>The cursor column cannot be used for this sync type.</source>
        <translation>Die Cursorspalte eignet sich nicht für diese Methode.</translation>
    </message>
    <message>
        <source>The database or project is paused or suspended by its provider.</source>
        <translation>Die Datenbank oder das Projekt ist beim Anbieter angehalten oder gesperrt.</translation>
    </message>
    <message>
        <source>The disk of the warehouse is full.</source>
        <translation>Der Datenträger des Warehouse ist voll.</translation>
    </message>
    <message>
        <source>The file at the warehouse's place is no warehouse.</source>
        <translation>Die Datei am Ort des Warehouse ist kein Warehouse.</translation>
    </message>
    <message>
        <source>The file is not of the kind that was expected.</source>
        <translation>Die Datei ist nicht von der erwarteten Art.</translation>
    </message>
    <message>
        <source>The file is not written the way it was described.</source>
        <translation>Die Datei ist nicht so geschrieben wie beschrieben.</translation>
    </message>
    <message>
        <source>The file of the source is not there or cannot be opened.</source>
        <translation>Die Datei der Quelle fehlt oder lässt sich nicht öffnen.</translation>
    </message>
    <message>
        <source>The host refuses the connection.</source>
        <translation>Der Host lehnt die Verbindung ab.</translation>
    </message>
    <message>
        <source>The key or token lacks a permission that this table needs.</source>
        <translation>Dem Schlüssel oder Token fehlt eine Berechtigung, die diese Tabelle braucht.</translation>
    </message>
    <message>
        <source>The keychain of this system cannot keep the password.</source>
        <translation>Der Schlüsselbund dieses Systems kann das Passwort nicht aufbewahren.</translation>
    </message>
    <message>
        <source>The last run was cut off: the program ended before it was done.</source>
        <translation>Der letzte Lauf wurde abgebrochen: Das Programm endete, bevor er fertig war.</translation>
    </message>
    <message>
        <source>The list of tables was read anew, and this table is no longer in it.</source>
        <translation>Die Liste der Tabellen wurde neu gelesen, und diese Tabelle steht nicht mehr darin.</translation>
    </message>
    <message>
        <source>The login works, but the account may not read this.</source>
        <translation>Die Anmeldung klappt, aber das Konto darf dies nicht lesen.</translation>
    </message>
    <message>
        <source>The name of the host cannot be resolved.</source>
        <translation>Der Name des Hosts lässt sich nicht auflösen.</translation>
    </message>
    <message>
        <source>The password of the source has expired.</source>
        <translation>Das Passwort der Quelle ist abgelaufen.</translation>
    </message>
    <message>
        <source>The profile cannot be used.</source>
        <translation>Das Profil ist nicht verwendbar.</translation>
    </message>
    <message>
        <source>The provider of the source asks for a payment or a larger plan.</source>
        <translation>Der Anbieter der Quelle verlangt eine Zahlung oder einen größeren Tarif.</translation>
    </message>
    <message>
        <source>The replication slot is still in use by another connection.</source>
        <translation>Der Replikationsslot wird noch von einer anderen Verbindung benutzt.</translation>
    </message>
    <message>
        <source>The run makes no progress any more.</source>
        <translation>Der Lauf kommt nicht mehr voran.</translation>
    </message>
    <message>
        <source>The saved connection of the source no longer exists.</source>
        <translation>Die gespeicherte Verbindung der Quelle gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>The server accepts encrypted connections only.</source>
        <translation>Der Server nimmt nur verschlüsselte Verbindungen an.</translation>
    </message>
    <message>
        <source>The server does not know or allow something that is needed.</source>
        <translation>Der Server kennt oder erlaubt etwas nicht, das nötig ist.</translation>
    </message>
    <message>
        <source>The server does not offer an encrypted connection.</source>
        <translation>Der Server bietet keine verschlüsselte Verbindung an.</translation>
    </message>
    <message>
        <source>The server that answers is behind what the warehouse has: a replica that lags, or one that was restored.</source>
        <translation>Der Server, der antwortet, liegt hinter dem Stand des Warehouse: eine Replik mit Rückstand oder ein wiederhergestellter Server.</translation>
    </message>
    <message>
        <source>The source answers and lets us in: sync again.</source>
        <translation>Die Quelle antwortet und lässt uns ein: erneut synchronisieren.</translation>
    </message>
    <message>
        <source>The source answers no more requests for a while: its rate limit is reached.</source>
        <translation>Die Quelle beantwortet eine Weile keine Anfragen mehr: Ihre Anfragegrenze ist erreicht.</translation>
    </message>
    <message>
        <source>The source asks for a way of logging in that this connection does not offer.</source>
        <translation>Die Quelle verlangt eine Art der Anmeldung, die diese Verbindung nicht bietet.</translation>
    </message>
    <message>
        <source>The source could not decode its change log.</source>
        <translation>Die Quelle konnte ihr Änderungsprotokoll nicht entschlüsseln.</translation>
    </message>
    <message>
        <source>The source did not answer in time.</source>
        <translation>Die Quelle hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>The source does not accept the API key or token.</source>
        <translation>Die Quelle nimmt den API-Schlüssel oder das Token nicht an.</translation>
    </message>
    <message>
        <source>The source does not accept the user name or the password.</source>
        <translation>Die Quelle nimmt den Benutzernamen oder das Passwort nicht an.</translation>
    </message>
    <message>
        <source>The source does not let this computer's address in.</source>
        <translation>Die Quelle lässt die Adresse dieses Computers nicht ein.</translation>
    </message>
    <message>
        <source>The source does not understand the query or request.</source>
        <translation>Die Quelle versteht die Abfrage oder Anfrage nicht.</translation>
    </message>
    <message>
        <source>The source gave no reason for the failure; often it is a rate limit.</source>
        <translation>Die Quelle hat keinen Grund genannt; oft ist es eine Anfragegrenze.</translation>
    </message>
    <message>
        <source>The source has no disk space left for its work.</source>
        <translation>Der Quelle ist der Speicherplatz für ihre Arbeit ausgegangen.</translation>
    </message>
    <message>
        <source>The source has no free connection left.</source>
        <translation>Die Quelle hat keine Verbindung mehr frei.</translation>
    </message>
    <message>
        <source>The source has tables that are not listed here yet.</source>
        <translation>Die Quelle hat Tabellen, die hier noch nicht aufgeführt sind.</translation>
    </message>
    <message>
        <source>The source is not set up for reading its change log.</source>
        <translation>Die Quelle ist nicht dafür eingerichtet, ihr Änderungsprotokoll lesen zu lassen.</translation>
    </message>
    <message>
        <source>The source is overloaded.</source>
        <translation>Die Quelle ist überlastet.</translation>
    </message>
    <message>
        <source>The source is starting, stopping or changing its leader.</source>
        <translation>Die Quelle startet, hält an oder wechselt ihren führenden Server.</translation>
    </message>
    <message>
        <source>The source no longer has the part of its change log that comes next.</source>
        <translation>Die Quelle hat den Teil ihres Änderungsprotokolls nicht mehr, der als nächster kommt.</translation>
    </message>
    <message>
        <source>The source ran short of memory.</source>
        <translation>Der Quelle ist der Arbeitsspeicher ausgegangen.</translation>
    </message>
    <message>
        <source>The source stopped the query because it took too long.</source>
        <translation>Die Quelle hat die Abfrage angehalten, weil sie zu lange dauerte.</translation>
    </message>
    <message>
        <source>The source's answer cannot be read; a proxy or a login page may have answered in its place.</source>
        <translation>Die Antwort der Quelle ist nicht lesbar; vielleicht hat ein Proxy oder eine Anmeldeseite geantwortet.</translation>
    </message>
    <message>
        <source>The source's interface is switched off or not approved for this account.</source>
        <translation>Die Schnittstelle der Quelle ist ausgeschaltet oder für dieses Konto nicht freigegeben.</translation>
    </message>
    <message>
        <source>The source's permission to read has expired or was taken back.</source>
        <translation>Die Leseerlaubnis der Quelle ist abgelaufen oder wurde entzogen.</translation>
    </message>
    <message>
        <source>The source's service has a problem of its own.</source>
        <translation>Der Dienst der Quelle hat selbst ein Problem.</translation>
    </message>
    <message>
        <source>The source's webhook does not reach this program.</source>
        <translation>Der Webhook der Quelle erreicht dieses Programm nicht.</translation>
    </message>
    <message>
        <source>The standby cancelled the read to keep up with its primary.</source>
        <translation>Der Standby-Server hat das Lesen abgebrochen, um mit seinem primären Server Schritt zu halten.</translation>
    </message>
    <message>
        <source>The standby cancels the read each time to keep up with its primary.</source>
        <translation>Der Standby-Server bricht das Lesen jedes Mal ab, um mit seinem primären Server Schritt zu halten.</translation>
    </message>
    <message>
        <source>The stored cursor value does not fit the type of the column.</source>
        <translation>Der gespeicherte Cursorwert passt nicht zum Typ der Spalte.</translation>
    </message>
    <message>
        <source>The stored password cannot be read from the keychain.</source>
        <translation>Das gespeicherte Passwort lässt sich nicht aus dem Schlüsselbund lesen.</translation>
    </message>
    <message>
        <source>The stored position belongs to other settings of the table.</source>
        <translation>Die gespeicherte Position gehört zu anderen Einstellungen der Tabelle.</translation>
    </message>
    <message>
        <source>The system allows reading only, where something has to be written.</source>
        <translation>Das System erlaubt nur das Lesen, wo geschrieben werden muss.</translation>
    </message>
    <message>
        <source>The table has never been synced.</source>
        <translation>Die Tabelle wurde noch nie synchronisiert.</translation>
    </message>
    <message>
        <source>The table has no primary key, which this sync type needs.</source>
        <translation>Die Tabelle hat keinen Primärschlüssel, den diese Methode braucht.</translation>
    </message>
    <message>
        <source>The table is missing in the warehouse.</source>
        <translation>Die Tabelle fehlt im Warehouse.</translation>
    </message>
    <message>
        <source>The table is no longer at the source; it was dropped, renamed or hidden.</source>
        <translation>Die Tabelle ist nicht mehr an der Quelle; sie wurde gelöscht, umbenannt oder verborgen.</translation>
    </message>
    <message>
        <source>The table is older than its interval allows.</source>
        <translation>Die Tabelle ist älter, als ihr Intervall erlaubt.</translation>
    </message>
    <message>
        <source>The table is paused; nothing is broken.</source>
        <translation>Die Tabelle ist angehalten; kaputt ist nichts.</translation>
    </message>
    <message>
        <source>The table is suddenly empty at the source, so the warehouse rows were kept.</source>
        <translation>Die Tabelle ist an der Quelle plötzlich leer, deshalb wurden die Zeilen im Warehouse behalten.</translation>
    </message>
    <message>
        <source>The type of a column has changed at the source.</source>
        <translation>Der Typ einer Spalte hat sich an der Quelle geändert.</translation>
    </message>
    <message>
        <source>The view or foreign table cannot be read as it is.</source>
        <translation>Die Sicht oder Fremdtabelle ist so nicht lesbar.</translation>
    </message>
    <message>
        <source>The warehouse file cannot be opened.</source>
        <translation>Die Warehouse-Datei lässt sich nicht öffnen.</translation>
    </message>
    <message>
        <source>The warehouse ran out of memory.</source>
        <translation>Dem Warehouse ist der Arbeitsspeicher ausgegangen.</translation>
    </message>
    <message>
        <source>The warehouse stopped on an error of its own.</source>
        <translation>Das Warehouse hat wegen eines eigenen Fehlers angehalten.</translation>
    </message>
    <message>
        <source>The warehouse was written by another version.</source>
        <translation>Das Warehouse wurde von einer anderen Version geschrieben.</translation>
    </message>
    <message>
        <source>The warehouse's copy of the data is damaged.</source>
        <translation>Die Kopie der Daten im Warehouse ist beschädigt.</translation>
    </message>
    <message>
        <source>The work was cancelled before it was done.</source>
        <translation>Die Arbeit wurde abgebrochen, bevor sie fertig war.</translation>
    </message>
    <message>
        <source>There is no database, bucket or account of that name at the source.</source>
        <translation>An der Quelle gibt es keine Datenbank, keinen Bucket und kein Konto mit diesem Namen.</translation>
    </message>
    <message>
        <source>There is no way through the network to the host.</source>
        <translation>Durch das Netzwerk führt kein Weg zum Host.</translation>
    </message>
    <message>
        <source>Turn TLS on at the server, or allow a plain connection if the network is trusted.</source>
        <translation>TLS am Server einschalten oder, in vertrauenswürdigen Netzen, eine unverschlüsselte Verbindung erlauben.</translation>
    </message>
    <message>
        <source>Turn TLS on for this source, or give the account another authentication method.</source>
        <translation>TLS für diese Quelle einschalten oder dem Konto ein anderes Anmeldeverfahren geben.</translation>
    </message>
    <message>
        <source>Turn TLS on in the settings of the source.</source>
        <translation>TLS in den Einstellungen der Quelle einschalten.</translation>
    </message>
    <message>
        <source>Turn hot_standby_feedback on, raise max_standby_streaming_delay, or read from the primary; then sync again.</source>
        <translation>hot_standby_feedback einschalten, max_standby_streaming_delay erhöhen oder vom primären Server lesen; danach erneut synchronisieren.</translation>
    </message>
    <message>
        <source>Two comparisons found rows that differ from the source, although the table was synced in between.</source>
        <translation>Zwei Vergleiche fanden Zeilen, die von der Quelle abweichen, obwohl die Tabelle dazwischen synchronisiert wurde.</translation>
    </message>
    <message>
        <source>Unlock the keychain; if it no longer holds the password, enter it again.</source>
        <translation>Den Schlüsselbund entsperren; enthält er das Passwort nicht mehr, es neu eingeben.</translation>
    </message>
    <message>
        <source>Update the older program, or choose another warehouse file.</source>
        <translation>Das ältere Programm aktualisieren oder eine andere Warehouse-Datei wählen.</translation>
    </message>
    <message>
        <source>Use a newer server or another sync type; the raw text names the feature.</source>
        <translation>Einen neueren Server oder eine andere Methode verwenden; der Rohtext nennt die Funktion.</translation>
    </message>
    <message>
        <source>Use a role with BYPASSRLS or a policy that lets it read every row, so that the copy is complete.</source>
        <translation>Eine Rolle mit BYPASSRLS oder einer Richtlinie verwenden, die jede Zeile lesen lässt, damit die Kopie vollständig ist.</translation>
    </message>
    <message>
        <source>Wait a moment; with a schedule it is tried again by itself.</source>
        <translation>Einen Moment warten; mit einem Zeitplan folgt der nächste Versuch von selbst.</translation>
    </message>
    <message>
        <source>Wait and sync again; if it goes on, read fewer columns or with fewer readers.</source>
        <translation>Warten und erneut synchronisieren; bleibt es so, weniger Spalten oder mit weniger Lesern lesen.</translation>
    </message>
    <message>
        <source>Wait for the other run, then sync again.</source>
        <translation>Auf den anderen Lauf warten und erneut synchronisieren.</translation>
    </message>
    <message>
        <source>Wait until the other reader has ended; if it does not, give each reader its own slot.</source>
        <translation>Warten, bis der andere Leser fertig ist; bleibt er, jedem Leser einen eigenen Slot geben.</translation>
    </message>
    <message>
        <source>Wait until the replica has caught up, or let the source read from the primary server.</source>
        <translation>Warten, bis die Replik aufgeholt hat, oder die Quelle vom Primärserver lesen lassen.</translation>
    </message>
    <message>
        <source>Wait; if it goes on, sync less often or with fewer readers.</source>
        <translation>Warten; bleibt es so, seltener oder mit weniger Lesern synchronisieren.</translation>
    </message>
    <message>
        <source>Wait; with a schedule it is tried again by itself. If it goes on, sync less often.</source>
        <translation>Warten; mit einem Zeitplan folgt der nächste Versuch von selbst. Bleibt es so, seltener synchronisieren.</translation>
    </message>
    <message>
        <source>Wait; with a schedule it is tried again by itself. The provider's status page may tell more.</source>
        <translation>Warten; mit einem Zeitplan folgt der nächste Versuch von selbst. Die Statusseite des Anbieters sagt vielleicht mehr.</translation>
    </message>
    <message>
        <source>Wake it up at the provider, then sync again.</source>
        <translation>Beim Anbieter aufwecken und erneut synchronisieren.</translation>
    </message>
    <message>
        <source>Write the user name the way the pooler wants it (user.project), and check that the project is not paused.</source>
        <translation>Den Benutzernamen so schreiben, wie der Pooler ihn verlangt (benutzer.projekt), und prüfen, ob das Projekt nicht angehalten ist.</translation>
    </message>
</context>
<context>
    <name>DiagnosisAction</name>
    <message>
        <source>Add this computer to the source's allow-list</source>
        <translation>Diesen Computer an der Quelle zulassen</translation>
    </message>
    <message>
        <source>Cancel the run</source>
        <translation>Den Lauf abbrechen</translation>
    </message>
    <message>
        <source>Cancel the run and sync again</source>
        <translation>Den Lauf abbrechen und neu synchronisieren</translation>
    </message>
    <message>
        <source>Check the webhook at the source</source>
        <translation>Den Webhook an der Quelle prüfen</translation>
    </message>
    <message>
        <source>Check what replication needs at the source</source>
        <translation>Prüfen, was Replikation an der Quelle braucht</translation>
    </message>
    <message>
        <source>Choose another profile</source>
        <translation>Ein anderes Profil wählen</translation>
    </message>
    <message>
        <source>Choose another warehouse file</source>
        <translation>Eine andere Warehouse-Datei wählen</translation>
    </message>
    <message>
        <source>Choose cursor, key or columns again</source>
        <translation>Cursor, Schlüssel oder Spalten neu wählen</translation>
    </message>
    <message>
        <source>Close the program that has the file open</source>
        <translation>Das Programm schließen, das die Datei geöffnet hat</translation>
    </message>
    <message>
        <source>Compare the table with its source</source>
        <translation>Die Tabelle mit ihrer Quelle vergleichen</translation>
    </message>
    <message>
        <source>Copy the warehouse file before anything else</source>
        <translation>Vor allem anderen die Warehouse-Datei kopieren</translation>
    </message>
    <message>
        <source>Correct the settings of the source</source>
        <translation>Die Einstellungen der Quelle berichtigen</translation>
    </message>
    <message>
        <source>Delete the data and sync again</source>
        <translation>Die Daten löschen und neu synchronisieren</translation>
    </message>
    <message>
        <source>Deletes the table in the warehouse; its settings stay.</source>
        <translation>Löscht die Tabelle im Warehouse; ihre Einstellungen bleiben.</translation>
    </message>
    <message>
        <source>Enter the password or key again</source>
        <translation>Passwort oder Schlüssel neu eingeben</translation>
    </message>
    <message>
        <source>Free space on the disk</source>
        <translation>Speicherplatz frei machen</translation>
    </message>
    <message>
        <source>Give the warehouse more memory</source>
        <translation>Dem Warehouse mehr Speicher geben</translation>
    </message>
    <message>
        <source>Have read access granted at the source</source>
        <translation>An der Quelle Lesezugriff geben lassen</translation>
    </message>
    <message>
        <source>Keep passwords in the encrypted vault</source>
        <translation>Passwörter im verschlüsselten Tresor aufbewahren</translation>
    </message>
    <message>
        <source>Keeps all data; changes nothing.</source>
        <translation>Behält alle Daten; ändert nichts.</translation>
    </message>
    <message>
        <source>Keeps all data; done outside this program.</source>
        <translation>Behält alle Daten; geschieht außerhalb dieses Programms.</translation>
    </message>
    <message>
        <source>Keeps all data; goes on where it stopped.</source>
        <translation>Behält alle Daten; geht dort weiter, wo es aufgehört hat.</translation>
    </message>
    <message>
        <source>Keeps all data; nothing runs until you resume.</source>
        <translation>Behält alle Daten; bis zum Fortsetzen läuft nichts.</translation>
    </message>
    <message>
        <source>Keeps all rows; a column of another type is copied anew.</source>
        <translation>Behält alle Zeilen; eine Spalte mit anderem Typ wird neu eingelesen.</translation>
    </message>
    <message>
        <source>Look at the deletes and confirm them</source>
        <translation>Die Löschungen ansehen und bestätigen</translation>
    </message>
    <message>
        <source>Marks or deletes the rows that the source no longer has, once they are confirmed.</source>
        <translation>Markiert oder löscht nach der Bestätigung die Zeilen, die die Quelle nicht mehr hat.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Raise the plan or the limit</source>
        <translation>Tarif oder Grenze erhöhen</translation>
    </message>
    <message>
        <source>Read the log and save a report</source>
        <translation>Das Protokoll lesen und einen Bericht speichern</translation>
    </message>
    <message>
        <source>Refresh the list of tables</source>
        <translation>Die Tabellenliste aktualisieren</translation>
    </message>
    <message>
        <source>Replaces the rows by none.</source>
        <translation>Ersetzt die Zeilen durch keine.</translation>
    </message>
    <message>
        <source>Replaces the table at every sync; the old one stays until the copy is ready.</source>
        <translation>Ersetzt die Tabelle bei jeder Synchronisierung; die alte bleibt, bis die Kopie fertig ist.</translation>
    </message>
    <message>
        <source>Replaces the table by a new copy; the old one stays until the copy is ready.</source>
        <translation>Ersetzt die Tabelle durch eine neue Kopie; die alte bleibt, bis die Kopie fertig ist.</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Resync safely</source>
        <translation>Sicher neu einlesen</translation>
    </message>
    <message>
        <source>Rewind the cursor</source>
        <translation>Den Cursor zurücksetzen</translation>
    </message>
    <message>
        <source>Rewinds: rows from there on are read once more.</source>
        <translation>Setzt zurück: Zeilen ab dort werden noch einmal gelesen.</translation>
    </message>
    <message>
        <source>Start the program anew</source>
        <translation>Das Programm neu starten</translation>
    </message>
    <message>
        <source>Sync and accept the changed columns</source>
        <translation>Synchronisieren und die geänderten Spalten annehmen</translation>
    </message>
    <message>
        <source>Sync and accept the empty table</source>
        <translation>Synchronisieren und die leere Tabelle annehmen</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Jetzt synchronisieren</translation>
    </message>
    <message>
        <source>Test the connection</source>
        <translation>Die Verbindung testen</translation>
    </message>
    <message>
        <source>Unlock the keychain</source>
        <translation>Den Schlüsselbund entsperren</translation>
    </message>
    <message>
        <source>Update the older program</source>
        <translation>Das ältere Programm aktualisieren</translation>
    </message>
    <message>
        <source>Use full refresh for this table</source>
        <translation>Für diese Tabelle den Vollabgleich verwenden</translation>
    </message>
    <message>
        <source>Wait: it is tried again by itself</source>
        <translation>Warten: Der nächste Versuch folgt von selbst</translation>
    </message>
</context>
<context>
    <name>Incidents</name>
    <message>
        <source>An older copy of the warehouse is in place; it stored this table %1 hours ago</source>
        <translation>Eine ältere Kopie des Warehouse ist in Gebrauch; diese Tabelle wurde darin vor %1 Stunden gespeichert</translation>
    </message>
    <message>
        <source>Cut off %1 times in a row, each time before it was done</source>
        <translation>%1-mal in Folge abgebrochen, jedes Mal vor dem Ende</translation>
    </message>
    <message>
        <source>Its last sync is dated %1 hours from now: a clock was wrong</source>
        <translation>Die letzte Synchronisierung liegt laut Datum %1 Stunden in der Zukunft: Eine Uhr ging falsch</translation>
    </message>
    <message>
        <source>Its rows are no longer in the warehouse; there were %1</source>
        <translation>Die Zeilen sind nicht mehr im Warehouse; es waren %1</translation>
    </message>
    <message>
        <source>Last synced %1 hours ago</source>
        <translation>Zuletzt vor %1 Stunden synchronisiert</translation>
    </message>
    <message>
        <source>No progress for %1 minutes</source>
        <translation>Seit %1 Minuten kein Fortschritt</translation>
    </message>
    <message>
        <source>Nothing new for %1 hours, which is unusual for this table</source>
        <translation>Seit %1 Stunden nichts Neues, ungewöhnlich für diese Tabelle</translation>
    </message>
    <message>
        <source>Paused by Leat: %1</source>
        <translation>Von Leat angehalten: %1</translation>
    </message>
    <message>
        <source>Rows differ from the source: %1 missing, %2 not there any more, %3 with other values</source>
        <translation>Zeilen weichen von der Quelle ab: %1 fehlen, %2 gibt es dort nicht mehr, %3 haben andere Werte</translation>
    </message>
    <message>
        <source>Without rows for %1 hours, although it is to sync by itself</source>
        <translation>Seit %1 Stunden ohne Zeilen, obwohl sie von selbst synchronisieren soll</translation>
    </message>
</context>
</TS>
