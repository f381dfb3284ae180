// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/link_text.h"

#include "app/lab/grid_text.h"
#include "app/lab/nearest_name.h"
#include "widgets/scene/number_text.h"

#include <QLocale>
#include <QRegularExpression>
#include <QStringDecoder>
#include <QUrl>

#include <algorithm>
#include <cmath>

namespace tangent {

namespace {

QString encodePiece(const QString& piece)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(piece));
}

QString encodeCell(const Cell& cell)
{
    return std::holds_alternative<double>(cell) ? exactNumber(std::get<double>(cell))
                                                : encodePiece(std::get<QString>(cell));
}

std::optional<double> readNumber(const QString& text)
{
    bool ok = false;
    const double value = QLocale::c().toDouble(text, &ok);
    const bool plain = std::all_of(
        text.begin(), text.end(), [](QChar c) { return c.isDigit() || QStringLiteral("+-.eE").contains(c); });
    return ok && plain && std::isfinite(value) ? std::optional<double>(value) : std::nullopt;
}

QString rangeText(double low, double high)
{
    return QStringLiteral("from %1 to %2").arg(exactNumber(low), exactNumber(high));
}

/// Fails with a sentence: the reading functions below return through it.
std::nullopt_t refuse(QString* complaint, const QString& key, const QString& what)
{
    if (complaint)
        *complaint = key + QStringLiteral(": ") + what;
    return std::nullopt;
}

QString shortened(const QString& text)
{
    return text.size() > 40 ? text.left(40) + QStringLiteral("…") : text;
}

bool fitsPattern(const QString& text, const QString& pattern)
{
    return pattern.isEmpty()
        || QRegularExpression(QRegularExpression::anchoredPattern(pattern)).match(text).hasMatch();
}

QStringList tokens(const std::vector<Choice>& choices)
{
    QStringList names;
    for (const Choice& choice : choices)
        names << choice.token;
    return names;
}

std::optional<double> readRanged(
    const QString& key, const QString& encoded, double low, double high, bool whole, QString* complaint)
{
    const auto value = readNumber(encoded);
    if (!value)
        return refuse(complaint, key,
            QStringLiteral("“%1” is not a number; write one %2.")
                .arg(shortened(encoded), rangeText(low, high)));
    if (whole && *value != std::floor(*value))
        return refuse(complaint, key,
            QStringLiteral("%1 is not a whole number; write one %2.").arg(encoded, rangeText(low, high)));
    if (*value < low || *value > high)
        return refuse(complaint, key,
            QStringLiteral("%1 is out of range; it goes %2.").arg(encoded, rangeText(low, high)));
    return value;
}

std::optional<Value> readStep(const Parameter& parameter, const QString& encoded, QString* complaint)
{
    if (encoded == QLatin1String("end"))
        return Value(endStep);
    const auto value =
        readRanged(parameter.key, encoded, parameter.minimum, parameter.maximum, false, complaint);
    if (!value)
        return std::nullopt;
    const double grain = parameter.halfSteps ? 2 : 1;
    if (*value * grain != std::floor(*value * grain))
        return refuse(complaint, parameter.key,
            parameter.halfSteps
                ? QStringLiteral("%1 is between half-steps; write a whole number or one that ends in .5.")
                      .arg(encoded)
                : QStringLiteral("%1 is not a whole number of steps.").arg(encoded));
    return Value(*value);
}

std::optional<Value> readChoice(const Parameter& parameter, const QString& encoded, QString* complaint)
{
    const QStringList allowed = tokens(parameter.choices);
    const QString token = decodeText(encoded).value_or(encoded);
    if (allowed.contains(token))
        return Value(token);
    return refuse(complaint, parameter.key,
        QStringLiteral("there is no choice “%1”; did you mean “%2”? (%3)")
            .arg(shortened(token), nearestName(token, allowed), allowed.join(QStringLiteral(", "))));
}

std::optional<Value> readPoint(const Parameter& parameter, const QString& encoded, QString* complaint)
{
    const QStringList pieces = encoded.split(QLatin1Char(','));
    if (pieces.size() != 2)
        return refuse(complaint, parameter.key,
            QStringLiteral("“%1” is not a point; write two numbers as x,y.").arg(shortened(encoded)));
    const auto x =
        readRanged(parameter.key, pieces[0], parameter.minimum, parameter.maximum, false, complaint);
    if (!x)
        return std::nullopt;
    const auto y =
        readRanged(parameter.key, pieces[1], parameter.minimumY, parameter.maximumY, false, complaint);
    return y ? std::optional<Value>(QPointF(*x, *y)) : std::nullopt;
}

