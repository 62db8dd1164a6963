#include "floor/ledger/ledger.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "support/platform.hpp"

namespace ledger {
namespace {

using base::Money;
constexpr identity::OrganisationId tradesman{7}, broker{8};
const platform::Author administrator{platform::Cause::person, {3}, {1}, {}};

NewEntry commission(std::int64_t job, Money net, Money vat) {
  return {.kind = "test.commission",
          .subject_kind = "test.job",
          .subject_id = job,
          .file = {"test.file", 12},
          .lines = {{AccountKind::commission_receivable, tradesman, net + vat, {}},
                    {AccountKind::commission_revenue, {}, {}, net},
                    {AccountKind::vat_collected, {}, {}, vat}}};
}

class Ledger : public support::PlatformOnBothEngines {
 protected:
  EntryId book(const NewEntry& entry) {
    return act([&](platform::Act& act) { return post(act, entry); }, administrator);
  }
  base::Outcome<EntryId> undo(EntryId entry, std::string_view reason) {
    return act([&](platform::Act& act) { return reverse(act, entry, reason); }, administrator);
  }
  Money owed(AccountKind account, identity::OrganisationId organisation = {}) {
    return read([&](db::Transaction& tx) { return balance(tx, account, organisation); });
  }
  Entry get(EntryId id) {
    return read([&](db::Transaction& tx) { return find(tx, id).value(); });
  }
  Check checked() { return read(check); }
};
MANDAT_ON_BOTH_ENGINES(Ledger);

std::vector<EntryId> ids(const std::vector<Entry>& entries) {
  std::vector<EntryId> found;
  for (const Entry& entry : entries) found.push_back(entry.id);
  return found;
}

TEST_P(Ledger, KeepsAnEntryAsItWasBooked) {
  const EntryId id = book(commission(1, Money{10'000}, Money{2'000}));
  const Entry entry = get(id);
  EXPECT_EQ(entry.kind, "test.commission");
  EXPECT_EQ(entry.subject_kind, "test.job");
  EXPECT_EQ(entry.subject_id, 1);
  EXPECT_EQ(entry.file, (platform::FileRef{"test.file", 12}));
  EXPECT_EQ(entry.at, clock_.now());
  EXPECT_EQ(entry.by, administrator.account);
  EXPECT_FALSE(entry.reverses);
  EXPECT_EQ(entry.lines, commission(1, Money{10'000}, Money{2'000}).lines);
  EXPECT_EQ(owed(AccountKind::commission_receivable, tradesman), Money{12'000});
  EXPECT_EQ(owed(AccountKind::commission_receivable, broker), Money{});
  EXPECT_EQ(owed(AccountKind::commission_revenue), Money{-10'000});
}

// P8.once
TEST_P(Ledger, BooksOneSubjectOnceHoweverOftenItIsAsked) {
  const EntryId first = book(commission(1, Money{10'000}, Money{2'000}));
  EXPECT_EQ(book(commission(1, Money{10'000}, Money{2'000})), first);
  EXPECT_NE(book(commission(2, Money{500}, Money{100})), first);
  EXPECT_EQ(owed(AccountKind::commission_receivable, tradesman), Money{12'600});
  act([&](platform::Act& act) {
    EXPECT_EQ(post(act, commission(3, Money{100}, Money{20})), post(act, commission(3, Money{100}, Money{20})));
    return 0;
  });
}

// P8.reversal
TEST_P(Ledger, ReversesAnEntryOnceWithAReasonAndItsAuthor) {
  const EntryId original = book(commission(1, Money{10'000}, Money{2'000}));
  EXPECT_TRUE(undo(original, " \u00a0 ").refused_as(reason_required));
  EXPECT_TRUE(undo(EntryId{404}, "Erreur").refused_as(unknown_entry));
  clock_.advance(base::hours{1});
  const auto reversal = undo(original, " Facture annulée ");
  ASSERT_TRUE(reversal.ok());
  EXPECT_EQ(get(*reversal).reverses, original);
  EXPECT_EQ(get(*reversal).reason, "Facture annulée");
  EXPECT_EQ(get(*reversal).by, administrator.account);
  EXPECT_EQ(get(*reversal).at, clock_.now());
  EXPECT_EQ(get(*reversal).lines, reversed(get(original).lines));
  EXPECT_EQ(owed(AccountKind::commission_receivable, tradesman), Money{});
  EXPECT_EQ(owed(AccountKind::vat_collected), Money{});
  EXPECT_TRUE(undo(original, "Encore").refused_as(already_reversed));
  EXPECT_EQ(book(commission(1, Money{10'000}, Money{2'000})), original) << "a repeat books nothing after a reversal";
  EXPECT_EQ(owed(AccountKind::commission_receivable, tradesman), Money{});
}

TEST_P(Ledger, ReversesAReversalToBringTheOriginalBack) {
  const EntryId original = book(commission(1, Money{10'000}, Money{2'000}));
  const EntryId reversal = undo(original, "Erreur").value();
  EXPECT_TRUE(undo(reversal, "L’erreur était la première correction").ok());
  EXPECT_EQ(owed(AccountKind::commission_receivable, tradesman), Money{12'000});
}

TEST_P(Ledger, ListsEntriesByFileAndTime) {
  const EntryId first = book(commission(1, Money{100}, Money{20})), second = book(commission(2, Money{200}, Money{40}));
  const EntryId bonus = book({.kind = "test.bonus",
                              .subject_kind = "test.claim",
                              .subject_id = 1,
                              .file = {"test.file", 13},
                              .lines = {{AccountKind::bonus_expense, {}, Money{5'000}, {}},
                                        {AccountKind::bonus_payable, broker, {}, Money{5'000}}}});
  read([&](db::Transaction& tx) {
    EXPECT_EQ(ids(of_file(tx, {"test.file", 12})), (std::vector{first, second}));
    EXPECT_EQ(ids(latest(tx, {}, 2)), (std::vector{bonus, second}));
    EXPECT_EQ(ids(latest(tx, second, 2)), std::vector{first});
    EXPECT_EQ(latest(tx, {}, 1).front().lines.size(), 2U);
    return 0;
  });
}

TEST_P(Ledger, FindsAnEntryThatWasTamperedWith) {
  const EntryId good = book(commission(1, Money{100}, Money{20})), bad = book(commission(2, Money{200}, Money{40}));
  EXPECT_TRUE(checked().unbalanced.empty());
  EXPECT_EQ(checked().debit_total, Money{360});
  EXPECT_EQ(checked().credit_total, Money{360});
  database().write([&](db::Transaction& tx) {
    tx.execute("update ledger_lines set debit = debit + 1 where entry_id = :bad and debit > 0", {{"bad", bad}});
  });
  EXPECT_EQ(checked().unbalanced, std::vector{bad});
  database().write([&](db::Transaction& tx) {
    tx.execute("delete from ledger_lines where entry_id = :good", {{"good", good}});
  });
  EXPECT_EQ(checked().unbalanced, (std::vector{good, bad}));
}

// P8.balanced: cents are conserved, running a batch twice books it once, reversing all of it leaves nothing.
TEST_P(Ledger, ConservesEveryCentThroughAnyHistory) {
  std::int64_t next_job = 1;
  const bool holds = rc::check("cents are conserved", [&] {
    const auto many = *rc::gen::inRange<std::size_t>(0, 5);
    const auto nets =
        *rc::gen::container<std::vector<std::int64_t>>(many, rc::gen::inRange<std::int64_t>(1, 100'000'000));
    std::vector<NewEntry> batch;
    Money total;
    for (const std::int64_t net : nets) {
      const Money vat = base::apply(base::Rate::percent(20), Money{net});
      if (vat == Money{}) continue;  // a line of nothing is none
      batch.push_back(commission(next_job++, Money{net}, vat));
      total += Money{net} + vat;
    }
    const Money before = owed(AccountKind::commission_receivable, tradesman);
    const auto run = [&] {
      return act([&](platform::Act& act) {
        std::vector<EntryId> booked;
        for (const NewEntry& entry : batch) booked.push_back(post(act, entry));
        return booked;
      });
    };
    const auto booked = run();
    RC_ASSERT(run() == booked);
    RC_ASSERT(owed(AccountKind::commission_receivable, tradesman) - before == total);
    RC_ASSERT(checked().unbalanced.empty());
    RC_ASSERT(checked().debit_total == checked().credit_total);
    for (const EntryId entry : booked) RC_ASSERT(undo(entry, "Annulation").ok());
    RC_ASSERT(owed(AccountKind::commission_receivable, tradesman) == before);
    RC_ASSERT(checked().debit_total == checked().credit_total);
  });
  EXPECT_TRUE(holds);
}

}  // namespace
}  // namespace ledger
