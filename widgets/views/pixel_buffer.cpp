// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/pixel_buffer.h"

#include <algorithm>

namespace tangent {

// Byte by byte, so that the compiler does sixteen at a time; red, green and blue need no unpacking.

void layOver(QRgb* pixels, int count, QRgb colour, quint32 weight)
{
    if (weight >= 256) {
        std::fill_n(pixels, count, colour | 0xff000000);
        return;
    }
    const quint16 rest = quint16(256 - weight);
    quint16 added[4];
    for (int channel = 0; channel < 4; ++channel) {
        const quint32 value = channel == 3 ? 255 : colour >> (8 * channel) & 255;
        added[channel] = quint16(value * weight + 128);
    }
    auto* bytes = reinterpret_cast<quint8*>(pixels);
    for (int i = 0; i < count; ++i) {
        for (int channel = 0; channel < 4; ++channel) {
            const quint16 below = bytes[4 * i + channel];
            bytes[4 * i + channel] = quint8(quint16(below * rest + added[channel]) >> 8);
        }
    }
}

void layOver(QRgb* pixels, const QRgb* colours, int count, quint32 weight)
{
    if (weight >= 256) {
        std::copy_n(colours, count, pixels);
        return;
    }
    const quint16 share = quint16(weight);
    const quint16 rest = quint16(256 - weight);
    auto* bytes = reinterpret_cast<quint8*>(pixels);
    const auto* above = reinterpret_cast<const quint8*>(colours);
    for (int i = 0; i < 4 * count; ++i)
        bytes[i] = quint8(quint16(bytes[i] * rest + above[i] * share + 128) >> 8);
}

} // namespace tangent
