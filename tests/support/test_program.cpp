// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"

#include <QApplication>
#include <QTemporaryDir>

#include <vector>

namespace tangent::tests {

namespace {

std::vector<MakeTest>& registry()
{
    static std::vector<MakeTest> tests;
    return tests;
}

/// True when the arguments name no function, or one of this class: `test-lab toLink` runs the classes
/// that have it and passes over the others.
bool isWanted(const QObject& test, const QStringList& arguments)
{
    bool namesFunctions = false;
    for (const QString& argument : arguments.mid(1)) {
        if (argument.startsWith(QLatin1Char('-')))
            continue;
        namesFunctions = true;
        const QByteArray signature = argument.section(QLatin1Char(':'), 0, 0).toLatin1() + "()";
        if (test.metaObject()->indexOfMethod(signature.constData()) >= 0)
            return true;
    }
    return !namesFunctions;
}

} // namespace

bool registerTest(MakeTest make)
{
    registry().push_back(std::move(make));
    return true;
}

} // namespace tangent::tests

/// Runs every registered class; arguments go to Qt Test.
int main(int argc, char** argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QTemporaryDir home; // settings and files of a test stay out of the reader's own
    qputenv("XDG_CONFIG_HOME", home.path().toLocal8Bit());
    qputenv("XDG_DATA_HOME", home.path().toLocal8Bit());
    if (!qEnvironmentVariableIsSet("XDG_RUNTIME_DIR"))
        qputenv("XDG_RUNTIME_DIR", home.path().toLocal8Bit());
    QApplication application(argc, argv);
    application.setStyle(QStringLiteral("Fusion"));
    if (tangent::tests::registry().empty()) {
        qCritical("this program holds no test");
        return 1;
    }
    // Qt Test's own crash handler can hang for good; a crash that ends the program says as much.
    const QStringList arguments = application.arguments() + QStringList(QStringLiteral("-nocrashhandler"));
    int failures = 0;
    int classes = 0;
    for (const auto& make : tangent::tests::registry()) {
        const auto test = make();
        if (!tangent::tests::isWanted(*test, arguments))
            continue;
        failures += QTest::qExec(test.get(), arguments);
        ++classes;
    }
    if (classes == 0) {
        qCritical("no test has this name; -functions lists them");
        return 1;
    }
    return failures == 0 ? 0 : 1;
}
