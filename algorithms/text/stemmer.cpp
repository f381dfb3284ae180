// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/text/stemmer.h"

#include <libstemmer.h>

#include <stdexcept>

namespace tangent::language {

Stemmer::Stemmer()
    : stemmer_(sb_stemmer_new("english", "UTF_8"))
{
    if (!stemmer_)
        throw std::runtime_error("libstemmer has no English stemmer");
}

Stemmer::~Stemmer()
{
    sb_stemmer_delete(stemmer_);
}

std::string_view Stemmer::stem(std::string_view word)
{
    const sb_symbol* made = sb_stemmer_stem(
        stemmer_, reinterpret_cast<const sb_symbol*>(word.data()), static_cast<int>(word.size()));
    if (!made) // out of memory inside the library
        return word;
    return {reinterpret_cast<const char*>(made), static_cast<std::size_t>(sb_stemmer_length(stemmer_))};
}

} // namespace tangent::language
