// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace tangent {

/// One cell as it stands in the file.
struct CsvCell {
    std::string_view text;  ///< without quotation marks and outer blanks; valid until the next cell is read
    bool unescaped = false; ///< `text` lies in the scanner's own memory, not in the file's
    bool quoted = false;
    bool endsRow = false;
    int line = 1; ///< where it starts, from 1
};

/// Splits delimited text (RFC 4180) into cells. Rows end at LF, CR LF or CR. A quoted cell may hold
/// separators and line ends, and doubled quotation marks for one; what follows its closing mark up to the
/// separator is kept. A quotation mark inside an unquoted cell is an ordinary character.
class CsvScanner {
public:
    /// `separator` 0: every line is one cell. `firstLine` is the number of the text's first line.
    CsvScanner(std::string_view text, char separator, int firstLine = 1);

    /// Reads the next cell. False at the end of the text, or at a quotation mark that is never closed.
    bool next(CsvCell* cell);

    /// Skips line ends: rows with nothing in them are no rows.
    void skipEmptyLines();

    bool atEnd() const { return at_ >= text_.size() && !cellIsOwed_; }
    bool isUnterminated() const { return unterminated_; }
    int line() const { return line_; }
    /// Bytes of the text that are read.
    size_t offset() const { return at_; }

private:
    void endCell(CsvCell* cell);
    bool quotedCell(CsvCell* cell);

    std::string_view text_;
    std::string unescaped_;
    size_t at_ = 0;
    int line_;
    char separator_;
    bool cellIsOwed_ = false; ///< the text ended right behind a separator
    bool unterminated_ = false;
};

} // namespace tangent
