#include <gtest/gtest.h>

#include <atomic>
#include <functional>
#include <set>
#include <thread>

#include "db/database.hpp"
#include "support/databases.hpp"

namespace db {
namespace {

void at_once(int threads, const std::function<void(int)>& work) {
  std::vector<std::thread> running;
  for (int i = 0; i < threads; ++i) running.emplace_back(work, i);
  for (auto& thread : running) thread.join();
}

class Contention : public support::OnBothEngines {
 protected:
  Contention() : OnBothEngines(support::Tables::none) {}
  void SetUp() override {
    OnBothEngines::SetUp();
    if (IsSkipped() || HasFatalFailure()) return;
    database().write([](Transaction& tx) {
      tx.execute("CREATE TABLE counters (id BIGINT PRIMARY KEY, n BIGINT NOT NULL)");
      tx.execute("CREATE TABLE jobs (id BIGINT PRIMARY KEY, state TEXT NOT NULL, due_at BIGINT NOT NULL)");
      tx.execute("CREATE INDEX jobs_due ON jobs (due_at, id) WHERE state = 'pending'");
      tx.execute("INSERT INTO counters (id, n) VALUES (1, 0), (2, 0)");
    });
  }
  static std::int64_t counter(Transaction& tx, std::int64_t id) {
    return *tx.value<std::int64_t>("SELECT n FROM counters WHERE id = :id", {{"id", id}});
  }
  static void set_counter(Transaction& tx, std::int64_t id, std::int64_t n) {
    tx.execute("UPDATE counters SET n = :n WHERE id = :id", {{"id", id}, {"n", n}});
  }
};
MANDAT_ON_BOTH_ENGINES(Contention);

TEST_P(Contention, loses_no_update_when_threads_read_then_write_the_same_row) {
  constexpr int threads = 4, each = 25;
  at_once(threads, [&](int) {
    for (int i = 0; i < each; ++i) database().write([](Transaction& tx) { set_counter(tx, 1, counter(tx, 1) + 1); });
  });
  EXPECT_EQ(database().read([](Transaction& tx) { return counter(tx, 1); }), threads * each);
}

// Write skew: each row may be lowered only while the sum stays positive. Snapshots alone would let both through.
TEST_P(Contention, is_serialisable_not_only_a_snapshot) {
  for (int round = 0; round < 10; ++round) {
    database().write([](Transaction& tx) {
      set_counter(tx, 1, 1);
      set_counter(tx, 2, 1);
    });
    at_once(2, [&](int i) {
      database().write([&](Transaction& tx) {
        if (counter(tx, 1) + counter(tx, 2) < 2) return;
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
        set_counter(tx, i + 1, 0);
      });
    });
    EXPECT_EQ(database().read([](Transaction& tx) { return counter(tx, 1) + counter(tx, 2); }), 1);
  }
}

TEST_P(Contention, reads_one_moment_however_much_is_written_meanwhile) {
  database().read([&](Transaction& tx) {
    const auto before = counter(tx, 1);
    std::thread([&] { database().write([](Transaction& other) { set_counter(other, 1, 99); }); }).join();
    EXPECT_EQ(counter(tx, 1), before);
  });
  EXPECT_EQ(database().read([](Transaction& tx) { return counter(tx, 1); }), 99);
}

TEST_P(Contention, draws_again_when_two_fresh_ids_met) {
  std::int64_t next = 1;  // taken already
  std::vector<std::int64_t> committed;
  database().write([&](Transaction& tx) {
    const auto id = next++;
    tx.execute("INSERT INTO counters (id, n) VALUES (:id, 0)", {{"id", id}});
    tx.after_commit([&committed, id] { committed.push_back(id); });
  });
  EXPECT_EQ(committed, std::vector<std::int64_t>{3});
}

TEST_P(Contention, draws_again_even_when_the_function_took_the_clash_for_a_refusal) {
  std::int64_t next = 2;
  database().write([&](Transaction& tx) {
    try {
      tx.execute("INSERT INTO counters (id, n) VALUES (:id, 0)", {{"id", next++}});
    } catch (const Error&) {
    }
  });
  EXPECT_EQ(next, 4);
}

TEST_P(Contention, gives_up_after_twelve_draws_of_the_same_id) {
  int draws = 0;
  EXPECT_THROW(database().write([&](Transaction& tx) {
    ++draws;
    tx.execute("INSERT INTO counters (id, n) VALUES (1, 0)");
  }),
               UniqueViolation);
  EXPECT_EQ(draws, 12);
}

TEST_P(Contention, gives_no_job_to_two_workers) {
  constexpr int jobs = 120;
  database().write([](Transaction& tx) {
    for (int i = 1; i <= jobs; ++i)
      tx.execute("INSERT INTO jobs (id, state, due_at) VALUES (:id, 'pending', :due)", {{"id", i}, {"due", i % 7}});
  });
  std::mutex mutex;
  std::vector<std::int64_t> done;
  at_once(2, [&](int) {
    for (bool more = true; more;) {
      const auto taken = database().write([](Transaction& tx) {
        const auto ids =
            claim_batch(tx, {"jobs", "state = 'pending' AND due_at <= :now", "due_at, id", 10}, {{"now", 10}});
        for (const auto id : ids) tx.execute("UPDATE jobs SET state = 'done' WHERE id = :id", {{"id", id}});
        return ids;
      });
      more = !taken.empty();
      const std::lock_guard lock(mutex);
      done.insert(done.end(), taken.begin(), taken.end());
    }
  });
  EXPECT_EQ(done.size(), std::size_t{jobs});
  EXPECT_EQ(std::set<std::int64_t>(done.begin(), done.end()).size(), std::size_t{jobs});
}

TEST_P(Contention, claims_in_the_order_asked_for_and_no_more_than_asked_for) {
  database().write([](Transaction& tx) {
    tx.execute(
        "INSERT INTO jobs (id, state, due_at) VALUES (1, 'pending', 30), (2, 'pending', 10), (3, 'done', 5),"
        " (4, 'pending', 20)");
    const Claim claim{"jobs", "state = :state", "due_at, id", 2};
    EXPECT_EQ(claim_batch(tx, claim, {{"state", "pending"}}), (std::vector<std::int64_t>{2, 4}));
  });
}

}  // namespace
}  // namespace db
