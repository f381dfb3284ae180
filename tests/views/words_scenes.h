// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/scene/parameter.h"
#include "widgets/scene/scene.h"

namespace tangent::tests {

/// The text of a document.
inline Target documentText(int row)
{
    Target made;
    made.key = "documents";
    made.row = row;
    made.column = 0;
    return made;
}

inline Rows sentences(const QStringList& all)
{
    Rows made;
    for (const QString& one : all)
        made.push_back({one});
    return made;
}

inline QStringList mats()
{
    return {"the cat sat on the mat", "the dog sat on the log", "cats and dogs are friends"};
}

/// Documents whose words can be carried into another document; the first word of each is clicked, too.
inline WordsFigure documents(const QStringList& all = mats())
{
    WordsFigure made;
    for (int index = 0; index < all.size(); ++index) {
        WordsFigure::Paragraph paragraph;
        paragraph.id = QStringLiteral("document-%1").arg(index);
        paragraph.title = QStringLiteral("Document %1").arg(index + 1);
        paragraph.value = QStringLiteral("0.3%1").arg(index);
        paragraph.bar = 0.3;
        paragraph.rowIds = {index + 1};
        paragraph.text = documentText(index);
        for (const QString& word : all[index].split(' ')) {
            WordsFigure::Run run;
            run.text = word;
            run.name = word + QStringLiteral(": in 2 documents");
            run.shade = 0.1 * double(word.size());
            run.hover.key = "word";
            run.hover.value = word;
            for (int other = 0; other < all.size(); ++other) {
                if (other == index)
                    continue;
                Drop drop;
                drop.onto = QStringLiteral("document-%1").arg(other);
                drop.label = QStringLiteral("Document %1").arg(other + 1);
                drop.cells = {{"documents", other, 0, {}, QString(all[other] + ' ' + word)}};
                run.drops.push_back(drop);
            }
            if (paragraph.runs.empty()) {
                run.drops.clear();
                run.target.key = "chosen";
                run.target.value = word;
            }
            paragraph.runs.push_back(run);
        }
        made.paragraphs.push_back(paragraph);
    }
    Adding adding;
    adding.key = "documents";
    adding.label = "Add a document";
    adding.row = {QString()};
    made.adding = adding;
    made.removable = true;
    return made;
}

inline Parameters documentParameters()
{
    Parameter rows =
        Parameter::rowsOf("documents", "Documents", sentences(mats()), {{"text", "Text", true, 0, 1, false}});
    rows.minimumRows = 1;
    rows.maximumRows = 4;
    return {rows, Parameter::textOf("query", "Query", "cat dog"),
        Parameter::textOf("word", "Word", QString()), Parameter::textOf("chosen", "Chosen", QString())};
}

inline const char* const policyText = "{\n"
                                      "  \"Statement\": [\n"
                                      "    {\n"
                                      "      \"Effect\": \"Allow\"\n"
                                      "    },\n"
                                      "    {\n"
                                      "      \"Effect\": \"Deny\"\n"
                                      "    }\n"
                                      "  ]\n"
                                      "}";

/// A policy of two statements, an empty one into which they can be carried, and a third.
inline TextFigure policies()
{
    TextFigure made;
    for (int index = 0; index < 3; ++index) {
        TextFigure::Block block;
        block.id = QStringLiteral("policy-%1").arg(index);
        block.title = QStringLiteral("Policy %1").arg(index + 1);
        block.caption = QStringLiteral("says nothing");
        block.target.key = QStringLiteral("text-%1").arg(index);
        block.language = "json";
        block.placeholder = "No policy";
        if (index != 1) {
            block.text = policyText;
            for (int statement = 0; statement < 2; ++statement) {
                TextFigure::Span span;
                span.firstLine = 3 + 3 * statement;
                span.lastLine = 5 + 3 * statement;
                span.role = statement == 0 ? Role::Good : Role::Bad;
                span.label = QStringLiteral("Statement %1").arg(statement + 1);
                Drop drop;
                drop.onto = "policy-1";
                drop.label = "Policy 2";
                drop.values = {{"text-1", QStringLiteral("{}")}};
                span.drops = {drop};
                block.spans.push_back(span);
            }
        }
        made.blocks.push_back(block);
    }
    return made;
}

inline Parameters policyParameters()
{
    Parameters made;
    for (int index = 0; index < 3; ++index)
        made.push_back(Parameter::textOf(
            QStringLiteral("text-%1").arg(index), QStringLiteral("Policy %1").arg(index + 1), QString())
                           .writtenIn("json"));
    return made;
}

inline Values policyValues()
{
    return {{"text-0", QString(policyText)}, {"text-1", QString()}, {"text-2", QString(policyText)}};
}

inline Figure figureOf(const QString& key, const FigureContent& content)
{
    Figure made;
    made.key = made.title = key;
    made.content = content;
    return made;
}

} // namespace tangent::tests
