// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QVariantAnimation>

namespace tangent {

/// How far something that slides in from an edge is open. It moves no widget: whoever lays the window out
/// asks for the share, and is told when it is another one.
class Drawer : public QObject {
    Q_OBJECT

public:
    explicit Drawer(QObject* parent = nullptr);

    static constexpr int slideMilliseconds = 200;

    /// Off: it opens and closes at once.
    void setMotion(bool on) { motion_ = on; }
    void setOpen(bool open);
    /// Without sliding, as for a window that is not yet seen.
    void setOpenAtOnce(bool open);
    /// Whether it is open or on the way there.
    bool isOpen() const { return open_; }
    /// 0: closed, 1: open.
    double share() const { return share_; }

signals:
    void moved();

private:
    QVariantAnimation clock_;
    double share_ = 0;
    bool open_ = false;
    bool motion_ = true;
};

} // namespace tangent
