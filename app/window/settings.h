// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/shared_json.h"

#include <QByteArray>

namespace tangent {

/// What the program remembers of its reader, in a file that two windows can change. Every change is written
/// at once; what cannot be written holds for this object, and is tried again with the next change. (QSettings
/// will not do: it reads without its lock and may then take what it read for newer than it is, and the next
/// time it writes, what another window wrote meanwhile is gone.)
class Settings {
public:
    enum class Look { System, Light, Dark };

    /// As the file is now.
    Settings();
    /// Of the reader's settings.
    static QString path();
    /// Everything is as at the first start.
    void clear();

    Look look() const;
    void setLook(Look look);
    bool motion() const { return value(QStringLiteral("motion")).toBool(true); }
    void setMotion(bool on) { set(QStringLiteral("motion"), on); }
    double textScale() const { return value(QStringLiteral("text-scale")).toDouble(1); }
    void setTextScale(double scale) { set(QStringLiteral("text-scale"), scale); }
    bool noteOpen() const { return value(QStringLiteral("note-open")).toBool(); }
    void setNoteOpen(bool open) { set(QStringLiteral("note-open"), open); }
    bool hintsSeen() const { return value(QStringLiteral("hints-seen")).toBool(); }
    void setHintsSeen() { set(QStringLiteral("hints-seen"), true); }
    QByteArray geometry() const;
    void setGeometry(const QByteArray& geometry);
    /// Why something is not written, after one more try; or that windows cannot keep out of each other's way.
    QString complaint();
    bool isChallengeReached(const QString& topic) const;
    void setChallengeReached(const QString& topic);
    /// The reader has looked at the solution of this topic's challenge.
    bool isSolutionSeen(const QString& topic) const;
    void setSolutionSeen(const QString& topic);

private:
    QJsonValue value(const QString& key) const;
    void set(const QString& key, const QJsonValue& value);
    void write();

    SharedJson file_;
    QJsonObject values_; ///< as last read
    QJsonObject unwritten_;
};

} // namespace tangent
