// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/theme.h"

#include "widgets/views/colour_ramps.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace tangent {

namespace {

constexpr int roles = int(Role::Class9) + 1;
constexpr double textContrast = 4.5;

/// What is computed from the named colours, once for each theme.
struct Derived {
    std::array<QColor, 10> classes;
    std::array<QColor, roles> colours;
    std::array<QColor, roles> strong;
    std::array<std::array<QRgb, 256>, 4> ramps;
};

/// Okabe and Ito's palette and five more hues, kept apart for colour-blind readers by lightness; the
/// dark theme has the same hues, lighter.
std::array<QColor, 10> classColours(bool dark)
{
    if (dark)
        return {0x4aa3f0, 0xff8b4d, 0x3ccb9a, 0xf5b5d6, 0xf2c744, 0xa6e1ff, 0x8466e8, 0xa8743f, 0x8f9a2e,
            0x95a1b2};
    return {
        0x0072b2, 0xd55e00, 0x009e73, 0xcc79a7, 0xdfa200, 0x56b4e9, 0x4b2e83, 0x7d4a1e, 0x6f7a00, 0x5f6b7a};
}

Derived derive(const Theme& theme)
{
    Derived made;
    made.classes = classColours(theme.dark);
    made.colours[size_t(Role::Ink)] = theme.ink;
    made.colours[size_t(Role::Muted)] = theme.muted;
    made.colours[size_t(Role::Faint)] = theme.dark ? QColor(0x4a525d) : QColor(0xc3c8ce);
    made.colours[size_t(Role::Accent)] = theme.accent;
    made.colours[size_t(Role::Good)] = theme.good;
    made.colours[size_t(Role::Bad)] = theme.bad;
    made.colours[size_t(Role::Warning)] = theme.warning;
    made.colours[size_t(Role::Surface)] = theme.surface;
    std::copy(made.classes.begin(), made.classes.end(), made.colours.begin() + int(Role::Class0));
    for (size_t i = 0; i < made.colours.size(); ++i)
        made.strong[i] = readable(made.colours[i], theme.ink, theme.surface, textContrast);
    for (const ColourMap map :
        {ColourMap::Sequential, ColourMap::Diverging, ColourMap::Grey, ColourMap::Classes})
        made.ramps[size_t(map)] = colourRamp(map, theme.dark, made.classes);
    return made;
}

const Derived& derived(const Theme& theme)
{
    static const Derived light = derive(Theme::light());
    static const Derived dark = derive(Theme::darkTheme());
    return theme.dark ? dark : light;
}

Theme makeLight()
{
    Theme theme;
    theme.surface = 0xffffff;
    theme.panel = 0xf6f7f2;
    theme.ink = 0x1c2024;
    theme.muted = 0x5f6878;
    theme.hairline = 0xe1e4e2;
    theme.accent = 0x2563d6;
    theme.accentSoft = 0xe9f0fd;
    theme.onAccent = 0xffffff;
    theme.field = 0xffffff;
    theme.good = 0x0b7a55;
    theme.bad = 0xc0341d;
    theme.warning = 0x8f5a00;
    return theme;
}

Theme makeDark()
{
    Theme theme;
    theme.dark = true;
    theme.surface = 0x1b1e23;
    theme.panel = 0x15171b;
    theme.ink = 0xe9ebee;
    theme.muted = 0x9ba4b3;
    theme.hairline = 0x31363e;
    theme.accent = 0x7cafff;
    theme.accentSoft = 0x21304c;
    theme.onAccent = 0x0f141c;
    theme.field = 0x14161a;
    theme.good = 0x4cc79a;
    theme.bad = 0xff8f7d;
    theme.warning = 0xe6b655;
    return theme;
}

} // namespace

const Theme& Theme::light()
{
    static const Theme theme = makeLight();
    return theme;
}

const Theme& Theme::darkTheme()
{
    static const Theme theme = makeDark();
    return theme;
}

QColor Theme::colour(Role role) const
{
    return derived(*this).colours[size_t(role)];
}

QColor Theme::strong(Role role) const
{
    return derived(*this).strong[size_t(role)];
}

QColor Theme::mapped(ColourMap map, double share) const
{
    if (std::isnan(share))
        return hairline;
    // Categories are their own numbers, not shares of a range.
    const double place = map == ColourMap::Classes ? std::round(share) : std::round(255 * share);
    return QColor::fromRgb(ramp(map)[int(std::clamp(place, 0.0, 255.0))]);
}

const QRgb* Theme::ramp(ColourMap map) const
{
    return derived(*this).ramps[size_t(map)].data();
}

QPalette Theme::palette() const
{
    QPalette made;
    made.setColor(QPalette::Window, surface);
    made.setColor(QPalette::WindowText, ink);
    made.setColor(QPalette::Base, field);
    made.setColor(QPalette::AlternateBase, panel);
    made.setColor(QPalette::Text, ink);
    made.setColor(QPalette::PlaceholderText, muted);
    made.setColor(QPalette::Button, surface);
    made.setColor(QPalette::ButtonText, ink);
    made.setColor(QPalette::BrightText, onAccent);
    made.setColor(QPalette::Highlight, accent);
    made.setColor(QPalette::HighlightedText, onAccent);
    made.setColor(QPalette::Link, accent);
    made.setColor(QPalette::LinkVisited, accent);
    made.setColor(QPalette::ToolTipBase, panel);
    made.setColor(QPalette::ToolTipText, ink);
    made.setColor(QPalette::Light, surface);
    made.setColor(QPalette::Midlight, hairline);
    made.setColor(QPalette::Mid, hairline);
    made.setColor(QPalette::Dark, muted);
    made.setColor(QPalette::Shadow, dark ? QColor(Qt::black) : muted);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        made.setColor(QPalette::Disabled, role, muted);
    made.setColor(QPalette::Disabled, QPalette::Highlight, hairline);
    made.setColor(QPalette::Disabled, QPalette::HighlightedText, muted);
    return made;
}

} // namespace tangent
