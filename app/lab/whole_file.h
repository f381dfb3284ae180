// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/lab/go_on.h"

#include <QByteArrayView>
#include <QString>

#include <initializer_list>

namespace tangent {

/// Replaces the file `path` by these parts, one after the other, as a whole: whatever happens meanwhile, the
/// old file or the new one stands there. Returns a sentence when it is not written, be it that it cannot or
/// that `goOn` ended it, and then leaves the old one.
QString writeWholeFile(
    const QString& path, std::initializer_list<QByteArrayView> parts, const GoOn& goOn = {});

} // namespace tangent
