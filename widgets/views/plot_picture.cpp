// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/plot_picture.h"

#include "widgets/views/plot_layers.h"
#include "widgets/views/text.h"

#include <algorithm>
#include <cstring>

namespace tangent {

namespace {

/// How many layers are the same from the lowest up.
size_t equalLayers(const std::vector<Layer>& some, const std::vector<Layer>& others)
{
    size_t count = 0;
    while (count < std::min(some.size(), others.size()) && some[count] == others[count])
        ++count;
    return count;
}

/// Whether painting these layers takes longer than copying a picture.
bool takeLong(const std::vector<Layer>& layers, size_t begin, size_t end)
{
    for (size_t i = begin; i < end; ++i) {
        const Points* points = std::get_if<Points>(&layers[i]);
        const Line* line = std::get_if<Line>(&layers[i]);
        const bool simple = std::holds_alternative<Rule>(layers[i])
            || std::holds_alternative<Words>(layers[i]) || (points && points->x.size() < 100)
            || (line && line->x.size() < 100);
        if (!simple)
            return true;
    }
    return false;
}

} // namespace

const PlotMapping& PlotPicture::layOut(const FrameRequest& request, const Theme& theme)
{
    theme_ = &theme;
    if (frame_.prepare(request, theme)) {
        stale_ = true;
        under_ = Under();
    }
    return frame_.mapping();
}

const QImage& PlotPicture::compose(
    const Plot& plot, const QSet<int>& marked, const std::vector<QRectF>& keepFree)
{
    if (!stale_) {
        // A picture that is shown again still lacks the words that it lacked.
        for (const QString& text : frame_.unfitting() + unfitting_)
            TextFitRecord::note(text);
        return picture_;
    }
    const QImage& chart = frame_.picture();
    if (picture_.size() != chart.size() || picture_.devicePixelRatio() != chart.devicePixelRatio()) {
        picture_ = QImage(chart.size(), QImage::Format_RGB32);
        picture_.setDevicePixelRatio(chart.devicePixelRatio());
    }
    const size_t under = layersUnder(plot.layers, marked);
    const size_t unchanged = equalLayers(last_, plot.layers);
    const QImage& ground = under > 0 ? under_.picture : chart;
    std::memcpy(picture_.bits(), ground.constBits(), size_t(ground.sizeInBytes()));
    PixelBuffer pixels = PixelBuffer::of(picture_);
    QPainter painter(&picture_);
    const TextFitRecord record;
    const PlotMapping& mapping = frame_.mapping();
    painter.setClipRect(mapping.plot.toAlignedRect());
    LabelPlacer labels = under > 0 ? under_.labels : labelsIn(mapping);
    PlotCanvas canvas{painter, mapping, *theme_, marked, labels, &pixels};
    for (size_t i = under; i < plot.layers.size(); ++i) {
        paintLayer(canvas, plot.layers[i]);
        if (i + 1 == unchanged && takeLong(plot.layers, under, unchanged))
            keepUnder(unchanged, plot.layers, marked, labels);
    }
    drawLabels(canvas, keepFree);
    last_ = plot.layers;
    unfitting_ = record.unfitting();
    stale_ = false;
    return picture_;
}

/// How many layers of a plot are in the picture of the lowest ones already.
size_t PlotPicture::layersUnder(const std::vector<Layer>& layers, const QSet<int>& marked) const
{
    const size_t count = under_.layers.size();
    return under_.marked == marked && equalLayers(under_.layers, layers) == count ? count : 0;
}

void PlotPicture::keepUnder(
    size_t count, const std::vector<Layer>& layers, const QSet<int>& marked, const LabelPlacer& labels)
{
    under_.layers.assign(layers.begin(), layers.begin() + qptrdiff(count));
    under_.marked = marked;
    under_.picture = QImage(picture_.size(), picture_.format());
    under_.picture.setDevicePixelRatio(picture_.devicePixelRatio());
    std::memcpy(under_.picture.bits(), picture_.constBits(), size_t(picture_.sizeInBytes()));
    under_.labels = labels;
}

void PlotPicture::paintVectors(
    QPainter& painter, const Plot& plot, const QSet<int>& marked, const std::vector<QRectF>& keepFree) const
{
    frame_.paint(painter);
    paintLayers(painter, plot, frame_.mapping(), *theme_, marked, keepFree, nullptr);
}

} // namespace tangent
