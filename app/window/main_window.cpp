// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/main_window.h"

#include "app/lab/registry.h"
#include "app/lab/state_json.h"
#include "app/note/formula.h"
#include "app/note/note_panel.h"
#include "app/window/help_dialogs.h"
#include "app/window/hints.h"
#include "app/window/lab_panel.h"
#include "app/window/top_bar.h"
#include "app/window/topics_panel.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QClipboard>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QLayout>
#include <QMenu>
#include <QMimeData>
#include <QSaveFile>
#include <QStatusBar>

namespace tangent {

namespace {

constexpr int wideFrom = 1200; // narrower windows fold topics and note away
constexpr int topicsWidth = 222;
constexpr int noteWidth = 376;
constexpr int rememberMilliseconds = 1000;

bool systemIsDark()
{
    return QApplication::palette().color(QPalette::Window).lightness() < 128;
}

} // namespace

MainWindow::MainWindow(DataCatalogue& catalogue, QWidget* parent)
    : QMainWindow(parent)
    , notes_(QStringLiteral(":/notes"))
    , formulas_(std::make_shared<FormulaLibrary>(QStringLiteral(":/formulas")))
    , experiment_(catalogue)
    , glide_(experiment_)
    , bar_(new TopBar(this))
    , topics_(new TopicsPanel(notes_, this))
    , lab_(new LabPanel(experiment_, *formulas_, this))
    , note_(new NotePanel(formulas_, this))
{
    setWindowTitle(tr("Tangent"));
    setMinimumSize(960, 600);
    setAcceptDrops(true);
    setCentralWidget(new QWidget(this));
    for (QWidget* part : {static_cast<QWidget*>(bar_), static_cast<QWidget*>(lab_), static_cast<QWidget*>(note_),
                          static_cast<QWidget*>(topics_)})
        part->setParent(centralWidget());
    makeActions();
    fillMenu();
    connectParts();
    glide_.setMotion(settings_.motion());
    setTextScale(settings_.textScale());
    rememberSoon_.setSingleShot(true);
    rememberSoon_.setInterval(rememberMilliseconds);
    connect(&rememberSoon_, &QTimer::timeout, this, [this] { settings_.setLastLink(experiment_.link()); });
    applyLook();
    resize(1280, 800);
    if (!settings_.geometry().isEmpty())
        restoreGeometry(settings_.geometry());
}

MainWindow::~MainWindow() = default;

QAction* MainWindow::action(const QString& text, const QKeySequence& key, std::function<void()> run)
{
    auto* made = new QAction(text, this);
    made->setShortcut(key);
    made->setToolTip(key.isEmpty() ? text : tr("%1 (%2)").arg(text, key.toString(QKeySequence::NativeText)));
    connect(made, &QAction::triggered, this, run);
    addAction(made);
    return made;
}

void MainWindow::makeActions()
{
    back_ = action(tr("Back"), QKeySequence(tr("Alt+Left")), [this] { experiment_.back(); });
    forward_ = action(tr("Forward"), QKeySequence(tr("Alt+Right")), [this] { experiment_.forward(); });
    undo_ = action(tr("Undo"), QKeySequence(tr("Ctrl+Z")), [this] { experiment_.undo(); });
    redo_ = action(tr("Redo"), QKeySequence(tr("Ctrl+Shift+Z")), [this] { experiment_.redo(); });
    const std::pair<QAction*, const char*> icons[]{{back_, "←"}, {forward_, "→"}, {undo_, "↶"}, {redo_, "↷"}};
    for (const auto& [one, sign] : icons) {
        one->setIconText(QString::fromUtf8(sign));
        bar_->addAction(one);
    }
    bar_->addAction(action(tr("Copy link"), QKeySequence(tr("Ctrl+C")), [this] { copyLink(); }), true);
    noteDrawer_ = action(tr("Note"), QKeySequence(tr("Ctrl+N")), [this] {
        noteOpen_ = !noteOpen_;
        arrange();
    });
    noteButton_ = bar_->addAction(noteDrawer_, true);
    action(tr("Search"), QKeySequence(tr("Ctrl+K")), [this] {
        bar_->search()->setFocus(Qt::ShortcutFocusReason);
        bar_->search()->selectAll();
    });
    action(tr("To the lab"), QKeySequence(tr("Esc")), [this] {
        bar_->search()->clear();
        topicsOpen_ = false;
        arrange();
        lab_->setFocus(Qt::ShortcutFocusReason);
    });
    action(tr("Open the link on the clipboard"), QKeySequence(tr("Ctrl+V")), [this] { pasteLink(); });
}

void MainWindow::fillMenu()
{
    auto* menu = new QMenu(this);
    menu->addAction(action(tr("Open…"), QKeySequence(tr("Ctrl+O")), [this] { openFile(); }));
    menu->addAction(action(tr("Save state…"), QKeySequence(tr("Ctrl+S")), [this] { saveFile(); }));
    menu->addAction(action(tr("Back to the first picture"), QKeySequence(tr("Ctrl+0")), [this] { experiment_.reset(); }));
    menu->addSeparator();
    auto* looks = new QActionGroup(menu);
    const std::pair<Settings::Look, QString> choices[]{{Settings::Look::System, tr("Look: as the system")},
                                                       {Settings::Look::Light, tr("Look: light")},
                                                       {Settings::Look::Dark, tr("Look: dark")}};
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
        glide_.setMotion(on);
    });
    menu->addAction(motion);
    for (const auto& [scale, text] : {std::pair(1.0, tr("Text: normal")), std::pair(1.2, tr("Text: large"))})
        menu->addAction(action(text, {}, [this, scale = scale] {
            settings_.setTextScale(scale);
            setTextScale(scale);
            applyLook();
        }));
    menu->addSeparator();
    menu->addAction(action(tr("Keys"), QKeySequence(Qt::Key_F1), [this] { KeysDialog(this).exec(); }));
    menu->addAction(action(tr("About and licences"), {}, [this] { AboutDialog(this).exec(); }));
    bar_->menuButton()->setMenu(menu);
}

