// A tradesman's SEPA direct debit mandate: signed in his space with a one-time code, its text kept with its hash (W27).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/outcome.hpp"
#include "db/database.hpp"
#include "desks/works/debit_mandate/debit_mandate_rules.hpp"
#include "desks/works/debit_mandate/debit_mandate_states.hpp"
#include "floor/deadlines/deadlines.hpp"
#include "floor/documents/documents.hpp"
#include "floor/payments/payments.hpp"
#include "floor/platform/platform.hpp"
#include "floor/workspace/workspace.hpp"

namespace works::debit_mandate {

using DebitMandateId = base::Id<struct DebitMandateTag>;
inline constexpr std::string_view subject = "works.debit_mandate";

struct DebitMandate {
  DebitMandateId id;
  identity::OrganisationId organisation;
  State state;
  Terms terms;
  std::optional<base::Bic> bic;
  base::Instant signed_at;
  identity::AccountId signed_by;
  std::string code_sent_to;  // masked
  std::string text_sha256;   // hex
  documents::DocumentId document;
  payments::OrderId first_order;  // the debit sent as the first; none: the next one is
  std::optional<base::Day> last_used;
  std::optional<base::Instant> ended_at;
  std::string end_reason;
};

// Store
void insert(db::Transaction& tx, const DebitMandate& mandate);
void save(db::Transaction& tx, const DebitMandate& mandate);  // state, use and end
std::optional<DebitMandate> active_of(db::Transaction& tx, identity::OrganisationId organisation);
std::optional<DebitMandate> find(db::Transaction& tx, std::string_view reference);
std::optional<DebitMandate> find(db::Transaction& tx, DebitMandateId id);
std::vector<DebitMandate> all_of(db::Transaction& tx, identity::OrganisationId organisation);  // newest first

using base::RefusalCode;
using base::RefusalKind;
inline constexpr RefusalCode nothing_to_sign{RefusalKind::conflict, "works.debit_mandate.nothing_to_sign"};
inline constexpr RefusalCode text_changed{RefusalKind::conflict, "works.debit_mandate.text_changed"};
inline constexpr RefusalCode consent_missing{RefusalKind::invalid, "works.debit_mandate.consent_missing"};
inline constexpr RefusalCode not_active{RefusalKind::conflict, "works.debit_mandate.not_active"};

// What may be signed now: bank details and the house's ICS are there, both are named in full (P9.identity), and no
// mandate is active.
std::optional<Terms> to_sign(db::Transaction& tx, identity::OrganisationId organisation, base::Day today);

base::Outcome<base::Done> send_code(platform::Platform& platform, const identity::Actor& signer);
struct Signature {
  std::string code;
  std::string text_sha256;  // of the text that was shown
  bool consent;
};
base::Outcome<base::Done> sign(platform::Platform& platform, const identity::Actor& signer, const Signature& signature);
base::Outcome<base::Done> revoke(platform::Platform& platform, const identity::Actor& actor);

// The IBAN is another one: the mandate on the old one is replaced.
void account_changed(platform::Act& act, identity::OrganisationId organisation, const base::Iban& iban);

// A debit is asked for under the mandate: what its order carries, FRST or RCUR.
payments::Mandate for_order(const DebitMandate& mandate);
void note_order(platform::Act& act, const DebitMandate& mandate, payments::OrderId order);
// What became of it: a booked debit counts as a use, a first one that was never executed is asked for as first again.
void note_news(platform::Act& act, const payments::Order& order, payments::News news);

void register_delays(deadlines::Handlers& handlers);

std::string evidence_pdf(const DebitMandate& mandate, std::string_view signer);

}  // namespace works::debit_mandate
