#include "base/random.hpp"

#include <gtest/gtest.h>

#include <set>
#include <thread>
#include <vector>

namespace base {
namespace {

Instant utc(std::string_view iso) { return instant_from_iso_utc(iso).value(); }

class CountingRandom final : public Random {  // 0, 1, 2…
 public:
  void fill(std::span<unsigned char> bytes) override {
    for (auto& byte : bytes) byte = next_++;
  }

 private:
  unsigned char next_ = 0;
};

TEST(Random, BytesAreWrittenInHexadecimalAndInUrlSafeBase64) {
  EXPECT_EQ(CountingRandom{}.hex(4), "00010203");
  EXPECT_EQ(CountingRandom{}.token(3), "AAEC");
  EXPECT_EQ(CountingRandom{}.token(4), "AAECAw");
  EXPECT_EQ(CountingRandom{}.token(5), "AAECAwQ");
  EXPECT_EQ(CountingRandom{}.token(0), "");
  EXPECT_EQ(CountingRandom{}.next_u64(), 0x0001020304050607U);
}

// P16: a run can be repeated, row by row.
TEST(Random, TheSameSeedGivesTheSameChance) {
  SeededRandom a(7), b(7), other(8);
  const std::string first = a.hex(32);
  EXPECT_EQ(first, b.hex(32));
  EXPECT_NE(first, a.hex(32));
  EXPECT_NE(first, other.hex(32));
}

TEST(Random, TheSeedZeroGivesTheKnownSplitmix64Sequence) {
  SeededRandom random(0);
  EXPECT_EQ(random.hex(8), "afcd1d7b39a820e2");  // 0xe220a8397b1dcdaf, the low byte first
}

TEST(Random, TheSystemGivesOtherBytesEachTime) {
  SystemRandom random;
  std::set<std::string> tokens;
  for (int i = 0; i < 100; ++i) tokens.insert(random.token(16));
  EXPECT_EQ(tokens.size(), 100u);
}

TEST(IdSource, IdsGrowEvenWhenTheClockStandsStillOrGoesBack) {
  FixedClock clock(utc("2026-11-21T08:00:00Z"));
  SeededRandom random(1);
  IdSource ids(clock, random);
  std::int64_t last = 0;
  for (int i = 0; i < 100; ++i) {
    if (i % 10 == 0) clock.advance(std::chrono::milliseconds(1));
    if (i == 50) clock.advance(-hours(1));
    const std::int64_t id = ids.next();
    EXPECT_GT(id, last);
    last = id;
  }
}

TEST(IdSource, AnIdTellsItsMillisecondSinceTheStartOf2024) {
  FixedClock clock(utc("2024-01-01T00:00:01.5Z"));
  SeededRandom random(1);
  EXPECT_EQ(IdSource(clock, random).next() >> 21, 1500);
}

TEST(IdSource, AClockSetBeforeTheEpochDoesNotStopIt) {
  FixedClock clock(Instant{0});
  SeededRandom random(1);
  IdSource ids(clock, random);
  const std::int64_t first = ids.next();
  EXPECT_GT(first, 0);
  EXPECT_GT(ids.next(), first);
}

TEST(IdSource, ThreadsNeverShareAnId) {
  SystemClock clock;
  SystemRandom random;
  IdSource ids(clock, random);
  std::vector<std::vector<std::int64_t>> drawn(4);
  std::vector<std::thread> threads;
  for (auto& mine : drawn)
    threads.emplace_back([&ids, &mine] {
      for (int i = 0; i < 1000; ++i) mine.push_back(ids.next());
    });
  for (auto& thread : threads) thread.join();
  std::set<std::int64_t> all;
  for (const auto& mine : drawn) all.insert(mine.begin(), mine.end());
  EXPECT_EQ(all.size(), 4000u);
}

}  // namespace
}  // namespace base
