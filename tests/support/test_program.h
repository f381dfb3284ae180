// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>

#include <functional>
#include <memory>

namespace tangent::tests {

using MakeTest = std::function<std::unique_ptr<QObject>()>;

/// Adds a test class to the program that its file is linked into.
bool registerTest(MakeTest make);

} // namespace tangent::tests

/// Written once at the end of a test file, before it includes its moc output.
#define TANGENT_TEST(Class)                                                                                  \
    [[maybe_unused]] static const bool registered##Class =                                                   \
        tangent::tests::registerTest([] { return std::make_unique<Class>(); });
