// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topics/data/pca/shown.h"
#include "app/topics/data/pca/words.h"
#include "widgets/scene/number_text.h"

#include <algorithm>
#include <cmath>

namespace tangent::components {

namespace {

/// Degrees within which the hand's direction counts as found.
constexpr double found = 0.75;
/// Above this the data do not contradict two equal variances.
constexpr double notApart = 0.05;

double turnBetween(double one, double other)
{
    const double turn = decompose::halfTurn(one - other);
    return std::min(turn, 180 - turn);
}

QString percent(double share)
{
    if (share > 0 && share < 0.0005)
        return tr("under 0.05 %");
    return share > 0.9995 && share < 1 ? shownNumber(100 * share, 2) + QStringLiteral(" %")
                                       : shownPercent(share);
}

QString degrees(double angle)
{
    return shownNumber(angle, 1) + QStringLiteral("°");
}

/// The share of a component's variance that lies between the means of two classes; negative when there are
/// not just two.
double partedShare(const Shown& shown, int component)
{
    const Sample& sample = *shown.sample;
    if (!shown.showsLabel() || sample.levels.size() != 2 || component >= shown.scores->cols())
        return -1;
    double sums[2] = {0, 0};
    double counts[2] = {0, 0};
    double squares = 0;
    for (int i = 0; i < sample.count(); ++i) {
        const int level = sample.classes[size_t(i)];
        if (level > 1)
            continue;
        const double score = (*shown.scores)(i, component);
        sums[level] += score;
        ++counts[level];
        squares += score * score;
    }
    if (!(squares > 0) || counts[0] == 0 || counts[1] == 0)
        return -1;
    const double mean = (sums[0] + sums[1]) / (counts[0] + counts[1]);
    const double between =
        sums[0] * sums[0] / counts[0] + sums[1] * sums[1] / counts[1] - (sums[0] + sums[1]) * mean;
    return between / squares;
}

bool labelLiesAcross(const Shown& shown)
{
    return shown.inWholeSpace() && partedShare(shown, 0) < 0.2 && partedShare(shown, 1) > 0.5;
}

bool firstTwoEqual(const Shown& shown)
{
    return shown.fit->hasSpread() && shown.fit->components() > 1 && shown.fit->equality >= notApart;
}

QString undecidedSentence(const Shown& shown)
{
    if (!shown.inWholeSpace())
        return tr("**Every direction in this plane keeps the same**: there is no best one.");
    return tr(
        "**The first two variances are equal**: every direction keeps half, so there is no PC1 to find. "
        "Move a point and it appears, by chance.");
}

QString atBest(const Shown& shown, double best, const QString& top)
{
    if (shown.isStandardised() && shown.inWholeSpace())
        return tr("**PC1 at %1, keeping %2**: there it lies for any two standardised columns %3. The angle "
                  "says nothing of the data.")
            .arg(degrees(best), top,
                best < 90 ? tr("that rise together") : tr("of which one falls as the other rises"));
    if (shown.inWholeSpace())
        return tr("**This is PC1**, at %1: no line keeps more than %2 of the variance, so none has shorter "
                  "drop-lines.")
            .arg(degrees(best), top);
    return tr("**The best line in this plane**, at %1: it keeps %2 of the variance of all %3 columns.")
        .arg(degrees(best), top)
        .arg(shown.sample->dimension());
}

QString planeNarration(const Shown& shown)
{
    const Plane& plane = *shown.plane;
    const decompose::PlaneSpread& spread = plane.spread;
    if (plane.isUndecided())
        return undecidedSentence(shown);
    const double best = spread.bestAngle();
    const QString kept = percent(spread.kept(shown.angle));
    const QString lost = percent(spread.kept(shown.angle + 90));
    if (firstTwoEqual(shown) && shown.inWholeSpace())
        return tr("**A matter of chance**: the first two variances are as good as equal, so PC1 points to %1 "
                  "only until "
                  "the next point moves.")
            .arg(degrees(best));
    if (shown.shows("box") && turnBetween(best, plane.box.angle) > 5)
        return tr("**The smallest box leans at %1, PC1 at %2**: the box hangs on its outermost points, PC1 "
                  "on the spread of all.")
            .arg(degrees(plane.box.angle), degrees(best));
    if (const auto slope = spread.regressionSlope(); shown.shows("regression") && slope)
        return tr("**The regression line leans at %1, the best line at %2**: regression squares the vertical "
                  "distances, PCA those at right angles to the line.")
            .arg(degrees(decompose::halfTurn(std::atan(*slope) * 180 / std::acos(-1.0))), degrees(best));
    if (labelLiesAcross(shown))
        return tr("**Most variance is not most useful**: along PC1 (%1) the classes %2 and %3 mix; PC2, with "
                  "%4 of the "
                  "variance, parts them.")
            .arg(degrees(best), shown.sample->levels[0], shown.sample->levels[1],
                shownPercent(shown.share(1)));
    if (turnBetween(shown.angle, best) <= found)
        return atBest(shown, best, percent(spread.kept(best)));
    if (turnBetween(shown.angle, best + 90) <= found)
        return tr("**The least of all**: at right angles to the best line (%1) the shadows keep only %2.")
            .arg(degrees(best), kept);
    if (!shown.inWholeSpace())
        return tr("At %1 the shadows keep **%2** of the variance of all columns; the drop-lines hold %3, the "
                  "other columns the rest.")
            .arg(degrees(shown.angle), kept, lost);
    return tr("At %1 the shadows keep **%2** of the variance and the drop-lines hold the other %3: what one "
              "gains the "
              "other loses.")
        .arg(degrees(shown.angle), kept, lost);
}

QString digitsNarration(const Shown& shown)
{
    const double share = shown.keptShare();
    const QString verdict = share < 0.5 ? tr("hardly a digit can be read")
        : share < 0.9                   ? tr("they can be read already")
                                        : tr("little is missing");
    return counted(shown.kept,
        tr("**1 of %2 numbers** describes each digit now and keeps %3 of the variance: %4."),
        tr("**%1 of %2 numbers** describe each digit now and keep %3 of the variance: %4."))
        .arg(shown.sample->dimension())
        .arg(shownPercent(share), verdict);
}

QString componentsNarration(const Shown& shown)
{
    const Fit& fit = *shown.fit;
    const int columns = shown.sample->dimension();
    Eigen::Index heaviest = 0;
    const double loading = fit.pca.loadings.col(0).cwiseAbs().maxCoeff(&heaviest);
    const QString name = shown.sample->features[int(heaviest)];
    const QString first = percent(shown.share(0));
    if (firstTwoEqual(shown))
        return tr("**The first two variances are as good as equal**: which direction is called PC1 is a "
                  "matter of chance.");
    if (!shown.isStandardised() && loading * loading > 0.98 && shown.share(0) > 0.5)
        return tr("**PC1 is %1** and holds %2 of the variance, because its numbers are large. Standardise, "
                  "and every column has a say.")
            .arg(name, first);
    const auto enough = fit.pca.componentsFor(0.95);
    const QString rest = enough
        ? counted(*enough, tr("1 of %2 components reaches 95 %"), tr("%1 of %2 components reach 95 %"))
              .arg(columns)
        : tr("those worked out do not reach 95 %");
    return tr("**PC1 holds %1** of the variance, the first %2 together %3; %4. Each mixes all columns, PC1 "
              "most of all %5.")
        .arg(first)
        .arg(std::min(2, fit.components()))
        .arg(percent(fit.cumulative(std::min(2, fit.components()) - 1)), rest, name);
}

} // namespace

QString narration(const Shown& shown)
{
    if (!shown.fit->hasSpread())
        return tr(
            "**No spread at all**: every row is the same, so there is nothing to keep and nothing to lose.");
    switch (shown.view) {
    case View::Plane:
        return planeNarration(shown);
    case View::Digits:
        return digitsNarration(shown);
    case View::Scores:
    case View::Space:
        break;
    }
    return componentsNarration(shown);
}

std::vector<Diagnostic> diagnostics(const Shown& shown)
{
    std::vector<Diagnostic> all;
    if (!shown.fit->pca.converged)
        all.push_back(diagnosticOf(Diagnostic::Severity::Warning, {},
            tr("The eigenvectors did not converge: the components are not exact."),
            tr("Choose the other solver or fewer columns.")));
    if (firstTwoEqual(shown) && shown.view != View::Digits)
        all.push_back(diagnosticOf(Diagnostic::Severity::Note, QStringLiteral("features"),
            tr("The first two variances are equal as far as %1 rows can tell (p = %2): the direction of PC1 "
               "is chance.")
                .arg(shownCount(shown.sample->count()))
                .arg(shownNumber(shown.fit->equality, 2)),
            tr("Read PC1 and PC2 as one plane, or take more rows.")));
    return all;
}

} // namespace tangent::components
