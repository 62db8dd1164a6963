#include "floor/payments/payments.hpp"

#include <gmock/gmock.h>

#include "floor/payments/batch_store.hpp"
#include "floor/payments/line_store.hpp"
#include "floor/payments/order_store.hpp"
#include "floor/payments/reconciliation.hpp"
#include "support/bank_files.hpp"
#include "support/platform.hpp"
#include "web/crypto.hpp"

namespace payments {
namespace {

namespace bank = support::bank;
using base::Money;
using ledger::AccountKind;

constexpr identity::OrganisationId firm{7};
const platform::Author maker{platform::Cause::person, {3}, {1}, {}};
const platform::Author second{platform::Cause::person, {4}, {1}, {}};

base::Iban iban(std::string_view text) { return base::Iban::parse(text).value(); }
const base::Iban theirs = iban("FR7630006000011234567890189");

class Payments : public support::PlatformOnBothEngines {
 protected:
  base::Day today() const { return base::paris::day_of(clock_.now()); }

  NewOrder debit(std::int64_t subject, Money amount = {12'000}) const {
    return {.kind = Kind::direct_debit,
            .subject_kind = "test.invoice",
            .subject_id = subject,
            .organisation = firm,
            .settles = AccountKind::commission_receivable,
            .party_name = "Maçonnerie Durand",
            .iban = theirs,
            .amount = amount,
            .remittance = "Commission sur chantier",
            .earliest = today(),
            .latest = today() + 20,
            .mandate = Mandate{"RUM-42", today() - 30, Sequence::recurrent},
            .file = {"test.file", 12}};
  }
  NewOrder transfer(std::int64_t subject, Money amount = {5'000}) const {
    NewOrder order = debit(subject, amount);
    order.kind = Kind::credit_transfer;
    order.settles = AccountKind::bonus_payable;
    order.mandate.reset();
    return order;
  }
  OrderId ask(const NewOrder& asked) {
    return act([&](platform::Act& act) { return order(act, asked); }).value();
  }
  Order get(OrderId id) {
    return read([&](db::Transaction& tx) { return find(tx, id).value(); });
  }
  Batch get(BatchId id) {
    return read([&](db::Transaction& tx) { return find(tx, id).value(); });
  }

  void open_account() {
    const auto parsed = parse({.name = "Mandat Réparation SAS",
                               .iban = bank::our_iban,
                               .bic = bank::our_bic,
                               .creditor_id = bank::our_creditor_id,
                               .dialect = "current"});
    const auto proposal = act([&](platform::Act& act) { return propose(act, *parsed); }, maker);
    ASSERT_TRUE(act([&](platform::Act& act) { return confirm(act, proposal); }, second));
  }
  BatchId batch(Kind kind = Kind::direct_debit) {
    return act([&](platform::Act& act) { return prepare(act, kind); }, maker).value();
  }
  base::Outcome<base::Done> let_go(BatchId id, platform::Author by = second) {
    return act([&](platform::Act& act) { return release(act, id); }, by);
  }
  BatchId sent(Kind kind = Kind::direct_debit) {
    const BatchId id = batch(kind);
    EXPECT_TRUE(let_go(id));
    return id;
  }
  base::Outcome<KeptFile> take(const std::string& xml) {
    auto file = read_bank_file(xml);
    if (!file) return file.refusals();
    const Upload upload{*std::move(file), xml, web::hex(web::sha256(xml)), "banque.xml"};
    return act([&](platform::Act& act) { return take_in(act, upload, "fichier"); }, maker);
  }
  base::Outcome<KeptFile> take_statement(std::vector<bank::Movement> movements, int number = 1) {
    return take(bank::statement(
        {.id = "RELEVE-" + std::to_string(number), .number = number, .movements = std::move(movements)}));
  }
  bank::Movement of(OrderId id, std::string reference = "BQ1") {
    const Order order = get(id);
    return {.end_to_end_id = order.end_to_end_id,
            .amount = order.amount,
            .credit = order.kind == Kind::direct_debit,
            .reference = std::move(reference)};
  }
  bank::Movement back(OrderId id, std::string code, std::string reference = "BQ2") {
    bank::Movement movement = of(id, std::move(reference));
    movement.credit = !movement.credit;
    movement.return_code = std::move(code);
    return movement;
  }
  Money owed(AccountKind account, identity::OrganisationId organisation = {}) {
    return read([&](db::Transaction& tx) { return ledger::balance(tx, account, organisation); });
  }
  std::vector<Line> open() {
    return read([](db::Transaction& tx) { return open_lines(tx, {}, 50).lines; });
  }

  // What the desk hears, once the deadlines of this moment have fired.
  struct Heard {
    std::int64_t subject;
    News news;
    friend bool operator==(const Heard&, const Heard&) = default;
  };
  std::vector<Heard> hear() {
    std::vector<Heard> heard;
    Listeners listeners;
    listeners.add("test.invoice", [&](platform::Act&, const Order& order, News news) {
      heard.push_back({order.subject_id, news});
    });
    listeners.add("test.other", [&](platform::Act&, const Order&, News) { ADD_FAILURE() << "not its subject"; });
    deadlines::Handlers handlers;
    register_delays(handlers, std::move(listeners));
    while (deadlines::fire_due(platform(), handlers) > 0) {
    }
    return heard;
  }
};
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
  EXPECT_EQ(read([](db::Transaction& tx) { return of_file(tx, {"test.file", 12}); }).size(), 2U);
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
  EXPECT_TRUE(act([](platform::Act& act) { return prepare(act, Kind::direct_debit); }, maker)
                  .refused_as(nothing_to_batch));
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
  EXPECT_TRUE(act([](platform::Act& act) { return prepare(act, Kind::direct_debit); }, maker)
                  .refused_as(account_missing));
  const auto parsed = parse({.name = "Mandat", .iban = bank::our_iban, .bic = bank::our_bic, .creditor_id = "", .dialect = "older"});
  ASSERT_TRUE(parsed);
  const auto proposal = act([&](platform::Act& act) { return propose(act, *parsed); }, maker);
  EXPECT_TRUE(act([&](platform::Act& act) { return confirm(act, proposal); }, maker).refused_as(same_person));
  EXPECT_FALSE(read(account_in_force));
  ASSERT_TRUE(act([&](platform::Act& act) { return confirm(act, proposal); }, second));
  EXPECT_TRUE(act([&](platform::Act& act) { return confirm(act, proposal); }, second).refused_as(nothing_proposed));
  EXPECT_EQ(read(account_in_force)->dialect, Dialect::older);
  EXPECT_TRUE(act([](platform::Act& act) { return prepare(act, Kind::direct_debit); }, maker)
                  .refused_as(creditor_id_missing));
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
  ASSERT_TRUE(take(bank::status_report(message_id(made), {{.group_id = group_id(made, 1),
                                                           .end_to_end_id = get(refused).end_to_end_id}})));
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

TEST_P(Payments, BookingPostsTheBankAgainstWhatIsOwedOnce) {  // P8.booked, P8.repeated, P8.told
  open_account();
  const OrderId in = ask(debit(1)), out = ask(transfer(2));
  const BatchId made = sent();
  sent(Kind::credit_transfer);
  const auto notice = take(bank::notification({.id = "AVIS-1", .movements = {of(in)}}));
  ASSERT_TRUE(notice);
  EXPECT_EQ(notice->matched, 1);
  EXPECT_EQ(get(in).state, State::booked);
  EXPECT_EQ(owed(AccountKind::bank), Money{12'000});
  EXPECT_EQ(owed(AccountKind::commission_receivable, firm), Money{-12'000});
  EXPECT_EQ(get(made).state, BatchState::settled);

  const auto kept = take_statement({of(in), of(out, "BQ7")});
  ASSERT_TRUE(kept);
  EXPECT_EQ(kept->matched, 1);
  EXPECT_EQ(kept->known, 1) << "the same movement, repeated by the statement";
  EXPECT_EQ(kept->unmatched, 0);
  EXPECT_EQ(owed(AccountKind::bank), Money{7'000});
  EXPECT_EQ(owed(AccountKind::bonus_payable, firm), Money{5'000});
  EXPECT_EQ(hear(), (std::vector<Heard>{{1, News::booked}, {2, News::booked}}));
  EXPECT_EQ(hear(), std::vector<Heard>{}) << "once";
  EXPECT_TRUE(read(ledger::check).unbalanced.empty());
}

TEST_P(Payments, AReturnPostsTheReverseAndTheDebtIsOpenAgain) {  // P8.returned
  open_account();
  const OrderId id = ask(debit(1));
  sent();
  ASSERT_TRUE(take_statement({of(id)}));
  ASSERT_TRUE(take_statement({back(id, "MD06")}, 2));
  EXPECT_EQ(get(id).state, State::returned);
  EXPECT_EQ(get(id).reason_code, "MD06");
  EXPECT_EQ(owed(AccountKind::bank), Money{0});
  EXPECT_EQ(owed(AccountKind::commission_receivable, firm), Money{0});
  EXPECT_EQ(hear(), (std::vector<Heard>{{1, News::booked}, {1, News::returned}}));
}

TEST_P(Payments, AReturnThatComesBeforeItsBookingPostsNothing) {  // P8.returned
  open_account();
  const OrderId id = ask(debit(1));
  sent();
  ASSERT_TRUE(take(bank::notification({.id = "AVIS-1", .movements = {back(id, "AM04")}})));
  EXPECT_EQ(get(id).state, State::returned);
  const auto kept = take_statement({of(id, "BQ1"), back(id, "AM04")});
  ASSERT_TRUE(kept);
  EXPECT_EQ(kept->unmatched, 0);
  EXPECT_EQ(owed(AccountKind::bank), Money{0});
  EXPECT_EQ(owed(AccountKind::commission_receivable, firm), Money{0});
}

TEST_P(Payments, AGlobalEntryBooksItsWholeGroup) {  // P8.global_entry
  open_account();
  const OrderId first = ask(debit(1)), other = ask(debit(2, {345}));
  const BatchId made = sent();
  ASSERT_TRUE(take_statement({{.amount = {12'344}, .group_id = group_id(made, 1)}}));
  EXPECT_EQ(get(first).state, State::released) << "a cent is missing";
  EXPECT_EQ(open().at(0).problem, Match::wrong_amount);
  ASSERT_TRUE(take_statement({{.amount = {12'345}, .group_id = group_id(made, 1)}}, 2));
  EXPECT_EQ(get(first).state, State::booked);
  EXPECT_EQ(get(other).state, State::booked);
  EXPECT_EQ(owed(AccountKind::bank), Money{12'345});
}

TEST_P(Payments, TheSameFileTwiceChangesNothing) {  // P8.repeated
  open_account();
  const OrderId id = ask(debit(1));
  sent();
  const std::string xml = bank::statement({.movements = {of(id), {.amount = {300}, .credit = false}}});
  ASSERT_TRUE(take(xml));
  EXPECT_TRUE(take(xml).refused_as(read_before));
  const auto spaced = take(xml + "\n");  // other bytes, the same statement
  ASSERT_TRUE(spaced);
  EXPECT_EQ(spaced->known, 2);
  EXPECT_EQ(owed(AccountKind::bank), Money{12'000});
  EXPECT_EQ(open().size(), 1U);
}

TEST_P(Payments, ASecondMovementOfOneOrderIsLeftToAPerson) {  // P8.repeated
  open_account();
  const OrderId id = ask(debit(1));
  sent();
  ASSERT_TRUE(take_statement({of(id, "BQ1")}));
  ASSERT_TRUE(take_statement({of(id, "BQ9")}, 2));
  ASSERT_EQ(open().size(), 1U);
  EXPECT_EQ(open()[0].problem, Match::second_time);
  EXPECT_EQ(owed(AccountKind::bank), Money{12'000});
}

TEST_P(Payments, WhatDoesNotFitWaitsForAPerson) {  // P8.matching
  open_account();
  const OrderId id = ask(debit(1));
  sent();
  bank::Movement less = of(id, "A"), foreign = of(id, "B");
  less.amount = {11'999};
  foreign.currency = "USD";
  const auto kept =
      take_statement({less, foreign, {.end_to_end_id = "AUTRE", .amount = {1}}, {.amount = {2}, .credit = false}});
  ASSERT_TRUE(kept);
  EXPECT_EQ(kept->unmatched, 4);
  EXPECT_EQ(get(id).state, State::released);
  std::vector<Match> problems;
  for (const Line& line : open()) problems.push_back(line.problem);
  EXPECT_THAT(problems, testing::UnorderedElementsAre(Match::wrong_amount, Match::wrong_currency,
                                                      Match::unknown_reference, Match::no_reference));
}

TEST_P(Payments, APersonSettlesALineWithAReason) {  // P8.by_hand
  open_account();
  const OrderId id = ask(debit(1));
  const BatchId made = sent();
  ASSERT_TRUE(take_statement({{.amount = {12'000}}, {.amount = {80}, .credit = false}}));
  const auto lines = open();
  ASSERT_EQ(lines.size(), 2U);
  const auto by_hand = [&](LineId line, OrderId order, std::string_view reason) {
    return act([&](platform::Act& act) { return settle(act, line, order, reason); }, second);
  };
  EXPECT_TRUE(by_hand(lines[0].id, id, " ").refused_as(reason_missing));
  EXPECT_TRUE(by_hand(lines[1].id, id, "Frais").refused_as(order_does_not_fit)) << "not its amount";
  const auto fitting = read([&](db::Transaction& tx) { return candidates(tx, lines[0]); });
  ASSERT_EQ(fitting.size(), 1U);
  EXPECT_EQ(fitting[0].id, id);
  ASSERT_TRUE(by_hand(lines[0].id, id, "La banque a perdu la référence"));
  EXPECT_EQ(get(id).state, State::booked);
  EXPECT_EQ(get(made).state, BatchState::settled);
  ASSERT_TRUE(by_hand(lines[1].id, {}, "Frais de tenue de compte"));
  EXPECT_TRUE(by_hand(lines[1].id, {}, "Encore").refused_as(line_not_open));
  EXPECT_TRUE(open().empty());
  const auto settled = read([&](db::Transaction& tx) { return find(tx, lines[1].id).value(); });
  EXPECT_EQ(settled.settled_by, second.account);
  EXPECT_EQ(settled.settled_why, "Frais de tenue de compte");
  EXPECT_EQ(owed(AccountKind::bank), Money{12'000});
}

TEST_P(Payments, AStatementThatDoesNotAddUpIsRefusedWhole) {  // P8.statement
  open_account();
  const OrderId id = ask(debit(1));
  sent();
  std::string xml = bank::statement({.movements = {of(id)}});
  const auto at = xml.rfind("<Amt Ccy=\"EUR\">120.00");  // of the entry: the balances stand before it
  ASSERT_NE(at, std::string::npos);
  xml.replace(at, std::string_view("<Amt Ccy=\"EUR\">120.00").size(), "<Amt Ccy=\"EUR\">121.00");
  EXPECT_TRUE(take(xml).refused_as(balances_differ));
  EXPECT_EQ(get(id).state, State::released);
  EXPECT_TRUE(read([](db::Transaction& tx) { return latest_statements(tx, 10); }).empty());
}

TEST_P(Payments, AStatementThatContradictsAnEarlierOneIsRefused) {  // P8.statement
  open_account();
  ASSERT_TRUE(take(bank::statement({.id = "R1", .opening = {100}})));
  EXPECT_TRUE(take(bank::statement({.id = "R1", .opening = {200}})).refused_as(statement_contradicts));
  ASSERT_TRUE(take(bank::statement({.id = "R3", .number = 3, .opening = {100}})));
  const auto shown = read([](db::Transaction& tx) { return latest_statements(tx, 10); });
  ASSERT_EQ(shown.size(), 2U);
  EXPECT_EQ(shown[0].sequel, Sequel::number_missing);
}

TEST_P(Payments, AFileForAnotherAccountOrAnotherMessageIsRefused) {  // P8.own_account
  open_account();
  EXPECT_TRUE(take(bank::statement({.iban = "FR7630006000011234567890189"})).refused_as(other_account));
  EXPECT_TRUE(take(bank::status_report("MANDAT-77", {})).refused_as(not_our_message));
}

TEST_P(Payments, AnOrderWithoutAnswerIsUnknownAndNeverSentAgain) {  // P8.unknown
  open_account();
  const OrderId id = ask(debit(1)), lucky = ask(debit(2));
  const BatchId made = sent();  // for Wednesday 25 November
  ASSERT_TRUE(take_statement({of(lucky)}));
  clock_.advance(answer_due(get(id).execution_day.value()) - clock_.now() - base::seconds{1});
  EXPECT_EQ(hear(), (std::vector<Heard>{{2, News::booked}}));
  EXPECT_EQ(get(id).state, State::released);
  clock_.advance(base::seconds{1});
  EXPECT_EQ(hear(), (std::vector<Heard>{{1, News::unknown}}));
  EXPECT_EQ(get(id).state, State::unknown);
  EXPECT_EQ(get(made).state, BatchState::released) << "an administrator's task";
  EXPECT_TRUE(act([](platform::Act& act) { return prepare(act, Kind::direct_debit); }, maker)
                  .refused_as(nothing_to_batch));
  EXPECT_TRUE(act([&](platform::Act& act) { return settle_unknown(act, lucky, Fate::booked, "x"); }).refused_as(not_unknown));
  ASSERT_TRUE(act([&](platform::Act& act) { return settle_unknown(act, id, Fate::booked, "Vu à l’écran"); }, second));
  EXPECT_EQ(get(id).state, State::booked);
  EXPECT_EQ(get(made).state, BatchState::settled);
  EXPECT_EQ(owed(AccountKind::bank), Money{24'000});
}

TEST_P(Payments, TheBanksWordSettlesAnUnknownOrder) {  // P8.unknown
  open_account();
  const OrderId id = ask(debit(1));
  sent();
  clock_.advance(base::hours{24 * 30});
  hear();
  ASSERT_EQ(get(id).state, State::unknown);
  ASSERT_TRUE(take_statement({of(id)}));
  EXPECT_EQ(get(id).state, State::booked);
}

TEST_P(Payments, AWholeFileMayBeRejectedAtOnce) {  // P8.rejected
  open_account();
  const OrderId first = ask(debit(1)), other = ask(debit(2));
  const BatchId made = sent();
  ASSERT_TRUE(take(bank::status_report(message_id(made), {{.group_id = group_id(made, 1), .end_to_end_id = "", .code = "FF01"}})));
  EXPECT_EQ(get(first).state, State::rejected);
  EXPECT_EQ(get(other).state, State::rejected);
  EXPECT_EQ(get(made).state, BatchState::settled);
  NewOrder again = debit(1);
  again.attempt = 2;
  EXPECT_TRUE(act([&](platform::Act& act) { return order(act, again); })) << "the desk may ask again";
}

}  // namespace
}  // namespace payments
