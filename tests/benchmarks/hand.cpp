// SPDX-License-Identifier: GPL-3.0-or-later
// The hand: from a changed value to the painted window, 1280 x 800, for every lab. Prints one JSON line an
// item: first "start" (program to first finished picture) and last "memory" (after visiting every lab).
// Run it pinned to one core: QT_QPA_PLATFORM=offscreen taskset -c 1 benchmark-hand [--quick] [--named]
// [TOPIC | own-table]
// --named measures only the scenes that other programs are measured on; --quick makes few changes and leaves
// the largest tables out. An item ends after a few seconds whatever the machine does. `own-table`: a file of
// a million rows is opened as a person does it, and dragged in.
#include "algorithms/random/random.h"
#include "app/data/table_opener.h"
#include "app/lab/data/catalogue.h"
#include "app/lab/data/patch_edit.h"
#include "app/lab/registry.h"
#include "app/window/lab_panel.h"
#include "app/window/main_window.h"
#include "tests/benchmarks/report.h"

#include <QApplication>
#include <QEventLoop>
#include <QFile>
#include <QTemporaryDir>
#include <QTimer>

#include <memory>
#include <optional>

using namespace tangent;
using namespace tangent::benchmarks;

namespace {

constexpr double longestDrag = 2000; ///< ms; a drag that takes longer ends early
constexpr int longestWait = 20'000;  ///< ms for one picture; after that it counts as it stands
constexpr int fewestChanges = 5;     ///< that are made even when they take long
constexpr int refinedChanges = 40;

/// How much is measured.
struct Effort {
    bool quick = false;
    bool named = false;
    QString topic; ///< empty: every lab

