// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/scene/figure.h"

#include <QFont>
#include <QRectF>

namespace tangent {

/// Where the words of some paragraphs flow in a box; what is too tall scrolls. Boxes are in the
/// content's coordinates: `placed` moves them to where they are seen.
struct WordsGeometry {
    /// A piece of a run that stands on one line.
    struct Piece {
        int run = 0;
        QString text;
        QRectF box;        ///< with its rim and its note
        double width = 0;  ///< of the text alone
        bool last = false; ///< of its run: the note follows
    };
    struct Paragraph {
        QRectF box;   ///< all of it
        QRectF title; ///< its line; empty: there is none
        std::vector<Piece> pieces;
    };

    QRectF window;
    QSizeF content;
    QPointF offset;
    QFont font;
    QFont strongFont;
    QFont noteFont;
    QFont titleFont;
    double padding = 8;
    double rim = 3;     ///< beside the text of a piece
    bool cross = false; ///< the title lines end in room for a cross
    std::vector<Paragraph> paragraphs;
    QRectF adding; ///< the button under the last paragraph; empty: none

    /// Letters become a little smaller before anything has to scroll.
    static WordsGeometry of(const QRectF& box, const WordsFigure& figure);

    QRectF placed(const QRectF& inContent) const;
    QRectF crossBox(int paragraph) const; ///< as seen
    /// The paragraph at a place as seen; -1: none.
    int paragraphAt(QPointF place) const;
    /// Around all pieces of a run, in the content.
    QRectF runBox(int paragraph, int run) const;
};

} // namespace tangent
