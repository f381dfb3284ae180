// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/topics/security/iam_policies/study.h"

namespace tangent::iam {

/// Where each statement can be carried to, and what the shelf holds.
struct Carrying {
    std::array<std::vector<std::vector<Drop>>, policy::sourceCount> drops; ///< by source and statement
    std::vector<Drop> denyEverything;
    std::vector<Drop> allowThis;
};

/// The line of the statements' table on which a statement is taken out.
inline const QString bin = QStringLiteral("take-out");

Carrying carryingOf(const Study& study, Stages& stages);

Figure walkFigure(const Study& study);
Figure policiesFigure(const Study& study, const Carrying& carrying);
Figure limitsFigure(const Study& study, const Carrying& carrying);
Figure statementsFigure(const Study& study, const Carrying& carrying);

std::vector<Readout> readouts(const Study& study);
DataTable walkTable(const Study& study);
QString narration(const Study& study);

/// What a statement lacks to apply: "the resource does not fit"; empty when it applies.
QString missOf(const policy::StatementMatch& match);

} // namespace tangent::iam
