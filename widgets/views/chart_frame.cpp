// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/chart_frame.h"

#include "widgets/views/drawn_frames.h"
#include "widgets/views/item_paint.h"
#include "widgets/views/text.h"

#include <QCategoryAxis>
#include <QChart>
#include <QFontMetricsF>
#include <QGraphicsLayout>
#include <QGraphicsScene>
#include <QLineSeries>

#include <algorithm>

namespace tangent {

namespace {

constexpr double labelPadding = 6; ///< between a label and the plot; Qt Charts leaves about as much
constexpr double gapBelow = 5;     ///< of it, between the plot and the letters under it
constexpr double gapBeside = 5.5;  ///< and beside it
constexpr double rowGap = 4;

QFont tickFont()
{
    return uiFont(11);
}

QFont titleFont()
{
    return uiFont(11.5);
}

double labelWidth(const QFont& font, const QString& label)
{
    return widestText(font, label.split(QLatin1Char('\n')));
}

double widestLabel(const QFont& font, const std::vector<Tick>& ticks)
{
    double widest = 0;
    for (const Tick& tick : ticks)
        widest = std::max(widest, labelWidth(font, tick.label));
    return widest;
}

/// Margins grow in steps, so that zooming does not shift the plot with every new label.
double inSteps(double width)
{
    return std::max(18.0, std::ceil(width / 6) * 6);
}

/// Labels on an upright axis: about eight at most, however high it is.
double gapOf(const Axis& axis, double height, double lineHeight)
{
    return axis.scale == Axis::Scale::Category ? 2 : std::max(1.6 * lineHeight, height / 9 - lineHeight);
}

/// The part of a plot, from its upper left corner, in which one unit is as long on both axes.
QRectF inEqualAspect(const QRectF& plot, const Axis& x, const Axis& y)
{
    const double across = x.maximum - x.minimum;
    const double upwards = y.maximum - y.minimum;
    const double perPixel = std::max(across / plot.width(), upwards / plot.height());
    return {plot.topLeft(), QSizeF(across, upwards) / perPixel};
}

bool anyBroken(const std::vector<Tick>& ticks)
{
    return std::any_of(
        ticks.begin(), ticks.end(), [](const Tick& tick) { return tick.label.contains(QLatin1Char('\n')); });
}

/// The lines of a grid are all that an axis of the chart draws here; one without them need not be made.
bool hasGrid(const Axis& axis)
{
    return !axis.hidden && axis.scale != Axis::Scale::Category;
}

QCategoryAxis* chartAxis(const Axis& axis, const std::vector<Tick>& ticks, const Theme& theme)
{
    const bool logarithmic = axis.scale == Axis::Scale::Log;
    const auto along = [&](double value) { return logarithmic ? std::log10(value) : value; };
    auto* made = new QCategoryAxis;
    made->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
    made->setTruncateLabels(false);
    made->setStartValue(along(axis.minimum));
    for (size_t i = 0; i < ticks.size(); ++i)
        made->append(QString::number(i), along(ticks[i].at));
    made->setRange(along(axis.minimum), along(axis.maximum));
    made->setReverse(axis.reversed);
    made->setLineVisible(false);
    made->setGridLinePen(QPen(theme.hairline, 1));
    made->setLabelsVisible(false);
    return made;
}

} // namespace

bool ChartFrame::prepare(const FrameRequest& request, const Theme& theme)
{
    if (theme_ == &theme && textScale_ == textScale() && request_ == request)
        return false;
    request_ = request;
    theme_ = &theme;
    textScale_ = textScale();
    if (const DrawnFrame* drawn = DrawnFrames::shared().find(request, theme, textScale_)) {
        xTicks_ = drawn->xTicks;
        yTicks_ = drawn->yTicks;
        secondTicks_ = drawn->secondTicks;
        mapping_ = drawn->mapping;
        xTitleTop_ = drawn->xTitleTop;
        picture_ = drawn->picture;
        unfitting_ = drawn->unfitting;
        for (const QString& text : unfitting_)
            TextFitRecord::note(text);
        return true;
    }
    picture_ = QImage();
    const TextFitRecord record;
    layOut(request);
    unfitting_ = record.unfitting();
    return true;
}

void ChartFrame::layOut(const FrameRequest& request)
{
    Axis x = settledAxis(request.x);
    Axis y = settledAxis(request.y);
    std::optional<Axis> second;
    if (request.secondY)
        second = settledAxis(*request.secondY);
    const QFont font = tickFont();
    const QFontMetricsF metrics(font);
    const QFontMetricsF titleMetrics(titleFont());
    const double lineHeight = metrics.height();
    const LabelLength heightOf = [&](const QString& label) {
        return label.contains(QLatin1Char('\n')) ? 2 * lineHeight : lineHeight;
    };
    const LabelLength widthOf = [&](const QString& label) { return labelWidth(font, label); };

    const bool titleAbove =
        (!y.hidden && !axisTitle(y).isEmpty()) || (second && !axisTitle(*second).isEmpty());
    const bool titleBelow = !x.hidden && !axisTitle(x).isEmpty();
    const double top = titleAbove ? titleMetrics.height() + rowGap + 2 : y.hidden ? 2 : lineHeight / 2;
    // Two passes: the ticks of each axis depend on the room that the other's labels leave.
    QRectF plot;
    double bottom = 0;
    for (int pass = 0; pass < 3; ++pass) {
        bottom = x.hidden ? 2 : labelPadding + lineHeight * (anyBroken(xTicks_) && pass > 0 ? 2 : 1) + 2;
        if (titleBelow)
            bottom += titleMetrics.height() + 1;
        const double height = std::max(1.0, request.size.height() - top - bottom);
        yTicks_ = axisTicks(y, height, gapOf(y, height, lineHeight), heightOf);
        secondTicks_ = second ? axisTicks(*second, height, gapOf(*second, height, lineHeight), heightOf)
                              : std::vector<Tick>();
        const double left = y.hidden ? 2 : inSteps(widestLabel(font, yTicks_) + labelPadding + 3);
        double right = x.hidden && y.hidden ? 2 : 8;
        if (second && !second->hidden)
            right = inSteps(widestLabel(font, secondTicks_) + labelPadding + 3);
        if (pass > 0 && !xTicks_.empty()) {
            // The last label may reach beyond the end of its axis.
            const double end = mapPlot(plot, x, y, second).x.toPixel(xTicks_.back().at)
                + widthOf(xTicks_.back().label) / 2 + 1;
            right = std::max(right, end - plot.right());
        }
        const double width = std::max(1.0, request.size.width() - left - right);
        plot = QRectF(left, top, width, height);
        if (request.equalAspect) {
            x = settledAxis(request.x);
            y = settledAxis(request.y);
            if (x.bounded && y.bounded) {
                plot = inEqualAspect(plot, x, y);
                yTicks_ = axisTicks(y, plot.height(), gapOf(y, plot.height(), lineHeight), heightOf);
            } else {
                equaliseAspect(x, y, plot.size());
            }
        }
        const double gap = x.scale == Axis::Scale::Category ? 8 : std::max(30.0, plot.width() / 12);
        xTicks_ = axisTicks(x, plot.width(), gap, widthOf);
    }
    // Whole pixels keep the grid crisp.
    const QPointF corner(std::round(plot.left()), std::round(plot.top()));
    plot = QRectF(corner, QPointF(std::round(plot.right()), std::round(plot.bottom())));
    mapping_ = mapPlot(plot, x, y, second);
    xTitleTop_ = plot.bottom() + bottom - titleMetrics.height() - 1;
}

const QImage& ChartFrame::picture()
{
    if (picture_.isNull()) {
        const double ratio = request_.devicePixelRatio;
        const QSize pixels = (request_.size * ratio).toSize().expandedTo({1, 1});
        picture_ = QImage(pixels, QImage::Format_RGB32);
        picture_.setDevicePixelRatio(ratio);
        picture_.fill(theme_->surface);
        QPainter painter(&picture_);
        const TextFitRecord record;
        paint(painter);
        unfitting_ += record.unfitting();
        DrawnFrames::shared().keep({request_, theme_, textScale_, xTicks_, yTicks_, secondTicks_, mapping_,
            xTitleTop_, picture_, unfitting_});
    }
    return picture_;
}

void ChartFrame::paint(QPainter& painter) const
{
    QGraphicsScene scene;
    auto* chart = new QChart;
    scene.addItem(chart);
    chart->setAnimationOptions(QChart::NoAnimation);
    chart->legend()->hide();
    chart->setMargins({});
    chart->layout()->setContentsMargins(0, 0, 0, 0);
    chart->setBackgroundVisible(false);
    chart->setPlotAreaBackgroundVisible(false);
    chart->resize(request_.size);
    chart->setPlotArea(mapping_.plot);
    // The axes take their place from a series, even from an empty one.
    auto* series = new QLineSeries;
    chart->addSeries(series);
    const auto attach = [&](const Axis& axis, const std::vector<Tick>& ticks, Qt::Alignment side) {
        if (!hasGrid(axis))
            return;
        QCategoryAxis* made = chartAxis(axis, ticks, *theme_);
        chart->addAxis(made, side);
        series->attachAxis(made);
    };
    attach(mapping_.xAxis, xTicks_, Qt::AlignBottom);
    attach(mapping_.yAxis, yTicks_, Qt::AlignLeft);
    chart->layout()->activate();

    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF all({}, request_.size);
    scene.render(&painter, all, all);
    painter.restore();
    drawLabels(painter);
    drawTitles(painter);
}

/// The labels of the ticks. Qt Charts sets each as a document of its own, which takes longer than the rest
/// of the chart.
void ChartFrame::drawLabels(QPainter& painter) const
{
    painter.save();
    painter.setFont(tickFont());
    painter.setPen(theme_->muted);
    const double line = QFontMetricsF(tickFont()).height();
    const QRectF& plot = mapping_.plot;
    const auto drawLines = [&](const QString& label, double left, double top, Qt::Alignment side) {
        const QStringList lines = label.split(QLatin1Char('\n'));
        const double width = widestText(tickFont(), lines);
        const double away = side == Qt::AlignHCenter ? width / 2 : side == Qt::AlignRight ? width : 0;
        const double start = std::clamp(left - away, 0.0, std::max(0.0, request_.size.width() - width));
        for (int i = 0; i < lines.size(); ++i)
            drawText(painter, {start, top + i * line, width, line}, Qt::AlignHCenter, lines[i]);
    };
    if (!mapping_.xAxis.hidden)
        for (const Tick& tick : xTicks_)
            drawLines(tick.label, mapping_.x.toPixel(tick.at), plot.bottom() + gapBelow, Qt::AlignHCenter);
    const auto drawUpright = [&](const std::vector<Tick>& ticks, const AxisMapping& along, double left,
                                 Qt::Alignment side) {
        for (const Tick& tick : ticks) {
            const double height = line * double(1 + tick.label.count(QLatin1Char('\n')));
            drawLines(tick.label, left, along.toPixel(tick.at) - height / 2, side);
        }
    };
    if (!mapping_.yAxis.hidden)
        drawUpright(yTicks_, mapping_.y, plot.left() - gapBeside, Qt::AlignRight);
    if (mapping_.secondAxis && !mapping_.secondAxis->hidden)
        drawUpright(secondTicks_, mapping_.vertical(true), plot.right() + gapBeside, Qt::AlignLeft);
    painter.restore();
}

/// The names of upright axes are written level above them: turned by a right angle a long name would
/// not fit beside a small plot, and is harder to read.
void ChartFrame::drawTitles(QPainter& painter) const
{
    painter.save();
    painter.setFont(titleFont());
    painter.setPen(theme_->muted);
    const double height = QFontMetricsF(titleFont()).height();
    const QRectF above(0, 0, request_.size.width(), height);
    if (!mapping_.yAxis.hidden)
        drawText(painter, above, Qt::AlignLeft | Qt::AlignTop, axisTitle(mapping_.yAxis));
    if (mapping_.secondAxis && !mapping_.secondAxis->hidden)
        drawText(painter, above, Qt::AlignRight | Qt::AlignTop, axisTitle(*mapping_.secondAxis));
    if (!mapping_.xAxis.hidden) {
        const QString title = axisTitle(mapping_.xAxis);
        const double width = textWidth(titleFont(), title);
        const double room = std::max(0.0, request_.size.width() - width);
        const double left = std::clamp(mapping_.plot.center().x() - width / 2, 0.0, room);
        drawText(painter, {left, xTitleTop_, request_.size.width() - left, height}, Qt::AlignLeft, title);
    }
    painter.restore();
}

} // namespace tangent
