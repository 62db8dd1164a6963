// Password hashes (P6): argon2id, one at a time on a thread of low priority, so that a hundred people who sign in at
// once do not slow the pages of those who work.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>

#include "base/outcome.hpp"

namespace identity {

inline constexpr base::RefusalCode too_many_sign_ins{base::RefusalKind::too_many, "identity.too_many_sign_ins"};

// RFC 9106, second recommended option in spirit: 64 MiB, two passes.
struct HashCost {
  unsigned long long passes = 2;
  std::size_t memory_bytes = std::size_t{64} << 20;

  static constexpr HashCost for_tests() { return {1, 8192}; }  // libsodium's least: never for a real password
};
struct HashQueue {
  std::size_t length = 128;
  std::size_t per_address = 2;
};

// Thread-safe. Both calls wait for their turn; they refuse at once with too_many_sign_ins when the queue is full, or
// when `address` has its share of it. An empty address (commands, the demo) has no share.
class PasswordHasher {
 public:
  explicit PasswordHasher(HashCost cost = {}, HashQueue queue = {});
  ~PasswordHasher();  // ends what is queued first
  PasswordHasher(const PasswordHasher&) = delete;
  PasswordHasher& operator=(const PasswordHasher&) = delete;

  base::Outcome<std::string> hash(std::string_view password, std::string_view address = {});
  // No stored hash (an unknown account) costs the same work and is false.
  base::Outcome<bool> verify(const std::optional<std::string>& stored, std::string_view password,
                             std::string_view address);
  // How many verifications and hashes were done: tests prove that both ways through a sign-in cost one.
  std::size_t done() const;

 private:
  struct Job;

  bool enqueue(Job& job);
  void run(Job& job);
  void work();

  const HashCost cost_;
  const HashQueue limits_;
  std::string decoy_;  // verified when there is no account, so that the answer takes the same time

  mutable std::mutex mutex_;
  std::condition_variable arrived_;
  std::condition_variable finished_;
  std::deque<Job*> queue_;
  std::map<std::string, std::size_t, std::less<>> by_address_;
  std::size_t done_ = 0;
  bool closing_ = false;
  std::thread thread_;
};

}  // namespace identity
