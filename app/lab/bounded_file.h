// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace tangent {

/// Bounds of the files that are read, each well above what people write.
inline constexpr qint64 largestStateFile = qint64(64) << 20;
inline constexpr qint64 largestTextFile = qint64(1) << 20; ///< notes and talks
inline constexpr qint64 largestTableFile = qint64(1) << 30;
inline constexpr qint64 largestSampledFile = 4 * largestTableFile; ///< readCsv: above the other a sample

/// The bytes of a file of at most `most` bytes; otherwise nothing and a sentence. Reads no further than that
/// where a file has no size of its own or grows.
std::optional<QByteArray> readFileUpTo(const QString& path, qint64 most, QString* complaint);

} // namespace tangent
