// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/data/dates.h"

#include <chrono>
#include <cmath>

namespace tangent {

namespace {

constexpr double dayMilliseconds = 86'400'000;

/// Walks along the text of one date.
class DateReader {
public:
    explicit DateReader(std::string_view text)
        : text_(text)
    {
    }

    bool atEnd() const { return at_ == text_.size(); }

    bool take(char wanted)
    {
        if (atEnd() || text_[at_] != wanted)
            return false;
        ++at_;
        return true;
    }

    /// Exactly `digits` digits as a number within [low, high]; -1 otherwise.
    int number(int digits, int low, int high)
    {
        int value = 0;
        for (int i = 0; i < digits; ++i, ++at_) {
            if (atEnd() || text_[at_] < '0' || text_[at_] > '9')
                return -1;
            value = value * 10 + (text_[at_] - '0');
        }
        return value < low || value > high ? -1 : value;
    }

    /// The digits after a point, as milliseconds; -1 when there are none.
    double fraction()
    {
        double value = 0;
        double unit = 1000;
        const size_t start = at_;
        for (; !atEnd() && text_[at_] >= '0' && text_[at_] <= '9'; ++at_)
            value += (text_[at_] - '0') * (unit /= 10);
        return at_ == start ? -1 : std::floor(value + 1e-6);
    }

private:
    std::string_view text_;
    size_t at_ = 0;
};

std::optional<double> readTime(DateReader& reader)
{
    const int hour = reader.number(2, 0, 23);
    const int minute = hour >= 0 && reader.take(':') ? reader.number(2, 0, 59) : -1;
    if (minute < 0)
        return std::nullopt;
    double milliseconds = (hour * 60.0 + minute) * 60'000;
    if (reader.take(':')) {
        const int second = reader.number(2, 0, 59);
        const double fraction = second >= 0 && reader.take('.') ? reader.fraction() : 0;
        if (second < 0 || fraction < 0)
            return std::nullopt;
        milliseconds += second * 1000.0 + fraction;
    }
    if (reader.take('Z'))
        return milliseconds;
    const bool ahead = reader.take('+');
    if (!ahead && !reader.take('-'))
        return milliseconds;
    const int offsetHour = reader.number(2, 0, 23);
    const int offsetMinute = offsetHour >= 0 && reader.take(':') ? reader.number(2, 0, 59) : -1;
    if (offsetMinute < 0)
        return std::nullopt;
    const double offset = (offsetHour * 60.0 + offsetMinute) * 60'000;
    return milliseconds + (ahead ? -offset : offset);
}

} // namespace

std::optional<double> readDate(std::string_view text)
{
    namespace chrono = std::chrono;
    if (text.size() < 7 || text[4] != '-')
        return std::nullopt;
    DateReader reader(text);
    const int year = reader.number(4, 1, 9999);
    const int month = year > 0 && reader.take('-') ? reader.number(2, 1, 12) : -1;
    if (month < 0)
        return std::nullopt;
    int day = 1;
    if (!reader.atEnd()) {
        day = reader.take('-') ? reader.number(2, 1, 31) : -1;
        if (day < 0)
            return std::nullopt;
    }
    const chrono::year_month_day date{
        chrono::year(year), chrono::month(unsigned(month)), chrono::day(unsigned(day))};
    if (!date.ok())
        return std::nullopt;
    double milliseconds = double(chrono::sys_days(date).time_since_epoch().count()) * dayMilliseconds;
    if (!reader.atEnd()) {
        if (!reader.take('T') && !reader.take(' '))
            return std::nullopt;
        const auto time = readTime(reader);
        if (!time || !reader.atEnd())
            return std::nullopt;
        milliseconds += *time;
    }
    return milliseconds;
}

QString dateText(double milliseconds)
{
    namespace chrono = std::chrono;
    if (!(std::abs(milliseconds) < 1e15))
        return {};
    const double days = std::floor(milliseconds / dayMilliseconds);
    const chrono::year_month_day date{chrono::sys_days(chrono::days(int(days)))};
    const QChar zero = QLatin1Char('0');
    QString text = QStringLiteral("%1-%2-%3")
                       .arg(int(date.year()), 4, 10, zero)
                       .arg(unsigned(date.month()), 2, 10, zero)
                       .arg(unsigned(date.day()), 2, 10, zero);
    const int rest = int(milliseconds - days * dayMilliseconds);
    if (rest == 0)
        return text;
    text += QStringLiteral("T%1:%2:%3")
                .arg(rest / 3'600'000, 2, 10, zero)
                .arg(rest / 60'000 % 60, 2, 10, zero)
                .arg(rest / 1000 % 60, 2, 10, zero);
    return rest % 1000 == 0 ? text : text + QStringLiteral(".%1").arg(rest % 1000, 3, 10, zero);
}

} // namespace tangent
