// A broker's list, answered from memory, is what the database tells of his claims, after any story and on each server
// (ADR 15); counts stop at their bound (P14).
#include "desks/works/claim/claim_list.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <random>
#include <thread>

#include "support/explained.hpp"
#include "support/house_on_both_engines.hpp"
#include "support/works_rows.hpp"

namespace works::claim {
namespace {

class ClaimList : public support::HouseOnBothEngines {
 protected:
  ListQuery asked() const { return {.broker = broker_}; }
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

  // Everything a list shows, sorts and filters by, drawn from a number.
  void change(ClaimId id, int drawn = 7) {
    constexpr WaitingFor holders[] = {WaitingFor::broker, WaitingFor::tradesman, WaitingFor::insurer};
    platform().database.write([&](db::Transaction& tx) {
      Claim claim = *find(tx, id);
      claim.status = every_status[drawn % 4];
      claim.waiting_for = holders[drawn % 3];
      claim.waiting_name = drawn % 3 == 1 ? "Plomberie du Rhône" : "";
      claim.next_due_at = drawn % 5 == 0 ? std::nullopt : std::optional(platform().clock.now() + base::hours(drawn));
      claim.insurer = drawn % 2 == 0 ? "axa" : "maif";
      claim.insured.name = drawn % 7 == 0 ? "Ana Durand" : "Zoé Bénard";
      save(tx, claim);
    });
  }

