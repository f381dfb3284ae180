// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/evaluate/normal_law.h"
#include "app/topics/performance/roc_auc/shown.h"
#include "app/topics/performance/roc_auc/words.h"

#include <algorithm>
#include <cmath>

namespace tangent::roc {

namespace {

constexpr Role negativeRole = Role::Class0;
constexpr Role positiveRole = Role::Class1;
constexpr double paleOpacity = 0.14;
constexpr double tailOpacity = 0.5;
constexpr double headroom = 1.16; ///< above the highest point, for names

/// A normal law over the axis, at even places.
struct Bell {
    double mean;
    double spread;

    double height(double x) const { return evaluate::normalDensity((x - mean) / spread) / spread; }
    double peak() const { return height(mean); }
};

Area surface(const Bell& bell, double from, double to, Role role, double opacity)
{
    // Even places, and closer ones under the bell itself, so that a narrow one is round, too.
    constexpr int coarse = 120;
    constexpr int fine = 120;
    constexpr double reach = 4; // spreads
    std::vector<double> places;
    for (int i = 0; i <= coarse; ++i)
        places.push_back(from + (to - from) * i / coarse);
    for (int i = 0; i <= fine; ++i) {
        const double x = bell.mean + bell.spread * reach * (2.0 * i / fine - 1);
        if (x > from && x < to)
            places.push_back(x);
    }
    std::sort(places.begin(), places.end());
    Area area;
    area.role = role;
    area.opacity = opacity;
    area.lower.assign(places.size(), 0);
    for (const double x : places)
        area.upper.push_back(bell.height(x));
    area.x = std::move(places);
    return area;
}

Line outline(const Area& area, Role role)
{
    Line line;
    line.x = area.x;
    line.y = area.upper;
    line.role = role;
    line.width = 1.8;
    return line;
}

Words name(double x, double y, const QString& text, Role role)
{
    Words words;
    words.x = x;
    words.y = y;
    words.text = text;
    words.role = role;
    words.anchor = Qt::AlignHCenter | Qt::AlignTop;
    words.strong = true;
    return words;
}

/// What the tail beyond the threshold is: its rate, written beside it.
QString tailLabel(bool positive, double rate)
{
    return positive ? tr("true positives %1").arg(shownRate(rate))
                    : tr("false positives %1").arg(shownRate(rate));
}

void addBells(const Shown& shown, Plot* plot)
{
    const Bell negatives{0, 1};
    const Bell positives{shown.scoring.bells->separation, shown.scoring.bells->spreadRatio};
    const double cut = std::clamp(shown.threshold, bellsLow, bellsHigh);
    const bool asRows = shown.first().histogram.has_value();
    for (const auto& [bell, role, rate, isPositive] :
        {std::tuple(negatives, negativeRole, shown.falsePositiveRate(), false),
            std::tuple(positives, positiveRole, shown.truePositiveRate(), true)}) {
        const Area whole = surface(bell, bellsLow, bellsHigh, role, paleOpacity);
        if (!asRows) {
            plot->layers.emplace_back(whole);
            if (cut < bellsHigh) {
                Area tail = surface(bell, cut, bellsHigh, role, tailOpacity);
                if (rate > 0.02)
                    tail.label = tailLabel(isPositive, rate);
                plot->layers.emplace_back(tail);
            }
        }
        plot->layers.emplace_back(outline(whole, role));
    }
    plot->layers.emplace_back(name(-0.9, negatives.height(0.9), shown.scoring.negativeName, negativeRole));
    std::get<Words>(plot->layers.back()).anchor = Qt::AlignLeft | Qt::AlignTop;
    plot->layers.emplace_back(
        name(positives.mean, positives.peak(), shown.scoring.positiveName, positiveRole));
}

/// How a class fills the bins: bars in units of `perRow`, those beyond the threshold strong.
void addBars(const Shown& shown, bool ofPositives, double perRow, Plot* plot)
{
    const evaluate::ScoreHistogram& histogram = *shown.first().histogram;
    const Eigen::VectorXd& rows = ofPositives ? histogram.positives : histogram.negatives;
    const evaluate::RocCurve& curve = shown.first().curve;
    const auto called = [&](double threshold) {
        const evaluate::ThresholdCounts counts = curve.countsAt(threshold);
        return ofPositives ? counts.truePositives : counts.falsePositives;
    };
    Bars pale;
    Bars strong;
    const auto add = [&](Bars& bars, double from, double to, double value) {
        bars.from.push_back(from);
        bars.to.push_back(to);
        bars.value.push_back(value);
    };
    for (Eigen::Index bin = 0; bin < rows.size(); ++bin) {
        const double value = rows(bin) * perRow;
        const double from = histogram.edge(bin);
        const double to = histogram.edge(bin + 1);
        if (!(value > 0))
            continue;
        if (shown.threshold <= from || shown.threshold > to) {
            add(shown.threshold <= from ? strong : pale, from, to, value);
            continue;
        }
        // In the bin of the threshold: one colour where all of its rows are on one side.
        const double beyond = called(shown.threshold) - (bin + 1 < rows.size() ? called(to) : 0);
        if (beyond < 0.5)
            add(pale, from, to, value);
        else if (beyond > rows(bin) - 0.5)
            add(strong, from, to, value);
        else {
            add(pale, from, shown.threshold, value);
            add(strong, shown.threshold, to, value);
        }
    }
    for (Bars* bars : {&pale, &strong}) {
        bars->roles = {ofPositives ? positiveRole : negativeRole};
        bars->opacity = bars == &pale ? paleOpacity + 0.06 : tailOpacity + 0.05;
        bars->gap = 1;
        plot->layers.emplace_back(std::move(*bars));
    }
}

/// The two rates beside the rule: bars have no room for words.
void addRates(const Shown& shown, double height, Plot* plot)
{
    const ScoredRows& rows = shown.first();
    if (shown.threshold < rows.low || shown.threshold > rows.high)
        return;
    const bool toTheRight = shown.threshold < rows.low + 0.6 * (rows.high - rows.low);
    const double gap = 0.012 * (rows.high - rows.low);
    for (const bool ofPositives : {true, false}) {
        Words words;
        words.x = shown.threshold + (toTheRight ? gap : -gap);
        words.y = height * (ofPositives ? 0.86 : 0.76);
        words.text =
            tailLabel(ofPositives, ofPositives ? shown.truePositiveRate() : shown.falsePositiveRate());
        words.role = ofPositives ? positiveRole : negativeRole;
        words.anchor = (toTheRight ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter;
        plot->layers.emplace_back(words);
    }
}

/// Where the bars of a class are tallest.
QPointF tallest(const Shown& shown, bool ofPositives, double perRow)
{
    const evaluate::ScoreHistogram& histogram = *shown.first().histogram;
    Eigen::Index at = 0;
    const double rows = (ofPositives ? histogram.positives : histogram.negatives).maxCoeff(&at);
    return {(histogram.edge(at) + histogram.edge(at + 1)) / 2, rows * perRow};
}

/// Both histograms, each with area 1, so that a tail is a rate. Returns the height of the picture.
double addHistograms(const Shown& shown, Plot* plot)
{
    const ScoredRows& rows = shown.first();
    const double width = rows.histogram->edge(1) - rows.histogram->edge(0);
    double height = 0;
    for (const bool ofPositives : {false, true}) {
        const double classRows = ofPositives ? rows.curve.positives() : rows.curve.negatives();
        // Bells are densities, so their rows are, too; elsewhere a bar is its share of the class.
        const double perRow = 1 / classRows / (shown.scoring.bells ? width : 1);
        addBars(shown, ofPositives, perRow, plot);
        const QPointF top = tallest(shown, ofPositives, perRow);
        height = std::max(height, top.y());
        if (!shown.scoring.bells)
            plot->layers.emplace_back(
                name(top.x(), top.y(), ofPositives ? shown.scoring.positiveName : shown.scoring.negativeName,
                    ofPositives ? positiveRole : negativeRole));
    }
    return height;
}

QString pairsText(const Shown& shown)
{
    int right = 0;
    int ties = 0;
    for (const evaluate::ScoredPair& pair : shown.pairs) {
        right += pair.outcome == evaluate::PairOutcome::Right ? 1 : 0;
        ties += pair.outcome == evaluate::PairOutcome::Tie ? 1 : 0;
    }
    const QString text = tr("%1 of %2 pairs ranked right").arg(right).arg(shown.pairs.size());
    return ties == 0 ? text : tr("%1, %2 tied").arg(text).arg(ties);
}

/// Sampled pairs on lanes below the scores: a line from the negative to the positive.
void addPairs(const Shown& shown, double depth, Plot* plot)
{
    const ScoredRows& rows = shown.first();
    const auto inside = [&](double score) { return std::clamp(score, rows.low, rows.high); };
    Segments lines;
    Points ends[2];
    const double count = double(shown.pairs.size());
    for (size_t i = 0; i < shown.pairs.size(); ++i) {
        const evaluate::ScoredPair& pair = shown.pairs[i];
        const double y = -depth * (0.16 + 0.78 * (double(i) + 0.5) / count);
        const double negative = inside(rows.scores(pair.negativeRow));
        const double positive = inside(rows.scores(pair.positiveRow));
        lines.from.emplace_back(negative, y);
        lines.to.emplace_back(positive, y);
        lines.roles.push_back(pair.outcome == evaluate::PairOutcome::Right ? Role::Good
                : pair.outcome == evaluate::PairOutcome::Wrong             ? Role::Bad
                                                                           : Role::Warning);
        for (const bool isPositive : {false, true}) {
            ends[isPositive].x.push_back(isPositive ? positive : negative);
            ends[isPositive].y.push_back(y);
        }
    }
    lines.width = shown.pairs.size() > 30 ? 1 : 1.6;
    plot->layers.emplace_back(std::move(lines));
    for (const bool isPositive : {false, true}) {
        Points& points = ends[isPositive];
        points.classes.assign(points.x.size(), isPositive ? 1 : 0);
        points.size = shown.pairs.size() > 30 ? 3.5 : 5.5;
        plot->layers.emplace_back(std::move(points));
    }
    Words words;
    words.x = rows.high;
    words.y = -depth * 0.97;
    words.text = pairsText(shown);
    words.role = Role::Muted;
    words.anchor = Qt::AlignLeft | Qt::AlignTop;
    plot->layers.emplace_back(words);
}

QString scoreLabel(const Shown& shown)
{
    if (shown.scoring.bells)
        return tr("score");
    if (usesModel(shown.source))
        return tr("P(%1) by %2, rows held out").arg(shown.scoring.positiveName, shown.scoring.firstName);
    return shown.scoring.firstName;
}

} // namespace

Figure scoresFigure(const Shown& shown)
{
    const ScoredRows& rows = shown.first();
    Plot plot;
    plot.x.label = scoreLabel(shown);
    plot.x.minimum = rows.low;
    plot.x.maximum = rows.high;
    if (shown.source == Source::Table)
        plot.x.unit = shown.state.table->find(shown.scoring.firstName)->unit;
    plot.y.hidden = true;
    double height = 0;
    if (rows.histogram)
        height = addHistograms(shown, &plot);
    if (shown.scoring.bells) {
        addBells(shown, &plot);
        const double ratio = shown.scoring.bells->spreadRatio;
        height = std::max({height, evaluate::normalDensity(0), evaluate::normalDensity(0) / ratio});
    }
    height = height > 0 ? headroom * height : 1;
    plot.y.maximum = height;
    if (rows.histogram)
        addRates(shown, height, &plot);
    const double depth = 0.36 * height;
    plot.y.minimum = shown.pairs.empty() ? 0 : -depth;
    if (!shown.pairs.empty())
        addPairs(shown, depth, &plot);
    Line floor;
    floor.x = {rows.low, rows.high};
    floor.y = {0, 0};
    floor.role = Role::Muted;
    floor.width = 1;
    plot.layers.emplace_back(floor);

    Figure figure;
    figure.key = QStringLiteral("scores");
    figure.title = tr("Scores of both classes");
    figure.hint = shown.scoring.bells ? tr("drag the threshold or a bell") : tr("drag the threshold");
    figure.minimumHeight = 150;
    figure.content = std::move(plot);
    return figure;
}

std::vector<Handle> handles(const Shown& shown)
{
    const ScoredRows& rows = shown.first();
    Handle threshold;
    threshold.id = QStringLiteral("threshold");
    threshold.figure = QStringLiteral("scores");
    threshold.label = tr("Threshold");
    threshold.geometry = Handle::Geometry::XRule;
    threshold.x.key = threshold.id;
    threshold.at = {std::clamp(shown.threshold, rows.low, rows.high), 0};
    threshold.minimum = rows.low;
    threshold.maximum = rows.high;
    threshold.role = Role::Ink;
    for (const double catches : {shown.youden, shown.cheapest}) {
        if (catches > rows.low && catches < rows.high)
            threshold.snaps.push_back(catches);
    }
    threshold.snapDistance = 0.004 * (rows.high - rows.low);
    std::vector<Handle> all{threshold};
    if (!shown.scoring.bells)
        return all;

    const Bell bell{shown.scoring.bells->separation, shown.scoring.bells->spreadRatio};
    Handle mean;
    mean.id = QStringLiteral("separation");
    mean.figure = threshold.figure;
    mean.label = tr("Mean of the positives");
    mean.geometry = Handle::Geometry::Point;
    mean.x.key = mean.id;
    mean.at = {bell.mean, 0.72 * bell.peak()};
    mean.role = positiveRole;
    Handle spread = mean;
    spread.id = QStringLiteral("spread-ratio");
    spread.label = tr("Spread of the positives");
    spread.geometry = Handle::Geometry::Vertex;
    spread.x.key = spread.id;
    spread.mapX.offset = bell.mean;
    spread.at = {bell.mean + bell.spread, bell.height(bell.mean + bell.spread)};
    all.push_back(mean);
    all.push_back(spread);
    return all;
}

} // namespace tangent::roc
