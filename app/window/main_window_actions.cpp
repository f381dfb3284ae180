// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/note/note_panel.h"
#include "app/window/help_dialogs.h"
#include "app/window/lab_panel.h"
#include "app/window/main_window.h"
#include "app/window/sweep_panel.h"
#include "app/window/top_bar.h"
#include "app/window/topics_drawer.h"

#include <QAction>
#include <QActionGroup>
#include <QMenu>

// What the bar, the menu and the keys of the window can do.
namespace tangent {

QAction* MainWindow::action(const QString& text, const QKeySequence& key, std::function<void()> run)
{
    auto* made = new QAction(text, this);
    made->setShortcut(key);
    made->setToolTip(key.isEmpty() ? text : tr("%1 (%2)").arg(text, key.toString(QKeySequence::NativeText)));
    if (run)
        connect(made, &QAction::triggered, this, run);
    addAction(made);
    return made;
}

void MainWindow::makeActions()
{
    back_ = action(tr("Back"), QKeySequence(tr("Alt+Left")), [this] { walk(&Experiment::back); });
    forward_ = action(tr("Forward"), QKeySequence(tr("Alt+Right")), [this] { walk(&Experiment::forward); });
    undo_ = action(tr("Undo"), QKeySequence(tr("Ctrl+Z")), [this] { walk(&Experiment::undo); });
    redo_ = action(tr("Redo"), QKeySequence(tr("Ctrl+Shift+Z")), [this] { walk(&Experiment::redo); });
    const std::pair<QAction*, const char*> icons[]{{back_, "←"}, {forward_, "→"}, {undo_, "↶"}, {redo_, "↷"}};
    for (const auto& [one, sign] : icons) {
        one->setIconText(QString::fromUtf8(sign));
        bar_->addAction(one);
    }
    bar_->addAction(action(tr("Copy link"), QKeySequence(tr("Ctrl+C")), [this] { copyLink(); }), true);
    twinAction_ = action(tr("Twin"), QKeySequence(tr("Ctrl+2")), [this] { showTwin(!twin_); });
    twinAction_->setCheckable(true);
    twinButton_ = bar_->addAction(twinAction_, true);
    sweepAction_ = action(tr("Sweep"), QKeySequence(tr("Ctrl+E")), [this] { showSweep(sweep_->isHidden()); });
    sweepAction_->setCheckable(true);
    sweepButton_ = bar_->addAction(sweepAction_, true);
    QAction* presents = action(tr("Present"), QKeySequence(Qt::Key_F5), [this] { present(); });
    bar_->addAction(presents, true);
    noteButton_ =
        bar_->addAction(action(tr("Note"), QKeySequence(tr("Ctrl+N")), [this] { toggleNote(); }), true);
    action(tr("Search"), QKeySequence(tr("Ctrl+K")), [this] {
        bar_->search()->setFocus(Qt::ShortcutFocusReason);
        bar_->search()->selectAll();
    });
    action(tr("To the lab"), QKeySequence(tr("Esc")), [this] { returnToLab(); });
    action(tr("Open the link or the table on the clipboard"), QKeySequence(tr("Ctrl+V")),
        [this] { pasteLink(); });
}

/// Wide windows show the note anyway: there the key goes to it.
void MainWindow::toggleNote()
{
    const bool opens = isWide() || !noteDrawer_.isOpen();
    if (!isWide()) {
        noteDrawer_.setOpen(opens);
        if (remembers_)
            settings_.setNoteOpen(opens);
    }
    if (opens)
        note_->view()->setFocus(Qt::ShortcutFocusReason);
    else
        lab_->setFocus(Qt::ShortcutFocusReason);
}

/// Closes what lies over the lab, the topics before the note.
void MainWindow::returnToLab()
{
    bar_->search()->clear();
    if (topicsDrawer_->isOpen())
        topicsDrawer_->setOpen(false);
    else if (!isWide() && noteDrawer_.isOpen())
        toggleNote();
    lab_->setFocus(Qt::ShortcutFocusReason);
}

/// Undo, redo, back and forward: what still plays or glides would walk on over them.
void MainWindow::walk(void (Experiment::*step)())
{
    lab_->stopPlaying();
    glide_.finish();
    (activeExperiment().*step)();
}

void MainWindow::fillMenu()
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_WindowPropagation); // the palette of the window
    menu->addAction(action(tr("Open…"), QKeySequence(tr("Ctrl+O")), [this] { openFile(); }));
    menu->addAction(action(tr("Save state…"), QKeySequence(tr("Ctrl+S")), [this] { saveFile(); }));
    menu->addAction(
        action(tr("See and edit the table…"), QKeySequence(tr("Ctrl+T")), [this] { showData(); }));
    menu->addAction(
        action(tr("Back to the first picture"), QKeySequence(tr("Ctrl+0")), [this] { experiment_.reset(); }));
    menu->addAction(action(tr("Take away…"), QKeySequence(tr("Ctrl+Shift+S")), [this] { takeAway(); }));
    menu->addAction(twinAction_);
    menu->addAction(sweepAction_);
    menu->addMenu(makeBookmarksMenu());
    menu->addSeparator();
    auto* looks = new QActionGroup(menu);
    const std::pair<Settings::Look, QString> choices[]{{Settings::Look::System, tr("Look: as the system")},
        {Settings::Look::Light, tr("Look: light")}, {Settings::Look::Dark, tr("Look: dark")}};
    for (const auto& [look, text] : choices) {
        QAction* choice = action(text, {}, [this, look = look] {
            settings_.setLook(look);
            applyLook();
        });
        choice->setCheckable(true);
        choice->setChecked(settings_.look() == look);
        looks->addAction(choice);
        menu->addAction(choice);
    }
    QAction* motion = action(tr("Motion"), {}, {});
    motion->setCheckable(true);
    motion->setChecked(settings_.motion());
    connect(motion, &QAction::toggled, this, [this](bool on) {
        settings_.setMotion(on);
        setMotion(on);
    });
    menu->addAction(motion);
    auto* scales = new QActionGroup(menu);
    for (const auto& [scale, text] : {std::pair(1.0, tr("Text: normal")), std::pair(1.15, tr("Text: large")),
             std::pair(1.3, tr("Text: larger"))}) {
        QAction* choice = action(text, {}, [this, scale = scale] {
            settings_.setTextScale(scale);
            setTextScale(scale);
            applyLook();
        });
        choice->setCheckable(true);
        choice->setChecked(settings_.textScale() == scale);
        scales->addAction(choice);
        menu->addAction(choice);
    }
    menu->addSeparator();
    menu->addAction(action(tr("Keys"), QKeySequence(Qt::Key_F1), [this] { KeysDialog(this).exec(); }));
    menu->addAction(action(tr("About and licences"), {}, [this] { AboutDialog(this).exec(); }));
    bar_->menuButton()->setMenu(menu);
}

} // namespace tangent
