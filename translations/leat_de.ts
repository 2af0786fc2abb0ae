<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>CredentialDesk</name>
    <message>
        <source>a secret of this source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>previous password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>source</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DestructionDesk</name>
    <message>
        <source>Deletes for good; this cannot be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deletes the rows and the position from the warehouse; the settings stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deletes the rows from the warehouse at once, then copies everything anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forgets the source, its history and its password, and deletes its rows from the warehouse.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forgets the source, its history and its password; its rows stay in the warehouse.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Older versions of rows, and rows deleted at the source, exist only here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows that were deleted at the source since they were read exist only here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The source no longer has this table: nothing of it can be read again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The trash is the last place that has it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another name was typed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>item of the trash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its name was not typed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no confirmation was given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>something changed since the preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the confirmation is older than ten minutes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Diagnosis</name>
    <message>
        <source>%1 of the last %2 failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A certificate or key file of the TLS settings cannot be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A column that must have a value holds NULL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A column that the configuration names is no longer in the table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A connection pooler mixes up the sessions of its clients.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A function, type, operator or parameter is missing at the source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A quota of rows or credit is used up; nothing is broken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A replicated table has no key by which changes can be told apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A row breaks a rule that was set on the table it is written to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A row or value is larger than the source can send.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A value at the source has no form in the column's type.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A value at the source is larger than the column's type in the warehouse allows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add this computer's address to the allow-list of the source (pg_hba.conf, firewall, network policy).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program has the warehouse file open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another run took the table over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another transaction was in the way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the host's administrator whether its key was changed, and only then accept the new fingerprint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back the file up, restore it if you have a copy; else delete the data of the table and sync it again. Its settings stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel it and sync again; the data are as the last complete run left them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check firewall, allow-list and VPN. It is tried again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check host, port, user and key of the tunnel, and that the SSH host is up and allows forwarding.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check port, TLS version and client certificate; the port may speak another protocol.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the database behind the pooler runs and that the pooler has its current password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the server runs and listens on that port. It is tried again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the log level, slot, publication and limits at the source, mend what is missing, then sync again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the output plugin and the limits on large transactions at the source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the path and its permissions, and whether the disk is mounted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the path, account name and API version of the source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the paths, the format and the permissions of the certificate and key files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check your network, VPN and firewall; the host may be reachable by IPv6 only. It is tried again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check your network, VPN and the host name. It is tried again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a cursor column that grows with every change, or use full refresh.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another file; encrypted and damaged files cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another path or move that file away; it is never overwritten.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose key columns that are never NULL, or mend the rows at the source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose key columns that are unique together, or mend the duplicates at the source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client and server could not agree on encryption.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close it there, or open it there read-only from a copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the program that has it open, check its permissions, or choose another profile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the table with its source; if they differ, copy it from scratch. The old table stays until the copy is ready.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect the account again, or enter a new token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect the account again; if that is not possible, add the source anew beside the old one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect to the database directly, or to the pooler's session mode.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct it in the settings of the source; special characters in a password belong into its own field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the line that the raw text names, or the delimiter, encoding and header settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the name in the settings of the source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the query, path or parameter that the raw text names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the value at the source, or leave the column out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data at the source are damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete data: a change of settings is enough.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deliveries of the webhook do not prove where they come from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the current password. It may have been changed or have expired; some servers also answer like this when TLS is required.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the password or key of the source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the signing secret that the source shows for this webhook, and check the clock of this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free space on the disk, then sync again; nothing half-written was kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the account a new password at the source, then enter it here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the account the replication right at the source, then sync again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the key the permission that the raw text names, or enter a key that has it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the server's CA, pin its fingerprint, or correct the host name; an expired certificate has to be renewed at the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the table a primary key or REPLICA IDENTITY FULL, or take it out of the publication; until then the application's own updates may fail.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Have it created at the source, or leave out the view or column that needs it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Have it refreshed or mended at the source, then sync again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Have read access granted to the account (for a database: USAGE on the schema and SELECT on the table), or use an account that has it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Have space freed at the source or its temporary limit raised, then sync again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Have the account unlocked, or enter another account that may log in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Have the table or index mended or restored at the source. Your warehouse copy may be the last good one: keep it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If the data look wrong although all is well, compare the table with its source; only if they differ, resync.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If the source is rightly empty, sync once more and accept the empty table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last success</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let fewer tables sync at once, or give the warehouse more memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Login</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the webhook at the source: create it again if it is gone, enable it if it is off. The bulk sync fills the gap.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lower the number of readers and of tables at once for this source, or raise the limit at the source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a new key at the source and enter it here; the old one may have been rotated, revoked or have expired.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mend slot or log retention first, then copy the tables from scratch: changes in between are lost to the log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mend the row at the source, or take the constraint off the table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name columns that are unique together as primary key, or use full refresh.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No column of the table is selected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No failure recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No password or key is stored for the source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is wrong as far as can be seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Permissions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Point to the primary server, or take the write protection off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raise the limit at the source, or leave the large column out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raise the plan or limit, or pause less important tables until the quota fits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the columns of the table again and choose the cursor, key or columns anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the columns of the table again and correct the cursor's column and type.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the columns of the table again so that the wider type is used, or leave the column out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the columns of the table again, then copy it from scratch if the warehouse column cannot take the new type.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh the list of tables and switch on what you need.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh the list of tables and switch the new one on; pause this one if it was dropped. The warehouse copy stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume it when it is to sync again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resync or delete data: nothing says that the data are wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resync or delete data: the warehouse may hold the only copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resync: a run that hangs has stored nothing wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resync: it needs even more memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resync: it needs even more space.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resync: it needs the same permission.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resync: it would read everything again and does not mend the login.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resync: it would read the damaged data and give up the good copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resync: nothing is wrong with the data; syncs go on where they stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resync: nothing is wrong with the tables that are here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resync: nothing says that the data are wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resync: only when the position in the log is lost; mend the set-up first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resync: the bulk sync brings what the webhook missed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resync: the connection has to be mended first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resync: the same line would stop it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resync: the same value would stop it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resync: the source would refuse it in the same way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row security at the source hides rows from this account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows in the warehouse are missing, doubled or old although the sync says completed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select at least one column.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the clock (time synchronisation), then sync again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the former cursor and key again, or copy the table from scratch; the old one stays until the copy is ready.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settle it at the provider, or pause the tables until then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several rows have the same primary key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong inside the program that syncs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start a keychain service or use the encrypted vault, then enter the password again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the program anew and sync again; if it comes back, report it with the details.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch the interface on at the provider, or use an account or plan that has it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sync again or resync: the provider would refuse it in the same way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sync again, other settings or resync: none of them raises a quota.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sync again. If it goes on, read the raw text and save a report; nothing is paused on an unknown cause.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sync again; if it comes back, report it with the details.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sync again; if it goes on, check proxy and network login.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sync again; if it goes on, raise the timeout, index the cursor column or read fewer columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sync again; if it goes on, sync at a quieter time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sync again; if it goes on, turn hot_standby_feedback on, raise max_standby_streaming_delay, or read from the primary.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sync again; nothing half-read was stored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sync again; the run's log may tell more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sync again; what was stored before is unchanged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sync it for the first time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sync it from scratch; the settings of the table stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sync it now, and see that the scheduler runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The SSH host shows another key than the one that is known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The SSH tunnel to the source could not be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account at the source is locked or switched off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account may not read the source's change log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address or a setting of the source is not written correctly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address or object that was asked for does not exist at the source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cause is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of the server is not trusted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clock of this computer is too far off for the source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection pooler cannot log in to the database behind it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection pooler does not know this user or project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to the source broke off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cursor column cannot be used for this sync type.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database or project is paused or suspended by its provider.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk of the warehouse is full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file at the warehouse's place is no warehouse.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is not of the kind that was expected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is not written the way it was described.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file of the source is not there or cannot be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host refuses the connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key or token lacks a permission that this table needs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain of this system cannot keep the password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The login works, but the account may not read this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name of the host cannot be resolved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The password of the source has expired.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The profile cannot be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider of the source asks for a payment or a larger plan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The replication slot is still in use by another connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run makes no progress any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The saved connection of the source no longer exists.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server accepts encrypted connections only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server does not know or allow something that is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server does not offer an encrypted connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The source answers and lets us in: sync again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The source answers no more requests for a while: its rate limit is reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The source asks for a way of logging in that this connection does not offer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The source could not decode its change log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The source did not answer in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The source does not accept the API key or token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The source does not accept the user name or the password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The source does not let this computer's address in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The source does not understand the query or request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The source gave no reason for the failure; often it is a rate limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The source has no disk space left for its work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The source has no free connection left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The source has tables that are not listed here yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The source is not set up for reading its change log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The source is overloaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The source is starting, stopping or changing its leader.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The source no longer has the part of its change log that comes next.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The source ran short of memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The source stopped the query because it took too long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The source's answer cannot be read; a proxy or a login page may have answered in its place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The source's interface is switched off or not approved for this account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The source's permission to read has expired or was taken back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The source's service has a problem of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The source's webhook does not reach this program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The standby cancelled the read to keep up with its primary.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stored cursor value does not fit the type of the column.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stored password cannot be read from the keychain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stored position belongs to other settings of the table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system allows reading only, where something has to be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table has never been synced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table has no primary key, which this sync type needs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table is missing in the warehouse.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table is no longer at the source; it was dropped, renamed or hidden.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table is older than its interval allows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table is paused; nothing is broken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table is suddenly empty at the source, so the warehouse rows were kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The type of a column has changed at the source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The view or foreign table cannot be read as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The warehouse file cannot be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The warehouse ran out of memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The warehouse stopped on an error of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The warehouse was written by another version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The warehouse's copy of the data is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The work was cancelled before it was done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no database, bucket or account of that name at the source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no way through the network to the host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn TLS on at the server, or allow a plain connection if the network is trusted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn TLS on for this source, or give the account another authentication method.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn TLS on in the settings of the source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock the keychain; if it no longer holds the password, enter it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update the older program, or choose another warehouse file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use a newer server or another sync type; the raw text names the feature.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use a role with BYPASSRLS or a policy that lets it read every row, so that the copy is complete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait a moment; it is tried again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait and sync again; if it goes on, read fewer columns or with fewer readers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait for the other run, then sync again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait until the other reader has ended; if it does not, give each reader its own slot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait; if it goes on, sync less often or with fewer readers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait; it is tried again by itself. If it goes on, sync less often.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait; it is tried again by itself. The provider's status page may tell more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wake it up at the provider, then sync again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the user name the way the pooler wants it (user.project), and check that the project is not paused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>table</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DiagnosisAction</name>
    <message>
        <source>Add this computer to the source's allow-list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the run and sync again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the webhook at the source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check what replication needs at the source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another warehouse file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose cursor, key or columns again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the program that has the file open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the table with its source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the warehouse file before anything else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the settings of the source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the data and sync again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deletes the table in the warehouse; its settings stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the password or key again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free space on the disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the warehouse more memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Have read access granted at the source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep passwords in the encrypted vault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps all data; changes nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps all data; done outside this program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps all data; goes on where it stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps all data; nothing runs until you resume.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raise the plan or the limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the log and save a report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh the list of tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replaces the rows by none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replaces the table at every sync; the old one stays until the copy is ready.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replaces the table by a new copy; the old one stays until the copy is ready.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resync safely</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rewind the cursor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rewinds: rows from there on are read once more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the program anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sync and accept the empty table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test the connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock the keychain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update the older program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use full refresh for this table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait: it is tried again by itself</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Doctor</name>
    <message>
        <source>%1 sources, none with a known problem.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 tables, all known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2, DuckDB %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer its prompt if one is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Available: a test entry was written, read and deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free disk space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space: a full refresh needs room for the new copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It did not answer in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keychain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passwords are kept in the profile's encrypted vault.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources without a password work. For others start a keychain service, or use --vault-passphrase-file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State and warehouse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables of removed sources: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test them to see the step that fails.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are kept and can be queried; remove them with DuckDB if you do not need them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This system offers no keychain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock it; sources with a password cannot sync until then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warehouse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With a problem: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>A value in column “{column}” of {table} has no exact form in the warehouse.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A {what} named “{name}” exists already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allowed values: {allowed}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allowed: {allowed}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another run took over {table}; this one stored nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer its prompt if one is open, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check firewall and allow-list; the next sync tries again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check its permissions and the free space, or choose another profile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the server runs and listens on that port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the database name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the host name, your network and VPN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the path, or whether the disk is mounted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the spelling, or list what there is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another column in the table's settings, then sync again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another file; encrypted files are not supported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another name, or remove the existing one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another protection for the source first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose key columns that are never NULL. Nothing was stored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose key columns that are unique together. Nothing was stored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one of {allowed}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one of: {allowed}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close it there and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close that program, or choose another profile with --profile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column “{column}” of {table} cannot be the cursor: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column “{column}” of {table} changed its type from {before} to {after}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cursor column “{column}” of {table} has values in the future, up to {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cursor column “{column}” of {table} is NULL in {count} rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cursor column “{column}” of {table} went back from {before} to {after}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did you mean “{nearest}”? Known settings: {allowed}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the current password; it may have been changed or have expired.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the password of the source again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the password of the source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space and sync again; what was stored before is safe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give it a value and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the password again together with the new address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the server's CA as sslrootcert, pin its fingerprint, or correct the host name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grant read access (for a database: GRANT SELECT), then sync again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If the source is rightly empty, sync again and accept the empty table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key column “{column}” of {table} holds NULL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Known settings: {allowed}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the column out, or correct the value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let that program finish its write and sync again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at its current settings and apply your change again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at what the action would do now, and confirm it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lower the number of readers of this source, or raise max_connections.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name columns that are unique together (primary_key_columns), or use full refresh.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No column of {table} is selected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No password is stored for “{source}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing half-read was stored; sync again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing needs to be done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed in “{subject}”: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a single reading statement (SELECT) is allowed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a copy of the warehouse file in DuckDB to change data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Primary key required for incremental syncs: {table} has none set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raise statement_timeout of the source, choose fewer columns, or add an index.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raise the memory limit, or sync fewer tables at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh the table list; pause this one if it was dropped. The warehouse copy stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore it from a backup beside it, or choose another profile; the warehouse file is not touched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore it from a backup, or move it away and enter the passwords again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore it from a backup, or move it away and sync again; Leat does not overwrite it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row security hides rows of {table} from user “{user}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See the details for what it said.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select at least one column.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set incremental_field to a column that grows with every change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set sslmode to verify-full or require.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong inside Leat.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start a keychain service, or choose the encrypted file vault with --vault-passphrase-file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start it again when you are ready; what was stored before is unchanged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sync from scratch: the old table stays until the new copy is ready.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sync it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address cannot be read: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address of “{source}” changes; a stored password is never sent to a new address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of {host} is not trusted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to {host} was lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk that holds {path} is full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host “{host}” is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain did not answer in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain is locked, so the stored password cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain no longer holds the password that was stored there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The passphrase does not open the vault {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The primary keys for this table are not unique: {table} has several rows with {column} = {example}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The profile folder {path} cannot be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The profile is in use by {holder} (process {pid}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The profile was written by a newer Leat (format {found}, this one knows {known}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The profile's state file {path} cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The row is stored and the watermark stays at the source's clock; correct the row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server's version {found} is not supported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The setting “{option}” is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The source may have been restored. Sync from scratch to be equal again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The source reported a problem while {table} was read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The source “{source}” is protected: its settings and data may only be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stored position of {table} belongs to other settings ({before}, now {after}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vault {path} is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The warehouse could not run the statement.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The warehouse file {path} is damaged or not a DuckDB file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The warehouse file {path} is open in {holder} (process {pid}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The warehouse file {path} was written by a newer DuckDB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The warehouse has no table {table}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The warehouse reached its memory limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The work was cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no database named “{database}” on {host}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no permission to read {table}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no setting named “{option}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no {what} named “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are re-read at every sync; choose a column without NULL to avoid that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This system offers no keychain to keep passwords in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again; if it comes back, report it with the details below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try the passphrase again; the vault is unchanged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn TLS on at the server, or set sslmode=disable if the network is trusted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock the keychain and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update Leat, or choose another profile. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update Leat. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use a newer server: {needed} at least.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use a role with BYPASSRLS, so that the copy is complete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait a moment and sync again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait until the run has ended, or cancel it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it like {example}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} accepts only encrypted connections.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} did not answer on port {port} in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} does not accept the password of user “{user}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} does not offer an encrypted connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} has no free connection left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} is starting up or shutting down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} refused the connection on port {port}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} stopped a query because it took too long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is locked by another program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is not a readable database file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{table} cannot sync by {value}: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{table} has no column “{column}” any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{table} is empty at the source; the warehouse has {rows} rows, which were kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{table} is no longer at the source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{table} needs a cursor column for this sync type.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{subject}” is being synced right now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{subject}” was changed elsewhere in the meantime.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{value}” cannot be used as {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{value}” is not a value for “{option}”.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Health</name>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credentials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs resync</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never synced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Push broken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stuck</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unreachable</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Impact</name>
    <message>
        <source>Another key needs a complete copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another sync type needs a complete copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change data capture shapes the table differently; the rows that are there do not fit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes only when it syncs; the rows stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes when it syncs; the time of day counts from sync_frequency=24hour on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies every row beside the old table and swaps the copy in when it is complete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counts from the next sync on; the rows stay valid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Has no effect with sync_type=%1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Has no effect with sync_type=cdc, which follows the source all the time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No cursor column was used before; the next sync sets the first position.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No position is stored yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No position is stored yet; the next sync sets the first one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No rows are there yet; the first sync uses it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No rows were merged by a key yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the way rows arrive changes; the rows that are there stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pauses; the rows stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads again every row whose “%1” is at or above the value you give.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows and position stay; the next sync goes on from there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows and position stay; the next sync stops and asks for a resync or a rewind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows that are there have NULL in the new columns until they are copied anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Syncs again; the rows stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The columns that are left out stay in the warehouse, with NULL in rows that arrive from now on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The new shape comes with the next sync; rows that are there stay valid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next sync copies every row, so that old rows have the new columns too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next sync copies the table with these columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next sync replaces the table by one version of each row; older versions that were kept are gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rows stay; the next sync copies every row anew and swaps the copy in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rows stay; the next sync copies every row once more and reads by cursor from then on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rows that are there have no earlier versions; history begins with the next sync, which copies every row once more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rows that are there were merged by another key, so some may be missing or double.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same columns in another order; nothing changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The source compares its own values; the rows stay valid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stored position belongs to “%1”; rows that changed between the histories of the two columns would be missed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stored position was taken while rows were replaced by key; appending must begin with a complete copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table holds several versions of a row; it must be copied anew to hold one. The older versions are gone then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sync_type=%1 reads by no cursor.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Incidents</name>
    <message>
        <source>Last synced %1 hours ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No progress for %1 minutes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PostgresCheck</name>
    <message>
        <source>%1 of %2 tables readable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PostgreSQL %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any table of “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none of the tables may be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not encrypted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not needed for a Unix socket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the database has no tables</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PostgresCursors</name>
    <message>
        <source>a time without a zone: an hour repeats in autumn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a view has no key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changes with every update, indexed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changes with every update; without an index each sync reads the whole table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>grows with new rows; does not show changed ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>indexed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>large, and “%1” shows new rows only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no column shows changed rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no primary key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not indexed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>set once: shows new rows, not changed ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whole days only: the last day is read again each time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” shows changed rows</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PostgresSettings</name>
    <message>
        <source>64 hexadecimal digits, colons allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most this many connections read one table; 0 leaves it to Leat.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CA certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect time-out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the connection is encrypted and the server is verified; not used on Unix sockets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave empty for peer or trust authentication.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the database to read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name or address of the server, or the directory of its Unix socket.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Namespaces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only tables of these database schemas, comma separated; empty means all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PEM file of the authority that signed the server's certificate, or “system”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pinned certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port the server listens on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Readers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role that reads; it needs SELECT only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SHA-256 fingerprint the server's certificate must have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds a query may take; 0 means no limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds to wait for each address of the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Statement time-out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a readable PEM file, or “system”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a secret, never a setting: use --password-stdin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole number from %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one host name, address or socket directory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one line of text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>require, verify-ca or verify-full, because a certificate is pinned</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PostgresTypes</name>
    <message>
        <source>NaN becomes NULL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bytes that are not UTF-8 become U+FFFD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>infinite intervals become NULL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read with two decimal places, whatever lc_monetary says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>values after the year 294246 become NULL</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PostgresUrl</name>
    <message>
        <source>a parameter behind “?” has no value or a broken percent code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a part of it is not of the form key=value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a part of it is not of the form key=value; a value with spaces needs single quotes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a single quote is not closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it contains a zero byte or is too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it contains “#”; a password with ?, #, / or @ must be percent-encoded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it does not begin with postgresql:// and has no key=value pairs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has an unknown parameter “%1”; the nearest known one is “%2”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not valid UTF-8 text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it names several hosts; give one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its scheme is not postgresql:// or postgres://</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only “:port” may follow the “]” of an IPv6 address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the database name contains “/” or “@”; a password with ?, #, / or @ must be percent-encoded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the database name has a broken percent code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the host contains a space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the host has a broken percent code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the part behind “?” cannot be read; a password with ?, #, / or @ must be percent-encoded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the port is not a number from 1 to 65535; a password with :, ?, #, / or @ must be percent-encoded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the user or password has a “%” that is not a percent code; write it as %25</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the “[” of an IPv6 address is not closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is an “@” behind the “?”; a password with ?, #, / or @ must be percent-encoded</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Rewind</name>
    <message>
        <source>24 hexadecimal digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a day like 2026-01-31</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a time like 2026-01-31 10:00:00</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a time like 2026-01-31 10:00:00+00</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at most the stored position, %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SchemaDesk</name>
    <message>
        <source>table</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SchemaRules</name>
    <message>
        <source>change data capture comes with a later version of Leat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its type %1 does not grow with changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its type is %1, not %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no column of this table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none, or a sync_frequency of 24hour, 7day or 30day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this source offers no webhooks</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SourceDesk</name>
    <message>
        <source> or </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 to 200 characters, not starting or ending with a space, and none of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no source type has addresses of this form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the name of a source</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SqliteCheck</name>
    <message>
        <source>%1 of %2 tables readable; %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, in a folder that cannot be written: read as a file that does not change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, rollback journal: its programs wait while a table is read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, write-ahead log</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n table(s) readable</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>the file has no tables</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SqliteCursor</name>
    <message>
        <source>a lookback in seconds needs a date or a time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>floating point numbers do not compare exactly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds values of different kinds (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its times are not all spelled alike, so they do not sort: “%1”, “%2”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none of its columns; use full refresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only whole numbers, dates and times can be</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a date or time that sorts as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a whole number</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SqliteCursorScan</name>
    <message>
        <source>all values are of one kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>grows with every new row; changes of old rows are not seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>grows with new rows, but ids of deleted rows may come again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has no value yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds values of different kinds (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its times are not all spelled alike, so they do not sort: “%1”, “%2”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>says when a row was changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>says when a row was made; changes of old rows are not seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a date or time that sorts as text</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SqliteSettings</name>
    <message>
        <source>Connections that read one large table at the same time; empty means one per processor core.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Database file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long to wait while another program locks the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Readers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The SQLite file; it is only read, never changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait for locks (ms)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a % must be followed by two hexadecimal digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a file has no host; write three slashes before an absolute path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole number from %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it names no SQLite file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the path of a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the path of the file is missing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SqliteShape</name>
    <message>
        <source>%1 holds values that do not sort as times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 says when a row changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 says when a row changed, but there is no primary key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SQLite cannot read it: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a view is computed anew each time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no column says when a row changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>values do not match the declared type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>values do not match the declared type, so they are kept as text</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SqliteSource</name>
    <message>
        <source>%1 says when a row changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a view is computed anew each time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no column says when a row changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no primary key to update rows by</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SqliteTypes</name>
    <message>
        <source>a value of another kind would become NULL and be counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a value that is no time would become NULL and be counted; offsets are applied, times are UTC</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SyncRun</name>
    <message>
        <source>%1 values had no exact form in the warehouse and are NULL there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A column changed its type: copying every row anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column %1 has values in the future; the watermark stays at the source's clock.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns were added: copying every row, so that old rows have them too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copying every row, as asked; the old table stays until the copy is ready.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First load: copying every row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full refresh: copying every row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading rows changed by transactions since the last sync (exact window).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading rows with %1 from %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stored: %1 new, %2 updated, %3 already there; the table has %4 rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The greatest cursor value at the source is below the stored one: copying every row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stored transaction window is no longer usable: copying every row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the start</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>leat</name>
    <message>
        <source>%1 differs from its source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is equal to its source, row by row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sync is running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sync waits for a free place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Leat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adds rows that are new by a cursor column. For tables whose rows never change, such as logs and events.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After each sync the table equals one snapshot of the source, deletions included.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All terms must hold. Terms of one kind are alternatives. What is not understood is searched for as a word.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Append</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By cursor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change data capture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check of this installation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Committing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Complete copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Completed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies the whole table each time and swaps it in when the copy is complete. Deletions arrive too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cursor and lookback only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cursor only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cursor, checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date and time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encrypt (TLS)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encrypted vault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every committed insert and update arrives, even when it was committed late. Deletions need a full refresh.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything needed is in place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exact window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exact window, always</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find the host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Foreign table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full refresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GPL-3.0-or-later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Incremental</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Info</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Integer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps your own warehouse in step with your databases.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keychain locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keychain not checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keychain unlocked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keychain was reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keychain was reset: enter the password again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys that differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Materialised view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merging</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing in the warehouse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never synced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No keychain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not at the source any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Object id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Partitioned table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passwords are kept in the keychain of your system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passwords are kept in this profile's encrypted vault.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Planning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reach the port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads by the cursor and its lookback only. A change that is committed with an older cursor value can be missed. A longer lookback or a full refresh from time to time covers that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads by the cursor's index, and switches to the exact window while transactions overlap. Every committed insert and update that moves the cursor arrives.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads new and changed rows by a cursor column and replaces rows by their key. Deletions at the source are not seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads the source's own log of changes, deletions included.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows at the source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows that changed at the source after the last sync differ too. Sync, then verify again; a sync from scratch makes both equal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same key, other values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snapshot of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something needs you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start Leat with the vault's passphrase to unlock it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first sync finds out what this table allows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain is asked when a password is first needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain no longer holds what Leat stored. Enter the passwords of your sources again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The language of the search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last sync completed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last sync failed. The table in the warehouse is as the sync before left it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last sync was cancelled. Nothing of it was kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The source is empty now although the warehouse has rows. Leat waits for your decision.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The source sends every change by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sync is being stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This system has no keychain service. Start one, or open the profile with an encrypted vault.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This table is not selected for syncing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This table is paused. Its data stay in the warehouse.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This table is selected and has not been synced yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timestamp with zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock the keychain of your system, then sync again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vault locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verify %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warehouse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Webhook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about %1 left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as a whole, because the table has no key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by key and a hash of each row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>checking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warning</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>leat::AddSourceDialog</name>
    <message numerus="yes">
        <source>%1 of %n</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n table(s) ticked</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1.&lt;table&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n table(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n table(s) need a cursor or key</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Add a source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also the name of its schema in the warehouse.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear all shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection URL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create and sync</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Creating the source…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each step is shown as it happens. Nothing is saved before the last page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First sync</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the warehouse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listing the tables…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Or paste a connection URL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste a URL to fill in the fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste a URL: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Enter to fill in the fields. A password in the URL goes to the keychain, never into settings or logs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the URL…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready to create</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space ticks a table. F2 or a double click changes method, cursor or key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables of the source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Testing the connection…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first sync copies each ticked table into the warehouse. You can close this window meanwhile, cancel a sync, or change a table's method at any time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick all shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where are your data?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about %1 rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept in the keychain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>leat::AddSourceFlow</name>
    <message>
        <source>A port is between 1 and 65535.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a whole number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the source a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters, digits and underscores only, and no digit first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One of %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a source with this name already.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>leat::BulkBar</name>
    <message numerus="yes">
        <source>%n table(s) selected</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Clear the selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frequency</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>leat::BulkResult</name>
    <message>
        <source>%1 of %2 done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done; a sync is queued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result of each table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>leat::ChartCard</name>
    <message>
        <source>Show “%1” as a table</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>leat::CheckView</name>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>leat::ColumnChoiceModel</name>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stored as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needed for syncing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not null</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not ticked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ticked</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>leat::CommandPalette</name>
    <message>
        <source>A table, an action, or what you want to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to anything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing fits. Try a part of a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What fits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to open or do</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>leat::DestroyDialog</name>
    <message>
        <source>%1 rows, %2. The trash keeps them until %3 and brings them back with cursor and configuration.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rows, %2. This cannot be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: done. The trash keeps it until %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot be read again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete and copy again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty the trash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at what this takes away…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resync safely instead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Synced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the name to confirm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type “%1” to confirm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What goes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>leat::DetailsPanel</name>
    <message>
        <source>%1 in the warehouse</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n selected</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n column(s), as the source has them now.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) of the last sync had no exact form in the warehouse. The log names the columns.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>About %1 at the source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change how it syncs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cursor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diagnose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fix credentials…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frequency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guarantee: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it syncs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep and pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last synced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Late commits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lookback</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest run. Open a run under History to see its log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next try</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No run yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not tried yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read up to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the source…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace by empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs of this table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a source or a table to see its details.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables listed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The source is empty now, the warehouse has %1 rows. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unreachable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not chosen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>leat::DiagnosisDialog</name>
    <message>
        <source>%1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 On the command line: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n table(s) affected.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Also possible: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confidence: %1 · rule %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diagnosis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diagnosis of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not solved yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not suggested. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has been done yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raw text of the failure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Solved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something else now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The checks pass, and the last sync did too. The incident is closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We could not classify this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When it is done, the same checks are made again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>leat::EngineService</name>
    <message>
        <source>How many tables of this source are synced at the same time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is asked before data of this source are deleted; read_only also refuses changed settings.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>leat::ErrorCard</name>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raw text of the error</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>leat::FilterQuery</name>
    <message>
        <source>a million rows or more; k, M, B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a minus finds everything else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>everything that needs you; status:active is what runs or waits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last synced more than two hours ago; s, min, h, d, w</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one state: failed, credentials, stuck, late, running, paused, ok …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quotation marks keep spaces together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tables and sources whose name has “orders” in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tables of these sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tables that sync this way: full, incremental, append</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tables with this frequency; every:never for those run by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“order” anywhere in the table's name; name:order at its beginning</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>leat::Formatting</name>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rows/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>In %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>leat::Frequency</name>
    <message>
        <source>Every 12 hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every 15 minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every 30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every 30 minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every 5 minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every 6 hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Once a day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Once a week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only by hand</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>leat::HeatStrip</name>
    <message>
        <source>Last runs of each table</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>leat::HeatStripModel</name>
    <message numerus="yes">
        <source>%1, %2 of the last %n run(s) failed</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) before the newest</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Newest run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>leat::HistoryModel</name>
    <message>
        <source>%1 new, %2 replaced, %3 already there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rows read · %2 written · %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Started by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Took</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>leat::HistoryView</name>
    <message>
        <source>%1 → %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) shown</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>24 hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>7 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All starts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Already there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the two</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare two selected runs, or the selected one with the last good run of its table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with last good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cursor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duration of each run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figures of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New, replaced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No runs yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows of each run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a run to see its figures and log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show runs of period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show runs of source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show runs started by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show runs with result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the runs as charts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no earlier run of this table that completed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Took</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>leat::HomePage</name>
    <message>
        <source>%1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 tables: %2. Show them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n table(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Biggest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disk free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Freshness: half within %1, 95 % within %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last runs of each table, the newest at the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No runs yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing. Every table is as it should be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slowest today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time since the last sync: half of the tables are newer than the first value, 95 of 100 newer than the second.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warehouse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where is it?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>leat::ImpactView</name>
    <message>
        <source>%1 rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 → %3. %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sync of this table is running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After applying</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply after this run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the run and apply now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data stay valid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resync advised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resync needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rewind the cursor to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schedule only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>leat::Incident</name>
    <message numerus="yes">
        <source>%n table(s) waiting</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel and sync</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose columns…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete data…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fix connection…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fix credentials…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace by empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resync…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rewind…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>deletes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>high</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keeps data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>medium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>replaces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rewinds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tried again %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>leat::IncidentRow</name>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diagnose %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diagnose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>leat::Intent</name>
    <message>
        <source>Change how a table syncs: full refresh, incremental or append</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Configuration of the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy a table again from the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cursor, in the configuration of the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done by itself: what can pass is tried again after growing pauses, until it works or proves permanent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End a sync that takes too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a new password or key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frequency “only by hand”, in the configuration of the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frequency, in the configuration of the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key columns, in the configuration of the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make syncs faster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the columns that identify a row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not in this version: no source offers it yet. Incremental with the exact window brings every insert and update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not needed: every table is committed by itself with its cursor, and a stopped sync goes on with the rest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems, with the fix beside each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resync: the old table stays until the copy is ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs without progress are shown as stuck, with “Cancel and sync” beside them; long runs that move are left alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See why a sync failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set up change data capture (CDC)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings, Engine: memory, threads and readers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings, Engine: runs at once and readers of one table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sync more often, or less often</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sync once a day at a time you choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sync only when I ask for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sync several tables at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sync tables in batches with checkpoints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tested before it replaces the old one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time of day, in the configuration of the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again after a failure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use another cursor column</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>leat::Main</name>
    <message>
        <source>%1 could not be written: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps your own warehouse in step with your databases.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leat cannot open the profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the profile in DIR.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start light or dark; auto follows the desktop.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>leat::MainWindow</name>
    <message>
        <source>%1 has new credentials.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 running · %2 queued</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n sync(s) queued.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n table(s) brought back with cursor and configuration.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n table(s) stay in the warehouse unless you tick the box. The next page says what goes and asks once more.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also move its tables to the trash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Copy %n table(s) again from the start?</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Engine: this window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export as CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exported to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next by schedule: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No saved searches yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Profile %1. Nothing else can sync it while this window is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove “%1” with its settings, password and history?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove “%1”…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resync</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Resync %n table(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Saved as “%1”. Find it at the star beside the search, or with %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search, or status:failed source:shop age&gt;2h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select the table first, then open “%1” again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what is running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tables of now stay readable until the copies are complete, then they are swapped. This reads every row of the source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This window cannot save files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warehouse %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words, status:failed, source:shop, age&gt;2h, rows&gt;1M, -status:ok (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>schedules paused</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>leat::NoticeBar</name>
    <message>
        <source>Close the notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details of the notice</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>leat::Notifier</name>
    <message numerus="yes">
        <source>%n left.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new problem(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s) solved</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Everything syncs again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Leat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snooze 1 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>leat::PaletteModel</name>
    <message>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>leat::ProblemStrip</name>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Fold the problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>leat::Question</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>leat::Requests</name>
    <message numerus="yes">
        <source>%n new table(s): %1.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sync(s) queued.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sync(s) told to stop. Nothing half-done is kept.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n table(s) brought back with cursor and configuration.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n table(s) gone: %1.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n table(s) paused. Their data stay in the warehouse.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n table(s) take part in syncs again.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n table(s): %1.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>A day passed in the sample shop. Sync it to see what arrives.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing source and warehouse row by row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frequency: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making the sample shop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schedules are paused. What runs goes on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schedules run again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of tables is up to date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next sync reads again from %1 on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The runs are being stopped; then they start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table is being replaced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These tables are being synced already.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>leat::RewindDialog</name>
    <message>
        <source>At least %1 rows are read again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read again from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rewind cursor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rewind the cursor of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows are read again from %1 on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is read up to %2. Rows from the value below on are read again and replaced by their key; nothing is deleted.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>leat::RotateDialog</name>
    <message>
        <source>%1. The new value is tried on every table that syncs before it replaces the stored one. The old one is kept for 24 hours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring the old one back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New credentials for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not used so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what is typed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spaces and line breaks around the value were taken away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test and save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test, save and sync</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same value is kept for: %1. They keep the old one until theirs is changed too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Then sync the %n waiting table(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>What each can read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>can read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot read</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>leat::RunComparison</name>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Already there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cursor after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replaced rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Started by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Took</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values without exact form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>leat::RunDesk</name>
    <message>
        <source>Attempt %1 failed: %2 Trying again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>table</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>leat::RunLogModel</name>
    <message>
        <source>Level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>leat::SavedFilters</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save this search</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>leat::SchedulerDesk</name>
    <message>
        <source>a name like Europe/Berlin, or “system”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a time to come</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>leat::SchemaDialog</name>
    <message>
        <source> s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1.%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Apply %n change(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Apply changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At a time of day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check uniqueness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear all shown columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns that identify a row, separated by commas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns to sync</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as CLI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counting at the source…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counts at the source whether these columns identify every row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cursor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every row has its own key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frequency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How %1.%2 syncs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How rows that are committed late, below the cursor, are found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Late commits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lookback</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not unique: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing changed yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the source again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the source…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads this much before the cursor again, for rows that were committed late.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick all shown columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time of day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unique, but some rows have no value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What Apply will do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cursor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>frequency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>late commits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time of day</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>leat::SchemaDraft</name>
    <message>
        <source>Choose a cursor column.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the next sync on. Nothing else changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the columns that identify a row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No column of this table can be a cursor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not in this version: no source offers change data capture yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not in this version: no source pushes its changes yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows that are already in the warehouse were matched differently. A sync from scratch is advised.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lookback cannot be negative.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The method becomes “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next sync copies the table anew with the chosen columns. The old one stays until the copy is ready.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next sync copies the table anew. The old one stays until the copy is ready.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The source cannot read the whole table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The source has no column “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table is paused. Its data stay in the warehouse.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table takes part in syncs again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This table has no key that identifies its rows.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>leat::SeriesModel</name>
    <message>
        <source>%1 at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n failure(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Failures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No runs yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Took</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>leat::SettingsDialog</name>
    <message>
        <source> MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Above it DuckDB uses the disk. From the next start on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also when it went by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes of the window apply at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything of this profile is in this folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the next start on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>General</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High contrast is white on black.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many connections read one large table. Applies to the next syncs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many tables are synced at the same time. Applies to the next syncs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Icon in the tray</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep syncing in the tray when the window is closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory of the warehouse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of this computer (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On top of what the desktop asks for. From the next start on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One DuckDB file. Other programs may open it read-only while Leat is closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One message for each cause, not for each table. Never with rows or passwords.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paths</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit from the tray's menu or with Ctrl+Q.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Readers of one table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows the health, pauses syncs, and opens the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell me about problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell me when a problem has gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page that the window opens with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Threads of the warehouse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time zone of schedules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Times of day are meant in this zone. Past times are shown in the computer's.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warehouse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where I was last</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>leat::SettingsForm</name>
    <message>
        <source>Choose %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fewer settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken from the URL</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>leat::Sidebar</name>
    <message numerus="yes">
        <source>%n table(s) · %1 rows</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Warehouse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no tables yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>leat::SourceDialog</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test and sync</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test, save and sync</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>leat::SourceTableModel</name>
    <message numerus="yes">
        <source>%1 of %n table(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 running</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Gone at source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guarantee</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last synced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No tables selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source and table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unreachable</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>leat::SourcesPage</name>
    <message>
        <source>%1 running</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n source(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n table(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Add a source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect a database and Leat keeps an exact copy of its tables in a DuckDB file on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No table matches the search.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources and tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sample is an offline shop of ten tables. It takes seconds and can be removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try the sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your data, in your own warehouse</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>leat::TableChoiceModel</name>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About %1 rows, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cursor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name a cursor column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the key columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows, about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This login may not read the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not ticked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ticked</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>leat::TrashView</name>
    <message>
        <source> GB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> days</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n item(s), %1</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete for good…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Items of the trash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replaced by a restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The oldest go first; the newest always stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empty</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>leat::Tray</name>
    <message>
        <source>%1 running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Everything is in order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leat: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Leat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>schedules paused</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>leat::WelcomeDialog</name>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another folder: start Leat with --profile FOLDER.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect a database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect a database, or look around with an offline shop of ten tables. It takes seconds and can be removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disk free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leat keeps copies of your tables in one DuckDB file on this computer. Nothing is sent anywhere else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leat reads at the source and never writes there. Passwords and keys are kept by your system's keychain, never in a file of Leat's.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at the keychain…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passwords stay in your keychain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try the sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warehouse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welcome to Leat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where shall data come from?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your data, in your own warehouse</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>leat::WindowActions</name>
    <message>
        <source>&amp;About Leat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add source…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cancel sync</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Check this installation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Collapse all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Connection…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy cells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Delete data…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Expand all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export table as CSV…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go to anything…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;High contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;How it syncs…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Log of the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New password or key…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pause all schedules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Read the list of tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Sync all its tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Sync now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Test connection…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Trash…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Verify against the source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Welcome…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;What is this?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearance, language, engine and notifications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring back what was taken away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change method, cursor, key and columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change rows in the sample shop, to see the next sync bring them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the settings of the source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare source and warehouse row by row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect a database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy everything again; the old table stays until the copy is ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the selected rows as tab-separated text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create the sam&amp;ple</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>D&amp;iagnose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark text on light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete and copy &amp;again…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every term that the search field understands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find tables, actions and settings, or say what you want to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow the desktop's light or dark setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget the source; its tables stay unless you say so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>H&amp;ome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide tables that are not selected for syncing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep what stands in the search field, under a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the selected tables out of syncs, or take them in again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light text on dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List every shortcut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at profile, keychain, warehouse and disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for new and vanished tables at the source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the offline sample shop and sync it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the focus to the next part of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play a &amp;day in the sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Point at something to read what it does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R&amp;esync…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;fresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;move source…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;wind the cursor…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read again what is shown; among the sources, the list of tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read rows again from a value of the cursor on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset colu&amp;mns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sa&amp;ve this search…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the list that is shown as a CSV file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search tables: words, status:failed, source:shop, method:append</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selec&amp;ted tables only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select every row that is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all columns in their first order and width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show how everything is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show past syncs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show sources and tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show sources only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show tables that failed or wait for a decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show tables whose sync runs or waits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the log of the newest run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the tables of every source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start nothing by itself until resumed; what runs goes on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop all syncs safely and quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the selected tables' syncs; nothing half-done is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sync every selected table of the source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sync the selected tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>T&amp;ools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the table away first, then copy it; the trash keeps the old one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the table out of the warehouse; its settings stay and the trash keeps it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first steps once more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The language of the &amp;search…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try new credentials beside the old ones, then replace them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try the connection step by step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version, paths and licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened, why, and what to do about it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>White on black, with bright signs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>leat::Wording</name>
    <message>
        <source>%1 rows</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