std::optional<Value> readSet(const Parameter& parameter, const QString& encoded, QString* complaint)
{
    QStringList chosen;
    const QStringList allowed = tokens(parameter.choices);
    const QStringList pieces = encoded.isEmpty() ? QStringList() : encoded.split(QLatin1Char(','));
    for (const QString& piece : pieces) {
        const QString token = decodeText(piece).value_or(piece);
        if (!allowed.contains(token))
            return refuse(complaint, parameter.key,
                QStringLiteral("there is no choice “%1”; did you mean “%2”?")
                    .arg(shortened(token), nearestName(token, allowed)));
        if (!chosen.contains(token))
            chosen << token;
    }
    return Value(chosen);
}

std::optional<Value> readRows(const Parameter& parameter, const QString& encoded, QString* complaint)
{
    Rows result;
    // Where there has to be a row of one text, nothing is an empty text.
    const bool isEmptyText =
        parameter.minimumRows > 0 && parameter.columns.size() == 1 && parameter.columns.front().isText;
    const QStringList lines =
        encoded.isEmpty() && !isEmptyText ? QStringList() : encoded.split(QLatin1Char(';'));
    if (lines.size() > parameter.maximumRows || lines.size() < parameter.minimumRows)
        return refuse(complaint, parameter.key,
            QStringLiteral("%1 rows are given; it takes %2.")
                .arg(lines.size())
                .arg(rangeText(parameter.minimumRows, parameter.maximumRows)));
    const qsizetype given = lines.isEmpty() ? 0 : lines.first().count(QLatin1Char(',')) + 1;
    const auto expected = parameter.square ? lines.size()
        : parameter.mostColumns > 0        ? std::min(given, qsizetype(parameter.mostColumns))
                                           : qsizetype(parameter.columns.size());
    for (qsizetype r = 0; r < lines.size(); ++r) {
        const QStringList pieces = lines[r].split(QLatin1Char(','));
        if (pieces.size() != expected)
            return refuse(complaint, parameter.key,
                QStringLiteral("row %1 has %2 values where %3 belong.")
                    .arg(r + 1)
                    .arg(pieces.size())
                    .arg(expected));
        Row row;
        for (qsizetype c = 0; c < pieces.size(); ++c) {
            const RowColumn& column =
                parameter.columns[parameter.square || parameter.mostColumns > 0 ? 0 : size_t(c)];
            if (column.isText) {
                row.emplace_back(decodeText(pieces[c]).value_or(pieces[c]));
                continue;
            }
            const QString place =
                QStringLiteral("%1 row %2, %3").arg(parameter.key).arg(r + 1).arg(column.label);
            const auto cell =
                readRanged(place, pieces[c], column.minimum, column.maximum, column.whole, complaint);
            if (!cell)
                return std::nullopt;
            row.emplace_back(*cell);
        }
        result.push_back(std::move(row));
    }
    return Value(result);
}

Value clampedRows(const Parameter& parameter, Rows given)
{
    if (int(given.size()) > parameter.maximumRows)
        given.resize(size_t(parameter.maximumRows));
    const size_t expected = parameter.square ? given.size()
        : parameter.mostColumns > 0 && !given.empty()
        ? std::min(given.front().size(), size_t(parameter.mostColumns))
        : parameter.columns.size();
    for (Row& row : given) {
        if (row.size() != expected)
            return parameter.defaultValue;
        for (size_t c = 0; c < row.size(); ++c) {
            const RowColumn& column =
                parameter.columns[parameter.square || parameter.mostColumns > 0 ? 0 : c];
            if (column.isText != std::holds_alternative<QString>(row[c]))
                return parameter.defaultValue;
            if (double* value = std::get_if<double>(&row[c])) {
                *value = std::clamp(*value, column.minimum, column.maximum);
                if (column.whole)
                    *value = std::round(*value);
            }
        }
    }
    return int(given.size()) < parameter.minimumRows ? parameter.defaultValue : Value(given);
}

} // namespace

QString encodeText(const QString& text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text, QByteArrayLiteral(",;:@")));
}

std::optional<QString> decodeText(const QString& encoded)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString decoded = decoder(QByteArray::fromPercentEncoding(encoded.toUtf8()));
    return decoder.hasError() ? std::nullopt : std::optional<QString>(decoded);
}

QString encodeValue(const Value& value)
{
    struct Encoder {
        QString operator()(std::monostate) const { return {}; }
        QString operator()(bool on) const { return on ? QStringLiteral("true") : QStringLiteral("false"); }
        QString operator()(double number) const { return exactNumber(number); }
        QString operator()(const QString& text) const { return encodeText(text); }
        QString operator()(const QPointF& at) const
        {
            return exactNumber(at.x()) + QLatin1Char(',') + exactNumber(at.y());
        }
        QString operator()(const QStringList& items) const
        {
            QStringList pieces;
            for (const QString& item : items)
                pieces << encodePiece(item);
            return pieces.join(QLatin1Char(','));
        }
        QString operator()(const Rows& rows) const
        {
            QStringList lines;
            for (const Row& row : rows) {
                QStringList pieces;
                for (const Cell& cell : row)
                    pieces << encodeCell(cell);
                lines << pieces.join(QLatin1Char(','));
            }
            return lines.join(QLatin1Char(';'));
        }
        QString operator()(const Grid& grid) const { return encodeGrid(grid); }
    };
    return std::visit(Encoder(), value);
}

