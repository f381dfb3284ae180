// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/data/data_window.h"
#include "app/data/table_opener.h"
#include "app/lab/bounded_file.h"
#include "app/lab/registry.h"
#include "app/lab/state_json.h"
#include "app/take_away/tables.h"
#include "app/window/lab_panel.h"
#include "app/window/main_window.h"

#include <QApplication>
#include <QClipboard>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMimeData>

// Links and files in and out of the window: opened, dropped, pasted, copied, saved.
namespace tangent {

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
    QString complaint;
    std::optional<Request> request;
    if (suffix == QLatin1String("tangent")) {
        if (const auto bytes = readFileUpTo(linkOrFile, largestStateFile, &complaint))
            request = readStateFile(*bytes, experiment_.catalogue(), &complaint);
    } else {
        request = readLink(linkOrFile, &complaint);
    }
    const Lab* lab = request ? findLab(request->topic) : nullptr;
    if (request && !lab)
        complaint =
            tr("There is no topic “%1”; did you mean “%2”?").arg(request->topic, nearestLab(request->topic));
    if (!lab) {
        if (!experiment_.isOpen())
            openStart();
        say(complaint);
        return false;
    }
    experiment_.open(*lab, *request);
    lab_->setFocus();
    return true;
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
        openAnything(pasted.trimmed());
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
    const QString suggested = experiment_.state().topic + QStringLiteral(".tangent");
    const Settled& state = experiment_.current();
    if (hasOwnTable(state) && !carriesTable(state))
        say(tr("The table is too long for the state file, which only names it: keep %1 beside it.")
                .arg(state.original->title));
    saveAs(tr("Save state"), suggested, writeStateFile(experiment_.current()));
}

void MainWindow::saveTable()
{
    const TablePointer table = experiment_.current().whole;
    if (table)
        saveAs(tr("Save the table"),
            table->name.section(QLatin1Char(':'), -1)
                    .section(QLatin1Char('@'), 0, 0)
                    .section(QLatin1Char('.'), 0, 0)
                + QStringLiteral(".csv"),
            csvOf(*table));
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
