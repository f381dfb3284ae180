// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/topics/data/tf_idf_probe.h"

using namespace tangent;
using namespace tangent::tests;

class TfIdfLabTest : public QObject {
    Q_OBJECT

private slots:
    void teachesItsNumbers_data();
    void teachesItsNumbers();
    void wordsInEveryDocument_data();
    void wordsInEveryDocument();
    void longDocumentsHaveNoHeadStart();
    void wordOrderIsTold();
    void scoresAreSumsOfContributions();
    void unknownWordsAreNamed();
    void noKnownWordIsNoMatch_data();
    void noKnownWordIsNoMatch();
    void challengeNeedsBothSwitches();
    void turnedBoundsAreSaidSo();
};

void TfIdfLabTest::teachesItsNumbers_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QByteArray>("readout");
    QTest::addColumn<double>("expected");
    QTest::addColumn<double>("within");
    const auto row = [](const char* name, const QString& query, const char* readout, double expected,
                         double within = 0) {
        QTest::newRow(name) << query << QByteArray(readout) << expected << within;
    };
    const QString clean = QStringLiteral("stemming=true&stop-words=true");
    row("first score", "", "best-score", 0.34, 0.005);
    row("first match", "", "best-match", 1);
    row("documents", "", "documents", 4);
    row("stemmed score", "stemming=true", "best-score", 0.54, 0.005);
    row("stemmed match", "stemming=true", "best-match", 3);
    row("clean score", clean, "best-score", 0.74, 0.005);
    row("clean match", clean, "best-match", 3);
    row("vocabulary", "", "vocabulary", 14);
    row("vocabulary stemmed", "stemming=true", "vocabulary", 12);
    row("vocabulary clean", clean, "vocabulary", 7);
    row("up to bigrams", "ngram-max=2", "vocabulary", 29);
    row("up to trigrams", "ngram-max=3", "vocabulary", 43);
    row("density", "", "density", 0.36, 0.005);
    row("density with bigrams", "ngram-max=2", "density", 0.34, 0.005);
    row("density with trigrams", "ngram-max=3", "density", 0.31, 0.005);
    row("four unigrams", exam, "vocabulary", 4);
    row("three bigrams", exam + "&ngram-min=2&ngram-max=2", "vocabulary", 3);
    row("two trigrams", exam + "&ngram-min=3&ngram-max=3", "vocabulary", 2);
    row("three unigrams", exam + "&one-letter-words=false", "vocabulary", 3);
    row("df of the", "word=the", "document-frequency", 3);
    row("idf of cat", "", "word-idf", std::log(2.5) + 1, 1e-12);
}

void TfIdfLabTest::teachesItsNumbers()
{
    QFETCH(QString, query);
    QFETCH(QByteArray, readout);
    QFETCH(double, expected);
    QFETCH(double, within);
    const Probe shown = tfIdf(query);
    for (const Complaint& complaint : shown.state.complaints)
        QFAIL(qPrintable(complaint.sentence));
    COMPARE_NEAR(shown[readout.constData()], expected, within);
}

void TfIdfLabTest::wordsInEveryDocument_data()
{
    QTest::addColumn<QString>("idf");
    QTest::addColumn<double>("weight");
    QTest::newRow("plain") << "plain" << 0.0;
    QTest::newRow("unsmoothed") << "unsmoothed" << 2.0;
    QTest::newRow("smoothed") << "smoothed" << 2.0;
}

/// Two occurrences of a word that all documents have.
void TfIdfLabTest::wordsInEveryDocument()
{
    QFETCH(QString, idf);
    QFETCH(double, weight);
    const QString all = QString(fourTexts).replace(QLatin1String("cats"), QLatin1String("the%20cats"));
    const Probe shown =
        tfIdf(QStringLiteral("documents=") + all + QStringLiteral("&norm=none&word=the&idf=") + idf);
    QCOMPARE(shown["document-frequency"], 4.0);
    QCOMPARE(weightOf(shown, 1, QStringLiteral("the")), weight);
    QCOMPARE(weightOf(shown, 3, QStringLiteral("the")), weight / 2);
}

void TfIdfLabTest::longDocumentsHaveNoHeadStart()
{
    const QString query = QStringLiteral("documents=") + fourTexts + QLatin1Char(';') + rainy
        + QStringLiteral("&query=cat&norm=");
    const Probe raw = tfIdf(query + QStringLiteral("none"));
    QCOMPARE(scoreOf(raw, 5), scoreOf(raw, 1));
    QCOMPARE(raw["best-match"], 1.0);
    QVERIFY(raw.scene.narration.contains(QStringLiteral("tie")));
    const Probe normed = tfIdf(query + QStringLiteral("l2"));
    COMPARE_NEAR(scoreOf(normed, 5) / scoreOf(normed, 1), 1.0 / 3, 0.05);
}

