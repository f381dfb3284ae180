// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/twin_view.h"

#include "app/lab/compare.h"
#include "app/window/lab_panel.h"
#include "widgets/views/controls/buttons.h"

#include <QHBoxLayout>
#include <QLabel>

namespace tangent {

namespace {

constexpr int stripHeight = 38;
constexpr int tightHeight = 640; ///< of each lab, at plain text size

} // namespace

TwinView::TwinView(Experiment& first, LabPanel& firstLab, FormulaLibrary& formulas, QWidget* parent)
    : QWidget(parent)
    , first_(first)
    , firstLab_(firstLab)
    , second_(first.catalogue())
    , lab_(new LabPanel(second_, formulas, parent))
    , words_(new QLabel(this))
    , swap_(new PlainButton(PlainButton::Look::Framed, tr("Swap"), this))
    , close_(new PlainButton(PlainButton::Look::Framed, tr("Close twin"), this))
    , twin_(first, second_)
{
    setObjectName(QStringLiteral("twin"));
    lab_->setObjectName(QStringLiteral("secondLab"));
    lab_->setAccessibleName(tr("Second state"));
    lab_->setCompanion(true);
    words_->setTextFormat(Qt::PlainText);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(18, 2, 12, 2);
    row->addWidget(words_, 1);
    row->addWidget(swap_);
    row->addWidget(close_);
    connect(swap_, &PlainButton::clicked, this, &TwinView::swap);
    connect(close_, &PlainButton::clicked, this, &TwinView::closed);
    connect(&twin_, &Twin::parted, this, &TwinView::closed);
    connect(lab_, &LabPanel::queryWanted, this,
        [this](const QString& query, bool fromDefaults) { second_.applyQuery(query, fromDefaults); });
    connect(lab_, &LabPanel::sceneShown, this, &TwinView::compare);
    connect(&firstLab_, &LabPanel::sceneShown, this, &TwinView::compare);
    connect(lab_, &LabPanel::figureChosen, &firstLab_, &LabPanel::bringForward);
    connect(&firstLab_, &LabPanel::figureChosen, lab_, &LabPanel::bringForward);
    lab_->setDecoration([this](const Scene& scene) {
        Scene shown = scene;
        shown.readouts = comparedWith(shown.readouts, firstLab_.scene().readouts);
        return shown;
    });
    lab_->show();
    show();
}

TwinView::~TwinView()
{
    firstLab_.markKeys({});
    firstLab_.showControls({});
    firstLab_.setLeastControlsHeight(0);
    firstLab_.showNarration(true);
    delete lab_;
}

void TwinView::compare()
{
    const auto found = differences(first_.current(), firstLab_.scene(), second_.current(), lab_->scene());
    QSet<QString> keys;
    for (const Difference& one : found)
        keys.insert(one.key);
    firstLab_.markKeys(keys);
    lab_->markKeys(keys);
    differing_ = keys;
    lab_->refreshDecoration();
    words_->setText(differenceText());
    shareRoom();
}

/// In a low window each lab keeps the controls that differ, and the strip has the words; in any window the
/// parts of both stand level.
void TwinView::shareRoom()
{
    const std::optional<QSet<QString>> chosen = isTight_ ? std::optional(differing_) : std::nullopt;
    for (LabPanel* lab : {&firstLab_, lab_}) {
        lab->showNarration(!isTight_);
        lab->showControls(chosen);
    }
    const int level = std::max(firstLab_.controlsHeight(), lab_->controlsHeight());
    firstLab_.setLeastControlsHeight(level);
    lab_->setLeastControlsHeight(level);
}

QString TwinView::differenceText() const
{
    QStringList parts;
    for (const Difference& one :
        differences(first_.current(), firstLab_.scene(), second_.current(), lab_->scene()))
        parts << QStringLiteral("%1 %2 | %3").arg(one.label, one.here, one.there);
    return parts.isEmpty() ? tr("Nothing differs yet: change something in one of the two.")
                           : parts.join(QStringLiteral("  ·  "));
}

void TwinView::swap()
{
    const State mine = second_.state();
    second_.open(first_.lab(), Request(first_.state()));
    first_.open(first_.lab(), Request(mine));
}

void TwinView::setTheme(const Theme& theme)
{
    lab_->setTheme(theme);
    setAttribute(Qt::WA_StyledBackground);
    words_->setFont(uiFont(13));
    swap_->setTheme(theme);
    close_->setTheme(theme);
    setStyleSheet(
        QStringLiteral("#twin { background: %1; border-bottom: 1px solid %2; } QLabel { color: %3; }")
            .arg(theme.accentSoft.name(), theme.hairline.name(), theme.ink.name()));
}

void TwinView::place(const QRect& room)
{
    setGeometry(room.left(), room.top(), room.width(), stripHeight);
    const QRect below = room.adjusted(0, stripHeight, 0, 0);
    const int half = below.width() / 2;
    isTight_ = below.height() < tightHeight * std::max(1.0, textScale());
    firstLab_.setGeometry(below.left(), below.top(), half, below.height());
    lab_->setGeometry(below.left() + half, below.top(), below.width() - half, below.height());
    shareRoom();
}

} // namespace tangent
