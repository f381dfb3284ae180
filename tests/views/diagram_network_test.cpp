// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/views/diagram_checks.h"
#include "tests/views/view_hands.h"
#include "widgets/views/diagram_edges.h"
#include "widgets/views/diagram_view.h"
#include "widgets/views/text.h"

#include <QLineEdit>

using namespace tangent;
using namespace tangent::tests;

namespace {

Field smallPicture()
{
    Field field;
    field.columns = field.rows = 8;
    field.values.assign(64, 0.5F);
    return field;
}

/// A network of layers, its weights in the cells of `edits`; units show pictures.
Diagram network(const std::vector<int>& layers)
{
    Diagram made;
    made.sideways = true;
    for (size_t layer = 0; layer < layers.size(); ++layer) {
        for (int unit = 0; unit < layers[layer]; ++unit) {
            Diagram::Node node;
            node.id = QString("%1-%2").arg(layer).arg(unit);
            node.at = QPointF(double(layer) / double(layers.size() - 1), (unit + 0.5) / layers[layer]);
            node.lines = QStringList{layer == 0 ? QString("sin x") : QString("h%1").arg(unit + 1)};
            node.picture = smallPicture();
            if (layer > 0) {
                node.target.key = "bias";
                node.target.number = 0.25;
            }
            made.nodes.push_back(node);
            for (int from = 0; layer > 0 && from < layers[layer - 1]; ++from) {
                Diagram::Edge edge;
                edge.from = QString("%1-%2").arg(layer - 1).arg(from);
                edge.to = node.id;
                edge.name = QString("weight from unit %1 to unit %2").arg(from + 1).arg(unit + 1);
                edge.width = 1 + 0.3 * from;
                edge.target.key = "edits";
                edge.target.row = int(made.edges.size());
                edge.target.column = 1;
                edge.target.number = 0.5;
                edge.target.also = {{"edits", Rows{{1.0, 0.5}}}};
                made.edges.push_back(edge);
            }
        }
    }
    return made;
}

Diagram walkOfGates()
{
    Diagram made;
    made.sideways = made.arrows = true;
    const QStringList first{"Explicit deny?", "Organisation (SCP)", "Resource policy", "Permission boundary",
        "Session policy", "Identity policy"};
    for (int gate = 0; gate < 6; ++gate) {
        Diagram::Node node;
        node.id = QString::number(gate);
        node.at = QPointF(gate / 5.0, 0.5);
        node.lines = QStringList{first[gate], "no statement matches this"};
        made.nodes.push_back(node);
        if (gate == 0)
            continue;
        Diagram::Edge edge;
        edge.from = QString::number(gate - 1);
        edge.to = node.id;
        made.edges.push_back(edge);
    }
    return made;
}

QStringList unfitting(const Diagram& diagram, QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    QPainter painter(&image);
    TextFitRecord record;
    paintDiagram(painter, QRectF(QPointF(), size), diagram, Theme::light());
    return record.unfitting();
}

struct Shown {
    explicit Shown(const Diagram& diagram, QSize size = {700, 300})
        : log(&view)
    {
        Figure figure;
        figure.content = diagram;
        view.resize(size);
        view.setParameters({Parameter::rowsOf("edits", "Edits", {},
            {{"unit", "Unit", false, 0, 99, true}, {"value", "Value", false, -5, 5, false}})});
        view.showFigure(figure, {});
    }

    QImage picture()
    {
        QImage image(view.size(), QImage::Format_RGB32);
        image.fill(Qt::white);
        view.render(&image);
        return image;
    }

    DiagramView view;
    IntentLog log;
};

} // namespace

class DiagramNetworkTest : public QObject {
    Q_OBJECT

private slots:
    /// The first layout of a window may come before it has a size.
    void networksWithoutRoomAreLaidOut()
    {
        for (const QSizeF size : {QSizeF(0, 0), QSizeF(3, 200), QSizeF(200, 3)}) {
            const Diagram diagram = network({7, 8, 8, 8, 1});
            QCOMPARE(
                DiagramGeometry::of(QRectF(QPointF(), size), diagram).nodes.size(), diagram.nodes.size());
        }
    }

