// A commission, from the job that was closed to the debit that the bank booked (W27, W30).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/outcome.hpp"
#include "db/database.hpp"
#include "desks/works/bill/bill.hpp"
#include "desks/works/commission/commission_rules.hpp"
#include "desks/works/commission/commission_states.hpp"
#include "floor/ledger/ledger.hpp"
#include "floor/payments/payments.hpp"
#include "floor/platform/platform.hpp"

namespace works::commission {

inline constexpr std::string_view order_subject = "works.commission";  // with the id of the job's mandate
// Due again after it was paid and paid back: another debt to the bank, since the first debit stays booked.
inline constexpr std::string_view restored_subject = "works.commission_restored";

struct Commission {
  MandateId mandate;
  identity::OrganisationId organisation;
  ClaimId claim;
  ledger::EntryId entry;
  bill::BillId bill;
  std::string bill_number;
  std::string job;  // « Plomberie à Lyon 3e »
  base::Day closed_on;
  base::Money amount;  // with VAT
  State state;
  int attempt;
  payments::OrderId order;  // of the last attempt
  std::optional<base::Day> debit_on, debit_until, settled_on;
  std::string note;
};

// Store
void insert(db::Transaction& tx, const Commission& commission);
void save(db::Transaction& tx, const Commission& commission);
std::optional<Commission> find(db::Transaction& tx, MandateId mandate);
std::optional<Commission> of_entry(db::Transaction& tx, ledger::EntryId entry);
enum class Which { all, to_do };
std::vector<Commission> of_organisation(db::Transaction& tx, identity::OrganisationId organisation, MandateId before,
                                        int limit);                                           // newest first
std::vector<Commission> list(db::Transaction& tx, Which which, MandateId before, int limit);  // newest first
std::vector<Commission> of_claim(db::Transaction& tx, ClaimId claim);
std::vector<Commission> awaiting_mandate_of(db::Transaction& tx, identity::OrganisationId organisation);
bool owes(db::Transaction& tx, identity::OrganisationId organisation);  // one is neither paid nor credited

// In the act that closes the job: the invoice, and the debit if a mandate is there; both wait while one of the two
// sides is not named in full (held.hpp).
struct Closed {
  MandateId mandate;
  identity::OrganisationId firm;
  ClaimId claim;
  std::string job, reference;
  ledger::EntryId entry;
  base::Money net, vat;
  base::Rate rate;
};
void start(platform::Act& act, const Closed& closed);
void start(platform::Act& act, const Closed& closed, base::Day closed_on);  // what waited

void mandate_signed(platform::Act& act, identity::OrganisationId firm);
void bill_drawn(platform::Act& act, const bill::Bill& bill);
void hear(platform::Act& act, const payments::Order& order, payments::News news);
void register_delays(deadlines::Handlers& handlers);

inline constexpr base::RefusalCode unknown{base::RefusalKind::not_found, "works.commission.unknown"};
inline constexpr base::RefusalCode not_again{base::RefusalKind::conflict, "works.commission.not_again"};
inline constexpr base::RefusalCode no_mandate{base::RefusalKind::conflict, "works.commission.no_mandate"};
base::Outcome<base::Done> debit_again(platform::Platform& platform, const identity::Actor& administrator,
                                      MandateId mandate);

// Asks for the debit and announces it when the state, the mandate and the days allow; the commission as it stands then.
Commission plan(platform::Act& act, Commission commission, const std::optional<Window>& window);
Commission moved(const Commission& commission, Event event);  // asserts that the event is one of its state
std::string announcement(const Commission& commission, const payments::Order& order);

}  // namespace works::commission
