// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/last_state.h"

#include "app/lab/bounded_file.h"
#include "app/lab/whole_file.h"
#include "app/window/settings.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

namespace tangent {

namespace {

const QString linkKey = QStringLiteral("last-link");
const QString fileKey = QStringLiteral("last-state");

/// The settings name a file of their own folder, never a path.
bool isOurs(const QString& name)
{
    static const QRegularExpression form(QStringLiteral("^last-state-[0-9a-f]{40}\\.tangent$"));
    return form.match(name).hasMatch();
}

QString nameFor(const QByteArray& bytes)
{
    const QByteArray hash = QCryptographicHash::hash(bytes, QCryptographicHash::Sha1).toHex();
    return QStringLiteral("last-state-%1.tangent").arg(QString::fromLatin1(hash));
}

} // namespace

LastState::LastState(const QString& settings)
    : file_(settings.isEmpty() ? Settings::path() : settings)
{
}

QString LastState::folder() const
{
    return QFileInfo(file_.path()).path();
}

bool LastState::keep(const Settled& state)
{
    QString link = writeLink(state);
    QByteArray bytes;
    if (link.size() > maximumLinkBytes) {
        link = QStringLiteral("tangent:") + state.state.topic;
        bytes = writeStateFile(state, TableInFile::No);
        if (bytes.size() > mostBytes)
            bytes.clear();
    }
    const QString name = bytes.isEmpty() ? QString() : nameFor(bytes);
    unwritten_.clear();
    const bool written = file_.change(
        [&](QJsonObject& root) {
            const QString path = folder() + QLatin1Char('/') + name;
            QString unread; // a file of that name that is another one, or none, is written anew
            if (!name.isEmpty() && readFileUpTo(path, mostBytes, &unread) != bytes)
                unwritten_ = writeWholeFile(path, {bytes});
            root[linkKey] = link;
            if (name.isEmpty() || !unwritten_.isEmpty())
                root.remove(fileKey);
            else
                root[fileKey] = name;
        },
        [&] { removeOthers(unwritten_.isEmpty() ? name : QString()); });
    return written && unwritten_.isEmpty();
}

void LastState::removeOthers(const QString& kept) const
{
    const QStringList files =
        QDir(folder()).entryList({QStringLiteral("last-state-*.tangent")}, QDir::Files | QDir::NoSymLinks);
    for (const QString& one : files) {
        if (isOurs(one) && one != kept)
            QFile::remove(folder() + QLatin1Char('/') + one);
    }
}

std::optional<Request> LastState::read(DataCatalogue& catalogue, QString* complaint) const
{
    const QJsonObject root = file_.read();
    const QString name = root[fileKey].toString();
    if (isOurs(name)) {
        const auto bytes = readFileUpTo(folder() + QLatin1Char('/') + name, mostBytes, complaint);
        if (bytes && nameFor(*bytes) == name)
            return readStateFile(*bytes, catalogue, complaint);
        if (bytes)
            *complaint = QCoreApplication::translate(
                "LastState", "The state of the last visit cannot be opened: %1 is not as it was written.")
                             .arg(name);
    }
    const QString link = root[linkKey].toString();
    QString unread;
    return link.isEmpty() ? std::nullopt : readLink(link, &unread);
}

} // namespace tangent
