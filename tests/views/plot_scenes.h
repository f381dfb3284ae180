// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/views/plot_view.h"

#include <QMouseEvent>
#include <QTest>

namespace tangent::tests {

/// A plot on x −10…10, y −5…5, with a few points that are rows 100, 101, …
inline Figure planeFigure(std::vector<QPointF> places = {{-8, -4}, {-6, 3}, {5, 2}})
{
    Points points;
    for (size_t i = 0; i < places.size(); ++i) {
        points.x.push_back(places[i].x());
        points.y.push_back(places[i].y());
        points.rowIds.push_back(100 + int(i));
    }
    points.role = Role::Class0;
    Plot plot;
    plot.x.label = QStringLiteral("length");
    plot.x.unit = QStringLiteral("mm");
    plot.x.minimum = -10;
    plot.x.maximum = 10;
    plot.y.label = QStringLiteral("weight");
    plot.y.unit = QStringLiteral("g");
    plot.y.minimum = -5;
    plot.y.maximum = 5;
    plot.layers = {points};
    Figure figure;
    figure.key = QStringLiteral("plane");
    figure.title = QStringLiteral("The plane");
    figure.content = plot;
    return figure;
}

inline Handle pointHandle(const QString& id, const Target& x, const Target& y, QPointF at)
{
    Handle handle;
    handle.id = id;
    handle.label = id;
    handle.x = x;
    handle.y = y;
    handle.at = at;
    return handle;
}

inline Target cell(const QString& key, int row, int column)
{
    Target target;
    target.key = key;
    target.row = row;
    target.column = column;
    return target;
}

inline Target whole(const QString& key)
{
    return cell(key, -1, -1);
}

/// The view on the screen, with all intents that it sent; the values are followed as the program does.
class Stage {
public:
    Stage(const Figure& figure, const std::vector<Handle>& handles, const Values& values,
        const Parameters& parameters = {}, QSize size = {640, 480})
        : values(values)
    {
        view.resize(size);
        view.setParameters(parameters);
        view.followValues(values);
        view.showFigure(figure, handles);
        view.show();
        QObject::connect(&view, &FigureView::intent, &view, [this](const Intent& wanted) {
            intents.push_back(wanted);
            apply(wanted);
            view.followValues(this->values);
        });
        QObject::connect(&view, &FigureView::rowsHovered, &view,
            [this](const std::vector<int>& rowIds) { hovered.push_back(rowIds); });
        (void)QTest::qWaitForWindowExposed(&view);
    }

    QPoint pixel(double x, double y) const { return view.mapping().toPixel({x, y}).toPoint(); }

    void move(QPoint to, Qt::MouseButtons buttons = Qt::NoButton)
    {
        QMouseEvent event(QEvent::MouseMove, to, view.mapToGlobal(to), Qt::NoButton, buttons, Qt::NoModifier);
        QCoreApplication::sendEvent(&view, &event);
    }

    void drag(QPoint from, QPoint to, int steps = 5, bool release = true)
    {
        move(from);
        QTest::mousePress(&view, Qt::LeftButton, {}, from);
        for (int i = 1; i <= steps; ++i)
            move(from + (to - from) * i / steps, Qt::LeftButton);
        if (release)
            QTest::mouseRelease(&view, Qt::LeftButton, {}, to);
    }

    /// As if Tab had come from the widget before.
    void focusByTab()
    {
        view.activateWindow();
        view.clearFocus();
        view.setFocus(Qt::TabFocusReason);
        QTRY_VERIFY(view.hasFocus());
    }

    void wheel(QPoint at, int notches, Qt::KeyboardModifiers modifiers, bool* accepted = nullptr)
    {
        QWheelEvent event(at, view.mapToGlobal(at), {}, {0, 120 * notches}, Qt::NoButton, modifiers,
            Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&view, &event);
        if (accepted)
            *accepted = event.isAccepted();
    }

    PlotView view;
    Values values;
    std::vector<Intent> intents;
    std::vector<std::vector<int>> hovered;

private:
    void apply(const Intent& wanted)
    {
        values.insert(wanted.values);
        for (const CellWrite& write : wanted.cells) {
            if (write.key == QLatin1String("patch"))
                continue;
            Rows rows = tangent::rows(values.value(write.key));
            rows[size_t(write.row)][size_t(write.column)] = write.value;
            values.insert(write.key, rows);
        }
    }
};

} // namespace tangent::tests
