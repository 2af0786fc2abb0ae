// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/secret.h"
#include "engine/api/sourceinfo.h"

#include <QWidget>

#include <map>

class QFormLayout;
class QLabel;
class QPushButton;

namespace leat {

/// The fields of a source type, made from its SettingSpecs alone; advanced ones are folded.
class SettingsForm : public QWidget
{
    Q_OBJECT
public:
    SettingsForm(const char* prefix, QWidget* parent = nullptr);
    /// Builds the fields. `secretHint` is the placeholder of secret fields.
    void setType(const SourceTypeInfo& type, const QString& secretHint = {});
    void setValue(const QString& key, const QString& value);
    /// A secret came from elsewhere (a URL): its field says so without holding it.
    void setSecretPresent(const QString& key, bool present);
    void setProblems(const QMap<QString, QString>& problems, bool showEmpty);
    QWidget* firstField() const;

Q_SIGNALS:
    void edited(const QString& key, const QString& value);
    /// The field is emptied of its text only by wiping: take it with takeSecret().
    void secretEdited(const QString& key);

public:
    Secret takeSecret(const QString& key) const;

private:
    struct Field
    {
        SettingSpec spec;
        QWidget* editor = nullptr;
        QLabel* problem = nullptr;
        bool touched = false;
    };
    QWidget* makeEditor(Field& field, const QString& secretHint);
    QWidget* makeFileEditor(Field& field);
    QWidget* makeSecretEditor(Field& field, const QString& hint);
    void addRow(QFormLayout* form, Field& field, const QString& secretHint);

    QString m_prefix;
    QWidget* m_body = nullptr;
    std::map<QString, Field> m_fields;
    QString m_first;
};

} // namespace leat
