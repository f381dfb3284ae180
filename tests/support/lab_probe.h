// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/lab/compute.h"
#include "app/lab/data/catalogue.h"
#include "app/lab/registry.h"
#include "app/lab/settle.h"

#include <QTest>

#include <cmath>

namespace tangent::tests {

/// A lab's answer to a link: the state it settled to and its scene.
struct Probe {
    Settled state;
    Scene scene;

    /// The number of a readout; NaN when it is undefined or missing.
    double operator[](const char* readout) const
    {
        const Readout* found = scene.readout(QLatin1String(readout));
        return found ? found->number().value_or(std::nan("")) : std::nan("");
    }
    QString words(const char* readout) const
    {
        const Readout* found = scene.readout(QLatin1String(readout));
        const QString* text = found ? std::get_if<QString>(&found->value) : nullptr;
        return text ? *text : QString();
    }
    bool isUndefined(const char* readout) const
    {
        const Readout* found = scene.readout(QLatin1String(readout));
        return found && std::holds_alternative<std::monostate>(found->value);
    }
};

/// Settles and computes a link; complaints are in the state.
inline Probe probe(const QString& link)
{
    QString complaint;
    const auto request = readLink(link, &complaint);
    Probe answer;
    const Lab* lab = request ? findLab(request->topic) : nullptr;
    if (!lab) {
        answer.state.complaints.push_back({QStringLiteral("topic"), complaint + link});
        return answer;
    }
    answer.state = settle(*lab, *request, DataCatalogue::shared());
    Stages stages;
    answer.scene = computeScene(*lab, answer.state, stages);
    return answer;
}

} // namespace tangent::tests

/// A number within an absolute distance, with both in the failure message.
#define COMPARE_NEAR(actual, expected, distance)                                                             \
    do {                                                                                                     \
        const double actualNumber = (actual);                                                                \
        const double expectedNumber = (expected);                                                            \
        QVERIFY2(std::abs(actualNumber - expectedNumber) <= (distance),                                      \
            qPrintable(QStringLiteral("%1 where %2 belongs")                                                 \
                           .arg(actualNumber, 0, 'g', 12)                                                    \
                           .arg(expectedNumber, 0, 'g', 12)));                                               \
    } while (false)
