// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/policy/comparison.h"

#include <charconv>
#include <cmath>
#include <vector>

namespace tangent::policy {

namespace {

constexpr double secondsOfDay = 86400;

/// Exactly `digits` decimal digits from the front, as a number.
std::optional<int> takeDigits(std::string_view* text, size_t digits)
{
    if (text->size() < digits)
        return std::nullopt;
    int value = 0;
    for (size_t i = 0; i < digits; ++i) {
        const char c = (*text)[i];
        if (c < '0' || c > '9')
            return std::nullopt;
        value = value * 10 + (c - '0');
    }
    text->remove_prefix(digits);
    return value;
}

bool take(std::string_view* text, char c)
{
    if (text->empty() || text->front() != c)
        return false;
    text->remove_prefix(1);
    return true;
}

/// A number of that many digits between two bounds, behind a mark.
bool takePart(std::string_view* text, char mark, int low, int high, int* value)
{
    if (!take(text, mark))
        return false;
    const auto found = takeDigits(text, 2);
    if (!found || *found < low || *found > high)
        return false;
    *value = *found;
    return true;
}

/// Days from 1970-01-01 in the proleptic Gregorian calendar (H. Hinnant, "chrono-compatible low-level date
/// algorithms", days_from_civil).
double daysSince1970(int year, int month, int day)
{
    const int y = month <= 2 ? year - 1 : year;
    const int era = (y >= 0 ? y : y - 399) / 400;
    const int yearOfEra = y - era * 400;
    const int dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    const int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return double(era) * 146097 + dayOfEra - 719468;
}

int daysInMonth(int year, int month)
{
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && leap ? 29 : days[month - 1];
}

/// `Z`, `+hh:mm`, `-hh:mm` or nothing, in seconds east of UTC.
std::optional<double> takeZone(std::string_view* text)
{
    if (text->empty() || take(text, 'Z'))
        return 0;
    const char sign = text->front();
    int hours = 0;
    int minutes = 0;
    if ((sign != '+' && sign != '-') || !takePart(text, sign, 0, 23, &hours)
        || !takePart(text, ':', 0, 59, &minutes))
        return std::nullopt;
    return (sign == '-' ? -1 : 1) * (hours * 3600.0 + minutes * 60.0);
}

std::optional<double> takeTime(std::string_view* text)
{
    int hours = 0;
    int minutes = 0;
    int seconds = 0;
    double share = 0;
    if (!takePart(text, 'T', 0, 24, &hours) || !takePart(text, ':', 0, 59, &minutes))
        return std::nullopt;
    if (!text->empty() && text->front() == ':' && !takePart(text, ':', 0, 60, &seconds))
        return std::nullopt;
    if (take(text, '.')) {
        double unit = 0.1;
        while (const auto digit = takeDigits(text, 1)) {
            share += *digit * unit;
            unit /= 10;
        }
    }
    return hours * 3600.0 + minutes * 60.0 + seconds + share;
}

std::optional<double> dateIn(std::string_view text)
{
    int month = 1;
    int day = 1;
    const auto year = takeDigits(&text, 4);
    if (!year)
        return std::nullopt;
    if (!text.empty() && !takePart(&text, '-', 1, 12, &month))
        return std::nullopt;
    if (!text.empty() && text.front() == '-' && !takePart(&text, '-', 1, daysInMonth(*year, month), &day))
        return std::nullopt;
    double seconds = daysSince1970(*year, month, day) * secondsOfDay;
    if (!text.empty() && text.front() == 'T') {
        const auto time = takeTime(&text);
        if (!time)
            return std::nullopt;
        seconds += *time;
    }
    const auto zone = takeZone(&text);
    if (!zone || !text.empty())
        return std::nullopt;
    return seconds - *zone;
}

template <class Number>
std::optional<Number> whole(std::string_view text, int base)
{
    Number value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, base);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

std::vector<std::string_view> split(std::string_view text, char mark)
{
    std::vector<std::string_view> parts;
    for (size_t at = text.find(mark); at != std::string_view::npos; at = text.find(mark)) {
        parts.push_back(text.substr(0, at));
        text.remove_prefix(at + 1);
    }
    parts.push_back(text);
    return parts;
}

bool readV4(std::string_view text, AddressRange* range)
{
    const auto parts = split(text, '.');
    for (size_t i = 0; i < parts.size() && parts.size() == 4; ++i) {
        const auto part = whole<unsigned>(parts[i], 10);
        if (!part || *part > 255)
            return false;
        range->bytes[i] = std::uint8_t(*part);
    }
    range->bits = 32;
    return parts.size() == 4;
}

/// Groups of sixteen bits, written into `groups`.
bool readGroups(std::string_view text, std::vector<unsigned>* groups)
{
    if (text.empty())
        return true;
    for (const std::string_view part : split(text, ':')) {
        const auto group = whole<unsigned>(part, 16);
        if (!group || *group > 0xFFFF)
            return false;
        groups->push_back(*group);
    }
    return groups->size() <= 8;
}

bool readV6(std::string_view text, AddressRange* range)
{
    std::vector<unsigned> head;
    std::vector<unsigned> tail;
    const size_t gap = text.find("::");
    if (!readGroups(text.substr(0, gap), &head)
        || (gap != std::string_view::npos && !readGroups(text.substr(gap + 2), &tail)))
        return false;
    const size_t given = head.size() + tail.size();
    if (gap == std::string_view::npos ? given != 8 : given > 7)
        return false;
    head.resize(8 - tail.size(), 0);
    head.insert(head.end(), tail.begin(), tail.end());
    for (size_t i = 0; i < head.size(); ++i) {
        range->bytes[2 * i] = std::uint8_t(head[i] >> 8);
        range->bytes[2 * i + 1] = std::uint8_t(head[i] & 0xFF);
    }
    range->bits = 128;
    range->six = true;
    return true;
}

} // namespace

std::optional<double> numberIn(std::string_view text)
{
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value))
        return std::nullopt;
    return value;
}

std::optional<double> secondsIn(std::string_view text)
{
    constexpr size_t digitsOfYear = 4;
    if (text.size() != digitsOfYear) {
        if (const auto seconds = whole<std::int64_t>(text, 10))
            return double(*seconds);
    }
    return dateIn(text);
}

bool AddressRange::contains(const AddressRange& other) const
{
    if (six != other.six || other.bits < bits)
        return false;
    for (int bit = 0; bit < bits; ++bit) {
        const auto mask = std::uint8_t(0x80 >> (bit % 8));
        if (((bytes[size_t(bit / 8)] ^ other.bytes[size_t(bit / 8)]) & mask) != 0)
            return false;
    }
    return true;
}

std::optional<AddressRange> addressIn(std::string_view text)
{
    const size_t slash = text.find('/');
    const std::string_view address = text.substr(0, slash);
    AddressRange range;
    const bool read =
        address.find(':') == std::string_view::npos ? readV4(address, &range) : readV6(address, &range);
    if (!read)
        return std::nullopt;
    if (slash == std::string_view::npos)
        return range;
    const auto bits = whole<int>(text.substr(slash + 1), 10);
    if (!bits || *bits < 0 || *bits > range.bits)
        return std::nullopt;
    range.bits = *bits;
    return range;
}

} // namespace tangent::policy
