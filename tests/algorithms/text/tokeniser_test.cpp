// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/text/tokeniser.h"

#include "algorithms/text/stemmer.h"
#include "algorithms/text/stop_words.h"
#include "tests/support/test_program.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <string>

using namespace tangent::language;

namespace {

QStringList wordsOf(const QByteArray& text, bool oneLetterWords)
{
    QStringList words;
    Tokeniser tokeniser({text.constData(), std::size_t(text.size())}, oneLetterWords);
    while (tokeniser.next())
        words << QString::fromUtf8(tokeniser.word().data(), qsizetype(tokeniser.word().size()));
    return words;
}

} // namespace

class TokeniserTest : public QObject {
    Q_OBJECT
private slots:
    void findsWords_data();
    void findsWords();
    void saysWhereWordsStand();
    void survivesAnyBytes();
    void stopWordsAreSortedAndWhole();
    void stemsLikeSnowball();
};

void TokeniserTest::findsWords_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("all");
    QTest::addColumn<QStringList>("longer");
    using L = QStringList;
    const auto row = [](const char* name, const char* text, const L& all, const L& longer) {
        QTest::newRow(name) << QByteArray(text) << all << longer;
    };
    row("empty", "", {}, {});
    row("blank", " \t\n.,;—", {}, {});
    row("sentence", "I love certification exams", {"i", "love", "certification", "exams"},
        {"love", "certification", "exams"});
    row("marks", "Don't (stop)... e.g.", {"don", "t", "stop", "e", "g"}, {"don", "stop"});
    row("numbers and underscores", "x_1 = 3.14 42", {"x_1", "3", "14", "42"}, {"x_1", "14", "42"});
    row("accents", "Übergrößen ÉTÉ", {"übergrößen", "été"}, {"übergrößen", "été"});
    row("one letter of two bytes", "é à la", {"é", "à", "la"}, {"la"});
    row("cyrillic", "Съешь ЕЩЁ", {"съешь", "ещё"}, {"съешь", "ещё"});
    row("no case", "日本語テキスト", {"日本語テキスト"}, {"日本語テキスト"});
    row("beyond sixteen bits", "𐐀𐐁 😀", {"𐐨𐐩"}, {"𐐨𐐩"});
    row("a mark parts", "i\xCC\x80x ab", {"i", "x", "ab"}, {"ab"});
    row("dotted capital", "\xC4\xB0zmir", {"izmir"}, {"izmir"});
}

void TokeniserTest::findsWords()
{
    QFETCH(QByteArray, text);
    QFETCH(QStringList, all);
    QFETCH(QStringList, longer);
    QCOMPARE(wordsOf(text, true), all);
    QCOMPARE(wordsOf(text, false), longer);
}

void TokeniserTest::saysWhereWordsStand()
{
    const std::string text = "Ünter dem A Baum";
    Tokeniser tokeniser(text, false);
    QVERIFY(tokeniser.next());
    QCOMPARE(text.substr(tokeniser.from(), tokeniser.length()), std::string("Ünter"));
    QVERIFY(tokeniser.next());
    QCOMPARE(text.substr(tokeniser.from(), tokeniser.length()), std::string("dem"));
    QVERIFY(tokeniser.next());
    QCOMPARE(text.substr(tokeniser.from(), tokeniser.length()), std::string("Baum"));
    QVERIFY(!tokeniser.next());
    QVERIFY(!tokeniser.next());
}

void TokeniserTest::survivesAnyBytes()
{
    // A lead byte at the end, a lone continuation, an overlong form, a byte that never occurs.
    QCOMPARE(wordsOf("ab\xC3", false), QStringList{"ab"});
    QCOMPARE(wordsOf("ab\x80"
                     "cd",
                 false),
        (QStringList{"ab", "cd"}));
    QCOMPARE(wordsOf("ab\xC1\xA1"
                     "cd",
                 false),
        (QStringList{"ab", "cd"}));
    QCOMPARE(wordsOf("ab\xFF\xF0\x9F"
                     "cd",
                 false),
        (QStringList{"ab", "cd"}));
    QByteArray all;
    for (int i = 0; i < 65536; ++i)
        all.append(char(i * 167 >> (i % 7)));
    QVERIFY(wordsOf(all, true).size() > 100);
}

void TokeniserTest::stopWordsAreSortedAndWhole()
{
    const auto words = stopWords();
    QVERIFY(std::is_sorted(words.begin(), words.end()));
    QVERIFY(std::adjacent_find(words.begin(), words.end()) == words.end());
    for (const auto& word : words) {
        // Each is one word to the tokeniser, or it could never be met.
        QCOMPARE(wordsOf(QByteArray(word.data(), qsizetype(word.size())), true).size(), 1);
        QVERIFY(isStopWord(word));
    }
    for (const char* word : {"the", "and", "but", "if", "on", "is", "are", "i"})
        QVERIFY2(isStopWord(word), word);
    for (const char* word : {"cat", "love", "friend", "The", ""})
        QVERIFY2(!isStopWord(word), word);
}

void TokeniserTest::stemsLikeSnowball()
{
    QFile file(QStringLiteral(TANGENT_SOURCE_DIR "/tests/reference/text_tfidf.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonObject stems =
        QJsonDocument::fromJson(file.readAll()).object()[QStringLiteral("stems")].toObject();
    QVERIFY(stems.size() > 60);
    Stemmer stemmer;
    for (auto one = stems.begin(); one != stems.end(); ++one) {
        const std::string word = one.key().toStdString();
        QCOMPARE(QString::fromStdString(std::string(stemmer.stem(word))), one.value().toString());
    }
}

TANGENT_TEST(TokeniserTest)
#include "tokeniser_test.moc"
