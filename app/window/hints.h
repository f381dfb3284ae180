// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/views/theme.h"

#include <QFrame>

class QLabel;

namespace tangent {

/// Three hints over the first lab anybody sees; gone for good once they are read.
class Hints : public QFrame {
    Q_OBJECT

public:
    explicit Hints(QWidget* parent);
    void setTheme(const Theme& theme);

signals:
    void read();

private:
    std::vector<QLabel*> lines_;
};

} // namespace tangent
