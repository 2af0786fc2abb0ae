// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagnose/rule.h"

namespace leat {

namespace {

// What servers and the operating system say in German, French, Spanish, Portuguese, Italian and Russian, for
// texts that were pasted without their code (lc_messages of PostgreSQL, strerror). A code is asked first.
constexpr Rule kRules[] = {
    {"LOCAL-PASSWORD", Cause::PasswordRejected, "", R"(authentifizierung .{0,80}fehlgeschlagen|anmeldung .{0,60}fehlgeschlagen|authentification .{0,80}échou|autentificación .{0,80}falló|autenticação .{0,80}falhou|autenticazione .{0,80}fallita|проверк\w+ подлинности|zugriff verweigert für benutzer|accès refusé pour l['’]utilisateur|acceso denegado para usuario)"},
    {"LOCAL-RIGHTS", Cause::PermissionDenied, "", R"(keine berechtigung|zugriff .{0,40}verweigert|(?:droit|permission|accès) .{0,20}(?:refusée?|non accordée?)|droit refusé|permiso denegado|permissão negada|permesso negato|нет доступа|доступ запрещ)"},
    {"LOCAL-COLUMN", Cause::ColumnMissing, "", R"(spalte .{0,80}(?:existiert nicht|nicht gefunden)|colonne .{0,80}n['’]existe pas|no existe la columna|columna .{0,80}no existe|coluna .{0,80}não existe|colonna .{0,80}non esiste|столбец .{0,80}не существует|unbekanntes tabellenfeld|champ .{0,80}inconnu)"},
    {"LOCAL-TABLE", Cause::TableMissing, "", R"((?:relation|tabelle|schema|sicht) .{0,80}(?:existiert nicht|nicht gefunden)|(?:relation|table|schéma|vue) .{0,80}n['’]existe pas|no existe la (?:relación|tabla)|(?:relación|tabla) .{0,80}no existe|(?:relação|tabela) .{0,80}não existe|(?:relazione|tabella) .{0,80}non esiste|(?:отношение|таблица|схема) .{0,80}не существует)"},
    {"LOCAL-DATABASE", Cause::DatabaseMissing, "", R"(datenbank .{0,80}(?:existiert nicht|nicht gefunden)|base de données .{0,80}n['’]existe pas|no existe la base de datos|banco de dados .{0,80}não existe|database .{0,80}non esiste|база данных .{0,80}не существует)"},
    {"LOCAL-REFUSED", Cause::ConnectionRefused, "", R"(verbindungsaufbau abgelehnt|verbindung (?:wurde )?(?:abgelehnt|verweigert)|connexion refusée|conexión (?:rehusada|rechazada)|conexão recusada|connessione rifiutata|соединени\w+ отказано)"},
    {"LOCAL-TIMEOUT", Cause::ConnectionTimedOut, "", R"(zeitüberschreitung|wartezeit .{0,40}abgelaufen|délai .{0,40}(?:dépassé|expiré)|connexion .{0,40}(?:expirée|terminée par expiration)|tiempo de espera|tempo .{0,20}esgotado|connessione .{0,20}(?:scaduta|scaduto)|истек\w*)"},
    {"LOCAL-HOST", Cause::HostUnknown, "", R"(name oder dienst nicht bekannt|hostname? .{0,60}nicht .{0,30}(?:auflösen|übersetz|gefunden)|nom ou service inconnu|nombre o servicio desconocido|nome ou serviço desconhecido|nome o servizio sconosciuto|имя или служба не известны)"},
    {"LOCAL-LOST", Cause::ConnectionLost, "", R"(verbindung .{0,60}(?:abgebrochen|unterbrochen|zurückgesetzt|geschlossen|beendet)|connexion .{0,60}(?:interrompue|réinitialisée|ré-initialisée|perdue|fermée)|arrêt des connexions|conexión .{0,60}(?:reinicializada|perdida|cerrada)|terminando la conexión|conexão .{0,60}(?:perdida|fechada)|соединени\w+ .{0,40}(?:разорвано|закрыто|сброшено)|завершение подключения)"},
    {"LOCAL-FULL", Cause::SourceFull, "", R"(kein speicherplatz|speicherplatz .{0,30}(?:verfügbar|voll)|aucun espace disponible|no queda espacio|não há espaço|spazio .{0,30}(?:esaurito|disponibile)|не осталось (?:свободного )?места)"},
    {"LOCAL-LOCK", Cause::LockConflict, "", R"(verklemmung entdeckt|sperre .{0,60}(?:zeit|nicht)|interblocage|bloqueo mutuo|взаимоблокировк)"},
    {"LOCAL-STARTING", Cause::ServerStarting, "", R"(datenbanksystem (?:startet|fährt|wird)|système de bases? de données .{0,30}(?:démarr|arrêt|s['’]arrête)|sistema de base de datos .{0,30}(?:inici|apag)|система баз данных .{0,30}(?:запускается|останавливается))"},
};

} // namespace

std::span<const Rule> localRules()
{
    return kRules;
}

} // namespace leat
