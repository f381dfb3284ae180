// SPDX-License-Identifier: GPL-3.0-or-later
// The hand: from a changed value to the painted window, 1280 x 800, for every lab. Prints one JSON line an
// item: first "start" (program to first finished picture) and last "memory" (after visiting every lab).
// Run it pinned to one core: QT_QPA_PLATFORM=offscreen taskset -c 1 hand [TOPIC | own-table]
// `own-table`: a file of a million rows is opened as a person does it, and dragged in.
#include "algorithms/random/random.h"
#include "app/data/table_opener.h"
#include "app/lab/data/catalogue.h"
#include "app/lab/registry.h"
#include "app/window/lab_panel.h"
#include "app/window/main_window.h"
#include "tests/benchmarks/report.h"

#include <QApplication>
#include <QEventLoop>
#include <QFile>
#include <QTemporaryDir>

using namespace tangent;
using namespace tangent::benchmarks;

namespace {

constexpr int changes = 200;

/// Lets the event loop run until a scene of the newest state is shown (`complete`: the last one of it), then
/// paints what is due into the backing store.
void waitUntilPainted(MainWindow& window, bool complete)
{
    QEventLoop untilShown;
    const auto waits = [&] { return complete ? window.lab().isBusy() : window.lab().isBehind(); };
    const auto connection = QObject::connect(&window.lab(), &LabPanel::sceneShown, &untilShown, [&] {
        if (!waits())
            untilShown.quit();
    });
    if (waits())
        untilShown.exec();
    QObject::disconnect(connection);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::UpdateRequest);
}

void open(MainWindow& window, const QString& link)
{
    QString complaint;
    const auto request = readLink(link, &complaint);
    window.experiment().open(*findLab(request->topic), *request);
    waitUntilPainted(window, true);
}

using IntentAt = std::function<Intent(double share)>;

/// A drag of so many changes from a state; true if a scene was refined after it was first shown.
bool drag(MainWindow& window, const QString& link, const IntentAt& at, int count, bool complete,
    std::vector<double>& full, std::vector<double>& controls)
{
    open(window, link);
    bool refined = false;
    for (int i = 0; i < count; ++i) {
        Intent intent = at(double(i) / (count - 1));
        intent.phase = i == 0 ? Intent::Phase::Begin
            : i + 1 == count  ? Intent::Phase::End
                              : Intent::Phase::Move;
        const double start = now();
        window.experiment().apply(intent);
        controls.push_back(now() - start);
        waitUntilPainted(window, complete);
        full.push_back(now() - start);
        refined = refined || window.lab().isBusy();
    }
    return refined;
}

/// Reports a drag: every change to its first painted scene while the next change follows at once, and where
/// scenes are refined also to the last one.
void sweepIntent(
    MainWindow& window, const QString& name, const QString& link, const IntentAt& at, int count = changes)
{
    std::vector<double> full;
    std::vector<double> controls;
    const bool refined = drag(window, link, at, count, false, full, controls);
    report(name.toStdString(), full, window.experiment().link().toStdString());
    report(name.toStdString() + " (state to handle and controls, before paint)", controls, "");
    if (!refined || count < changes)
        return; // on large tables the refinement alone takes seconds
    full.clear();
    drag(window, link, at, 40, true, full, controls);
    report(name.toStdString() + " (to the last, refined scene)", full, "");
}

void sweep(MainWindow& window, const QString& name, const QString& link, const QString& key, double from,
    double to, int count = changes)
{
    const auto at = [&](double share) {
        Intent intent;
        intent.values[key] = from + (to - from) * share;
        return intent;
    };
    sweepIntent(window, name, link, at, count);
}

