// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProgressDialog>
#include <QTimer>

namespace tangent {

/// How far some work has come, with a way out: seen only when the work takes longer than 200 ms.
class LateProgress : public QObject {
    Q_OBJECT

public:
    static constexpr int waitMilliseconds = 200;

    explicit LateProgress(QWidget* window);

    void begin(const QString& title, const QString& doing);
    void setShare(double share);
    void end();
    QProgressDialog& dialog() { return dialog_; }

signals:
    void cancelled();

private:
    QTimer showAfter_;
    QProgressDialog dialog_;
};

} // namespace tangent
