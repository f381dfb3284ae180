// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/registry.h"
#include "app/window/bookmarks_dialog.h"
#include "app/window/lab_panel.h"
#include "app/window/main_window.h"
#include "app/window/twin_view.h"

#include <QInputDialog>
#include <QMenu>
#include <QRegularExpression>

// States that the reader keeps, and those visited last.
namespace tangent {

namespace {

constexpr int longestName = 60;
constexpr int nameWidth = 480; // pixels

/// What a bookmark is called until its reader says otherwise: what the lab says first.
QString suggestedName(const Scene& scene, const QString& title)
{
    QString first = scene.narration.section(QRegularExpression(QStringLiteral("[.:;](\\s|$)")), 0, 0);
    first = first.remove(QStringLiteral("**")).simplified();
    return (first.isEmpty() ? title : first).left(longestName);
}

} // namespace

QMenu* MainWindow::makeBookmarksMenu()
{
    auto* menu = new QMenu(tr("Bookmarks"), this);
    menu->setAttribute(Qt::WA_WindowPropagation); // the palette of the window
    QAction* keep = action(tr("Keep this state…"), QKeySequence(tr("Ctrl+D")), [this] { keepState(); });
    connect(menu, &QMenu::aboutToShow, this, [this, menu, keep] {
        menu->clear();
        menu->addAction(keep);
        const QString topic = experiment_.state().topic;
        const std::vector<Bookmark> kept = bookmarks_.bookmarks(topic);
        menu->addSection(experiment_.lab().info().title);
        for (const Bookmark& bookmark : kept)
            addState(menu, bookmark);
        QAction* arrange = menu->addAction(tr("Arrange…"), this, [this, topic] { arrangeBookmarks(topic); });
        arrange->setEnabled(!kept.empty());
        menu->addSection(tr("Visited last"));
        for (const Bookmark& state : bookmarks_.recent()) {
            if (state.topic != topic)
                addState(menu, state);
        }
    });
    return menu;
}

void MainWindow::addState(QMenu* menu, const Bookmark& bookmark)
{
    QAction* open = menu->addAction(QString(bookmark.name).replace(QLatin1Char('&'), QLatin1String("&&")),
        this, [this, link = bookmark.link] { openAnything(link); });
    open->setToolTip(bookmark.link);
}

void MainWindow::keepState()
{
    const Experiment& kept = activeExperiment();
    if (kept.link().size() > maximumLinkBytes) {
        sayTooLong();
        return;
    }
    const Scene& scene = &kept == &experiment_ ? lab_->scene() : twin_->lab().scene();
    QInputDialog dialog(this);
    dialog.setWindowTitle(tr("Keep this state"));
    dialog.setLabelText(tr("Name"));
    dialog.setTextValue(suggestedName(scene, kept.lab().info().title));
    dialog.resize(nameWidth, dialog.sizeHint().height()); // a sentence is seen whole
    const bool wanted = dialog.exec() == QDialog::Accepted;
    const QString name = dialog.textValue().simplified();
    if (!wanted || name.isEmpty())
        return;
    const bool written = bookmarks_.add({kept.state().topic, name, kept.link()});
    say(written ? tr("Kept “%1”").arg(name) : bookmarks_.complaint());
}

void MainWindow::arrangeBookmarks(const QString& topic)
{
    BookmarksDialog dialog(topic, bookmarks_.bookmarks(topic), this);
    if (dialog.exec() == QDialog::Accepted && !bookmarks_.replace(topic, dialog.bookmarks()))
        say(bookmarks_.complaint());
}

void MainWindow::rememberVisit()
{
    lastState_.keep(experiment_.kept());
    const QString link = experiment_.link();
    const bool visited = link.size() > maximumLinkBytes
        || bookmarks_.visit({experiment_.state().topic, experiment_.lab().info().title, link});
    QString complaint = lastState_.complaint();
    if (complaint.isEmpty())
        complaint = visited ? settings_.complaint() : bookmarks_.complaint();
    if (!complaint.isEmpty())
        sayUnwritable(complaint);
}

} // namespace tangent