void namedItems(MainWindow& window)
{
    sweepIntent(window, QStringLiteral("gradient-descent: start dragged, 100 steps"),
        QStringLiteral("gradient-descent?step=100"), [](double share) {
            Intent intent;
            intent.values[QStringLiteral("start")] = QPointF(-4 + 8 * share, 1 - 2 * share);
            return intent;
        });
    const auto centre = [](double share) {
        Intent intent;
        intent.cells = {{QStringLiteral("centres"), 0, 0, {}, -6 + 12 * share},
            {QStringLiteral("centres"), 0, 1, {}, 1 - 2 * share}};
        return intent;
    };
    const QString byHand =
        QStringLiteral("k-means?start=by-hand&centres=-6,1;6,1;-6,-1;6,-1&data=blobs&data.rows=");
    sweepIntent(window, QStringLiteral("k-means: 500 points, centre dragged"), byHand + QStringLiteral("500"),
        centre);
    sweepIntent(window, QStringLiteral("k-means: 10,000 points, centre dragged"),
        byHand + QStringLiteral("10000"), centre);
    sweep(window, QStringLiteral("roc-auc: 10,000 scores, separation moves"),
        QStringLiteral("roc-auc?rows=10000"), QStringLiteral("separation"), 0, 4);
    sweep(window, QStringLiteral("roc-auc: threshold moves"), QStringLiteral("roc-auc"),
        QStringLiteral("threshold"), -3, 4);
}

/// Every real or whole-number parameter of a lab from a state, over its cheap range.
void everyParameter(MainWindow& window, const QString& link, int count)
{
    open(window, link);
    const Parameters declared = window.experiment().current().parameters;
    for (const Parameter& parameter : declared) {
        const bool moves =
            parameter.kind == Parameter::Kind::Real || parameter.kind == Parameter::Kind::Integer;
        if (!moves || !parameter.shown || parameter.key == QLatin1String("data.rows"))
            continue;
        const double high = parameter.cheapMaximum.value_or(parameter.maximum);
        if (high - parameter.minimum > 1e8)
            continue; // an open range: its handle's sweep is among the named items
        sweep(window, link + QStringLiteral(": ") + parameter.key, link, parameter.key, parameter.minimum,
            high, count);
    }
}

/// The same on large tables, if the lab takes a table at its defaults.
void everyParameterOfLargeTables(MainWindow& window, const Lab& lab)
{
    open(window, lab.info().id);
    if (!window.experiment().current().table)
        return;
    for (const int rows : {10'000, 100'000}) {
        const QString link = QStringLiteral("%1?data=blobs&data.rows=%2").arg(lab.info().id).arg(rows);
        open(window, link);
        const TablePointer table = window.experiment().current().table;
        if (table && int(table->rowCount()) == rows)
            everyParameter(window, link, 40);
    }
}

double residentMegabytes()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray& line : status.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.mid(6).simplified().split(' ').first().toDouble() / 1024;
    }
    return 0;
}

/// A million rows: two columns of two clouds, a score, and which cloud it is.
QByteArray millionRows()
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

void ownTable(MainWindow& window)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("million.csv"));
    {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(millionRows()) < 0)
            return;
    }
    open(window, QStringLiteral("pca"));
    const double before = residentMegabytes();
    const double start = now();
    window.openAnything(path);
    while (window.opener().isBusy())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    report("own table: a million rows of 5 columns, file to state", {now() - start}, "");
    waitUntilPainted(window, true);
    report("own table: file to finished picture", {now() - start}, "");
    report("own table: MB more than before", {residentMegabytes() - before}, "");
    const QString data = QStringLiteral("data=") + window.experiment().current().table->name;
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

} // namespace

int main(int argc, char** argv)
{
    const double start = now();
    const QTemporaryDir home;
    qputenv("XDG_CONFIG_HOME", home.path().toLocal8Bit());
    QApplication application(argc, argv);
    application.setStyle(QStringLiteral("Fusion"));
    const QString only = application.arguments().value(1);
    MainWindow window(DataCatalogue::shared());
    window.setStill();
    window.resize(1280, 800);
    window.show();
    open(window, QStringLiteral("gradient-descent"));
    report("start: main to first finished picture", {now() - start}, "");
    if (only == QLatin1String("own-table")) {
        ownTable(window);
        return 0;
    }
    if (only.isEmpty())
        namedItems(window);
    for (const auto& lab : allLabs()) {
        if (only.isEmpty() || only == lab->info().id)
            everyParameter(window, lab->info().id, changes);
        if (only.isEmpty() || only == lab->info().id)
            everyParameterOfLargeTables(window, *lab);
    }
    for (const auto& lab : allLabs())
        open(window, lab->info().id);
    report("memory: MB after visiting every lab", {residentMegabytes()},
        std::to_string(allLabs().size()) + " labs");
    return 0;
}
