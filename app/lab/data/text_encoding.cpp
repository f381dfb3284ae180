// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/data/text_encoding.h"

#include <QStringDecoder>
#include <QStringEncoder>

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace tangent {

namespace {

/// Length of the well-formed sequence that starts at a byte of 0x80 or more; 0 when it is malformed.
size_t sequenceLength(std::string_view rest)
{
    const auto byte = [&](size_t i) { return i < rest.size() ? std::uint8_t(rest[i]) : std::uint8_t(0); };
    const auto follows = [&](size_t i) { return (byte(i) & 0xC0) == 0x80; };
    const std::uint8_t lead = byte(0);
    if (lead >= 0xC2 && lead <= 0xDF)
        return follows(1) ? 2 : 0;
    if (lead >= 0xE0 && lead <= 0xEF) {
        const bool overlong = lead == 0xE0 && byte(1) < 0xA0;
        const bool surrogate = lead == 0xED && byte(1) > 0x9F;
        return follows(1) && follows(2) && !overlong && !surrogate ? 3 : 0;
    }
    if (lead >= 0xF0 && lead <= 0xF4) {
        const bool overlong = lead == 0xF0 && byte(1) < 0x90;
        const bool beyond = lead == 0xF4 && byte(1) > 0x8F;
        return follows(1) && follows(2) && follows(3) && !overlong && !beyond ? 4 : 0;
    }
    return 0;
}

/// True when all eight bytes are ASCII and none is zero.
bool plainWord(const char* at)
{
    std::uint64_t word = 0;
    std::memcpy(&word, at, sizeof word);
    const std::uint64_t tops = 0x8080808080808080ULL;
    return (word & tops) == 0 && ((word - 0x0101010101010101ULL) & ~word & tops) == 0;
}

/// UTF-16 without a mark: text in it has a zero in at least a quarter of its high bytes and in hardly any
/// of its low ones. The shortest table has three such characters.
QStringConverter::Encoding guessed(const QByteArray& bytes)
{
    const qsizetype pairs = std::min<qsizetype>(bytes.size(), 4096) / 2;
    qsizetype even = 0;
    qsizetype odd = 0;
    for (qsizetype i = 0; i < pairs; ++i) {
        even += bytes[2 * i] == 0;
        odd += bytes[2 * i + 1] == 0;
    }
    if (odd >= 3 && 4 * odd >= pairs && 16 * even <= odd)
        return QStringConverter::Utf16LE;
    if (even >= 3 && 4 * even >= pairs && 16 * odd <= even)
        return QStringConverter::Utf16BE;
    return QStringConverter::Utf8;
}

} // namespace

size_t firstBadByte(std::string_view text)
{
    size_t at = 0;
    while (at < text.size()) {
        if (text.size() - at >= 8 && plainWord(text.data() + at)) {
            at += 8;
            continue;
        }
        const size_t length =
            std::uint8_t(text[at]) >= 0x80 ? sequenceLength(text.substr(at)) : text[at] != 0;
        if (length == 0)
            return at;
        at += length;
    }
    return std::string_view::npos;
}

QByteArray toUtf8(const QByteArray& bytes)
{
    if (bytes.startsWith("\xEF\xBB\xBF"))
        return bytes.mid(3);
    const auto encoding = QStringConverter::encodingForData(bytes).value_or(guessed(bytes));
    if (encoding == QStringConverter::Utf8)
        return bytes;
    QStringDecoder decoder(encoding);
    const QString text = decoder(bytes);
    const bool halved = bytes.size() % 2 != 0;
    QStringEncoder encoder(QStringConverter::Utf8);
    const QByteArray utf8 = encoder(text);
    if (!decoder.hasError() && !encoder.hasError() && !halved)
        return utf8;
    // The damaged place becomes a byte that UTF-8 never holds, so that it is found and refused there.
    QByteArray marked = utf8;
    marked.replace(QByteArrayLiteral("\xEF\xBF\xBD"), QByteArrayLiteral("\xFF"));
    return halved ? marked + '\xFF' : marked;
}

} // namespace tangent
