#include "desks/works/closure/booking.hpp"

#include "desks/works/bonus/bonus.hpp"
#include "desks/works/closure/money_rules.hpp"
#include "desks/works/commission/commission.hpp"
#include "desks/works/letters/letters.hpp"
#include "desks/works/money/broker_store.hpp"
#include "desks/works/tradesman/tradesman.hpp"
#include "floor/audit/audit.hpp"
#include "floor/identity/organisations.hpp"
#include "floor/ledger/vat_rules.hpp"
#include "floor/places/communes.hpp"

namespace works::closure {
namespace {

using ledger::AccountKind;
using ledger::Line;

base::Rate vat_at(std::string_view postal_code, base::Instant at) {
  const auto communes = places::communes_of(postal_code);
  const auto department = communes.empty() ? postal_code.substr(0, 2) : communes.front().department;
  return ledger::standard_vat_rate(department, base::paris::day_of(at));
}

Line debit(AccountKind account, identity::OrganisationId organisation, base::Money amount) {
  return {account, organisation, amount, {}};
}
Line credit(AccountKind account, identity::OrganisationId organisation, base::Money amount) {
  return {account, organisation, {}, amount};
}

// Where a partner is established decides his VAT, not where he works from; one without establishment is taken as of the
// mainland.
base::Rate vat_of(platform::Act& act, identity::OrganisationId partner) {
  const auto establishments = identity::establishments_of(act.tx, partner);
  return vat_at(establishments.empty() ? "75001" : establishments.front().postal_code.text(), act.now);
}

}  // namespace

void book_commission(platform::Act& act, const claim::Claim& claim, const Invoice& invoice) {
  const auto mandate = mandate::find(act.tx, invoice.mandate);
  const auto firm = tradesman::find(act.tx, mandate->tradesman);
  MANDAT_ASSERT(mandate && firm);
  const base::Rate rate = vat_of(act, firm->organisation);
  const Taxed due = commission(invoice.amount_ht, rate);
  if (due.gross().cents == 0) return;
  ledger::NewEntry entry{.kind = "works.commission",
                         .subject_kind = mandate_subject,
                         .subject_id = invoice.mandate.value,
                         .file = file_of(claim.id),
                         .lines = {debit(AccountKind::commission_receivable, firm->organisation, due.gross()),
                                   credit(AccountKind::commission_revenue, {}, due.net)}};
  if (due.vat.cents > 0) entry.lines.push_back(credit(AccountKind::vat_collected, {}, due.vat));
  commission::start(act, {.mandate = invoice.mandate,
                          .firm = firm->organisation,
                          .claim = claim.id,
                          .job = mandate->trades_text + " à " + mandate->place_name,
                          .reference = claim.reference,
                          .entry = ledger::post(act, entry),
                          .net = due.net,
                          .vat = due.vat,
                          .rate = rate});
}

bool book_bonus_when_finished(platform::Act& act, ClaimId id) {
  const auto claim = claim::find(act.tx, id);
  MANDAT_ASSERT(claim);
  if (!claim->closed_at) return false;
  const bool liable = money::vat_liable(act.tx, claim->broker);
  const base::Rate rate = liable ? vat_of(act, claim->broker) : base::Rate{};
  const Taxed due = bonus(liable, rate);
  ledger::NewEntry entry{.kind = "works.bonus",
                         .subject_kind = claim_file_kind,
                         .subject_id = id.value,
                         .file = file_of(id),
                         .lines = {debit(AccountKind::bonus_expense, {}, due.net)}};
  if (due.vat.cents > 0) entry.lines.push_back(debit(AccountKind::vat_deductible, {}, due.vat));
  entry.lines.push_back(credit(AccountKind::bonus_payable, claim->broker, due.gross()));
  bonus::earn(act, {.id = act.ids.next(),
                    .broker = claim->broker,
                    .claim = id,
                    .entry = ledger::post(act, entry),
                    .earned_at = *claim->closed_at,
                    .text = "Dossier " + claim->reference,
                    .net = due.net,
                    .vat = due.vat,
                    .rate = rate,
                    .statement = {}});
  audit::record(act, {"works.claim.closed", file_of(id), {}});
  letters::alert_bonus(act, *claim);
  return true;
}

}  // namespace works::closure
