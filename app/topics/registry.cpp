// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/registry.h"

#include "app/lab/nearest_name.h"

namespace tangent {

const Lab* findLab(const QString& id)
{
    for (const auto& lab : allLabs()) {
        if (lab->info().id == id)
            return lab.get();
    }
    return nullptr;
}

QString nearestLab(const QString& id)
{
    QStringList names;
    for (const auto& lab : allLabs())
        names << lab->info().id;
    return nearestName(id, names);
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
