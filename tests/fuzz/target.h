// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <stdexcept>
#include <vector>

namespace tangent::fuzz {

/// One reader of what comes from outside, with what must hold of its answer whatever the bytes are.
/// Under libFuzzer each file is a program of its own; in the replay all of them are in one.
struct Target {
    const char* name; ///< also the folder of its corpus
    void (*run)(const QByteArray& bytes);
};

std::vector<Target>& targets();
bool addTarget(const Target& target);

/// Ends a run: what was promised of a reader does not hold.
inline void require(bool holds, const char* promise)
{
    if (!holds)
        throw std::logic_error(promise);
}

} // namespace tangent::fuzz

#ifdef TANGENT_LIBFUZZER
#define TANGENT_FUZZ_TARGET(name, function)                                                                  \
    extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, size_t size)                            \
    {                                                                                                        \
        function(QByteArray(reinterpret_cast<const char*>(data), qsizetype(size)));                          \
        return 0;                                                                                            \
    }
#else
#define TANGENT_FUZZ_TARGET(name, function)                                                                  \
    [[maybe_unused]] static const bool added = tangent::fuzz::addTarget({name, function});
#endif
