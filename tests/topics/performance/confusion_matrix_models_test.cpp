// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/topics/performance/confusion_matrix_probe.h"

#include <atomic>

using namespace tangent;
using namespace tangent::tests;

/// Models that are fitted: their thresholds, their pictures, and how long they are waited for.
class ConfusionMatrixModelsTest : public QObject {
    Q_OBJECT

private slots:
    /// Raw distances see grams and millimetres of flipper; once standardised, the bills tell.
    void planeFollowsTheDistances()
    {
        const auto axes = [](const QString& query) {
            const Probe found = confusion(query);
            const Plot& plot = std::get<Plot>(found.scene.figure(QStringLiteral("rows"))->content);
            return QStringList({plot.x.label, plot.y.label});
        };
        QCOMPARE(axes({}), QStringList({"flipper-length", "body-mass"}));
        QCOMPARE(axes(QStringLiteral("standardise=true")), QStringList({"bill-length", "flipper-length"}));
    }

    void digitsShowTheirImages()
    {
        const Probe found = confusion(QStringLiteral("source=classifier&data=digits&label=digit&positive=8"));
        QVERIFY(item(found.scene, 8, 1).glowing);
        const Figure* images = found.scene.figure(QStringLiteral("images"));
        QVERIFY(images);
        const Gallery& gallery = std::get<Gallery>(images->content);
        QCOMPARE(gallery.items.size(), item(found.scene, 8, 1).rowIds.size());
        for (size_t i = 0; i < gallery.items.size(); ++i) {
            const int id = item(found.scene, 8, 1).rowIds[i];
            QCOMPARE(gallery.items[i].rowId, id);
            const Table& table = *found.state.table;
            const int row = table.rowWithId(id);
            QCOMPARE(table.find(QStringLiteral("digit"))->text(row), QStringLiteral("8"));
            // A field starts at the bottom left, the pixels at the top left.
            QCOMPARE(double(gallery.items[i].picture.values[7 * 8 + 3]),
                table.find(QStringLiteral("pixel-1-4"))->numbers[size_t(row)]);
        }
    }

    void twoClassifiers()
    {
        const Probe found = confusion(QStringLiteral("source=two-classifiers&model-b=logistic"));
        QCOMPARE(found["accuracy"], confusion({})["accuracy"]);
        COMPARE_NEAR(found["accuracy-b"], confusion(QStringLiteral("model=logistic"))["accuracy"], 1e-12);
        QCOMPARE(
            textsOf(found.scene, "matrix-b"), textsOf(confusion(QStringLiteral("model=logistic")).scene));
        QVERIFY(confusion({}).isUndefined("accuracy-b"));
    }

    /// At threshold 0 everybody is called positive, above 1 nobody could be; in between a higher one calls
    /// fewer.
    void threshold()
    {
        const QString query = QStringLiteral("source=classifier&data=breast-cancer&model=naive-bayes");
        QCOMPARE(confusion(query + QStringLiteral("&threshold=0"))["recall"], 1.0);
        QCOMPARE(confusion(query + QStringLiteral("&threshold=0"))["specificity"], 0.0);
        double recall = 1;
        for (const char* cut : {"0.1", "0.5", "0.9", "0.999"}) {
            const double next =
                confusion(query + QStringLiteral("&threshold=") + QLatin1String(cut))["recall"];
            QVERIFY(next <= recall);
            recall = next;
        }
        QVERIFY(recall < 0.9);
        const Probe automatic = confusion(query);
        QCOMPARE(automatic.scene.handles.size(), size_t(1));
        QCOMPARE(automatic.scene.handles.front().at.x(), 0.5);
        QCOMPARE(number(automatic.scene.resolved.value(QStringLiteral("threshold"))), 0.5);
        QCOMPARE(automatic["recall"], confusion(query + QStringLiteral("&threshold=0.5"))["recall"]);
    }

    /// Two of four votes reach a threshold of one half; left alone, a tie goes to the first class.
    void tiesAtTheThreshold()
    {
        const QString query =
            QStringLiteral("source=classifier&data=breast-cancer&neighbours=4&positive=malignant");
        QVERIFY(confusion(query + QStringLiteral("&threshold=0.5"))["recall"] > confusion(query)["recall"]);
        QCOMPARE(confusion(query + QStringLiteral("&threshold=0.6"))["recall"], confusion(query)["recall"]);
    }

    /// With the fit at hand, nothing that only regroups rows fits again: it would stop at once.
    void nothingIsFittedAgain()
    {
        const Lab& lab = *findLab(QStringLiteral("confusion-matrix"));
        const auto settled = [&](const QString& query) {
            QString complaint;
            return settle(lab, *readLink(QStringLiteral("confusion-matrix?") + query, &complaint),
                DataCatalogue::shared());
        };
        const QString base = QStringLiteral("source=classifier&data=breast-cancer");
        Stages stages;
        computeScene(lab, settled(base), stages);
        const std::atomic<bool> stop = true;
        const Progress stopped(&stop, {}, {});
        for (const char* change :
            {"&threshold=0.3", "&normalise=by-row", "&positive=benign", "&cell=benign,malignant"}) {
            const Scene scene = computeScene(lab, settled(base + QLatin1String(change)), stages, stopped);
            QVERIFY2(scene.readout(QStringLiteral("accuracy"))->number().has_value(), change);
        }
        const Scene refitted =
            computeScene(lab, settled(base + QStringLiteral("&neighbours=7")), stages, stopped);
        QVERIFY(!refitted.readout(QStringLiteral("accuracy"))->number());
    }

    /// A long fit is announced by a scene that claims nothing, and stops when nobody waits for it.
    void longWorkIsAnnounced()
    {
        const Lab& lab = *findLab(QStringLiteral("confusion-matrix"));
        QString complaint;
        const auto request = readLink(
            QStringLiteral("confusion-matrix?source=classifier&data=digits&model=logistic"), &complaint);
        std::vector<Scene> partial;
        std::atomic<bool> stop = false;
        const Progress progress(&stop, {}, [&](Scene scene) {
            partial.push_back(std::move(scene));
            stop = true;
        });
        Stages stages;
        const Scene last =
            computeScene(lab, settle(lab, *request, DataCatalogue::shared()), stages, progress);
        QCOMPARE(partial.size(), size_t(1));
        QVERIFY(partial.front().partial && !last.partial);
        QCOMPARE(matrixOf(partial.front()).items.size(), size_t(100));
        QCOMPARE(partial.front().readouts.size(), last.readouts.size());
        for (size_t i = 0; i < last.readouts.size(); ++i) {
            QCOMPARE(partial.front().readouts[i].key, last.readouts[i].key);
            QVERIFY(!partial.front().readouts[i].number() && !last.readouts[i].number());
        }
    }
};

TANGENT_TEST(ConfusionMatrixModelsTest)
#include "confusion_matrix_models_test.moc"
