// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/endurance/random_hand.h"

#include "app/window/lab_panel.h"
#include "app/window/twin_view.h"
#include "widgets/views/figure_view.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QDialog>
#include <QTest>
#include <QWheelEvent>

namespace tangent::tests {

namespace {

constexpr int dialogMilliseconds = 20;

void writeFile(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
}

QByteArray smallTable()
{
    QByteArray csv = "height,weight,age,kind\n";
    for (int i = 0; i < 60; ++i)
        csv += QByteArray::number(150 + i % 37) + ',' + QByteArray::number(50 + (i * 7) % 41) + ','
            + QByteArray::number(20 + i % 50) + ',' + (i % 3 ? "a" : "b") + '\n';
    return csv;
}

} // namespace

RandomHand::RandomHand(MainWindow& window, std::uint64_t seed)
    : window_(window)
    , random_(seed)
{
    writeFile(files_.filePath("table.csv"), smallTable());
    writeFile(files_.filePath("broken.csv"), "a,b\n1,\"2\n");
    writeFile(files_.filePath("words.tsv"), "text\tgood\nfine day\t1\nbad night\t0\n");
    writeFile(files_.filePath("state.tangent"), R"({"format":1,"topic":"k-means","state":{"k":3}})");
    writeFile(files_.filePath("broken.tangent"), R"({"format":1,"topic":)");
    writeFile(files_.filePath("talk.md"),
        "# Two\n\n1. [One](tangent:gradient-descent?step=3)\n2. [Two](lab:?step=9) [0](show:loss)\n");
    writeFile(files_.filePath("nothing.bin"), QByteArray(100, '\0'));
    dialogs_.setInterval(dialogMilliseconds);
    connect(&dialogs_, &QTimer::timeout, this, &RandomHand::turnAwayDialogs);
    dialogs_.start();
}

const std::vector<RandomHand::Kind>& RandomHand::kinds()
{
    static const std::vector<Kind> all{{"click", 10, &RandomHand::click},
        {"button", 10, &RandomHand::pressButton}, {"drag", 10, &RandomHand::drag},
        {"handle", 10, &RandomHand::dragHandle}, {"key", 14, &RandomHand::key},
        {"shortcut", 10, &RandomHand::shortcut}, {"wheel", 6, &RandomHand::wheel},
        {"drop", 2, &RandomHand::drop}, {"size", 3, &RandomHand::size}, {"look", 1, &RandomHand::look},
        {"present", 2, &RandomHand::present}, {"topic", 5, &RandomHand::topic},
        {"search", 2, &RandomHand::search}, {"note link", 6, &RandomHand::noteLink},
        {"preset", 4, &RandomHand::preset}, {"other data", 3, &RandomHand::otherData},
        {"value", 8, &RandomHand::value}, {"popup", 2, &RandomHand::popup}, {"draw", 6, &RandomHand::draw},
        {"pens", 8, &RandomHand::drawRows}, {"twin", 2, &RandomHand::twin}, {"sweep", 2, &RandomHand::sweep}};
    return all;
}

void RandomHand::act()
{
    int sum = 0;
    for (const Kind& kind : kinds())
        sum += kind.weight;
    int drawn = below(sum);
    for (const Kind& kind : kinds()) {
        drawn -= kind.weight;
        if (drawn < 0) {
            last_ = QLatin1String(kind.name);
            (this->*kind.run)();
            break;
        }
    }
    QCoreApplication::processEvents();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

/// A person who opened a dialog and thinks better of it.
void RandomHand::turnAwayDialogs()
{
    if (auto* dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget()))
        dialog->reject();
    else if (QWidget* popup = QApplication::activePopupWidget())
        popup->close();
}

QWidget* RandomHand::anyWidget(const std::function<bool(QWidget*)>& wanted)
{
    QList<QWidget*> all = window_.findChildren<QWidget*>();
    all.removeIf([&](QWidget* widget) {
        return !widget->isVisible() || !widget->isEnabled() || widget->isWindow() || widget->size().isEmpty()
            || (wanted && !wanted(widget));
    });
    return all.isEmpty() ? nullptr : all[below(int(all.size()))];
}

QPoint RandomHand::anyPoint(const QWidget* widget)
{
    return {below(std::max(1, widget->width())), below(std::max(1, widget->height()))};
}

void RandomHand::click()
{
    QWidget* widget = anyWidget();
    if (!widget)
        return;
    last_ += QLatin1Char(' ') + QLatin1String(widget->metaObject()->className());
    const QPoint at = anyPoint(widget);
    const auto held = below(8) == 0 ? Qt::ControlModifier
        : below(8) == 0             ? Qt::ShiftModifier
                                    : Qt::NoModifier;
    const auto button = below(12) == 0 ? Qt::RightButton : Qt::LeftButton;
    if (below(6) == 0)
        QTest::mouseDClick(widget, button, held, at);
    else
        QTest::mouseClick(widget, button, held, at);
}

void RandomHand::pressButton()
{
    if (QWidget* button = anyWidget([](QWidget* one) { return qobject_cast<QAbstractButton*>(one); })) {
        last_ += QLatin1Char(' ') + qobject_cast<QAbstractButton*>(button)->text();
        QTest::mouseClick(button, Qt::LeftButton);
    }
}

void RandomHand::dragOn(QWidget* widget, QPoint from, QPoint to)
{
    QPointer<QWidget> held(widget);
    const int steps = 1 + below(6);
    QTest::mousePress(held, Qt::LeftButton, {}, from);
    for (int i = 1; i <= steps && held; ++i) {
        QTest::mouseMove(held, from + (to - from) * i / steps);
        QCoreApplication::processEvents();
    }
    if (held)
        QTest::mouseRelease(held, Qt::LeftButton, {}, to);
}

void RandomHand::drag()
{
    const LabPanel* second = window_.twin() ? &window_.twin()->lab() : nullptr;
    QWidget* widget = anyWidget([&](QWidget* one) {
        return window_.lab().isAncestorOf(one) || (second && second->isAncestorOf(one));
    });
    if (!widget)
        return;
    last_ += QLatin1Char(' ') + QLatin1String(widget->metaObject()->className());
    dragOn(widget, anyPoint(widget), anyPoint(widget));
}

/// What can be taken hold of in a figure is found where a screen reader finds it.
void RandomHand::dragHandle()
{
    QWidget* view = anyWidget([](QWidget* one) { return qobject_cast<FigureView*>(one); });
    QAccessibleInterface* figure = view ? QAccessible::queryAccessibleInterface(view) : nullptr;
    if (!figure || figure->childCount() == 0)
        return;
    QAccessibleInterface* part = figure->child(below(figure->childCount()));
    if (!part || part->object() || !part->valueInterface())
        return;
    last_ += QLatin1Char(' ') + part->text(QAccessible::Name);
    const QPoint from = view->mapFromGlobal(part->rect().center());
    dragOn(view, from, from + QPoint(below(300) - 150, below(200) - 100));
}

/// A stroke with many turns in one figure, with one of the tools that the figure may offer.
void RandomHand::draw()
{
    QPointer<QWidget> view = anyWidget([](QWidget* one) { return qobject_cast<FigureView*>(one); });
    if (!view)
        return;
    const auto tools = view->findChildren<QAbstractButton*>();
    if (!tools.isEmpty() && below(2) == 0) {
        if (auto* tool = tools[below(int(tools.size()))]; tool->isVisible() && tool->isEnabled())
            QTest::mouseClick(tool, Qt::LeftButton);
    }
    const auto held = below(4) == 0 ? Qt::ShiftModifier : Qt::NoModifier;
    if (view)
        QTest::mousePress(view, Qt::LeftButton, held, anyPoint(view));
    for (int turns = 2 + below(12); turns > 0 && view; --turns) {
        QTest::mouseMove(view, anyPoint(view));
        QCoreApplication::processEvents();
    }
    if (view)
        QTest::mouseRelease(view, Qt::LeftButton, held, anyPoint(view));
}

void RandomHand::key()
{
    static const Qt::Key keys[]{Qt::Key_Tab, Qt::Key_Backtab, Qt::Key_Left, Qt::Key_Right, Qt::Key_Up,
        Qt::Key_Down, Qt::Key_PageUp, Qt::Key_PageDown, Qt::Key_Home, Qt::Key_End, Qt::Key_Space,
        Qt::Key_Period, Qt::Key_Comma, Qt::Key_Return, Qt::Key_Escape, Qt::Key_Delete, Qt::Key_Backspace,
        Qt::Key_1, Qt::Key_5, Qt::Key_Minus, Qt::Key_A, Qt::Key_E, Qt::Key_B, Qt::Key_G, Qt::Key_F2};
    QWidget* focus = QApplication::focusWidget();
    if (!focus || below(10) == 0) {
        focus = anyWidget([](QWidget* one) { return one->focusPolicy() != Qt::NoFocus; });
        if (focus)
            focus->setFocus(Qt::TabFocusReason);
    }
    if (!focus || !window_.isAncestorOf(focus))
        focus = &window_;
    const Qt::Key pressed = keys[below(int(std::size(keys)))];
    last_ += QLatin1Char(' ') + QKeySequence(pressed).toString();
    const auto held = below(6) == 0 ? Qt::ShiftModifier
        : below(12) == 0            ? Qt::ControlModifier
                                    : Qt::NoModifier;
    QTest::keyClick(focus, pressed, held);
}

/// Presses a shortcut as the window's action of it.
void RandomHand::send(const QString& keys)
{
    last_ += QLatin1Char(' ') + keys;
    for (QAction* action : window_.actions()) {
        if (action->shortcut() == QKeySequence(keys) && action->isEnabled())
            action->trigger();
    }
}

void RandomHand::shortcut()
{
    static const char* const all[]{"Ctrl+Z", "Ctrl+Z", "Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+Shift+Z", "Alt+Left",
        "Alt+Right", "Ctrl+E", "Ctrl+K", "Ctrl+N", "Ctrl+0", "Ctrl+C", "Ctrl+V", "Esc", "Ctrl+O", "Ctrl+S",
        "Ctrl+D", "F1", "Ctrl+Shift+S"};
    send(QString::fromLatin1(all[below(int(std::size(all)))]));
}

void RandomHand::wheel()
{
    QWidget* widget = anyWidget();
    if (!widget)
        return;
    const QPoint at = anyPoint(widget);
    QWheelEvent event(at, widget->mapToGlobal(at), {}, {0, below(2) ? 120 : -120}, {}, Qt::NoModifier,
        Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(widget, &event);
}

void RandomHand::rest()
{
    if (window_.presenter())
        window_.present();
    window_.showSweep(false);
    window_.showTwin(false);
    window_.lab().stopPlaying();
    // A glide that still moves ends on its own; the scene of the state follows it.
    State before;
    do {
        before = window_.experiment().state();
        QTest::qWait(300);
    } while (!(before == window_.experiment().state()));
    const bool settled = QTest::qWaitFor([this] { return !window_.lab().isBusy(); }, 120'000);
    if (!settled)
        qWarning("the scene of %s did not come within two minutes", qPrintable(window_.experiment().link()));
}

void RandomHand::undoAll()
{
    rest();
    while (window_.experiment().canUndo())
        window_.experiment().undo();
    rest();
}

} // namespace tangent::tests
