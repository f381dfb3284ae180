// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/topics/aws-data/kinesis_data_streams/stream_run.h"

namespace tangent::kinesis {

/// Where the load axis ends: the same for all seconds, so that it stands still while a run plays.
double loadAxisEnd(const Shown& shown);

/// The same for records per second in the figure of the rate curve.
double rateAxisEnd(const Shown& shown);

} // namespace tangent::kinesis
