// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/whole_file.h"

#include <QCoreApplication>
#include <QSaveFile>

namespace tangent {

QString writeWholeFile(const QString& path, std::initializer_list<QByteArrayView> parts)
{
    QSaveFile file(path);
    // Unbuffered: what is still in Qt 6.4's buffer at the end is lost without a word when the disk is full,
    // and the cut file then replaces the old one.
    bool written = file.open(QIODevice::WriteOnly | QIODevice::Unbuffered);
    for (const QByteArrayView part : parts)
        written = written && file.write(part.data(), part.size()) == part.size();
    if (written && file.commit())
        return {};
    // A write that stops half-way is no error of its own.
    const bool isCut = file.error() == QFileDevice::NoError;
    const QString reason =
        isCut ? QCoreApplication::translate("WholeFile", "the disk is full") : file.errorString();
    file.cancelWriting();
    return QCoreApplication::translate("WholeFile", "Cannot write %1: %2.").arg(path, reason);
}

} // namespace tangent
