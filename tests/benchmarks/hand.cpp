// SPDX-License-Identifier: GPL-3.0-or-later
// The hand: from a changed value to the painted window, 1280 x 800, for every lab. Prints one JSON line an
// item: first "start" (program to first finished picture) and "memory" (after visiting every lab).
// Run it pinned to one core: QT_QPA_PLATFORM=offscreen taskset -c 1 benchmark-hand [--quick] [--named]
// [TOPIC | own-table]
// --named measures only the scenes that other programs are measured on; --quick makes few changes and leaves
// the largest tables out. An item ends after a few seconds whatever the machine does. `own-table`: a file of
// a million rows is opened as a person does it, changed and dragged in.
#include "tests/benchmarks/hand_window.h"
#include "tests/benchmarks/own_table.h"

#include <QApplication>
#include <QTemporaryDir>

#include <memory>
#include <optional>

using namespace tangent;
using namespace tangent::benchmarks;

namespace {

/// How much is measured.
struct Effort {
    bool quick = false;
    bool named = false;
    QString topic; ///< empty: every lab

    int changes() const { return quick ? 20 : 200; }
    int changesOfLargeTables() const { return quick ? 10 : 40; }
    bool wants(const QString& id) const { return topic.isEmpty() || topic == id; }
};

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

/// The values that a drag, a walk through the options, or a letter typed behind a text and taken back gives a
/// parameter; nothing for one that holds a table or an empty text, or whose range is open (its handle's sweep
/// is among the named items).
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
    case Kind::Text:
        if (text(parameter.defaultValue).isEmpty())
            return std::nullopt;
        return [whole = text(parameter.defaultValue)](
                   double, int index) { return Value(index % 2 == 0 ? whole + QLatin1Char('s') : whole); };
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
        // Texts are typed in a figure where no control shows them.
        const bool isReached = parameter.shown || parameter.kind == Parameter::Kind::Text;
        if (!walk || !isReached || parameter.key == QLatin1String("data.rows"))
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
    for (const auto& lab : allLabs())
        open(window, lab->info().id);
    report("memory: MB after visiting every lab", once(residentMegabytes()),
        std::to_string(allLabs().size()) + " labs");
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
    return 0;
}
