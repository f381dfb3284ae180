// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "algorithms/api.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace tangent::language {

/// Cuts a text (UTF-8) into lower-case words: the longest runs of letters, numbers and underscores of any
/// script, at least two characters long unless one-letter words count. That is the default rule of
/// scikit-learn's vectorisers, the expression \b\w\w+\b. Characters are lowered one by one; bytes that are
/// no UTF-8 part words, as combining marks do.
class TANGENT_API Tokeniser {
public:
    /// The text has to outlive the tokeniser.
    Tokeniser(std::string_view text, bool oneLetterWords);

    /// Goes to the next word; false when there is none.
    bool next();

    /// The word in lower case; valid until next().
    std::string_view word() const { return word_; }
    /// Where the word stands in the text, in bytes.
    std::size_t from() const { return from_; }
    std::size_t length() const { return at_ - from_; }

private:
    std::string_view text_;
    std::size_t leastLetters_;
    std::size_t at_ = 0;
    std::size_t from_ = 0;
    std::string word_;
};

} // namespace tangent::language
