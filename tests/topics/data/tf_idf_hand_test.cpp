// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/text/stop_words.h"
#include "tests/support/test_program.h"
#include "tests/topics/data/tf_idf_probe.h"

#include <QFile>

using namespace tangent;
using namespace tangent::tests;

class TfIdfHandTest : public QObject {
    Q_OBJECT

private slots:
    void carryingCatPalesItsColumn();
    void stopWordsAreStruck();
    void stemsStandBehindTheirWords();
    void droppedLettersAreStruck();
    void pinnedTermIsMarkedEverywhere();
    void wordsGoIntoTheQuery();
    void paragraphsAreTyped();
    void oneEmptyTextIsAState();
    void largeCollectionsAreBounded();
    void longTextsAreCutAndSaidSo();
};

void TfIdfHandTest::carryingCatPalesItsColumn()
{
    Probe shown = tfIdf(QStringLiteral("word=cat"));
    double before = 2;
    for (int into = 2; into <= 4; ++into) {
        const double shade = cell(shown, QStringLiteral("1"), QStringLiteral("cat")).value;
        QVERIFY(shade < before);
        before = shade;
        QCOMPARE(cell(shown, QStringLiteral("1"), QStringLiteral("cat")).text, QStringLiteral("1"));
        QCOMPARE(shown["document-frequency"], double(into - 1));
        shown = afterDrop(
            shown, dropOnto(runOf(shown, 1, QStringLiteral("cat")), QStringLiteral("document-%1").arg(into)));
        QCOMPARE(cell(shown, QString::number(into), QStringLiteral("cat")).text, QStringLiteral("1"));
    }
    QCOMPARE(shown["document-frequency"], 4.0);
    QCOMPARE(shown["word-idf"], 1.0);
    QVERIFY(cell(shown, QStringLiteral("1"), QStringLiteral("cat")).value < before);
    QVERIFY(shown.scene.narration.contains(QStringLiteral("everywhere")));
    // Document 2 leads by "dog": the claim must be about this term alone.
    QCOMPARE(shown["best-match"], 2.0);
    QVERIFY(shown.scene.narration.contains(QStringLiteral("By this term only")));
    // It is the state that the note links to.
    const Probe linked = tfIdf(QStringLiteral(
        "documents=the%20cat%20sat%20on%20the%20mat;the%20dog%20sat%20on%20the%20log%20cat;cats%20"
        "and%20dogs%20are%20friends%20cat;the%20mat%20is%20on%20the%20floor%20cat&word=cat"));
    QVERIFY(linked.state.values == shown.state.values);
}

void TfIdfHandTest::stopWordsAreStruck()
{
    const Probe shown = tfIdf(QStringLiteral("stop-words=true"));
    for (const char* word : {"the", "on"}) {
        QVERIFY(runOf(shown, 1, QLatin1String(word)).struck);
        QVERIFY(!matrixOf(shown).columnNames.contains(QLatin1String(word)));
        QVERIFY(!runOf(tfIdf(), 1, QLatin1String(word)).struck);
    }
    QVERIFY(!runOf(shown, 1, QStringLiteral("cat")).struck);
    // The note says how many there are.
    QFile note(QStringLiteral(TANGENT_SOURCE_DIR "/notes/data/tf-idf.md"));
    QVERIFY(note.open(QIODevice::ReadOnly));
    QVERIFY(note.readAll().contains(
        QStringLiteral("of %1 English words").arg(language::stopWords().size()).toUtf8()));
}

void TfIdfHandTest::stemsStandBehindTheirWords()
{
    const Probe shown =
        tfIdf(QStringLiteral("stemming=true&documents=Learnability%2C%20learning:%20cats%21"));
    QCOMPARE(runOf(shown, 1, QStringLiteral("Learnability,")).note, QStringLiteral("learnabl"));
    QCOMPARE(runOf(shown, 1, QStringLiteral("learning:")).note, QStringLiteral("learn"));
    QCOMPARE(runOf(shown, 1, QStringLiteral("cats!")).note, QStringLiteral("cat"));
}

void TfIdfHandTest::droppedLettersAreStruck()
{
    const Probe shown = tfIdf(exam + QStringLiteral("&one-letter-words=false"));
    QVERIFY(runOf(shown, 1, QStringLiteral("I")).struck);
    QVERIFY(!runOf(tfIdf(exam), 1, QStringLiteral("I")).struck);
}

void TfIdfHandTest::pinnedTermIsMarkedEverywhere()
{
    const Probe shown = tfIdf(QStringLiteral("word=the"));
    for (const int paragraph : {1, 2, 4})
        QVERIFY(runOf(shown, paragraph, QStringLiteral("the")).role == Role::Accent);
    QVERIFY(runOf(shown, 1, QStringLiteral("cat")).role != Role::Accent);
    const Matrix::Item pinned = cell(shown, QStringLiteral("2"), QStringLiteral("the"));
    QVERIFY(pinned.pinned);
    QCOMPARE(pinned.hover.key, QStringLiteral("word"));
    QVERIFY(!cell(shown, QStringLiteral("2"), QStringLiteral("on")).pinned);
    // A click on it lets it go; a word is found under its stem, too.
    QCOMPARE(text(runOf(shown, 1, QStringLiteral("the")).target.value), QString());
    QCOMPARE(tfIdf(QStringLiteral("word=cats&stemming=true"))["document-frequency"], 2.0);
    // A pinned bigram marks its words where they stand side by side, and nowhere else.
    const Probe gram = tfIdf(QStringLiteral("ngram-max=2&word=the%20mat"));
    QVERIFY(runOf(gram, 1, QStringLiteral("mat")).role == Role::Accent);
    QVERIFY(runOf(gram, 1, QStringLiteral("the")).role != Role::Accent); // the first one belongs to the cat
    QVERIFY(runOf(gram, 2, QStringLiteral("the")).role != Role::Accent);
}

