// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topics/deep-learning/neural_network/sample.h"

#include "algorithms/random/random.h"
#include "app/lab/class_column.h"
#include "app/lab/drawing.h"
#include "app/topics/deep-learning/neural_network/words.h"
#include "widgets/scene/number_text.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace tangent::network {

namespace {

/// A number with more different values than this is no class.
constexpr int mostClasses = 10;
constexpr int rasterSide = 60;
/// Keeps the draw of the validation rows apart from those of weights and batches.
constexpr std::uint64_t divisionSalt = 0x76616C6964617465ULL;

void readClasses(const Settled& state, bool isRegression, Sample* sample)
{
    const ClassLabels labels = classesOfRows(*state.table, sample->label, sample->matrix.rows);
    sample->classCount = int(labels.levels.size());
    sample->positive = labels.levels.value(labels.levels.size() - 1);
    sample->negative = sample->classCount == 2 ? labels.levels.front() : tr("not %1").arg(sample->positive);
    sample->targets.resize(Eigen::Index(labels.codes.size()));
    for (size_t i = 0; i < labels.codes.size(); ++i) {
        const bool isPositive = labels.codes[i] == sample->classCount - 1;
        sample->targets(Eigen::Index(i)) = isPositive ? 1 : isRegression ? -1 : 0;
    }
}

void readNumbers(const Column& column, bool isRegression, bool standardise, Sample* sample)
{
    const std::vector<int>& rows = sample->matrix.rows;
    sample->targets.resize(Eigen::Index(rows.size()));
    for (size_t i = 0; i < rows.size(); ++i)
        sample->targets(Eigen::Index(i)) = column.numbers[size_t(rows[i])];
    if (sample->targets.size() == 0)
        return;
    if (isRegression) {
        sample->hasClasses = false;
        const double mean = standardise ? sample->targets.mean() : 0;
        const double spread = standardise ? std::sqrt((sample->targets.array() - mean).square().mean()) : 1;
        sample->targets = (sample->targets.array() - mean) / (spread > 0 ? spread : 1);
        return;
    }
    std::vector<double> sorted(sample->targets.begin(), sample->targets.end());
    std::nth_element(sorted.begin(), sorted.begin() + long(sorted.size() / 2), sorted.end());
    const double median = sorted[sorted.size() / 2];
    sample->targets = (sample->targets.array() > median).cast<double>();
    sample->positive = tr("above %1").arg(shownNumber(median));
    sample->negative = tr("at most %1").arg(shownNumber(median));
}

void divide(double share, std::uint64_t seed, Sample* sample)
{
    const int rows = sample->count();
    int kept = int(std::lround(share * rows));
    if (share > 0 && rows > 1)
        kept = std::clamp(kept, 1, rows - 1);
    std::vector<int> order(size_t(rows), 0);
    std::iota(order.begin(), order.end(), 0);
    Random chance(Random(seed).next() ^ divisionSalt);
    chance.shuffle(order);
    sample->validation.assign(order.begin(), order.begin() + kept);
    sample->training.assign(order.begin() + kept, order.end());
    std::sort(sample->validation.begin(), sample->validation.end());
    std::sort(sample->training.begin(), sample->training.end());
}

/// Mean and standard deviation over the training rows: validation must not leak into them.
void measureScale(Sample* sample)
{
    if (sample->training.empty())
        return;
    const Eigen::MatrixXd rows = sample->matrix.values(sample->training, Eigen::all);
    sample->mean = rows.colwise().mean();
    for (int c = 0; c < 2; ++c) {
        const double spread = std::sqrt((rows.col(c).array() - sample->mean(c)).square().mean());
        sample->scale(c) = spread > 0 ? spread : 1;
    }
}

QRectF windowOf(const Settled& state, const Sample& sample)
{
    if (sample.count() == 0)
        return {-1, -1, 2, 2};
    double low[2];
    double size[2];
    for (int c = 0; c < 2; ++c) {
        const double least = sample.matrix.values.col(c).minCoeff();
        const double span = sample.matrix.values.col(c).maxCoeff() - least;
        const double margin = span > 0 ? 0.06 * span : 1;
        low[c] = least - margin;
        double high = least + span + margin;
        widenToSheet(state, c == 0 ? Qt::Horizontal : Qt::Vertical, &low[c], &high);
        size[c] = high - low[c];
    }
    return {low[0], low[1], size[0], size[1]};
}

Sample makeSample(const Settled& state)
{
    Sample sample;
    sample.features = state.columns("features");
    if (sample.features.size() == 1)
        sample.features << sample.features.front();
    sample.label = state.column("label");
    sample.matrix = numericMatrix(*state.table, sample.features, {sample.label});
    sample.inputs = list(state.values.value(QStringLiteral("inputs")));
    const bool isRegression = state.choice("problem") == QLatin1String("regression");
    const bool standardise = state.toggle("standardise");
    const Column& label = *state.table->find(sample.label);
    const bool isMeasure =
        label.isNumeric() && (isRegression || classNames(label, mostClasses).size() > mostClasses);
    if (isMeasure)
        readNumbers(label, isRegression, standardise, &sample);
    else
        readClasses(state, isRegression, &sample);
    divide(state.real("validation-share"), std::uint64_t(state.integer("seed")), &sample);
    if (standardise)
        measureScale(&sample);
    const Eigen::MatrixXd fed = sample.fed(sample.matrix.values);
    const auto part = [&](const std::vector<int>& rows) {
        return neural::Samples(fed(rows, Eigen::all), sample.targets(rows));
    };
    sample.data = {part(sample.training), part(sample.validation)};
    sample.window = windowOf(state, sample);
    return sample;
}

} // namespace

