// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/experiment/experiment.h"
#include "app/experiment/glide.h"
#include "app/note/note_library.h"
#include "app/talk/talk.h"
#include "app/window/bookmark_store.h"
#include "app/window/drawer.h"
#include "app/window/last_state.h"
#include "app/window/settings.h"
#include "widgets/views/theme.h"

#include <QMainWindow>
#include <QPointer>
#include <QTimer>
#include <QToolButton>

namespace tangent {

class CaptionBar;
class Curtain;
class DataWindow;
class FileSaver;
class FormulaLibrary;
class Hints;
class LabPanel;
class NotePanel;
class Presenter;
class PresenterWindow;
class Recovery;
class RecoveryStrip;
class StateOpener;
class SweepPanel;
class TableOpener;
class Notice;
class TopBar;
class TwinView;
class TopicsDrawer;
class TopicsPanel;
class TopicsRail;

/// Topics, lab and note beside each other; below 1200 pixels the topics are a rail that opens over the lab,
/// and the note is a drawer.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    explicit MainWindow(DataCatalogue& catalogue, QWidget* parent = nullptr);
    ~MainWindow() override;

    /// Opens a link, a state file or a table; false (and a message in the window) when it is none.
    bool openAnything(const QString& linkOrFile);
    /// The lab of the last visit, or the first of all with three hints.
    void openStart();
    /// Keeps the state for the case that the program ends unexpectedly, and offers the one that is left of an
    /// earlier end of that kind. Before anything is opened.
    void keepRecovery();
    /// Null while nothing is offered.
    RecoveryStrip* recoveryStrip() const { return recoveryStrip_; }
    void setTheme(const Theme& theme);
    /// For pictures: no movement, and nothing is remembered of the visit.
    void setStill();

    Experiment& experiment() { return experiment_; }
    LabPanel& lab() { return *lab_; }
    NotePanel& note() { return *note_; }
    TopicsPanel& topics() { return *topics_; }
    SweepPanel& sweep() { return *sweep_; }
    TableOpener& opener() { return *opener_; }
    StateOpener& states() { return *states_; }
    FileSaver& saver() { return *saver_; }
    /// The window with the lab's table; null until it was opened once.
    DataWindow* dataWindow() const { return dataWindow_; }
    void showSweep(bool shown);
    void showTwin(bool shown);
    /// Null while there is one state only.
    TwinView* twin() const { return twin_.get(); }
    /// Null while nothing is presented.
    Presenter* presenter() const { return presenter_.get(); }
    /// Null without a second screen.
    PresenterWindow* presenterWindow() const { return presenterWindow_.get(); }
    /// Spreads a running talk over these screens, as it does by itself when one is plugged in or pulled out.
    void showOnScreens(const QList<QScreen*>& screens);
    CaptionBar* caption() const { return caption_; }
    TopicsRail& rail() { return *rail_; }
    const TopicsDrawer& topicsDrawer() const { return *topicsDrawer_; }
    const Drawer& noteDrawer() const { return noteDrawer_; }

public slots:
    void copyLink();
    void pasteLink();
    void openFile();
    void saveFile();
    /// The lab's table with all that was changed in it, as CSV.
    void saveTable();
    /// Ctrl+T: the lab's table, to see and edit.
    void showData();
    void takeAway();
    /// F5: presents, or ends the talk.
    void present();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void makeActions();
    QAction* action(const QString& text, const QKeySequence& key, std::function<void()> run);
    void fillMenu();
    QMenu* makeBookmarksMenu();
    void addState(QMenu* menu, const Bookmark& bookmark);
    void keepState();
    void arrangeBookmarks(const QString& topic);
    void rememberVisit();
    Experiment& activeExperiment();
    bool openTalk(const QString& path);
    void openRequest(const Lab& lab, const Request& request);
    void connectFiles();
    void swapScreens();
    void endTalk();
    void saveAs(const QString& title, const QString& suggested, const QByteArray& bytes);
    bool write(const QString& path, const QByteArray& bytes);
    void walk(void (Experiment::*step)());
    void connectParts();
    void applyLook();
    void arrange();
    bool isWide() const;
    void setMotion(bool on);
    void toggleNote();
    void recordChallenge(const QString& topic, bool byHand);
    void returnToLab();
    /// A link of the note or a preset: glides there, and what changed flashes.
    void follow(const QString& query, bool fromDefaults);
    void openTopic(const QString& topic);
    void say(const QString& sentence);
    void stateChanged();
    void showHints();
    void endRecoveryOffer();
    void sayUnwritable(const QString& sentence);
    void sayTooLong();

    Settings settings_;
    LastState lastState_;
    BookmarkStore bookmarks_;
    NoteLibrary notes_;
    std::shared_ptr<FormulaLibrary> formulas_;
    Experiment experiment_;
    Glide glide_;
    TopBar* bar_;
    TopicsRail* rail_;
    TopicsPanel* topics_;
    TopicsDrawer* topicsDrawer_;
    Drawer noteDrawer_;
    LabPanel* lab_;
    NotePanel* note_;
    SweepPanel* sweep_;
    TableOpener* opener_ = nullptr;
    StateOpener* states_ = nullptr;
    FileSaver* saver_ = nullptr;
    bool closesWhenSaved_ = false; ///< it was told to close while a file was being written
    DataWindow* dataWindow_ = nullptr;
    Notice* notice_ = nullptr;
    Hints* hints_ = nullptr;
    std::unique_ptr<Recovery> recovery_;
    RecoveryStrip* recoveryStrip_ = nullptr;
    bool saidUnwritable_ = false;
    QTimer rememberSoon_;
    bool remembers_ = true;
    QAction* undo_ = nullptr;
    QAction* redo_ = nullptr;
    QAction* back_ = nullptr;
    QAction* forward_ = nullptr;
    QAction* sweepAction_ = nullptr;
    QAction* twinAction_ = nullptr;
    std::unique_ptr<TwinView> twin_;
    QToolButton* noteButton_ = nullptr;
    QToolButton* twinButton_ = nullptr;
    QToolButton* sweepButton_ = nullptr;
    const Theme* theme_ = &Theme::light();
    Talk openedTalk_; ///< from a file; without stops the note is the talk
    std::unique_ptr<Presenter> presenter_;
    std::unique_ptr<PresenterWindow> presenterWindow_;
    CaptionBar* caption_ = nullptr;
    Curtain* curtain_ = nullptr;
    QPointer<QScreen> ownScreen_; ///< the presenter's, while a talk runs
    Qt::WindowStates statesBeforeTalk_;
    QRect placeBeforeTalk_;
};

} // namespace tangent
