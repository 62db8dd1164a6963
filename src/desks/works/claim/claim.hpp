// A claim (dossier): a property loss a broker declares, with the insured, the place, and one or several lots (W10,
// W12).
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/time.hpp"
#include "db/database.hpp"
#include "desks/works/claim/claim_ids.hpp"
#include "desks/works/claim/claim_states.hpp"
#include "floor/identity/actor.hpp"

namespace works::claim {

struct Insured {
  std::string name;
  std::string phone;  // E.164
  std::optional<std::string> email;
};

struct Place {
  std::string address, postal_code, insee, name;  // name: of the commune
  std::int32_t lat_e6, lon_e6;
  std::string position_method;  // floor/places
  int position_error_m;
};

struct Claim {
  ClaimId id;
  std::string reference;  // T-2026-000123, counted per broker
  identity::OrganisationId broker;
  identity::AccountId declared_by;
  base::Instant declared_at;
  std::string kind;  // slug of claim_kind
  std::optional<base::Day> loss_day;
  Insured insured;
  Place place;
  std::string description;
  bool emergency;
  base::Day needed_from;
  std::string insurer, insurer_name;  // slug and name; empty when not known yet
  std::optional<std::string> insurer_email;
  std::string insurer_claim_number;
  bool insured_informed;  // W10, W28
  std::string form_key;
  // Shown in lists, rewritten by lot::project after each act
  Status status;
  Detail detail;
  WaitingFor waiting_for;
  std::string waiting_name;
  std::optional<base::Instant> next_due_at;
  std::optional<base::Day> expert_visit_on;  // while the insurer has the quote
  std::string trades_text;                   // of all lots, French labels
  // W26
  std::optional<base::Day> reimbursed_on;
  std::optional<base::Instant> closed_by_broker_at, closed_at, abandoned_at;
  std::string abandoned_reason;  // text of Abandonment
};

// Store. A claim outside the actor's scope does not exist (P2): brokers see their organisation's, administrators all.
void insert(db::Transaction& tx, const Claim& claim);
void save(db::Transaction& tx, const Claim& claim);          // keeps works_claim_counts right
std::optional<Claim> find(db::Transaction& tx, ClaimId id);  // for acts of rules
std::optional<Claim> find(db::Transaction& tx, ClaimId id, const identity::Actor& actor);  // in the actor's scope
// Those of the claims that are the broker's, in a statement for each 64 of them.
std::unordered_set<ClaimId> owned_by(db::Transaction& tx, identity::OrganisationId broker,
                                     const std::vector<ClaimId>& claims);
// Their references, in a statement for each 64 of them.
std::unordered_map<ClaimId, std::string> references_of(db::Transaction& tx, const std::vector<ClaimId>& claims);
std::vector<ClaimId> open_of(db::Transaction& tx, identity::OrganisationId broker);  // neither closed nor abandoned
std::optional<ClaimId> find_by_form_key(db::Transaction& tx, identity::OrganisationId broker,
                                        std::string_view form_key);
// What the insured is known by, folded: name, phone, address, claim number. Only for who may see them (W14).
std::string contact_key(const Claim& claim);
std::string next_reference(db::Transaction& tx, identity::OrganisationId broker, int year);

}  // namespace works::claim
