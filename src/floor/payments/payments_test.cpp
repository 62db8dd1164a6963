#include "floor/payments/payments.hpp"

#include <gmock/gmock.h>

#include "support/payments_on_both_engines.hpp"

namespace payments {
namespace {

namespace bank = support::bank;
using base::Money;
using ledger::AccountKind;

class Payments : public PaymentsOnBothEngines {};
MANDAT_ON_BOTH_ENGINES(Payments);

TEST_P(Payments, AskedTwiceMakesOneOrder) {  // P8.order
  const OrderId id = ask(debit(1));
  EXPECT_EQ(ask(debit(1)), id);
  EXPECT_EQ(ask(debit(1, {99})), id) << "what was asked first stands";
  EXPECT_EQ(get(id).amount, Money{12'000});
  EXPECT_EQ(get(id).state, State::planned);
  EXPECT_EQ(get(id).remittance, "Commission sur chantier");
  NewOrder again = debit(1);
  again.attempt = 2;
  EXPECT_TRUE(act([&](platform::Act& act) { return order(act, again); }).refused_as(attempt_pending));
  ASSERT_TRUE(act([&](platform::Act& act) { return cancel(act, id, "Erreur"); }));
  const OrderId next = ask(again);
  EXPECT_NE(next, id);
  EXPECT_EQ(ask(debit(1)), id) << "the first attempt stays what it was";
  const auto all = read([](db::Transaction& tx) { return of_subject(tx, "test.invoice", 1); });
  EXPECT_EQ(all.size(), 2U);
}

TEST_P(Payments, OnlyWhatABankCanPayIsOrdered) {  // P8.sepa
  const auto refused = [&](const NewOrder& asked) {
    return act([&](platform::Act& act) { return order(act, asked); });
  };
  NewOrder turkish = debit(1);
  turkish.iban = iban("TR330006100519786457841326");
  EXPECT_TRUE(refused(turkish).refused_as(iban_outside_sepa));
  EXPECT_TRUE(refused(debit(1, {0})).refused_as(bad_amount));
  NewOrder mandate = debit(1);
  mandate.mandate->reference = "RUM é";
  EXPECT_TRUE(refused(mandate).refused_as(bad_mandate));
  NewOrder nameless = debit(1);
  nameless.party_name = "日本";
  EXPECT_TRUE(refused(nameless).refused_as(bad_name));
  NewOrder german = debit(2);
  german.iban = iban("DE89370400440532013000");
  EXPECT_TRUE(refused(german));
}

TEST_P(Payments, ABatchMadeTwiceTakesNothingTheSecondTime) {  // P8.batch
  open_account();
  const OrderId first = ask(debit(1)), other = ask(debit(2));
  const OrderId paid = ask(transfer(3));
  NewOrder far = debit(4);
  far.earliest = today() + 40;
  far.latest = today() + 60;
  const OrderId later = ask(far);
  const BatchId id = batch();
  EXPECT_EQ(get(first).state, State::batched);
  EXPECT_EQ(get(first).batch, id);
  EXPECT_EQ(get(other).batch, id);
  EXPECT_EQ(get(paid).state, State::planned) << "another kind";
  EXPECT_EQ(get(later).state, State::planned) << "not yet";
  EXPECT_TRUE(
      act([](platform::Act& act) { return prepare(act, Kind::direct_debit); }, maker).refused_as(nothing_to_batch));
  EXPECT_EQ(get(batch(Kind::credit_transfer)).number, 2);
}

TEST_P(Payments, ADissolvedBatchGivesItsOrdersBack) {  // P8.batch
  open_account();
  const OrderId id = ask(debit(1));
  const BatchId made = batch();
  ASSERT_TRUE(act([&](platform::Act& act) { return dissolve(act, made); }, maker));
  EXPECT_EQ(get(id).state, State::planned);
  EXPECT_FALSE(get(id).batch);
  EXPECT_EQ(get(made).state, BatchState::dissolved);
  EXPECT_TRUE(let_go(made).refused_as(batch_not_prepared));
  EXPECT_NE(batch(), made);
}

TEST_P(Payments, ABatchIsReleasedByAnotherThanItsMaker) {  // P8.two_persons
  open_account();
  const OrderId id = ask(debit(1));
  const BatchId made = batch();
  EXPECT_TRUE(let_go(made, maker).refused_as(same_person));
  EXPECT_TRUE(let_go(made, {}).refused_as(same_person)) << "the system is nobody";
  EXPECT_EQ(get(id).state, State::batched);
  EXPECT_TRUE(let_go(made));
  EXPECT_EQ(get(id).state, State::released);
  EXPECT_EQ(get(made).released_by, second.account);
  EXPECT_TRUE(let_go(made).refused_as(batch_not_prepared)) << "once";
}

TEST_P(Payments, OurOwnAccountTakesEffectWhenASecondPersonConfirmsIt) {  // P8.two_persons
  ask(debit(1));
  EXPECT_TRUE(
      act([](platform::Act& act) { return prepare(act, Kind::direct_debit); }, maker).refused_as(account_missing));
  const auto parsed =
      parse({.name = "Mandat", .iban = bank::our_iban, .bic = bank::our_bic, .creditor_id = "", .dialect = "older"});
  ASSERT_TRUE(parsed);
  const auto proposal = act([&](platform::Act& act) { return propose(act, *parsed); }, maker);
  EXPECT_TRUE(act([&](platform::Act& act) { return confirm(act, proposal); }, maker).refused_as(same_person));
  EXPECT_FALSE(read(account_in_force));
  ASSERT_TRUE(act([&](platform::Act& act) { return confirm(act, proposal); }, second));
  EXPECT_TRUE(act([&](platform::Act& act) { return confirm(act, proposal); }, second).refused_as(nothing_proposed));
  EXPECT_EQ(read(account_in_force)->dialect, Dialect::older);
  EXPECT_TRUE(
      act([](platform::Act& act) { return prepare(act, Kind::direct_debit); }, maker).refused_as(creditor_id_missing));
  const auto wrong = parse({.name = " ", .iban = "FR76", .bic = "X", .creditor_id = "Y", .dialect = "z"});
  ASSERT_FALSE(wrong);
  EXPECT_EQ(wrong.refusals().size(), 5U) << "all at once";
}

TEST_P(Payments, ABatchIsNotReleasedOnceOurAccountHasChanged) {  // P8.two_persons
  open_account();
  ask(debit(1));
  const BatchId made = batch();
  open_account();
  EXPECT_TRUE(let_go(made).refused_as(account_changed));
}

TEST_P(Payments, TheFileIsMadeOnceAndKeptWithItsHash) {  // P8.file
  open_account();
  const OrderId id = ask(debit(1));
  const BatchId made = sent();
  const auto kept = read([&](db::Transaction& tx) { return file_of(tx, made).value(); });
  const auto content = read([&](db::Transaction& tx) { return content_of(tx, kept.id); });
  EXPECT_EQ(kept.sha256, web::hex(web::sha256(content)));
  EXPECT_EQ(kept.message, "pain.008.001.08");
  EXPECT_THAT(content, testing::HasSubstr("<EndToEndId>" + get(id).end_to_end_id + "</EndToEndId>"));
  EXPECT_THAT(content, testing::HasSubstr("<ReqdColltnDt>2026-11-25</ReqdColltnDt>"));
  EXPECT_EQ(get(id).group, 1);
}

TEST_P(Payments, DaysAreAskedAnewWhenTheBatchIsReleasedLate) {  // P8.execution_day
  open_account();
  NewOrder narrow = debit(1);
  narrow.latest = today() + 3;
  const OrderId missed = ask(narrow), kept = ask(debit(2));
  const BatchId made = batch();
  clock_.advance(base::hours{24 * 4});  // Friday
  ASSERT_TRUE(let_go(made));
  EXPECT_EQ(get(missed).state, State::planned) << "its window is over: left to its desk";
  EXPECT_EQ(get(kept).execution_day, base::Day::from_iso("2026-12-01"));
  const auto found = read([&](db::Transaction& tx) { return proposal(tx, Kind::direct_debit, today()); });
  EXPECT_EQ(found.count, 0U);
  EXPECT_EQ(found.too_late, 1U);
}

TEST_P(Payments, ARevokedMandateTakesItsOrdersOutOfTheBatch) {  // P8.stopped
  open_account();
  NewOrder other = debit(2);
  other.mandate->reference = "RUM-43";
  const OrderId revoked = ask(debit(1)), sound = ask(other);
  const BatchId made = batch();
  EXPECT_EQ(act([](platform::Act& act) { return stop_mandate(act, "RUM-42", "Mandat révoqué"); }), 1);
  EXPECT_EQ(get(revoked).state, State::cancelled);
  EXPECT_EQ(get(revoked).reason, "Mandat révoqué");
  ASSERT_TRUE(let_go(made));
  EXPECT_EQ(get(sound).state, State::released);
  const auto content = read([&](db::Transaction& tx) { return content_of(tx, file_of(tx, made)->id); });
  EXPECT_THAT(content, testing::Not(testing::HasSubstr(get(revoked).end_to_end_id)));
  EXPECT_EQ(hear(), (std::vector<Heard>{{1, News::cancelled}}));
}

TEST_P(Payments, AClosedAccountStopsWhatIsNotSentToIt) {  // P8.stopped
  open_account();
  const OrderId id = ask(debit(1));
  batch();
  EXPECT_EQ(act([](platform::Act& act) { return stop_account(act, {8}, theirs, "Compte clos"); }), 0) << "another's";
  EXPECT_EQ(act([](platform::Act& act) { return stop_account(act, firm, theirs, "Compte clos"); }), 1);
  EXPECT_EQ(get(id).state, State::cancelled);
}

TEST_P(Payments, TheBanksRefusalOfAClosedAccountStopsTheOthers) {  // P8.stopped, P8.rejected
  open_account();
  const OrderId refused = ask(debit(1));
  const BatchId made = sent();
  const OrderId waiting = ask(debit(2));
  ASSERT_TRUE(take(bank::status_report(
      message_id(made), {{.group_id = group_id(made, 1), .end_to_end_id = get(refused).end_to_end_id}})));
  EXPECT_EQ(get(refused).state, State::rejected);
  EXPECT_EQ(get(refused).reason, "Compte clos");
  EXPECT_EQ(get(waiting).state, State::cancelled);
  EXPECT_EQ(owed(AccountKind::bank), Money{0}) << "no money moved";
  EXPECT_EQ(get(made).state, BatchState::settled);
  EXPECT_EQ(hear(), (std::vector<Heard>{{1, News::rejected}, {2, News::cancelled}}));
}

TEST_P(Payments, CancellingTakesAReasonAndEndsWhenTheOrderIsSent) {  // P8.cancelled
  open_account();
  const OrderId id = ask(debit(1));
  EXPECT_TRUE(act([&](platform::Act& act) { return cancel(act, id, " "); }).refused_as(reason_missing));
  sent();
  EXPECT_TRUE(act([&](platform::Act& act) { return cancel(act, id, "Trop tard"); }).refused_as(already_sent));
  EXPECT_TRUE(act([&](platform::Act& act) { return cancel(act, {99}, "?"); }).refused_as(unknown_order));
}

}  // namespace
}  // namespace payments
