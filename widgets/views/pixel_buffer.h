// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QImage>
#include <QRect>

namespace tangent {

/// The pixels of an opaque picture that a painter is drawing on, for marks that are too many to go
/// through the painter one by one. Positions are in device pixels.
struct PixelBuffer {
    QRgb* pixels = nullptr;
    int stride = 0;   ///< pixels from row to row
    QRect clip;       ///< inside the picture
    double ratio = 1; ///< device pixels in a logical one

    /// The image must be 32 bits deep and not shared; the buffer is valid while it lives unchanged in size.
    static PixelBuffer of(QImage& image)
    {
        return {reinterpret_cast<QRgb*>(image.bits()), int(image.bytesPerLine() / 4), image.rect(),
            image.devicePixelRatio()};
    }
    QRgb* row(int y) const { return pixels + qptrdiff(y) * stride; }
};

/// `colour` laid over an opaque pixel, `weight` from 0 to 256.
inline QRgb laidOver(QRgb below, QRgb colour, quint32 weight)
{
    const quint32 rest = 256 - weight;
    const quint32 redBlue = ((colour & 0xff00ff) * weight + (below & 0xff00ff) * rest) >> 8;
    const quint32 green = ((colour & 0x00ff00) * weight + (below & 0x00ff00) * rest) >> 8;
    return 0xff000000 | (redBlue & 0xff00ff) | (green & 0x00ff00);
}

/// A share of 0…1 as a weight of 0…256.
inline quint32 toWeight(double share)
{
    return quint32(share <= 0 ? 0 : share >= 1 ? 256 : share * 256 + 0.5);
}

/// One colour over a run of opaque pixels, and a row of colours over another.
void layOver(QRgb* pixels, int count, QRgb colour, quint32 weight);
void layOver(QRgb* pixels, const QRgb* colours, int count, quint32 weight);

} // namespace tangent
