// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/settle.h"
#include "app/lab/state_json.h"
#include "tests/fuzz/every_kind_lab.h"
#include "tests/fuzz/target.h"

namespace tangent::fuzz {

namespace {

void readFile(const QByteArray& bytes)
{
    static const EveryKindLab lab;
    DataCatalogue catalogue; // a new one, so that tables do not gather
    QString complaint;
    const auto request = readStateFile(bytes, catalogue, &complaint);
    require(request.has_value() || !complaint.isEmpty(), "a state or a sentence");
    if (!request)
        return;
    const Settled settled = settle(lab, *request, catalogue);
    const auto again = readStateFile(writeStateFile(settled), catalogue, &complaint);
    require(again.has_value(), "a written file can be read");
    Settled second = settle(lab, *again, catalogue);
    // A table is written as it was typed and named by its bytes: the second writing is the settled one.
    if (!settled.source || !settled.source->name.startsWith(QLatin1String("file:")))
        require(second.state.values == settled.state.values, "a written file is the same state");
}

} // namespace

} // namespace tangent::fuzz

TANGENT_FUZZ_TARGET("state-file", tangent::fuzz::readFile)