void TfIdfHandTest::wordsGoIntoTheQuery()
{
    const Probe shown = tfIdf();
    const Probe after =
        afterDrop(shown, dropOnto(runOf(shown, 3, QStringLiteral("friends")), QStringLiteral("query")));
    QCOMPARE(after.state.values.value(QStringLiteral("query")).index(), Value(QString()).index());
    QCOMPARE(text(after.state.values.value(QStringLiteral("query"))), QStringLiteral("cat dog friends"));
    QVERIFY(scoreOf(after, 3) > 0);
    for (const Drop& drop : runOf(shown, 3, QStringLiteral("friends")).drops)
        QVERIFY(drop.onto != QLatin1String("document-3"));
}

void TfIdfHandTest::paragraphsAreTyped()
{
    const Probe shown = tfIdf();
    const WordsFigure& figure = documentsOf(shown);
    QCOMPARE(figure.paragraphs.size(), 5U);
    QCOMPARE(figure.paragraphs[0].text.key, QStringLiteral("query"));
    for (int document = 0; document < 4; ++document) {
        const Target& text = figure.paragraphs[size_t(document) + 1].text;
        QCOMPARE(text.key, QStringLiteral("documents"));
        QCOMPARE(text.row, document);
        QCOMPARE(text.column, 0);
    }
    QVERIFY(figure.removable);
    QCOMPARE(figure.adding->key, QStringLiteral("documents"));
    QCOMPARE(figure.adding->row.size(), 1U);
}

void TfIdfHandTest::oneEmptyTextIsAState()
{
    const Probe shown = tfIdf(QStringLiteral("documents="));
    QVERIFY(shown.state.complaints.empty());
    QCOMPARE(shown["documents"], 1.0);
    QCOMPARE(shown["vocabulary"], 0.0);
    QVERIFY(shown.isUndefined("density"));
    QString complaint;
    const auto back = readLink(writeLink(shown.state), &complaint);
    QVERIFY(back
        && settle(*findLab(QStringLiteral("tf-idf")), *back, DataCatalogue::shared()).values
            == shown.state.values);
}

void TfIdfHandTest::largeCollectionsAreBounded()
{
    Rows documents;
    for (int document = 0; document < 200; ++document) {
        QString text;
        for (int word = 0; word < 100; ++word)
            text += QStringLiteral("w%1 ").arg((document * 131 + word * word * 7) % 3000);
        documents.push_back({text});
    }
    Request request;
    request.topic = QStringLiteral("tf-idf");
    request.values[QStringLiteral("documents")] = documents;
    request.values[QStringLiteral("query")] = QStringLiteral("w7 w28");
    const Lab& lab = *findLab(QStringLiteral("tf-idf"));
    Probe shown;
    shown.state = settle(lab, request, DataCatalogue::shared());
    Stages stages;
    shown.scene = computeScene(lab, shown.state, stages);
    QCOMPARE(shown["documents"], 200.0);
    QVERIFY(shown["vocabulary"] > 1000);
    const Matrix& matrix = matrixOf(shown);
    QVERIFY(matrix.items.size() <= 13000);
    QVERIFY(matrix.columnNames.contains(QStringLiteral("w7"))
        && matrix.columnNames.contains(QStringLiteral("w28")));
    QVERIFY(shown.scene.figure(QStringLiteral("matrix"))
                ->hint.contains(QString::number(int(shown["vocabulary"]))));
    size_t runs = 0;
    for (const auto& paragraph : documentsOf(shown).paragraphs)
        runs += paragraph.runs.size();
    QVERIFY(runs < 4000);
    QVERIFY(documentsOf(shown).paragraphs.back().runs.back().text.contains(QStringLiteral("more words")));
}

void TfIdfHandTest::longTextsAreCutAndSaidSo()
{
    Request request;
    request.topic = QStringLiteral("tf-idf");
    request.values[QStringLiteral("documents")] =
        Rows{{QStringLiteral("ab ").repeated(10'000)}, {QStringLiteral("cat")}};
    const Lab& lab = *findLab(QStringLiteral("tf-idf"));
    Probe shown;
    shown.state = settle(lab, request, DataCatalogue::shared());
    Stages stages;
    shown.scene = computeScene(lab, shown.state, stages);
    QVERIFY(shown.scene.diagnostics.front().sentence.contains(QStringLiteral("20,000")));
    QCOMPARE(shown["vocabulary"], 2.0);
    // Nothing can be dropped where it would write a text that was cut.
    QVERIFY(runOf(shown, 2, QStringLiteral("cat")).drops.empty());
}

TANGENT_TEST(TfIdfHandTest)
#include "tf_idf_hand_test.moc"
