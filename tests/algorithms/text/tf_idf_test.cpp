// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/text/tf_idf.h"

#include "tests/support/test_program.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>
#include <cmath>
#include <stdexcept>

using namespace tangent::language;

namespace {

const std::vector<std::string_view> fourDocuments{"the cat sat on the mat", "the dog sat on the log",
    "cats and dogs are friends", "the mat is on the floor"};

TermOptions everyWord()
{
    TermOptions options;
    options.oneLetterWords = true;
    return options;
}

TermOptions gramsOf(int shortest, int longest)
{
    TermOptions options = everyWord();
    options.shortestGram = shortest;
    options.longestGram = longest;
    return options;
}

double at(const SparseRows& rows, int row, int column)
{
    for (std::size_t i = rows.starts[std::size_t(row)]; i < rows.starts[std::size_t(row) + 1]; ++i) {
        if (rows.columns[i] == column)
            return rows.values[i];
    }
    return 0;
}

bool near(double a, double b, double within = 1e-15)
{
    return std::abs(a - b) <= within;
}

} // namespace

class TfIdfTest : public QObject {
    Q_OBJECT
private slots:
    void agreesWithScikitLearn();
    void formsOfIdf();
    void plainFormByFormula();
    void normsAreOne_data();
    void normsAreOne();
    void countsByHand();
    void stopWordsGoBeforeGrams();
    void stopWordsAreComparedUnstemmed();
    void tokensAndCountsAgree();
    void queryHasNoSayInRarity();
    void tiesGoToTheEarlierDocument();
    void emptyTextsAreRowsOfZeros();
    void stopsWhenAsked();
    void refusesBadInput();
};

