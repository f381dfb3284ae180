// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/scene/colour.h"

#include <QColor>
#include <QFont>
#include <QPalette>

namespace tangent {

/// What the roles look like, light or dark: the only place where colours are named.
/// Text colours keep a contrast of at least 4.5:1 on their background.
struct Theme {
    bool dark = false;

    QColor surface;    ///< behind the lab
    QColor panel;      ///< behind topics and note
    QColor ink;        ///< text and main lines
    QColor muted;      ///< secondary text
    QColor hairline;   ///< separators, grid lines
    QColor accent;     ///< what the hand holds, links
    QColor accentSoft; ///< chosen rows and chips
    QColor onAccent;   ///< text on the accent colour
    QColor field;      ///< behind input fields
    QColor good;
    QColor bad;
    QColor warning;

    static const Theme& light();
    static const Theme& darkTheme();

    QColor colour(Role role) const;
    /// A text or line colour that stays readable on the surface, for marks of a role.
    QColor strong(Role role) const;
    /// The colour of a value at `share` (0…1) along a map.
    QColor mapped(ColourMap map, double share) const;
    /// 256 entries of a map, for images.
    const QRgb* ramp(ColourMap map) const;
    QPalette palette() const;
};

/// Inter in the sizes of the program; logical pixels, multiplied by the reader's text scale.
/// `strength` is a QFont::Weight.
QFont uiFont(double pixels, int strength = QFont::Normal);
/// The reader's text scale, 1 by default (0.8…2).
double textScale();
void setTextScale(double scale);
/// How much larger points and lines of plots are drawn: 1 at the desk, more where letters are made for a
/// room.
double markScale();

} // namespace tangent
