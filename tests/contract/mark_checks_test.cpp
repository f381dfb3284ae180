// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/contract/mark_checks.h"
#include "tests/support/test_program.h"

#include <functional>

using namespace tangent;
using namespace tangent::tests;

namespace {

Drop onto(const QString& id)
{
    Drop made;
    made.onto = id;
    made.label = "There";
    made.values = {{"query", QStringLiteral("cat")}};
    return made;
}

Parameters declared()
{
    return {Parameter::textOf("query", "Query", "cat"),
        Parameter::rowsOf("documents", "Documents", {}, {{"text", "Text", true, 0, 1, false}}),
        Parameter::real("rate", "Rate", 1, 0, 2)};
}

struct Sound {
    WordsFigure words;
    TextFigure texts;
};

Sound sound()
{
    Sound made;
    WordsFigure::Run run;
    run.text = "cat";
    run.drops = {onto("policy")};
    WordsFigure::Paragraph paragraph;
    paragraph.id = "document";
    paragraph.runs = {run};
    paragraph.text.key = "documents";
    paragraph.text.row = paragraph.text.column = 0;
    made.words.paragraphs = {paragraph};
    Adding adding;
    adding.key = "documents";
    adding.label = "Add";
    adding.row = {QString()};
    made.words.adding = adding;
    TextFigure::Block block;
    block.id = "policy";
    block.title = "Policy";
    block.target.key = "query";
    block.text = "one\ntwo";
    TextFigure::Span span;
    span.lastLine = 2;
    span.label = "Both lines";
    span.drops = {onto("document")};
    block.spans = {span};
    block.problems = {{2, -1, "Not two."}};
    made.texts.blocks = {block};
    return made;
}

QStringList problemsOf(const Sound& scene)
{
    Scene made;
    for (const FigureContent& content : {FigureContent(scene.words), FigureContent(scene.texts)}) {
        Figure figure;
        figure.key = "figure";
        figure.content = content;
        made.figures.push_back(figure);
    }
    return markProblems(made, declared());
}

} // namespace

class MarkChecksTest : public QObject {
    Q_OBJECT

private slots:
    void aSoundSceneHasNone() { QCOMPARE(problemsOf(sound()), QStringList()); }

    void everyPromiseCanBeBroken()
    {
        const std::vector<std::pair<const char*, std::function<void(Sound&)>>> breaks{
            {"which no figure shows", [](Sound& s) { s.texts.blocks[0].id = "other"; }},
            {"has no name", [](Sound& s) { s.words.paragraphs[0].runs[0].drops[0].label.clear(); }},
            {"writes nothing", [](Sound& s) { s.words.paragraphs[0].runs[0].drops[0].values.clear(); }},
            {"is no parameter", [](Sound& s) { s.words.paragraphs[0].runs[0].hover.key = "nothing"; }},
            {"no text that can be typed", [](Sound& s) { s.words.paragraphs[0].text.key = "rate"; }},
            {"no text that can be typed", [](Sound& s) { s.texts.blocks[0].target.key = "rate"; }},
            {"is no row of", [](Sound& s) { s.words.adding->row.clear(); }},
            {"the button that adds", [](Sound& s) { s.words.adding->label.clear(); }},
            {"has no title", [](Sound& s) { s.texts.blocks[0].title.clear(); }},
            {"does not have", [](Sound& s) { s.texts.blocks[0].spans[0].lastLine = 3; }},
            {"have no name", [](Sound& s) { s.texts.blocks[0].spans[0].label.clear(); }},
            {"stands in no line", [](Sound& s) { s.texts.blocks[0].problems[0].line = 9; }},
        };
        for (const auto& [sentence, breakIt] : breaks) {
            Sound scene = sound();
            breakIt(scene);
            const QStringList said = problemsOf(scene);
            QVERIFY2(said.join('|').contains(QLatin1String(sentence)), sentence);
        }
    }
};

TANGENT_TEST(MarkChecksTest)
#include "mark_checks_test.moc"
