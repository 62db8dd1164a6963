// What two administrators and the bank do about money, each by chance.
#include <fmt/format.h>

#include <algorithm>

#include "app/demo/invented_iban.hpp"
#include "base/calendar.hpp"
#include "desks/works/bank/bank.hpp"
#include "desks/works/bonus/bonus.hpp"
#include "desks/works/commission/commission.hpp"
#include "desks/works/debit_mandate/debit_mandate.hpp"
#include "desks/works/money/broker_store.hpp"
#include "floor/ledger/correction.hpp"
#include "floor/ledger/trial_balance.hpp"
#include "floor/payments/order_store.hpp"
#include "floor/payments/reconciliation.hpp"
#include "support/year/works_year.hpp"
#include "web/crypto.hpp"

namespace support::year {
namespace {

constexpr const char* brokers_iban = "FR7630006000011234567890189";
constexpr int all = 1'000'000;

}  // namespace

void WorksYear::open_account() {
  auto& platform = world_.platform();
  const auto account = payments::parse({.name = "Mandat Réparation SAS",
                                        .iban = bank::our_iban,
                                        .bic = bank::our_bic,
                                        .creditor_id = bank::our_creditor_id,
                                        .dialect = "current"});
  const auto proposal = platform.act(platform::Author::of(administrators_[0].actor),
                                     [&](platform::Act& act) { return payments::propose(act, *account); });
  done(platform.act(platform::Author::of(administrators_[1].actor),
                    [&](platform::Act& act) { return payments::confirm(act, proposal); }),
       "open the account");
  for (std::size_t i = 0; i + 1 < brokers_.size(); ++i) {  // the last one never gives his
    give_account(brokers_[i], brokers_iban);
    const auto broker = brokers_[i].actor.organisation;
    platform.act({}, [&](platform::Act& act) {
      works::money::set_vat_liable(act.tx, broker, i % 2 == 1);
      works::money::accept_self_billing(act.tx, broker, act.now);
    });
  }
}

void WorksYear::give_account(const Person& person, const std::string& iban) {
  const auto account = works::bank::check(person.actor.organisation_name, iban, "");
  done(works::bank::change(world_.platform(), person.actor, *account), "give an account");
}

void WorksYear::money_day() {
  const auto owing = world_.read([](db::Transaction& tx) {
    std::set<identity::OrganisationId> firms;
    for (const auto& commission : works::commission::list(tx, works::commission::Which::all, {}, all))
      if (commission.state == works::commission::State::awaiting_mandate) firms.insert(commission.organisation);
    return firms;
  });
  for (const auto id : owing)
    if (const Firm& firm = firm_of(id); firm.signs() && world_.dice().percent(25))
      world_.in({}, [this, &firm] { sign_mandate(firm); });
  world_.in(base::minutes(20), [this] { bank_speaks(); });
  world_.in(base::minutes(40), [this] { run_quarter(); });
  world_.in(base::minutes(60), [this] { administrators_look(); });
  const auto weekday = world_.today().weekday();
  if (weekday == 2 || weekday == 4) world_.in(base::minutes(90), [this] { send_batches(); });
  if (weekday == 3) world_.in(base::minutes(120), [this] { correct_something(); });
}

// The code comes by mail, and is typed some minutes later.
void WorksYear::sign_mandate(const Firm& firm) {
  namespace debit_mandate = works::debit_mandate;
  const auto& signer = firm.person.actor;
  give_account(firm.person, app::demo::invented_iban(1000 + firm.number));
  if (!debit_mandate::send_code(world_.platform(), signer)) return;  // signed before the server died
  world_.in(base::minutes(3), [this, &firm, &signer] {
    const auto terms = world_.read(
        [&](db::Transaction& tx) { return debit_mandate::to_sign(tx, signer.organisation, world_.today()); });
    if (!terms) return;
    const auto hash = web::hex(web::sha256(debit_mandate::text(*terms)));
    debit_mandate::sign(world_.platform(), signer, {world_.network().codes[firm.person.email], hash, true}).ok();
  });
}

// The bank decides first, then says so in one statement, which is read again when the server died over it.
void WorksYear::bank_speaks() {
  const auto before = known_.bank;
  auto movements = bank_decides();
  if (movements.empty()) return;
  ++statements_;
  for (auto& movement : movements) {
    movement.reference = fmt::format("BQ{}-{}", statements_, &movement - movements.data());
    known_.bank += movement.credit ? movement.amount : -movement.amount;
  }
  const std::string xml = bank::statement({.id = fmt::format("RELEVE-{}", statements_),
                                           .number = statements_,
                                           .opening = before,
                                           .movements = std::move(movements)});
  world_.in({}, [this, xml] {
    auto file = payments::read_bank_file(xml);
    if (!done(file, "read a statement")) return;
    const payments::Upload upload{*std::move(file), xml, web::hex(web::sha256(xml)), "releve.xml"};
    const auto taken = world_.platform().act(platform::Author::of(administrators_[0].actor), [&](platform::Act& act) {
      return payments::take_in(act, upload, "fichier");
    });
    if (taken.refused_as(payments::read_before)) return;
    if (done(taken, "take a statement in") && taken->unmatched > 0)
      known_.wrong.push_back("the bank's word was not understood");
  });
}

// Books on the day after the execution; says nothing of a few for weeks; some debits come back.
std::vector<bank::Movement> WorksYear::bank_decides() {
  auto& dice = world_.dice();
  const auto today = world_.today();
  const auto orders = world_.read([](db::Transaction& tx) {
    std::vector<payments::Order> found;
    for (const auto state : {payments::State::released, payments::State::unknown})
      for (auto& order : payments::store::in_states(tx, state, {}, all).orders) found.push_back(std::move(order));
    return found;
  });
  for (const auto& order : orders) {
    if (booking_.contains(order.id)) continue;
    const bool mute = dice.percent(3);
    known_.unanswered += mute;
    booking_[order.id] = *order.execution_day + (mute ? 25 : 1);
  }
  std::vector<bank::Movement> movements;
  const auto say = [&](payments::OrderId id, bool back) {
    const auto order = world_.read([&](db::Transaction& tx) { return *payments::find(tx, id); });
    const bool debit = order.kind == payments::Kind::direct_debit;
    movements.push_back({.end_to_end_id = order.end_to_end_id,
                         .amount = order.amount,
                         .credit = debit != back,
                         .return_code = back ? "AM04" : ""});
  };
  for (auto& [id, day] : return_)
    if (day <= today) {
      ++known_.returned;
      say(id, true);
      day = base::Day{INT32_MAX};
    }
  for (auto& [id, day] : booking_)
    if (day <= today) {
      ++known_.booked;
      say(id, false);
      if (dice.percent(7)) return_[id] = today + static_cast<int>(dice.between(2, 40));
      day = base::Day{INT32_MAX};
    }
  return movements;
}

// Prepared by one, released by the other; what a crash left prepared goes with the next.
void WorksYear::send_batches() {
  for (const auto kind : {payments::Kind::direct_debit, payments::Kind::credit_transfer})
    world_.platform()
        .act(platform::Author::of(administrators_[0].actor),
             [&](platform::Act& act) { return payments::prepare(act, kind); })
        .ok();
  world_.in(base::minutes(world_.dice().between(10, 300)), [this] {
    const auto page = world_.read([](db::Transaction& tx) { return payments::batch_page(tx, INT32_MAX, 50); });
    for (const auto& batch : page.batches)
      if (batch.state == payments::BatchState::prepared)
        world_.platform()
            .act(platform::Author::of(administrators_[1].actor),
                 [&](platform::Act& act) { return payments::release(act, batch.id); })
            .ok();
  });
}

// Debits and transfers that failed are asked for again, sooner or later.
void WorksYear::administrators_look() {
  const auto& administrator = administrators_[0].actor;
  const auto commissions = world_.read(
      [](db::Transaction& tx) { return works::commission::list(tx, works::commission::Which::to_do, {}, all); });
  for (const auto& commission : commissions)
    if (world_.dice().percent(15))
      works::commission::debit_again(world_.platform(), administrator, commission.mandate).ok();
  for (const Person& broker : brokers_)
    for (const auto& statement :
         world_.read([&](db::Transaction& tx) { return works::bonus::of_broker(tx, broker.actor.organisation, 10); }))
      if (statement.state == works::bonus::State::unpaid && world_.dice().percent(15))
        works::bonus::pay_again(world_.platform(), administrator, statement.bill).ok();
}

// Twice, as two administrators do who do not talk to each other.
void WorksYear::run_quarter() {
  const auto quarter = works::bonus::quarter_of(world_.today());
  if (base::next_target_day(quarter + 2) != world_.today()) return;
  const auto run = [this, quarter](const Person& administrator) {
    return works::bonus::run(world_.platform(), administrator.actor, quarter);
  };
  done(run(administrators_[0]), "run the quarter");
  const auto again = run(administrators_[1]);
  if (done(again, "run the quarter again") && again->statements > 0) known_.wrong.push_back("a quarter was paid twice");
}

// W30: now and then an entry is reversed, and some of those reversals too.
void WorksYear::correct_something() {
  auto& dice = world_.dice();
  const auto entries = world_.read([](db::Transaction& tx) {
    auto latest = ledger::latest(tx, {}, 40);
    std::erase_if(latest, [&](const ledger::Entry& entry) {
      return (entry.kind != "works.commission" && entry.kind != "works.bonus") || ledger::reversal_of(tx, entry.id);
    });
    return latest;
  });
  if (entries.empty() || !dice.percent(30)) return;
  const auto& entry = entries[static_cast<std::size_t>(dice.between(0, static_cast<std::int64_t>(entries.size()) - 1))];
  const bool commission = entry.kind == "works.commission";
  base::Money net;
  for (const auto& line : entry.lines)
    if (line.account == ledger::AccountKind::commission_revenue) net += line.credit - line.debit;
  world_.in({}, [this, id = entry.id, commission, net] {
    correct(id, [this, commission, net] {
      ++known_.corrections;
      if (commission) known_.commission_cents -= net.cents;
    });
  });
}

void WorksYear::correct(ledger::EntryId entry, std::function<void()> count) {
  const auto reversal = world_.platform().act(platform::Author::of(administrators_[1].actor), [&](platform::Act& act) {
    return ledger::correct(act, &world_.house().parts().deadlines, entry, "Saisie par erreur");
  });
  if (reversal || reversal.refused_as(ledger::already_reversed)) count();
}

}  // namespace support::year
