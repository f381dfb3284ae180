// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/cells.h"

#include "algorithms/random/random.h"
#include "app/lab/data/catalogue.h"
#include "app/lab/data/columns.h"
#include "app/lab/data/patch_edit.h"
#include "app/lab/data/point_set.h"
#include "tests/support/test_program.h"

#include <thread>

using namespace tangent;

namespace {

/// Edits of a column, and what it must hold then, worked out the long way.
struct Edited {
    CellEdits<int> edits;
    std::vector<int> expected;
};

Edited randomEdits(const std::vector<int>& base, Random* random)
{
    Edited made;
    std::vector<int> removed;
    for (int row = 0; row < int(base.size()); ++row) {
        int value = base[size_t(row)];
        if (random->below(5) == 0) {
            value = int(random->below(1000));
            made.edits.changed.emplace_back(row, value);
        }
        if (random->below(4) == 0)
            removed.push_back(row);
        else
            made.expected.push_back(value);
    }
    for (int i = int(random->below(4)); i > 0; --i) {
        made.edits.appended.push_back(int(random->below(1000)));
        made.expected.push_back(made.edits.appended.back());
    }
    if (!removed.empty())
        made.edits.removed = std::make_shared<const std::vector<int>>(removed);
    return made;
}

TablePointer longTable()
{
    constexpr int rows = 50'000;
    QStringList words;
    std::vector<double> numbers;
    for (int row = 0; row < rows; ++row) {
        words << (row % 3 == 0 ? "pear" : "apple");
        numbers.push_back(row);
    }
    auto table = std::make_shared<Table>();
    table->name = "file:long.csv@0";
    table->rowIds = rowIdsUpTo(rows);
    table->columns = {
        numberColumn("size", numbers), numberColumn("depth", numbers), wordColumn("kind", words)};
    return table;
}

} // namespace

class CellsTest : public QObject {
    Q_OBJECT

private slots:
    void editedCellsAreTheBaseWithItsEdits()
    {
        Random random(7);
        for (int round = 0; round < 300; ++round) {
            std::vector<int> base(random.below(40));
            for (int& value : base)
                value = int(random.below(1000));
            const Edited wanted = randomEdits(base, &random);
            const auto cells = Cells<int>::edited(base, wanted.edits);
            QCOMPARE(cells.size(), wanted.expected.size());
            for (size_t row = 0; row < cells.size(); ++row)
                QCOMPARE(cells[row], wanted.expected[row]);
            QVERIFY(cells.empty() || !cells.isMade()); // one cell at a time copies nothing
            QCOMPARE(cells.all(), wanted.expected);
            QVERIFY(cells.isMade());
            for (size_t row = 0; row < cells.size(); ++row)
                QCOMPARE(cells[row], wanted.expected[row]);
        }
    }

    void codesAreRenumbered()
    {
        CellEdits<int> edits;
        edits.changed = {{1, 0}};
        edits.appended = {1};
        edits.renumbered = {2, -1, 1};
        const auto cells = Cells<int>::edited({0, 1, -1, 2}, edits);
        const std::vector<int> expected{2, 0, -1, 1, 1};
        for (size_t row = 0; row < expected.size(); ++row)
            QCOMPARE(cells[row], expected[row]);
        QCOMPARE(cells.all(), expected);
    }