    void networksFit_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("700 x 300") << QSize(700, 300);
        QTest::newRow("1200 x 500") << QSize(1200, 500);
    }
    void networksFit()
    {
        QFETCH(QSize, size);
        const Diagram diagram = network({7, 8, 8, 8, 1});
        const QRectF box(QPointF(), size);
        const DiagramGeometry geometry = DiagramGeometry::of(box, diagram);
        verifyApart(geometry, box);
        QCOMPARE(unfitting(diagram, size), QStringList());
        for (size_t node = 0; node < diagram.nodes.size(); ++node) {
            const DiagramGeometry::Node& placed = geometry.nodes[node];
            const QPointF at = diagram.nodes[node].at;
            QVERIFY(std::abs(placed.box.center().y() - at.y() * size.height()) < 2);
            const double free = size.width() - placed.box.width();
            QVERIFY(std::abs(placed.box.left() - at.x() * free) < 15);
            QVERIFY(placed.picture.width() >= 14);
            QCOMPARE(placed.picture.width(), placed.picture.height());
            QVERIFY(placed.box.contains(placed.picture));
        }
    }

    void lowNodesHavePicturesBesideTheirText()
    {
        const QSizeF size(540, 190);
        const Diagram diagram = network({7, 4, 1});
        const DiagramGeometry geometry = DiagramGeometry::of(QRectF(QPointF(), size), diagram);
        verifyApart(geometry, QRectF(QPointF(), size));
        QCOMPARE(unfitting(diagram, size.toSize()), QStringList());
        for (const DiagramGeometry::Node& placed : geometry.nodes) {
            QVERIFY(placed.picture.width() >= 16);
            QVERIFY(placed.box.contains(placed.picture));
            QVERIFY(placed.padding >= 3); // nothing crowds the border
            QVERIFY(placed.text.left() >= placed.picture.right());
        }
        const DiagramGeometry high = DiagramGeometry::of(QRectF(0, 0, 540, 500), diagram);
        QVERIFY(high.nodes[0].text == high.nodes[0].box);
        QVERIFY(high.nodes[0].picture.top() > high.nodes[0].box.top() + 10);
    }

    void aNodeIsSpokenByItsName()
    {
        Diagram diagram = network({2, 2});
        diagram.nodes[2].name = "bias of unit 1";
        Shown shown(diagram);
        QCOMPARE(shown.view.itemName(2), QStringLiteral("bias of unit 1"));
        QCOMPARE(shown.view.itemName(3), QStringLiteral("h2"));
    }

    void gatesFitARow_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("narrow") << QSize(560, 130);
        QTest::newRow("usual") << QSize(700, 110);
        QTest::newRow("wide") << QSize(1200, 90);
    }
    void gatesFitARow()
    {
        QFETCH(QSize, size);
        const QRectF box(QPointF(), size);
        const DiagramGeometry geometry = DiagramGeometry::of(box, walkOfGates());
        verifyApart(geometry, box);
        QCOMPARE(unfitting(walkOfGates(), size), QStringList());
        for (size_t gate = 1; gate < geometry.nodes.size(); ++gate) {
            QVERIFY(geometry.nodes[gate].lines.join(" ").contains("no statement matches this"));
            QVERIFY(geometry.nodes[gate].box.left() - geometry.nodes[gate - 1].box.right() >= 11.9);
            QVERIFY(std::abs(geometry.nodes[gate].box.center().y() - box.center().y()) < 1);
        }
    }

    void edgesLeaveToTheRight()
    {
        const QRectF from(0, 0, 40, 20);
        const QPainterPath path = edgePath(from, QRectF(100, 200, 40, 20), true);
        QCOMPARE(path.pointAtPercent(0), QPointF(40, 10));
        QCOMPARE(path.pointAtPercent(1), QPointF(100, 210));
        const QPainterPath back = edgePath(from, QRectF(-100, 0, 40, 20), true);
        QCOMPARE(back.pointAtPercent(0), QPointF(40, 10));
        QCOMPARE(back.pointAtPercent(1), QPointF(-100, 10));
    }

    void everyEdgeCanBeCaught()
    {
        const Diagram diagram = network({8, 8});
        Shown shown(diagram);
        QCOMPARE(shown.view.itemCount(), 16 + 64);
        for (int edge = 0; edge < 64; ++edge) {
            const int item = shown.view.itemOfEdge(edge);
            const QPointF middle = shown.view.itemBox(item).center();
            QCOMPARE(shown.view.itemAt(middle), item);
        }
        QCOMPARE(shown.view.itemAt(shown.view.itemBox(3).center()), 3); // nodes lie above edges
        Diagram mute = diagram;
        for (Diagram::Edge& edge : mute.edges) {
            edge.target = Target();
            edge.name.clear();
        }
        QCOMPARE(Shown(mute).view.itemCount(), 16);
    }

    void edgesAreDragged()
    {
        Shown shown(network({2, 2}));
        const int item = shown.view.itemOfEdge(3);
        const QPointF start = shown.view.itemBox(item).center() + QPointF(0, 3); // beside the line
        sendMouse(shown.view, QEvent::MouseButtonPress, start, Qt::LeftButton, 1000);
        for (int step = 1; step <= 5; ++step)
            sendMouse(shown.view, QEvent::MouseMove, start - QPointF(0, 4 * step), Qt::LeftButton,
                1000 + 100 * step);
        sendMouse(shown.view, QEvent::MouseButtonRelease, start - QPointF(0, 20), Qt::NoButton, 1700);
        QCOMPARE(shown.log.phases(), QStringLiteral("BMMMME"));
        QCOMPARE(rows(shown.log.all[0].values.value("edits")), (Rows{{1.0, 0.5}}));
        const CellWrite& write = shown.log.last().cells[0];
        QCOMPARE(write.row, 3);
        QCOMPARE(write.column, 1);
        QVERIFY(std::abs(cellNumber(write.value) - 0.55) < 1e-9);
    }

    void edgesAndNodesAreTyped()
    {
        Shown shown(network({2, 2}));
        QVERIFY(present(shown.view));
        const int item = shown.view.itemOfEdge(1);
        QTest::mouseDClick(&shown.view, Qt::LeftButton, {}, shown.view.itemBox(item).center().toPoint());
        QLineEdit* field = shown.view.findChild<QLineEdit*>();
        QVERIFY(field && field->isVisible());
        QTest::keyClicks(field, "-1.25");
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(shown.log.last().cells[0].row, 1);
        QCOMPARE(cellNumber(shown.log.last().cells[0].value), -1.25);
        shown.view.setFocusItem(2); // a hidden unit: its bias
        QTest::keyClick(&shown.view, Qt::Key_Return);
        QVERIFY(field->isVisible());
        QCOMPARE(field->text(), QStringLiteral("0.25"));
        QTest::keyClicks(field, "3");
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(number(shown.log.lastValue("bias")), 3.0);
    }

    void keysWalkAlongEdges()
    {
        Shown shown(network({2, 2}));
        QVERIFY(present(shown.view));
        shown.view.setFocus(Qt::TabFocusReason);
        QCOMPARE(shown.view.focusItem(), 0);
        QTest::keyClick(&shown.view, Qt::Key_Right); // the straight edge to the unit opposite
        QCOMPARE(shown.view.focusItem(), shown.view.itemOfEdge(0));
        QSet<int> met{shown.view.focusItem()};
        for (int key = 0; key < 3; ++key) {
            QTest::keyClick(&shown.view, Qt::Key_Down);
            met.insert(shown.view.focusItem());
        }
        QCOMPARE(met.size(), 4); // all four edges between the two layers
        QTest::keyClick(&shown.view, Qt::Key_Right);
        QCOMPARE(shown.view.focusItem(), 3);
        QTest::keyClick(&shown.view, Qt::Key_Up);
        QCOMPARE(shown.view.focusItem(), 2);
        QTest::keyClick(&shown.view, Qt::Key_Plus);
        QVERIFY(number(shown.log.lastValue("bias")) > 0.25);
    }

    void edgesAreSpoken()
    {
        Shown shown(network({2, 2}));
        const int item = shown.view.itemOfEdge(2);
        QAccessibleInterface* edge = spoken(&shown.view)->child(item);
        QCOMPARE(edge->text(QAccessible::Name), QStringLiteral("weight from unit 1 to unit 2"));
        QCOMPARE(edge->text(QAccessible::Value).toDouble(), 0.5);
        QAccessibleValueInterface* value = edge->valueInterface();
        QVERIFY(value);
        QCOMPARE(value->minimumValue().toDouble(), -5.0);
        QCOMPARE(value->maximumValue().toDouble(), 5.0);
        value->setCurrentValue(2.5);
        QCOMPARE(cellNumber(shown.log.last().cells[0].value), 2.5);
        QCOMPARE(shown.log.last().cells[0].row, 2);
    }

    void theHandLightsEdges()
    {
        Shown shown(network({2, 2}));
        const QImage plain = shown.picture();
        hover(shown.view, shown.view.itemBox(0).center());
        const QImage lit = shown.picture();
        for (int edge = 0; edge < 4; ++edge) {
            const QRect at = shown.view.itemBox(shown.view.itemOfEdge(edge)).toRect();
            const bool changed = plain.copy(at) != lit.copy(at);
            QCOMPARE(changed, edge == 0 || edge == 2); // those that leave the first unit
        }
        leave(shown.view);
        QCOMPARE(shown.picture(), plain);
    }

    void newPicturesAreShown()
    {
        Diagram diagram = network({1, 1});
        Shown shown(diagram);
        const QImage before = shown.picture();
        diagram.nodes[0].picture->values.assign(64, 1.0F);
        Figure figure;
        figure.content = diagram;
        shown.view.showFigure(figure, {});
        QVERIFY(shown.picture() != before);
    }
};

TANGENT_TEST(DiagramNetworkTest)
#include "diagram_network_test.moc"
