// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/note/note_text.h"

#include "tests/support/test_program.h"

using namespace tangent;

class NoteTextTest : public QObject {
    Q_OBJECT

private slots:
    void formulas_data()
    {
        QTest::addColumn<QString>("body");
        QTest::addColumn<QStringList>("found"); // "d:" or "i:", line, TeX
        QTest::addColumn<int>("complaints");
        const auto row = [](const char* name, const char* body, const QStringList& found,
                             int complaints = 0) {
            QTest::newRow(name) << QString::fromUtf8(body) << found << complaints;
        };
        row("inline", "a $x_1$ b $y$", {"i1:x_1", "i1:y"});
        row("display paragraph", "text\n\n$$x\n = 1$$\n", {"d3:x = 1"});
        row("display indented in a list", "1. item\n\n   $$x$$\n", {"d3:x"});
        row("white space folded", "$ a\n  b $", {"i1:a b"});
        row("escaped dollar", "costs \\$5 and \\$6", {});
        row("dollar in a code span", "`$x$` and ``a`$y$`b``", {});
        row("dollar in fenced code", "```sh\necho $HOME $PATH\n```\n$z$", {"i4:z"});
        row("dollar in tilde fence", "~~~\n$a$\n```\n~~~\n$b$", {"i5:b"});
        row("escaped dollar inside a formula", "$a\\$b$", {"i1:a\\$b"});
        row("items are paragraphs of their own", "- costs $1\n- costs $2", {}, 2);
        row("display inside text", "so $$x$$ here", {}, 1);
        row("empty", "$ $", {}, 1);
        row("two displays in one paragraph", "$$a$$ and $$b$$", {}, 1);
        row("in a table", "| $|x|$ | 2 |\n|---|---|\n| $y$ | 3 |", {"i1:|x|", "i3:y"});
    }
    void formulas()
    {
        QFETCH(QString, body);
        QFETCH(QStringList, found);
        QFETCH(int, complaints);
        const NoteText text = liftFormulas(body);
        QStringList got;
        for (const NoteFormula& formula : text.formulas)
            got << QStringLiteral("%1%2:%3")
                       .arg(QLatin1Char(formula.display ? 'd' : 'i'))
                       .arg(formula.line)
                       .arg(formula.tex);
        QCOMPARE(got, found);
        QCOMPARE(int(text.complaints.size()), complaints);
        QCOMPARE(text.masked.size(), body.size());
        QCOMPARE(text.masked.count(QLatin1Char('\n')), body.count(QLatin1Char('\n')));
        for (size_t i = 0; i < text.formulas.size(); ++i)
            QCOMPARE(text.markdown.count(QChar(char16_t(firstPlaceholder + i))), 1);
    }

    void codeIsLeftAlone()
    {
        const QString body = QStringLiteral("`$x$ and $y$`\n\n```\nprice = $5\n```");
        QCOMPARE(liftFormulas(body).markdown, body);
    }

    void privateCharactersAreRefused()
    {
        const NoteText text =
            liftFormulas(QStringLiteral("a\nb") + QChar(char16_t(firstPlaceholder)) + QStringLiteral(" $x$"));
        QCOMPARE(int(text.complaints.size()), 1);
        QCOMPARE(text.complaints[0].line, 2);
        QCOMPARE(text.markdown.count(QChar(char16_t(firstPlaceholder))), 1);
    }

    void links()
    {
        const QString body =
            QStringLiteral("See [a](lab:?k=2) and\n[b [c]](goal:x<=80&y=1), `[d](lab:?k=3)`,\n"
                           "![e](picture.png) [two\nlines](show:loss) [f $x$](drag:k) \\[g](h)");
        const auto links = findLinks(body, liftFormulas(body), 10);
        QStringList got;
        for (const NoteLink& link : links)
            got << QStringLiteral("%1 %2").arg(link.line).arg(link.href);
        QCOMPARE(got, (QStringList{"10 lab:?k=2", "11 goal:x<=80&y=1", "12 show:loss", "13 drag:k"}));
        QCOMPARE(links[1].text, QStringLiteral("b [c]"));
        QCOMPARE(links[3].text, QStringLiteral("f $x$"));
    }

    void plain()
    {
        QCOMPARE(plainText(QStringLiteral(
                     "## Try *it*\n\n1. The **sum** of [two](lab:?a=1) `x_1` snake_case\n> quoted \\* 3\n")),
            QStringLiteral("Try it The sum of two x_1 snake_case quoted * 3"));
        QCOMPARE(plainText(QStringLiteral("| a | b |\n|:--|--:|\n| 1 | 2 |")), QStringLiteral("a b 1 2"));
        QCOMPARE(countWords(QStringLiteral(
                     "One $x$ two — [three four](lab:?k=1).\n\n```\nnot counted\n```\n\n$$y$$")),
            4);
    }
};

TANGENT_TEST(NoteTextTest)
#include "note_text_test.moc"
