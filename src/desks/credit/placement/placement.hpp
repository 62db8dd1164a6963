// A placement (dossier): a company to be covered, from its first call to its signed policy (C1 to C13).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/money.hpp"
#include "base/time.hpp"
#include "db/database.hpp"
#include "desks/credit/placement/placement_ids.hpp"
#include "desks/credit/placement/placement_states.hpp"
#include "floor/identity/actor.hpp"

namespace credit::placement {

struct Company {
  std::string name;
  std::string siren;  // empty when not known yet
  Size size = Size::small_or_medium;
};

struct Contact {
  std::string name;
  std::string email, phone;  // E.164; empty when not known
};

struct Placement {
  PlacementId id;
  std::string reference;  // C-2026-000123, counted per broker
  identity::OrganisationId broker;
  identity::AccountId handled_by;
  identity::OrganisationId company_space;  // of the company itself; none: it has no space here
  base::Instant opened_at;
  std::string form_key;
  Company company;
  Contact contact;
  Channel channel;
  Need need;
  std::string notes;
  // Shown in lists; kept right by the actions.
  Step step;
  WaitingFor waiting_for;
  std::string waiting_name;
  std::optional<base::Instant> next_due_at;
  std::int64_t buyers = 0;
  base::Money exposure;
  std::string abandoned_reason;  // text of GivenUp
};

struct PlannedStep {
  Step step;
  base::Day expected_on;
  std::optional<base::Instant> done_at;
};

// Store. A placement outside the actor's scope does not exist (P2): brokers see their organisation's, a company those
// of its own space, administrators all.
void insert(db::Transaction& tx, const Placement& placement, const std::vector<PlannedStep>& plan);
void save(db::Transaction& tx, const Placement& placement);  // keeps credit_placement_counts right
void note_step_done(db::Transaction& tx, PlacementId id, Step step, std::optional<base::Instant> at);
std::optional<Placement> find(db::Transaction& tx, PlacementId id);  // for acts of rules
std::optional<Placement> find(db::Transaction& tx, PlacementId id, const identity::Actor& actor);
std::optional<PlacementId> find_by_form_key(db::Transaction& tx, identity::OrganisationId broker, std::string_view key);
std::string next_reference(db::Transaction& tx, identity::OrganisationId broker, int year);
std::vector<PlannedStep> plan_of(db::Transaction& tx, PlacementId id);                     // in the order of the nine
std::vector<Placement> of_company(db::Transaction& tx, identity::OrganisationId company);  // newest first

}  // namespace credit::placement
