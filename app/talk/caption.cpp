// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/talk/caption.h"

#include "app/note/live_number.h"

namespace tangent {

namespace {

QString composed(const TalkStop& stop, const Scene& scene, bool html)
{
    QString all;
    for (const CaptionPart& part : stop.caption) {
        QString words = part.text;
        const Readout* readout = part.show.isEmpty() ? nullptr : scene.readout(part.show);
        if (readout) {
            const NumberPlace place = findNumber(words);
            words.replace(place.begin, place.length, shownReadout(*readout, place));
        }
        if (html)
            words = words.toHtmlEscaped();
        all += html && part.here ? QStringLiteral("<b>%1</b>").arg(words) : words;
    }
    return all.simplified();
}

} // namespace

QString captionWith(const TalkStop& stop, const Scene& scene)
{
    return composed(stop, scene, false);
}

QString captionHtml(const TalkStop& stop, const Scene& scene)
{
    return composed(stop, scene, true);
}

} // namespace tangent
