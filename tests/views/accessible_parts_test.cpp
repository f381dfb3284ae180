// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/views/matrix_scenes.h"

using namespace tangent;
using namespace tangent::tests;

/// The parts of a view as a screen reader finds them.
class AccessiblePartsTest : public QObject {
    Q_OBJECT

private slots:
    /// Each is made once, whatever the order they are asked for in.
    void partsKeepTheirPlaces()
    {
        ShownMatrix shown(byHand());
        QAccessibleInterface* view = spoken(&shown.view);
        QAccessibleInterface* last = view->child(3);
        QCOMPARE(view->indexOfChild(last), 3);
        QCOMPARE(view->indexOfChild(view->child(1)), 1);
        QCOMPARE(view->child(3), last);
        QCOMPARE(view->indexOfChild(view), -1);
        QVERIFY(!view->child(4) && !view->child(-1));
    }

    void partsGoWithTheirView()
    {
        QAccessible::Id id = 0;
        {
            ShownMatrix shown(byHand());
            id = QAccessible::uniqueId(spoken(&shown.view)->child(3));
            QVERIFY(QAccessible::accessibleInterface(id));
        }
        QVERIFY(!QAccessible::accessibleInterface(id));
    }
};

TANGENT_TEST(AccessiblePartsTest)
#include "accessible_parts_test.moc"
