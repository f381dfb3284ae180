// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topics/data/pca/shown.h"
#include "app/topics/data/pca/words.h"
#include "widgets/scene/number_text.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace tangent::components {

namespace {

/// Of more features only the heaviest are listed.
constexpr int mostFeatures = 13;
constexpr int mostColumns = 4;
constexpr qsizetype longName = 20; ///< letters: names beyond that leave the usual side no room for numbers
constexpr int mostArrows = 6;
constexpr int mostNamedBars = 13;
constexpr int mostListed = 10;

QString shareText(const Shown& shown, int component)
{
    const double share = shown.share(component);
    return tr("%1, share %2").arg(componentName(component), shownNumber(share, shareDecimals(share)));
}

std::vector<double> scoresOn(const Shown& shown, int component)
{
    const Eigen::MatrixXd& scores = *shown.scores;
    if (component >= scores.cols())
        return std::vector<double>(size_t(scores.rows()), 0.0);
    return {scores.col(component).begin(), scores.col(component).end()};
}

/// Indices of the rows, the longest first.
std::vector<int> longestRows(const Eigen::MatrixXd& rows)
{
    const Eigen::VectorXd length = rows.rowwise().norm();
    std::vector<int> order(size_t(length.size()));
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(
        order.begin(), order.end(), [&](int one, int other) { return length(one) > length(other); });
    return order;
}

/// How each feature goes together with the two components: as long as their covariance, to a common scale.
void addFeatureArrows(const Shown& shown, double reach, Plot* plot)
{
    const decompose::Pca& pca = shown.fit->pca;
    if (shown.fit->components() < 2)
        return;
    const Eigen::MatrixXd shared = pca.loadings.leftCols(2) * pca.variances.head(2).cwiseSqrt().asDiagonal();
    std::vector<int> order = longestRows(shared);
    order.resize(std::min<size_t>(order.size(), mostArrows));
    const double longest = shared.row(order.front()).norm();
    if (!(longest > 0))
        return;
    Segments arrows;
    arrows.arrows = true;
    arrows.roles = {Role::Ink};
    arrows.width = 1.6;
    for (const int feature : order) {
        const QPointF tip = reach / longest * QPointF(shared(feature, 0), shared(feature, 1));
        if (std::hypot(tip.x(), tip.y()) < 0.12 * reach)
            continue;
        arrows.from.emplace_back(0, 0);
        arrows.to.push_back(tip);
        Words name;
        name.x = tip.x();
        name.y = tip.y();
        name.text = shown.sample->features[feature];
        name.anchor = std::abs(tip.x()) > std::abs(tip.y())
            ? (tip.x() > 0 ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter
            : Qt::AlignHCenter | (tip.y() > 0 ? Qt::AlignTop : Qt::AlignBottom);
        plot->layers.emplace_back(std::move(name));
    }
    plot->layers.emplace_back(std::move(arrows));
}

/// The label's classes in the colours of their marks, for a picture in which a name has no place of its own.
void addClassList(const Shown& shown, Plot* plot)
{
    const QStringList& levels = shown.sample->levels;
    if (!shown.showsLabel() || levels.size() > mostListed)
        return;
    for (int level = 0; level < levels.size(); ++level)
        addWords(plot, plot->x.minimum, plot->y.maximum - 9.0 * level, levels[level], classRole(level),
            Qt::AlignRight | Qt::AlignBottom, true);
}

} // namespace

int screeBars(const Shown& shown)
{
    return std::min(shown.fit->components(), mostComponents);
}

double screePlace(const Shown& shown, double component)
{
    return screeBars(shown) <= mostNamedBars ? component - 1 : component;
}

Figure screeFigure(const Shown& shown)
{
    const Fit& fit = *shown.fit;
    const int count = screeBars(shown);
    Plot plot;
    plot.zoomable = false;
    plot.x = axisOf(tr("component"), screePlace(shown, 0.5), screePlace(shown, count + 0.5));
    if (count <= mostNamedBars) {
        plot.x.scale = Axis::Scale::Category;
        for (int i = 0; i < count; ++i)
            plot.x.categories << QString::number(i + 1);
    }
    plot.y = axisOf(tr("share"), 0, 1.05);
    Bars bars;
    Line running;
    for (int i = 0; i < count; ++i) {
        bars.from.push_back(screePlace(shown, i + 0.6));
        bars.to.push_back(screePlace(shown, i + 1.4));
        bars.value.push_back(fit.shares(i));
        bars.roles.push_back(i < shown.kept ? Role::Good : Role::Muted);
        running.x.push_back(screePlace(shown, i + 1));
        running.y.push_back(fit.cumulative(i));
    }
    bars.opacity = 0.75;
    running.role = Role::Ink;
    running.markers = count <= 20;
    Rule enough;
    enough.orientation = Qt::Horizontal;
    enough.at = 0.95;
    enough.label = tr("95 %");
    plot.layers.emplace_back(std::move(enough));
    plot.layers.emplace_back(std::move(bars));
    plot.layers.emplace_back(std::move(running));
    Figure figure =
        figureOf("scree", tr("Share of each"), tr("line: their sum"), Figure::Place::Side, std::move(plot));
    figure.minimumHeight = 105;
    return figure;
}

Figure loadingsFigure(const Shown& shown)
{
    const Eigen::MatrixXd& loadings = shown.fit->pca.loadings;
    const int columns = std::min<int>(int(loadings.cols()), mostColumns);
    std::vector<int> listed(static_cast<size_t>(loadings.rows()));
    std::iota(listed.begin(), listed.end(), 0);
    const bool isCut = loadings.rows() > mostFeatures;
    if (isCut) {
        listed = longestRows(loadings.leftCols(columns));
        listed.resize(mostFeatures);
    }
    Matrix matrix;
    matrix.map = ColourMap::Diverging;
    matrix.low = -1;
    matrix.high = 1;
    for (int j = 0; j < columns; ++j)
        matrix.columnNames << componentName(j);
    qsizetype longest = 0;
    for (const int feature : listed) {
        matrix.rowNames << shown.sample->features[feature];
        longest = std::max(longest, matrix.rowNames.last().size());
        for (int j = 0; j < columns; ++j) {
            Matrix::Item item;
            item.value = loadings(feature, j);
            item.text = shownNumber(std::abs(item.value) < 0.005 ? 0 : item.value, 2);
            matrix.items.push_back(std::move(item));
        }
    }
    Figure figure;
    figure.key = QStringLiteral("loadings");
    figure.title = tr("Loadings");
    figure.hint =
        isCut ? tr("%1 of %2 columns").arg(mostFeatures).arg(loadings.rows()) : tr("what each mixes");
    figure.place = Figure::Place::Side;
    figure.sideShare = longest > longName ? 0.47 : 0;
    figure.minimumHeight = std::clamp(30 + 18 * int(listed.size()), 90, 264);
    figure.content = std::move(matrix);
    return figure;
}

Figure scoresFigure(const Shown& shown)
{
    Points marks;
    marks.x = scoresOn(shown, 0);
    marks.y = scoresOn(shown, 1);
    marks.rowIds = shown.sample->matrix.rowIds;
    marks.size = markSize(shown.sample->count());
    marks.opacity = 0.75;
    if (shown.showsLabel())
        marks.classes = shown.sample->classes;
    double reach = 0;
    for (size_t i = 0; i < marks.x.size(); ++i)
        reach = std::max({reach, std::abs(marks.x[i]), std::abs(marks.y[i])});
    if (!(reach > 0))
        reach = 1;
    double height = 0;
    for (const double y : marks.y)
        height = std::max(height, std::abs(y));
    Plot plot;
    plot.x = axisOf(shareText(shown, 0), -1.08 * reach, 1.08 * reach);
    plot.y = axisOf(shown.fit->components() > 1 ? shareText(shown, 1) : QString(),
        -1.08 * std::max(height, 0.4 * reach), 1.08 * std::max(height, 0.4 * reach));
    plot.equalAspect = true;
    const std::vector<double> x = marks.x;
    const std::vector<double> y = marks.y;
    plot.layers.emplace_back(std::move(marks));
    addFeatureArrows(shown, 0.8 * std::max(height, 0.4 * reach), &plot);
    addClassNames(shown, x, y, &plot);
    Figure figure = figureOf("scores", tr("Rows on the first two components"), tr("arrows: the columns"),
        Figure::Place::Main, std::move(plot));
    figure.weight = 1.5;
    return figure;
}

Figure spaceFigure(const Shown& shown)
{
    const Sample& sample = *shown.sample;
    const Eigen::MatrixXd& loadings = shown.fit->pca.loadings;
    Cloud cloud;
    const bool ownAxes = sample.dimension() == 3;
    if (ownAxes) {
        const Eigen::MatrixXd used = shown.fit->pca.scaling.apply(sample.matrix.values);
        cloud.x.assign(used.col(0).begin(), used.col(0).end());
        cloud.y.assign(used.col(1).begin(), used.col(1).end());
        cloud.z.assign(used.col(2).begin(), used.col(2).end());
        cloud.axisNames = {sample.features[0], sample.features[1], sample.features[2]};
        for (int j = 0; j < int(loadings.cols()); ++j) {
            const double spread = 2 * std::sqrt(shown.fit->pca.variances(j));
            cloud.arrows.push_back(
                {spread * loadings(0, j), spread * loadings(1, j), spread * loadings(2, j)});
            cloud.arrowNames.push_back(componentName(j));
        }
    } else {
        cloud.x = scoresOn(shown, 0);
        cloud.y = scoresOn(shown, 1);
        cloud.z = scoresOn(shown, 2);
        cloud.axisNames = {componentName(0), componentName(1), componentName(2)};
    }
    cloud.rowIds = sample.matrix.rowIds;
    if (shown.showsLabel())
        cloud.classes = sample.classes;
    cloud.turn = shown.state.real("turn");
    cloud.tilt = shown.state.real("tilt");
    Plot plot;
    plot.zoomable = false;
    plot.x = axisOf({}, -180, 180);
    plot.y = axisOf({}, -90, 90);
    plot.x.hidden = true;
    plot.y.hidden = true;
    plot.layers.emplace_back(std::move(cloud));
    addClassList(shown, &plot);
    Figure figure = figureOf("space",
        ownAxes ? tr("Rows in space, and the components") : tr("Rows on the first three components"),
        tr("drag the ring to turn"), Figure::Place::Main, std::move(plot));
    figure.weight = 1.5;
    return figure;
}

} // namespace tangent::components
