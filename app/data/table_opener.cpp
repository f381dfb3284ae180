// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/data/table_opener.h"

#include "app/lab/data/catalogue.h"

#include <QMessageBox>
#include <QPushButton>

namespace tangent {

namespace {

constexpr int progressMilliseconds = 200;
constexpr int progressSteps = 1000;

} // namespace

TableOpener::TableOpener(Experiment& experiment, QWidget* window)
    : QObject(window)
    , experiment_(experiment)
    , window_(window)
    , progress_(window)
{
    progress_.setRange(0, progressSteps);
    progress_.setAutoReset(false);
    progress_.setAutoClose(false);
    progress_.setMinimumDuration(1 << 30);     // our own clock shows it
    progress_.setWindowModality(Qt::NonModal); // a modal one runs the event loop inside setValue()
    progress_.reset();
    progressAfter_.setSingleShot(true);
    progressAfter_.setInterval(progressMilliseconds);
    connect(&progressAfter_, &QTimer::timeout, &progress_, &QWidget::show);
    connect(&progress_, &QProgressDialog::canceled, &reader_, &TableReader::cancel);
    connect(&reader_, &TableReader::progressed, this,
        [this](double share) { progress_.setValue(int(progressSteps * share)); });
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
    progress_.setWindowTitle(tr("Open a table"));
    progress_.setLabelText(tr("Reading %1…").arg(source_.name));
    progress_.reset();
    progressAfter_.start();
    taking_ = true;
    reader_.read(source_, options_);
}

void TableOpener::finish(const CsvResult& result)
{
    progressAfter_.stop();
    progress_.hide();
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
        emit said(tr("%1: %2").arg(source_.name, result.complaint));
        return;
    }
    delete preview_;
    preview_ = new PreviewDialog(result, experiment_, window_);
    preview_->setAttribute(Qt::WA_DeleteOnClose);
    const auto take = [this, table = result.table] {
        experiment_.catalogue().addTable(table);
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
    auto* box = new QMessageBox(QMessageBox::Question, tr("Open a table"),
        tr("%1: %2").arg(source_.name, refused.complaint), QMessageBox::Cancel, window_);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(tr("The rows are drawn by a seed: the same seed draws the same rows again."));
    QPushButton* sample =
        box->addButton(tr("Open %L1 rows").arg(refused.sampleRows), QMessageBox::AcceptRole);
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
