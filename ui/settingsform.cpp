// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settingsform.h"

#include "ui/parts.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace leat {

SettingsForm::SettingsForm(const char* prefix, QWidget* parent)
    : QWidget(parent)
    , m_prefix(QString::fromLatin1(prefix))
{
    auto* column = new QVBoxLayout(this);
    setMargins(column, 0, 0, 0);
}

void SettingsForm::setType(const SourceTypeInfo& type, const QString& secretHint)
{
    m_fields.clear();
    m_first.clear();
    delete m_body;
    m_body = new QWidget(this);
    layout()->addWidget(m_body);
    auto* column = new QVBoxLayout(m_body);
    setMargins(column, 0, 0, kGrid);
    const auto makeForm = [](QWidget* owner) {
        auto* form = new QFormLayout(owner);
        form->setContentsMargins(0, 0, 0, 0);
        form->setHorizontalSpacing(16);
        form->setVerticalSpacing(kGrid);
        form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
        form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
        return form;
    };
    auto* plain = new QWidget(m_body);
    auto* advanced = new QWidget(m_body);
    QFormLayout* plainForm = makeForm(plain);
    QFormLayout* advancedForm = makeForm(advanced);
    bool anyAdvanced = false;
    for (const SettingSpec& spec : type.settings) {
        Field& field = m_fields[spec.key];
        field.spec = spec;
        addRow(spec.advanced ? advancedForm : plainForm, field, secretHint);
        anyAdvanced = anyAdvanced || spec.advanced;
        if (m_first.isEmpty())
            m_first = spec.key;
    }
    column->addWidget(plain);
    auto* more = makeButton(tr("More settings"), "", "link", m_body);
    more->setObjectName(m_prefix + QStringLiteral(".more"));
    more->setVisible(anyAdvanced);
    more->setProperty("flush", true);
    column->addWidget(more, 0, Qt::AlignLeft);
    column->addWidget(advanced);
    advanced->hide();
    connect(more, &QPushButton::clicked, advanced, [more, advanced] {
        advanced->setVisible(!advanced->isVisible());
        more->setText(advanced->isVisible() ? tr("Fewer settings") : tr("More settings"));
    });
}

void SettingsForm::addRow(QFormLayout* form, Field& field, const QString& secretHint)
{
    auto* cell = new QWidget(form->parentWidget());
    auto* column = new QVBoxLayout(cell);
    setMargins(column, 0, 0, 2);
    QWidget* editor = makeEditor(field, secretHint);
    field.editor->setObjectName(m_prefix + QLatin1Char('.') + field.spec.key);
    field.editor->setAccessibleName(field.spec.label);
    field.editor->setAccessibleDescription(field.spec.help);
    field.editor->setToolTip(field.spec.help);
    field.problem = makeLabel({}, "problem", cell);
    field.problem->hide();
    column->addWidget(editor);
    column->addWidget(field.problem);
    QLabel* label = makeLabel(field.spec.label);
    label->setMinimumWidth(120);
    label->setMinimumHeight(30);
    label->setBuddy(field.editor);
    form->addRow(label, cell);
}

QWidget* SettingsForm::makeEditor(Field& field, const QString& secretHint)
{
    const QString key = field.spec.key;
    if (field.spec.kind == SettingSpec::Kind::Choice) {
        auto* box = new QComboBox;
        for (qsizetype i = 0; i < field.spec.choices.size(); ++i)
            box->addItem(field.spec.choiceWords.value(i, field.spec.choices[i]), field.spec.choices[i]);
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon); // long words must not widen the form
        box->setCurrentIndex(std::max(0, int(field.spec.choices.indexOf(field.spec.defaultValue))));
        connect(box, &QComboBox::currentIndexChanged, this, [this, key, box] { Q_EMIT edited(key, box->currentData().toString()); });
        return field.editor = box;
    }
    if (field.spec.kind == SettingSpec::Kind::Boolean) {
        auto* box = new QCheckBox(field.spec.help);
        box->setChecked(field.spec.defaultValue == QLatin1String("true"));
        connect(box, &QCheckBox::toggled, this, [this, key](bool on) { Q_EMIT edited(key, on ? QStringLiteral("true") : QStringLiteral("false")); });
        return field.editor = box;
    }
    if (field.spec.kind == SettingSpec::Kind::Secret)
        return makeSecretEditor(field, secretHint);
    if (field.spec.kind == SettingSpec::Kind::File)
        return makeFileEditor(field);
    auto* line = new QLineEdit(field.spec.defaultValue);
    if (field.spec.kind == SettingSpec::Kind::Integer)
        line->setInputMethodHints(Qt::ImhDigitsOnly);
    connect(line, &QLineEdit::textEdited, this, [this, key](const QString& text) {
        m_fields[key].touched = true;
        Q_EMIT edited(key, text.trimmed());
    });
    connect(line, &QLineEdit::editingFinished, this, [this, key, line] {
        if (line->isModified())
            m_fields[key].touched = true;
    });
    return field.editor = line;
}