void TfIdfTest::agreesWithScikitLearn()
{
    QFile file(QStringLiteral(TANGENT_SOURCE_DIR "/tests/reference/text_tfidf.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonObject reference = QJsonDocument::fromJson(file.readAll()).object();
    const QJsonArray cases = reference[QStringLiteral("cases")].toArray();
    QVERIFY(cases.size() > 100);
    for (const QJsonValue& value : cases) {
        const QJsonObject one = value.toObject();
        const QJsonObject corpus =
            reference[QStringLiteral("corpora")][one[QStringLiteral("corpus")].toString()].toObject();
        std::vector<std::string> texts;
        for (const QJsonValue& text : corpus[QStringLiteral("documents")].toArray())
            texts.push_back(text.toString().toStdString());
        const std::vector<std::string_view> documents(texts.begin(), texts.end());
        TermOptions options;
        options.oneLetterWords = one[QStringLiteral("one-letter")].toBool();
        options.stem = one[QStringLiteral("stem")].toBool();
        options.shortestGram = one[QStringLiteral("grams")][0].toInt();
        options.longestGram = one[QStringLiteral("grams")][1].toInt();
        const QString idf = one[QStringLiteral("idf")].toString();
        const QString norm = one[QStringLiteral("norm")].toString();
        const Weighting weighting{idf == QLatin1String("smoothed") ? Idf::Smoothed : Idf::Unsmoothed,
            norm == QLatin1String("l2")       ? Norm::L2
                : norm == QLatin1String("l1") ? Norm::L1
                                              : Norm::None};
        const TermCounts counts = countTerms(documents, options);
        QStringList terms;
        for (const std::string& term : counts.terms)
            terms << QString::fromStdString(term);
        QCOMPARE(terms, one[QStringLiteral("terms")].toVariant().toStringList());
        const SparseRows made = weights(counts, weighting);
        const QJsonArray rows = one[QStringLiteral("weights")].toArray();
        QCOMPARE(made.rows(), int(rows.size()));
        for (int r = 0; r < made.rows(); ++r) {
            const QJsonArray entries = rows[r].toArray();
            QCOMPARE(int(made.starts[size_t(r) + 1] - made.starts[size_t(r)]), int(entries.size()));
            for (const QJsonValue& entry : entries)
                QVERIFY(near(at(made, r, entry[0].toInt()), entry[1].toDouble(), 1e-10));
        }
        const std::string query = corpus[QStringLiteral("query")].toString().toStdString();
        const Ranking ranking = rank(weighQuery(query, counts, options, weighting), made);
        const QJsonArray scores = one[QStringLiteral("scores")].toArray();
        for (int r = 0; r < made.rows(); ++r)
            QVERIFY(near(ranking.scores[size_t(r)], scores[r].toDouble(), 1e-9));
    }
}

void TfIdfTest::formsOfIdf()
{
    for (const int n : {1, 2, 4, 1000}) {
        QCOMPARE(inverseDocumentFrequency(Idf::Plain, n, n), 0.0);
        QCOMPARE(inverseDocumentFrequency(Idf::Unsmoothed, n, n), 1.0);
        QCOMPARE(inverseDocumentFrequency(Idf::Smoothed, n, n), 1.0);
        for (int df = 1; df < n; ++df) {
            for (const Idf form : {Idf::Plain, Idf::Unsmoothed, Idf::Smoothed})
                QVERIFY(inverseDocumentFrequency(form, n, df) > inverseDocumentFrequency(form, n, df + 1));
        }
    }
    QVERIFY(near(inverseDocumentFrequency(Idf::Plain, 8, 2), 2 * std::log(2.0)));
    QVERIFY(near(inverseDocumentFrequency(Idf::Smoothed, 7, 1), 1 + 2 * std::log(2.0)));
}

/// scikit-learn has no plain form: its weights are written out here from the definition.
void TfIdfTest::plainFormByFormula()
{
    const TermCounts counts = countTerms(fourDocuments, everyWord());
    const SparseRows raw = weights(counts, {Idf::Plain, Norm::None});
    const int the = *counts.column("the");
    const int cat = *counts.column("cat");
    QVERIFY(near(at(raw, 0, the), 2 * std::log(4.0 / 3)));
    QVERIFY(near(at(raw, 0, cat), std::log(4.0)));
    const double length = std::sqrt(4 * std::pow(std::log(4.0 / 3), 2) + std::pow(std::log(4.0), 2)
        + 2 * std::pow(std::log(2.0), 2) + std::pow(std::log(4.0 / 3), 2));
    QVERIFY(near(at(weights(counts, {Idf::Plain, Norm::L2}), 0, cat), std::log(4.0) / length));
    const std::vector<std::string_view> same{"the cat", "the dog"};
    const TermCounts common = countTerms(same, everyWord());
    QCOMPARE(at(weights(common, {Idf::Plain, Norm::L2}), 0, *common.column("the")), 0.0);
}

void TfIdfTest::normsAreOne_data()
{
    QTest::addColumn<int>("idf");
    for (const Idf form : {Idf::Plain, Idf::Unsmoothed, Idf::Smoothed})
        QTest::addRow("%d", int(form)) << int(form);
}

void TfIdfTest::normsAreOne()
{
    QFETCH(int, idf);
    const TermCounts counts = countTerms(fourDocuments, gramsOf(1, 3));
    const SparseRows squared = weights(counts, {Idf(idf), Norm::L2});
    const SparseRows summed = weights(counts, {Idf(idf), Norm::L1});
    for (int row = 0; row < counts.documents(); ++row) {
        double squares = 0;
        double sum = 0;
        for (std::size_t i = squared.starts[size_t(row)]; i < squared.starts[size_t(row) + 1]; ++i) {
            squares += squared.values[i] * squared.values[i];
            sum += summed.values[i];
        }
        QVERIFY(near(squares, 1, 1e-14));
        QVERIFY(near(sum, 1, 1e-14));
    }
}

void TfIdfTest::countsByHand()
{
    const TermCounts counts = countTerms(fourDocuments, everyWord());
    QCOMPARE(counts.terms.size(), 14U);
    QCOMPARE(at(counts.counts, 0, *counts.column("the")), 2.0);
    QCOMPARE(counts.documentFrequency[size_t(*counts.column("the"))], 3); // documents, not occurrences
    QVERIFY(!counts.column("mouse"));
    QVERIFY(near(*counts.density(), 20.0 / 56));
    // Six words make five bigrams and four trigrams.
    const std::array<std::string_view, 1> one{"I love certification exams"};
    QCOMPARE(countTerms(one, gramsOf(1, 1)).terms.size(), 4U);
    QCOMPARE(countTerms(one, gramsOf(2, 2)).terms.size(), 3U);
    QCOMPARE(countTerms(one, gramsOf(3, 3)).terms.size(), 2U);
    QCOMPARE(countTerms(one, gramsOf(5, 5)).terms.size(), 0U);
    QCOMPARE(countTerms(one, TermOptions()).terms.size(), 3U);
    QCOMPARE(countTerms(fourDocuments, gramsOf(1, 2)).terms.size(), 29U);
    QCOMPARE(countTerms(fourDocuments, gramsOf(1, 3)).terms.size(), 43U);
}

void TfIdfTest::stopWordsGoBeforeGrams()
{
    TermOptions options = gramsOf(2, 2);
    options.dropStopWords = true;
    const std::array<std::string_view, 1> one{"the cat sat on the mat"};
    const TermCounts counts = countTerms(one, options);
    QCOMPARE(counts.terms, (std::vector<std::string>{"cat sat", "sat mat"}));
}

void TfIdfTest::stopWordsAreComparedUnstemmed()
{
    TermOptions options = everyWord();
    options.dropStopWords = true;
    options.stem = true;
    const std::array<std::string_view, 1> one{"does doing done ones beings"};
    // "ones" and "beings" share a stem with stop words and are none.
    QCOMPARE(countTerms(one, options).terms, (std::vector<std::string>{"be", "one"}));
}

void TfIdfTest::tokensAndCountsAgree()
{
    TermOptions options = everyWord();
    options.stem = true;
    options.dropStopWords = true;
    const TermCounts counts = countTerms(fourDocuments, options);
    QCOMPARE(counts.terms.size(), 7U);
    for (int row = 0; row < counts.documents(); ++row) {
        std::vector<double> found(counts.terms.size(), 0);
        for (const Token& token : tokens(fourDocuments[size_t(row)], options)) {
            if (!token.stopped)
                ++found[size_t(*counts.column(token.term))];
        }
        for (int column = 0; column < int(found.size()); ++column)
            QCOMPARE(at(counts.counts, row, column), found[size_t(column)]);
    }
    const auto marked = tokens("The CATS", options);
    QVERIFY(marked[0].stopped && marked[0].word == "the");
    QVERIFY(!marked[1].stopped && marked[1].word == "cats" && marked[1].term == "cat");
}

void TfIdfTest::queryHasNoSayInRarity()
{
    const TermCounts counts = countTerms(fourDocuments, everyWord());
    const auto once = weighQuery("cat dog", counts, everyWord(), {});
    QCOMPARE(once.size(), 2U);
    QVERIFY(near(once[0].weight, std::sqrt(0.5)));
    const auto raw = weighQuery("cat cat dog wolf", counts, everyWord(), {Idf::Smoothed, Norm::None});
    QCOMPARE(raw.size(), 3U);
    QVERIFY(near(raw[0].weight, 2 * (std::log(2.5) + 1)));
    QCOMPARE(raw[2].term, std::string("wolf"));
    QCOMPARE(raw[2].column, -1);
    QCOMPARE(raw[2].weight, 0.0);
    const Ranking none = rank(weighQuery("wolf", counts, everyWord(), {}), weights(counts, {}));
    QCOMPARE(none.scores, std::vector<double>(4, 0.0));
}

void TfIdfTest::tiesGoToTheEarlierDocument()
{
    const std::vector<std::string_view> twins{"a fish", "one cat", "a cat", "cat one"};
    const TermCounts counts = countTerms(twins, TermOptions());
    const Ranking ranking = rank(weighQuery("cat", counts, {}, {}), weights(counts, {}));
    QCOMPARE(ranking.order, (std::vector<int>{2, 1, 3, 0}));
}

void TfIdfTest::emptyTextsAreRowsOfZeros()
{
    QCOMPARE(countTerms({}, TermOptions()).documents(), 0);
    QVERIFY(!countTerms({}, TermOptions()).density());
    const std::vector<std::string_view> some{"", "word", "..."};
    const TermCounts counts = countTerms(some, TermOptions());
    QCOMPARE(counts.documents(), 3);
    QCOMPARE(counts.counts.entries(), 1U);
    for (const Norm norm : {Norm::L2, Norm::L1, Norm::None}) {
        const SparseRows made = weights(counts, {Idf::Plain, norm});
        QCOMPARE(made.starts, counts.counts.starts);
        QVERIFY(std::isfinite(made.values[0]));
    }
}

void TfIdfTest::stopsWhenAsked()
{
    int asked = 0;
    QVERIFY(countTerms(fourDocuments, TermOptions(), [&] { return ++asked == 3; }).cancelled);
    QCOMPARE(asked, 3);
}

void TfIdfTest::refusesBadInput()
{
    for (const auto& [shortest, longest] : {std::pair(0, 1), std::pair(2, 1), std::pair(1, 6)})
        QVERIFY_EXCEPTION_THROWN(
            countTerms(fourDocuments, gramsOf(shortest, longest)), std::invalid_argument);
    for (const int df : {0, 5})
        QVERIFY_EXCEPTION_THROWN(inverseDocumentFrequency(Idf::Plain, 4, df), std::invalid_argument);
}

TANGENT_TEST(TfIdfTest)
#include "tf_idf_test.moc"
