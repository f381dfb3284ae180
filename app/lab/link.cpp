// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/link.h"

#include "app/lab/link_text.h"

#include <QRegularExpression>
#include <QSet>

namespace tangent {

namespace {

bool isReserved(const QString& key)
{
    return key == QLatin1String("seed") || key == QLatin1String("step");
}

} // namespace

std::optional<Request> readLink(const QString& link, QString* complaint)
{
    if (link.toUtf8().size() > maximumLinkBytes) {
        *complaint = QStringLiteral("The link is longer than 64 KiB; keep such a state in a file.");
        return std::nullopt;
    }
    QString rest = link.trimmed();
    if (rest.startsWith(QLatin1String("tangent:")))
        rest.remove(0, 8);
    const auto mark = rest.indexOf(QLatin1Char('?'));
    Request request;
    request.topic = mark < 0 ? rest : rest.left(mark);
    static const QRegularExpression topicForm(QStringLiteral("^[a-z0-9-]+$"));
    if (!topicForm.match(request.topic).hasMatch()) {
        *complaint = QStringLiteral("“%1” is no link: a link is a topic, then ?key=value pairs joined by &.")
                         .arg(link.left(60));
        return std::nullopt;
    }
    if (mark >= 0)
        readQuery(rest.mid(mark + 1), &request);
    return request;
}

void readQuery(const QString& query, Request* request)
{
    static const QRegularExpression keyForm(QStringLiteral("^[a-z0-9-]+(\\.[a-z0-9-]+)?$"));
    const QStringList pairs = query.split(QLatin1Char('&'), Qt::SkipEmptyParts);
    QSet<QString> seen;
    for (const QString& pair : pairs) {
        const auto equals = pair.indexOf(QLatin1Char('='));
        const QString key = equals < 0 ? pair : pair.left(equals);
        if (equals < 0 || !keyForm.match(key).hasMatch()) {
            request->complaints.push_back(
                {key.left(60), QStringLiteral("“%1” is not of the form key=value.").arg(pair.left(60))});
            continue;
        }
        if (seen.contains(key))
            request->complaints.push_back(
                {key, QStringLiteral("%1: the key stands twice; the last one counts.").arg(key)});
        seen.insert(key);
        if (key == QLatin1String("v")) {
            if (pair.mid(equals + 1) != QLatin1String("1"))
                request->complaints.push_back(
                    {key, QStringLiteral("v: this link is of a newer format; this program knows format 1.")});
            continue;
        }
        request->encoded[key] = pair.mid(equals + 1);
    }
}

QString writeLink(const Settled& settled)
{
    QStringList pairs;
    const Values& chosen = settled.state.values;
    const auto add = [&](const QString& key) {
        const auto found = chosen.constFind(key);
        if (found == chosen.constEnd())
            return;
        const Parameter* parameter = findParameter(settled.parameters, key);
        const bool atEnd = parameter && parameter->kind == Parameter::Kind::Step && number(*found) == endStep;
        pairs << key + QLatin1Char('=') + (atEnd ? QStringLiteral("end") : encodeValue(*found));
    };
    QStringList generatorKeys;
    for (const Parameter& parameter : settled.parameters) {
        if (parameter.key.startsWith(QLatin1String("data.")))
            generatorKeys << parameter.key;
        else if (!isReserved(parameter.key))
            add(parameter.key);
    }
    add(QStringLiteral("data"));
    for (const QString& key : std::as_const(generatorKeys))
        add(key);
    for (auto role = settled.roles.constBegin(); role != settled.roles.constEnd(); ++role)
        add(role.key());
    QStringList types;
    for (const QString& item : list(chosen.value(QStringLiteral("types"))))
        types << encodeText(item);
    if (!types.isEmpty())
        pairs << QStringLiteral("types=") + types.join(QLatin1Char(','));
    if (const QString patch = text(chosen.value(QStringLiteral("patch"))); !patch.isEmpty())
        pairs << QStringLiteral("patch=") + patch; // kept as links write it
    add(QStringLiteral("seed"));
    add(QStringLiteral("step"));
    return QStringLiteral("tangent:") + settled.state.topic
        + (pairs.isEmpty() ? QString() : QLatin1Char('?') + pairs.join(QLatin1Char('&')));
}

} // namespace tangent
