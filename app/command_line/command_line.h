// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/command_line/session.h"

namespace tangent {

/// True when these arguments (program name left out) name a command that needs no display; a first
/// argument that is a link, a file or nothing opens the window instead.
bool isCommand(const QStringList& arguments);

/// Runs a command and returns its exit code; what it says goes to the streams.
int runCommand(const QStringList& arguments, DataCatalogue& catalogue, Streams* streams);

// The commands, each in a file of its own.
int runTopics(const QStringList& arguments, DataCatalogue& catalogue, Streams* streams);
int runRead(const QStringList& arguments, DataCatalogue& catalogue, Streams* streams);
int runRender(const QStringList& arguments, DataCatalogue& catalogue, Streams* streams);
int runGallery(const QStringList& arguments, DataCatalogue& catalogue, Streams* streams);
int runExport(const QStringList& arguments, DataCatalogue& catalogue, Streams* streams);
int runCheck(const QStringList& arguments, DataCatalogue& catalogue, Streams* streams);
int runHandout(const QStringList& arguments, DataCatalogue& catalogue, Streams* streams);

/// Parses the words after a command; nothing (and the exit code) when --help was asked or they are wrong.
bool parseCommand(QCommandLineParser* parser, const QStringList& arguments, int positionals, Streams* streams,
    int* exitCode);

} // namespace tangent
