// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topics/performance/confusion_matrix/shown.h"
#include "app/topics/performance/confusion_matrix/words.h"

#include <cmath>

namespace tangent::confusion {

namespace {

QString bold(const QString& text)
{
    return QStringLiteral("**%1**").arg(text);
}

std::int64_t trueRows(const Shown& shown, int code)
{
    return shown.first().counts.row(code).sum();
}

/// What part a cell plays for the class it belongs to.
QString cellSentence(const Shown& shown, const CellAt& cell)
{
    const std::int64_t count = shown.first().counts(cell.actual, cell.predicted);
    const QString actual = shortName(shown.className(cell.actual));
    const QString predicted = shortName(shown.className(cell.predicted));
    const std::int64_t rows = trueRows(shown, cell.actual);
    if (cell.isRight())
        return tr("%1, rightly: %2 of the %3 true rows, and that share is its recall.")
            .arg(bold(tr("%1 called %1").arg(actual)), shownCount(count), shownCount(rows));
    if (count == 0)
        return tr("%1: no row at all is in this cell.").arg(bold(tr("%1 called %2").arg(actual, predicted)));
    return tr("%1: %2 of %3 true rows, lost to the recall of %4 and to the precision of %5.")
        .arg(bold(tr("%1 called %2").arg(actual, predicted)), shownCount(count), shownCount(rows),
            inSentence(shown.className(cell.actual)), inSentence(shown.className(cell.predicted)));
}

QString twoModels(const Shown& shown)
{
    const double a = shown.scores[0].accuracy.value_or(0);
    const double b = shown.scores[1].accuracy.value_or(0);
    constexpr double same = 0.0005;
    const QString start = std::abs(a - b) < same
        ? tr("%1 by accuracy: %2.").arg(bold(tr("A and B tie")), shownShare(a))
        : tr("%1 by accuracy, %2 against %3.")
              .arg(bold(a > b ? tr("A leads") : tr("B leads")), shownShare(std::max(a, b)),
                  shownShare(std::min(a, b)));
    int widest = -1;
    double gap = 0;
    for (int code = 0; code < shown.judged.classCount(); ++code) {
        const auto& first = shown.scores[0].classes[size_t(code)].recall;
        const auto& second = shown.scores[1].classes[size_t(code)].recall;
        if (first && second && std::abs(*first - *second) > gap) {
            gap = std::abs(*first - *second);
            widest = code;
        }
    }
    if (widest < 0)
        return start + tr(" Every class is found equally well by both.");
    return start
        + tr(" They differ most on %1: A finds %2 of it, B %3.")
              .arg(inSentence(shown.className(widest)),
                  shownShare(shown.scores[0].classes[size_t(widest)].recall),
                  shownShare(shown.scores[1].classes[size_t(widest)].recall));
}

QString normalisedSentence(const Shown& shown)
{
    const QString name = inSentence(shown.positiveName());
    const evaluate::ClassScores& one = shown.positiveScores();
    if (shown.normalise == evaluate::Normalise::ByRow)
        return tr("%1: of what is truly in a class, where did it go? The diagonal is recall, %2 for %3.")
            .arg(bold(tr("Each row adds up to 1")), one.recall ? shownShare(one.recall) : tr("undefined"),
                name);
    return tr("%1: of what is called by a name, what is it truly? The diagonal is precision, %2 for %3.")
        .arg(bold(tr("Each column adds up to 1")),
            one.precision ? shownShare(one.precision) : tr("undefined"), name);
}

/// The class that is found least, of those that have rows.
std::optional<int> leastFound(const Shown& shown)
{
    std::optional<int> least;
    const auto recallOf = [&](int code) { return shown.scores.front().classes[size_t(code)].recall; };
    for (int code = 0; code < shown.judged.classCount(); ++code) {
        if (recallOf(code) && (!least || *recallOf(code) < *recallOf(*least)))
            least = code;
    }
    return least;
}

QString undefinedPrecision(const Shown& shown)
{
    const QString name = inSentence(shown.positiveName());
    const auto& recall = shown.positiveScores().recall;
    const QString lost = recall
        ? tr("all %1 of its rows are missed").arg(trueRows(shown, shown.judged.positive))
        : tr("it has no rows");
    return tr("%1: its precision is undefined, not 0. Accuracy is %2 and %3.")
        .arg(bold(tr("Nothing is called %1").arg(name)), shownShare(shown.scores.front().accuracy), lost);
}

QString falseAlarms(const Shown& shown)
{
    const evaluate::ClassScores& one = shown.positiveScores();
    const QString name = inSentence(shown.positiveName());
    return tr("Recall of %1 is %2, precision %3: %4. Accuracy, %5, shows neither.")
        .arg(name, shownShare(one.recall), shownShare(one.precision),
            bold(tr("%1 of the %2 called so are false alarms")
                     .arg(one.falsePositives)
                     .arg(one.truePositives + one.falsePositives)),
            shownShare(shown.scores.front().accuracy));
}

QString oneNumberHides(const Shown& shown, int least)
{
    const auto& counts = shown.first().counts;
    const QString name = inSentence(shown.className(least));
    Eigen::Index where = least == 0 ? 1 : 0;
    for (Eigen::Index p = 0; p < counts.cols(); ++p) {
        if (p != least && counts(least, p) > counts(least, where))
            where = p;
    }
    return tr("Accuracy %1 sounds fair, but %2: recall of %3 is only %4.")
        .arg(shownShare(shown.scores.front().accuracy),
            bold(tr("%1 are called %2")
                     .arg(partOf(counts(least, where), trueRows(shown, least), shown.className(least)),
                         shortName(shown.className(int(where))))),
            name, shownShare(shown.scores.front().classes[size_t(least)].recall));
}

QString largestMistake(const Shown& shown)
{
    const auto& counts = shown.first().counts;
    const auto worst = largestWrongCell(counts);
    const QString accuracy = shownShare(shown.scores.front().accuracy);
    if (!worst)
        return tr("%1: every row lies on the diagonal, so accuracy, recall and precision are all 1.")
            .arg(bold(tr("No mistakes")));
    const std::int64_t wrong = shown.scores.front().rows - counts.trace();
    return tr("%1 and %2. The largest wrong cell: %3 called %4.")
        .arg(bold(tr("Accuracy %1").arg(accuracy)),
            wrong == 1 ? tr("1 mistake") : tr("%1 mistakes").arg(wrong),
            partOf(counts(worst->actual, worst->predicted), trueRows(shown, worst->actual),
                shown.className(worst->actual)),
            shortName(shown.className(worst->predicted)));
}

} // namespace

QString narration(const Shown& shown)
{
    if (shown.scores.front().rows == 0)
        return tr("**No rows at all**: every share is 0 ÷ 0 and undefined. Type a count.");
    if (shown.pinned) {
        const QString ofB = shown.hasTwo()
            ? tr(" Model B has %1 there.")
                  .arg(shown.judged.judgements[1]->counts(shown.pinned->actual, shown.pinned->predicted))
            : QString();
        return cellSentence(shown, *shown.pinned) + ofB;
    }
    if (shown.hasTwo())
        return twoModels(shown);
    if (shown.normalise != evaluate::Normalise::Counts)
        return normalisedSentence(shown);
    const evaluate::ClassScores& one = shown.positiveScores();
    if (!one.precision)
        return undefinedPrecision(shown);
    constexpr double clearly = 0.15;
    const double accuracy = shown.scores.front().accuracy.value_or(0);
    if (one.recall && *one.precision < 0.5 && *one.recall > *one.precision + clearly)
        return falseAlarms(shown);
    const auto least = leastFound(shown);
    if (least && accuracy >= 0.5 && *shown.scores.front().classes[size_t(*least)].recall < accuracy - clearly)
        return oneNumberHides(shown, *least);
    return largestMistake(shown);
}

} // namespace tangent::confusion
