// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topics/models/gini_split/words.h"

namespace tangent::gini {

QString criterionName(tree::Criterion criterion)
{
    switch (criterion) {
    case tree::Criterion::Gini:
        return tr("Gini");
    case tree::Criterion::Entropy:
        return tr("entropy");
    case tree::Criterion::Error:
        break;
    }
    return tr("error rate");
}

QString criterionUnit(tree::Criterion criterion)
{
    return criterion == tree::Criterion::Entropy ? tr("bits") : QString();
}

QString criterionToken(tree::Criterion criterion)
{
    return criterion == tree::Criterion::Gini   ? QStringLiteral("gini")
        : criterion == tree::Criterion::Entropy ? QStringLiteral("entropy")
                                                : QStringLiteral("error");
}

tree::Criterion criterionOf(const QString& token)
{
    for (const tree::Criterion criterion : allCriteria) {
        if (token == criterionToken(criterion))
            return criterion;
    }
    return tree::Criterion::Gini;
}

double mostImpure(tree::Criterion criterion, int classes)
{
    return classes < 2 ? 1 : tree::impurity(criterion, Eigen::VectorXd::Ones(classes));
}

} // namespace tangent::gini
