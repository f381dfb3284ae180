// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/note/formula.h"

#include "app/note/note_text.h"
#include "widgets/views/text.h"

#include <QCryptographicHash>
#include <QFile>
#include <QPaintEngine>
#include <QRegularExpression>
#include <QSvgRenderer>

#include <algorithm>
#include <cmath>

namespace tangent {

namespace {

constexpr int maximumDrawn = 256;

QString keyOf(const QString& tex, bool display)
{
    return (display ? QLatin1String("display:") : QLatin1String("inline:")) + foldTex(tex);
}

double attribute(const QString& head, const char* name)
{
    const QRegularExpression form(QStringLiteral("\\sdata-%1-ex=\"(-?[0-9.]+)\"").arg(QLatin1String(name)));
    return form.match(head).captured(1).toDouble();
}

} // namespace

QString formulaName(const QString& tex, bool display)
{
    const QByteArray hash =
        QCryptographicHash::hash(keyOf(tex, display).toUtf8(), QCryptographicHash::Sha256);
    return QString::fromLatin1(hash.toHex().left(16));
}

FormulaLibrary::FormulaLibrary(const QString& root)
    : root_(root)
{
}

FormulaLibrary::~FormulaLibrary() = default;

FormulaLibrary::Picture& FormulaLibrary::picture(const QString& tex, bool display)
{
    std::shared_ptr<Picture>& kept = pictures_[keyOf(tex, display)];
    if (kept)
        return *kept;
    kept = std::make_shared<Picture>();
    QFile file(root_ + QLatin1Char('/') + formulaName(tex, display) + QStringLiteral(".svg"));
    if (file.open(QIODevice::ReadOnly)) {
        ++filesRead_;
        kept->svg = file.readAll();
        const QString head = QString::fromUtf8(kept->svg.left(kept->svg.indexOf('>') + 1));
        kept->size = {attribute(head, "width"), attribute(head, "height"), -attribute(head, "valign")};
        if (!(kept->size.width > 0) || !(kept->size.height > 0))
            kept->svg.clear();
    }
    return *kept;
}

QSvgRenderer& FormulaLibrary::renderer(Picture& picture, const QColor& colour)
{
    std::shared_ptr<QSvgRenderer>& kept = picture.renderers[colour.rgba()];
    if (!kept) {
        QByteArray svg = picture.svg;
        svg.replace("currentColor", colour.name(QColor::HexRgb).toLatin1());
        kept = std::make_shared<QSvgRenderer>(svg);
    }
    return *kept;
}

std::optional<FormulaSize> FormulaLibrary::size(const QString& tex, bool display)
{
    const Picture& found = picture(tex, display);
    return found.svg.isEmpty() ? std::nullopt : std::optional(found.size);
}

bool FormulaLibrary::paint(
    QPainter& painter, const QRectF& box, const QString& tex, bool display, const QColor& colour)
{
    Picture& found = picture(tex, display);
    if (found.svg.isEmpty())
        return false;
    const bool pixels = painter.paintEngine() && painter.paintEngine()->type() == QPaintEngine::Raster
        && painter.transform().type() <= QTransform::TxTranslate;
    if (!pixels) {
        renderer(found, colour).render(&painter, box);
        return true;
    }
    // Paths are slow to fill again and again: a paragraph with a live number repaints while a hand drags.
    const double ratio = painter.device()->devicePixelRatioF();
    const QSize size(int(std::ceil(box.width() * ratio)), int(std::ceil(box.height() * ratio)));
    if (size.isEmpty())
        return true;
    const QString key = QStringLiteral("%1 %2 %3x%4")
                            .arg(keyOf(tex, display))
                            .arg(colour.rgba())
                            .arg(box.width() * ratio)
                            .arg(box.height() * ratio);
    if (drawn_.size() >= maximumDrawn && !drawn_.contains(key))
        drawn_.clear();
    QImage& image = drawn_[key];
    if (image.isNull()) {
        image = QImage(size, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter filler(&image);
        filler.setRenderHint(QPainter::Antialiasing);
        renderer(found, colour).render(&filler, QRectF(QPointF(), box.size() * ratio));
        filler.end();
        image.setDevicePixelRatio(ratio);
    }
    // On whole device pixels, or the picture would be blurred.
    const QPointF device = painter.transform().map(box.topLeft()) * ratio;
    const QPointF place = painter.transform().inverted().map(
        QPointF(std::round(device.x()) / ratio, std::round(device.y()) / ratio));
    painter.drawImage(place, image);
    return true;
}

QSizeF FormulaLibrary::formulaSize(const QString& tex, double exPixels)
{
    const std::optional<FormulaSize> found = size(tex, true);
    return found ? QSizeF(found->width, found->height) * exPixels : QSizeF();
}

void FormulaLibrary::paintFormula(
    QPainter& painter, const QRectF& box, const QString& tex, const QColor& colour, double exPixels)
{
    const QSizeF natural = formulaSize(tex, exPixels);
    if (natural.isEmpty()) {
        painter.setPen(colour);
        drawWrappedText(painter, box, Qt::AlignLeft | Qt::AlignVCenter, foldTex(tex));
        return;
    }
    const double shrink = std::min({1.0, box.width() / natural.width(), box.height() / natural.height()});
    const QSizeF taken = natural * shrink;
    paint(painter, QRectF(QPointF(box.left(), box.center().y() - taken.height() / 2), taken), tex, true,
        colour);
}

} // namespace tangent
