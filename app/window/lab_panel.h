// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/experiment/experiment.h"
#include "app/experiment/runner.h"
#include "app/window/message_strip.h"
#include "widgets/views/controls/flash_overlay.h"
#include "widgets/views/controls/narration.h"
#include "widgets/views/controls/parameter_panel.h"
#include "widgets/views/controls/player.h"
#include "widgets/views/controls/readout_bar.h"
#include "widgets/views/figure_layout.h"

#include <QProgressBar>
#include <QTimer>

#include <optional>

namespace tangent {

class DataButton;
class DefinitionPopover;
class FormulaLibrary;
class PresetBar;

/// The lab: title and presets, figures, readouts, narration, player and parameters of the state that
/// the experiment holds. All hands' intents go to the experiment; all pictures come from the runner.
class LabPanel : public QWidget {
    Q_OBJECT

public:
    static constexpr int margin = 18; ///< left and right of everything, pixels

    LabPanel(Experiment& experiment, FormulaLibrary& formulas, QWidget* parent = nullptr);

    ~LabPanel() override;

    void setTheme(const Theme& theme);
    /// The scene shown last, with the values that stand now.
    const Scene& scene() const { return scene_; }
    /// The values of the current state; where the lab decided, what it decided.
    Values shownValues() const;
    /// The view of a figure; null when the scene has none of that key.
    FigureView* figureView(const QString& key) const { return figures_->view(key); }
    const Parameters& parameters() const { return experiment_.current().parameters; }
    /// Shows the scene anew with what the decoration says now.
    void refreshDecoration();
    /// Marks these parameters instead of those that differ from their defaults; nothing: the defaults again.
    void markKeys(const std::optional<QSet<QString>>& keys);
    /// A companion leaves playing to the other lab; the room of its player stays.
    void setCompanion(bool isOne);
    /// A presented lab leaves the words to the talk's caption.
    void showNarration(bool shown) { narration_->setVisible(shown); }
    /// Where room is scarce the controls fold to these; nothing: all of them again.
    void showControls(const std::optional<QSet<QString>>& keys) { parameters_->setChosen(keys); }
    /// The height that the controls need, and the least that they take.
    int controlsHeight() const { return parameters_->neededHeight(width() - 2 * margin); }
    void setLeastControlsHeight(int pixels) { parameters_->setLeastHeight(pixels); }
    void togglePlay() { player_->togglePlay(); }
    /// Brings a figure to the front of its tabs.
    void bringForward(const QString& key) { figures_->showFigure(key); }
    /// What is added to every scene before it is shown: a guess that stays in the picture. Empty: nothing.
    void setDecoration(std::function<Scene(const Scene&)> decoration);
    /// Remembers how things stand, before a link or a preset changes them: see flashChanges().
    void noteValues();
    /// The change has arrived: controls, readouts and handles whose values are others than those noted
    /// flash once, as soon as their scene is there.
    void flashChanges();
    /// Lights the readout of this key, or the control where there is none; empty: nothing.
    void light(const QString& key);
    void setMotion(bool on) { flashes_->setMotion(on); }
    const FlashOverlay& flashes() const { return *flashes_; }
    /// Goes into the mode in which rows are drawn, or out of it; false when this state has no plane for it.
    bool toggleDrawing() { return figures_->toggleDrawing(); }
    /// Opens the sheet that is drawn on, in the place of the present data, and the mode with it.
    void drawOnSheet();
    /// Takes the present data away for an empty sheet; one undo step.
    void emptySheet();
    /// Ends a run of the player, before somebody else moves the state.
    void stopPlaying() { player_->stop(); }
    /// True while a newer scene is on its way.
    bool isBusy() const { return runner_.isBusy(); }
    /// True while the scene shown belongs to an older state.
    bool isBehind() const { return runner_.isBehind(); }

signals:
    void sceneShown();
    /// A hand brought this figure to the front of its tabs.
    void figureChosen(const QString& key);
    /// The readout under the pointer; empty when it left them.
    void readoutPointed(const QString& key);
    /// Opens the menu or dialog for a table of the reader's own.
    void openDataWanted();
    /// Opens the window with the lab's own table.
    void dataWindowWanted();
    /// Writes the lab's own table to a file.
    void saveTableWanted();
    /// The state moves to a query over the defaults, as a note's link would do it.
    void queryWanted(const QString& query, bool fromDefaults);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    /// What a link is about to change.
    struct Noted {
        QString topic;
        Values values;
        std::vector<Readout> readouts;
        bool hasArrived = false;
    };

    void flashIfComplete();
    std::vector<QRectF> changedPlaces(const Noted& before) const;
    void stateChanged(bool topicOrData);
    void showScene(const Scene& scene);
    void showFigures();
    void followState();
    void shareHeader();

    Experiment& experiment_;
    Runner runner_;
    Scene scene_; ///< as the lab computed it
    std::function<Scene(const Scene&)> decoration_;
    std::optional<QSet<QString>> markedKeys_;
    bool companion_ = false;
    const Theme* theme_ = &Theme::light();

    PresetBar* presets_;
    DataButton* data_;
    MessageStrip* messages_;
    FigureLayout* figures_;
    ReadoutBar* readouts_;
    Narration* narration_;
    Player* player_;
    ParameterPanel* parameters_;
    QProgressBar* progress_;
    DefinitionPopover* definition_;
    FlashOverlay* flashes_;
    std::optional<Noted> noted_;
    bool drawsNext_ = false; ///< the mode begins with the scene that is on its way
    QTimer staleAfter_;
    QTimer progressAfter_;
};

} // namespace tangent
