// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/talk/presenter_window.h"

#include "app/note/formula.h"
#include "app/note/note_library.h"
#include "app/note/note_view.h"
#include "app/window/lab_panel.h"

#include <QHBoxLayout>
#include <QLabel>

namespace tangent {

namespace {

constexpr int sideWidth = 420;

} // namespace

PresenterWindow::PresenterWindow(Presenter& presenter, const NoteLibrary& notes,
    std::shared_ptr<FormulaLibrary> formulas, const Theme& theme)
    : presenter_(presenter)
    , notes_(notes)
    , note_(new NoteView(std::move(formulas), this))
    , time_(new QLabel(this))
    , place_(new QLabel(this))
    , remarks_(new QLabel(this))
    , next_(new QLabel(this))
{
    setWindowTitle(tr("Presenter"));
    setPalette(theme.palette());
    setAutoFillBackground(true);
    note_->setTheme(theme);
    time_->setFont(uiFont(44, QFont::DemiBold));
    place_->setFont(uiFont(15));
    remarks_->setFont(uiFont(19));
    next_->setFont(uiFont(17));
    time_->setAccessibleName(tr("Elapsed time"));
    auto* side = new QVBoxLayout;
    for (QLabel* label : {time_, place_, remarks_, next_}) {
        label->setWordWrap(true);
        label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
        label->setFixedWidth(sideWidth);
        side->addWidget(label);
    }
    side->setSpacing(16);
    side->addStretch(1);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(28, 24, 28, 24);
    row->setSpacing(28);
    row->addWidget(note_, 1);
    row->addLayout(side);
    resize(1100, 760);
    connect(&presenter_, &Presenter::stopChanged, this, &PresenterWindow::follow);
    connect(&presenter_.lab(), &LabPanel::sceneShown, this, &PresenterWindow::followScene);
    connect(note_, &NoteView::labLink, &presenter_, &Presenter::follow);
    connect(note_, &NoteView::showReadout, &presenter_.lab(), &LabPanel::light);
    presenter_.setOwnWindow(this);
    connect(&second_, &QTimer::timeout, this, [this] { time_->setText(timeText()); });
    second_.start(1000);
    time_->setText(timeText());
    follow();
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
    const QString question =
        next->question.isEmpty() ? QString() : tr("Asks first: %1\n").arg(next->question);
    return tr("Next: ") + question + next->plainCaption();
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
}

void PresenterWindow::followScene()
{
    const LabPanel& lab = presenter_.lab();
    note_->followScene(lab.scene(), lab.shownValues(), lab.parameters());
}

} // namespace tangent