const std::vector<InputKind>& inputKinds()
{
    static const std::vector<InputKind> all{
        {QStringLiteral("x"), QStringLiteral("x")},
        {QStringLiteral("y"), QStringLiteral("y")},
        {QStringLiteral("x2"), QStringLiteral("x²")},
        {QStringLiteral("y2"), QStringLiteral("y²")},
        {QStringLiteral("xy"), QStringLiteral("x·y")},
        {QStringLiteral("sin-x"), QStringLiteral("sin x")},
        {QStringLiteral("sin-y"), QStringLiteral("sin y")},
    };
    return all;
}

bool isMadeForThis(const QString& tableName)
{
    static const QStringList names{QStringLiteral("xor"), QStringLiteral("circles"),
        QStringLiteral("gaussians"), QStringLiteral("spiral"), QStringLiteral("moons"),
        QStringLiteral("ring-500")};
    return names.contains(tableName);
}

Eigen::MatrixXd Sample::fed(const Eigen::Ref<const Eigen::MatrixXd>& points) const
{
    const Eigen::ArrayXd x = (points.col(0).array() - mean(0)) / scale(0);
    const Eigen::ArrayXd y = (points.col(1).array() - mean(1)) / scale(1);
    Eigen::MatrixXd made(points.rows(), inputs.size());
    for (int i = 0; i < inputs.size(); ++i) {
        const QString& token = inputs[i];
        Eigen::ArrayXd column = token == QLatin1String("x") ? x
            : token == QLatin1String("y")                   ? y
            : token == QLatin1String("x2")                  ? Eigen::ArrayXd(x * x)
            : token == QLatin1String("y2")                  ? Eigen::ArrayXd(y * y)
                                                            : Eigen::ArrayXd(x * y);
        if (token.startsWith(QLatin1String("sin"))) {
            column = token.endsWith(QLatin1Char('x')) ? x : y;
            for (double& value : column)
                value = std::sin(value); // the library's: the same bits for either instruction set
        }
        made.col(i) = column;
    }
    return made;
}

std::vector<Value> sampleInputs(const Settled& state)
{
    return {state.columns("features"), state.column("label"), state.choice("problem"),
        state.toggle("standardise"), state.values.value(QStringLiteral("inputs")),
        state.real("validation-share"), state.real("seed")};
}

std::shared_ptr<const Sample> sampleOf(const Settled& state, Stages& stages)
{
    return stages.get<Sample>(
        QStringLiteral("sample"), sampleInputs(state), state.table, [&] { return makeSample(state); },
        size_t(state.table->rowCount()) * 20 * sizeof(double));
}

Field smallPicture(const Eigen::Ref<const Eigen::VectorXd>& values, int side, double low, double high)
{
    Field field;
    field.columns = field.rows = side / pictureGrain;
    field.map = ColourMap::Diverging;
    field.low = float(low);
    field.high = float(high);
    field.values.reserve(size_t(field.columns * field.rows));
    const int middle = pictureGrain / 2;
    for (int row = middle; row < side; row += pictureGrain) {
        for (int column = middle; column < side; column += pictureGrain)
            field.values.push_back(float(values(row * side + column)));
    }
    return field;
}

std::shared_ptr<const Raster> rasterOf(const Settled& state, const Sample& sample, Stages& stages)
{
    return stages.get<Raster>(
        QStringLiteral("raster"), sampleInputs(state), state.table,
        [&] {
            Raster raster;
            raster.side = rasterSide;
            const auto centres = [&](double low, double size) {
                const double step = size / rasterSide;
                return Eigen::VectorXd::LinSpaced(rasterSide, low + step / 2, low + size - step / 2).eval();
            };
            raster.x = centres(sample.window.left(), sample.window.width());
            raster.y = centres(sample.window.top(), sample.window.height());
            Eigen::MatrixXd points(rasterSide * rasterSide, 2);
            for (int row = 0; row < rasterSide; ++row) {
                for (int column = 0; column < rasterSide; ++column)
                    points.row(row * rasterSide + column) << raster.x(column), raster.y(row);
            }
            raster.points = neural::Samples(sample.fed(points), Eigen::VectorXd::Zero(points.rows()));
            Sample all = sample;
            all.inputs.clear();
            for (const InputKind& kind : inputKinds())
                all.inputs << kind.token;
            const Eigen::MatrixXd values = all.fed(points);
            for (Eigen::Index i = 0; i < values.cols(); ++i) {
                const double reach = std::max(values.col(i).cwiseAbs().maxCoeff(), 1e-9);
                raster.inputs.push_back(smallPicture(values.col(i), rasterSide, -reach, reach));
            }
            return raster;
        },
        size_t(rasterSide * rasterSide) * 10 * sizeof(double));
}

} // namespace tangent::network
