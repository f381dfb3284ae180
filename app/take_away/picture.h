// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/take_away/subject.h"
#include "widgets/views/theme.h"

#include <QImage>

#include <optional>

namespace tangent {

/// How a picture of a state is to be drawn.
struct PictureOptions {
    QSize size{1280, 800}; ///< logical pixels
    double scale = 1;      ///< device pixels to a logical one, PNG only
    bool dark = false;
    QString figure; ///< key of one figure; empty: all as the lab lays them out

    const Theme& theme() const { return dark ? Theme::darkTheme() : Theme::light(); }
};

/// The picture as the bytes of a file of this suffix (png, svg, pdf). Nothing and a sentence for an unknown
/// suffix or figure.
std::optional<QByteArray> pictureOf(
    const Subject& subject, const PictureOptions& options, const QString& suffix, QString* complaint);

/// An image as the bytes of a PNG.
QByteArray pngOf(const QImage& image);

} // namespace tangent
