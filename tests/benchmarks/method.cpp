// SPDX-License-Identifier: GPL-3.0-or-later
// Each algorithm on its work item, one thread: prints one JSON line an item. `method [PART OF A NAME]`.
#include "algorithms/classify/decision_tree.h"
#include "algorithms/classify/logistic_regression.h"
#include "algorithms/classify/nearest_neighbours.h"
#include "algorithms/cluster/elbow.h"
#include "algorithms/cluster/k_means.h"
#include "algorithms/cluster/lloyd.h"
#include "algorithms/decompose/pca.h"
#include "algorithms/evaluate/confusion_matrix.h"
#include "algorithms/evaluate/roc_curve.h"
#include "algorithms/linear/least_squares.h"
#include "algorithms/neural/run.h"
#include "algorithms/text/tf_idf.h"
#include "algorithms/tree/split.h"
#include "tests/benchmarks/recipes.h"
#include "tests/benchmarks/report.h"

#include <cstring>
#include <functional>

using namespace tangent;
using namespace tangent::benchmarks;

namespace {

const char* wanted = "";

std::string text(double value, const char* format = "%.13g")
{
    char buffer[64];
    std::snprintf(buffer, sizeof buffer, format, value);
    return buffer;
}

/// Runs an item seven times after one run that is not counted.
void item(const std::string& name, const std::function<std::string()>& work)
{
    if (name.find(wanted) == std::string::npos)
        return;
    constexpr int runs = 7;
    std::string answer = work();
    Runs times;
    for (int i = 0; i < runs; ++i) {
        const Stopwatch watch(times);
        answer = work();
    }
    report(name, times, answer);
}

void clusterItems()
{
    for (const auto& [columns, seed] : {std::pair(2, 15), std::pair(16, 16)}) {
        const Labelled data = blobs(100000, columns, 8, std::uint64_t(seed));
        cluster::KMeansOptions options;
        options.clusters = 8;
        options.start = cluster::StartRule::FirstRows;
        options.maximumSteps = 21; // the answer is that of step 20.5: twenty moves and the rows assigned anew
        const cluster::Rows rows(data.x);
        item("k-means k=8 100k x " + std::to_string(columns), [&] {
            const cluster::KMeansRun run = cluster::kMeans(rows, options);
            return text(run.inertia[41]);
        });
    }
    const Labelled small = blobs(2000, 2, 8, 11);
    const cluster::Rows rows(small.x);
    item("elbow k=1..10 2k x 2", [&] {
        cluster::KMeansOptions options;
        options.start = cluster::StartRule::FirstRows;
        std::string all;
        for (const double inertia : cluster::elbowCurve(rows, options, 10))
            all += text(inertia) + " ";
        return all;
    });
}

void decomposeItems()
{
    const Eigen::MatrixXd x = factors(100000, 16, 31);
    item("pca 100k x 16", [&] { return text(decompose::pca(x).shares()(0)); });
    const Eigen::MatrixXd predictors = normals(100000, 16, 81);
    Eigen::VectorXd response = linearScore(predictors).array() + 1.5;
    for (Eigen::Index i = 0; i < response.size(); ++i)
        response(i) += 0.5 * normal(82, std::uint64_t(i));
    item("least squares 100k x 16",
        [&] { return text(linear::leastSquares(predictors, response).rSquared()); });
}

void evaluateItems()
{
    constexpr Eigen::Index rows = 1000000;
    Eigen::VectorXd scores(rows);
    evaluate::Flags positive(rows);
    for (Eigen::Index i = 0; i < rows; ++i) {
        positive(i) = i % 2 == 1;
        scores(i) = normal(52, std::uint64_t(i)) + double(i % 2);
    }
    item("roc + auc 1M", [&] { return text(*evaluate::RocCurve(scores, positive).auc()); });
    Eigen::VectorXi actual(rows);
    Eigen::VectorXi predicted(rows);
    for (Eigen::Index i = 0; i < rows; ++i) {
        const auto at = std::uint64_t(i);
        actual(i) = int(word(61, at) >> 62);
        predicted(i) = uniform(62, at) < 0.75 ? actual(i) : int(word(63, at) >> 62);
    }
    item("confusion matrix 1M x 4 classes",
        [&] { return text(double(evaluate::confusionMatrix(actual, predicted, 4).trace())); });
}

void classifyItems()
{
    const Labelled logistic = logisticRows(100000, 16, 71);
    item("logistic regression 100k x 16", [&] {
        const classify::LogisticRegression fit(logistic.x, logistic.y, 2);
        return text(fit.report().objective);
    });
    const Labelled ruled = rules(10000, 10, 91);
    item("tree depth 8 10k x 10", [&] {
        const classify::DecisionTree tree(ruled.x, ruled.y, 2, {8, 1});
        return std::to_string(tree.leaves()) + " leaves";
    });
    for (const auto& [columns, seed] : {std::pair(2, 21), std::pair(16, 22)}) {
        const Labelled train = blobs(10000, columns, 4, std::uint64_t(seed));
        const Labelled query = blobs(2000, columns, 4, std::uint64_t(seed), 1000);
        const classify::NearestNeighbours fit(train.x, train.y, 4, 7);
        item("knn k=7 10k rows 2k queries " + std::to_string(columns) + "-D",
            [&] { return text(double(classify::likeliestClasses(fit.probabilities(query.x)).sum())); });
    }
}

void treeItems()
{
    constexpr Eigen::Index rows = 1000000;
    Eigen::VectorXd x(rows);
    Eigen::VectorXi y(rows);
    for (Eigen::Index i = 0; i < rows; ++i) {
        x(i) = normal(101, std::uint64_t(i));
        y(i) = (x(i) > 0.25) != (uniform(102, std::uint64_t(i)) < 0.25) ? 1 : 0;
    }
    item("best split by Gini 1M", [&] {
        const auto split = tree::bestSplit(x, y, 2, tree::Criterion::Gini);
        return text(split->threshold) + " gain " + text(split->gain);
    });
}

void textItems()
{
    const std::vector<std::string> texts = corpus(2000, 100, 5000, 131);
    const std::vector<std::string_view> documents(texts.begin(), texts.end());
    item("tf-idf 2000 documents x 100 words", [&] {
        const language::SparseRows made = language::weights(language::countTerms(documents, {}), {});
        double sum = 0;
        for (const double weight : made.values)
            sum += weight;
        return std::to_string(made.entries()) + " entries, sum " + text(sum);
    });
}

void networkItems()
{
    constexpr int rows = 500;
    Eigen::MatrixXd x(rows, 2);
    Eigen::VectorXd y(rows);
    for (int i = 0; i < rows; ++i) {
        x(i, 0) = 2 * uniform(113, std::uint64_t(2 * i)) - 1;
        x(i, 1) = 2 * uniform(113, std::uint64_t(2 * i + 1)) - 1;
        const bool inside = x.row(i).squaredNorm() < 0.5;
        y(i) = inside != (uniform(114, std::uint64_t(i)) < 0.0625) ? 1 : 0;
    }
    neural::Architecture shape;
    shape.hidden = {8, 8};
    neural::TrainingOptions options;
    options.learningRate = 0.5;
    const neural::TrainingData data{neural::Samples(x, y), neural::Samples(x.topRows(0), y.head(0))};
    item("network 2-8-8-1, 1000 epochs, 500 rows", [&] {
        neural::Run run(shape, data, options, neural::Snapshot::of(neural::referenceNetwork(shape)));
        run.reach(1000);
        return text(run.trainingLoss()[99], "%.15g");
    });
}

} // namespace

int main(int argc, char** argv)
{
    if (argc > 1)
        wanted = argv[1];
    clusterItems();
    decomposeItems();
    evaluateItems();
    classifyItems();
    treeItems();
    textItems();
    networkItems();
    return 0;
}
