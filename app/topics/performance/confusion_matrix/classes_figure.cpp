// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topics/performance/confusion_matrix/shown.h"
#include "app/topics/performance/confusion_matrix/words.h"

#include <algorithm>

namespace tangent::confusion {

namespace {

constexpr size_t mostTypedClasses = 10;
constexpr double rowsOfNewClass = 10;

TableFigure::Item words(const QString& text)
{
    TableFigure::Item item;
    item.text = text;
    return item;
}

TableFigure::Item share(const std::optional<double>& value)
{
    TableFigure::Item item = words(shownShare(value));
    item.bar = value ? std::clamp(*value, 0.0, 1.0) : -1;
    item.role = value ? Role::Ink : Role::Muted;
    return item;
}

TableFigure::Line classLine(const Shown& shown, int code)
{
    const auto& scores = shown.scores;
    const auto at = [&](size_t model) -> const evaluate::ClassScores& {
        return scores[model].classes[size_t(code)];
    };
    TableFigure::Line line;
    line.current = code == shown.judged.positive;
    line.target.key = QStringLiteral("positive");
    line.target.value = shown.className(code);
    line.items = {words(shortName(shown.className(code))),
        words(shownCount(at(0).truePositives + at(0).falseNegatives))};
    for (const auto& ratio : {&evaluate::ClassScores::precision, &evaluate::ClassScores::recall}) {
        for (size_t model = 0; model < scores.size(); ++model)
            line.items.push_back(share(at(model).*ratio));
    }
    if (!shown.hasTwo())
        line.items.push_back(share(at(0).specificity));
    for (size_t model = 0; model < scores.size(); ++model)
        line.items.push_back(share(at(model).f1));
    line.items.front().strong = line.current;
    return line;
}

TableFigure::Line meanLine(
    const Shown& shown, const QString& name, evaluate::ClassMeans evaluate::ConfusionScores::*means)
{
    TableFigure::Line line;
    bool hasUndefined = false;
    std::vector<TableFigure::Item> items;
    const auto add = [&](evaluate::ClassMean evaluate::ClassMeans::*ratio) {
        for (const evaluate::ConfusionScores& scores : shown.scores) {
            const evaluate::ClassMean& mean = (scores.*means).*ratio;
            hasUndefined = hasUndefined || mean.undefinedClasses > 0;
            items.push_back(words(shownShare(mean.value)));
            items.back().strong = true;
        }
    };
    add(&evaluate::ClassMeans::precision);
    add(&evaluate::ClassMeans::recall);
    if (!shown.hasTwo())
        items.push_back(words(QString()));
    add(&evaluate::ClassMeans::f1);
    line.items = {words(hasUndefined ? tr("%1, undefined as 0").arg(name) : name), words(QString())};
    line.items.front().role = Role::Muted;
    line.items.insert(line.items.end(), items.begin(), items.end());
    return line;
}

/// Counts by hand: one class more, or one less.
TableFigure::Line sizeLine(const QString& text, Rows counts)
{
    TableFigure::Line line;
    line.items = {words(text)};
    line.items.front().role = Role::Accent;
    line.target.key = QStringLiteral("counts");
    line.target.value = std::move(counts);
    return line;
}

Rows withOneMore(Rows counts)
{
    for (Row& row : counts)
        row.emplace_back(0.0);
    Row last(counts.size(), Cell(0.0));
    last.emplace_back(rowsOfNewClass);
    counts.push_back(std::move(last));
    return counts;
}

Rows withOneLess(Rows counts)
{
    counts.pop_back();
    for (Row& row : counts)
        row.pop_back();
    return counts;
}

} // namespace

Figure classesFigure(const Shown& shown)
{
    TableFigure table;
    table.columns = shown.hasTwo()
        ? QStringList{tr("class"), tr("rows"), tr("precision A"), tr("B"), tr("recall A"), tr("B"),
            tr("F1 A"), tr("B")}
        : QStringList{tr("class"), tr("rows"), tr("precision"), tr("recall"), tr("specificity"), tr("F1")};
    table.rightAligned.assign(size_t(table.columns.size()), true);
    table.rightAligned[0] = false;
    for (int code = 0; code < shown.judged.classCount(); ++code)
        table.lines.push_back(classLine(shown, code));
    table.lines.push_back(meanLine(shown, tr("micro mean"), &evaluate::ConfusionScores::micro));
    table.lines.push_back(meanLine(shown, tr("macro mean"), &evaluate::ConfusionScores::macro));
    table.lines.push_back(meanLine(shown, tr("weighted mean"), &evaluate::ConfusionScores::weighted));
    Figure figure;
    figure.hint = tr("click the positive class");
    if (shown.source == Source::Counts) {
        const Rows& typed = shown.state.rowsOf("counts");
        if (typed.size() < mostTypedClasses)
            table.lines.push_back(sizeLine(tr("add a class"), withOneMore(typed)));
        if (typed.size() > 2)
            table.lines.push_back(sizeLine(tr("remove class %1").arg(typed.size()), withOneLess(typed)));
    }
    constexpr int lineHeight = 21;
    const bool isLong = shown.hasManyClasses() && !shown.hasTwo();
    const size_t mostLines = shown.hasTwo() ? 3 : isLong ? 13 : 8; // more are scrolled
    figure.key = QStringLiteral("classes");
    figure.title = tr("Class by class");
    figure.place = isLong ? Figure::Place::Side : Figure::Place::Strip;
    figure.minimumHeight = 24 + lineHeight * int(std::min(table.lines.size(), mostLines));
    figure.weight = 1.6;
    figure.content = std::move(table);
    return figure;
}

} // namespace tangent::confusion
