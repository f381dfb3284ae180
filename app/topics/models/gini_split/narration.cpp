// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topics/models/gini_split/figures.h"
#include "app/topics/models/gini_split/words.h"

#include <algorithm>

namespace tangent::gini {

namespace {

/// A gain below this share of the best one is next to nothing.
constexpr double smallShare = 0.1;

QString sideWord(bool left)
{
    return left ? tr("left") : tr("right");
}

QString nodeWords(const Shown& shown)
{
    return shown.nodeName == QLatin1String("root") ? tr("the rows") : tr("node %1").arg(shown.nodeName);
}

QString tieNames(const Shown& shown)
{
    const auto& tied = shown.best->tiedFeatures;
    QStringList names;
    for (size_t i = 0; i < std::min<size_t>(tied.size(), 2); ++i) {
        const auto& split = shown.best->ofFeature[size_t(tied[i])];
        names << tr("%1 at %2").arg(shown.sample->features[tied[i]], shownThreshold(split->threshold));
    }
    const QString both = names.join(tr(" and "));
    return tied.size() > 2 ? tr("%1 and %2 more").arg(both).arg(tied.size() - 2) : both;
}

QString tieSentence(const Shown& shown)
{
    return tr("**A tie**: %1 both leave exactly %2. The first column wins, then the lower threshold; the "
              "data does not choose.")
        .arg(tieNames(shown), shownNumber(shown.bestOfAll()->weighted));
}

QString nothingSplit(const Shown& shown)
{
    const bool allLeft = shown.division.rowsLeft() > 0;
    return tr("**Nothing is split**: all %1 stand %2 of %3, so what comes after is what was before, and the "
              "gain is 0.")
        .arg(rowsText(shown.division.rowsLeft() + shown.division.rowsRight()), sideWord(allLeft),
            shownThreshold(shown.threshold));
}

/// A side of one class that is too small to count for much.
QString pureButSmall(const Shown& shown, bool left)
{
    const double count = left ? shown.division.rowsLeft() : shown.division.rowsRight();
    const QString verb = counted(std::llround(count), tr("1 row is"), tr("%1 rows are"));
    return tr(
        "**The %1 side is pure, and the gain is only %2**: %3 there, %4 on the other side. Weights matter.")
        .arg(sideWord(left), shownImpurity(shown.gain()), verb,
            shownNumber(left ? shown.division.rowsRight() : shown.division.rowsLeft()));
}

QString atTheBest(const Shown& shown)
{
    const tree::Split& best = *shown.bestOfAll();
    if (shown.best->best == Eigen::Index(shown.feature))
        return tr("**In the valley**: no cut of any feature gains more than %1 ≤ %2 does, %3. A tree would "
                  "take this one.")
            .arg(shown.featureName(), shownThreshold(shown.threshold), shownImpurity(shown.gain()));
    return tr("**In the valley of %1**: it gains %2 at best. %3 at %4 would gain %5.")
        .arg(shown.featureName(), shownImpurity(shown.gain()), shown.sample->features[*shown.best->best],
            shownThreshold(best.threshold), shownImpurity(best.gain));
}

/// Where the deeper valley lies, seen from the hand.
QString onTheWay(const Shown& shown)
{
    const tree::Split& best = *shown.bestOfFeature();
    const QString way = best.threshold > shown.threshold ? tr("right") : tr("left");
    return tr(
        "**The drop is the gain**: the cut at %1 brings %2 %3 down to %4. The valley of %5 lies further %6.")
        .arg(shownThreshold(shown.threshold), criterionName(shown.criterion), shownImpurity(shown.parent()),
            shownImpurity(shown.weighted()), shown.featureName(), way);
}

bool isOneClass(const Eigen::VectorXd& counts)
{
    return counts.sum() > 0 && counts.maxCoeff() == counts.sum();
}

} // namespace

QString narration(const Shown& shown)
{
    if (shown.isPure())
        return tr("**A pure node**: all of %1 are of one class. There is nothing left to gain.")
            .arg(nodeWords(shown));
    const tree::Split* best = shown.bestOfAll();
    if (!best)
        return tr("**No cut at all**: every feature has one value only, so nothing tells these rows apart.");
    if (shown.isShuffled)
        return tr("**Shuffled labels**: nothing is left to find, yet %1 at %2 is the “best” cut and gains "
                  "%3. A gain is found in noise too.")
            .arg(shown.sample->features[*shown.best->best], shownThreshold(best->threshold),
                shownImpurity(best->gain));
    if (!shown.isSplit())
        return nothingSplit(shown);
    const bool isBestOfFeature = shown.weighted() <= shown.bestOfFeature()->weighted + tree::impurityTie;
    const auto& tied = shown.best->tiedFeatures;
    const bool isTied =
        tied.size() > 1 && std::find(tied.begin(), tied.end(), Eigen::Index(shown.feature)) != tied.end();
    if (isBestOfFeature && isTied)
        return tieSentence(shown);
    if (isBestOfFeature)
        return atTheBest(shown);
    const bool gainsLittle = shown.gain() < smallShare * best->gain;
    for (const bool left : {true, false}) {
        if (gainsLittle && isOneClass(left ? shown.division.left : shown.division.right))
            return pureButSmall(shown, left);
    }
    return onTheWay(shown);
}

std::vector<Diagnostic> diagnostics(const Shown& shown)
{
    std::vector<Diagnostic> found;
    for (const tree::RefusedSplit& refused : shown.grown->partition.refused) {
        Diagnostic diagnostic;
        diagnostic.key = QStringLiteral("splits");
        diagnostic.row = int(refused.position);
        const tree::TakenSplit& split = shown.splits[refused.position];
        const QString node = QString::fromStdString(split.node).left(40);
        switch (refused.fault) {
        case tree::SplitFault::BadName:
            diagnostic.sentence = tr("Split %1: “%2” is no node.").arg(refused.position + 1).arg(node);
            diagnostic.cure = tr("Write root, L, R, LL and so on.");
            break;
        case tree::SplitFault::NoSuchNode:
            diagnostic.sentence =
                tr("Split %1: no split made the node %2.").arg(refused.position + 1).arg(node);
            diagnostic.cure = tr("Split the node above it first.");
            break;
        case tree::SplitFault::AlreadySplit:
            diagnostic.sentence =
                tr("Split %1: the node %2 is split already.").arg(refused.position + 1).arg(node);
            diagnostic.cure = tr("The first one counts.");
            break;
        case tree::SplitFault::NoSuchFeature:
            diagnostic.sentence =
                tr("Split %1 asks for a column that is no feature here.").arg(refused.position + 1);
            diagnostic.cure = tr("Undo the splits, or choose the feature again.");
            break;
        case tree::SplitFault::NotFinite:
        case tree::SplitFault::EmptySide:
            diagnostic.sentence =
                tr("Split %1 leaves one side of the node %2 empty.").arg(refused.position + 1).arg(node);
            diagnostic.cure = tr("Move its threshold in between the values.");
            break;
        }
        found.push_back(diagnostic);
    }
    const QString asked = shown.state.choice("node");
    if (asked != shown.nodeName) {
        Diagnostic diagnostic;
        diagnostic.key = QStringLiteral("node");
        diagnostic.sentence = tr("There is no node %1: the nearest one above it is shown.").arg(asked);
        diagnostic.cure = tr("Choose another node.");
        found.push_back(diagnostic);
    }
    return found;
}

} // namespace tangent::gini
