// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/plot_paint.h"

#include "widgets/views/plot_handles.h"
#include "widgets/views/plot_picture.h"

#include <QPaintEngine>

namespace tangent {

void paintPlot(QPainter& painter, const QRectF& box, const Plot& plot, const std::vector<Handle>& handles,
    const Values& values, const Theme& theme, const QSet<int>& marked)
{
    if (box.width() < 1 || box.height() < 1)
        return;
    const QTransform& transform = painter.transform();
    const bool upright =
        transform.type() <= QTransform::TxScale && transform.m11() == transform.m22() && transform.m11() > 0;
    const bool pixels = painter.paintEngine()->type() == QPaintEngine::Raster && upright;
    PlotPicture picture;
    FrameRequest request{plot.x, plot.y, plot.secondY, plot.equalAspect, box.size()};
    if (pixels)
        request.devicePixelRatio = transform.m11() * painter.device()->devicePixelRatioF();
    const PlotMapping& mapping = picture.layOut(request, theme);
    const std::vector<QRectF> keepFree = handleGround(handles, values, mapping);
    painter.save();
    painter.translate(box.topLeft());
    if (pixels)
        painter.drawImage(QRectF({}, box.size()), picture.compose(plot, marked, keepFree));
    else
        picture.paintVectors(painter, plot, marked, keepFree);
    paintHandles(painter, handles, values, mapping, theme, {});
    painter.restore();
}

} // namespace tangent
