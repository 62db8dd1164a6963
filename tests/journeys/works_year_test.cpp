// A year of desk Travaux under simulated time: a hundred claims, servers that die at any write, both nights of the
// clock changes, the year end. No delay is missed, early or double; the books balance and agree with what people and
// the bank remember. MANDAT_YEAR=3000 lives through so many claims (bin/ci --nightly).
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <numeric>
#include <set>

#include "base/calendar.hpp"
#include "floor/audit/audit.hpp"
#include "floor/ledger/trial_balance.hpp"
#include "support/year/works_year.hpp"

namespace support::year {
namespace {

base::Day day(int year, int month, int of_month) { return *base::Day::of(year, month, of_month); }

const base::Day spring = day(2027, 3, 28), autumn = day(2027, 10, 31);  // the nights of the clock changes

int claims_of_the_year() {
  const char* wanted = std::getenv("MANDAT_YEAR");
  return wanted == nullptr ? 100 : std::max(100, std::atoi(wanted));
}

struct Delay {
  std::int64_t subject;
  std::string rule, state;
  base::Instant start, due;
  std::optional<base::Instant> ended;
};

struct MandateRow {
  std::int64_t id, firm;
  std::string state;
  base::Instant emission;
  std::optional<base::Instant> delivered, answered, ended;
  bool counts;
};

class Year : public testing::TestWithParam<db::Engine> {
 protected:
  void SetUp() override {
    need(GetParam());
    if (IsSkipped() || HasFatalFailure()) return;
    year_.emplace(GetParam(), Plan{claims_of_the_year(), day(2026, 11, 9), day(2027, 11, 9), {spring, autumn}},
                  20261109);
    world().crash_one_in(700);
  }

  World& world() { return year_->world(); }
  template <class F>
  auto read(F work) {
    return world().read(work);
  }
  std::int64_t count(const std::string& sql) {
    return read([&](db::Transaction& tx) { return tx.value<std::int64_t>(sql).value_or(0); });
  }

  std::vector<Delay> delays() {
    return read([](db::Transaction& tx) {
      return tx.rows("SELECT subject_id, rule, state, start_at, due_at, ended_at FROM deadlines ORDER BY id", {},
                     [](const db::Row& row) {
                       return Delay{row.integer(0),
                                    row.get<std::string>(1),
                                    row.get<std::string>(2),
                                    row.get<base::Instant>(3),
                                    row.get<base::Instant>(4),
                                    row.get<std::optional<base::Instant>>(5)};
                     });
    });
  }
  std::vector<MandateRow> mandates() {
    return read([](db::Transaction& tx) {
      return tx.rows(
          "SELECT id, tradesman_id, state, coalesce(sms_sent_at, asked_at), sms_delivered_at, answered_at, ended_at, "
          "sms_undelivered, sms_sent_at FROM works_mandates ORDER BY id",
          {}, [](const db::Row& row) {
            return MandateRow{row.integer(0),
                              row.integer(1),
                              row.get<std::string>(2),
                              row.get<base::Instant>(3),
                              row.get<std::optional<base::Instant>>(4),
                              row.get<std::optional<base::Instant>>(5),
                              row.get<std::optional<base::Instant>>(6),
                              !row.get<bool>(7) && !row.is_null(8)};
          });
    });
  }
  // How often each mandate is named by facts of that code.
  std::map<std::int64_t, int> facts(const std::string& code) {
    std::map<std::int64_t, int> found;
    read([&](db::Transaction& tx) {
      std::int64_t before = 0;
      for (;;) {
        const auto page = audit::latest_facts(tx, before, 1000);
        for (const auto& fact : page)
          if (fact.code == code) ++found[std::stoll(std::string(fact.detail("mandate")))];
        if (page.empty()) return;
        before = page.back().id;
      }
    });
    return found;
  }
  std::map<std::int64_t, int> fired(std::string_view rule) {
    std::map<std::int64_t, int> found;
    for (const auto& delay : delays())
      if (delay.rule == rule && delay.state == "fired") ++found[delay.subject];
    return found;
  }
  std::int64_t sms(const std::string& words) {
    return read([&](db::Transaction& tx) {
      return *tx.value<std::int64_t>("SELECT count(*) FROM messages WHERE channel = 'sms' AND body LIKE :words",
                                     {{"words", "%" + words + "%"}});
    });
  }

