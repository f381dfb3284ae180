// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/scene/intent.h"
#include "widgets/scene/parameter.h"
#include "widgets/views/theme.h"

#include <QSet>
#include <QWidget>

#include <optional>
#include <vector>

class QScrollArea;

namespace tangent {

class ParameterRow;
class PlainButton;
class SlimScrollBar;

/// The controls of a lab: the primary parameters in two columns (one when it is narrow), the others
/// behind small headings, one for each group, that fold open. What is open scrolls when it is tall.
/// Rows live as long as their parameter is declared, so that nothing loses focus in the middle of a drag.
/// Its height follows its width: lay it out by heightForWidth().
class ParameterPanel : public QWidget {
    Q_OBJECT

public:
    explicit ParameterPanel(QWidget* parent = nullptr);

    void setParameters(const Parameters& parameters);
    /// `complete` holds every parameter, `resolved` what the lab decided for those left to it.
    void followValues(const Values& complete, const Values& resolved, const QSet<QString>& differing);
    void setTheme(const Theme& theme);
    /// The tallest that the folded part becomes before it scrolls; 170 pixels at first.
    void setFoldLimit(int pixels);
    /// Where the row of a parameter is seen, in this widget's pixels; empty when it is folded away.
    QRect rowBox(const QString& key) const;
    /// Lights the row of this parameter; an empty key: none.
    void light(const QString& key);
    void openGroup(const QString& group, bool open = true);
    /// Where room is scarce: shows the rows of these parameters only, filled up with primary ones to two, and
    /// a button that unfolds all. Nothing: all of them, as ever.
    void setChosen(const std::optional<QSet<QString>>& keys);
    /// The panel is never lower than this, so that two of them beside each other can be level.
    void setLeastHeight(int pixels);
    /// The height that its rows need at this width.
    int neededHeight(int width) const { return arrange(width, false); }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

signals:
    void intent(const tangent::Intent& wanted);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void rebuildGroups(const Parameters& parameters);
    bool isChoosing() const;
    std::vector<ParameterRow*> primaryRows() const;
    std::vector<ParameterRow*> openRows() const;
    int arrangeRows(const std::vector<ParameterRow*>& rows, int width, int top, bool apply) const;
    int arrangeHeadings(int width, int top, bool apply) const;
    int arrange(int width, bool apply) const;
    void rearrange();
    void orderFocus();

    std::vector<ParameterRow*> rows_; ///< in declared order
    std::vector<std::pair<QString, PlainButton*>> groups_;
    QSet<QString> open_;
    std::optional<QSet<QString>> chosen_;
    PlainButton* all_ = nullptr; ///< unfolds what was not chosen
    int leastHeight_ = 0;
    QScrollArea* fold_;
    SlimScrollBar* foldBar_;
    QWidget* folded_;
    int foldLimit_ = 170;
    const Theme* theme_ = &Theme::light();
};

} // namespace tangent
