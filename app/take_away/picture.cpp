// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/take_away/picture.h"

#include "app/lab/data_words.h"
#include "widgets/views/figure_layout.h"
#include "widgets/views/text.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgGenerator>

namespace tangent {

namespace {

constexpr double footPixels = 12;
constexpr double footHeight = 20;

void paint(QPainter& painter, const Subject& subject, const PictureOptions& options)
{
    const QRectF box(QPointF(0, 0), QSizeF(options.size));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(box, options.theme().surface);
    QRectF inside = box.adjusted(12, 12, -12, -12);
    if (showsSample(subject.settled)) { // whoever sees the picture alone must know it
        const QRectF foot = inside.adjusted(0, inside.height() - footHeight, 0, 0);
        painter.setFont(uiFont(footPixels));
        painter.setPen(options.theme().muted);
        drawText(painter, foot, Qt::AlignLeft | Qt::AlignBottom,
            painter.fontMetrics().elidedText(subject.scene.dataLine, Qt::ElideMiddle, int(foot.width())));
        inside.setBottom(foot.top());
    }
    const Values values = subject.scene.decided(subject.settled.values);
    if (options.figure.isEmpty()) {
        paintScene(painter, inside, subject.scene, values, options.theme());
        return;
    }
    std::vector<Handle> handles;
    for (const Handle& handle : subject.scene.handles) {
        if (handle.figure == options.figure)
            handles.push_back(handle);
    }
    paintFigure(painter, inside, *subject.scene.figure(options.figure), handles, values, options.theme());
}

QByteArray paintedPng(const Subject& subject, const PictureOptions& options)
{
    QImage image((QSizeF(options.size) * options.scale).toSize(), QImage::Format_RGB32);
    image.setDevicePixelRatio(options.scale);
    QPainter painter(&image);
    paint(painter, subject, options);
    painter.end();
    return pngOf(image);
}

QByteArray paintedSvg(const Subject& subject, const PictureOptions& options)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(options.size);
    generator.setViewBox(QRect(QPoint(0, 0), options.size));
    generator.setTitle(subject.lab->info().title);
    QPainter painter(&generator);
    paint(painter, subject, options);
    painter.end();
    return bytes;
}

QByteArray paintedPdf(const Subject& subject, const PictureOptions& options)
{
    constexpr int dotsPerInch = 96; // a logical pixel is a dot
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(dotsPerInch);
    writer.setPageSize(QPageSize(QSizeF(options.size) / dotsPerInch, QPageSize::Inch));
    writer.setPageMargins(QMarginsF());
    writer.setTitle(subject.lab->info().title);
    QPainter painter(&writer);
    paint(painter, subject, options);
    painter.end();
    return bytes;
}

} // namespace

QByteArray pngOf(const QImage& image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

std::optional<QByteArray> pictureOf(
    const Subject& subject, const PictureOptions& options, const QString& suffix, QString* complaint)
{
    if (!options.figure.isEmpty() && !subject.scene.figure(options.figure)) {
        QStringList keys;
        for (const Figure& figure : subject.scene.figures)
            keys << figure.key;
        *complaint = QStringLiteral("There is no figure “%1” in this state; it has %2.")
                         .arg(options.figure, keys.join(QStringLiteral(", ")));
        return std::nullopt;
    }
    if (suffix == QLatin1String("png"))
        return paintedPng(subject, options);
    if (suffix == QLatin1String("svg"))
        return paintedSvg(subject, options);
    if (suffix == QLatin1String("pdf"))
        return paintedPdf(subject, options);
    *complaint = QStringLiteral("A picture is a .png, .svg or .pdf file, not “.%1”.").arg(suffix);
    return std::nullopt;
}

} // namespace tangent
