// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/settings.h"

#include <QStandardPaths>
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

Settings::Settings()
    : file_(path())
    , values_(file_.read())
{
}

QString Settings::path()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation)
        + QStringLiteral("/Tangent/settings.json");
}

void Settings::clear()
{
    values_ = unwritten_ = {};
    file_.change([](QJsonObject& root) { root = {}; });
}

Settings::Look Settings::look() const
{
    const auto index = lookNames().indexOf(value(QStringLiteral("look")).toString());
    return index < 0 ? Look::System : Look(index);
}

void Settings::setLook(Look look)
{
    set(QStringLiteral("look"), lookNames().at(int(look)));
}

QByteArray Settings::geometry() const
{
    return QByteArray::fromBase64(value(QStringLiteral("geometry")).toString().toLatin1());
}

void Settings::setGeometry(const QByteArray& geometry)
{
    set(QStringLiteral("geometry"), QString::fromLatin1(geometry.toBase64()));
}

QJsonValue Settings::value(const QString& key) const
{
    const auto waiting = unwritten_.constFind(key);
    return waiting != unwritten_.constEnd() ? waiting.value() : values_.value(key);
}

void Settings::set(const QString& key, const QJsonValue& value)
{
    unwritten_[key] = value;
    write();
}

void Settings::write()
{
    const bool written = file_.change([this](QJsonObject& root) {
        for (auto one = unwritten_.constBegin(); one != unwritten_.constEnd(); ++one)
            root[one.key()] = one.value();
        values_ = root;
    });
    if (written)
        unwritten_ = {};
}

QString Settings::complaint()
{
    if (!unwritten_.isEmpty())
        write();
    return file_.complaint();
}

bool Settings::isChallengeReached(const QString& topic) const
{
    return value(challengeKey(topic)).toBool();
}

void Settings::setChallengeReached(const QString& topic)
{
    set(challengeKey(topic), true);
}

bool Settings::isSolutionSeen(const QString& topic) const
{
    return value(solutionKey(topic)).toBool();
}

void Settings::setSolutionSeen(const QString& topic)
{
    set(solutionKey(topic), true);
}

} // namespace tangent
