// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/lab.h"
#include "app/topics/data/tf_idf/figures.h"
#include "app/topics/data/tf_idf/words.h"
#include "widgets/scene/number_text.h"

namespace tangent {

namespace {

using namespace tfidf;

constexpr int mostQueryCharacters = 2'000;

Rows fourDocuments()
{
    return {{QStringLiteral("the cat sat on the mat")}, {QStringLiteral("the dog sat on the log")},
        {QStringLiteral("cats and dogs are friends")}, {QStringLiteral("the mat is on the floor")}};
}

Parameter documentsParameter()
{
    RowColumn column;
    column.key = QStringLiteral("text");
    column.label = tr("text");
    column.isText = true;
    Parameter made =
        Parameter::rowsOf(QStringLiteral("documents"), tr("Documents"), fourDocuments(), {column})
            .withHelp(tr("The texts; double-click one to type, or drag a word into it."))
            .shownWhen(false);
    made.minimumRows = 1;
    made.maximumRows = mostDocuments;
    return made;
}

Scene sceneOf(const Settled& state, const Corpus& corpus)
{
    const Shown shown = shownOf(state, corpus);
    Scene scene;
    scene.figures = {matrixFigure(shown), documentsFigure(shown), termsFigure(shown), rankingFigure(shown),
        rarityFigure(shown)};
    scene.readouts = readouts(shown);
    scene.narration = narration(shown);
    scene.diagnostics = diagnostics(shown);
    scene.tables = tables(shown);
    scene.resolved[QStringLiteral("document")] = double(shown.document + 1);
    scene.dataLine = counted(corpus.documents(), tr("1 document"), tr("%1 documents"));
    return scene;
}

class TfIdf final : public Lab {
public:
    LabInfo info() const override
    {
        return {
            QStringLiteral("tf-idf"), tr("TF-IDF"), QStringLiteral("data"), {58, 59, 60}, Speed::Instant, {}};
    }

    Parameters parameters(const DeclarationContext&) const override
    {
        constexpr int longest = language::TermOptions::longestOfAll;
        Parameter query = Parameter::textOf(QStringLiteral("query"), tr("Query"), QStringLiteral("cat dog"))
                              .withHelp(tr("The words to look for; type them, or drag a word here."))
                              .asPrimary();
        query.maximumRows = mostQueryCharacters;
        return {
            documentsParameter(),
            query,
            Parameter::toggle(QStringLiteral("stemming"), tr("Stemming"), false)
                .withHelp(
                    tr("Cut endings with the English Snowball stemmer, so that cats and cat are one term."))
                .asPrimary(),
            Parameter::toggle(QStringLiteral("stop-words"), tr("Strike stop words"), false)
                .withHelp(tr("Leave out common English words such as the, and, is, before n-grams are made."))
                .asPrimary(),
            Parameter::integer(QStringLiteral("ngram-min"), tr("Shortest n-gram"), 1, 1, longest)
                .withHelp(tr("How many neighbouring words a term has at least."))
                .inGroup(tr("Terms"))
                .witnessedBy(QStringLiteral("ngram-max=3")),
            Parameter::integer(QStringLiteral("ngram-max"), tr("Longest n-gram"), 1, 1, longest)
                .withHelp(tr("How many neighbouring words a term has at most."))
                .asPrimary(),
            Parameter::choice(QStringLiteral("idf"), tr("idf"), QStringLiteral("smoothed"),
                {{QStringLiteral("plain"), tr("plain")}, {QStringLiteral("unsmoothed"), tr("unsmoothed")},
                    {QStringLiteral("smoothed"), tr("smoothed")}})
                .withHelp(tr("How rarity becomes a factor: ln(N/df), the same + 1, or ln((1+N)/(1+df)) + 1."))
                .asPrimary(),
            Parameter::choice(QStringLiteral("norm"), tr("Norm"), QStringLiteral("l2"),
                {{QStringLiteral("l2"), tr("L2")}, {QStringLiteral("l1"), tr("L1")},
                    {QStringLiteral("none"), tr("none")}})
                .withHelp(
                    tr("What a document's weights are divided by, so that long ones have no head start."))
                .inGroup(tr("Weights")),
            Parameter::toggle(QStringLiteral("one-letter-words"), tr("One-letter words"), true)
                .withHelp(
                    tr("Count words of one letter; scikit-learn leaves them out unless told otherwise."))
                .inGroup(tr("Terms"))
                .witnessedBy(QStringLiteral("documents=I%20love%20exams;a%20b")),
            Parameter::textOf(QStringLiteral("word"), tr("Term"), QString())
                .withHelp(tr("The term that is marked everywhere; click a word or a column."))
                .inGroup(tr("Picture")),
            Parameter::integer(QStringLiteral("document"), tr("Document"), 1, 1, mostDocuments)
                .automatic()
                .withHelp(tr("Whose top terms are listed; by itself the best match."))
                .inGroup(tr("Picture")),
        };
    }

    std::vector<Preset> presets() const override
    {
        return {
            {QStringLiteral("four"), tr("Four texts"), QString()},
            {QStringLiteral("clean"), tr("Cleaned up"), QStringLiteral("stemming=true&stop-words=true")},
            {QStringLiteral("plain"), tr("Plain idf"), QStringLiteral("idf=plain&word=the")},
            {QStringLiteral("order"), tr("Word order"), QStringLiteral("ngram-max=3&query=on%20the%20mat")},
            {QStringLiteral("exam"), tr("n-grams"),
                QStringLiteral("documents=I%20love%20certification%20exams&query=love%20exams&ngram-max=3")},
        };
    }

    Scene compute(const Settled& state, Stages& stages, const Progress& progress) const override
    {
        try {
            return sceneOf(state, *corpusOf(state, stages, progress));
        } catch (const Stopped&) {
            Scene scene; // nobody waits for it any more
            scene.figures = {emptyMatrix(tr("The count was stopped."))};
            return scene;
        }
    }
};

} // namespace

namespace topics {

std::unique_ptr<const Lab> tf_idf()
{
    return std::make_unique<TfIdf>();
}

} // namespace topics

} // namespace tangent