  void expect_delays_kept();
  void expect_effects_once();
  void expect_answers_by_the_clock();
  void expect_discipline();
  void expect_books_right();
  void expect_debits_in_time();
  void expect_a_bad_year();

  std::optional<WorksYear> year_;
};
MANDAT_ON_BOTH_ENGINES(Year);

// P4: fired at its instant, or when the server was back; what was met was met before, and nothing is left.
void Year::expect_delays_kept() {
  EXPECT_EQ(world().missed(), 0);
  EXPECT_EQ(year_->known().held.fired, 0) << "a clock that jumped fires nothing";
  std::map<std::string, int> early, late, wrong;
  for (const auto& delay : delays()) {
    const auto expected = world().first_up(delay.due);
    if (delay.state == "fired") {
      early[delay.rule] += *delay.ended < delay.due;
      late[delay.rule] += *delay.ended > expected;
    } else if (delay.state == "met") {
      wrong[delay.rule] += *delay.ended >= delay.due;
    } else if (delay.state == "cancelled") {
      late[delay.rule] += *delay.ended > expected;
    } else {
      late[delay.rule] += delay.due <= world().now();
    }
  }
  for (const auto& [rule, n] : early) EXPECT_EQ(n, 0) << rule << " fired early";
  for (const auto& [rule, n] : late) EXPECT_EQ(n, 0) << rule << " fired late";
  for (const auto& [rule, n] : wrong) EXPECT_EQ(n, 0) << rule << " met late";
  EXPECT_EQ(count("SELECT count(*) FROM deadlines WHERE attempts > 0"), 0) << "no handler failed";
}

// What each firing causes happened as often as it fired.
void Year::expect_effects_once() {
  EXPECT_EQ(facts("works.mandate.expired"), fired("W15.answer"));
  EXPECT_EQ(facts("works.quote.overdue"), fired("W19.quote"));
  EXPECT_EQ(facts("works.mandate.free_cancellation_over"), fired("W20.cancel"));
  const auto total = [&](std::initializer_list<const char*> rules) {
    std::int64_t sum = 0;
    for (const char* rule : rules)
      for (const auto& [subject, n] : fired(rule)) sum += n;
    return sum;
  };
  EXPECT_EQ(sms("votre devis pour"), total({"W19.reminder_early", "W19.reminder_last"}));
  EXPECT_EQ(sms("avez-vous été payé"), total({"W25.chase_first", "W25.chase_second"}));
  EXPECT_EQ(count("SELECT count(*) FROM works_tasks WHERE kind = 'job_never_closed'"), total({"W25.task"}));
  EXPECT_EQ(count("SELECT count(*) FROM messages WHERE channel = 'notice' AND subject LIKE 'Dossier à clore%'"),
            total({"W26.chase_first", "W26.chase_second"}));
  EXPECT_EQ(count("SELECT count(*) FROM works_tasks WHERE kind = 'file_never_closed'"), total({"W26.task"}));
}

// W15, W16, W19 with the test's own arithmetic.
void Year::expect_answers_by_the_clock() {
  std::map<std::int64_t, MandateRow> rows;
  for (const auto& row : mandates()) {
    rows.emplace(row.id, row);
    const auto due = std::max(row.emission, row.delivered.value_or(row.emission)) + base::hours(48);
    if (row.answered) {
      EXPECT_LT(*row.answered, due) << row.id;
    } else if (row.state == "expired") {
      EXPECT_GE(*row.ended, due) << row.id;
      EXPECT_LE(*row.ended, world().first_up(due)) << row.id;
    }
  }
  int over_spring = 0, over_autumn = 0;
  for (const auto& delay : delays()) {
    const auto night_of = [&](base::Day night) {
      const auto change = base::paris::at(night, 3, 0);
      return delay.start < change && change < delay.due;
    };
    if (delay.rule == "W19.quote") {
      EXPECT_EQ(delay.due, base::paris::start_of(base::paris::day_of(delay.start) + 6)) << delay.subject;
      EXPECT_EQ(base::paris::wall_time(delay.due).hour, 0) << "whatever the clock changes";
      over_spring += night_of(spring);
      over_autumn += night_of(autumn);
    }
  }
  EXPECT_GT(over_spring, 2);
  EXPECT_GT(over_autumn, 2);
}

// W17: a task for each row of three silences, of requests whose SMS may have arrived; W20: a warning for each job given
// back after 48 h.
void Year::expect_discipline() {
  std::map<std::int64_t, std::vector<std::pair<base::Instant, bool>>> of_firm;  // when, whether it kept silent
  int late = 0;
  for (const auto& row : mandates()) {
    if (row.answered) of_firm[row.firm].push_back({*row.answered, false});
    if (row.state == "expired" && row.counts) of_firm[row.firm].push_back({*row.ended, true});
    late += row.state == "cancelled" && *row.ended - *row.answered >= base::hours(48);
  }
  int tasks = 0;
  for (auto& [firm, story] : of_firm) {
    std::sort(story.begin(), story.end());
    int silences = 0;
    for (const auto& [when, silent] : story) {
      silences = silent ? silences + 1 : 0;
      tasks += silences == 3;
    }
  }
  EXPECT_EQ(count("SELECT count(*) FROM works_tasks WHERE kind = 'silent_firm'"), tasks);
  EXPECT_EQ(count("SELECT count(*) FROM works_given_warnings WHERE kind = 'late_cancellation'"), late);
}

// P8, P10, W27 to W30: the ledger, the orders, the people's memory and the bank's account tell the same.
void Year::expect_books_right() {
  const auto books = read([](db::Transaction& tx) { return ledger::check(tx); });
  EXPECT_TRUE(books.unbalanced.empty());
  EXPECT_EQ(books.debit_total, books.credit_total);
  std::map<ledger::AccountKind, std::int64_t> balance;
  for (const auto& account : read([](db::Transaction& tx) { return ledger::trial_balance(tx); }))
    balance[account.account] = account.balance().cents;
  using ledger::AccountKind;
  EXPECT_EQ(balance[AccountKind::bank], year_->known().bank.cents);
  EXPECT_EQ(-balance[AccountKind::commission_revenue], year_->known().commission_cents);
  const std::string paid =
      "SELECT cast(coalesce(sum(amount), 0) AS BIGINT) FROM payment_orders WHERE state = 'booked' AND kind = ";
  EXPECT_EQ(balance[AccountKind::commission_receivable],
            count("SELECT cast(coalesce(sum(amount), 0) AS BIGINT) FROM works_commissions WHERE state <> 'credited'") -
                count(paid + "'direct_debit'") +
                count(paid + "'credit_transfer' AND subject_kind = 'works.commission_refund'"));
  EXPECT_EQ(-balance[AccountKind::bonus_payable],
            count("SELECT cast(coalesce(sum(net + vat), 0) AS BIGINT) FROM works_bonus_items") -
                count(paid + "'credit_transfer' AND subject_kind = 'works.bonus_statement'"));
  EXPECT_EQ(balance[AccountKind::bonus_expense],
            count("SELECT cast(coalesce(sum(net), 0) AS BIGINT) FROM works_bonus_items"));
  EXPECT_EQ(count("SELECT count(*) FROM ledger_entries WHERE kind = 'works.bonus' AND reverses_id = 0"),
            count("SELECT count(*) FROM works_claims WHERE closed_at IS NOT NULL"));
  EXPECT_EQ(count("SELECT count(*) FROM works_invoices"), year_->known().jobs);
  EXPECT_EQ(count("SELECT count(*) FROM works_claims"), year_->known().claims);
  const auto chain =
      read([&](db::Transaction& tx) { return audit::verify(tx, world().platform().settings.server_key); });
  EXPECT_TRUE(chain.sound());
  EXPECT_EQ(chain.unsealed_tail, 0);
}

// W27: between the fifteenth and the thirtieth day, announced fourteen days before, or an administrator knows.
void Year::expect_debits_in_time() {
  struct Debit {
    base::Day closed, earliest, execution;
    base::Instant asked;
  };
  const auto debits = read([](db::Transaction& tx) {
    return tx.rows(
        "SELECT c.closed_on, o.earliest_day, o.execution_day, o.created_at FROM payment_orders o JOIN "
        "works_commissions c "
        "ON c.mandate_id = o.subject_id WHERE o.subject_kind = 'works.commission' AND o.attempt = 1 AND "
        "o.execution_day IS NOT NULL AND o.state NOT IN ('planned', 'batched', 'cancelled') AND NOT EXISTS (SELECT 1 "
        "FROM ledger_entries r WHERE r.reverses_id = c.entry_id)",
        {}, [](const db::Row& row) {
          return Debit{row.get<base::Day>(0), row.get<base::Day>(1), row.get<base::Day>(2), row.get<base::Instant>(3)};
        });
  });
  EXPECT_GT(debits.size(), 20U);
  for (const auto& debit : debits) {
    EXPECT_GE(debit.execution, debit.closed + 15);
    // Announced later than the sixteenth day: an administrator's second try, after his task.
    if (base::paris::day_of(debit.asked) <= debit.closed + 16) {
      EXPECT_LE(debit.execution, debit.closed + 30);
    }
    EXPECT_GE(debit.earliest - base::paris::day_of(debit.asked), 14);
    EXPECT_TRUE(base::target_day(debit.execution)) << debit.execution.iso();
  }
  EXPECT_EQ(count("SELECT count(*) FROM works_commissions c WHERE state NOT IN ('paid', 'credited') AND NOT EXISTS ("
                  "SELECT 1 FROM works_tasks t WHERE t.claim_id = c.claim_id AND t.kind LIKE 'commission%')"),
            0)
      << "never late in silence" << read([](db::Transaction& tx) {
           std::string all;
           tx.each(
               "SELECT state, closed_on, note, attempt, mandate_id FROM works_commissions WHERE state NOT IN ('paid', "
               "'credited')",
               {}, [&](const db::Row& row) {
                 all += "\n" + row.get<std::string>(0) + " " + row.get<std::string>(1) + " " + row.get<std::string>(2) +
                        " " + std::to_string(row.integer(3)) + " " + std::to_string(row.integer(4));
               });
           return all;
         });
}

// The year was as bad as it was meant to be.
void Year::expect_a_bad_year() {
  const auto& known = year_->known();
  EXPECT_EQ(known.claims, claims_of_the_year());
  EXPECT_GT(world().outages().size(), 10U);
  EXPECT_GT(known.late_answers, 2);
  EXPECT_GT(known.held.waiting, 0) << "while the clock had jumped";
  EXPECT_GT(known.corrections, 3);
  EXPECT_GT(known.booked, 20);
  EXPECT_GT(known.returned, 1);
  for (const char* rule : {"W15.answer", "W19.quote", "W20.cancel", "W25.chase_first", "W25.task", "W27.last_notice"})
    EXPECT_GT(fired(rule).size(), 1U) << rule;
}

// W12 to W30 over a year, P4.once, P8, P10
TEST_P(Year, MissesNoDelayFiresNoneTwiceAndItsBooksBalance) {
  year_->live();
  for (const auto& wrong : year_->known().wrong) ADD_FAILURE() << wrong;
  expect_delays_kept();
  expect_effects_once();
  expect_answers_by_the_clock();
  expect_discipline();
  expect_books_right();
  expect_debits_in_time();
  expect_a_bad_year();
}

}  // namespace
}  // namespace support::year
