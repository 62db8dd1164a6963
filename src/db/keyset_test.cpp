#include "db/keyset.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>

#include "support/databases.hpp"

namespace db {
namespace {

struct Line {
  std::int64_t id, key;
  friend bool operator==(const Line&, const Line&) = default;
};

class KeysetPages : public support::OnBothEngines {
 protected:
  KeysetPages() : OnBothEngines(support::Tables::none) {}
  void SetUp() override {
    OnBothEngines::SetUp();
    if (IsSkipped() || HasFatalFailure()) return;
    database().write([](Transaction& tx) {
      tx.execute("CREATE TABLE things (id BIGINT PRIMARY KEY, sort_key BIGINT NOT NULL, words TEXT NOT NULL)");
    });
  }
  void fill(const std::vector<Line>& lines) {
    database().write([&](Transaction& tx) {
      tx.execute("DELETE FROM things");
      for (const Line& line : lines)
        tx.execute("INSERT INTO things (id, sort_key, words) VALUES (:id, :key, :words)",
                   {{"id", line.id}, {"key", line.key}, {"words", line.id % 2 == 0 ? "fuite lyon" : "fuite"}});
    });
  }
  PageOf<Line> page(Filter filter, Keyset::Way way, const std::optional<Cursor>& cursor, int limit) {
    return database().read([&](Transaction& tx) {
      const Keyset keyset(filter, "sort_key", way, cursor, limit);
      return keyset.page(
          tx.rows("SELECT id, sort_key FROM things WHERE " + filter.where + " " + keyset.order() + " LIMIT :limit",
                  std::span<const Param>(filter.params), [](const Row& row) {
                    return Line{row.integer(0), row.integer(1)};
                  }));
    });
  }
};
MANDAT_ON_BOTH_ENGINES(KeysetPages);

// P14
TEST_P(KeysetPages, ReadForthAndBackShowEachLineOnceInOrder) {
  rc::check([&](const std::vector<std::uint8_t>& keys, bool descending) {
    const int limit = *rc::gen::inRange(1, 6);
    std::vector<Line> lines;
    for (const auto key : keys) lines.push_back({static_cast<std::int64_t>(lines.size()) + 1, key % 4});
    fill(lines);
    std::sort(lines.begin(), lines.end(), [&](const Line& a, const Line& b) {
      const bool before = std::pair(a.key, a.id) < std::pair(b.key, b.id);
      return descending ? std::pair(b.key, b.id) < std::pair(a.key, a.id) : before;
    });
    const auto way = descending ? Keyset::Way::descending : Keyset::Way::ascending;

    std::vector<PageOf<Line>> pages{page({}, way, {}, limit)};
    while (pages.back().later) {
      const Line& last = pages.back().lines.back();
      pages.push_back(page({}, way, Cursor{last.key, last.id, Cursor::Direction::after}, limit));
      RC_ASSERT(pages.back().earlier);
      RC_ASSERT(!pages.back().lines.empty());
    }
    RC_ASSERT(!pages.front().earlier);
    std::vector<Line> shown;
    for (const auto& one : pages) shown.insert(shown.end(), one.lines.begin(), one.lines.end());
    RC_ASSERT(shown == lines);

    for (std::size_t i = pages.size() - 1; i > 0; --i) {
      const Line& first = pages[i].lines.front();
      const auto before = page({}, way, Cursor{first.key, first.id, Cursor::Direction::before}, limit);
      RC_ASSERT(before.lines == pages[i - 1].lines);
      RC_ASSERT(before.later);
      RC_ASSERT(before.earlier == (i > 1));
    }
  });
}

TEST_P(KeysetPages, AreOfWhatTheFilterLeavesAndCountedNoFurtherThanAsked) {  // P14
  fill({{1, 5}, {2, 6}, {3, 7}, {4, 8}, {6, 8}});
  Filter filter;
  filter.add(Words("fuite lyon"), "words");
  filter.add("sort_key > :least", "least", 6);
  const auto found = page(filter, Keyset::Way::ascending, {}, 10);
  EXPECT_EQ(found.lines, (std::vector<Line>{{4, 8}, {6, 8}}));
  EXPECT_FALSE(found.earlier || found.later);
  const auto count = [&](int most) {
    return database().read([&](Transaction& tx) { return count_up_to(tx, "things", filter, most); });
  };
  EXPECT_EQ(count(10), 2);
  EXPECT_EQ(count(1), 2) << "one more than asked says that there are more";
  EXPECT_EQ(count(0), 1);
}

}  // namespace
}  // namespace db
