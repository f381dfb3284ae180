// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/contract/random_state.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace tangent::tests {

namespace {

constexpr double shareChanged = 0.4;
constexpr double shareOtherData = 0.15;
constexpr int mostRows = 3;
constexpr double mostSteps = 60; // long runs are the labs' own tests

double between(double low, double high, Random& random)
{
    return low + (high - low) * random.uniform();
}

Cell randomCell(const RowColumn& column, Random& random)
{
    if (column.isText)
        return QString();
    const double value = between(column.minimum, column.maximum, random);
    return column.whole ? std::round(value) : value;
}

Value randomRows(const Parameter& parameter, Random& random)
{
    const bool hasText = std::any_of(parameter.columns.begin(), parameter.columns.end(),
        [](const RowColumn& column) { return column.isText; });
    if (hasText || parameter.columns.empty())
        return parameter.defaultValue;
    const int most = std::min(parameter.maximumRows, std::max(mostRows, parameter.minimumRows));
    const int count =
        parameter.minimumRows + int(random.below(std::uint64_t(most - parameter.minimumRows + 1)));
    Rows rows;
    for (int r = 0; r < count; ++r) {
        Row row;
        const int width = parameter.square ? count : int(parameter.columns.size());
        for (int c = 0; c < width; ++c)
            row.push_back(randomCell(parameter.columns[parameter.square ? 0 : size_t(c)], random));
        rows.push_back(row);
    }
    return rows;
}

/// The default, a part of it, or letters that mean nothing.
Value randomText(const Parameter& parameter, Random& random)
{
    const QString whole = text(parameter.defaultValue);
    const double draw = random.uniform();
    QString made;
    if (draw < shareChanged)
        return parameter.defaultValue;
    if (draw < 2 * shareChanged && !whole.isEmpty()) {
        made = whole.left(qsizetype(random.below(std::uint64_t(whole.size()) + 1)));
    } else {
        for (int i = 0; i < 12; ++i)
            made += QChar(ushort(between(' ', '~', random)));
    }
    made = made.left(parameter.maximumRows);
    const QRegularExpression fits(QRegularExpression::anchoredPattern(parameter.pattern));
    if (!parameter.pattern.isEmpty() && !fits.match(made).hasMatch())
        return parameter.defaultValue; // a link would be refused
    return made.size() < parameter.minimumRows ? parameter.defaultValue : Value(made);
}

} // namespace

Value randomValue(const Parameter& declared, Random& random)
{
    using Kind = Parameter::Kind;
    Parameter parameter = declared;
    parameter.maximum = declared.cheapMaximum.value_or(declared.maximum);
    switch (parameter.kind) {
    case Kind::Real:
        if (parameter.logarithmic && parameter.minimum > 0)
            return std::exp(between(std::log(parameter.minimum), std::log(parameter.maximum), random));
        return between(parameter.minimum, parameter.maximum, random);
    case Kind::Integer:
    case Kind::Seed:
        return parameter.minimum
            + double(random.below(std::uint64_t(parameter.maximum - parameter.minimum) + 1));
    case Kind::Step:
        return random.uniform() < 0.3
            ? endStep
            : std::floor(between(0, std::min(parameter.maximum, mostSteps), random));
    case Kind::Toggle:
        return random.uniform() < 0.5;
    case Kind::Choice:
        return parameter.choices[random.below(parameter.choices.size())].token;
    case Kind::Point:
        return QPointF(between(parameter.minimum, parameter.maximum, random),
            between(parameter.minimumY, parameter.maximumY, random));
    case Kind::Set: {
        QStringList chosen;
        for (const Choice& choice : parameter.choices) {
            if (random.uniform() < 0.5)
                chosen << choice.token;
        }
        return chosen;
    }
    case Kind::Rows:
        return randomRows(parameter, random);
    case Kind::Text:
        return randomText(parameter, random);
    case Kind::Grid:
        break;
    }
    return parameter.defaultValue;
}

Request randomRequest(const Lab& lab, const Settled& from, Random& random)
{
    Request request(from.state);
    const QStringList data = lab.info().suggestedData;
    if (!data.isEmpty() && random.uniform() < shareOtherData) {
        request.values.clear();
        request.values[QStringLiteral("data")] = data[qsizetype(random.below(std::uint64_t(data.size())))];
        if (!lab.tableSource().isEmpty() && findParameter(from.parameters, QStringLiteral("source")))
            request.values[QStringLiteral("source")] = from.values.value(QStringLiteral("source"));
    }
    for (const Parameter& parameter : from.parameters) {
        if (random.uniform() < shareChanged)
            request.values[parameter.key] = randomValue(parameter, random);
    }
    return request;
}

} // namespace tangent::tests
