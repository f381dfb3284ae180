// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "algorithms/policy/json_document.h"

#include <map>

namespace tangent::policy {

/// What is known about a request beside who asks for what: condition keys and their values. Names of keys
/// know no case (IAM User Guide, "IAM JSON policy elements: Condition").
class TANGENT_API Context {
public:
    using Values = std::vector<std::string>;

    /// The values of a key; null when the request carries no such key.
    const Values* find(std::string_view key) const;
    void set(std::string_view key, Values values);
    /// Sets a key that the request does not carry yet.
    void fill(std::string_view key, Values values);

private:
    std::map<std::string, Values> values_; ///< by key in lower case
};

struct ContextText {
    Context context;
    std::vector<Problem> problems;
};

/// Reads `{"aws:SourceIp": "203.0.113.5", "aws:TagKeys": ["a", "b"]}`; an empty text is an empty context.
TANGENT_API ContextText readContext(std::string_view text);

TANGENT_API std::string lowerCase(std::string_view text); ///< ASCII letters only
TANGENT_API bool isBlank(std::string_view text);

} // namespace tangent::policy
