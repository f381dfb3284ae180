// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/settle.h"
#include "tests/fuzz/every_kind_lab.h"
#include "tests/fuzz/target.h"

namespace tangent::fuzz {

namespace {

/// A link, or a query alone, which is put behind the topic.
void readState(const QByteArray& bytes)
{
    static const EveryKindLab lab;
    static DataCatalogue catalogue;
    QString link = QString::fromUtf8(bytes);
    if (!link.contains(QLatin1Char('?')))
        link.prepend(QStringLiteral("every-kind?"));
    QString complaint;
    const auto request = readLink(link, &complaint);
    require(request.has_value() || !complaint.isEmpty(), "a link or a sentence");
    if (!request)
        return;
    const Settled settled = settle(lab, *request, catalogue);
    const QString written = writeLink(settled);
    if (written.toUtf8().size() > 64 << 10)
        return; // such a state goes in a file
    const auto again = readLink(written, &complaint);
    require(again.has_value(), "a written link can be read");
    const Settled second = settle(lab, *again, catalogue);
    require(second.state == settled.state, "a written link is the same state");
    require(writeLink(second) == written, "a written link is written the same");
}

} // namespace

} // namespace tangent::fuzz

TANGENT_FUZZ_TARGET("link", tangent::fuzz::readState)
