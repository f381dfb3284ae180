// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topics/data/pca/shown.h"

#include <algorithm>

namespace tangent::components {

namespace {

/// More names than colours would not tell them apart.
constexpr int mostNames = 10;
/// Coordinates on so many components are at hand for the pictures.
constexpr int shownDimensions = 3;

} // namespace

QString token(View view)
{
    switch (view) {
    case View::Plane:
        break;
    case View::Scores:
        return QStringLiteral("scores");
    case View::Space:
        return QStringLiteral("space");
    case View::Digits:
        return QStringLiteral("digits");
    }
    return QStringLiteral("plane");
}

View viewOf(const Settled& state)
{
    const QString chosen = state.choice("view");
    for (const View view : {View::Scores, View::Space, View::Digits}) {
        if (chosen == token(view))
            return view;
    }
    return View::Plane;
}

bool Shown::shows(const char* overlay) const
{
    return list(state.values.value(QStringLiteral("show"))).contains(QLatin1String(overlay));
}

Shown shownOf(const Settled& state, Stages& stages, const Progress& progress)
{
    Shown shown{state};
    shown.view = viewOf(state);
    shown.sample = sampleOf(state, stages);
    shown.fit = fitOf(state, shown.sample, stages, progress);
    const int table = std::min(state.integer("components"), mostComponents);
    shown.scores = scoresOf(state, shown.sample, shown.fit, std::max(shownDimensions, table), stages);
    shown.plane = planeOf(state, shown.sample, stages);
    shown.kept = std::clamp(state.integer("components"), 1, shown.fit->components());
    shown.angle = decompose::halfTurn(state.real("angle"));
    if (progress.cancelled())
        throw Stopped();
    return shown;
}

double markSize(int rows)
{
    return rows <= 600 ? 6 : rows <= 3000 ? 5 : 3.5;
}

void addClassNames(const Shown& shown, const std::vector<double>& x, const std::vector<double>& y, Plot* plot)
{
    const QStringList& levels = shown.sample->levels;
    if (!shown.showsLabel() || levels.size() > mostNames)
        return;
    for (int level = 0; level < levels.size(); ++level) {
        Words name;
        int count = 0;
        for (size_t i = 0; i < x.size(); ++i) {
            if (shown.sample->classes[i] != level)
                continue;
            name.x += x[i];
            name.y += y[i];
            ++count;
        }
        if (count == 0)
            continue;
        name.x /= count;
        name.y /= count;
        name.text = levels[level];
        name.role = classRole(level);
        name.anchor = Qt::AlignCenter;
        name.strong = true;
        plot->layers.emplace_back(std::move(name));
    }
}

} // namespace tangent::components
