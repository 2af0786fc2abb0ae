// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagnose/rule.h"

namespace leat {

namespace {

// TLS and SSH (seed ids D35, D41). What broke off in a working session is a lost connection,
// what fails in a handshake is a setting.
constexpr Rule kSecure[] = {
    {"SSH-HOST-KEY", Cause::SshHostKey, "", R"(host key (?:verification|for|mismatch|not|has changed|check|does not match)|known_hosts|remote host identification|badhostkey|hostkeys? .{0,30}(?:mismatch|unknown|not match)|fingerprint .{0,40}(?:mismatch|changed|does not match).{0,40}ssh|server .{0,40}not found in known)"},
    {"SSH-TUNNEL", Cause::SshTunnel, "", R"(\bssh\b|\bload key '|error in libcrypto|cannot listen to port|address already in use|sshtunnel|ssh_?gateway|ssh gateway|paramiko|bastion|jump ?host|\btunnel\b|kex_exchange|kex (?:algorithm|exchange)|administratively prohibited|permission denied \(publickey|publickey,|open failed: connect failed|channel \d+: open failed|(?:invalid|not a valid|unsupported|encrypted|bad) (?:openssh|rsa|dsa|ecdsa|ed25519|private|ssh) (?:private )?key|private key file is encrypted|no matching (?:host key|key exchange|cipher|mac)|libssh2?|all configured authentication methods failed|protocol banner|port forwarding|too many authentication failures for)"},
    {"TLS-TRANSIENT", Cause::ConnectionLost, "", R"((?:ssl|tls) handshake.{0,20}(?:timed? ?out|time-?out|eof|reset)|\bssl syscall error|ssl_error_syscall|ssl (?:connection|send|recv|read|write).{0,60}(?:eof|closed|reset|timed? ?out|broken|lost|bad file|errno|unexpectedly)|unexpected eof while reading|eof (?:detected|occurred)|decryption failed or bad record mac|bad record mac|bad_record_mac|ssl_read.{0,60}|ssl connection has been closed|tls.{0,40}(?:reset|closed|eof)|sslv3_alert_bad_record|ssl error: (?:unexpected )?eof|ssl shutdown|application data after close|wrong sequence number|data (?:was )?received after|close_notify)"},
    {"TLS-NOT-OFFERED", Cause::TlsNotOffered, "", R"((?:does not|doesn'?t|not) (?:support|offer|accept|allow)\w* (?:ssl|tls|an? (?:ssl|tls|encrypted|secure))|ssl (?:is )?(?:not (?:enabled|supported|available|offered)|disabled|off)|tls (?:is )?(?:not (?:enabled|supported|available|offered))|but ssl was required|server (?:refused|rejected|declined) (?:ssl|tls)|tls/ssl error: ssl is required|ssl_client.{0,30}not support|no ssl support|ssl off\b)"},
    {"TLS-UNTRUSTED", Cause::TlsUntrusted, "", R"(certificate.{0,100}(?:verify|verif|expired|not (?:yet )?valid|untrusted|not trusted|unknown|invalid|mismatch|does not match|self.?signed|revoked|hostname|no alternative|fail|issuer|subject|reject|chain|authority|not issued|does not contain|common name|signed by)|self.?signed|unable to (?:get|verify|find) .{0,40}(?:issuer|certificate|leaf|valid certification path)|cert_\w+|depth_zero_self_signed|err_tls_cert\w*|unable_to_(?:verify|get)\w*|hostname .{0,60}(?:doesn'?t|does not|mismatch|not be verified|not verified)|server name .{0,40}does not match|pkix path|certification path|x509|ca certificate|unknown[ _]ca\b|sec_e_(?:untrusted|cert|wrong)|principal name is incorrect|altnames|root certificate .{0,60}(?:not|expired|missing)|remotecertificate|trust ?anchor|certpathvalidator|not trusted by|peer'?s? certificate)"},
    {"TLS-FILES", Cause::TlsSettings, "", R"(root certificate file|certificate file|private key file|(?:could not|unable to|cannot|failed to|can'?t) (?:load|read|open|parse|find|use) .{0,60}(?:certificate|private key|client key|pem|ca file|ca bundle|ssl ca|ssl cert|ssl key|keystore|truststore|root cert)|pem (?:lib|routines|block|file)|no start line|bad_end_line|key values mismatch|has group or world access|ssl_ctx_\w+|weak sslrootcert|sslrootcert|sslcert|sslkey|sslmode|invalid (?:ca|certificate|pem|cert)|keystore|truststore|bad base64|asn1|ssl certificate file|ssl-ca|key too (?:small|weak))"},
    {"NET-REFUSED-TLS-HOST", Cause::ConnectionRefused, "", R"(cannot connect to host .{0,80}ssl:(?:default|true|false|none))"},
    {"TLS-HANDSHAKE", Cause::TlsHandshake, "", R"((?:ssl|tls).{0,80}(?:handshake|negotiation|alert|protocol|version|cipher|error|failed|failure|fatal|renegotiation|unsupported|required|fault|exception)|handshake.{0,40}(?:fail|error|alert|timed|not|abort)|wrong[_ ]version[_ ]number|unsupported[_ ]protocol|unknown[_ ]protocol|no (?:shared |available |common |application )?(?:cipher|protocol)s?\b|no application protocol|inappropriate fallback|dh[_ ]key[_ ]too[_ ]small|legacy renegotiation|unsafe_legacy|tlsv1|sslv3|channel binding|client certificate|sec_e_|schannel|negotiate (?:a )?(?:security|protocol)|gssenc|eproto|http request to https|unrecognized[_ ]name|bad_?certificate|certificate_required|packet length too long|record overflow|record layer|ssl_error|secure channel|encryption (?:level|not supported))"},
    {"TLS-CERTIFICATE", Cause::TlsUntrusted, "", R"(\b(?:server|client|peer|root|ca|ssl|tls) certificate\b)"},
};

constexpr Rule kNetwork[] = {
    {"NET-HOST", Cause::HostUnknown, "errno:ENOTFOUND errno:EAI_AGAIN errno:EAI_NONAME", R"()"},
    {"NET-HOST-TEXT", Cause::HostUnknown, "", R"(could not translate host name|name or service not known|lookup .{0,80}server misbehaving|no address associated|unknown (?:server |mysql server )?host|no such host|nodename nor servname|temporary failure in name resolution|name (?:resolution|does not resolve|could not be resolved|not resolved|server)|(?:could not|couldn'?t|cannot|can'?t|unable to|failed to|fail to) (?:be )?(?:resolve|look ?up|find (?:the )?(?:host|server|address))|host(?:name)? .{0,60}(?:not (?:found|known|resolve)|unknown|could not be (?:found|resolved))|unknownhost|getaddrinfo|gaierror|nxdomain|nameresolution|dns .{0,40}(?:fail|error|lookup|not|timed|timeout|resol)|err_name_not_resolved|server (?:not found|name .{0,40}not)|getaddr|host is not known|11001)"},
    {"NET-REFUSED", Cause::ConnectionRefused, "errno:ECONNREFUSED", R"()"},
    {"NET-REFUSED-TEXT", Cause::ConnectionRefused, "", R"(connection (?:was )?refused|connectionrefused|actively refused|econnrefused|refused (?:the |to )?connect\w*|connect(?:ion)? (?:to .{0,60})?(?:failed|fail): .{0,20}refused|err_connection_refused|refused the connection|connect failed|no such file or directory.{0,80}socket|is the server running|server is not running|can'?t connect to (?:local )?\S* ?(?:mysql|mariadb|server)?.{0,20}(?:server|through socket|\(111)|no listener)"},
    {"NET-UNREACHABLE", Cause::HostUnreachable, "errno:ENETUNREACH errno:EHOSTUNREACH errno:EHOSTDOWN errno:ENETDOWN errno:EADDRNOTAVAIL", R"()"},
    {"NET-UNREACHABLE-TEXT", Cause::HostUnreachable, "", R"(no route to host|network (?:is )?(?:unreachable|down|changed|error|failure|unavailable|dropped|problem|issue|interface|adapter)|host (?:is )?(?:unreachable|down)|unreachable|enetunreach|ehostunreach|cannot assign requested address|noroutetohost|vpn|proxy (?:error|connect|connection|tunnel|server|auth)|proxyerror|internet (?:connection|disconnected)|err_internet|offline)"},
    {"NET-TIMEOUT", Cause::ConnectionTimedOut, "errno:ETIMEDOUT errno:ESOCKETTIMEDOUT", R"()"},
    {"NET-TIMEOUT-TEXT", Cause::ConnectionTimedOut, "", R"(timed? ?-?out|timedout|etimedout|did not (?:properly )?respond|no response (?:from|within)|not respond(?:ing)?|deadline (?:has )?(?:been )?exceeded|deadlineexceeded|timeouterror|time-?out\b|no answer)"},
    {"NET-LOST", Cause::ConnectionLost, "errno:ECONNRESET errno:EPIPE errno:ECONNABORTED errno:ENOTCONN errno:ESHUTDOWN", R"()"},
    {"NET-LOST-TEXT", Cause::ConnectionLost, "", R"((?:server |remote |peer |backend |host |client |transport |communication\w* |database |unexpectedly )*(?:closed|dropped|terminated|aborted|reset|broke\w*|lost|lose|losing|hung up|disconnected|interrupted)\b.{0,40}(?:connection|socket|link|session|stream|unexpectedly|by (?:peer|the )|channel|pipe)|(?:connection|socket|link|session|stream|channel|transport|communication\w*|host|server)\b.{0,60}(?:closed|dropped|terminated|aborted|reset|broken|lost|gone away|has gone|hung up|disconnected|interrupted|failure|dead|not (?:open|connected|established)|already closed|is closed|invalid|failed|error)|broken pipe|gone away|premature(?:ly)? (?:close|end)|payload is not completed|api_?connection_?error|locking protocol|unexpected (?:eof|end of (?:file|stream|input))|eof(?:error|exception)?\b|socket (?:hang up|closed|error|is not connected|exception|read)|econnreset|epipe|i/o error|use of closed (?:network )?connection|remotedisconnected|bad connection|driver: bad|no data (?:received|was received|from server)|connection ?error|connectionerror|protocolerror|goaway|stream (?:removed|reset|terminated|error)|rst_stream|http2|closed by|consuming input failed|receivemessage failed|could not (?:send|receive) (?:data|query|ssl)|could not connect to server|(?:failed|unable|could not|can'?t|cannot) (?:to )?connect|lost synchronization|incomplete message|message contents do not agree|unexpected message|malformed (?:packet|communication)|packet (?:sequence|out of order)|packets out of order|commands out of sync|laptop|sleep|suspend|woke|resumed? from)"},
};

} // namespace

std::span<const Rule> secureRules()
{
    return kSecure;
}

std::span<const Rule> networkRules()
{
    return kNetwork;
}

} // namespace leat
