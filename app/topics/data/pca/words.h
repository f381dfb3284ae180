// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>

namespace tangent::components {

/// Interface text of this lab, through the translator.
inline QString tr(const char* text)
{
    return QCoreApplication::translate("Pca", text);
}

/// "PC1" for 0.
inline QString componentName(int index)
{
    return QStringLiteral("PC%1").arg(index + 1);
}

} // namespace tangent::components