QWidget* SettingsForm::makeSecretEditor(Field& field, const QString& hint)
{
    const QString key = field.spec.key;
    auto* holder = new QWidget;
    auto* row = new QHBoxLayout(holder);
    setMargins(row, 0, 0, 4);
    auto* line = new QLineEdit;
    line->setEchoMode(QLineEdit::Password);
    line->setPlaceholderText(hint);
    line->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    auto* show = makeButton(tr("Show"), "", nullptr, holder);
    show->setObjectName(m_prefix + QLatin1Char('.') + key + QStringLiteral(".show"));
    show->setAccessibleName(tr("Show %1").arg(field.spec.label));
    show->setCheckable(true);
    row->addWidget(line, 1);
    row->addWidget(show);
    connect(show, &QPushButton::toggled, line, [line, show](bool on) {
        line->setEchoMode(on ? QLineEdit::Normal : QLineEdit::Password);
        show->setText(on ? tr("Hide") : tr("Show"));
    });
    connect(line, &QLineEdit::textEdited, this, [this, key] { Q_EMIT secretEdited(key); });
    field.editor = line;
    return holder;
}

QWidget* SettingsForm::makeFileEditor(Field& field)
{
    const QString key = field.spec.key;
    auto* holder = new QWidget;
    auto* row = new QHBoxLayout(holder);
    setMargins(row, 0, 0, 4);
    auto* line = new QLineEdit(field.spec.defaultValue);
    auto* browse = makeButton(tr("Choose…"), "", nullptr, holder);
    browse->setObjectName(m_prefix + QLatin1Char('.') + key + QStringLiteral(".browse"));
    browse->setAccessibleName(tr("Choose %1").arg(field.spec.label));
    row->addWidget(line, 1);
    row->addWidget(browse);
    connect(line, &QLineEdit::textEdited, this, [this, key](const QString& text) {
        m_fields[key].touched = true;
        Q_EMIT edited(key, text);
    });
    connect(browse, &QPushButton::clicked, this, [this, line, key, label = field.spec.label] {
        auto* dialog = new QFileDialog(this, tr("Choose %1").arg(label), line->text());
        dialog->setObjectName(m_prefix + QStringLiteral(".fileDialog"));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::ExistingFile);
        connect(dialog, &QFileDialog::fileSelected, line, [this, line, key](const QString& path) {
            line->setText(path);
            Q_EMIT edited(key, path);
        });
        dialog->open();
    });
    field.editor = line;
    return holder;
}

void SettingsForm::setValue(const QString& key, const QString& value)
{
    const auto at = m_fields.find(key);
    if (at == m_fields.end())
        return;
    if (auto* line = qobject_cast<QLineEdit*>(at->second.editor); line && line->text() != value)
        line->setText(value);
    else if (auto* box = qobject_cast<QComboBox*>(at->second.editor))
        box->setCurrentIndex(std::max(box->findData(value), 0));
    else if (auto* tick = qobject_cast<QCheckBox*>(at->second.editor))
        tick->setChecked(value == QLatin1String("true"));
}

void SettingsForm::setSecretPresent(const QString& key, bool present)
{
    const auto at = m_fields.find(key);
    if (at == m_fields.end())
        return;
    if (auto* line = qobject_cast<QLineEdit*>(at->second.editor); line && line->text().isEmpty())
        line->setPlaceholderText(present ? tr("Taken from the URL") : QString());
}

Secret SettingsForm::takeSecret(const QString& key) const
{
    const auto at = m_fields.find(key);
    auto* line = at == m_fields.end() ? nullptr : qobject_cast<QLineEdit*>(at->second.editor);
    if (line == nullptr)
        return {};
    QString text = line->text();
    return Secret::take(text);
}

void SettingsForm::setProblems(const QMap<QString, QString>& problems, bool showEmpty)
{
    for (auto& [key, field] : m_fields) {
        const QString text = problems.value(key);
        auto* line = qobject_cast<QLineEdit*>(field.editor);
        const bool quiet = line && line->text().isEmpty() && !showEmpty && !field.touched;
        const bool shown = !text.isEmpty() && !quiet;
        field.problem->setText(shown ? text : QString());
        field.problem->setVisible(shown);
        setLook(field.editor, "invalid", shown);
        field.editor->setAccessibleDescription(shown ? text : field.spec.help);
    }
}

QWidget* SettingsForm::firstField() const
{
    const auto at = m_fields.find(m_first);
    return at == m_fields.end() ? nullptr : at->second.editor;
}

} // namespace leat
