// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/grid_text.h"

#include <QStringList>

#include <algorithm>
#include <bit>

namespace tangent {

namespace {

int bitsPerLevel(int levels)
{
    return std::max(1, int(std::bit_width(unsigned(levels - 1))));
}

} // namespace

QString encodeGrid(const Grid& grid)
{
    const int bits = bitsPerLevel(grid.levels);
    QByteArray packed((grid.width * grid.height * bits + 7) / 8, '\0');
    int at = 0;
    for (const int level : grid.cells) {
        for (int bit = bits - 1; bit >= 0; --bit, ++at) {
            if ((level >> bit) & 1)
                packed[at / 8] = char(packed[at / 8] | (1 << (7 - at % 8)));
        }
    }
    return QStringLiteral("%1x%2x%3:").arg(grid.width).arg(grid.height).arg(grid.levels)
        + QString::fromLatin1(
            packed.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

std::optional<Grid> decodeGrid(const QString& text)
{
    const auto colon = text.indexOf(QLatin1Char(':'));
    const QStringList size = text.left(colon).split(QLatin1Char('x'));
    if (colon < 0 || size.size() != 3)
        return std::nullopt;
    const Grid grid{size[0].toInt(), size[1].toInt(), size[2].toInt(), {}};
    if (grid.width < 1 || grid.height < 1 || grid.width > 256 || grid.height > 256 || grid.levels < 2
        || grid.levels > 256)
        return std::nullopt;
    const auto packed = QByteArray::fromBase64Encoding(text.mid(colon + 1).toLatin1(),
        QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    const int bits = bitsPerLevel(grid.levels);
    if (!packed || (*packed).size() != (grid.width * grid.height * bits + 7) / 8)
        return std::nullopt;
    Grid filled = grid;
    int at = 0;
    for (int i = 0; i < grid.width * grid.height; ++i) {
        int level = 0;
        for (int bit = 0; bit < bits; ++bit, ++at)
            level = level * 2 + (((*packed).at(at / 8) >> (7 - at % 8)) & 1);
        if (level >= grid.levels)
            return std::nullopt;
        filled.cells.push_back(level);
    }
    return filled;
}

} // namespace tangent
