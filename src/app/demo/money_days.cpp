#include "app/demo/money_days.hpp"

#include <fmt/format.h>

#include "app/demo/invented_iban.hpp"
#include "base/calendar.hpp"
#include "desks/works/bank/bank.hpp"
#include "desks/works/bonus/bonus.hpp"
#include "desks/works/commission/commission.hpp"
#include "desks/works/debit_mandate/debit_mandate.hpp"
#include "desks/works/money/broker_store.hpp"
#include "floor/payments/reconciliation.hpp"
#include "web/crypto.hpp"

namespace app::demo {
namespace {

constexpr const char* house_iban = "FR1420041010050500013M02606";
constexpr const char* house_bic = "PSSTFRPPPAR";
constexpr int hour = 10;
constexpr int most = 400;  // commissions looked at
// The last batch waits for its second person: what became due since the one before stands in it.
constexpr int quiet_days = 8;

std::string decimal(base::Money amount) { return fmt::format("{}.{:02}", amount.cents / 100, amount.cents % 100); }

struct Movement {
  payments::Order order;
  bool back;  // a returned debit
  bool credit() const { return (order.kind == payments::Kind::direct_debit) != back; }
};

std::string entry(const Movement& movement, base::Day day, int number) {
  const std::string reason = movement.back ? "<RtrInf><Rsn><Cd>AM04</Cd></Rsn></RtrInf>" : "";
  return fmt::format(
      "<Ntry><Amt Ccy=\"EUR\">{}</Amt><CdtDbtInd>{}</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>{}</Dt></BookgDt>"
      "<AcctSvcrRef>DEMO{}</AcctSvcrRef><BkTxCd><Prtry><Cd>B2</Cd></Prtry></BkTxCd><NtryDtls><TxDtls><Refs><EndToEndId>"
      "{}</EndToEndId></Refs><RmtInf><Ustrd>{}</Ustrd></RmtInf>{}</TxDtls></NtryDtls></Ntry>",
      decimal(movement.order.amount), movement.credit() ? "CRDT" : "DBIT", day.iso(), number,
      movement.order.end_to_end_id, movement.order.remittance, reason);
}

std::string balance(const char* type, base::Money amount, base::Day day) {
  return fmt::format(
      "<Bal><Tp><CdOrPrtry><Cd>{}</Cd></CdOrPrtry></Tp><Amt Ccy=\"EUR\">{}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>{}"
      "</Dt></Dt></Bal>",
      type, decimal(amount), day.iso());
}

// Eight digits of the last code mailed to that address.
std::string code_mailed_to(db::Transaction& tx, const std::string& address, const platform::Settings& settings) {
  for (const auto& message : messages::list(tx, {.channel = messages::Channel::mail, .limit = 20}))
    if (message.to.address == address && message.body.find("{code}") != std::string::npos) {
      const auto body = messages::rendered_body(tx, message, settings);
      return body.substr(body.find_first_of("0123456789"), 8);
    }
  return {};
}

void give_account(platform::Platform& platform, const identity::Actor& actor, int number) {
  const auto account = works::bank::check(actor.organisation_name, invented_iban(number), "");
  MANDAT_ASSERT(account && works::bank::change(platform, actor, *account));
}

}  // namespace

MoneyDays::MoneyDays(House& house, base::FixedClock& clock, const Cast& cast, base::Day last)
    : house_(house), clock_(clock), cast_(cast), day_(base::paris::day_of(clock.now()) + 1), last_(last) {
  auto& platform = house_.platform();
  const auto account = payments::parse({.name = "Mandat Réseau",
                                        .iban = house_iban,
                                        .bic = house_bic,
                                        .creditor_id = "FR72ZZZ123456",
                                        .dialect = "current"});
  MANDAT_ASSERT(account);
  const auto proposal = platform.act(platform::Author::of(cast_.administrator.actor),
                                     [&](platform::Act& act) { return payments::propose(act, *account); });
  MANDAT_ASSERT(platform.act(platform::Author::of(cast_.second_administrator.actor),
                             [&](platform::Act& act) { return payments::confirm(act, proposal); }));
  int number = 0;
  for (const Player& broker : cast_.brokers) {
    if (&broker == &cast_.brokers.back()) break;  // the last one has his to give yet
    give_account(platform, broker.actor, 4000 + ++number);
    platform.act(
        {}, [&](platform::Act& act) { works::money::accept_self_billing(act.tx, broker.actor.organisation, act.now); });
  }
}

base::Instant MoneyDays::next() const { return base::paris::at(day_, hour, 0); }

void MoneyDays::pass() {
  if (base::target_day(day_)) {
    sign_mandates();
    read_statement();
    run_quarter();
    const bool quiet = last_ - day_ < quiet_days;
    if (!quiet && (day_.weekday() == 2 || day_.weekday() == 4)) {
      send(payments::Kind::direct_debit);
      send(payments::Kind::credit_transfer);
    }
    if (quiet && base::next_target_day(day_ + 1) >= last_) prepare(payments::Kind::direct_debit);
  }
  day_ = day_ + 1;
}

// A firm signs once it owes something; some let it wait.
void MoneyDays::sign_mandates() {
  auto& platform = house_.platform();
  const auto owed = platform.database.read(
      [](db::Transaction& tx) { return works::commission::list(tx, works::commission::Which::all, {}, most); });
  for (const auto& commission : owed) {
    if (commission.state != works::commission::State::awaiting_mandate) continue;
    for (std::size_t i = 0; i < cast_.tradesmen.size(); ++i) {
      const Player& firm = cast_.tradesmen[i];
      if (firm.actor.organisation != commission.organisation || i % 6 == 5) continue;
      give_account(platform, firm.actor, 1000 + static_cast<int>(i));
      if (!works::debit_mandate::send_code(platform, firm.actor)) continue;
      const auto [terms, code] = platform.database.read([&](db::Transaction& tx) {
        return std::pair{works::debit_mandate::to_sign(tx, firm.actor.organisation, day_),
                         code_mailed_to(tx, firm.mail, platform.settings)};
      });
      if (!terms) continue;
      const auto text = web::hex(web::sha256(works::debit_mandate::text(*terms)));
      MANDAT_ASSERT(works::debit_mandate::sign(platform, firm.actor, {code, text, true}));
    }
  }
}

void MoneyDays::run_quarter() {
  const auto quarter = works::bonus::quarter_of(day_);
  if (base::next_target_day(quarter + 2) != day_) return;
  MANDAT_ASSERT(works::bonus::run(house_.platform(), cast_.administrator.actor, quarter));
}

void MoneyDays::prepare(payments::Kind kind) {
  auto& platform = house_.platform();
  const auto batch = platform.act(platform::Author::of(cast_.administrator.actor),
                                  [&](platform::Act& act) { return payments::prepare(act, kind); });
  if (batch) waiting_ = *batch;
}

void MoneyDays::send(payments::Kind kind) {
  prepare(kind);
  if (!waiting_) return;
  const auto released = house_.platform().act(platform::Author::of(cast_.second_administrator.actor),
                                              [&](platform::Act& act) { return payments::release(act, waiting_); });
  MANDAT_ASSERT(released);
  waiting_ = {};
}

// What was to be executed by the day before is booked; the third debit comes back a week later.
void MoneyDays::read_statement() {
  auto& platform = house_.platform();
  std::vector<Movement> movements;
  platform.database.read([&](db::Transaction& tx) {
    std::vector<payments::OrderId> orders;
    for (const auto& commission : works::commission::list(tx, works::commission::Which::all, {}, most))
      if (commission.order) orders.push_back(commission.order);
    for (const auto& broker : cast_.brokers)
      for (const auto& statement : works::bonus::of_broker(tx, broker.actor.organisation, 4))
        orders.push_back(statement.order);
    for (const auto id : orders) {
      const auto order = payments::find(tx, id);
      if (!order || !order->execution_day) continue;
      if (order->state == payments::State::released && *order->execution_day < day_)
        movements.push_back({*order, false});
      else if (id == to_return_ && order->state == payments::State::booked && *order->execution_day + 7 <= day_)
        movements.push_back({*order, true});
    }
    return 0;
  });
  if (movements.empty()) return;
  const base::Money opening = balance_;
  std::string entries;
  for (std::size_t i = 0; i < movements.size(); ++i) {
    const auto& movement = movements[i];
    balance_ += movement.credit() ? movement.order.amount : -movement.order.amount;
    entries += entry(movement, day_, statements_ * 100 + static_cast<int>(i));
    if (movement.back) {
      to_return_ = {};
      returned_ = true;
    } else if (!returned_ && !to_return_ && movement.order.kind == payments::Kind::direct_debit) {
      to_return_ = movement.order.id;
    }
  }
  ++statements_;
  const std::string created = day_.iso() + "T07:00:00";
  const std::string xml =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\">"
      "<BkToCstmrStmt><GrpHdr><MsgId>DEMO-" +
      std::to_string(statements_) + "</MsgId><CreDtTm>" + created + "</CreDtTm></GrpHdr><Stmt><Id>DEMO-" +
      std::to_string(statements_) + "</Id><ElctrncSeqNb>" + std::to_string(statements_) + "</ElctrncSeqNb><CreDtTm>" +
      created + "</CreDtTm><Acct><Id><IBAN>" + house_iban + "</IBAN></Id></Acct>" + balance("OPBD", opening, day_) +
      balance("CLBD", balance_, day_) + entries + "</Stmt></BkToCstmrStmt></Document>\n";
  auto file = payments::read_bank_file(xml);
  MANDAT_ASSERT(file);
  const payments::Upload upload{*std::move(file), xml, web::hex(web::sha256(xml)), "releve-" + day_.iso() + ".xml"};
  MANDAT_ASSERT(platform.act(platform::Author::of(cast_.administrator.actor),
                             [&](platform::Act& act) { return payments::take_in(act, upload, "fichier"); }));
}

}  // namespace app::demo
