// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/bounded_file.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace tangent {

std::optional<QByteArray> readFileUpTo(const QString& path, qint64 most, QString* complaint)
{
    const auto say = [&](const char* text) { return QCoreApplication::translate("BoundedFile", text); };
    QFile file(path);
    if (QFileInfo(path).isDir()) {
        *complaint = say("Cannot read %1: it is a folder.").arg(path);
        return std::nullopt;
    }
    if (!file.open(QIODevice::ReadOnly)) {
        *complaint = say("Cannot read %1: %2.").arg(path, file.errorString());
        return std::nullopt;
    }
    const bool tooLarge = file.size() > most;
    QByteArray bytes = tooLarge ? QByteArray() : file.read(most + 1);
    if (!tooLarge && file.error() != QFileDevice::NoError) {
        *complaint = say("Cannot read %1: %2.").arg(path, file.errorString());
        return std::nullopt;
    }
    if (tooLarge || bytes.size() > most) {
        *complaint =
            say("%1 is larger than %2 MiB, which is the most that is read.").arg(path).arg(most >> 20);
        return std::nullopt;
    }
    return bytes;
}

} // namespace tangent
