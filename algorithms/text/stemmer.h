// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "algorithms/api.h"

#include <string_view>

struct sb_stemmer;

namespace tangent::language {

/// The Snowball stemmer for English (Porter's second one), of libstemmer. A stem is what is left of a
/// word's endings; it need not be a word: "learnability" becomes "learnabl". One thread at a time may use
/// one stemmer.
class TANGENT_API Stemmer {
public:
    /// Throws std::runtime_error where the library lacks English.
    Stemmer();
    ~Stemmer();
    Stemmer(const Stemmer&) = delete;
    Stemmer& operator=(const Stemmer&) = delete;

    /// The stem of a lower-case word in UTF-8; valid until the next call.
    std::string_view stem(std::string_view word);

private:
    sb_stemmer* stemmer_;
};

} // namespace tangent::language
