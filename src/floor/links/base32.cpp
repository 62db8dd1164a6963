#include "floor/links/base32.hpp"

#include <algorithm>
#include <limits>

#include "base/assert.hpp"

namespace links {

namespace {
constexpr std::string_view digits = "0123456789abcdefghjkmnpqrstvwxyz";

char normalised(char c) {
  if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  if (c == 'o') return '0';
  if (c == 'i' || c == 'l') return '1';
  return c;
}
}  // namespace

std::string base32(std::span<const unsigned char> bytes) {
  MANDAT_ASSERT(bytes.size() % 5 == 0);
  std::string text;
  unsigned pending = 0;
  int bits = 0;
  for (const unsigned char byte : bytes) {
    pending = (pending << 8U | byte) & 0xfffU;  // at most 4 bits are left over from the byte before
    for (bits += 8; bits >= 5; bits -= 5) text += digits[pending >> static_cast<unsigned>(bits - 5) & 31U];
  }
  return text;
}

std::string base32(std::int64_t id) {
  MANDAT_ASSERT(id > 0);
  std::string text;
  for (; id > 0; id /= 32) text += digits[static_cast<std::size_t>(id % 32)];
  std::reverse(text.begin(), text.end());
  return text;
}

std::optional<std::int64_t> id_from_base32(std::string_view text) {
  std::int64_t id = 0;
  for (const char c : text) {
    const auto digit = digits.find(normalised(c));
    if (digit == std::string_view::npos) return std::nullopt;
    if (id > std::numeric_limits<std::int64_t>::max() / 32) return std::nullopt;
    id = id * 32 + static_cast<std::int64_t>(digit);
    if (id == 0) return std::nullopt;  // a leading zero would give one id several forms
  }
  return id == 0 ? std::nullopt : std::optional(id);
}

std::string normalised_base32(std::string_view text) {
  std::string same(text);
  std::transform(same.begin(), same.end(), same.begin(), normalised);
  return same;
}

}  // namespace links
