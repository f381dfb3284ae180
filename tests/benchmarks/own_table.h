// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "algorithms/random/random.h"
#include "app/data/table_opener.h"
#include "app/lab/data/catalogue.h"
#include "app/lab/data/patch_edit.h"
#include "app/lab/state_json.h"
#include "tests/benchmarks/hand_window.h"

#include <QDialog>
#include <QFile>
#include <QTemporaryDir>

namespace tangent::benchmarks {

/// A million rows: two columns of two clouds, a score, and which cloud it is.
inline QByteArray millionRows()
{
    Random random(1);
    QByteArray file = "x,y,score,label,site\n";
    for (int i = 0; i < 1'000'000; ++i) {
        const bool positive = random.uniform() < 0.4;
        const double x = random.normal() + (positive ? 2 : -1);
        const double y = 1.5 * random.normal() + (positive ? 1 : 0);
        const double score = 1 / (1 + std::exp(-random.normal() - (positive ? 1 : -1)));
        file += QByteArray::number(x, 'g', 6) + ',' + QByteArray::number(y, 'g', 6) + ','
            + QByteArray::number(score, 'f', 5) + (positive ? ",yes," : ",no,") + char('a' + i % 8) + '\n';
    }
    return file;
}

/// What changing a table costs: to the handle and controls, and to the finished picture of it.
class Edits {
public:
    Edits(MainWindow& window, QString name)
        : window_(window)
        , name_(std::move(name))
    {
    }
    ~Edits()
    {
        report(
            (name_ + QStringLiteral(" (to handle and controls, before paint)")).toStdString(), controls_, "");
        report((name_ + QStringLiteral(" (to the finished picture)")).toStdString(), full_, "");
    }

    void make(const std::function<void()>& change)
    {
        const Stopwatch untilPainted(full_);
        {
            const Stopwatch untilControls(controls_, Whose::Thread);
            change();
        }
        waitUntilPainted(window_, true);
    }

private:
    MainWindow& window_;
    QString name_;
    Runs controls_;
    Runs full_;
};

/// Changes a table as the data window and a picture's handles do.
inline void editTable(MainWindow& window, const QString& link, bool isShown = false)
{
    open(window, link);
    constexpr int times = 8;
    Experiment& experiment = window.experiment();
    const QString lab = link.section(QLatin1Char('&'), 0, 0).section(QLatin1String("data="), 0, 0)
        + (isShown ? QStringLiteral(" with the table's window open") : QString());
    const auto change = [&](const std::function<void(Patch*, const Table&)>& how) {
        Patch patch = parsePatch(text(experiment.state().values.value(QStringLiteral("patch"))));
        how(&patch, *experiment.current().source);
        Intent intent;
        intent.values[QStringLiteral("patch")] = toString(patch);
        experiment.apply(intent);
    };
    const auto item = [&](const char* what, const std::function<void(int)>& how) {
        Edits edits(window, lab + QStringLiteral(": ") + QLatin1String(what));
        for (int i = 0; i < times; ++i)
            edits.make([&] { how(i); });
    };
    item("cell changed", [&](int i) {
        Intent intent;
        intent.cells = {{QStringLiteral("patch"), 100'000 * (i + 1), 0, QStringLiteral("x"), 0.5 + i}};
        experiment.apply(intent);
    });
    item("row relabelled", [&](int i) {
        change([&](Patch* patch, const Table& table) {
            setCell(patch, table, 50'000 * (i + 1), QStringLiteral("label"), QStringLiteral("no"));
        });
    });
    item("row added", [&](int) {
        change([&](Patch* patch, const Table& table) {
            addRow(patch, table, {"1", "2", "0.5", "yes", "a"});
        });
    });
    item("10 rows removed", [&](int i) {
        change([&](Patch* patch, const Table& table) {
            for (int j = 0; j < 10; ++j)
                removeRow(patch, table, 90'000 * i + 1000 * j + 7);
        });
    });
    item("undo", [&](int) { experiment.undo(); });
    item("redo", [&](int) { experiment.redo(); });
}

/// What carrying a table in a state file costs.
inline void stateFiles(const QByteArray& file, const QString& link)
{
    for (const int rows : {100'000, 500'000}) {
        qsizetype end = 0;
        for (int row = 0; row <= rows; ++row)
            end = file.indexOf('\n', end) + 1;
        DataCatalogue catalogue;
        const TablePointer table = catalogue.addFile(QStringLiteral("some.csv"), file.left(end));
        Request request = *readLink(link, nullptr);
        request.values[QStringLiteral("data")] = table->name;
        const Settled state = settle(*findLab(request.topic), request, catalogue);
        double start = now();
        const QByteArray bytes = writeStateFile(state);
        const std::string name = "state file with " + std::to_string(rows) + " rows: ";
        report(name + "written", once(now() - start), std::to_string(bytes.size()) + " bytes");
        DataCatalogue elsewhere;
        QString complaint;
        start = now();
        const auto read = readStateFile(bytes, elsewhere, &complaint);
        report(name + "read", once(now() - start), complaint.toStdString());
    }
}

inline void ownTable(MainWindow& window)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("million.csv"));
    {
        const QByteArray rows = millionRows();
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(rows) < 0)
            return;
        stateFiles(rows, QStringLiteral("pca"));
    }
    open(window, QStringLiteral("pca"));
    const double before = residentMegabytes();
    const double start = now();
    window.openAnything(path);
    while (window.opener().isBusy())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    report("own table: a million rows of 5 columns, file to state", once(now() - start), "");
    waitUntilPainted(window, true);
    report("own table: file to finished picture", once(now() - start), "");
    report("own table: MB more than before", once(residentMegabytes() - before), "");
    const QString data = QStringLiteral("data=") + window.experiment().current().table->name;
    window.showData();
    editTable(window, QStringLiteral("pca?") + data, true);
    for (QDialog* dialog : window.findChildren<QDialog*>(QStringLiteral("data-window")))
        dialog->close();
    for (const char* lab :
        {"k-means?k=4&", "pca?", "gini-split?", "roc-auc?source=classifier&", "roc-auc?source=table&"})
        editTable(window, QLatin1String(lab) + data);
    const std::tuple<const char*, const char*, double, double> drags[] = {{"k-means?k=4&", "k", 1, 8},
        {"pca?", "angle", -90, 90}, {"gini-split?", "threshold", -3, 4},
        {"roc-auc?source=classifier&", "threshold", 0, 1}, {"roc-auc?source=table&", "threshold", 0, 1}};
    for (const auto& [link, key, from, to] : drags) {
        for (const QString& rows : {QString(), QStringLiteral("&all-rows=true")}) {
            const QString state = QLatin1String(link) + data + rows;
            sweep(window, QLatin1String(link) + QLatin1String(key) + rows, state, QLatin1String(key), from,
                to, 30);
        }
    }
}

} // namespace tangent::benchmarks
