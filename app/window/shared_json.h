// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

#include <functional>

namespace tangent {

/// A JSON object in a file that several windows change. Every change locks the file, reads it anew and
/// replaces it as a whole: nothing of another window's is lost, and a program that is killed leaves the old
/// file or the new one. A file that is no JSON counts as empty and is kept aside.
class SharedJson {
public:
    explicit SharedJson(QString path);

    const QString& path() const { return path_; }
    QJsonObject read() const;
    /// Returns false and says why when the file cannot be written.
    /// `afterwards` runs once the file is written, while other windows are still kept out.
    bool change(const std::function<void(QJsonObject&)>& apply, const std::function<void()>& afterwards = {});
    /// Why the last change was not written; or that it was, on a file system where windows cannot keep out of
    /// each other's way.
    const QString& complaint() const { return complaint_; }

private:
    void keepUnreadableAside() const;

    QString path_;
    QString complaint_;
};

} // namespace tangent
