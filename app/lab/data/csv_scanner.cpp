// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/data/csv_scanner.h"

#include <algorithm>

namespace tangent {

namespace {

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && isBlank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isBlank(text.back()))
        text.remove_suffix(1);
    return text;
}

} // namespace

CsvScanner::CsvScanner(std::string_view text, char separator, int firstLine)
    : text_(text)
    , line_(firstLine)
    , separator_(separator)
{
}

void CsvScanner::skipEmptyLines()
{
    while (at_ < text_.size() && !cellIsOwed_ && (text_[at_] == '\n' || text_[at_] == '\r')) {
        const bool pair = text_[at_] == '\r' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n';
        at_ += pair ? 2 : 1;
        ++line_;
    }
}

/// At a separator, a line end or the end of the text: steps over it.
void CsvScanner::endCell(CsvCell* cell)
{
    cellIsOwed_ = false;
    cell->endsRow = true;
    if (at_ >= text_.size())
        return;
    const char c = text_[at_++];
    if (c == separator_ && c != '\0') {
        cell->endsRow = false;
        cellIsOwed_ = at_ >= text_.size();
        return;
    }
    if (c == '\r' && at_ < text_.size() && text_[at_] == '\n')
        ++at_;
    ++line_;
}

bool CsvScanner::next(CsvCell* cell)
{
    if (atEnd())
        return false;
    cell->line = line_;
    cell->unescaped = false;
    cell->quoted = false;
    size_t start = at_;
    while (start < text_.size() && text_[start] == ' ')
        ++start;
    if (start < text_.size() && text_[start] == '"') {
        at_ = start;
        return quotedCell(cell);
    }
    const char separator = separator_;
    size_t end = start;
    while (end < text_.size()) {
        const char c = text_[end];
        if ((c == separator && c != '\0') || c == '\n' || c == '\r')
            break;
        ++end;
    }
    cell->text = trimmed(text_.substr(start, end - start));
    at_ = end;
    endCell(cell);
    return true;
}

bool CsvScanner::quotedCell(CsvCell* cell)
{
    cell->quoted = true;
    const size_t opening = at_++;
    bool copied = false;
    size_t from = at_;
    for (;;) {
        const size_t mark = text_.find('"', at_);
        if (mark == std::string_view::npos) {
            unterminated_ = true;
            at_ = text_.size();
            cellIsOwed_ = false;
            return false;
        }
        at_ = mark + 1;
        if (at_ >= text_.size() || text_[at_] != '"')
            break;
        if (!copied)
            unescaped_.clear();
        copied = true;
        unescaped_.append(text_.substr(from, at_ - from)); // one mark of the two
        from = ++at_;
    }
    std::string_view body = text_.substr(from, at_ - 1 - from);
    for (size_t i = opening; i < at_; ++i) {
        const bool firstOfPair = text_[i] == '\r' && i + 1 < text_.size() && text_[i + 1] == '\n';
        line_ += (text_[i] == '\n' || text_[i] == '\r') && !firstOfPair;
    }
    size_t end = at_;
    while (end < text_.size() && text_[end] != '\n' && text_[end] != '\r'
        && (text_[end] != separator_ || separator_ == '\0'))
        ++end;
    const std::string_view behind = trimmed(text_.substr(at_, end - at_));
    at_ = end;
    if (copied || !behind.empty()) {
        if (!copied)
            unescaped_.clear();
        unescaped_.append(body).append(behind);
        body = unescaped_;
        cell->unescaped = true;
    }
    cell->text = body;
    endCell(cell);
    return true;
}

} // namespace tangent
