// The policy of a placement, its signature, and what follows it (C10 to C12, C17).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "db/database.hpp"
#include "desks/credit/offer/offer.hpp"
#include "desks/credit/policy/policy_states.hpp"
#include "floor/documents/documents.hpp"
#include "floor/links/links.hpp"

namespace credit::policy {

using PolicyId = base::Id<struct PolicyTag>;
using SignatureId = base::Id<struct SignatureTag>;
inline constexpr std::string_view policy_subject = "credit.policy";

struct Policy {
  PolicyId id;
  PlacementId placement;
  identity::OrganisationId broker;
  offer::OfferId offer;
  std::string insurer_name, number;
  Origin origin = Origin::drawn;
  State state = State::issued;
  documents::DocumentId document;  // what is to be signed
  std::string document_hash;       // SHA-256, hex
  base::Instant issued_at;
  std::optional<base::Instant> signed_at = {};
  std::optional<base::Day> effect_on = {};
  SignedWay signed_way = SignedWay::none;
  documents::DocumentId signed_document = {}, evidence = {};  // none: not signed yet
  std::string refusal_reason = {};
};

struct Signature {
  SignatureId id;
  PolicyId policy;
  std::string name, email, phone;  // phone: E.164; empty: the code goes by mail
  base::Instant sent_at;
  std::optional<base::Instant> opened_at = {};
  links::LinkId code_link = {};
  std::optional<base::Instant> code_sent_at = {};
  int code_tries = 0, codes_sent = 0;
  std::optional<base::Instant> code_verified_at = {}, read_at = {}, signed_at = {};
  std::string consent = {};
  std::string signed_from = {};
  std::optional<base::Instant> ended_at = {};
  std::string recall_reason = {};  // why the policy sent was recalled; empty: it was not
};

struct OnboardingRow {
  Item item;
  base::Day due;
  std::string note;
  std::optional<base::Day> done_on = {};
  identity::AccountId done_by = {};
};

// Store. A policy outside the actor's scope does not exist: it has its placement's.
void insert(db::Transaction& tx, const Policy& policy);
void save(db::Transaction& tx, const Policy& policy);
std::optional<Policy> find(db::Transaction& tx, PolicyId id);
std::optional<Policy> latest_of(db::Transaction& tx, PlacementId placement);

void insert(db::Transaction& tx, const Signature& signature);
void save(db::Transaction& tx, const Signature& signature);
std::optional<Signature> find(db::Transaction& tx, SignatureId id);
std::optional<Signature> latest_of(db::Transaction& tx, PolicyId policy);

void insert(db::Transaction& tx, PolicyId policy, const OnboardingRow& row);
bool save(db::Transaction& tx, PolicyId policy, const OnboardingRow& row);
void postpone(db::Transaction& tx, PolicyId policy, Item item, base::Day due);
std::vector<OnboardingRow> onboarding_of(db::Transaction& tx, PolicyId policy);  // by day

}  // namespace credit::policy
