// SPDX-License-Identifier: GPL-3.0-or-later
// What the hand does with the pens.
#include "app/window/lab_panel.h"
#include "tests/endurance/random_hand.h"
#include "widgets/views/class_chip.h"
#include "widgets/views/draw_strip.h"
#include "widgets/views/name_edit.h"

#include <QAbstractButton>
#include <QApplication>
#include <QMenu>
#include <QTest>

namespace tangent::tests {

namespace {

constexpr int stillMilliseconds = 400; ///< long enough for the brush to go on by itself

} // namespace

/// The figure whose pens are out; null: none.
PlotView* RandomHand::drawnPlot()
{
    auto* plot = static_cast<PlotView*>(anyWidget([](QWidget* one) {
        auto* drawn = qobject_cast<PlotView*>(one);
        return drawn && drawn->isDrawing();
    }));
    return plot;
}

/// Takes the pens out with D and does a few things with them: rows of all classes, moved, erased, relabelled,
/// shapes, names. Now and then they stay out.
void RandomHand::drawRows()
{
    static const char* const sheets[]{"k-means?data=drawn", "pca?data=drawn", "gini-split?data=drawn",
        "neural-network?data=drawn", "confusion-matrix?source=classifier&data=drawn",
        "gini-split?data=moons"};
    if (!drawnPlot())
        QTest::keyClick(&window_.lab(), Qt::Key_D);
    if (!drawnPlot() && below(2) == 0) {
        window_.openAnything(QLatin1String(sheets[below(int(std::size(sheets)))]));
        if (!QTest::qWaitFor([this] { return !window_.lab().isBusy(); }))
            return; // a slow machine: the pens come out another time
        QTest::keyClick(&window_.lab(), Qt::Key_D);
    }
    for (int i = 2 + below(5); i > 0; --i) {
        QCoreApplication::processEvents();
        PlotView* plot = drawnPlot();
        if (!plot)
            return;
        switch (below(8)) {
        case 0:
            penKeys(plot);
            break;
        case 1:
            useStrip();
            break;
        case 2:
            addShape();
            break;
        case 3:
            nameClass(plot);
            break;
        default:
            strokeOn(plot);
            break;
        }
    }
    if (PlotView* plot = below(3) == 0 ? drawnPlot() : nullptr)
        QTest::keyClick(plot, below(2) == 0 ? Qt::Key_Escape : Qt::Key_D);
}

void RandomHand::penKeys(QPointer<QWidget> plot)
{
    static const Qt::Key keys[]{Qt::Key_M, Qt::Key_U, Qt::Key_P, Qt::Key_E, Qt::Key_R, Qt::Key_1, Qt::Key_2,
        Qt::Key_3, Qt::Key_BracketLeft, Qt::Key_BracketRight, Qt::Key_Return, Qt::Key_Left, Qt::Key_Up,
        Qt::Key_Down, Qt::Key_Right};
    for (int i = 1 + below(5); i > 0 && plot; --i) {
        const Qt::Key key = keys[below(int(std::size(keys)))];
        last_ += QLatin1Char(' ') + QKeySequence(key).toString();
        QTest::keyClick(plot, key, below(4) == 0 ? Qt::ShiftModifier : Qt::NoModifier);
    }
}

/// Any of the strip's own buttons, or a pull at one of its sliders.
void RandomHand::useStrip()
{
    QWidget* control = anyWidget([](QWidget* one) {
        for (QWidget* above = one->parentWidget(); above; above = above->parentWidget())
            if (qobject_cast<DrawStrip*>(above))
                return one->focusPolicy() != Qt::NoFocus;
        return false;
    });
    if (!control)
        return;
    last_ += QStringLiteral(" strip ") + QLatin1String(control->metaObject()->className());
    if (below(4) == 0)
        dragOn(control, anyPoint(control), anyPoint(control));
    else
        QTest::mouseClick(control, Qt::LeftButton);
    walkInMenu();
}

/// Any entry of the menu that a button of the strip has opened.
void RandomHand::walkInMenu()
{
    auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
    for (int i = below(9); menu && i >= 0; --i)
        QTest::keyClick(menu, Qt::Key_Down);
    if (menu)
        QTest::keyClick(menu, below(5) == 0 ? Qt::Key_Escape : Qt::Key_Return);
}

void RandomHand::addShape()
{
    QWidget* button = anyWidget([](QWidget* one) {
        auto* plain = qobject_cast<QAbstractButton*>(one);
        return plain && qobject_cast<DrawStrip*>(one->parentWidget())
            && (plain->text() == QStringLiteral("Add…") || plain->text() == QStringLiteral("More tools"));
    });
    if (!button)
        return;
    last_ += QStringLiteral(" shape");
    QTest::mouseClick(button, Qt::LeftButton);
    walkInMenu();
}

/// Another name for the class of the pen, by key or by a double click on its chip, or thought better of.
void RandomHand::nameClass(QPointer<QWidget> plot)
{
    QWidget* chip = anyWidget([](QWidget* one) { return qobject_cast<ClassChip*>(one); });
    if (chip && below(2) == 0)
        QTest::mouseDClick(chip, Qt::LeftButton);
    else
        QTest::keyClick(plot, Qt::Key_F2);
    QPointer<QWidget> edit = anyWidget([](QWidget* one) { return qobject_cast<NameEdit*>(one); });
    if (!edit)
        return;
    static const char* const names[]{"A", "B", "sun", "a=b;c", "%2B", "moon & sea", "12", ""};
    const QString name = QLatin1String(names[below(int(std::size(names)))]);
    last_ += QStringLiteral(" name ") + name;
    QTest::keyClicks(edit, name);
    static const Qt::Key ends[]{Qt::Key_Return, Qt::Key_Return, Qt::Key_Tab, Qt::Key_Escape};
    if (edit)
        QTest::keyClick(edit, ends[below(int(std::size(ends)))]);
}

/// A stroke over the figure; some are held still for a moment, some are taken back.
void RandomHand::strokeOn(QPointer<QWidget> plot)
{
    last_ += QStringLiteral(" stroke");
    QTest::mousePress(plot, Qt::LeftButton, {}, anyPoint(plot));
    for (int turns = below(8); turns > 0 && plot; --turns) {
        QTest::mouseMove(plot, anyPoint(plot));
        QCoreApplication::processEvents();
    }
    if (plot && below(12) == 0)
        QTest::qWait(stillMilliseconds);
    if (plot && below(10) == 0)
        QTest::keyClick(plot, Qt::Key_Escape);
    if (plot)
        QTest::mouseRelease(plot, Qt::LeftButton, {}, anyPoint(plot));
}

} // namespace tangent::tests
