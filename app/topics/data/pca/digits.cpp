// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topics/data/pca/shown.h"
#include "app/topics/data/pca/words.h"
#include "widgets/scene/number_text.h"

#include <algorithm>
#include <cmath>

namespace tangent::components {

namespace {

constexpr int pixels = pictureSide * pictureSide;
constexpr int mostExamples = 10;
constexpr int mostEigenPictures = 8;

/// A picture from its pixels, row by row from the top left.
Field pictureOf(const Eigen::RowVectorXd& values, double low, double high, ColourMap map)
{
    Field field;
    field.columns = pictureSide;
    field.rows = pictureSide;
    field.low = float(low);
    field.high = float(high);
    field.map = map;
    field.smooth = false;
    for (int row = pictureSide - 1; row >= 0; --row) {
        for (int column = 0; column < pictureSide; ++column)
            field.values.push_back(float(values(row * pictureSide + column)));
    }
    return field;
}

/// Two pictures in one, with a column of paper between them.
Field sideBySide(const Field& left, const Field& right)
{
    Field both = left;
    both.columns = left.columns + 1 + right.columns;
    both.values.clear();
    for (int row = 0; row < left.rows; ++row) {
        const auto from = [&](const Field& field) { return field.values.begin() + row * field.columns; };
        both.values.insert(both.values.end(), from(left), from(left) + left.columns);
        both.values.push_back(left.low);
        both.values.insert(both.values.end(), from(right), from(right) + right.columns);
    }
    return both;
}

Eigen::RowVectorXd pixelsOf(const Shown& shown, int row)
{
    return shown.sample->matrix.values.row(row);
}

Eigen::RowVectorXd rebuilt(const Shown& shown, int row, int components)
{
    const decompose::Pca& pca = shown.fit->pca;
    return pca.reconstruct(pca.scores(pixelsOf(shown, row), components));
}

QString nameOf(const Shown& shown, int row)
{
    const Sample& sample = *shown.sample;
    const int level = sample.classes.empty() ? int(sample.levels.size()) : sample.classes[size_t(row)];
    return level < sample.levels.size() ? sample.levels[level]
                                        : tr("row %1").arg(sample.matrix.rowIds[size_t(row)]);
}

/// The row that is shown in full; the first one when that row is not there.
int chosenRow(const Shown& shown)
{
    const std::vector<int>& ids = shown.sample->matrix.rowIds;
    const auto found = std::lower_bound(ids.begin(), ids.end(), shown.state.integer("row"));
    return found != ids.end() && *found == shown.state.integer("row") ? int(found - ids.begin()) : 0;
}

/// The first row of each class, or the first rows; the chosen row stands in for its class.
std::vector<int> exampleRows(const Shown& shown)
{
    const Sample& sample = *shown.sample;
    const int chosen = chosenRow(shown);
    std::vector<int> examples;
    if (sample.classes.empty()) {
        for (int row = 0; row < std::min(sample.count(), mostExamples); ++row)
            examples.push_back(row);
        if (chosen >= mostExamples)
            examples.back() = chosen;
        return examples;
    }
    const int classes = std::min<int>(int(sample.levels.size()), mostExamples);
    for (int level = 0; level < classes; ++level) {
        const auto first = std::find(sample.classes.begin(), sample.classes.end(), level);
        examples.push_back(
            sample.classes[size_t(chosen)] == level ? chosen : int(first - sample.classes.begin()));
    }
    return examples;
}

/// So many components show how the picture of a row comes about.
std::vector<int> buildUpCounts(const Shown& shown)
{
    std::vector<int> counts;
    for (const int count : {1, 2, 5, 10, 21, 29, pixels}) {
        if (count <= shown.fit->components())
            counts.push_back(count);
    }
    return counts;
}

Figure galleryFigure(
    const char* key, const QString& title, const QString& hint, Figure::Place place, Gallery gallery)
{
    Figure figure;
    figure.key = QLatin1String(key);
    figure.title = title;
    figure.hint = hint;
    figure.place = place;
    figure.content = std::move(gallery);
    return figure;
}

Target componentsTarget(int count)
{
    Target target;
    target.key = QStringLiteral("components");
    target.value = double(count);
    return target;
}

} // namespace

Figure digitsFigure(const Shown& shown)
{
    Gallery gallery;
    const int chosen = chosenRow(shown);
    for (const int row : exampleRows(shown)) {
        const double high = shown.sample->highest;
        const Field original = pictureOf(pixelsOf(shown, row), 0, high, ColourMap::Grey);
        Gallery::Item item;
        item.picture =
            sideBySide(original, pictureOf(rebuilt(shown, row, shown.kept), 0, high, ColourMap::Grey));
        item.caption = nameOf(shown, row);
        item.rowId = shown.sample->matrix.rowIds[size_t(row)];
        item.current = row == chosen;
        item.target.key = QStringLiteral("row");
        item.target.value = double(item.rowId);
        gallery.items.push_back(std::move(item));
    }
    Figure figure =
        galleryFigure("digits", tr("Original, and rebuilt from %1 of %2").arg(shown.kept).arg(pixels),
            tr("click one"), Figure::Place::Main, std::move(gallery));
    figure.weight = 1.5;
    return figure;
}

Figure buildUpStrip(const Shown& shown)
{
    Gallery gallery;
    const int row = chosenRow(shown);
    for (const int count : buildUpCounts(shown)) {
        Gallery::Item item;
        item.picture = pictureOf(rebuilt(shown, row, count), 0, shown.sample->highest, ColourMap::Grey);
        item.caption = QString::number(count);
        item.current = count == shown.kept;
        item.target = componentsTarget(count);
        gallery.items.push_back(std::move(item));
    }
    Gallery::Item original;
    original.picture = pictureOf(pixelsOf(shown, row), 0, shown.sample->highest, ColourMap::Grey);
    original.caption = tr("original");
    original.rowId = shown.sample->matrix.rowIds[size_t(row)];
    gallery.items.push_back(std::move(original));
    Figure figure = galleryFigure("build-up", tr("The chosen one from n components"),
        tr("click to keep as many"), Figure::Place::Strip, std::move(gallery));
    figure.minimumHeight = 84;
    figure.weight = 0.5;
    return figure;
}

Figure eigenPicturesFigure(const Shown& shown)
{
    Gallery gallery;
    const Eigen::MatrixXd& loadings = shown.fit->pca.loadings;
    const int count = std::min<int>(int(loadings.cols()), mostEigenPictures);
    for (int j = 0; j < count; ++j) {
        const Eigen::RowVectorXd weights = loadings.col(j).transpose();
        const double size = std::max(1e-12, weights.cwiseAbs().maxCoeff());
        Gallery::Item item;
        item.picture = pictureOf(weights, -size, size, ColourMap::Diverging);
        item.caption = componentName(j);
        item.captionRole = j < shown.kept ? Role::Ink : Role::Muted;
        item.target = componentsTarget(j + 1);
        gallery.items.push_back(std::move(item));
    }
    Figure figure =
        galleryFigure("pictures", tr("Components as pictures"), {}, Figure::Place::Side, std::move(gallery));
    figure.minimumHeight = 120;
    return figure;
}

} // namespace tangent::components
