// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/talk/talk.h"

namespace tangent {

/// A talk on paper: a PDF, A4, in which every stop has its words, its picture drawn as vectors, what the
/// lab says about that state, the main readouts and the link that opens it. Stops whose topic does not
/// exist are left out.
QByteArray handoutOf(const Talk& talk, DataCatalogue& catalogue);

} // namespace tangent
