// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "algorithms/random/random.h"
#include "app/window/main_window.h"
#include "widgets/views/plot_view.h"

#include <QTemporaryDir>
#include <QTimer>

#include <functional>

namespace tangent::tests {

/// A seeded user of the real window: clicks, drags, keys, wheel, drops, sizes, looks, talks, twins, sweeps,
/// undo, strokes of drawing, the pens and their strip, the search, presets, a note's links, other data. It
/// never accepts a dialog: those that open are turned away.
class RandomHand : public QObject {
    Q_OBJECT

public:
    RandomHand(MainWindow& window, std::uint64_t seed);

    /// One thing that a hand does, then what follows from it at once.
    void act();
    /// What was done last, for a report.
    const QString& last() const { return last_; }
    /// Ends talk, sweep, playing and dialogs, and waits until the scene of the state is shown.
    void rest();
    /// Undoes everything that can be undone.
    void undoAll();

private:
    struct Kind {
        const char* name;
        int weight;
        void (RandomHand::*run)();
    };
    static const std::vector<Kind>& kinds();

    void click();
    void pressButton();
    void drag();
    void dragHandle();
    void key();
    void shortcut();
    void wheel();
    void drop();
    void size();
    void look();
    void present();
    void topic();
    void search();
    void noteLink();
    void preset();
    void otherData();
    void value();
    void popup();
    void draw();
    void drawRows();
    void twin();
    void sweep();
    void change(Experiment& experiment);

    PlotView* drawnPlot();
    void penKeys(QPointer<QWidget> plot);
    void useStrip();
    void walkInMenu();
    void addShape();
    void nameClass(QPointer<QWidget> plot);
    void strokeOn(QPointer<QWidget> plot);

    int below(int count) { return int(random_.below(std::uint64_t(count))); }
    QWidget* anyWidget(const std::function<bool(QWidget*)>& wanted = {});
    QPoint anyPoint(const QWidget* widget);
    void dragOn(QWidget* widget, QPoint from, QPoint to);
    void turnAwayDialogs();
    void send(const QString& keys);

    MainWindow& window_;
    Random random_;
    QTemporaryDir files_;
    QTimer dialogs_;
    QString last_;
};

} // namespace tangent::tests
