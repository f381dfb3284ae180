// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/note/note_check.h"

#include "app/lab/compute.h"
#include "app/lab/registry.h"
#include "app/lab/settle.h"
#include "app/note/live_link.h"

#include <algorithm>

namespace tangent {

namespace {

/// One walk over the links of a note.
class NoteCheck {
public:
    NoteCheck(const Note& note, const Lab& lab, DataCatalogue& catalogue)
        : note_(note)
        , lab_(lab)
        , catalogue_(catalogue)
        , defaults_(settle(lab, {}, catalogue))
        , scene_(computeScene(lab, defaults_, stages_))
    {
    }

    std::vector<NoteComplaint> complaints()
    {
        const NoteText text = liftFormulas(note_.body, note_.bodyLine);
        for (const NoteLink& link : findLinks(note_.body, text, note_.bodyLine))
            checkLink(link);
        checkChallenge();
        return std::move(found_);
    }

private:
    void complain(int line, const QString& sentence) { found_.push_back({line, sentence}); }

    void checkQuery(int line, const Lab& lab, const QString& query)
    {
        Request request;
        request.topic = lab.info().id;
        readQuery(query, &request);
        for (const Complaint& complaint : settle(lab, request, catalogue_).complaints)
            complain(line, complaint.sentence);
    }

    bool isKey(const QString& key) const
    {
        return scene_.readout(key) || findParameter(defaults_.parameters, key)
            || key == QLatin1String("data");
    }

    void checkLink(const NoteLink& link)
    {
        QString sentence;
        const auto parsed = parseLiveLink(link.href, &sentence);
        if (!parsed) {
            complain(link.line, sentence);
            return;
        }
        switch (parsed->kind) {
        case LiveLink::Kind::Lab:
            checkQuery(link.line, lab_, parsed->query);
            break;
        case LiveLink::Kind::Drag:
            if (!findParameter(defaults_.parameters, parsed->key))
                complain(link.line,
                    QStringLiteral("drag:%1 names no parameter of %2.").arg(parsed->key, lab_.info().id));
            break;
        case LiveLink::Kind::Show:
            if (!scene_.readout(parsed->key))
                complain(link.line,
                    QStringLiteral("show:%1 names no readout of %2.").arg(parsed->key, lab_.info().id));
            break;
        case LiveLink::Kind::Goal:
            for (const Condition& condition : parsed->goal.conditions) {
                if (!isKey(condition.key))
                    complain(link.line,
                        QStringLiteral("The challenge names “%1”, which %2 does not have.")
                            .arg(condition.key, lab_.info().id));
            }
            break;
        case LiveLink::Kind::Topic:
            checkTopic(link.line, parsed->address);
            break;
        case LiveLink::Kind::Web:
            break;
        }
    }

    void checkTopic(int line, const QString& address)
    {
        QString sentence;
        const auto request = readLink(address, &sentence);
        const Lab* lab = request ? findLab(request->topic) : nullptr;
        if (!lab) {
            complain(
                line, request ? QStringLiteral("There is no topic “%1”.").arg(request->topic) : sentence);
            return;
        }
        for (const Complaint& complaint : settle(*lab, *request, catalogue_).complaints)
            complain(line, complaint.sentence);
    }

    void checkChallenge()
    {
        if (note_.challenge.isEmpty()) {
            complain(1, QStringLiteral("The note has no challenge."));
            return;
        }
        QString sentence;
        const auto goal = parseGoal(note_.challenge, &sentence);
        if (!goal) {
            complain(1, sentence);
            return;
        }
        if (holds(*goal, lookupIn(scene_, defaults_.values)))
            complain(1, QStringLiteral("The challenge is met at the defaults already."));
        Request request;
        request.topic = lab_.info().id;
        readQuery(note_.solution, &request);
        const Settled solved = settle(lab_, request, catalogue_);
        for (const Complaint& complaint : solved.complaints)
            complain(1, QStringLiteral("The solution: ") + complaint.sentence);
        const Scene scene = computeScene(lab_, solved, stages_);
        if (!holds(*goal, lookupIn(scene, solved.values)))
            complain(1, QStringLiteral("The solution does not meet the challenge."));
    }

    const Note& note_;
    const Lab& lab_;
    DataCatalogue& catalogue_;
    Stages stages_;
    Settled defaults_;
    Scene scene_;
    std::vector<NoteComplaint> found_;
};

} // namespace

std::vector<NoteComplaint> checkNote(const Note& note, const Lab& lab, DataCatalogue& catalogue)
{
    return NoteCheck(note, lab, catalogue).complaints();
}

} // namespace tangent
