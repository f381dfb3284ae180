// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace tangent {

/// What a colour means. The theme says what it looks like, light or dark.
enum class Role : quint8 {
    Ink,     ///< the main line of a figure
    Muted,   ///< what stands back: parents, guides, the part left out
    Faint,   ///< barely there: connecting lines, shadows
    Accent,  ///< what the hand holds
    Good,    ///< right, kept, better
    Bad,     ///< wrong, lost, worse
    Warning, ///< a limit
    Surface, ///< the background of a figure
    Class0,
    Class1,
    Class2,
    Class3,
    Class4,
    Class5,
    Class6,
    Class7,
    Class8,
    Class9, ///< categories, by number
};

/// The colour of category `index`; more than ten repeat.
constexpr Role classRole(int index)
{
    return Role(int(Role::Class0) + (index % 10 + 10) % 10);
}

/// How numbers of a field or a matrix become colours.
enum class ColourMap : quint8 {
    Sequential, ///< pale to strong: amounts from zero
    Diverging,  ///< two hues around a neutral middle
    Grey,       ///< paper to ink: pictures
    Classes,    ///< whole numbers are categories
};

} // namespace tangent
