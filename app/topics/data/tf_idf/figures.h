// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/topics/data/tf_idf/corpus.h"
#include "widgets/scene/scene.h"

namespace tangent::tfidf {

Figure documentsFigure(const Shown& shown);
Figure matrixFigure(const Shown& shown);
/// A sentence where the matrix would be.
Figure emptyMatrix(const QString& sentence);
Figure rankingFigure(const Shown& shown);
Figure termsFigure(const Shown& shown);
Figure rarityFigure(const Shown& shown);
std::vector<Readout> readouts(const Shown& shown);
QString narration(const Shown& shown);
std::vector<Diagnostic> diagnostics(const Shown& shown);
std::vector<DataTable> tables(const Shown& shown);

/// A click or a pointer that takes a term up; where it is pinned already, a click lets it go.
Target wordTarget(const Shown& shown, int column, bool lets = false);

/// "“cat” stands in 1 of 4 documents: idf 1.92"
QString rarityText(const Shown& shown, int column);

} // namespace tangent::tfidf
