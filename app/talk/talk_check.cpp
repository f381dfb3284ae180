// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/compute.h"
#include "app/lab/registry.h"
#include "app/lab/settle.h"
#include "app/talk/prediction.h"
#include "app/talk/talk.h"

#include <algorithm>

namespace tangent {

std::vector<NoteComplaint> checkTalk(const Talk& talk, DataCatalogue& catalogue)
{
    std::vector<NoteComplaint> found;
    const auto complain = [&](int line, const QString& sentence) {
        const NoteComplaint complaint{line, sentence};
        if (std::find(found.begin(), found.end(), complaint)
            == found.end()) // stops of an item share its words
            found.push_back(complaint);
    };
    Stages stages;
    for (const TalkStop& stop : talk.stops) {
        QString sentence;
        const auto request = readLink(stop.link(), &sentence);
        const Lab* lab = request ? findLab(request->topic, &sentence) : nullptr;
        if (!lab) {
            complain(stop.line, sentence);
            continue;
        }
        const Settled settled = settle(*lab, *request, catalogue);
        for (const Complaint& complaint : settled.complaints)
            complain(stop.line, complaint.sentence);
        const Scene scene = computeScene(*lab, settled, stages);
        for (const CaptionPart& part : stop.caption) {
            if (part.here || part.show.isEmpty() || scene.readout(part.show))
                continue;
            complain(stop.line, QStringLiteral("show:%1 names no readout of %2.").arg(part.show, stop.topic));
        }
        if (!stop.ask.isEmpty() && !questionAt(scene, stop.ask))
            complain(stop.line,
                QStringLiteral("predict:%1 names no readout, handle or figure of %2.")
                    .arg(stop.ask, stop.topic));
    }
    return found;
}

} // namespace tangent
