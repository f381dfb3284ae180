// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/settings.h"

#include <QCoreApplication>
#include <QStringList>

namespace tangent {

namespace {

const QStringList& lookNames()
{
    static const QStringList names{QStringLiteral("system"), QStringLiteral("light"), QStringLiteral("dark")};
    return names;
}

QString challengeKey(const QString& topic)
{
    return QStringLiteral("challenges/") + topic;
}

QString solutionKey(const QString& topic)
{
    return QStringLiteral("solutions/") + topic;
}

} // namespace

Settings::Look Settings::look() const
{
    const auto index = lookNames().indexOf(store_.value(QStringLiteral("look")).toString());
    return index < 0 ? Look::System : Look(index);
}

void Settings::setLook(Look look)
{
    store_.setValue(QStringLiteral("look"), lookNames().at(int(look)));
}

QString Settings::complaint()
{
    store_.sync();
    return store_.status() == QSettings::NoError
        ? QString()
        : QCoreApplication::translate(
            "Settings", "Cannot write %1: the disk is full, or its folder cannot be written.")
              .arg(store_.fileName());
}

bool Settings::isChallengeReached(const QString& topic) const
{
    return store_.value(challengeKey(topic)).toBool();
}

void Settings::setChallengeReached(const QString& topic)
{
    store_.setValue(challengeKey(topic), true);
}

bool Settings::isSolutionSeen(const QString& topic) const
{
    return store_.value(solutionKey(topic)).toBool();
}

void Settings::setSolutionSeen(const QString& topic)
{
    store_.setValue(solutionKey(topic), true);
}

} // namespace tangent
