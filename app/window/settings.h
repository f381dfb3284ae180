// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSettings>
#include <QString>

namespace tangent {

/// What the program remembers of its reader. Written atomically by QSettings.
class Settings {
public:
    enum class Look { System, Light, Dark };

    Look look() const;
    void setLook(Look look);
    bool motion() const { return store_.value(QStringLiteral("motion"), true).toBool(); }
    void setMotion(bool on) { store_.setValue(QStringLiteral("motion"), on); }
    double textScale() const { return store_.value(QStringLiteral("text-scale"), 1.0).toDouble(); }
    void setTextScale(double scale) { store_.setValue(QStringLiteral("text-scale"), scale); }
    bool noteOpen() const { return store_.value(QStringLiteral("note-open"), false).toBool(); }
    void setNoteOpen(bool open) { store_.setValue(QStringLiteral("note-open"), open); }
    bool hintsSeen() const { return store_.value(QStringLiteral("hints-seen"), false).toBool(); }
    void setHintsSeen() { store_.setValue(QStringLiteral("hints-seen"), true); }
    QByteArray geometry() const { return store_.value(QStringLiteral("geometry")).toByteArray(); }
    void setGeometry(const QByteArray& geometry) { store_.setValue(QStringLiteral("geometry"), geometry); }
    QString lastLink() const { return store_.value(QStringLiteral("last-link")).toString(); }
    void setLastLink(const QString& link) { store_.setValue(QStringLiteral("last-link"), link); }
    /// Writes what waits to be written; a sentence when that cannot be done.
    QString complaint();
    bool isChallengeReached(const QString& topic) const;
    void setChallengeReached(const QString& topic);
    /// The reader has looked at the solution of this topic's challenge.
    bool isSolutionSeen(const QString& topic) const;
    void setSolutionSeen(const QString& topic);

private:
    QSettings store_{QStringLiteral("Tangent"), QStringLiteral("Tangent")};
};

} // namespace tangent
