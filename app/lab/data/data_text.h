// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace tangent {

/// The translation context of everything that tables say to a person: titles, labels, complaints.
struct DataText {
    Q_DECLARE_TR_FUNCTIONS(tangent::DataText)
};

} // namespace tangent
