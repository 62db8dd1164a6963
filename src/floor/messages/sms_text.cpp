#include "floor/messages/sms_text.hpp"

#include <array>
#include <utility>

#include "base/text.hpp"
#include "base/utf8.hpp"

namespace messages {

namespace {

// The default alphabet (TS 23.038 § 6.2.1) and its extension table (§ 6.2.1.1), without the escape itself.
constexpr std::u32string_view basic =
    U"@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    U"¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
constexpr std::u32string_view extended = U"\f^{}\\[~]|€";
static_assert(basic.size() == 127 && extended.size() == 10);

constexpr int gsm7_units(char32_t c) {
  if (basic.find(c) != std::u32string_view::npos) return 1;
  return extended.find(c) != std::u32string_view::npos ? 2 : 0;
}

constexpr std::pair<char32_t, std::string_view> stand_ins[] = {
    {U'À', "A"},  {U'Â', "A"},   {U'È', "E"}, {U'Ê', "E"}, {U'Ë', "E"},  {U'Î', "I"},  {U'Ï', "I"},
    {U'Ô', "O"},  {U'Ù', "U"},   {U'Û', "U"}, {U'Ÿ', "Y"}, {U'Œ', "OE"}, {U'«', "\""}, {U'»', "\""},
    {U'“', "\""}, {U'”', "\""},  {U'’', "'"}, {U'‘', "'"}, {U'–', "-"},  {U'—', "-"},  {U'‑', "-"},
    {U'•', "-"},  {U'…', "..."}, {U'°', "o"}, {U'²', "2"}, {U'³', "3"},  {U'×', "x"},  {U'\t', " "},
};

std::string stand_in(char32_t c, std::string_view bytes) {
  for (const auto& [from, to] : stand_ins)
    if (from == c) return std::string(to);
  if (base::is_blank(c)) return " ";
  const std::string folded(base::trim(base::fold(bytes)));
  return folded.empty() ? "?" : folded;
}

template <class Visit>
void each_code_point(std::string_view text, Visit visit) {
  for (std::size_t at = 0; at < text.size();) {
    const base::CodePoint point = base::decode_utf8(text, at);
    visit(point.value, text.substr(at, point.length));
    at += point.length;
  }
}

// Counts units and the segments they fill when no character may straddle two.
class Packing {
 public:
  explicit Packing(int joined) : room_of_segment_(joined) {}
  void add(int units) {
    if (room_ < units) {
      ++segments_;
      room_ = room_of_segment_;
    }
    room_ -= units;
    units_ += units;
  }
  SmsSize size(bool gsm7, int alone) const { return {gsm7, units_, units_ == 0 ? 0 : units_ <= alone ? 1 : segments_}; }

 private:
  int room_of_segment_;
  int room_ = 0, segments_ = 0, units_ = 0;
};

}  // namespace

SmsSize sms_size(std::string_view utf8) {
  bool gsm7 = true;
  Packing septets(153), utf16(67);
  each_code_point(utf8, [&](char32_t c, std::string_view) {
    const int units = gsm7_units(c);
    gsm7 = gsm7 && units > 0;
    septets.add(units);
    utf16.add(c > 0xFFFF ? 2 : 1);
  });
  return gsm7 ? septets.size(true, 160) : utf16.size(false, 70);
}

std::string to_gsm7(std::string_view utf8) {
  std::string text;
  each_code_point(utf8, [&](char32_t c, std::string_view bytes) {
    if (gsm7_units(c) > 0)
      text += bytes;
    else
      text += stand_in(c, bytes);
  });
  return text;
}

}  // namespace messages
