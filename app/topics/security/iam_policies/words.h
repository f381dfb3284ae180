// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "algorithms/policy/evaluation.h"

#include <QCoreApplication>
#include <QString>

namespace tangent::iam {

/// Interface text of this lab, through the translator.
inline QString tr(const char* text)
{
    return QCoreApplication::translate("IamPolicies", text);
}

/// The parameter that holds a policy's text: also its name in readouts and tables.
QString keyOf(policy::Source source);
/// "identity policy", "organisation policy": in the middle of a sentence.
QString nameOf(policy::Source source);
/// The same as a heading.
QString titleOf(policy::Source source);
/// The token of a gate: its policy's key, or explicit-deny.
QString tokenOf(policy::Gate gate);
QString titleOf(policy::Gate gate);
/// One or two words for the gate's node: "silent", "not set".
QString wordOf(policy::Outcome outcome);
QString tokenOf(policy::Outcome outcome);
QString tokenOf(policy::Decision decision);

/// The operation of an action, which is what a reader looks for: GetObject.
QString operationOf(const QString& action);

} // namespace tangent::iam
