// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/registry.h"

#include "app/lab/nearest_name.h"

#include <QCoreApplication>

namespace tangent {

const Lab* findLab(const QString& id)
{
    for (const auto& lab : allLabs()) {
        if (lab->info().id == id)
            return lab.get();
    }
    return nullptr;
}

const Lab* findLab(const QString& id, QString* complaint)
{
    const Lab* found = findLab(id);
    if (found)
        return found;
    QStringList names;
    for (const auto& lab : allLabs())
        names << lab->info().id;
    *complaint = QCoreApplication::translate("Registry", "There is no topic “%1”; did you mean “%2”?")
                     .arg(id, nearestName(id, names));
    return nullptr;
}

const std::vector<Chapter>& chapters()
{
    static const std::vector<Chapter> inOrderOfStudy{
        {QStringLiteral("concepts"), QStringLiteral("Machine-learning concepts")},
        {QStringLiteral("data"), QStringLiteral("Preparing data")},
        {QStringLiteral("models"), QStringLiteral("Models")},
        {QStringLiteral("deep-learning"), QStringLiteral("Deep learning")},
        {QStringLiteral("performance"), QStringLiteral("Model performance")},
        {QStringLiteral("frameworks"), QStringLiteral("Tools and frameworks")},
        {QStringLiteral("aws-data"), QStringLiteral("AWS data services")},
        {QStringLiteral("aws-ai"), QStringLiteral("AWS AI services")},
        {QStringLiteral("sagemaker"), QStringLiteral("SageMaker")},
        {QStringLiteral("security"), QStringLiteral("Security")},
        {QStringLiteral("exam"), QStringLiteral("The exam")},
    };
    return inOrderOfStudy;
}

} // namespace tangent
