// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/colour_ramps.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace tangent {

namespace {

using Lab = std::array<double, 3>;

double toLinear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double fromLinear(double channel)
{
    const double light = std::clamp(channel, 0.0, 1.0);
    return light <= 0.0031308 ? 12.92 * light : 1.055 * std::pow(light, 1 / 2.4) - 0.055;
}

QRgb fromOklab(const Lab& lab)
{
    const double l = std::pow(lab[0] + 0.3963377774 * lab[1] + 0.2158037573 * lab[2], 3);
    const double m = std::pow(lab[0] - 0.1055613458 * lab[1] - 0.0638541728 * lab[2], 3);
    const double s = std::pow(lab[0] - 0.0894841775 * lab[1] - 1.2914855480 * lab[2], 3);
    const double red = fromLinear(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s);
    const double green = fromLinear(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s);
    const double blue = fromLinear(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s);
    return qRgb(int(std::lround(255 * red)), int(std::lround(255 * green)), int(std::lround(255 * blue)));
}

double distance(const Lab& one, const Lab& other)
{
    return std::hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2]);
}

/// A smooth curve through the points (Catmull and Rom's spline), at `share` of its parameter.
Lab alongSpline(const std::vector<Lab>& points, double share)
{
    const int pieces = int(points.size()) - 1;
    const int piece = std::clamp(int(share * pieces), 0, pieces - 1);
    const double t = share * pieces - piece;
    const Lab& from = points[size_t(piece)];
    const Lab& to = points[size_t(piece) + 1];
    const Lab& before = points[size_t(std::max(piece - 1, 0))];
    const Lab& after = points[size_t(std::min(piece + 2, pieces))];
    Lab at{};
    for (size_t i = 0; i < 3; ++i) {
        at[i] = from[i]
            + 0.5 * t
                * (to[i] - before[i]
                    + t
                        * (2 * before[i] - 5 * from[i] + 4 * to[i] - after[i]
                            + t * (3 * (from[i] - to[i]) + after[i] - before[i])));
    }
    return at;
}

/// 256 places along the curve, equally far apart as seen.
std::array<QRgb, 256> walkedEvenly(const std::vector<QColor>& controls)
{
    std::vector<Lab> points;
    for (const QColor& control : controls)
        points.push_back(toOklab(control));
    constexpr int fine = 2048;
    std::vector<Lab> curve(fine + 1);
    std::vector<double> length(fine + 1, 0.0);
    for (int i = 0; i <= fine; ++i) {
        curve[size_t(i)] = alongSpline(points, double(i) / fine);
        if (i > 0)
            length[size_t(i)] = length[size_t(i - 1)] + distance(curve[size_t(i)], curve[size_t(i - 1)]);
    }
    std::array<QRgb, 256> ramp{};
    size_t place = 0;
    for (int i = 0; i < 256; ++i) {
        const double wanted = length.back() * i / 255;
        while (place < fine && length[place] < wanted)
            ++place;
        ramp[size_t(i)] = fromOklab(curve[place]);
    }
    return ramp;
}

double luminance(const QColor& colour)
{
    return 0.2126 * toLinear(colour.redF()) + 0.7152 * toLinear(colour.greenF())
        + 0.0722 * toLinear(colour.blueF());
}

} // namespace

std::array<double, 3> toOklab(const QColor& colour)
{
    const double red = toLinear(colour.redF());
    const double green = toLinear(colour.greenF());
    const double blue = toLinear(colour.blueF());
    const double l = std::cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
    const double m = std::cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
    const double s = std::cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
    return {0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
        1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
        0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s};
}

std::array<QRgb, 256> colourRamp(ColourMap map, bool dark, const std::array<QColor, 10>& classes)
{
    switch (map) {
    case ColourMap::Sequential:
        if (dark)
            return walkedEvenly({0x22262d, 0x2f3a6b, 0x2a628f, 0x1f8d8f, 0x48b573, 0xa9d454, 0xf6e85a});
        return walkedEvenly({0xf8f9ee, 0xd3e8a8, 0x8ccf8d, 0x45ab95, 0x2a7f97, 0x2f5289, 0x33235e});
    case ColourMap::Diverging:
        if (dark)
            return walkedEvenly({0x8ccbff, 0x3f8fd6, 0x2d5580, 0x2a2e35, 0x7e4528, 0xd0722f, 0xffb780});
        return walkedEvenly({0x0a4a7c, 0x2b83bf, 0x92c3e2, 0xf6f6f2, 0xf3b58a, 0xd7691f, 0x8c3605});
    case ColourMap::Grey:
        if (dark)
            return walkedEvenly({0x1b1e23, 0xf2f4f7});
        return walkedEvenly({0xffffff, 0x15181c});
    case ColourMap::Classes:
        break;
    }
    std::array<QRgb, 256> ramp{};
    for (size_t i = 0; i < ramp.size(); ++i)
        ramp[i] = classes[i % classes.size()].rgb();
    return ramp;
}

double contrast(const QColor& one, const QColor& other)
{
    const double first = luminance(one);
    const double second = luminance(other);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

QColor readable(const QColor& colour, const QColor& ink, const QColor& background, double ratio)
{
    const auto mixed = [&](double share) {
        return QColor::fromRgbF(float(colour.redF() + share * (ink.redF() - colour.redF())),
            float(colour.greenF() + share * (ink.greenF() - colour.greenF())),
            float(colour.blueF() + share * (ink.blueF() - colour.blueF())));
    };
    for (double share = 0; share < 1; share += 0.02) {
        const QColor tried = mixed(share).rgb();
        if (contrast(tried, background) >= ratio)
            return tried;
    }
    return ink;
}

} // namespace tangent
