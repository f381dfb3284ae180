// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/lab/lab.h"

namespace tangent {

/// Every lab, by chapter and then by the first row it covers. The build writes this list from the
/// files it finds in app/topics.
const std::vector<std::unique_ptr<const Lab>>& allLabs();

/// The lab of an id; null when there is none.
const Lab* findLab(const QString& id);
/// The same; where there is none a sentence with the id that is spelled most like this one.
const Lab* findLab(const QString& id, QString* complaint);

/// One chapter of the syllabus.
struct Chapter {
    QString id;
    QString title;
};
/// All chapters in the order of study.
const std::vector<Chapter>& chapters();

} // namespace tangent
