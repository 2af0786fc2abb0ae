// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deleteseditor.h"

#include "models/wording.h"
#include "ui/parts.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>

namespace leat {

namespace {
constexpr int kMostDays = 3650;
constexpr int kUsualDays = 30;
}

DeletesEditor::DeletesEditor(QWidget* parent)
    : QWidget(parent)
    , m_mode(new QComboBox)
    , m_days(new QSpinBox)
    , m_every(new QComboBox)
    , m_limit(new QLineEdit)
    , m_effect(makeParagraph({}, "caption"))
{
    m_mode->setObjectName(QStringLiteral("schema.deletes"));
    m_mode->setAccessibleName(tr("Deleted rows"));
    for (const DeleteMode mode : {DeleteMode::Off, DeleteMode::Soft, DeleteMode::Hard, DeleteMode::Purge})
        m_mode->addItem(deleteModeWord(mode), int(mode));
    m_days->setObjectName(QStringLiteral("schema.purgeDays"));
    m_days->setAccessibleName(tr("Days until marked rows are purged"));
    m_days->setRange(1, kMostDays);
    m_days->setValue(kUsualDays);
    m_days->setSuffix(tr(" days"));
    m_every->setObjectName(QStringLiteral("schema.reconcileEvery"));
    m_every->setAccessibleName(tr("Compare keys"));
    for (const char* every : {"1run", "10runs", "1hour", "6hour", "24hour", "7day", "30day", "never"}) {
        const ReconcileCadence cadence = reconcileCadenceFromString(QLatin1String(every)).value_or(ReconcileCadence());
        m_every->addItem(reconcileCadenceWord(cadence), toString(cadence));
    }
    m_limit->setObjectName(QStringLiteral("schema.deleteLimit"));
    m_limit->setAccessibleName(tr("Ask above"));
    m_limit->setPlaceholderText(tr("Like 20%, 1000 or 20%,100000"));
    m_limit->setToolTip(tr("When more rows than this share, or than this number, are gone at once, nothing is deleted before you confirm it."));
    m_effect->setObjectName(QStringLiteral("schema.deletesEffect"));
    auto* column = new QVBoxLayout(this);
    setMargins(column, 0, 0, kGrid / 2);
    auto* first = new QHBoxLayout;
    setMargins(first, 0, 0, kGrid);
    first->addWidget(m_mode, 1);
    first->addWidget(m_days);
    column->addLayout(first);
    auto* second = new QHBoxLayout;
    setMargins(second, 0, 0, kGrid);
    second->addWidget(m_every, 1);
    second->addWidget(makeLabel(tr("ask above"), "caption"));
    second->addWidget(m_limit);
    column->addLayout(second);
    column->addWidget(m_effect);
    setFocusProxy(m_mode);
    connect(m_mode, &QComboBox::activated, this, &DeletesEditor::change);
    connect(m_every, &QComboBox::activated, this, &DeletesEditor::change);
    connect(m_days, &QSpinBox::valueChanged, this, &DeletesEditor::change);
    connect(m_limit, &QLineEdit::textEdited, this, [this](const QString& text) {
        if (deleteLimitFromString(text))
            change();
    });
}

void DeletesEditor::setConfig(const SchemaConfig& config)
{
    m_filling = true;
    m_config = config;
    m_mode->setCurrentIndex(m_mode->findData(int(config.deletes.mode)));
    if (config.deletes.mode == DeleteMode::Purge)
        m_days->setValue(config.deletes.purgeDays);
    const QString every = toString(config.reconcileEvery);
    if (m_every->findData(every) < 0)
        m_every->addItem(reconcileCadenceWord(config.reconcileEvery), every);
    m_every->setCurrentIndex(m_every->findData(every));
    if (!m_limit->hasFocus())
        m_limit->setText(toString(config.deleteLimit));
    m_filling = false;
    showState();
}

SchemaConfig DeletesEditor::edited(SchemaConfig config) const
{
    config.deletes = {DeleteMode(m_mode->currentData().toInt()), 0};
    if (config.deletes.mode == DeleteMode::Purge)
        config.deletes.purgeDays = m_days->value();
    config.reconcileEvery = reconcileCadenceFromString(m_every->currentData().toString()).value_or(config.reconcileEvery);
    config.deleteLimit = deleteLimitFromString(m_limit->text()).value_or(config.deleteLimit);
    return config;
}

void DeletesEditor::change()
{
    if (m_filling)
        return;
    m_config = edited(m_config);
    showState();
    Q_EMIT changed();
}

void DeletesEditor::showState()
{
    const bool can = reconciles(m_config);
    const bool on = can && m_config.deletes.mode != DeleteMode::Off;
    m_mode->setEnabled(can);
    m_days->setVisible(m_config.deletes.mode == DeleteMode::Purge);
    m_days->setEnabled(can);
    m_every->setEnabled(on);
    m_limit->setEnabled(on);
    m_effect->setText(deletesExplained(m_config));
}

} // namespace leat
