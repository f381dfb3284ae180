// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/views/chart_frame.h"
#include "widgets/views/label_placer.h"

#include <QSet>

namespace tangent {

/// A plot without its handles as a picture: the cached chart with the data painted over it. Dragging a
/// handle or pointing at a mark draws over this picture and leaves it as it is.
class PlotPicture {
public:
    /// Lays the chart out, so that the mapping is known before anything is painted.
    const PlotMapping& layOut(const FrameRequest& request, const Theme& theme);
    /// The data was replaced, or other rows are marked.
    void discard() { stale_ = true; }
    /// The picture in the size last laid out. Words keep off the given rectangles.
    const QImage& compose(const Plot& plot, const QSet<int>& marked, const std::vector<QRectF>& keepFree);
    /// Chart and data by the painter's own means, from its origin.
    void paintVectors(QPainter& painter, const Plot& plot, const QSet<int>& marked,
        const std::vector<QRectF>& keepFree) const;

    const PlotMapping& mapping() const { return frame_.mapping(); }
    const ChartFrame& frame() const { return frame_; }

private:
    /// The chart with the lowest layers on it, where these stay while the layers above them change.
    struct Under {
        std::vector<Layer> layers;
        QSet<int> marked;
        QImage picture;
        LabelPlacer labels = LabelPlacer({}); ///< the words that the layers ask for
    };

    size_t layersUnder(const std::vector<Layer>& layers, const QSet<int>& marked) const;
    void keepUnder(
        size_t count, const std::vector<Layer>& layers, const QSet<int>& marked, const LabelPlacer& labels);

    ChartFrame frame_;
    const Theme* theme_ = nullptr;
    QImage picture_;
    std::vector<Layer> last_; ///< the layers of the picture
    Under under_;
    QStringList unfitting_; ///< words that the picture had to leave out
    bool stale_ = true;
};

} // namespace tangent
