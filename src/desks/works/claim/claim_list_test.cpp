// The broker's list finds its rows by indexes, whatever tab, order and filters: its cost is flat in the size of the
// database (P14). Counts that no row keeps stop at the bound.
#include "desks/works/claim/claim_list.hpp"

#include <gtest/gtest.h>

#include "support/explained.hpp"
#include "support/house_on_both_engines.hpp"
#include "support/works_rows.hpp"

namespace works::claim {
namespace {

class ClaimList : public support::HouseOnBothEngines {
 protected:
  ListQuery asked() { return {.broker = broker_}; }
  std::vector<ClaimId> ids(const ListQuery& query) {
    std::vector<ClaimId> found;
    for (const auto& line : read([&](db::Transaction& tx) { return list(tx, query); }).lines) found.push_back(line.id);
    return found;
  }
  std::vector<ClaimId> declare(int count) {
    if (!broker_) broker_ = broker().actor.organisation;
    std::vector<ClaimId> made;
    for (int i = 0; i < count; ++i) {
      house().clock().advance(base::minutes(1));
      made.push_back(act([&](platform::Act& act) { return support::add_claim(act, broker_); }).id);
    }
    return made;
  }

  identity::OrganisationId broker_;
};
MANDAT_ON_BOTH_ENGINES(ClaimList);

TEST_P(ClaimList, P14_a_filtered_list_pages_as_an_unfiltered_one) {
  const auto made = declare(7);
  for (const Sort sort : {Sort::recent, Sort::due}) {
    auto plain = asked();
    plain.sort = sort;
    const auto all = ids(plain);
    ASSERT_EQ(all.size(), made.size());
    auto filtered = plain;
    filtered.kind = "degat-des-eaux";
    EXPECT_EQ(ids(filtered), all);
    filtered.limit = 3;
    const auto first = read([&](db::Transaction& tx) { return list(tx, filtered); });
    ASSERT_EQ(first.lines.size(), 3U);
    EXPECT_TRUE(first.later && !first.earlier);
    filtered.cursor = Cursor{first.lines.back().key(sort), first.lines.back().id.value};
    const auto second = read([&](db::Transaction& tx) { return list(tx, filtered); });
    ASSERT_EQ(second.lines.size(), 3U);
    EXPECT_EQ(second.lines.front().id, all[3]);
    filtered.cursor = Cursor{second.lines.front().key(sort), second.lines.front().id.value, Cursor::Direction::before};
    EXPECT_EQ(ids(filtered), std::vector<ClaimId>(all.begin(), all.begin() + 3));
    filtered.cursor.reset();
    filtered.kind = "vol";
    EXPECT_TRUE(ids(filtered).empty());
  }
}

TEST_P(ClaimList, P14_filtered_counts_stop_at_the_bound) {
  declare(7);
  auto query = asked();
  query.kind = "degat-des-eaux";
  const auto counted = [&](int most) {
    return read([&](db::Transaction& tx) { return count_up_to(tx, query, most); });
  };
  EXPECT_EQ(counted(5), 6);
  EXPECT_EQ(counted(6), 7);
  EXPECT_EQ(counted(7), 7);
  query.kind = "vol";
  EXPECT_EQ(counted(5), 0);
}

// Each question of the page, in each tab, order and filter: found by an index that begins with the broker; filtered
// ones within an index that holds all they ask for.
TEST_P(ClaimList, P14_every_view_is_found_by_an_index_of_the_broker) {
  if (platform().database.engine() != db::Engine::sqlite) GTEST_SKIP() << "PostgreSQL weighs plans by its statistics";
  declare(1);
  for (const Tab tab : tabs)
    for (const Sort sort : {Sort::recent, Sort::due})
      for (const bool by_kind : {false, true})
        for (const bool by_insurer : {false, true}) {
          auto query = asked();
          query.tab = tab;
          query.sort = sort;
          if (by_kind) query.kind = "vol";
          if (by_insurer) query.insurer = "axa";
          const auto statements = support::explain(platform().database, [&](db::Transaction& tx) {
            list(tx, query);
            tab_counts(tx, query.broker);
            count_up_to(tx, query, 1000);
          });
          ASSERT_EQ(statements.size(), 3U);
          for (const auto& statement : statements) {
            bool by_index = false, covered = false;
            for (const auto& line : statement.plan) {
              EXPECT_EQ(line.find("SCAN works_"), line.npos) << line << " in " << statement.sql;
              by_index = by_index || line.find("(broker_id=?") != line.npos;
              covered = covered || line.find("USING COVERING INDEX") != line.npos;
            }
            EXPECT_TRUE(by_index) << statement.sql;
            const bool filters = (by_kind || by_insurer) && statement.sql.find("works_claims") != statement.sql.npos;
            EXPECT_TRUE(covered || !filters) << statement.sql;
          }
        }
}

}  // namespace
}  // namespace works::claim
