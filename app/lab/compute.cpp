// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/compute.h"

#include "app/lab/data/row_sample.h"

#include <new>

namespace tangent {

namespace {

Scene failure(const QString& sentence, const QString& cure)
{
    Scene scene;
    Diagnostic diagnostic;
    diagnostic.severity = Diagnostic::Severity::Error;
    diagnostic.sentence = sentence;
    diagnostic.cure = cure;
    scene.diagnostics.push_back(diagnostic);
    scene.narration = sentence + QLatin1Char(' ') + cure;
    return scene;
}

} // namespace

void sayWhichRows(const Settled& state, Scene* scene)
{
    if (state.table && state.isSampled() && !scene->dataLine.isEmpty())
        scene->dataLine +=
            QStringLiteral(" (%1)").arg(sampleWords(state.table->rowCount(), state.whole->rowCount()));
}

Scene computeScene(const Lab& lab, const Settled& state, Stages& stages, const Progress& progress)
{
    Scene scene;
    try {
        scene = lab.compute(state, stages, progress);
    } catch (const std::bad_alloc&) {
        scene = failure(QStringLiteral("This state needs more memory than there is."),
            QStringLiteral("Take fewer rows or undo the last change."));
    } catch (const std::exception& error) {
        scene = failure(
            QStringLiteral("This state could not be computed: %1.").arg(QString::fromUtf8(error.what())),
            QStringLiteral("Undo the last change."));
    }
    sayWhichRows(state, &scene);
    for (const Complaint& complaint : state.complaints) {
        Diagnostic diagnostic;
        diagnostic.key = complaint.key;
        diagnostic.sentence = complaint.sentence;
        scene.diagnostics.push_back(diagnostic);
    }
    return scene;
}

} // namespace tangent
