#include "base/random.hpp"

#include <sys/random.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>
#include <vector>

#include "base/assert.hpp"
#include "base/rule.hpp"

namespace base {

[[maybe_unused]] constexpr Rule rules[] = {
    MANDAT_RULE("P16",
                "Ids, time and chance come from outside, so that a run can be repeated, and compared row by row"),
};

std::uint64_t Random::next_u64() {
  std::array<unsigned char, 8> bytes;
  fill(bytes);
  std::uint64_t value = 0;
  for (const unsigned char byte : bytes) value = value << 8 | byte;
  return value;
}

std::string Random::hex(std::size_t bytes) {
  static constexpr char digits[] = "0123456789abcdef";
  std::vector<unsigned char> raw(bytes);
  fill(raw);
  std::string text;
  text.reserve(bytes * 2);
  for (const unsigned char byte : raw) {
    text += digits[byte >> 4];
    text += digits[byte & 15];
  }
  return text;
}

std::string Random::token(std::size_t bytes) {
  static constexpr char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";  // RFC 4648 §5
  std::vector<unsigned char> raw(bytes);
  fill(raw);
  std::string text;
  text.reserve((bytes * 4 + 2) / 3);
  unsigned pending = 0;
  int pending_bits = 0;
  for (const unsigned char byte : raw) {
    pending = pending << 8 | byte;
    for (pending_bits += 8; pending_bits >= 6;) {
      pending_bits -= 6;
      text += alphabet[pending >> pending_bits & 63];
    }
  }
  if (pending_bits > 0) text += alphabet[pending << (6 - pending_bits) & 63];
  return text;
}

void SystemRandom::fill(std::span<unsigned char> bytes) {
  while (!bytes.empty()) {
    const ssize_t got = ::getrandom(bytes.data(), bytes.size(), 0);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) throw std::system_error(errno, std::generic_category(), "getrandom");
    bytes = bytes.subspan(static_cast<std::size_t>(got));
  }
}

// splitmix64 (Steele, Lea, Flood 2014). Every call draws whole words, so that what follows does not depend on sizes.
void SeededRandom::fill(std::span<unsigned char> bytes) {
  const std::lock_guard lock(mutex_);
  for (std::size_t at = 0; at < bytes.size(); at += 8) {
    state_ += 0x9e3779b97f4a7c15U;
    std::uint64_t word = state_;
    word = (word ^ word >> 30) * 0xbf58476d1ce4e5b9U;
    word = (word ^ word >> 27) * 0x94d049bb133111ebU;
    word ^= word >> 31;
    for (std::size_t i = at; i < std::min(at + 8, bytes.size()); ++i, word >>= 8)
      bytes[i] = static_cast<unsigned char>(word & 0xff);
  }
}

std::int64_t IdSource::next() {
  constexpr int random_bits = 21;
  constexpr Instant epoch{1'704'067'200'000'000};  // 2024-01-01T00:00:00Z
  // A clock set before the epoch must not stop the house: ids then count up from the last one.
  const std::int64_t millisecond = std::max<std::int64_t>((clock_.now() - epoch).count() / 1000, 0);
  MANDAT_ASSERT(millisecond < std::int64_t{1} << (63 - random_bits));

  const std::lock_guard lock(mutex_);
  if (millisecond > last_ >> random_bits) {
    // Half the range is kept free, so that a millisecond has room for a million ids before it borrows from the next.
    const auto low = static_cast<std::int64_t>(random_.next_u64() >> (64 - random_bits + 1));
    last_ = millisecond << random_bits | low;
  } else {
    ++last_;
  }
  return last_;
}

}  // namespace base