std::optional<Value> decodeValue(const Parameter& parameter, const QString& encoded, QString* complaint)
{
    using Kind = Parameter::Kind;
    switch (parameter.kind) {
    case Kind::Real:
    case Kind::Integer:
    case Kind::Seed: {
        const bool whole = parameter.kind != Kind::Real;
        const auto value =
            readRanged(parameter.key, encoded, parameter.minimum, parameter.maximum, whole, complaint);
        return value ? std::optional<Value>(*value) : std::nullopt;
    }
    case Kind::Step:
        return readStep(parameter, encoded, complaint);
    case Kind::Toggle:
        if (encoded == QLatin1String("true") || encoded == QLatin1String("false"))
            return Value(encoded == QLatin1String("true"));
        return refuse(complaint, parameter.key,
            QStringLiteral("“%1” is neither true nor false.").arg(shortened(encoded)));
    case Kind::Choice:
        return readChoice(parameter, encoded, complaint);
    case Kind::Set:
        return readSet(parameter, encoded, complaint);
    case Kind::Point:
        return readPoint(parameter, encoded, complaint);
    case Kind::Rows:
        return readRows(parameter, encoded, complaint);
    case Kind::Text: {
        const auto decoded = decodeText(encoded);
        if (!decoded)
            return refuse(complaint, parameter.key, QStringLiteral("the text is not valid UTF-8."));
        if (decoded->size() > parameter.maximumRows)
            return refuse(complaint, parameter.key,
                QStringLiteral("the text is longer than %1 characters.").arg(parameter.maximumRows));
        // Only here: what a hand is still typing may not fit yet, and is the lab's own to judge.
        if (!fitsPattern(*decoded, parameter.pattern))
            return refuse(complaint, parameter.key,
                QStringLiteral("“%1” cannot be read. %2").arg(shortened(*decoded), parameter.help));
        return Value(*decoded);
    }
    case Kind::Grid: {
        const auto grid = decodeGrid(encoded);
        if (!grid)
            return refuse(complaint, parameter.key,
                QStringLiteral("the drawing is not WIDTHxHEIGHTxLEVELS: and its cells."));
        return Value(*grid);
    }
    }
    return std::nullopt;
}

Value legalValue(const Parameter& parameter, const Value& value, QString* complaint)
{
    using Kind = Parameter::Kind;
    if (std::holds_alternative<std::monostate>(value))
        return parameter.defaultValue;
    Value legal = parameter.defaultValue;
    switch (parameter.kind) {
    case Kind::Real:
    case Kind::Integer:
    case Kind::Seed:
        if (const double* given = std::get_if<double>(&value); given && std::isfinite(*given)) {
            const double inside = std::clamp(*given, parameter.minimum, parameter.maximum);
            legal = parameter.kind == Kind::Real ? inside : std::round(inside);
        }
        break;
    case Kind::Step:
        if (const double* given = std::get_if<double>(&value); given && std::isfinite(*given)) {
            const double grain = parameter.halfSteps ? 2 : 1;
            legal = *given < 0
                ? endStep
                : std::round(std::clamp(*given, parameter.minimum, parameter.maximum) * grain) / grain;
        }
        break;
    case Kind::Point:
        if (const QPointF* given = std::get_if<QPointF>(&value);
            given && std::isfinite(given->x()) && std::isfinite(given->y()))
            legal = QPointF(std::clamp(given->x(), parameter.minimum, parameter.maximum),
                std::clamp(given->y(), parameter.minimumY, parameter.maximumY));
        break;
    case Kind::Toggle:
        if (std::holds_alternative<bool>(value))
            legal = value;
        break;
    case Kind::Choice:
        if (const QString* given = std::get_if<QString>(&value);
            given && tokens(parameter.choices).contains(*given))
            legal = value;
        break;
    case Kind::Set:
        if (const QStringList* given = std::get_if<QStringList>(&value)) {
            const QStringList allowed = tokens(parameter.choices);
            if (std::all_of(given->begin(), given->end(),
                    [&](const QString& item) { return allowed.contains(item); }))
                legal = value;
        }
        break;
    case Kind::Text:
        if (const QString* given = std::get_if<QString>(&value))
            legal = given->left(parameter.maximumRows);
        break;
    case Kind::Rows:
        if (const Rows* given = std::get_if<Rows>(&value))
            legal = clampedRows(parameter, *given);
        break;
    case Kind::Grid:
        if (std::holds_alternative<Grid>(value))
            legal = value;
        break;
    }
    if (complaint && !(legal == value))
        *complaint = QStringLiteral("%1: %2 cannot be used here; it stands at %3.")
                         .arg(parameter.key, shortened(encodeValue(value)), shortened(encodeValue(legal)));
    return legal;
}

} // namespace tangent