void MainWindow::connectParts()
{
    connect(bar_, &TopBar::searchChanged, this, [this](const QString& text) {
        topics_->setSearch(text);
        topicsOpen_ = topicsOpen_ || !text.isEmpty();
        arrange();
    });
    connect(bar_, &TopBar::searchAccepted, topics_, &TopicsPanel::openFirst);
    connect(bar_->topicsButton(), &QToolButton::clicked, this, [this] {
        topicsOpen_ = !topicsOpen_;
        arrange();
    });
    connect(topics_, &TopicsPanel::topicChosen, this, &MainWindow::openTopic);
    connect(lab_, &LabPanel::openDataWanted, this, &MainWindow::openFile);
    connect(lab_, &LabPanel::queryWanted, this, [this](const QString& query, bool fromDefaults) { glide_.to(query, fromDefaults); });
    connect(lab_, &LabPanel::sceneShown, this,
            [this] { note_->followScene(lab_->scene(), lab_->shownValues(), experiment_.current().parameters); });
    NoteView* view = note_->view();
    connect(note_, &NotePanel::labLink, this, [this](const QString& query, bool fromDefaults) { glide_.to(query, fromDefaults); });
    connect(note_, &NotePanel::reached, this, [this](const QString& topic) { settings_.setChallengeReached(topic); });
    connect(view, &NoteView::scrub, this, [this](const Intent& intent) { experiment_.apply(intent); });
    connect(view, &NoteView::openTopic, this, [this](const QString& link) { openAnything(link); });
    connect(view, &NoteView::addressCopied, this, [this](const QString& address) { say(tr("Copied %1").arg(address)); });
    connect(&experiment_, &Experiment::changed, this, &MainWindow::stateChanged);
    connect(&experiment_, &Experiment::historyChanged, this, &MainWindow::stateChanged);
}

void MainWindow::stateChanged()
{
    const QString topic = experiment_.state().topic;
    topics_->setCurrentTopic(topic);
    const Note* note = notes_.find(topic);
    if (note && note_->view()->note().topic != topic)
        note_->setNote(*note);
    setWindowTitle(tr("%1 · Tangent").arg(experiment_.lab().info().title));
    undo_->setEnabled(experiment_.canUndo());
    redo_->setEnabled(experiment_.canRedo());
    back_->setEnabled(experiment_.canGoBack());
    forward_->setEnabled(experiment_.canGoForward());
    if (remembers_)
        rememberSoon_.start();
}

void MainWindow::setStill()
{
    glide_.setMotion(false);
    remembers_ = false;
}

void MainWindow::openTopic(const QString& topic)
{
    if (const Lab* lab = findLab(topic)) {
        Request request;
        request.topic = topic;
        glide_.finish();
        experiment_.open(*lab, request);
    }
    bar_->search()->clear();
    topicsOpen_ = false;
    lab_->setFocus();
    arrange();
}

