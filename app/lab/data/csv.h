// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/lab/go_on.h"
#include "app/lab/table.h"

#include <QByteArray>

namespace tangent {

/// How a delimited file is read.
struct CsvOptions {
    enum class Header { Detect, Present, Absent };

    QString fileName;   ///< goes into the table's name and title; a path is cut off
    char separator = 0; ///< `,` `;` tab; 0: found by looking
    Header header = Header::Detect;
    int sampleRows = 0;                    ///< 0: all rows; else that many of them, drawn without replacement
    quint64 sampleSeed = 1;                ///< of the draw: the same seed, the same rows
    qint64 maximumBytes = qint64(1) << 30; ///< of the whole file; a sample may come from 4 times that
    qint64 maximumCells = 40'000'000;      ///< a single row always fits
    int maximumColumns = 16'384;
    GoOn goOn;
};

/// A table, or one sentence that says where the file cannot be read, why, and the cure.
struct CsvResult {
    TablePointer table; ///< null: see complaint
    QString complaint;
    QStringList notes;      ///< what was taken in a way that a person should know, a sentence each
    int sampleRows = 0;     ///< too large: the rows of a sample that fits; otherwise 0
    bool cancelled = false; ///< goOn() said no: neither table nor complaint
};

/// Reads comma, semicolon or tab separated values (RFC 4180) in UTF-8 or UTF-16.
///
/// Missing values: empty, NA, NaN, null, ?, -; infinite numbers count as missing. Where the separator is
/// no comma, columns may have decimal commas. Types: numbers, ISO dates, else words; few short words are a
/// Category, others Text. Whole numbers are codes of a Category where they are few (looksLikeCodes) and
/// the column stands last or is named as labels are (label, class, target, …). That column is the label.
/// Too large a file is refused with the sample that fits; a sample says so in its title and has a name of its
/// own. Numbers are held as doubles, because a file's 5.1 must come back as 5.1, words as codes of four
/// bytes. Rows shorter than the header are filled up with missing values; empty lines are skipped. Columns
/// without a name are called column-N; repeated names get -2, -3, … Row ids count the file's rows from 1.
CsvResult readCsv(const QByteArray& bytes, const CsvOptions& options = {});

/// `file:NAME@HASH`: the file's name without its path, and the first 12 hexadecimal digits of the SHA-256
/// of its bytes. Not percent-encoded.
QString fileTableName(const QString& fileName, const QByteArray& bytes);

} // namespace tangent
