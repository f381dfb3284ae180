// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace tangent {
struct Preset;
}

namespace tangent::iam {

/// The statements of AmazonSageMakerFullAccess that speak of SageMaker itself and of S3, shortened:
/// geospatial and access-list actions and a second tag are left out.
QString broadPolicy();

std::vector<Preset> presets();

} // namespace tangent::iam