void TfIdfLabTest::wordOrderIsTold()
{
    const auto ask = [](const QString& query, int longest) {
        return tfIdf(QStringLiteral("query=") + query + QStringLiteral("&ngram-max=%1").arg(longest));
    };
    const QString straight = QStringLiteral("on%20the%20mat");
    const QString turned = QStringLiteral("mat%20the%20on");
    QCOMPARE(ask(straight, 1)["best-score"], ask(turned, 1)["best-score"]);
    QVERIFY(ask(straight, 3)["best-score"] > ask(turned, 3)["best-score"]);
    const Probe single = ask(straight, 1);
    const Probe grams = ask(straight, 3);
    QVERIFY(scoreOf(single, 4) / scoreOf(single, 1) > 0.95);
    QVERIFY(scoreOf(grams, 4) / scoreOf(grams, 1) < 0.75);
}

void TfIdfLabTest::scoresAreSumsOfContributions()
{
    const Probe shown = tfIdf(QStringLiteral("query=the%20dog%20sat%20dog&norm=none"));
    const double dog = std::log(2.5) + 1;
    const double sat = std::log(5.0 / 3) + 1;
    const double the = std::log(5.0 / 4) + 1;
    COMPARE_NEAR(scoreOf(shown, 2), 2 * dog * dog + sat * sat + 2 * the * the, 1e-12);
    COMPARE_NEAR(scoreOf(shown, 1), sat * sat + 2 * the * the, 1e-12);
    QCOMPARE(scoreOf(shown, 3), 0.0);
}

void TfIdfLabTest::unknownWordsAreNamed()
{
    const Probe shown = tfIdf(QStringLiteral("query=cat%20wolf"));
    QCOMPARE(shown["best-match"], 1.0);
    QVERIFY(shown.scene.narration.contains(QStringLiteral("wolf")));
    const Probe trigrams = tfIdf(QStringLiteral(
        "documents=I%20love%20certification%20exams&query=love%20exams&ngram-min=3&ngram-max=3"));
    QVERIFY(trigrams.scene.narration.contains(QStringLiteral("a term is at least 3 words")));
    QVERIFY(shown.scene.diagnostics.empty()); // said once: no message comes and goes while a word is typed
    const Probe pinned = tfIdf(QStringLiteral("query=cat%20wolf&word=cat"));
    QVERIFY(std::any_of(
        pinned.scene.diagnostics.begin(), pinned.scene.diagnostics.end(), [](const Diagnostic& one) {
            return one.key == QLatin1String("query") && one.sentence.contains(QLatin1String("wolf"));
        }));
    QVERIFY(runOf(shown, 0, QStringLiteral("wolf")).note.contains(QStringLiteral("unknown")));
    // It counts nothing, in the query's length neither.
    QCOMPARE(shown["best-score"], tfIdf(QStringLiteral("query=cat"))["best-score"]);
}

void TfIdfLabTest::noKnownWordIsNoMatch_data()
{
    QTest::addColumn<QString>("query");
    QTest::newRow("unknown") << "query=wolf";
    QTest::newRow("empty") << "query=";
    QTest::newRow("marks") << "query=%3F%21";
    QTest::newRow("stop words only") << "query=the%20and&stop-words=true";
    QTest::newRow("no bigram in one word") << "query=cat&ngram-min=2&ngram-max=2";
    QTest::newRow("weightless") << "query=the&idf=plain&documents=the%20cat;the%20dog";
}

void TfIdfLabTest::noKnownWordIsNoMatch()
{
    QFETCH(QString, query);
    const Probe shown = tfIdf(query);
    QVERIFY(shown.isUndefined("best-match"));
    QVERIFY(!shown.scene.readout(QStringLiteral("best-match"))->note.isEmpty());
    QCOMPARE(shown["best-score"], 0.0);
}

void TfIdfLabTest::challengeNeedsBothSwitches()
{
    const auto met = [](const QString& query) {
        const Probe shown = tfIdf(query);
        return shown["best-match"] == 3 && shown["best-score"] >= 0.7;
    };
    QVERIFY(!met({}));
    QVERIFY(!met(QStringLiteral("stemming=true")));
    QVERIFY(!met(QStringLiteral("stop-words=true")));
    QVERIFY(met(QStringLiteral("stemming=true&stop-words=true")));
}

void TfIdfLabTest::turnedBoundsAreSaidSo()
{
    const Probe turned = tfIdf(QStringLiteral("ngram-min=3&ngram-max=2"));
    QCOMPARE(turned["vocabulary"], tfIdf(QStringLiteral("ngram-min=2&ngram-max=3"))["vocabulary"]);
    QVERIFY(std::any_of(turned.scene.diagnostics.begin(), turned.scene.diagnostics.end(),
        [](const Diagnostic& one) { return one.key == QLatin1String("ngram-min"); }));
}

TANGENT_TEST(TfIdfLabTest)
#include "tf_idf_test.moc"
