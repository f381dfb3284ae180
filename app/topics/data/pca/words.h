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

/// Digits after the point with which a share differs from 0 and from 1; -1: as many as it takes.
inline int shareDecimals(double share)
{
    if (share > 0.9995 && share < 1)
        return share > 0.99995 ? -1 : 4;
    return share > 0 && share < 0.0005 ? -1 : 3;
}

/// "PC1" for 0.
inline QString componentName(int index)
{
    return QStringLiteral("PC%1").arg(index + 1);
}

} // namespace tangent::components
