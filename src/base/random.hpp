// Where chance and new ids come from. Injected: a run on one engine equals a run on the other, row by row (P16).
#pragma once

#include <cstdint>
#include <mutex>
#include <span>
#include <string>

#include "base/clock.hpp"

namespace base {

class Random {
 public:
  virtual ~Random() = default;
  virtual void fill(std::span<unsigned char> bytes) = 0;

  std::uint64_t next_u64();
  std::string hex(std::size_t bytes);    // 2 characters a byte
  std::string token(std::size_t bytes);  // base64url, unpadded
};

class SystemRandom final : public Random {  // getrandom(2)
 public:
  void fill(std::span<unsigned char> bytes) override;
};

class SeededRandom final : public Random {  // reproducible, not secret: tests, demo and simulation
 public:
  explicit SeededRandom(std::uint64_t seed) : state_(seed) {}
  void fill(std::span<unsigned char> bytes) override;

 private:
  std::mutex mutex_;
  std::uint64_t state_;
};

// 63-bit ids that grow with time: milliseconds since 2024-01-01 UTC << 21 | 21 bits that are random at the first id of
// a millisecond and count up within it. Two servers may meet on one (a unique violation): db::Database::write retries.
class IdSource {
 public:
  IdSource(const Clock& clock, Random& random) : clock_(clock), random_(random) {}
  std::int64_t next();  // always greater than the one before, from the same source

 private:
  const Clock& clock_;
  Random& random_;
  std::mutex mutex_;
  std::int64_t last_ = 0;
};

}  // namespace base
