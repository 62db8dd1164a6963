#include "floor/identity/passwords.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <future>
#include <vector>

namespace identity {
namespace {

TEST(PasswordHasher, knows_a_password_again_and_no_other) {
  PasswordHasher hasher(HashCost::for_tests());
  const std::string stored = hasher.hash("un mot de passe").value();
  EXPECT_TRUE(hasher.verify(stored, "un mot de passe", "192.0.2.1").value());
  EXPECT_FALSE(hasher.verify(stored, "un mot de passf", "192.0.2.1").value());
  EXPECT_NE(stored, hasher.hash("un mot de passe").value());  // salted
}

TEST(PasswordHasher, takes_an_empty_password_for_a_wrong_one) {
  PasswordHasher hasher(HashCost::for_tests());
  const std::string stored = hasher.hash("un mot de passe").value();
  EXPECT_FALSE(hasher.verify(stored, {}, "192.0.2.1").value());
}

TEST(PasswordHasher, uses_argon2id_with_64_mib_and_two_passes) {  // P6
  PasswordHasher hasher;
  EXPECT_EQ(hasher.hash("un mot de passe").value().substr(0, 30), "$argon2id$v=19$m=65536,t=2,p=1");
}

TEST(PasswordHasher, does_the_same_work_for_an_account_that_does_not_exist) {  // P6
  PasswordHasher hasher(HashCost::for_tests());
  const auto before = hasher.done();
  EXPECT_FALSE(hasher.verify(std::nullopt, "un mot de passe", "192.0.2.1").value());
  EXPECT_FALSE(hasher.verify(std::nullopt, "no account has this password", "192.0.2.1").value());
  EXPECT_EQ(hasher.done(), before + 2);
}

// Starts `calls` verifications at once from `address`, and counts those that were taken.
int taken(PasswordHasher& hasher, int calls, const std::string& address) {
  std::atomic<int> count{0};
  std::vector<std::thread> threads;
  threads.reserve(static_cast<std::size_t>(calls));
  for (int i = 0; i < calls; ++i) {
    threads.emplace_back([&] { count += hasher.verify(std::nullopt, "x", address).ok() ? 1 : 0; });
  }
  for (auto& thread : threads) thread.join();
  return count;
}

constexpr HashCost slow{2, std::size_t{16} << 20};

TEST(PasswordHasher, gives_one_address_two_places_in_its_queue) {  // P6
  PasswordHasher hasher(slow);
  EXPECT_LT(taken(hasher, 12, "192.0.2.1"), 12);
  EXPECT_TRUE(hasher.verify(std::nullopt, "x", "192.0.2.1").ok());  // the places are given back
  EXPECT_EQ(taken(hasher, 12, ""), 12);                             // commands have no share
}

TEST(PasswordHasher, refuses_at_once_when_its_queue_is_full) {  // P6
  PasswordHasher hasher(slow, {.length = 1, .per_address = 100});
  EXPECT_LT(taken(hasher, 12, "192.0.2.1"), 12);
  const auto refused = PasswordHasher(HashCost::for_tests(), {.length = 0}).verify(std::nullopt, "x", "");
  EXPECT_TRUE(refused.refused_as(too_many_sign_ins));
}

}  // namespace
}  // namespace identity
