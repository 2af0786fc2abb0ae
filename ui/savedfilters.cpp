// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/savedfilters.h"

#include "ui/parts.h"

#include <QBoxLayout>
#include <QCoreApplication>
#include <QDialog>
#include <QLineEdit>
#include <QSettings>

#include <algorithm>

namespace leat {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("leat::SavedFilters", text);
}

} // namespace

SavedFilters::SavedFilters(QSettings* settings)
    : m_settings(settings)
{
    if (m_settings == nullptr)
        return;
    const int count = m_settings->beginReadArray(QStringLiteral("filters"));
    for (int i = 0; i < count; ++i) {
        m_settings->setArrayIndex(i);
        m_filters.push_back({m_settings->value(QStringLiteral("name")).toString(), m_settings->value(QStringLiteral("query")).toString()});
    }
    m_settings->endArray();
}

void SavedFilters::save(const QString& name, const QString& query)
{
    const auto same = std::find_if(m_filters.begin(), m_filters.end(), [&](const Filter& f) { return f.name.compare(name, Qt::CaseInsensitive) == 0; });
    if (same != m_filters.end())
        *same = {name, query};
    else
        m_filters.push_back({name, query});
    write();
}

void SavedFilters::remove(const QString& name)
{
    m_filters.erase(std::remove_if(m_filters.begin(), m_filters.end(), [&](const Filter& f) { return f.name == name; }), m_filters.end());
    write();
}

void SavedFilters::write()
{
    if (m_settings == nullptr)
        return;
    m_settings->remove(QStringLiteral("filters"));
    m_settings->beginWriteArray(QStringLiteral("filters"), int(m_filters.size()));
    for (size_t i = 0; i < m_filters.size(); ++i) {
        m_settings->setArrayIndex(int(i));
        m_settings->setValue(QStringLiteral("name"), m_filters[i].name);
        m_settings->setValue(QStringLiteral("query"), m_filters[i].query);
    }
    m_settings->endArray();
}

void askFilterName(QWidget* parent, const QString& query, std::function<void(const QString&)> save)
{
    auto* dialog = new QDialog(parent);
    dialog->setObjectName(QStringLiteral("saveFilter.dialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowModality(Qt::WindowModal);
    dialog->setWindowTitle(tr("Save this search"));
    resizeWithin(dialog, {420, 160});
    auto* name = new QLineEdit(query.trimmed());
    name->setObjectName(QStringLiteral("saveFilter.name"));
    name->setAccessibleName(tr("Name of the search"));
    name->selectAll();
    auto* column = new QVBoxLayout(dialog);
    setMargins(column, 24, 20, 12);
    column->addWidget(makeLabel(query.trimmed(), "strong"));
    column->addWidget(name);
    auto* row = new QHBoxLayout;
    setMargins(row, 0, 0, kGrid);
    auto* cancel = makeButton(tr("Cancel"), "saveFilter.cancel");
    auto* keep = makeButton(tr("Save search"), "saveFilter.save", "primary");
    keep->setDefault(true);
    row->addStretch();
    row->addWidget(cancel);
    row->addWidget(keep);
    column->addLayout(row);
    QObject::connect(name, &QLineEdit::textChanged, keep, [keep](const QString& text) { keep->setEnabled(!text.trimmed().isEmpty()); });
    QObject::connect(cancel, &QPushButton::clicked, dialog, &QDialog::reject);
    QObject::connect(keep, &QPushButton::clicked, dialog, [dialog, name, save = std::move(save)] {
        save(name->text().trimmed());
        dialog->accept();
    });
    dialog->open();
    name->setFocus();
}

} // namespace leat
