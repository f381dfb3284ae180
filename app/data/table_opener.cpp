// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/data/table_opener.h"

#include "app/lab/data/catalogue.h"
#include "widgets/scene/number_text.h"

#include <QMessageBox>
#include <QPushButton>

namespace tangent {

TableOpener::TableOpener(Experiment& experiment, QWidget* window)
    : QObject(window)
    , experiment_(experiment)
    , window_(window)
    , progress_(window)
{
    connect(&progress_, &LateProgress::cancelled, &reader_, &TableReader::cancel);
    connect(&reader_, &TableReader::progressed, &progress_, &LateProgress::setShare);
    connect(&reader_, &TableReader::done, this, &TableOpener::finish);
}

bool TableOpener::isTable(const QString& text)
{
    return text.trimmed().contains(QLatin1Char('\n'));
}

void TableOpener::openFile(const QString& path)
{
    source_ = TableSource::file(path);
    options_ = {};
    read();
}

void TableOpener::openText(const QString& text)
{
    source_ = {{}, tr("pasted table"), text.toUtf8()};
    options_ = {};
    read();
}

void TableOpener::read()
{
    progress_.begin(tr("Open a table"), tr("Reading %1…").arg(source_.name));
    taking_ = true;
    reader_.read(source_, options_);
}

void TableOpener::finish(const CsvResult& result, const QByteArray& bytes)
{
    progress_.end();
    taking_ = false;
    if (result.cancelled) {
        emit said(tr("%1 was not opened.").arg(source_.name));
        return;
    }
    if (!result.table && result.sampleRows > 0) {
        offerSample(result);
        return;
    }
    source_.bytes.clear();
    if (!result.table) {
        emit said(result.complaint);
        return;
    }
    delete preview_;
    preview_ = new PreviewDialog(result, experiment_, window_);
    preview_->setAttribute(Qt::WA_DeleteOnClose);
    // A sample is no reading of its bytes.
    const bool isSample = options_.sampleRows > 0;
    const auto take = [this, table = result.table, bytes = isSample ? QByteArray() : bytes] {
        if (bytes.isEmpty())
            experiment_.catalogue().addTable(table);
        else
            experiment_.catalogue().addFile(table, bytes);
        open(preview_->intent(), preview_->fit().serves, preview_->fit().reason);
    };
    if (preview_->hasDecision()) {
        connect(preview_, &QDialog::accepted, this, take);
        preview_->open();
        return;
    }
    take();
    delete preview_;
}

void TableOpener::offerSample(const CsvResult& refused)
{
    auto* box = new QMessageBox(
        QMessageBox::Question, tr("Open a table"), refused.complaint, QMessageBox::Cancel, window_);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(tr("The rows are drawn by a seed: the same seed draws the same rows again."));
    QPushButton* sample =
        box->addButton(tr("Open %1 rows").arg(shownCount(refused.sampleRows)), QMessageBox::AcceptRole);
    box->setDefaultButton(sample);
    connect(box, &QMessageBox::buttonClicked, this,
        [this, sample, rows = refused.sampleRows](QAbstractButton* pressed) {
            if (pressed != sample)
                return;
            options_.sampleRows = rows;
            read();
        });
    box->open();
}

void TableOpener::open(const Intent& intent, bool serves, const QString& reason)
{
    if (serves)
        experiment_.apply(intent);
    else
        emit said(reason);
}

} // namespace tangent
