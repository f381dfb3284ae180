// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/contract/mark_checks.h"

#include "widgets/views/text_target.h"

#include <QSet>

namespace tangent::tests {

namespace {

/// Walks the marks of a scene twice: first for the places, then for what goes there.
class MarkWalk {
public:
    MarkWalk(const Scene& scene, const Parameters& parameters)
        : scene_(scene)
        , parameters_(parameters)
    {
    }

    QStringList found;

    void walk()
    {
        for (const Figure& figure : scene_.figures)
            std::visit([this](const auto& content) { collect(content); }, figure.content);
        for (const Figure& figure : scene_.figures) {
            where_ = figure.key;
            std::visit([this](const auto& content) { visit(content); }, figure.content);
        }
    }

private:
    void say(const QString& sentence) { found << QStringLiteral("%1: %2").arg(where_, sentence); }

    void place(const QString& id)
    {
        if (!id.isEmpty())
            places_.insert(id);
    }
    template <class Content>
    void collect(const Content&)
    {
    }
    void collect(const Diagram& diagram)
    {
        for (const Diagram::Node& node : diagram.nodes)
            place(node.id);
    }
    void collect(const TableFigure& table)
    {
        for (const TableFigure::Line& line : table.lines)
            place(line.id);
    }
    void collect(const WordsFigure& words)
    {
        for (const WordsFigure::Paragraph& paragraph : words.paragraphs)
            place(paragraph.id);
    }
    void collect(const TextFigure& texts)
    {
        for (const TextFigure::Block& block : texts.blocks)
            place(block.id);
    }

    void key(const QString& key)
    {
        if (!key.isEmpty() && key != QLatin1String("patch") && !findParameter(parameters_, key))
            say(QStringLiteral("%1 is no parameter").arg(key));
    }
    void drops(const std::vector<Drop>& all)
    {
        for (const Drop& drop : all) {
            if (!places_.contains(drop.onto))
                say(QStringLiteral("nothing can be put onto %1, which no figure shows").arg(drop.onto));
            if (drop.label.isEmpty())
                say(QStringLiteral("the place %1 has no name").arg(drop.onto));
            if (drop.values.isEmpty() && drop.cells.empty())
                say(QStringLiteral("putting a mark onto %1 writes nothing").arg(drop.onto));
            for (auto value = drop.values.constBegin(); value != drop.values.constEnd(); ++value)
                key(value.key());
            for (const CellWrite& cell : drop.cells)
                key(cell.key);
        }
    }

    template <class Content>
    void visit(const Content&)
    {
    }
    void visit(const Diagram& diagram)
    {
        for (const Diagram::Node& node : diagram.nodes)
            drops(node.drops);
    }
    void visit(const TableFigure& table)
    {
        for (const TableFigure::Line& line : table.lines)
            drops(line.drops);
    }
    void visit(const WordsFigure& words)
    {
        for (const WordsFigure::Paragraph& paragraph : words.paragraphs) {
            key(paragraph.target.key);
            if (!paragraph.text.key.isEmpty() && !isTextTarget(paragraph.text, parameters_))
                say(QStringLiteral("%1 holds no text that can be typed").arg(paragraph.text.key));
            for (const WordsFigure::Run& run : paragraph.runs) {
                key(run.target.key);
                key(run.hover.key);
                drops(run.drops);
            }
        }
        if (!words.adding)
            return;
        const Parameter* rows = findParameter(parameters_, words.adding->key);
        if (!rows || rows->kind != Parameter::Kind::Rows || rows->columns.size() != words.adding->row.size())
            say(QStringLiteral("what is added is no row of %1").arg(words.adding->key));
        if (words.adding->label.isEmpty())
            say(QStringLiteral("the button that adds has no name"));
    }
    void visit(const TextFigure& texts)
    {
        for (const TextFigure::Block& block : texts.blocks) {
            if (block.title.isEmpty())
                say(QStringLiteral("a text has no title"));
            if (!block.target.key.isEmpty() && !isTextTarget(block.target, parameters_))
                say(QStringLiteral("%1 holds no text that can be typed").arg(block.target.key));
            const qsizetype lines = block.text.count(QLatin1Char('\n')) + 1;
            for (const TextFigure::Span& span : block.spans) {
                if (span.firstLine < 1 || span.lastLine < span.firstLine || span.lastLine > lines)
                    say(QStringLiteral("%1 marks lines that its text does not have").arg(span.label));
                if (span.label.isEmpty())
                    say(QStringLiteral("lines from %1 on have no name").arg(span.firstLine));
                drops(span.drops);
            }
            for (const TextFigure::Problem& problem : block.problems)
                if (problem.line < 1 || problem.line > lines || problem.sentence.isEmpty())
                    say(QStringLiteral("a problem stands in no line or says nothing"));
        }
    }

    const Scene& scene_;
    const Parameters& parameters_;
    QSet<QString> places_;
    QString where_;
};

} // namespace

QStringList markProblems(const Scene& scene, const Parameters& parameters)
{
    MarkWalk walk(scene, parameters);
    walk.walk();
    return walk.found;
}

} // namespace tangent::tests
