// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/lab/compute.h"
#include "app/lab/settle.h"
#include "app/take_away/subject.h"

#include <QCommandLineParser>

#include <optional>

namespace tangent {

/// What the commands print to, so that tests can read it.
struct Streams {
    QString out;
    QString err;
};

/// Ends of a command: contracts of the command line.
inline constexpr int exitDone = 0;
inline constexpr int exitMachine = 1; ///< something could not be written
inline constexpr int exitInput = 2;   ///< the sentence on standard error says what was wrong

/// A link together with --data, --sample, --features, --label, --role, --set, --set-file and --lenient.
void addInputOptions(QCommandLineParser* parser);

/// Resolves link and options. Writes one sentence per complaint to `err`; without --lenient any complaint
/// ends the command (nothing is returned).
std::optional<Subject> subjectOf(
    const QString& linkOrFile, const QCommandLineParser& parser, DataCatalogue& catalogue, Streams* streams);

/// Writes bytes atomically; a sentence on failure.
bool writeFile(const QString& path, const QByteArray& bytes, Streams* streams);

/// Reads a whole file; a sentence on failure.
std::optional<QByteArray> readFile(const QString& path, Streams* streams);

} // namespace tangent