bool MainWindow::openAnything(const QString& linkOrFile)
{
    const QString suffix = QFileInfo(linkOrFile).suffix().toLower();
    if (suffix == QLatin1String("csv") || suffix == QLatin1String("tsv")) {
        openDataFile(linkOrFile);
        return true;
    }
    QString complaint;
    std::optional<Request> request;
    if (suffix == QLatin1String("tangent")) {
        QFile file(linkOrFile);
        if (file.open(QIODevice::ReadOnly))
            request = readStateFile(file.readAll(), experiment_.catalogue(), &complaint);
        else
            complaint = tr("Cannot read %1: %2.").arg(linkOrFile, file.errorString());
    } else {
        request = readLink(linkOrFile, &complaint);
    }
    const Lab* lab = request ? findLab(request->topic) : nullptr;
    if (request && !lab)
        complaint = tr("There is no topic “%1”; did you mean “%2”?").arg(request->topic, nearestLab(request->topic));
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

void MainWindow::openStart()
{
    if (allLabs().empty())
        return;
    QString complaint;
    const auto last = readLink(settings_.lastLink(), &complaint);
    const Lab* lab = last ? findLab(last->topic) : nullptr;
    if (lab)
        experiment_.open(*lab, *last);
    else
        openTopic(allLabs().front()->info().id);
    lab_->setFocus();
    if (!settings_.hintsSeen())
        showHints();
}

void MainWindow::showHints()
{
    hints_ = new Hints(centralWidget());
    hints_->setTheme(*theme_);
    connect(hints_, &Hints::read, this, [this] {
        settings_.setHintsSeen();
        hints_->deleteLater();
        hints_ = nullptr;
        lab_->setFocus();
    });
    hints_->show();
    hints_->setFocus();
    arrange();
}

void MainWindow::copyLink()
{
    QApplication::clipboard()->setText(experiment_.link());
    say(tr("Link copied"));
}

void MainWindow::pasteLink()
{
    openAnything(QApplication::clipboard()->text().trimmed());
}

void MainWindow::openFile()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Open"), {}, tr("States and tables (*.tangent *.csv *.tsv)"));
    if (!path.isEmpty())
        openAnything(path);
}

void MainWindow::saveFile()
{
    const QString suggested = experiment_.state().topic + QStringLiteral(".tangent");
    const QString path = QFileDialog::getSaveFileName(this, tr("Save state"), suggested, tr("States (*.tangent)"));
    if (path.isEmpty())
        return;
    QSaveFile file(path);
    const QByteArray bytes = writeStateFile(experiment_.current());
    const bool written = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
    say(written ? tr("Saved %1").arg(path) : tr("Cannot write %1: %2.").arg(path, file.errorString()));
}

void MainWindow::openDataFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        say(tr("Cannot read %1: %2.").arg(path, file.errorString()));
        return;
    }
    if (!experiment_.isOpen())
        openStart();
    QString complaint;
    const TablePointer table = experiment_.catalogue().addFile(QFileInfo(path).fileName(), file.readAll(), &complaint);
    if (!table) {
        say(complaint);
        return;
    }
    Intent intent;
    intent.values[QStringLiteral("data")] = table->name;
    experiment_.apply(intent);
}

void MainWindow::say(const QString& sentence)
{
    statusBar()->setVisible(true);
    statusBar()->setSizeGripEnabled(false);
    constexpr int readingMilliseconds = 6000;
    statusBar()->showMessage(sentence, readingMilliseconds);
    QTimer::singleShot(readingMilliseconds, this, [this] { statusBar()->setVisible(!statusBar()->currentMessage().isEmpty()); });
}

void MainWindow::applyLook()
{
    const bool dark = settings_.look() == Settings::Look::Dark || (settings_.look() == Settings::Look::System && systemIsDark());
    setTheme(dark ? Theme::darkTheme() : Theme::light());
}

void MainWindow::setTheme(const Theme& theme)
{
    theme_ = &theme;
    setPalette(theme.palette());
    QApplication::setFont(uiFont(13));
    centralWidget()->setPalette(theme.palette());
    centralWidget()->setAutoFillBackground(true);
    bar_->setTheme(theme);
    topics_->setTheme(theme);
    lab_->setTheme(theme);
    note_->setTheme(theme);
    if (hints_)
        hints_->setTheme(theme);
    arrange();
}

void MainWindow::arrange()
{
    const QRect room = centralWidget()->rect();
    const bool wide = width() >= wideFrom;
    const int top = bar_->minimumHeight();
    const int height = room.height() - top;
    bar_->setGeometry(0, 0, room.width(), top);
    bar_->topicsButton()->setVisible(!wide);
    noteButton_->setVisible(!wide);
    topics_->setVisible(wide || topicsOpen_);
    note_->setVisible(wide || noteOpen_);
    topics_->setGeometry(0, top, topicsWidth, height);
    note_->setGeometry(room.width() - noteWidth, top, noteWidth, height);
    const int left = wide ? topicsWidth : 0;
    const int right = wide ? room.width() - noteWidth : room.width();
    lab_->setGeometry(left, top, right - left, height);
    topics_->raise();
    note_->raise();
    if (hints_) {
        constexpr int hintsWidth = 440;
        const QSize size(hintsWidth, hints_->layout()->heightForWidth(hintsWidth));
        hints_->setGeometry(QRect(lab_->geometry().center() - QPoint(size.width() / 2, size.height() / 2), size));
        hints_->raise();
    }
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QMainWindow::resizeEvent(event);
    arrange();
}

void MainWindow::showEvent(QShowEvent* event)
{
    QMainWindow::showEvent(event);
    if (!hints_)
        lab_->setFocus();
}

void MainWindow::changeEvent(QEvent* event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::ApplicationPaletteChange && settings_.look() == Settings::Look::System && bar_)
        applyLook();
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (remembers_) {
        settings_.setGeometry(saveGeometry());
        settings_.setLastLink(experiment_.link());
    }
    QMainWindow::closeEvent(event);
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
