// Payments around a test's database: orders asked, batches sent, the bank's files read, what the desk hears.
#pragma once

#include <gtest/gtest.h>

#include "floor/payments/order_store.hpp"
#include "floor/payments/reconciliation.hpp"
#include "support/bank_files.hpp"
#include "support/platform.hpp"
#include "web/crypto.hpp"

namespace payments {

inline constexpr identity::OrganisationId firm{7};
inline const platform::Author maker{platform::Cause::person, {3}, {1}, {}};
inline const platform::Author second{platform::Cause::person, {4}, {1}, {}};

inline base::Iban iban(std::string_view text) { return base::Iban::parse(text).value(); }
inline const base::Iban theirs = iban("FR7630006000011234567890189");

class PaymentsOnBothEngines : public support::PlatformOnBothEngines {
 protected:
  base::Day today() const { return base::paris::day_of(clock_.now()); }

  NewOrder debit(std::int64_t subject, base::Money amount = {12'000}) const {
    return {.kind = Kind::direct_debit,
            .subject_kind = "test.invoice",
            .subject_id = subject,
            .organisation = firm,
            .settles = ledger::AccountKind::commission_receivable,
            .party_name = "Maçonnerie Durand",
            .iban = theirs,
            .amount = amount,
            .remittance = "Commission sur chantier",
            .earliest = today(),
            .latest = today() + 20,
            .mandate = Mandate{"RUM-42", today() - 30, Sequence::recurrent},
            .file = {"test.file", 12}};
  }
  NewOrder transfer(std::int64_t subject, base::Money amount = {5'000}) const {
    NewOrder order = debit(subject, amount);
    order.kind = Kind::credit_transfer;
    order.settles = ledger::AccountKind::bonus_payable;
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
                               .iban = support::bank::our_iban,
                               .bic = support::bank::our_bic,
                               .creditor_id = support::bank::our_creditor_id,
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
  base::Outcome<KeptFile> take_statement(std::vector<support::bank::Movement> movements, int number = 1) {
    return take(support::bank::statement(
        {.id = "RELEVE-" + std::to_string(number), .number = number, .movements = std::move(movements)}));
  }
  support::bank::Movement of(OrderId id, std::string reference = "BQ1") {
    const Order order = get(id);
    return {.end_to_end_id = order.end_to_end_id,
            .amount = order.amount,
            .credit = order.kind == Kind::direct_debit,
            .reference = std::move(reference)};
  }
  support::bank::Movement back(OrderId id, std::string code, std::string reference = "BQ2") {
    support::bank::Movement movement = of(id, std::move(reference));
    movement.credit = !movement.credit;
    movement.return_code = std::move(code);
    return movement;
  }
  base::Money owed(ledger::AccountKind account, identity::OrganisationId organisation = {}) {
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

}  // namespace payments
