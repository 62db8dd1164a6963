// Warnings, and the deactivation of firms that give no sign of life or keep failing those who count on them (W18, W20).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/outcome.hpp"
#include "db/database.hpp"
#include "desks/works/claim/claim_ids.hpp"
#include "desks/works/discipline/discipline_rules.hpp"
#include "desks/works/discipline/discipline_states.hpp"
#include "desks/works/mandate/mandate.hpp"
#include "floor/deadlines/deadlines.hpp"
#include "floor/platform/platform.hpp"

namespace works::discipline {

using WarningId = base::Id<struct WorksWarningTag>;
using DeactivationId = base::Id<struct WorksDeactivationTag>;

inline constexpr std::string_view firm_subject = "works.firm";        // its id: the organisation's
inline constexpr std::string_view warning_subject = "works.warning";  // of the delay after which it counts no more

struct Warning {
  WarningId id;
  identity::OrganisationId firm;
  MandateId mandate;
  ClaimId claim;
  WarningKind kind;
  base::Instant given_at;
};

struct Deactivation {
  DeactivationId id;
  identity::OrganisationId firm;
  Ground ground;
  State state;
  base::Instant opened_at;
  std::optional<base::Instant> silent_since;  // inactivity: the last sign of life
  std::optional<base::Day> notice_until;      // inactivity: last day of the notice
  std::optional<base::Instant> decided_at;
  identity::AccountId decided_by;
  std::string reason;
};

// Store
bool insert(db::Transaction& tx, const Warning& warning);  // false: that mandate has one of its kind
std::vector<Warning> warnings_of(db::Transaction& tx, identity::OrganisationId firm, base::Instant since);
std::vector<Warning> latest_warnings(db::Transaction& tx, int limit);  // newest first
void insert(db::Transaction& tx, const Deactivation& deactivation);
void save(db::Transaction& tx, const Deactivation& deactivation);
std::optional<Deactivation> find(db::Transaction& tx, DeactivationId id);
std::optional<Deactivation> open_of(db::Transaction& tx, identity::OrganisationId firm);
std::vector<Deactivation> in_state(db::Transaction& tx, State state, int limit);  // newest first
bool was_deactivated(db::Transaction& tx, identity::OrganisationId firm);         // once at least, by a decision

// What the desk tells of a firm; each within the act that caused it.
void note_silence(platform::Act& act, identity::OrganisationId firm);  // W16: a request was left without answer
void note_answer(platform::Act& act, identity::OrganisationId firm);   // lifts a notice
void note_departure(platform::Act& act, identity::OrganisationId firm);
// Once per mandate and kind.
void warn(platform::Act& act, const mandate::Mandate& mandate, WarningKind kind);

inline constexpr base::RefusalCode unknown{base::RefusalKind::not_found, "works.discipline.unknown"};
inline constexpr base::RefusalCode not_to_decide{base::RefusalKind::conflict, "works.discipline.not_to_decide"};
inline constexpr base::RefusalCode still_busy{base::RefusalKind::conflict, "works.discipline.still_busy"};
inline constexpr base::RefusalCode verdict_missing{base::RefusalKind::invalid, "works.discipline.verdict_missing"};
inline constexpr base::RefusalCode reason_missing{base::RefusalKind::invalid, "works.discipline.reason_missing"};
inline constexpr base::RefusalCode not_suspended{base::RefusalKind::conflict, "works.discipline.not_suspended"};
inline constexpr int longest_reason = 500;  // characters

enum class Verdict { deactivate, keep };
// Without a verdict: verdict_missing, once the proposal is known to be there to decide.
base::Outcome<base::Done> decide(platform::Platform& platform, const identity::Actor& administrator, DeactivationId id,
                                 std::optional<Verdict> verdict, std::string_view reason);
base::Outcome<base::Done> reactivate(platform::Platform& platform, const identity::Actor& administrator,
                                     identity::OrganisationId firm);

void register_delays(deadlines::Handlers& handlers);
// A worker's duty: the notices of those that have signed in since; how many it lifted.
int lift_notices(platform::Platform& platform);

// Letters (discipline_news.cpp)
void tell_warned(platform::Act& act, const Warning& warning, const std::string& job, int counting);
void tell_noticed(platform::Act& act, const Deactivation& notice);
void tell_lifted(platform::Act& act, const Deactivation& notice);
void tell_decided(platform::Act& act, const Deactivation& decided);
void tell_reactivated(platform::Act& act, identity::OrganisationId firm);

}  // namespace works::discipline
