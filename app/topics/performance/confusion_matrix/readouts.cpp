// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topics/performance/confusion_matrix/shown.h"
#include "app/topics/performance/confusion_matrix/words.h"

namespace tangent::confusion {

namespace {

struct Definition {
    const char* key;
    QString label;
    QString formula;
    bool prominent = false;
};

/// "38 ÷ (38 + 5)"
QString division(std::int64_t above, std::int64_t first, std::int64_t second)
{
    return QStringLiteral("%1 ÷ (%2 + %3)").arg(above).arg(first).arg(second);
}

Readout readoutOf(const Definition& definition)
{
    Readout made;
    made.key = QLatin1String(definition.key);
    made.label = definition.label;
    made.formula = definition.formula;
    made.better = Readout::Better::Up;
    made.decimals = 3;
    made.prominent = definition.prominent;
    return made;
}

Readout defined(const Definition& definition, const std::optional<double>& value, const QString& line,
    const QString& whyNot)
{
    Readout made = readoutOf(definition);
    if (value)
        made.value = *value;
    else
        made.note = whyNot;
    made.line = value ? QStringLiteral("%1 = %2").arg(line, shownNumber(*value, 3))
                      : QStringLiteral("%1: %2").arg(line, whyNot);
    return made;
}

Definition accuracyDefinition(const char* key, const QString& label, bool prominent)
{
    return {
        key, label, QStringLiteral(R"tex(\text{accuracy}=\frac{1}{n}\sum_{k=1}^{K}n_{kk})tex"), prominent};
}

/// Of the positive class, whose name stands on the readout.
std::vector<Definition> classDefinitions(const QString& name)
{
    const auto of = [&](const QString& what) {
        return name.isEmpty() ? what : tr("%1 of %2").arg(what, name);
    };
    return {
        {"precision", of(tr("Precision")), QStringLiteral(R"tex(\text{precision}=\frac{TP}{TP+FP})tex"),
            true},
        {"recall", of(tr("Recall")), QStringLiteral(R"tex(\text{recall}=\frac{TP}{TP+FN})tex"), true},
        {"specificity", of(tr("Specificity")),
            QStringLiteral(R"tex(\text{specificity}=\frac{TN}{TN+FP})tex")},
        {"f1", of(tr("F1")), QStringLiteral(R"tex(F_1=\frac{2\,TP}{2\,TP+FP+FN})tex"), true},
    };
}

Definition smallestDefinition()
{
    return {"smallest-class", tr("Smallest class"), QStringLiteral(R"tex(\min_k\sum_{j=1}^{K}n_{kj})tex")};
}

/// One of the three means, with its three ratios.
struct MeanFamily {
    evaluate::ClassMeans evaluate::ConfusionScores::*means;
    QString line; ///< how the mean is formed
    Definition precision;
    Definition recall;
    Definition f1;
};

std::vector<MeanFamily> meanFamilies()
{
    using evaluate::ConfusionScores;
    return {
        {&ConfusionScores::micro, tr("counts of all classes added first"),
            {"micro-precision", tr("Micro precision"),
                QStringLiteral(
                    R"tex(\text{micro precision}=\frac{\sum_kTP_k}{\sum_k\left(TP_k+FP_k\right)})tex")},
            {"micro-recall", tr("Micro recall"),
                QStringLiteral(
                    R"tex(\text{micro recall}=\frac{\sum_kTP_k}{\sum_k\left(TP_k+FN_k\right)})tex")},
            {"micro-f1", tr("Micro F1"),
                QStringLiteral(
                    R"tex(\text{micro-}F_1=\frac{\sum_k2\,TP_k}{\sum_k\left(2\,TP_k+FP_k+FN_k\right)})tex")}},
        {&ConfusionScores::macro, tr("every class counts the same"),
            {"macro-precision", tr("Macro precision"),
                QStringLiteral(
                    R"tex(\text{macro precision}=\frac1K\sum_{k=1}^{K}\frac{TP_k}{TP_k+FP_k})tex")},
            {"macro-recall", tr("Macro recall"),
                QStringLiteral(R"tex(\text{macro recall}=\frac1K\sum_{k=1}^{K}\frac{TP_k}{TP_k+FN_k})tex")},
            {"macro-f1", tr("Macro F1"),
                QStringLiteral(R"tex(\text{macro-}F_1 = \frac1K \sum_{k=1}^{K} F_{1,k})tex")}},
        {&ConfusionScores::weighted, tr("every class counts as its true rows do"),
            {"weighted-precision", tr("Weighted precision"),
                QStringLiteral(
                    R"tex(\text{weighted precision}=\sum_{k=1}^{K}\frac{n_k}{n}\cdot\frac{TP_k}{TP_k+FP_k})tex")},
            {"weighted-recall", tr("Weighted recall"),
                QStringLiteral(
                    R"tex(\text{weighted recall}=\sum_{k=1}^{K}\frac{n_k}{n}\cdot\frac{TP_k}{TP_k+FN_k})tex")},
            {"weighted-f1", tr("Weighted F1"),
                QStringLiteral(R"tex(\text{weighted }F_1=\sum_{k=1}^{K}\frac{n_k}{n}\,F_{1,k})tex")}},
    };
}

Readout accuracyOf(const Shown& shown, size_t index, const Definition& definition)
{
    const evaluate::ConfusionScores& scores = shown.scores[index];
    const std::int64_t right = shown.judged.judgements[index]->counts.trace();
    return defined(definition, scores.accuracy,
        QStringLiteral("%1 ÷ %2").arg(shownCount(right), shownCount(scores.rows)), tr("there are no rows"));
}

/// How a class whose ratio is undefined is treated is said beside the mean.
Readout meanReadout(const Shown& shown, const MeanFamily& family, const Definition& definition,
    evaluate::ClassMean evaluate::ClassMeans::*ratio, std::optional<double> evaluate::ClassScores::*ofClass)
{
    const evaluate::ConfusionScores& scores = shown.scores.front();
    const evaluate::ClassMean& mean = (scores.*family.means).*ratio;
    Readout made = defined(definition, mean.value, family.line, tr("there are no rows"));
    if (mean.undefinedClasses == 0 || !mean.value)
        return made;
    QStringList names;
    for (size_t k = 0; k < scores.classes.size(); ++k) {
        if (!(scores.classes[k].*ofClass))
            names << inSentence(shown.className(int(k)));
    }
    const QString which =
        names.size() > 3 ? tr("%1 classes").arg(names.size()) : names.join(QStringLiteral(", "));
    made.note = names.size() == 1 ? tr("undefined for %1, which enters as 0").arg(which)
                                  : tr("undefined for %1, which enter as 0").arg(which);
    return made;
}

} // namespace

std::vector<Readout> readouts(const Shown& shown)
{
    const evaluate::ClassScores& one = shown.positiveScores();
    const QString name = inSentence(shown.positiveName());
    const auto definitions = classDefinitions(name);
    const QString nothingCalled = tr("no row is called %1").arg(name);
    const QString noneTrue = tr("no row is %1").arg(name);
    std::vector<Readout> all{
        accuracyOf(shown, 0, accuracyDefinition("accuracy", tr("Accuracy"), true)),
        defined(definitions[0], one.precision,
            division(one.truePositives, one.truePositives, one.falsePositives), nothingCalled),
        defined(definitions[1], one.recall,
            division(one.truePositives, one.truePositives, one.falseNegatives), noneTrue),
        defined(definitions[2], one.specificity,
            division(one.trueNegatives, one.trueNegatives, one.falsePositives),
            tr("every row is %1").arg(name)),
        defined(definitions[3], one.f1,
            QStringLiteral("2 · %1 ÷ (2 · %1 + %2 + %3)")
                .arg(one.truePositives)
                .arg(one.falsePositives)
                .arg(one.falseNegatives),
            tr("no row is %1 and none is called so").arg(name)),
    };
    Readout smallest = readoutOf(smallestDefinition());
    const evaluate::ConfusionScores& scores = shown.scores.front();
    smallest.value = double(scores.smallestClassRows);
    smallest.unit = tr("rows");
    smallest.unitOfOne = tr("row");
    smallest.decimals = 0;
    smallest.better = Readout::Better::Neither;
    smallest.note = inSentence(shown.className(scores.smallestClass));
    smallest.line =
        tr("%1 has the fewest true rows: %2").arg(smallest.note, shownCount(scores.smallestClassRows));
    all.push_back(smallest);
    for (const MeanFamily& family : meanFamilies()) {
        using evaluate::ClassMeans;
        using evaluate::ClassScores;
        all.push_back(
            meanReadout(shown, family, family.precision, &ClassMeans::precision, &ClassScores::precision));
        all.push_back(meanReadout(shown, family, family.recall, &ClassMeans::recall, &ClassScores::recall));
        all.push_back(meanReadout(shown, family, family.f1, &ClassMeans::f1, &ClassScores::f1));
    }
    const Definition second = accuracyDefinition("accuracy-b", tr("Accuracy of B"), shown.hasTwo());
    all.push_back(shown.hasTwo() ? accuracyOf(shown, 1, second)
                                 : defined(second, std::nullopt, tr("model B"), tr("there is one model")));
    return all;
}

std::vector<Readout> emptyReadouts(const QString& reason)
{
    std::vector<Definition> definitions{accuracyDefinition("accuracy", tr("Accuracy"), true)};
    for (const Definition& definition : classDefinitions(QString()))
        definitions.push_back(definition);
    definitions.push_back(smallestDefinition());
    for (const MeanFamily& family : meanFamilies())
        definitions.insert(definitions.end(), {family.precision, family.recall, family.f1});
    definitions.push_back(accuracyDefinition("accuracy-b", tr("Accuracy of B"), false));
    std::vector<Readout> all;
    for (const Definition& definition : definitions) {
        Readout made = readoutOf(definition);
        made.note = reason;
        made.line = reason;
        all.push_back(made);
    }
    return all;
}

} // namespace tangent::confusion
