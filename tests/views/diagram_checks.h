// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/test_program.h"
#include "widgets/views/diagram_geometry.h"

namespace tangent::tests {

/// All nodes lie in the box, none on another.
inline void verifyApart(const DiagramGeometry& geometry, const QRectF& box)
{
    for (size_t a = 0; a < geometry.nodes.size(); ++a) {
        QVERIFY(box.adjusted(-0.1, -0.1, 0.1, 0.1).contains(geometry.nodes[a].box));
        for (size_t b = a + 1; b < geometry.nodes.size(); ++b)
            QVERIFY2(!geometry.nodes[a].box.intersects(geometry.nodes[b].box),
                qPrintable(QString("%1 and %2").arg(a).arg(b)));
    }
}

} // namespace tangent::tests
