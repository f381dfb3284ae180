// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/whole_file.h"
#include "app/take_away/picture.h"
#include "app/take_away/tables.h"
#include "app/take_away/take_away_dialog.h"
#include "app/talk/handout.h"
#include "app/window/lab_panel.h"
#include "app/window/main_window.h"

#include <QDir>
#include <QFileDialog>

// Pictures, tables and hand-outs of the state that is shown.
namespace tangent {

void MainWindow::takeAway()
{
    const Subject subject{&experiment_.lab(), experiment_.current(), lab_->scene()};
    TakeAwayDialog dialog(subject, theme_->dark, this);
    connect(&dialog, &TakeAwayDialog::pictureWanted, this, [&] {
        const QString suffix = dialog.pictureSuffix();
        QString complaint;
        const auto picture = pictureOf(subject, dialog.pictureOptions(), suffix, &complaint);
        if (picture)
            saveAs(tr("Save picture"), subject.settled.state.topic + QLatin1Char('.') + suffix, *picture);
        else
            say(complaint);
    });
    connect(&dialog, &TakeAwayDialog::dataWanted, this, [&] {
        const std::vector<DataTable> tables = tablesOf(subject.scene);
        if (dialog.table() >= 0) {
            const DataTable& table = tables[size_t(dialog.table())];
            saveAs(tr("Save CSV"), table.key + QStringLiteral(".csv"), csvOf(table));
            return;
        }
        const QString folder = QFileDialog::getExistingDirectory(this, tr("Folder for the tables"));
        if (folder.isEmpty())
            return;
        for (const DataTable& table : tables)
            write(QDir(folder).filePath(table.key + QStringLiteral(".csv")), csvOf(table));
    });
    connect(&dialog, &TakeAwayDialog::linkWanted, this, &MainWindow::copyLink);
    connect(&dialog, &TakeAwayDialog::stateWanted, this, &MainWindow::saveFile);
    connect(&dialog, &TakeAwayDialog::handoutWanted, this, [&] {
        if (const Note* note = notes_.find(subject.settled.state.topic))
            saveAs(tr("Save hand-out"), subject.settled.state.topic + QStringLiteral(".pdf"),
                handoutOf(talkOf(*note), experiment_.catalogue()));
    });
    dialog.exec();
}

/// Asks where to, and writes.
void MainWindow::saveAs(const QString& title, const QString& suggested, const QByteArray& bytes)
{
    const QString path = QFileDialog::getSaveFileName(this, title, suggested);
    if (!path.isEmpty())
        write(path, bytes);
}

bool MainWindow::write(const QString& path, const QByteArray& bytes)
{
    const QString sentence = writeWholeFile(path, {bytes});
    say(sentence.isEmpty() ? tr("Saved %1").arg(path) : sentence);
    return sentence.isEmpty();
}

} // namespace tangent
