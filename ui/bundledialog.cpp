// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bundledialog.h"

#include "engine/api/whendone.h"
#include "models/formatting.h"
#include "ui/notice.h"
#include "ui/parts.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QFileDialog>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QSplitter>

namespace leat {

BundleDialog::BundleDialog(Control* control, const QString& folder, QWidget* parent)
    : QDialog(parent), m_control(control), m_summary(makeParagraph({}, "muted")), m_list(new QListWidget), m_text(new QPlainTextEdit),
      m_hash(new QCheckBox(tr("Replace names of hosts, users, tables and columns by hashes"))), m_path(new QLineEdit),
      m_error(new ErrorCard("bundle")), m_save(makeButton(tr("Save"), "bundle.save", "primary"))
{
    setObjectName(QStringLiteral("bundle.dialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    setWindowTitle(tr("Diagnostics bundle"));
    resize(880, 640);
    m_hash->setObjectName(QStringLiteral("bundle.hash"));
    auto* content = new QVBoxLayout;
    setMargins(content, 24, 20, 12);
    content->addWidget(makeLabel(tr("Diagnostics for a person who helps"), "title"));
    content->addWidget(m_summary);
    content->addWidget(makeFiles(), 1);
    content->addWidget(m_hash);
    content->addWidget(makePlace(folder));
    content->addWidget(m_error);
    m_error->offerBundle(false);
    m_error->hide();
    auto* footer = makeFrame("footer");
    auto* row = new QHBoxLayout(footer);
    setMargins(row, 24, 12, kGrid);
    row->addWidget(makeParagraph(tr("Nothing is sent. The file is readable by you alone."), "caption"), 1);
    auto* cancel = makeButton(tr("Cancel"), "bundle.cancel");
    row->addWidget(cancel);
    row->addWidget(m_save);
    m_save->setDefault(true);
    auto* column = new QVBoxLayout(this);
    setMargins(column, 0, 0, 0);
    column->addLayout(content, 1);
    column->addWidget(footer);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &BundleDialog::save);
    connect(m_hash, &QCheckBox::toggled, this, &BundleDialog::collect);
    connect(m_path, &QLineEdit::textChanged, this, &BundleDialog::enable);
    connect(m_list, &QListWidget::currentRowChanged, this, &BundleDialog::showFile);
    collect();
    m_save->setFocus();
}

QWidget* BundleDialog::makeFiles()
{
    auto* split = new QSplitter;
    split->setObjectName(QStringLiteral("bundle.splitter"));
    split->setChildrenCollapsible(false);
    split->setContentsMargins(1, 0, 1, 0); // right to left its parts stand a pixel aside
    m_list->setSpacing(3);
    m_list->setObjectName(QStringLiteral("bundle.files"));
    m_list->setAccessibleName(tr("Files of the bundle"));
    m_text->setObjectName(QStringLiteral("bundle.text"));
    m_text->setAccessibleName(tr("Content of the file"));
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setFont(fixedFont());
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    split->addWidget(m_list);
    split->addWidget(m_text);
    split->setSizes({250, 580});
    split->setStretchFactor(1, 1);
    return split;
}

QWidget* BundleDialog::makePlace(const QString& folder)
{
    auto* box = new QWidget;
    auto* row = new QHBoxLayout(box);
    setMargins(row, 0, 0, kGrid);
    QLabel* label = makeLabel(tr("Save as"));
    label->setBuddy(m_path);
    m_path->setObjectName(QStringLiteral("bundle.path"));
    m_path->setAccessibleName(tr("Save as"));
    m_path->setText(folder + QStringLiteral("/leat-diagnostics-%1.zip").arg(QDateTime::currentDateTime().toString(QStringLiteral("yyyyMMdd-HHmmss"))));
    auto* browse = makeButton(tr("Choose…"), "bundle.browse");
    connect(browse, &QPushButton::clicked, this, &BundleDialog::choose);
    row->addWidget(label);
    row->addWidget(m_path, 1);
    row->addWidget(browse);
    return box;
}

void BundleDialog::collect()
{
    m_ready = false;
    enable();
    m_summary->setText(tr("Collecting…"));
    const quint64 asked = ++m_asked;
    whenReplied<Bundle>(m_control->send(PreviewBundle{m_hash->isChecked()}), this, [this, asked](Result<Bundle> bundle) {
        if (asked != m_asked)
            return;
        m_error->setVisible(!bundle);
        if (bundle)
            return show(*bundle);
        m_error->setError(bundle.error());
        m_summary->clear();
    });
}

void BundleDialog::show(const Bundle& bundle)
{
    m_bundle = bundle;
    qint64 bytes = 0;
    const int row = std::max(0, m_list->currentRow());
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    for (const BundleFile& file : bundle.files) {
        const qint64 size = file.text.toUtf8().size();
        bytes += size;
        m_list->addItem(tr("%1  ·  %2").arg(file.name, formatBytes(size)));
        m_list->item(m_list->count() - 1)->setToolTip(file.name);
    }
    qint64 secrets = 0;
    qint64 fields = 0;
    for (const Redaction& redaction : bundle.redactions) {
        const bool isField = redaction.layer == Redaction::Layer::Field;
        const bool isSecret = redaction.layer == Redaction::Layer::Secret || redaction.layer == Redaction::Layer::Pattern;
        fields += isField ? redaction.count : 0;
        secrets += isSecret ? redaction.count : 0;
    }
    m_summary->setText(tr("%1 in %n file(s), without rows, cursor values and passwords.", nullptr, int(bundle.files.size())).arg(formatBytes(bytes)) + QLatin1Char(' ')
        + tr("Left out: %1 fields. Taken out of texts: %2 secrets. The report, the first file, says by which layer.").arg(formatCount(fields), formatCount(secrets)));
    m_ready = true;
    m_list->setCurrentRow(std::min(row, m_list->count() - 1));
    showFile(m_list->currentRow());
    enable();
}

void BundleDialog::showFile(int row)
{
    m_text->setPlainText(row >= 0 && row < int(m_bundle.files.size()) ? m_bundle.files[size_t(row)].text : QString());
}

void BundleDialog::enable()
{
    m_save->setEnabled(m_ready && !m_path->text().trimmed().isEmpty());
}

void BundleDialog::choose()
{
    auto* dialog = new QFileDialog(this, tr("Save the bundle"), m_path->text(), tr("Zip files (*.zip)"));
    dialog->setObjectName(QStringLiteral("bundle.fileDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("zip"));
    connect(dialog, &QFileDialog::fileSelected, m_path, &QLineEdit::setText);
    dialog->open();
}

void BundleDialog::save()
{
    m_ready = false;
    enable();
    const QString path = m_path->text().trimmed();
    whenReplied<Done>(m_control->send(SaveBundle{path, m_bundle}), this, [this, path](Result<Done> reply) {
        m_ready = true;
        enable();
        if (!reply) {
            m_error->setError(reply.error());
            m_error->show();
            return;
        }
        Q_EMIT saved(path);
        accept();
    });
}

} // namespace leat