  // Each view of the broker's is the one of all brokers, read by the database, without the others' lines.
  void expect_as_read(db::Database& server) {
    const auto same = [](const Line& a, const Line& b) {
      return a.id == b.id && a->reference == b->reference && a->insured_name == b->insured_name &&
             a->status == b->status && a->detail == b->detail && a->waiting_for == b->waiting_for &&
             a->waiting_name == b->waiting_name && a->next_due_at == b->next_due_at &&
             a->declared_at == b->declared_at && a->trades_text == b->trades_text;
    };
    for (const Tab tab : tabs)
      for (const Sort sort : {Sort::recent, Sort::due})
        for (const std::string search : {"", "durand", "éna", "t 2026", "000002", "introuvable"})
          for (const std::string insurer : {"", "maif"}) {
            const ListQuery all{.tab = tab, .sort = sort, .search = search, .insurer = insurer, .limit = 500};
            auto his = all;
            his.broker = broker_;
            server.read([&](db::Transaction& tx) {
              auto expected = list(tx, all).lines;
              std::erase_if(expected, [&](const Line& line) { return line->broker != broker_; });
              const auto [page, counts, shown] = find_page(tx, his, 1000);
              EXPECT_TRUE(std::equal(page.lines.begin(), page.lines.end(), expected.begin(), expected.end(), same))
                  << slug(tab) << " " << search << " " << insurer;
              EXPECT_EQ(shown, static_cast<std::int64_t>(expected.size()));
              if (search.empty() && insurer.empty()) {
                EXPECT_EQ(counts[static_cast<std::size_t>(tab)], static_cast<std::int64_t>(expected.size()));
              }
              return 0;
            });
          }
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
    return read([&](db::Transaction& tx) { return find_page(tx, query, most).shown; });
  };
  EXPECT_EQ(counted(5), 6);
  EXPECT_EQ(counted(6), 7);
  EXPECT_EQ(counted(7), 7);
  query.kind = "vol";
  EXPECT_EQ(counted(5), 0);
}

// What is kept costs a page one statement, whatever tab, order and filters, and no more once a claim has changed than
// the rows that changed. The first look reads the broker's claims, and no others.
TEST_P(ClaimList, P14_every_view_of_a_kept_list_is_one_statement) {
  if (platform().database.engine() != db::Engine::sqlite) GTEST_SKIP() << "PostgreSQL weighs plans by its statistics";
  const auto made = declare(3);
  const auto statements = [&](const ListQuery& query) {
    return support::explain(platform().database, [&](db::Transaction& tx) { find_page(tx, query, 1000); });
  };
  const auto found_by = [](const support::Explained& statement, std::string_view index) {
    return std::any_of(statement.plan.begin(), statement.plan.end(),
                       [&](const std::string& line) { return line.find(index) != line.npos; });
  };
  const auto first = statements(asked());
  ASSERT_EQ(first.size(), 2U);
  EXPECT_TRUE(found_by(first[1], "works_claims_broker (broker_id=?)"));
  for (const Tab tab : tabs)
    for (const Sort sort : {Sort::recent, Sort::due})
      for (const std::string kind : {"", "vol"}) {
        auto query = asked();
        query.tab = tab;
        query.sort = sort;
        query.kind = kind;
        query.search = kind.empty() ? "" : "durand";
        EXPECT_EQ(statements(query).size(), 1U);
      }
  change(made[0]);
  const auto after = statements(asked());
  ASSERT_EQ(after.size(), 3U);
  for (const auto& statement : after)
    for (const auto& line : statement.plan)
      EXPECT_TRUE(line.find("SCAN works_") == line.npos && line.find("SCAN kept_") == line.npos) << line;
  EXPECT_TRUE(found_by(after[2], "PRIMARY KEY")) << "a claim that changed is read by its id";
}

TEST_P(ClaimList, P14_what_is_kept_is_what_the_database_tells) {
  declare(3);
  const auto other = broker().actor.organisation;
  std::minstd_rand lots{20261127};
  const std::unique_ptr<db::Database> second =
      GetParam() == db::Engine::postgres ? db::open(house().address()) : nullptr;
  std::vector<ClaimId> mine = ids(asked());
  for (int turn = 0; turn < 30; ++turn) {
    house().clock().advance(base::minutes(1));
    if (lots() % 3 == 0) {
      mine.push_back(declare(1).front());
      act([&](platform::Act& act) { return support::add_claim(act, other); });  // nobody else's stands in the list
    } else {
      change(mine[lots() % mine.size()], static_cast<int>(lots() % 1000));
    }
    for (db::Database* const server : {&platform().database, second.get()})
      if (server != nullptr) expect_as_read(*server);
    if (HasFailure()) return;
  }
  EXPECT_GT(mine.size(), 8U);
}

TEST_P(ClaimList, P14_what_was_rolled_back_is_never_listed_and_a_writer_sees_his_own) {
  const auto made = declare(2);
  ASSERT_EQ(ids(asked()).size(), 2U);
  struct Changed : std::exception {};
  const auto undone = [&] {
    platform().database.write([&](db::Transaction& tx) {
      Claim claim = *find(tx, made[0]);
      claim.insured.name = "Jamais";
      save(tx, claim);
      const auto lines = list(tx, asked()).lines;
      EXPECT_EQ(lines.back()->insured_name, "Jamais");
      throw Changed();
    });
  };
  EXPECT_THROW(undone(), Changed);
  expect_as_read(platform().database);
  change(made[1]);
  expect_as_read(platform().database);
}

// Writers and readers at once: each finds what he has just written, whatever others bring the list up to meanwhile.
TEST_P(ClaimList, P14_each_reads_his_own_writes_among_many) {
  constexpr int threads = 4, turns = 15;
  const auto made = declare(threads);
  const std::unique_ptr<db::Database> second =
      GetParam() == db::Engine::postgres ? db::open(house().address()) : nullptr;
  std::atomic<int> wrong = 0;
  std::vector<std::thread> crowd;
  for (int i = 0; i < threads; ++i)
    crowd.emplace_back([&, id = made[static_cast<std::size_t>(i)], i] {
      db::Database& server = second && i % 2 == 1 ? *second : platform().database;
      for (int turn = 0; turn < turns; ++turn) {
        const std::string name = "Tour" + std::to_string(i) + "x" + std::to_string(turn);
        server.write([&](db::Transaction& tx) {
          Claim claim = *find(tx, id);
          claim.insured.name = name;
          save(tx, claim);
        });
        auto query = asked();
        query.search = name + "x";  // no such word
        const auto none = server.read([&](db::Transaction& tx) { return list(tx, query); });
        query.search = name;
        const auto found = server.read([&](db::Transaction& tx) { return list(tx, query); });
        const auto is_it = [&](const Line& line) { return line.id == id && line->insured_name == name; };
        if (!none.lines.empty() || std::none_of(found.lines.begin(), found.lines.end(), is_it)) ++wrong;
      }
    });
  for (auto& thread : crowd) thread.join();
  EXPECT_EQ(wrong, 0);
  expect_as_read(platform().database);
}

}  // namespace
}  // namespace works::claim
