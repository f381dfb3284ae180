// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/views/theme.h"

#include <QLineEdit>

namespace tangent {

/// A line over a part of a window, in which that part is given another name. Enter and leaving it take the
/// name, Escape leaves the old one.
class NameEdit : public QLineEdit {
    Q_OBJECT

public:
    explicit NameEdit(QWidget* parent);

    void setTheme(const Theme& theme);
    /// Opens over this box of the parent, grown to what a name needs, with the old name selected.
    void openAt(const QRect& box, const QString& name);

signals:
    void named(const QString& name);
    /// Open no more; `byKey`: whoever opened it gets the keyboard back.
    void closed(bool byKey);

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void finish(bool takes, bool byKey);
};

} // namespace tangent
