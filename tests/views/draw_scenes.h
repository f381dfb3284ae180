// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/views/plot_scenes.h"

namespace tangent::tests {

inline Drawing drawingXY()
{
    Drawing drawing;
    drawing.table = QStringLiteral("sheet");
    drawing.columns = {
        QStringLiteral("y"), QStringLiteral("note"), QStringLiteral("x"), QStringLiteral("class")};
    drawing.x = QStringLiteral("x");
    drawing.y = QStringLiteral("y");
    drawing.label = QStringLiteral("class");
    drawing.classes = {QStringLiteral("A"), QStringLiteral("B")};
    drawing.lastId = 102;
    return drawing;
}

/// planeFigure() whose points are the rows of the table.
inline Figure sheetFigure(const Drawing& drawing = drawingXY())
{
    Figure figure = planeFigure();
    Plot& plot = std::get<Plot>(figure.content);
    std::get<Points>(plot.layers[0]).areRows = true;
    plot.drawing = drawing;
    return figure;
}

/// One item of a patch: the cells of an added row, or what stands there.
struct Item {
    QString text;
    QPointF at;   ///< of an added row
    QString word; ///< its class
};

inline std::vector<Item> itemsOf(const Values& values)
{
    std::vector<Item> items;
    const QString patch = text(values.value(QStringLiteral("patch")));
    for (const QString& one : patch.split(QLatin1Char(';'), Qt::SkipEmptyParts)) {
        Item item;
        item.text = QString::fromUtf8(QByteArray::fromPercentEncoding(one.toUtf8()));
        const QStringList cells = item.text.mid(1).split(QLatin1Char(','));
        if (item.text.startsWith(QLatin1Char('+')) && cells.size() == 4) {
            item.at = {cells[2].toDouble(), cells[0].toDouble()};
            item.word = cells[3];
        }
        items.push_back(item);
    }
    return items;
}

} // namespace tangent::tests