    void manyThreadsReadOneVersion()
    {
        std::vector<int> base(20'000, 1);
        CellEdits<int> edits;
        edits.changed = {{5, 7}};
        edits.removed = std::make_shared<const std::vector<int>>(std::vector<int>{0, 10});
        const auto cells = Cells<int>::edited(base, edits);
        std::vector<long> sums(4, 0);
        std::vector<std::thread> threads;
        for (size_t i = 0; i < sums.size(); ++i)
            threads.emplace_back([&, i] {
                if (i % 2 == 0) {
                    for (size_t row = 0; row < cells.size(); ++row)
                        sums[i] += cells[row];
                } else {
                    for (const int value : cells.all())
                        sums[i] += value;
                }
            });
        for (std::thread& thread : threads)
            thread.join();
        QCOMPARE(sums, std::vector<long>(4, 20'004));
    }

    void anEditCopiesNoColumn()
    {
        const TablePointer base = longTable();
        Patch patch;
        QVERIFY(setCell(&patch, *base, 40'000, "size", 0.5));
        const TablePointer changed = applyPatch(base, patch);
        QVERIFY(changed->columns[1].numbers.isSharedWith(base->columns[1].numbers));
        QVERIFY(changed->columns[2].codes.isSharedWith(base->columns[2].codes));
        QVERIFY(changed->rowIds.isSharedWith(base->rowIds));
        QCOMPARE(changed->columns[0].text(39'999), QString("0.5"));
        QCOMPARE(changed->columns[0].text(39'998), QString("39998"));
        QVERIFY(!changed->columns[0].numbers.isMade());

        QVERIFY(removeRow(&patch, *base, 1));
        QVERIFY(setCell(&patch, *base, 2, "kind", "quince"));
        addRow(&patch, *base, {"1", "2", "fig"});
        const TablePointer shorter = applyPatch(base, patch);
        QCOMPARE(shorter->rowCount(), 50'000);
        QCOMPARE(shorter->rowWithId(1), -1);
        QCOMPARE(shorter->rowWithId(40'000), 39'998);
        QCOMPARE(shorter->columns[0].text(39'998), QString("0.5"));
        QCOMPARE(shorter->columns[2].levels, QStringList({"apple", "fig", "pear", "quince"}));
        QCOMPARE(shorter->columns[2].text(0), QString("quince"));
        QCOMPARE(shorter->columns[2].text(2), QString("pear"));
        QCOMPARE(shorter->columns[2].text(49'999), QString("fig"));
        QCOMPARE(shorter->rowIds.back(), 50'001);
        for (const Column& column : shorter->columns)
            QVERIFY(column.isNumeric() ? !column.numbers.isMade() : !column.codes.isMade());
        QVERIFY(!shorter->rowIds.isMade());
        // Asked for as a whole it is the same column.
        QCOMPARE(shorter->columns[0].numbers.all()[39'998], 0.5);
        QCOMPARE(shorter->columns[2].codes.all()[0], 3);
        QCOMPARE(base->columns[0].numbers.all()[39'999], 39'999.0); // the table itself stays as it was
    }

    void aLevelGoesWithItsLastRow()
    {
        auto table = std::make_shared<Table>();
        table->rowIds = rowIdsUpTo(4);
        table->columns = {wordColumn("kind", {"b", "a", "c", "a"})};
        QCOMPARE(applyPatch(table, parsePatch("-2"))->columns[0].levels, QStringList({"a", "b", "c"}));
        const TablePointer fewer = applyPatch(table, parsePatch("-2;-4"));
        QCOMPARE(fewer->columns[0].levels, QStringList({"b", "c"}));
        QCOMPARE(fewer->columns[0].codes.all(), std::vector<int>({0, 1}));
        const TablePointer other = applyPatch(table, parsePatch("1:kind=9;3:kind=10"));
        QCOMPARE(other->columns[0].levels, QStringList({"9", "10", "a"}));
        QCOMPARE(other->columns[0].codes.all(), std::vector<int>({0, 2, 1, 2}));
    }

    void cellsOfLaterAreMadeByTheFirstWhoAsks()
    {
        int times = 0;
        const auto count = [&times] {
            ++times;
            return std::vector<double>{1, 2, 3};
        };
        const auto cells = Cells<double>::later(3, count);
        const Cells<double> copy = cells;
        QCOMPARE(cells.size(), size_t(3));
        QVERIFY(!cells.isMade());
        QCOMPARE(times, 0);
        QCOMPARE(copy[1], 2.0);
        QCOMPARE(cells.all(), std::vector<double>({1, 2, 3}));
        QCOMPARE(times, 1);
        const auto picked = Cells<double>::picked(
            Cells<double>::later(3, count), std::make_shared<const std::vector<int>>(std::vector{2, 0}));
        QCOMPARE(picked.all(), std::vector<double>({3, 1}));
    }

    /// Controls ask a generated table for its columns, classes and length alone: a hand that draws at the
    /// noise of a hundred thousand rows does not wait for them.
    void aGeneratedTableIsSettledWithoutItsPoints()
    {
        for (const auto& [name, classes] :
            {std::pair(QStringLiteral("blobs"), 4), std::pair(QStringLiteral("gaussians"), 2)}) {
            DataCatalogue catalogue;
            const Values rows{{QStringLiteral("rows"), 100'000.0}};
            const TablePointer table = catalogue.load(name, rows);
            QCOMPARE(table->rowCount(), 100'000);
            QCOMPARE(table->columns.back().levels.size(), classes);
            for (const Column& column : table->columns)
                QVERIFY(column.isNumeric() ? !column.numbers.isMade() : !column.codes.isMade());
            // The points are as many, and every class is among them.
            for (const Column& column : table->columns) {
                QCOMPARE(column.isNumeric() ? column.numbers.all().size() : column.codes.all().size(),
                    size_t(100'000));
                if (column.isNumeric())
                    continue;
                for (const int occurs : column.codes.occurrences(size_t(classes)))
                    QCOMPARE(occurs, 100'000 / classes);
            }
        }
    }

    void factsOfATableAreFoundOnce()
    {
        Table table;
        int times = 0;
        const auto find = [&times] { return ++times; };
        QCOMPARE(table.facts.get(QStringLiteral("a"), find), 1);
        QCOMPARE(table.facts.get(QStringLiteral("b"), find), 2);
        QCOMPARE(table.facts.get(QStringLiteral("a"), find), 1);
        for (int i = 0; i < 100; ++i)
            table.facts.get(QString::number(i), find);
        QCOMPARE(table.facts.get(QStringLiteral("99"), find), 102); // the newest are kept, the oldest are not
        QCOMPARE(table.facts.get(QStringLiteral("a"), find), 103);
        // A copy can become another table: what held for the first one does not hold for it.
        Table copy = table;
        QCOMPARE(copy.facts.get(QStringLiteral("a"), find), 104);
        copy = table;
        QCOMPARE(copy.facts.get(QStringLiteral("a"), find), 105);
        QCOMPARE(table.facts.get(QStringLiteral("a"), find), 103);
    }
};

TANGENT_TEST(CellsTest)
#include "cells_test.moc"
