// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/help_dialogs.h"

#include "widgets/views/theme.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTextList>
#include <QVBoxLayout>

#include <Eigen/Core>

#include <utility>
#include <vector>

namespace tangent {

namespace {

void addClose(QDialog* dialog, QVBoxLayout* column)
{
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    column->addWidget(buttons);
}

/// Markdown sets headings far larger than the program's own, and paragraphs without a gap.
void setSpacing(QTextDocument& document)
{
    constexpr double gap = 8; // pixels
    document.setDocumentMargin(gap);
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        QTextCursor cursor(block);
        QTextBlockFormat format = block.blockFormat();
        const int level = format.headingLevel();
        format.setTopMargin(level > 1 ? 2 * gap : 0);
        format.setBottomMargin(block.textList() ? gap / 4 : gap);
        cursor.setBlockFormat(format);
        if (level == 0)
            continue;
        QTextCharFormat letters;
        letters.setFont(uiFont(level == 1 ? 19 : 14, QFont::DemiBold));
        cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
        cursor.setCharFormat(letters);
    }
}

QString eigenVersion()
{
    return QStringLiteral("%1.%2.%3")
        .arg(EIGEN_WORLD_VERSION)
        .arg(EIGEN_MAJOR_VERSION)
        .arg(EIGEN_MINOR_VERSION);
}

} // namespace

KeysDialog::KeysDialog(QWidget* parent)
    : QDialog(parent)
{
    setAttribute(Qt::WA_WindowPropagation); // the palette of the window
    setWindowTitle(tr("Keys"));
    const std::vector<std::pair<QString, QString>> keys{
        {tr("Tab, Shift+Tab"), tr("walk the controls and the handles in the figures")},
        {tr("Arrows"), tr("move the focused handle or control; with Shift ten times as far")},
        {tr("Wheel"), tr("moves a focused handle or slider only")},
        {tr("Space"), tr("play and pause, when the lab has the focus")},
        {tr(". and ,"), tr("one step forward, one back")},
        {tr("Esc"), tr("give up a drag; return to the lab")},
        {tr("Ctrl+Z, Ctrl+Shift+Z"), tr("undo, redo; a whole drag is one step")},
        {tr("Alt+Left, Alt+Right"), tr("the topic before, the topic after")},
        {tr("Ctrl+0"), tr("the lab's first picture")},
        {tr("Ctrl+C"), tr("copy the link of this state")},
        {tr("Ctrl+V"), tr("open the link or the table on the clipboard")},
        {tr("Ctrl+O, Ctrl+S"), tr("open a state or a table, save the state")},
        {tr("Ctrl+T"), tr("see, sort, filter and edit the lab's table")},
        {tr("D"), tr("draw rows of the table into a plot, or end it; Esc ends it, too")},
        {tr("M, U, P, E, R"),
            tr("while drawing: move, brush, points, erase, relabel; 1 … 9 a class, F2 its name, "
               "[ and ] the size, arrows and Enter draw")},
        {tr("Ctrl+Shift+S"), tr("take away the picture, the data, the state, a hand-out")},
        {tr("Ctrl+D"), tr("keep this state as a bookmark")},
        {tr("Ctrl+2"), tr("twin: two states beside each other on the same data and seed")},
        {tr("Ctrl+E"), tr("sweep a parameter: a readout against it")},
        {tr("Ctrl+N"), tr("to the note; in a narrow window it opens and closes")},
        {tr("Ctrl+K"), tr("search topics and notes")},
        {tr("Ctrl+wheel, drag, double-click"), tr("zoom a plot, move in it, see all of it again")},
        {tr("F5"),
            tr("present: Page Down and Page Up walk the talk, B blanks, S held is a spotlight, G asks for a "
               "guess, X changes the screens, Esc ends")},
        {tr("F1"), tr("this list")},
    };
    auto* column = new QVBoxLayout(this);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(24);
    int row = 0;
    for (const auto& [key, meaning] : keys) {
        auto* name = new QLabel(QStringLiteral("<b>%1</b>").arg(key.toHtmlEscaped()), this);
        auto* words = new QLabel(meaning, this);
        name->setBuddy(words);
        grid->addWidget(name, row, 0);
        grid->addWidget(words, row++, 1);
    }
    column->addLayout(grid);
    addClose(this, column);
}

AboutDialog::AboutDialog(QWidget* parent)
    : QDialog(parent)
{
    setAttribute(Qt::WA_WindowPropagation); // the palette of the window
    setWindowTitle(tr("About Tangent"));
    resize(560, 460);
    auto* text = new QTextBrowser(this);
    text->setOpenLinks(false);
    text->setMarkdown(
        tr("# Tangent %1\n\nA visual learning lab for machine learning and for the AWS "
           "services that run it. Everything shown "
           "is computed here, on this machine; the program reaches no network.\n\n"
           "Tangent is free software under the GNU General Public License, version 3 or later. "
           "It comes without any warranty.\n\n"
           "## Made with\n\n"
           "- **Qt** %2 with Qt SVG (LGPL-3.0) and **Qt Charts** (GPL-3.0)\n"
           "- **Eigen** %3, matrices and decompositions (MPL-2.0)\n"
           "- **Snowball** (libstemmer), the stemmer of the text labs (BSD-3-Clause)\n"
           "- **OpenSSL**, the MD5 of the data streams (Apache-2.0)\n"
           "- **JSON for Modern C++** (nlohmann-json), which reads policies (MIT)\n"
           "- **Inter**, the typeface, by Rasmus Andersson (OFL-1.1)\n"
           "- Formulas drawn beforehand by **MathJax** (Apache-2.0)\n\n"
           "## Data\n\n"
           "- Palmer penguins: Kristen Gorman and Palmer Station LTER (CC0)\n"
           "- Iris, Wisconsin breast cancer, wine, handwritten digits: UCI Machine Learning "
           "Repository (CC BY 4.0)\n"
           "- Old Faithful and airline passengers: from the R project's datasets\n")
            .arg(QCoreApplication::applicationVersion(), QLatin1String(qVersion()), eigenVersion()));
    text->setFrameShape(QFrame::NoFrame);
    text->viewport()->setAutoFillBackground(false);
    setSpacing(*text->document());
    auto* column = new QVBoxLayout(this);
    column->addWidget(text);
    addClose(this, column);
}

} // namespace tangent
