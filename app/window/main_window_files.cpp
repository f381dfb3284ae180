// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/bounded_file.h"
#include "app/lab/registry.h"
#include "app/lab/state_json.h"
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
        openDataFile(linkOrFile);
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
    QApplication::clipboard()->setText(activeExperiment().link());
    say(tr("Link copied"));
}

void MainWindow::pasteLink()
{
    openAnything(QApplication::clipboard()->text().trimmed());
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
    saveAs(tr("Save state"), suggested, writeStateFile(experiment_.current()));
}

void MainWindow::openDataFile(const QString& path)
{
    if (!experiment_.isOpen())
        openStart();
    QString complaint;
    const auto bytes = readFileUpTo(path, largestTableFile, &complaint);
    const TablePointer table =
        bytes ? experiment_.catalogue().addFile(QFileInfo(path).fileName(), *bytes, &complaint) : nullptr;
    if (!table) {
        say(complaint);
        return;
    }
    Intent intent;
    intent.values[QStringLiteral("data")] = table->name;
    experiment_.apply(intent);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (!urls.isEmpty() && urls.first().isLocalFile())
        openAnything(urls.first().toLocalFile());
}

} // namespace tangent
