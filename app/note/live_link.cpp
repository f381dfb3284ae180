// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/note/live_link.h"

#include "app/lab/link.h"

#include <QRegularExpression>

namespace tangent {

namespace {

std::optional<LiveLink> labLink(QString rest, QString* complaint)
{
    LiveLink link;
    link.kind = LiveLink::Kind::Lab;
    if (rest.startsWith(QLatin1Char('='))) {
        link.fromDefaults = true;
        rest.remove(0, 1);
    }
    const bool onlyDefaults = link.fromDefaults && rest.isEmpty();
    if (!onlyDefaults && !rest.startsWith(QLatin1Char('?'))) {
        *complaint = QStringLiteral("“lab:%1” is no lab link: write lab:?key=value or lab:=?key=value.")
                         .arg(rest.left(60));
        return std::nullopt;
    }
    link.query = rest.mid(1);
    Request request;
    readQuery(link.query, &request);
    if (!request.complaints.empty()) {
        *complaint = request.complaints.front().sentence;
        return std::nullopt;
    }
    if (!link.fromDefaults && link.query.isEmpty()) {
        *complaint = QStringLiteral("This lab link sets nothing; lab:= alone goes back to the defaults.");
        return std::nullopt;
    }
    return link;
}

std::optional<LiveLink> keyLink(LiveLink::Kind kind, const QString& key, QString* complaint)
{
    static const QRegularExpression form(QStringLiteral("^[a-z0-9-]+(\\.[a-z0-9-]+)?$"));
    if (!form.match(key).hasMatch()) {
        *complaint =
            QStringLiteral("“%1” is no key: keys are written in a–z, 0–9 and hyphens.").arg(key.left(60));
        return std::nullopt;
    }
    LiveLink link;
    link.kind = kind;
    link.key = key;
    return link;
}

} // namespace

std::optional<LiveLink> parseLiveLink(const QString& href, QString* complaint)
{
    const auto colon = href.indexOf(QLatin1Char(':'));
    const QString scheme = href.left(colon);
    const QString rest = href.mid(colon + 1);
    if (scheme == QLatin1String("lab"))
        return labLink(rest, complaint);
    if (scheme == QLatin1String("drag"))
        return keyLink(LiveLink::Kind::Drag, rest, complaint);
    if (scheme == QLatin1String("show"))
        return keyLink(LiveLink::Kind::Show, rest, complaint);
    if (scheme == QLatin1String("goal")) {
        const std::optional<Goal> goal = parseGoal(rest, complaint);
        if (!goal)
            return std::nullopt;
        LiveLink link;
        link.kind = LiveLink::Kind::Goal;
        link.goal = *goal;
        return link;
    }
    LiveLink link;
    link.address = href;
    if (scheme == QLatin1String("tangent")) {
        link.kind = LiveLink::Kind::Topic;
        const std::optional<Request> request = readLink(href, complaint);
        if (!request)
            return std::nullopt;
        if (!request->complaints.empty()) {
            *complaint = request->complaints.front().sentence;
            return std::nullopt;
        }
        return link;
    }
    if ((scheme == QLatin1String("http") || scheme == QLatin1String("https"))
        && rest.startsWith(QLatin1String("//"))) {
        link.kind = LiveLink::Kind::Web;
        return link;
    }
    *complaint = QStringLiteral(
        "“%1” is no link of a note: they begin with lab: drag: show: goal: tangent: or https://.")
                     .arg(href.left(60));
    return std::nullopt;
}

} // namespace tangent
