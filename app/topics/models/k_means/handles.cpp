// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topics/models/k_means/figures.h"
#include "app/topics/models/k_means/words.h"

#include <algorithm>

namespace tangent::kmeans {

namespace {

const QString editsKey = QStringLiteral("edits");
const QString centresKey = QStringLiteral("centres");

Row cellsOf(const Eigen::VectorXd& data)
{
    return Row(data.begin(), data.end());
}

/// The edit of a centre at a step; the last one counts. Null when there is none.
const HandEdit* editAt(const RunSettings& settings, int centre, int step)
{
    const auto found = std::find_if(settings.edits.rbegin(), settings.edits.rend(),
        [&](const HandEdit& edit) { return edit.centre == centre && edit.step == step; });
    return found == settings.edits.rend() ? nullptr : &*found;
}

Handle::Map mapOf(const Sample& sample, int feature)
{
    return {1 / sample.scale(feature), -sample.mean(feature) / sample.scale(feature)};
}

/// A handle on the plane that writes the cells of one row of a rows parameter; `first` is the column of the
/// first feature.
Handle inPlane(const Shown& shown, const QString& id, const QString& key, int row, int first)
{
    Handle handle;
    handle.id = id;
    handle.figure = QStringLiteral("plane");
    const auto target = [&](int feature) {
        Target made;
        made.key = key;
        made.row = row;
        made.column = first + feature;
        return made;
    };
    const auto& feature = shown.plane->feature;
    if (feature[0] >= 0) {
        handle.x = target(feature[0]);
        handle.mapX = mapOf(*shown.sample, feature[0]);
    }
    if (feature[1] >= 0 && feature[1] != feature[0]) {
        handle.y = target(feature[1]);
        handle.mapY = mapOf(*shown.sample, feature[1]);
    }
    return handle;
}

/// Moves where a centre set by hand begins.
Handle startHandle(const Shown& shown, const QString& id, int centre)
{
    Handle handle = inPlane(shown, id, centresKey, centre, 0);
    handle.at = shown.plane->place(shown.start->row(centre).transpose());
    if (int(shown.state.rowsOf("centres").size()) < shown.settings.k)
        handle.onGrab[centresKey] = startCentres(shown);
    return handle;
}

/// Moves a centre in the middle of a run: an edit. At the end of the run the hand goes on moving the centres
/// that it moved last, from where it left them, and the run goes on under it; another centre begins a new
/// edit where the run now ends. A shown step keeps its own edits.
Handle editHandle(const Shown& shown, const QString& id, int centre)
{
    const RunSettings& settings = shown.settings;
    const int lastEdited = lastEditStep(settings);
    if (const HandEdit* edit = editAt(settings, centre, shown.atEnd ? lastEdited : shown.step())) {
        Handle handle = inPlane(shown, id, editsKey, edit->row, 2);
        handle.at = shown.plane->place(edit->used);
        return handle;
    }
    Rows edits = shown.state.rowsOf("edits");
    Handle handle = inPlane(shown, id, editsKey, int(edits.size()), 2);
    handle.at = shown.plane->place(shown.centre(centre));
    Row row{double(shown.atEnd ? std::max(shown.step(), lastEdited) : shown.step()), double(centre + 1)};
    const Row position = cellsOf(shown.sample->toData(shown.centre(centre)));
    row.insert(row.end(), position.begin(), position.end());
    edits.push_back(std::move(row));
    handle.onGrab[editsKey] = std::move(edits);
    if (shown.atEnd)
        handle.onGrab[QStringLiteral("step")] = endStep;
    return handle;
}

void addCentreHandles(const Shown& shown, std::vector<Handle>* all)
{
    const Plane& plane = *shown.plane;
    if (plane.feature[0] < 0 && plane.feature[1] < 0)
        return;
    const bool byHand = shown.settings.rule == cluster::StartRule::ByHand;
    const bool atStart = !shown.atEnd && shown.step() == 0;
    for (int c = 0; c < shown.settings.k; ++c) {
        const QString id = QStringLiteral("centre-%1").arg(c + 1);
        const bool writesStart = byHand && atStart && !editAt(shown.settings, c, 0);
        Handle handle = writesStart ? startHandle(shown, id, c) : editHandle(shown, id, c);
        handle.label = tr("Centre %1").arg(c + 1);
        handle.badge = QString::number(c + 1);
        handle.role = classRole(c);
        all->push_back(std::move(handle));
    }
    for (int c = 0; c < shown.settings.k && byHand && !atStart; ++c) {
        Handle handle = startHandle(shown, QStringLiteral("start-%1").arg(c + 1), c);
        handle.label = tr("Start of centre %1").arg(c + 1);
        handle.geometry = Handle::Geometry::Vertex;
        handle.role = classRole(c);
        all->push_back(std::move(handle));
    }
}

Handle rule(const char* key, const char* figure, const QString& label, double at, double low, double high)
{
    Handle handle;
    handle.id = QLatin1String(key);
    handle.figure = QLatin1String(figure);
    handle.label = label;
    handle.geometry = Handle::Geometry::XRule;
    handle.x.key = handle.id;
    handle.at = QPointF(at, 0);
    handle.minimum = low;
    handle.maximum = high;
    return handle;
}

} // namespace

Rows startCentres(const Shown& shown)
{
    Rows all;
    for (Eigen::Index c = 0; c < shown.start->rows(); ++c)
        all.push_back(cellsOf(shown.sample->toData(shown.start->row(c).transpose())));
    if (shown.settings.rule != cluster::StartRule::ByHand)
        return all;
    const Rows& given = shown.state.rowsOf("centres");
    std::copy_n(given.begin(), std::min(all.size(), given.size()), all.begin());
    return all;
}

std::vector<Handle> handles(const Shown& shown)
{
    std::vector<Handle> all;
    addCentreHandles(shown, &all);
    Handle k = rule(
        "k", "elbow", tr("Number of clusters"), shown.settings.k, 1, std::min(10, shown.sample->count()));
    Handle seed = rule("seed", "outcomes", tr("Seed"), shown.settings.seed, 0, 999999);
    if (shown.outcomes) {
        seed.minimum = shown.outcomes->firstSeed;
        seed.maximum = seed.minimum + double(shown.outcomes->inertia.size()) - 1;
    }
    // Another k or seed is another run: what a hand did in this one means nothing there.
    if (!shown.state.rowsOf("edits").empty()) {
        k.onGrab[editsKey] = Value();
        seed.onGrab[editsKey] = Value();
    }
    if (k.maximum > k.minimum)
        all.push_back(std::move(k));
    if (shown.lastHalf() > 0)
        all.push_back(rule("step", "inertia", tr("Step"), shown.half / 2.0, 0, shown.run->iterations()));
    if (seed.maximum > seed.minimum)
        all.push_back(std::move(seed));
    return all;
}

} // namespace tangent::kmeans
