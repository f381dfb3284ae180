// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/views/theme.h"

#include <QFont>
#include <QPainter>
#include <QRectF>
#include <QStringList>

namespace tangent {

/// Small things that the drawing functions of items share.

/// The width of a text, and the widest of some.
double textWidth(const QFont& font, const QString& text);
double widestText(const QFont& font, const QStringList& texts);
/// Of a number as drawNumber() writes it, in equal digit cells.
double numberWidth(const QFont& font, const QString& number);
double lineHeight(const QFont& font);

/// `share` of the way from one colour to the other.
QColor mixed(const QColor& from, const QColor& to, double share);

/// Ink for text on a background: the theme's where it has a contrast of 4.5:1, else black or white.
QColor inkOn(const QColor& background, const Theme& theme);

/// The ring of what the keyboard is on.
void drawFocusRing(QPainter& painter, const QRectF& box, const Theme& theme, double radius = 4);

/// A frame inside a box.
void drawFrame(QPainter& painter, const QRectF& box, const QColor& colour, double width, double radius = 3);

/// The hatching of what has no value.
void drawHatched(QPainter& painter, const QRectF& box, const Theme& theme, double radius = 3);

/// Underlines a number that can be dragged or typed, as links to numbers are in the note.
void drawEditableSign(QPainter& painter, const QRectF& text, const QColor& colour);

} // namespace tangent
