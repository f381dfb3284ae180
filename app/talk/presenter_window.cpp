// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/talk/presenter_window.h"

#include "app/note/formula.h"
#include "app/note/note_library.h"
#include "app/note/note_view.h"
#include "app/talk/caption.h"
#include "app/window/lab_panel.h"

#include <QHBoxLayout>
#include <QLabel>

#include <algorithm>

namespace tangent {

namespace {

constexpr int noteShare = 3; // of the width, to two of the side
constexpr int sideShare = 2;
constexpr double plainHeight = 800; // of the window in which letters have their plain size

} // namespace

PresenterWindow::PresenterWindow(Presenter& presenter, const NoteLibrary& notes,
    std::shared_ptr<FormulaLibrary> formulas, const Theme& theme)
    : presenter_(presenter)
    , notes_(notes)
    , note_(new NoteView(std::move(formulas), this))
    , time_(new QLabel(this))
    , place_(new QLabel(this))
    , now_(new QLabel(this))
    , remarks_(new QLabel(this))
    , next_(new QLabel(this))
{
    setWindowTitle(tr("Presenter"));
    setAutoFillBackground(true);
    time_->setAccessibleName(tr("Elapsed time"));
    auto* side = new QVBoxLayout;
    for (QLabel* label : {time_, place_, now_, remarks_, next_}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
        side->addWidget(label);
    }
    side->setSpacing(16);
    side->addStretch(1);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(28, 24, 28, 24);
    row->setSpacing(28);
    row->addWidget(note_, noteShare);
    row->addLayout(side, sideShare);
    resize(1100, 760);
    connect(&presenter_, &Presenter::stopChanged, this, &PresenterWindow::follow);
    connect(&presenter_.lab(), &LabPanel::sceneShown, this, &PresenterWindow::followScene);
    connect(note_, &NoteView::labLink, &presenter_, &Presenter::follow);
    connect(note_, &NoteView::showReadout, &presenter_.lab(), &LabPanel::light);
    presenter_.setOwnWindow(this);
    connect(&second_, &QTimer::timeout, this, [this] { time_->setText(timeText()); });
    second_.start(1000);
    time_->setText(timeText());
    setTheme(theme);
    follow();
}

/// The letters are those of this window, whatever the room's screen is.
void PresenterWindow::setTheme(const Theme& theme)
{
    setPalette(theme.palette());
    note_->setTheme(theme);
    const double scale = std::max(1.0, height() / plainHeight) / textScale();
    time_->setFont(uiFont(44 * scale, QFont::DemiBold));
    place_->setFont(uiFont(15 * scale));
    now_->setFont(uiFont(17 * scale));
    remarks_->setFont(uiFont(19 * scale, QFont::DemiBold));
    next_->setFont(uiFont(17 * scale));
    QPalette quiet = palette();
    quiet.setColor(QPalette::WindowText, theme.muted);
    place_->setPalette(quiet);
    next_->setPalette(quiet);
}

QString PresenterWindow::timeText() const
{
    const qint64 seconds = presenter_.elapsedMilliseconds() / 1000;
    return QStringLiteral("%1:%2").arg(seconds / 60).arg(seconds % 60, 2, 10, QLatin1Char('0'));
}

QString PresenterWindow::nextText() const
{
    const TalkStop* next = presenter_.next();
    if (!next)
        return tr("This is the last stop.");
    if (next->question.isEmpty())
        return tr("Next: %1").arg(next->plainCaption());
    QString words = next->plainCaption(); // often begins with the question
    if (words.startsWith(next->question))
        words = words.mid(next->question.size()).trimmed();
    return tr("Next: asks first: %1\nThen: %2").arg(next->question, words);
}

QString PresenterWindow::nowText() const
{
    return presenter_.index() < 0
        ? QString()
        : captionWith(presenter_.talk().stops[size_t(presenter_.index())], presenter_.lab().scene());
}

void PresenterWindow::follow()
{
    if (presenter_.index() < 0)
        return;
    const TalkStop& stop = presenter_.talk().stops[size_t(presenter_.index())];
    const Note* note = notes_.find(stop.topic);
    if (note && note_->note().topic != stop.topic)
        note_->setNote(*note);
    const bool isNotesOwn = note && presenter_.talk().title == note->title;
    note_->setCurrentItem(isNotesOwn ? stop.item - 1 : -1);
    place_->setText(tr("Stop %1 of %2").arg(presenter_.index() + 1).arg(presenter_.talk().stops.size()));
    remarks_->setText(stop.remarks);
    remarks_->setVisible(!stop.remarks.isEmpty());
    next_->setText(nextText());
    followScene();
}

void PresenterWindow::followScene()
{
    const LabPanel& lab = presenter_.lab();
    note_->followScene(lab.scene(), lab.shownValues(), lab.parameters());
    now_->setText(nowText());
}

} // namespace tangent
