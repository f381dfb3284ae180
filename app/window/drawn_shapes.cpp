// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/drawn_shapes.h"

#include "app/lab/data/generators.h"
#include "app/lab/drawing.h"

#include <algorithm>

namespace tangent {

namespace {

constexpr double shapeRows = 120;

bool isPlane(const Generator& generator)
{
    return generator.name != drawnTable && generator.name != QLatin1String("bells");
}

/// The table's x and y in a square, its own proportions kept, and its classes by number.
DrawnShape shapeOf(const Generator& generator)
{
    Values wanted;
    wanted[QStringLiteral("rows")] = shapeRows;
    const Table table = generator.make(GeneratorSettings(generator.parameters, wanted));
    DrawnShape shape;
    shape.title = generator.title;
    const Column* x = table.find(QStringLiteral("x"));
    const Column* y = table.find(QStringLiteral("y"));
    const Column* label = table.find(table.label);
    if (!x || !y || x->numbers.empty())
        return shape;
    const auto [left, right] = std::minmax_element(x->numbers.begin(), x->numbers.end());
    const auto [bottom, top] = std::minmax_element(y->numbers.begin(), y->numbers.end());
    const QPointF middle((*left + *right) / 2, (*bottom + *top) / 2);
    const double side = std::max(*right - *left, *top - *bottom);
    for (size_t i = 0; i < x->numbers.size(); ++i) {
        const QPointF away = side > 0 ? (QPointF(x->numbers[i], y->numbers[i]) - middle) / side : QPointF();
        shape.places.push_back(QPointF(0.5, 0.5) + away);
        if (label && !label->isNumeric())
            shape.classes.push_back(std::max(0, label->codes[i]));
    }
    return shape;
}

} // namespace

std::vector<ShapeOffer> shapeOffers()
{
    std::vector<ShapeOffer> offers;
    for (const Generator& generator : generators()) {
        if (isPlane(generator))
            offers.push_back({generator.title, [&generator] { return shapeOf(generator); }});
    }
    return offers;
}

} // namespace tangent