    int changes() const { return quick ? 20 : 200; }
    int changesOfLargeTables() const { return quick ? 10 : 40; }
    bool wants(const QString& id) const { return topic.isEmpty() || topic == id; }
};

/// A single figure.
Runs once(double value)
{
    return {{value}, {value}};
}

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
    if (waits()) {
        QTimer::singleShot(longestWait, &untilShown, &QEventLoop::quit);
        untilShown.exec();
    }
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

using IntentAt = std::function<Intent(double share, int index)>;

/// What a drag cost: each change to its painted picture, and to its handle and controls.
struct Drag {
    Runs full;
    Runs controls;
    bool refined = false; ///< a scene was refined after it was first shown
};

/// A drag of so many changes from a state.
Drag drag(MainWindow& window, const QString& link, const IntentAt& at, int count, bool complete)
{
    open(window, link);
    Drag made;
    const double start = now();
    bool last = false;
    for (int i = 0; !last; ++i) {
        last = i + 1 == count || (i + 1 >= fewestChanges && now() - start > longestDrag);
        Intent intent = at(double(i) / (count - 1), i);
        intent.phase = i == 0 ? Intent::Phase::Begin : last ? Intent::Phase::End : Intent::Phase::Move;
        const Stopwatch untilPainted(made.full);
        {
            const Stopwatch untilControls(made.controls);
            window.experiment().apply(intent);
        }
        waitUntilPainted(window, complete);
        made.refined = made.refined || window.lab().isBusy();
    }
    return made;
}

/// Reports a drag: every change to its first painted scene while the next change follows at once, and where
/// scenes are refined also to the last one, unless a large table makes that a matter of seconds.
void sweepIntent(MainWindow& window, const QString& name, const QString& link, const IntentAt& at, int count,
    bool large = false)
{
    const Drag made = drag(window, link, at, count, false);
    report(name.toStdString(), made.full, window.experiment().link().toStdString());
    report(name.toStdString() + " (state to handle and controls, before paint)", made.controls, "");
    if (made.refined && !large) {
        const Drag whole = drag(window, link, at, std::min(count, refinedChanges), true);
        report(name.toStdString() + " (to the last, refined scene)", whole.full, "");
    }
}

void sweep(MainWindow& window, const QString& name, const QString& link, const QString& key, double from,
    double to, int count)
{
    const auto at = [&](double share, int) {
        Intent intent;
        intent.values[key] = from + (to - from) * share;
        return intent;
    };
    sweepIntent(window, name, link, at, count);
}

void namedItems(MainWindow& window, int count)
{
    sweepIntent(
        window, QStringLiteral("gradient-descent: start dragged, 100 steps"),
        QStringLiteral("gradient-descent?step=100"),
        [](double share, int) {
            Intent intent;
            intent.values[QStringLiteral("start")] = QPointF(-4 + 8 * share, 1 - 2 * share);
            return intent;
        },
        count);
    const auto centre = [](double share, int) {
        Intent intent;
        intent.cells = {{QStringLiteral("centres"), 0, 0, {}, -6 + 12 * share},
            {QStringLiteral("centres"), 0, 1, {}, 1 - 2 * share}};
        return intent;
    };
    const QString byHand =
        QStringLiteral("k-means?start=by-hand&centres=-6,1;6,1;-6,-1;6,-1&data=blobs&data.rows=");
    sweepIntent(window, QStringLiteral("k-means: 500 points, centre dragged"), byHand + QStringLiteral("500"),
        centre, count);
    sweepIntent(window, QStringLiteral("k-means: 10,000 points, centre dragged"),
        byHand + QStringLiteral("10000"), centre, count);
    sweep(window, QStringLiteral("roc-auc: 10,000 scores, separation moves"),
        QStringLiteral("roc-auc?rows=10000"), QStringLiteral("separation"), 0, 4, count);
    sweep(window, QStringLiteral("roc-auc: threshold moves"), QStringLiteral("roc-auc"),
        QStringLiteral("threshold"), -3, 4, count);
}

/// The values that a drag or a walk through the options gives a parameter; nothing for one that holds a table
/// or a text, or whose range is open (its handle's sweep is among the named items).
std::optional<std::function<Value(double share, int index)>> walkOf(const Parameter& parameter)
{
    using Kind = Parameter::Kind;
    const double low = parameter.usualMinimum.value_or(parameter.minimum);
    const double high = parameter.cheapMaximum.value_or(parameter.usualMaximum.value_or(parameter.maximum));
    switch (parameter.kind) {
    case Kind::Real:
    case Kind::Integer:
        if (high - low > 1e8)
            return std::nullopt;
        return [=](double share, int) { return Value(low + (high - low) * share); };
    case Kind::Step:
        if (parameter.endless || high - low > 1e8)
            return std::nullopt;
        return [=](double share, int) { return Value(std::round(low + (high - low) * share)); };
    case Kind::Point:
        return [=, from = parameter.minimumY, to = parameter.maximumY](double share, int) {
            const double top = to > from ? to : high;
            const double bottom = to > from ? from : low;
            return Value(QPointF(low + (high - low) * share, top - (top - bottom) * share));
        };
    case Kind::Toggle:
        return [](double, int index) { return Value(index % 2 == 0); };
    case Kind::Choice:
        return [choices = parameter.choices](
                   double, int index) { return Value(choices[size_t(index) % choices.size()].token); };
    default:
        return std::nullopt;
    }
}

/// Every parameter of a lab from a state, over its cheap or usual range.
void everyParameter(MainWindow& window, const QString& link, int count, bool large)
{
    open(window, link);
    const Parameters declared = window.experiment().current().parameters;
    for (const Parameter& parameter : declared) {
        const auto walk = walkOf(parameter);
        if (!walk || !parameter.shown || parameter.key == QLatin1String("data.rows"))
            continue;
        const auto at = [&](double share, int index) {
            Intent intent;
            intent.values[parameter.key] = (*walk)(share, index);
            return intent;
        };
        sweepIntent(window, link + QStringLiteral(": ") + parameter.key, link, at, count, large);
    }
}

/// The same on large tables, where the lab takes one as it opens or in the state that a query names.
void everyParameterOfLargeTables(MainWindow& window, const Lab& lab, const Effort& effort)
{
    const QString id = lab.info().id;
    const QStringList states{
        id + QStringLiteral("?data=blobs"), id + QStringLiteral("?source=table&data=gaussians")};
    for (const QString& state : states) {
        for (const int rows : effort.quick ? std::vector{10'000} : std::vector{10'000, 100'000}) {
            const QString link = state + QStringLiteral("&data.rows=%1").arg(rows);
            open(window, link);
            const TablePointer table = window.experiment().current().table;
            // A lab that cannot use the table falls back on another one.
            const bool fromTable = window.experiment().current().choice("source") == QLatin1String("table");
            const bool taken = fromTable == state.contains(QLatin1String("source=")) && table
                && int(table->rowCount()) == rows;
            if (taken)
                everyParameter(window, link, effort.changesOfLargeTables(), true);
        }
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
            const Stopwatch untilControls(controls_);
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
void editTable(MainWindow& window, const QString& link)
{
    open(window, link);
    constexpr int times = 8;
    Experiment& experiment = window.experiment();
    const QString lab = link.section(QLatin1Char('&'), 0, 0).section(QLatin1String("data="), 0, 0);
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
    report("own table: a million rows of 5 columns, file to state", once(now() - start), "");
    waitUntilPainted(window, true);
    report("own table: file to finished picture", once(now() - start), "");
    report("own table: MB more than before", once(residentMegabytes() - before), "");
    const QString data = QStringLiteral("data=") + window.experiment().current().table->name;
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

} // namespace

int main(int argc, char** argv)
{
    Runs untilFirstPicture;
    auto start = std::make_unique<Stopwatch>(untilFirstPicture);
    const QTemporaryDir home;
    qputenv("XDG_CONFIG_HOME", home.path().toLocal8Bit());
    QApplication application(argc, argv);
    application.setStyle(QStringLiteral("Fusion"));
    QStringList words = application.arguments().mid(1);
    Effort effort;
    effort.quick = words.removeAll(QStringLiteral("--quick")) > 0;
    effort.named = words.removeAll(QStringLiteral("--named")) > 0;
    effort.topic = words.value(0);
    MainWindow window(DataCatalogue::shared());
    window.setStill();
    window.resize(1280, 800);
    window.show();
    open(window, QStringLiteral("gradient-descent"));
    start.reset();
    report("start: main to first finished picture", untilFirstPicture, "");
    if (effort.topic == QLatin1String("own-table")) {
        ownTable(window);
        return 0;
    }
    if (effort.topic.isEmpty())
        namedItems(window, effort.changes());
    for (const auto& lab : allLabs()) {
        if (effort.named || !effort.wants(lab->info().id))
            continue;
        everyParameter(window, lab->info().id, effort.changes(), false);
        everyParameterOfLargeTables(window, *lab, effort);
    }
    for (const auto& lab : allLabs())
        open(window, lab->info().id);
    report("memory: MB after visiting every lab", once(residentMegabytes()),
        std::to_string(allLabs().size()) + " labs");
    return 0;
}
