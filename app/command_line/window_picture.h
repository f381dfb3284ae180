// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/take_away/picture.h"

namespace tangent {

class DataCatalogue;

/// A PNG of the whole window at a state, taken when its final scene is shown.
QByteArray windowPictureOf(const Subject& subject, const PictureOptions& options, DataCatalogue& catalogue);

} // namespace tangent
