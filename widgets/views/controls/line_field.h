// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/views/theme.h"

#include <QLineEdit>

namespace tangent {

/// A line edit in the program's look: a rounded hairline that shows focus and what cannot be used.
class LineField : public QLineEdit {
    Q_OBJECT

public:
    explicit LineField(QWidget* parent = nullptr);

    virtual void setTheme(const Theme& theme);
    void setHelp(const QString& help);
    /// All of a value that the field shows in part, for the tooltip; empty: it shows all.
    void setWhole(const QString& whole);
    /// Marks the field and explains why; an empty sentence takes the mark away.
    void setComplaint(const QString& sentence);
    bool isWrong() const { return !complaint_.isEmpty(); }
    /// Writes the text in the secondary colour.
    void setMutedText(bool muted);
    /// A unit, written muted behind the text.
    void setUnit(const QString& unit);
    int unitWidth() const;

protected:
    void paintEvent(QPaintEvent* event) override;
    const Theme& theme() const { return *theme_; }

private:
    void applyColours();
    void explain();

    QString help_;
    QString whole_;
    QString complaint_;
    QString unit_;
    bool muted_ = false;
    const Theme* theme_ = &Theme::light();
};

} // namespace tangent
