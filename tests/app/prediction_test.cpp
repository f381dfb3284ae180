// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/talk/prediction.h"

#include "tests/support/test_program.h"

using namespace tangent;

namespace {

/// One readout, one plot with the line y = 2x over 0…4, one handle at (3, 4).
Scene example()
{
    Scene scene;
    Readout readout;
    readout.key = "loss";
    readout.label = "Loss";
    readout.value = 10.0;
    readout.prominent = true;
    scene.readouts.push_back(readout);
    Plot plot;
    Line line;
    line.x = {0, 1, 2, 3, 4};
    line.y = {0, 2, 4, 6, 8};
    plot.layers.emplace_back(line);
    Line dashed;
    dashed.style = Line::Style::Dashed;
    dashed.x = {0, 1, 2, 3, 4, 5};
    dashed.y = {9, 9, 9, 9, 9, 9};
    plot.layers.emplace_back(dashed);
    Figure figure;
    figure.key = "curve";
    figure.title = "The curve";
    figure.content = plot;
    scene.figures.push_back(figure);
    Handle handle;
    handle.id = "start";
    handle.figure = "curve";
    handle.label = "Start";
    handle.at = {3, 4};
    scene.handles.push_back(handle);
    return scene;
}

Prediction said(const char* key, double number, std::vector<QPointF> points = {})
{
    Prediction prediction = *questionAt(example(), QLatin1String(key));
    prediction.number = number;
    prediction.points = std::move(points);
    return prediction;
}

} // namespace

class PredictionTest : public QObject {
    Q_OBJECT

private slots:
    void keysAskForWhatTheyAre()
    {
        QCOMPARE(questionAt(example(), "loss")->kind, Prediction::Kind::Number);
        QCOMPARE(questionAt(example(), "start")->kind, Prediction::Kind::Place);
        QCOMPARE(questionAt(example(), "start")->figure, QString("curve"));
        QCOMPARE(questionAt(example(), "curve")->kind, Prediction::Kind::Curve);
        QCOMPARE(questionAt(example(), "curve.curve")->figure, QString("curve"));
        QVERIFY(!questionAt(example(), "nothing"));
    }

    void allThatCanBeGuessedIsOffered()
    {
        QStringList offered;
        for (const Prediction& one : questionsIn(example()))
            offered << questionText(one);
        QCOMPARE(offered,
            QStringList({"Loss: what will it be?", "Start: where will it be?",
                "The curve: how will the curve run?"}));
        for (const Prediction& one : questionsIn(example()))
            QCOMPARE(questionAt(example(), one.key)->kind, one.kind);
    }

    void numbersAreAsFarOffAsTheyDiffer()
    {
        QCOMPARE(*errorOf(said("loss", 13), example()), 3.0);
        QCOMPARE(verdict(said("loss", 13), example()), QString("Loss: guessed 13, it is 10: 3 off."));
        QCOMPARE(verdict(said("loss", 10), example()), QString("Loss: guessed 10, it is 10: exactly right."));
    }

    void placesAreAsFarOffAsTheyLieApart() { QCOMPARE(*errorOf(said("start", 0, {{0, 0}}), example()), 5.0); }

    /// One unit above y = 2x everywhere; what lies beside the line does not count.
    void curvesAreOffByTheirMeanHeight()
    {
        QCOMPARE(*errorOf(said("curve", 0, {{0.5, 2}, {1.5, 4}, {3.25, 7.5}, {4.5, 100}}), example()), 1.0);
        QVERIFY(!errorOf(said("curve", 0, {{7, 1}}), example()));
    }

    void theGuessStaysInThePicture()
    {
        const Scene number = withPrediction(example(), said("loss", 13));
        QCOMPARE(number.readouts[0].note, QString("guessed 13"));
        const Scene place = withPrediction(example(), said("start", 0, {{0, 0}}));
        const auto& layers = std::get<Plot>(place.figures[0].content).layers;
        QCOMPARE(layers.size(), size_t(4));
        QCOMPARE(std::get<Segments>(layers[3]).to[0], QPointF(3, 4));
        const Scene curve = withPrediction(example(), said("curve", 0, {{0, 0}, {1, 1}}));
        QCOMPARE(std::get<Plot>(curve.figures[0].content).layers.size(), size_t(3));
    }

    void whereThereIsNoTruthItSaysSo()
    {
        QVERIFY(!errorOf(said("loss", 1), Scene()));
        QVERIFY(verdict(said("loss", 1), Scene()).contains("nothing here to compare"));
    }
};

TANGENT_TEST(PredictionTest)
#include "prediction_test.moc"
