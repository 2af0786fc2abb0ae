// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/secrets/keychainbroker.h"
#include "engine/secrets/keychainerror.h"

#include <QTest>
#include <qt6keychain/keychain.h>

using namespace leat;

class TestKeychainError : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void meaning_data();
    void meaning();
    void states();
};

// Texts as seen on Debian 12 (08-libraries §1.9).
void TestKeychainError::meaning_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("meaning");
    const auto row = [](const char* name, int code, const char* text, ErrorCode meaning) {
        QTest::newRow(name) << code << QString::fromUtf8(text) << toString(meaning);
    };
    row("no bus", QKeychain::OtherError, "Cannot autolaunch D-Bus without X11 $DISPLAY", ErrorCode::KeychainMissing);
    row("no bus, translated", QKeychain::OtherError, "D-Bus kann ohne X11-$DISPLAY nicht automatisch gestartet werden", ErrorCode::KeychainMissing);
    row("bus switched off", QKeychain::OtherError, "Unknown or unsupported transport “disabled” for address “disabled:”", ErrorCode::KeychainMissing);
    row("bus gone", QKeychain::OtherError, "Could not connect: No such file or directory", ErrorCode::KeychainMissing);
    row("no service", QKeychain::OtherError,
        "GDBus.Error:org.freedesktop.DBus.Error.ServiceUnknown: The name org.freedesktop.secrets was not provided by any .service files",
        ErrorCode::KeychainMissing);
    row("no backend", QKeychain::NoBackendAvailable, "No keychain service available", ErrorCode::KeychainMissing);
    row("not implemented", QKeychain::NotImplemented, "", ErrorCode::KeychainMissing);
    row("locked", QKeychain::AccessDenied, "Cannot create an item in a locked collection", ErrorCode::KeychainLocked);
    row("locked, other code", QKeychain::OtherError,
        "GDBus.Error:org.freedesktop.Secret.Error.IsLocked: Cannot create an item in a locked collection", ErrorCode::KeychainLocked);
    row("prompt refused", QKeychain::AccessDeniedByUser, "", ErrorCode::KeychainLocked);
    row("no reply", QKeychain::OtherError, "GDBus.Error:org.freedesktop.DBus.Error.NoReply: Message recipient disconnected", ErrorCode::KeychainTimeout);
    row("bus time-out", QKeychain::OtherError, "Timeout was reached", ErrorCode::KeychainTimeout);
    row("anything else", QKeychain::OtherError, "Unknown error", ErrorCode::Internal);
}

void TestKeychainError::meaning()
{
    QFETCH(int, code);
    QFETCH(QString, text);
    QFETCH(QString, meaning);
    const Error error = keychainError(code, text);
    QCOMPARE(toString(error.code), meaning);
    QCOMPARE(error.detail, text);
    QVERIFY(error.owner == Owner::Keychain);
}

void TestKeychainError::states()
{
    QVERIFY(stateAfter(keychainError(QKeychain::AccessDenied, {})) == KeychainState::Locked);
    QVERIFY(stateAfter(keychainError(QKeychain::NoBackendAvailable, {})) == KeychainState::Missing);
    QVERIFY(stateAfter(keychainTimeout()) == KeychainState::Unknown);
    QVERIFY(keychainTimeout().retry == RetryClass::Transient);
}

QTEST_GUILESS_MAIN(TestKeychainError)
#include "tst_keychainerror.moc"
