// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/draw_strip.h"

#include "widgets/views/class_chip.h"
#include "widgets/views/controls/buttons.h"
#include "widgets/views/controls/segmented_control.h"
#include "widgets/views/controls/slim_slider.h"
#include "widgets/views/draw_signs.h"
#include "widgets/views/name_edit.h"
#include "widgets/views/text.h"

#include <QApplication>
#include <QKeyEvent>

namespace tangent {

namespace {

struct ToolWords {
    QString name;
    QString help;
};

} // namespace

DrawStrip::DrawStrip(PlotView& plot, QWidget* parent)
    : QWidget(parent)
    , plot_(plot)
    , tools_(new SegmentedControl(this))
    , oneMore_(new PlainButton(PlainButton::Look::Framed, QStringLiteral("+"), this))
    , sizeSign_(new PenSign(paintRing, this))
    , size_(new SlimSlider(this))
    , densitySign_(new PenSign(paintDots, this))
    , density_(new SlimSlider(this))
    , shapesButton_(new PlainButton(PlainButton::Look::Framed, tr("Add…"), this))
    , more_(new PlainButton(PlainButton::Look::Framed, tr("More tools"), this))
    , name_(new NameEdit(this))
    , remark_(new QLabel(this))
{
    setObjectName(QStringLiteral("draw-strip"));
    tools_->setAccessibleName(tr("Pen"));
    oneMore_->setAccessibleName(tr("One class more"));
    oneMore_->setToolTip(tr("One class more"));
    more_->setSign(paintMore);
    more_->setToolTip(tr("More tools"));
    remark_->setWordWrap(true);
    shapesButton_->setToolTip(tr("Add blobs, moons, circles… or start on an empty sheet"));
    size_->setLimits({6, 90, 1, true, false});
    size_->setAccessibleName(tr("Size of the ring"));
    size_->setToolTip(tr("Size of the ring  [ ]"));
    density_->setLimits({1, 12, 1, true, false});
    density_->setAccessibleName(tr("Density of the brush"));
    density_->setToolTip(tr("Rows that the brush leaves with every touch"));
    connect(tools_, &SegmentedControl::chosen, this, [this](int tool) { plot_.setTool(Pen::Tool(tool)); });
    connect(oneMore_, &QAbstractButton::clicked, &plot_, &PlotView::addPenClass);
    connect(size_, &SlimSlider::moved, this, [this](double value) { plot_.setPenRadius(value); });
    connect(density_, &SlimSlider::moved, this, [this](double value) { plot_.setPenDensity(int(value)); });
    connect(shapesButton_, &QAbstractButton::clicked, this, &DrawStrip::openShapes);
    connect(more_, &QAbstractButton::clicked, this, &DrawStrip::openMore);
    connect(&plot_, &PlotView::namingWanted, this, [this] { nameClass(plot_.penClass()); });
    connect(name_, &NameEdit::named, this, &DrawStrip::takeName);
    connect(name_, &NameEdit::closed, this, [this](bool byKey) {
        if (byKey)
            plot_.setFocus(Qt::MouseFocusReason); // the pens, not a handle, have the keys
    });
    connect(&plot_, &PlotView::drawingChanged, this, &DrawStrip::follow);
    follow();
}

void DrawStrip::setTheme(const Theme& theme)
{
    theme_ = &theme;
    tools_->setTheme(theme);
    for (ClassChip* chip : chips_)
        chip->setTheme(theme);
    oneMore_->setTheme(theme);
    shapesButton_->setTheme(theme);
    more_->setTheme(theme);
    name_->setTheme(theme);
    remark_->setFont(uiFont(11.5));
    QPalette words = theme.palette();
    words.setColor(QPalette::WindowText, theme.ink);
    remark_->setPalette(words);
    size_->setTheme(theme);
    density_->setTheme(theme);
    sizeSign_->setTheme(theme);
    densitySign_->setTheme(theme);
}

void DrawStrip::follow()
{
    const bool hasClasses = !plot_.penClasses().isEmpty();
    const ToolWords words[]{{tr("Move"), tr("Drag a row to another place (M)")},
        {tr("Brush"), tr("Scatter rows under the ring (U)")}, {tr("Point"), tr("One row a click (P)")},
        {tr("Erase"), tr("Take away the rows under the ring (E)")},
        {tr("Relabel"), tr("Give the rows under the ring the chosen class (R)")}};
    QStringList names;
    for (const ToolWords& one : words)
        names << one.name;
    if (!hasClasses)
        names.removeLast();
    tools_->setLabels(names);
    const QList<PlainButton*> buttons = tools_->findChildren<PlainButton*>();
    for (qsizetype i = 0; i < buttons.size(); ++i) {
        buttons[i]->setToolTip(words[i].help);
        buttons[i]->setAccessibleDescription(words[i].help);
    }
    tools_->setCurrent(int(plot_.pen().tool));
    rebuildChips(plot_.penClasses());
    size_->setNumber(plot_.pen().radius);
    density_->setNumber(plot_.pen().density);
    setRemark(plot_.drawing() ? plot_.drawing()->remark : QString());
    layOut();
}

void DrawStrip::rebuildChips(const QStringList& classes)
{
    while (qsizetype(chips_.size()) > classes.size()) {
        chips_.back()->hide();
        chips_.back()->deleteLater();
        chips_.pop_back();
    }
    while (qsizetype(chips_.size()) < classes.size()) {
        auto* chip = new ClassChip(this);
        chip->setTheme(*theme_);
        chip->show();
        connect(chip, &QAbstractButton::clicked, &plot_,
            [this, index = int(chips_.size())] { plot_.setPenClass(index); });
        connect(
            chip, &ClassChip::namingWanted, this, [this, index = int(chips_.size())] { nameClass(index); });
        chips_.push_back(chip);
    }
    for (size_t i = 0; i < chips_.size(); ++i) {
        chips_[i]->setClass(classes[qsizetype(i)], plot_.penColour(int(i)));
        chips_[i]->setChecked(int(i) == plot_.penClass());
        const QString& word = classes[qsizetype(i)];
        chips_[i]->setToolTip(i < 9
                ? tr("Class %1 (%2). Double click or F2: another name").arg(word).arg(i + 1)
                : tr("Class %1. Double click or F2: another name").arg(word));
    }
}

std::vector<QWidget*> DrawStrip::controls() const
{
    std::vector<QWidget*> all;
    for (PlainButton* button : tools_->findChildren<PlainButton*>())
        all.push_back(button);
    all.insert(all.end(), chips_.begin(), chips_.end());
    for (QWidget* control :
        {static_cast<QWidget*>(oneMore_), static_cast<QWidget*>(size_), static_cast<QWidget*>(density_),
            static_cast<QWidget*>(shapesButton_), static_cast<QWidget*>(more_)})
        all.push_back(control);
    return all;
}

void DrawStrip::setRemark(const QString& sentence)
{
    remark_->setText(sentence);
    remark_->setVisible(!sentence.isEmpty());
}

void DrawStrip::nameClass(int index)
{
    if (index < 0 || index >= int(chips_.size()))
        return;
    plot_.setPenClass(index);
    named_ = index;
    const QWidget* chip = chips_[size_t(index)];
    const QRect box = chip->isHidden() ? tools_->geometry() : chip->geometry();
    name_->openAt(box, plot_.penClasses()[index]);
}

void DrawStrip::takeName(const QString& name)
{
    const QStringList classes = plot_.penClasses();
    if (name.isEmpty() || plot_.renamePenClass(named_, name))
        return;
    setRemark(classes.contains(name) ? tr("There is a class %1 already: the name stays.").arg(name)
                                     : tr("The classes of this table are numbers: the name stays."));
    emit roomChanged();
}

void DrawStrip::resizeEvent(QResizeEvent*)
{
    layOut();
}

/// The window's own Escape comes after the one that lays the pen down.
bool DrawStrip::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride
        && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

/// The pens' keys work here as in the plot.
void DrawStrip::keyPressEvent(QKeyEvent* event)
{
    const bool toPlot = event->key() == Qt::Key_Escape
        || (event->key() >= Qt::Key_1 && event->key() <= Qt::Key_9)
        || (event->key() >= Qt::Key_A && event->key() <= Qt::Key_Z);
    if (toPlot && event->key() != Qt::Key_D)
        QApplication::sendEvent(&plot_, event);
    else
        QWidget::keyPressEvent(event);
}

} // namespace tangent
