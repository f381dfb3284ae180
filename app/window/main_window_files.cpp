// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/data/data_window.h"
#include "app/data/table_opener.h"
#include "app/lab/registry.h"
#include "app/lab/state_json.h"
#include "app/take_away/tables.h"
#include "app/window/file_saver.h"
#include "app/window/lab_panel.h"
#include "app/window/main_window.h"
#include "app/window/state_opener.h"

#include <QApplication>
#include <QClipboard>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMimeData>
#include <QUrl>

// Links and files in and out of the window: opened, dropped, pasted, copied, saved.
namespace tangent {

void MainWindow::connectFiles()
{
    opener_ = new TableOpener(experiment_, this);
    connect(opener_, &TableOpener::said, this, &MainWindow::say);
    states_ = new StateOpener(experiment_.catalogue(), this);
    connect(states_, &StateOpener::said, this, &MainWindow::say);
    connect(states_, &StateOpener::opened, this, &MainWindow::openRequest);
    saver_ = new FileSaver(this);
    connect(saver_, &FileSaver::said, this, [this](const QString& sentence, bool isSaved) {
        say(sentence);
        closesWhenSaved_ = closesWhenSaved_ && isSaved; // what failed can be done again
    });
    connect(saver_, &FileSaver::idle, this, [this] {
        if (closesWhenSaved_)
            close();
    });
}

/// What files, file managers and terminals put into the clipboard for a path.
static QString withoutWrapping(const QString& pasted)
{
    QString bare = pasted.trimmed();
    for (const QChar quote : {QLatin1Char('"'), QLatin1Char('\'')}) {
        if (bare.size() > 1 && bare.startsWith(quote) && bare.endsWith(quote))
            bare = bare.mid(1, bare.size() - 2);
    }
    const QUrl url(bare);
    return url.isLocalFile() ? url.toLocalFile() : bare;
}

bool MainWindow::openAnything(const QString& linkOrFile)
{
    const QString suffix = QFileInfo(linkOrFile).suffix().toLower();
    if (suffix == QLatin1String("csv") || suffix == QLatin1String("tsv")) {
        if (!experiment_.isOpen())
            openStart();
        opener_->openFile(linkOrFile);
        return true;
    }
    if (suffix == QLatin1String("md"))
        return openTalk(linkOrFile);
    if (suffix == QLatin1String("tangent")) {
        const bool isOne = states_->open(linkOrFile);
        if (!experiment_.isOpen())
            openStart(); // a long one is still being read
        return isOne;
    }
    QString complaint;
    const QFileInfo file(linkOrFile);
    const bool isOther = file.isAbsolute() && file.isFile();
    if (isOther)
        complaint =
            tr("%1 is no .csv, .tsv, .tangent or .md file; save a table as CSV in UTF-8 and open that.")
                .arg(file.fileName());
    const auto request = isOther ? std::nullopt : readLink(linkOrFile, &complaint);
    const Lab* lab = request ? findLab(request->topic, &complaint) : nullptr;
    if (!lab) {
        if (!experiment_.isOpen())
            openStart();
        say(complaint);
        return false;
    }
    openRequest(*lab, *request);
    return true;
}

void MainWindow::openRequest(const Lab& lab, const Request& request)
{
    experiment_.open(lab, request);
    lab_->setFocus();
}

void MainWindow::copyLink()
{
    const QString link = activeExperiment().link();
    if (link.size() > maximumLinkBytes) {
        sayTooLong();
        return;
    }
    QApplication::clipboard()->setText(link);
    say(tr("Link copied"));
}

void MainWindow::sayTooLong()
{
    say(tr("This state is too long for a link: save the state file (Ctrl+S), which carries all of it."));
}

void MainWindow::pasteLink()
{
    const QString pasted = QApplication::clipboard()->text();
    if (!TableOpener::isTable(pasted)) {
        openAnything(withoutWrapping(pasted));
        return;
    }
    if (!experiment_.isOpen())
        openStart();
    opener_->openText(pasted);
}

void MainWindow::openFile()
{
    const QString path = QFileDialog::getOpenFileName(
        this, tr("Open"), {}, tr("States, tables and talks (*.tangent *.csv *.tsv *.md)"));
    if (!path.isEmpty())
        openAnything(path);
}

void MainWindow::saveFile()
{
    const Settled state = experiment_.kept();
    const QString remark = hasOwnTable(state) && !carriesTable(state)
        ? tr("The table is too long for the state file, which only names it: keep %1 beside it.")
              .arg(state.original->title)
        : QString();
    const QString path =
        QFileDialog::getSaveFileName(this, tr("Save state"), state.state.topic + QStringLiteral(".tangent"));
    if (!path.isEmpty())
        saver_->save(
            path, [state](const GoOn& goOn) { return writeStateFile(state, TableInFile::IfOwn, goOn); },
            remark);
}

void MainWindow::saveTable()
{
    const TablePointer table = experiment_.current().whole;
    if (!table)
        return;
    const QString name = table->name.section(QLatin1Char(':'), -1)
                             .section(QLatin1Char('@'), 0, 0)
                             .section(QLatin1Char('.'), 0, 0);
    const QString path =
        QFileDialog::getSaveFileName(this, tr("Save the table"), name + QStringLiteral(".csv"));
    if (!path.isEmpty())
        saver_->save(path, [table](const GoOn& goOn) { return csvOf(*table, goOn); });
}

void MainWindow::showData()
{
    if (!dataWindow_)
        dataWindow_ = new DataWindow(experiment_, this);
    dataWindow_->show();
    dataWindow_->raise();
    dataWindow_->activateWindow();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasUrls() || TableOpener::isTable(event->mimeData()->text()))
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (!urls.isEmpty() && urls.first().isLocalFile())
        openAnything(urls.first().toLocalFile());
    else if (urls.isEmpty() && TableOpener::isTable(event->mimeData()->text()))
        opener_->openText(event->mimeData()->text());
}

} // namespace tangent
