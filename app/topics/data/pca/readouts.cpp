// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topics/data/pca/shown.h"
#include "app/topics/data/pca/words.h"
#include "widgets/scene/number_text.h"

#include <algorithm>
#include <cmath>

namespace tangent::components {

namespace {

Readout made(const char* key, const QString& label, std::optional<double> value, const QString& formula,
    const QString& line)
{
    Readout readout;
    readout.key = QLatin1String(key);
    readout.label = label;
    readout.formula = formula;
    if (value && std::isfinite(*value)) {
        readout.value = *value;
        readout.line = line;
    }
    return readout;
}

/// A share with as many digits as tell it apart from none and from all.
QString shareText(double share)
{
    return shownNumber(share, shareDecimals(share));
}

QString noSpread()
{
    return tr("every row is the same: there is no variance");
}

QString totalText(const Shown& shown)
{
    return shownNumber(shown.fit->pca.totalVariance);
}

Readout varianceAlong(const Shown& shown)
{
    const decompose::PlaneSpread& spread = shown.plane->spread;
    const double share = spread.kept(shown.angle);
    Readout readout = made("variance-along", tr("Variance kept"),
        shown.fit->hasSpread() ? std::optional<double>(share) : std::nullopt,
        QStringLiteral(
            R"tex(\frac{w^{\mathsf T}S\,w}{\sum_j s_{jj}},\quad w=\begin{pmatrix}\cos\theta\\ \sin\theta\end{pmatrix})tex"),
        tr("at %1° the shadows have a variance of %2, of %3 in all columns together: %4")
            .arg(shownNumber(shown.angle, 1), shownNumber(share * spread.total), totalText(shown),
                shareText(share)));
    if (!readout.number())
        readout.note = noSpread();
    readout.decimals = shareDecimals(share);
    return readout;
}

Readout bestAngle(const Shown& shown)
{
    const decompose::PlaneSpread& spread = shown.plane->spread;
    const bool known = shown.fit->hasSpread() && !shown.plane->isUndecided();
    Readout readout = made("best-angle", tr("Best direction"),
        known ? std::optional<double>(spread.bestAngle()) : std::nullopt,
        QStringLiteral(R"tex(\tfrac12\,\text{atan2}\left(2s_{xy},\ s_{xx}-s_{yy}\right))tex"),
        tr("½ · atan2(2 · %1, %2 − %3) = %4°")
            .arg(shownNumber(spread.xy), shownNumber(spread.xx), shownNumber(spread.yy),
                shownNumber(spread.bestAngle(), 2)));
    readout.unit = QStringLiteral("°");
    readout.decimals = 1;
    if (!known)
        readout.note = tr("every direction keeps the same");
    else
        readout.note =
            tr("of %1 and %2")
                .arg(shown.sample->features[shown.plane->first], shown.sample->features[shown.plane->second]);
    return readout;
}

Readout keptReadout(const Shown& shown)
{
    Readout readout = made("explained-kept", tr("Kept by %1").arg(shown.kept),
        shown.fit->hasSpread() ? std::optional<double>(shown.keptShare()) : std::nullopt,
        QStringLiteral(R"tex(\frac{\lambda_1+\dots+\lambda_m}{\sum_j\lambda_j})tex"),
        counted(shown.kept, tr("the first of %2 components holds %3 of the variance"),
            tr("the first %1 of %2 components hold %3 of the variance"))
            .arg(shown.sample->dimension())
            .arg(shareText(shown.keptShare())));
    if (!readout.number())
        readout.note = noSpread();
    readout.better = Readout::Better::Up;
    readout.decimals = shareDecimals(shown.keptShare());
    return readout;
}

Readout enoughReadout(const Shown& shown)
{
    constexpr double wanted = 0.95;
    const auto count = shown.fit->hasSpread() ? shown.fit->pca.componentsFor(wanted) : std::nullopt;
    Readout readout = made("components-for-95", tr("Components for 95 %"),
        count ? std::optional<double>(double(*count)) : std::nullopt,
        QStringLiteral(R"tex(\min\left\{m:\ \sum_{k\le m}\lambda_k\ge 0.95\sum_j\lambda_j\right\})tex"),
        count ? tr("the first %1 hold %2, the first to reach 0.95")
                    .arg(*count)
                    .arg(shareText(shown.fit->cumulative(*count - 1)))
              : QString());
    if (!count)
        readout.note = shown.fit->hasSpread() ? tr("the components worked out do not reach it") : noSpread();
    readout.better = Readout::Better::Down;
    return readout;
}

Readout boxReadout(const Shown& shown)
{
    const decompose::BoundingBox& box = shown.plane->box;
    const bool known = box.length > box.width;
    Readout readout =
        made("box-angle", tr("Lean of the box"), known ? std::optional<double>(box.angle) : std::nullopt,
            QStringLiteral(R"tex(\arg\min_\theta\ \text{length}(\theta)\cdot\text{width}(\theta))tex"),
            tr("the smallest box round the rows is %1 long and %2 wide and leans at %3°")
                .arg(shownNumber(box.length), shownNumber(box.width), shownNumber(box.angle, 1)));
    readout.unit = QStringLiteral("°");
    readout.decimals = 1;
    if (!known)
        readout.note = tr("the box has no longer side");
    return readout;
}

Readout regressionReadout(const Shown& shown)
{
    const decompose::PlaneSpread& spread = shown.plane->spread;
    const std::optional<double> slope = spread.regressionSlope();
    const double angle = slope ? decompose::halfTurn(std::atan(*slope) * 180 / std::acos(-1.0)) : 0;
    Readout readout =
        made("regression-angle", tr("Regression line"), slope ? std::optional<double>(angle) : std::nullopt,
            QStringLiteral(R"tex(\arctan\frac{s_{xy}}{s_{xx}})tex"),
            tr("slope %1 ÷ %2, that is %3°")
                .arg(shownNumber(spread.xy), shownNumber(spread.xx), shownNumber(angle, 1)));
    readout.unit = QStringLiteral("°");
    readout.decimals = 1;
    if (!slope)
        readout.note = tr("the column across is constant");
    return readout;
}

void addShares(const Shown& shown, std::vector<Readout>* all)
{
    const Fit& fit = *shown.fit;
    const QString formula = QStringLiteral(R"tex(\frac{\lambda_k}{\sum_j\lambda_j})tex");
    const int most = std::min(shown.sample->dimension(), mostComponents);
    for (int i = 0; i < most; ++i) {
        const bool known = fit.hasSpread() && i < fit.components();
        Readout readout = made("", tr("Share of %1").arg(componentName(i)),
            known ? std::optional<double>(fit.shares(i)) : std::nullopt, formula,
            known
                ? tr("a variance of %1 of %2 in all").arg(shownNumber(fit.pca.variances(i)), totalText(shown))
                : QString());
        readout.key = QStringLiteral("explained-%1").arg(i + 1);
        if (known)
            readout.decimals = shareDecimals(fit.shares(i));
        if (!known)
            readout.note = fit.hasSpread() ? counted(fit.components(), tr("only 1 component was worked out"),
                               tr("only %1 components were worked out"))
                                           : noSpread();
        all->push_back(std::move(readout));
    }
}

} // namespace

std::vector<Readout> readouts(const Shown& shown)
{
    std::vector<Readout> all{
        varianceAlong(shown), bestAngle(shown), keptReadout(shown), enoughReadout(shown)};
    addShares(shown, &all);
    all.push_back(boxReadout(shown));
    all.push_back(regressionReadout(shown));
    const bool inPlane = shown.view == View::Plane;
    QStringList prominent = inPlane ? QStringList{QStringLiteral("variance-along"),
                                QStringLiteral("best-angle"), QStringLiteral("explained-1")}
                                    : QStringList{QStringLiteral("explained-kept"),
                                        QStringLiteral("explained-1"), QStringLiteral("components-for-95")};
    if (inPlane && shown.shows("box"))
        prominent << QStringLiteral("box-angle");
    if (inPlane && shown.shows("regression"))
        prominent << QStringLiteral("regression-angle");
    for (Readout& readout : all)
        readout.prominent = prominent.contains(readout.key);
    return all;
}

std::vector<Readout> emptyReadouts(const QString& why)
{
    std::vector<Readout> all;
    for (const char* key : {"variance-along", "best-angle", "explained-kept", "components-for-95",
             "explained-1", "box-angle", "regression-angle"}) {
        Readout readout;
        readout.key = QLatin1String(key);
        readout.label = readout.key;
        readout.note = why;
        all.push_back(std::move(readout));
    }
    return all;
}

std::vector<DataTable> tables(const Shown& shown)
{
    constexpr int mostRows = 10'000; // a table of words and numbers costs far more than what is drawn of it
    const decompose::Pca& pca = shown.fit->pca;
    const int columns = std::min(shown.fit->components(), mostComponents);
    DataTable loadings{QStringLiteral("loadings"), {QStringLiteral("feature")}, {}};
    DataTable shares{QStringLiteral("shares"),
        {QStringLiteral("component"), QStringLiteral("variance"), QStringLiteral("share"),
            QStringLiteral("cumulative")},
        {}};
    for (int j = 0; j < columns; ++j) {
        loadings.columns << QStringLiteral("pc%1").arg(j + 1);
        shares.rows.push_back(
            {double(j + 1), pca.variances(j), shown.fit->shares(j), shown.fit->cumulative(j)});
    }
    for (int feature = 0; feature < shown.sample->dimension(); ++feature) {
        std::vector<Cell> row{shown.sample->features[feature]};
        for (int j = 0; j < columns; ++j)
            row.emplace_back(pca.loadings(feature, j));
        loadings.rows.push_back(std::move(row));
    }
    DataTable scores{QStringLiteral("scores"), {QStringLiteral("row")}, {}};
    const int kept = std::min<int>(shown.kept, int(shown.scores->cols()));
    for (int j = 0; j < kept; ++j)
        scores.columns << QStringLiteral("pc%1").arg(j + 1);
    for (int i = 0; i < std::min(shown.sample->count(), mostRows); ++i) {
        std::vector<Cell> row;
        row.reserve(size_t(kept) + 1);
        row.emplace_back(double(shown.sample->matrix.rowIds[size_t(i)]));
        for (int j = 0; j < kept; ++j)
            row.emplace_back((*shown.scores)(i, j));
        scores.rows.push_back(std::move(row));
    }
    return {std::move(loadings), std::move(scores), std::move(shares)};
}

} // namespace tangent::components
