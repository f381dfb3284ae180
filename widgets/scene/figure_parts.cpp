// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/scene/figure_parts.h"

#include <algorithm>
#include <cmath>

namespace tangent {

Axis axisOf(const QString& label, double low, double high, Axis::Scale scale)
{
    Axis axis;
    axis.label = label;
    axis.scale = scale;
    axis.minimum = low;
    axis.maximum = high;
    if (!(high > low)) {
        const bool inDecades = scale == Axis::Scale::Log && low > 0;
        axis.maximum = inDecades ? 10 * low : low + std::max(1.0, 1e-9 * std::abs(low)); // 1e17 + 1 is 1e17
    }
    return axis;
}

double roundedUp(double value, std::initializer_list<double> leads)
{
    if (!(value > 0) || !std::isfinite(value))
        return 1;
    constexpr double rounding = 1e-12; // 3 × 0.1 is 0.3, not the next number above it
    const double power = std::pow(10.0, std::floor(std::log10(value)));
    for (const double lead : leads) {
        if (lead * power >= value * (1 - rounding))
            return lead * power;
    }
    return 10 * power;
}

Figure figureOf(const char* key, const QString& title, const QString& hint, Figure::Place place,
    FigureContent content, int minimumHeight)
{
    Figure figure;
    figure.key = QLatin1String(key);
    figure.title = title;
    figure.hint = hint;
    figure.place = place;
    figure.minimumHeight = minimumHeight;
    figure.content = std::move(content);
    return figure;
}

Words wordsAt(double x, double y, const QString& text, Role role, Qt::Alignment anchor, bool strong)
{
    return {x, y, text, role, anchor, strong};
}

void addWords(
    Plot* plot, double x, double y, const QString& text, Role role, Qt::Alignment anchor, bool strong)
{
    plot->layers.emplace_back(wordsAt(x, y, text, role, anchor, strong));
}

Figure sentenceFigure(const char* key, const QString& title, const QString& sentence)
{
    Plot plot;
    plot.x.hidden = true;
    plot.y.hidden = true;
    plot.zoomable = false;
    addWords(&plot, 0.5, 0.5, sentence, Role::Muted, Qt::AlignCenter);
    return figureOf(key, title, {}, Figure::Place::Main, std::move(plot));
}

Diagnostic diagnosticOf(
    Diagnostic::Severity severity, const QString& key, const QString& sentence, const QString& cure)
{
    Diagnostic diagnostic;
    diagnostic.severity = severity;
    diagnostic.key = key;
    diagnostic.sentence = sentence;
    diagnostic.cure = cure;
    return diagnostic;
}

Scene errorScene(const char* key, const QString& title, const Unusable& reason)
{
    Scene scene;
    scene.figures.push_back(sentenceFigure(key, title, reason.sentence));
    scene.diagnostics.push_back(
        diagnosticOf(Diagnostic::Severity::Error, reason.key, reason.sentence, reason.cure));
    return scene;
}

std::vector<Readout> undefinedReadouts(std::initializer_list<const char*> keys, const QString& reason)
{
    std::vector<Readout> all;
    for (const char* key : keys) {
        Readout readout;
        readout.key = QLatin1String(key);
        readout.label = readout.key;
        readout.note = reason;
        all.push_back(readout);
    }
    return all;
}

} // namespace tangent
