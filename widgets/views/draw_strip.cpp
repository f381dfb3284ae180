// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/draw_strip.h"

#include "widgets/views/class_chip.h"
#include "widgets/views/controls/buttons.h"
#include "widgets/views/controls/segmented_control.h"
#include "widgets/views/controls/slim_slider.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>

#include <algorithm>

namespace tangent {

namespace {

constexpr int gapAcross = 4;
constexpr int gapOfGroups = 10;
constexpr int gapDown = 4;
constexpr int sliderWidth = 44;
constexpr int signWidth = 15;

struct ToolWords {
    QString name;
    QString help;
};

} // namespace

/// What a slider without words is about: a ring, or some dots.
class PenSign : public QWidget {
public:
    PenSign(bool isRing, QWidget* parent)
        : QWidget(parent)
        , isRing_(isRing)
    {
    }

    void setTheme(const Theme& theme)
    {
        colour_ = theme.muted;
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QPointF middle = QRectF(rect()).center();
        if (isRing_) {
            painter.setPen(QPen(colour_, 1.4));
            painter.drawEllipse(middle, 6, 6);
            return;
        }
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour_);
        for (const QPointF& at :
            {QPointF(-4, -3), QPointF(1, -5), QPointF(5, 0), QPointF(-1, 1), QPointF(-5, 4), QPointF(3, 5)})
            painter.drawEllipse(middle + at, 1.4, 1.4);
    }

private:
    bool isRing_;
    QColor colour_;
};

DrawStrip::DrawStrip(PlotView& plot, QWidget* parent)
    : QWidget(parent)
    , plot_(plot)
    , tools_(new SegmentedControl(this))
    , oneMore_(new PlainButton(PlainButton::Look::Framed, QStringLiteral("+"), this))
    , sizeSign_(new PenSign(true, this))
    , size_(new SlimSlider(this))
    , densitySign_(new PenSign(false, this))
    , density_(new SlimSlider(this))
    , shapesButton_(new PlainButton(PlainButton::Look::Framed, tr("Add…"), this))
{
    setObjectName(QStringLiteral("draw-strip"));
    tools_->setAccessibleName(tr("Pen"));
    oneMore_->setAccessibleName(tr("One class more"));
    oneMore_->setToolTip(tr("One class more"));
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
    oneMore_->setVisible(hasClasses);
    size_->setNumber(plot_.pen().radius);
    density_->setNumber(plot_.pen().density);
    layOut(width(), true);
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
        chips_.push_back(chip);
    }
    for (size_t i = 0; i < chips_.size(); ++i) {
        chips_[i]->setClass(classes[qsizetype(i)], plot_.penColour(int(i)));
        chips_[i]->setChecked(int(i) == plot_.penClass());
        chips_[i]->setToolTip(i < 9 ? tr("Class %1 (%2)").arg(classes[qsizetype(i)]).arg(i + 1)
                                    : tr("Class %1").arg(classes[qsizetype(i)]));
    }
}

std::vector<QWidget*> DrawStrip::controls() const
{
    std::vector<QWidget*> all;
    for (PlainButton* button : tools_->findChildren<PlainButton*>())
        all.push_back(button);
    all.insert(all.end(), chips_.begin(), chips_.end());
    for (QWidget* control : {static_cast<QWidget*>(oneMore_), static_cast<QWidget*>(size_),
             static_cast<QWidget*>(density_), static_cast<QWidget*>(shapesButton_)})
        all.push_back(control);
    return all;
}

/// Groups side by side, in as many rows as they need; a group stays together. Returns the height.
int DrawStrip::layOut(int width, bool applies)
{
    using Group = std::vector<QWidget*>;
    std::vector<Group> groups{{tools_}, {}, {sizeSign_, size_}, {densitySign_, density_}, {shapesButton_}};
    for (ClassChip* chip : chips_)
        groups[1].push_back(chip);
    if (!chips_.empty())
        groups[1].push_back(oneMore_);
    const auto sizeOf = [this](QWidget* one) {
        if (one == tools_)
            return QSize(tools_->neededWidth(), shapesButton_->sizeHint().height());
        if (one == size_ || one == density_)
            return QSize(sliderWidth, shapesButton_->sizeHint().height());
        if (one == sizeSign_ || one == densitySign_)
            return QSize(signWidth, shapesButton_->sizeHint().height());
        return QSize(one->sizeHint().width(), shapesButton_->sizeHint().height());
    };
    const int rowHeight = shapesButton_->sizeHint().height();
    int left = 0;
    int top = 0;
    for (const Group& group : groups) {
        int wide = -gapAcross;
        for (QWidget* one : group)
            wide += sizeOf(one).width() + gapAcross;
        if (group.empty())
            continue;
        if (left > 0 && left + wide > width) {
            left = 0;
            top += rowHeight + gapDown;
        }
        for (QWidget* one : group) {
            const QSize size = sizeOf(one);
            if (left > 0 && left + size.width() > width) { // very many classes
                left = 0;
                top += rowHeight + gapDown;
            }
            if (applies)
                one->setGeometry(left, top, size.width(), size.height());
            left += size.width() + gapAcross;
        }
        left += gapOfGroups - gapAcross;
    }
    return top + rowHeight;
}

int DrawStrip::heightFor(int width)
{
    return layOut(width, false);
}

void DrawStrip::resizeEvent(QResizeEvent*)
{
    layOut(width(), true);
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

void DrawStrip::openShapes()
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setPalette(theme_->palette()); // a menu is a window, and takes none from the strip
    for (const ShapeOffer& offer : shapes_)
        menu->addAction(
            tr("Add: %1").arg(offer.title), &plot_, [this, offer] { plot_.addShape(offer.make()); });
    menu->addSeparator();
    menu->addAction(tr("Start on an empty sheet"), this, &DrawStrip::emptySheetWanted);
    menu->popup(shapesButton_->mapToGlobal(QPoint(0, shapesButton_->height())));
}

} // namespace tangent
