// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/plot_picture.h"

#include "widgets/views/plot_layers.h"
#include "widgets/views/text.h"

#include <cstring>

namespace tangent {

const PlotMapping& PlotPicture::layOut(const FrameRequest& request, const Theme& theme)
{
    theme_ = &theme;
    if (frame_.prepare(request, theme))
        stale_ = true;
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
    std::memcpy(picture_.bits(), chart.constBits(), size_t(chart.sizeInBytes()));
    PixelBuffer pixels = PixelBuffer::of(picture_);
    QPainter painter(&picture_);
    const TextFitRecord record;
    paintLayers(painter, plot, frame_.mapping(), *theme_, marked, keepFree, &pixels);
    unfitting_ = record.unfitting();
    stale_ = false;
    return picture_;
}

void PlotPicture::paintVectors(
    QPainter& painter, const Plot& plot, const QSet<int>& marked, const std::vector<QRectF>& keepFree) const
{
    frame_.paint(painter);
    paintLayers(painter, plot, frame_.mapping(), *theme_, marked, keepFree, nullptr);
}

} // namespace tangent
