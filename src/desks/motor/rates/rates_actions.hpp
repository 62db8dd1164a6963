// A repairer sends his rates, a firm acknowledges them (M27).
#pragma once

#include <vector>

#include "base/outcome.hpp"
#include "desks/motor/rates/rates.hpp"
#include "floor/platform/act.hpp"

namespace motor::rates {

inline constexpr base::RefusalCode unknown_version{base::RefusalKind::not_found, "motor.rates.unknown"};

// M27: a new version, told to every firm that it concerns. Refuses a place that is not his.
base::Outcome<VersionId> send(platform::Act& act, const identity::Actor& repairer, const Reach& reach,
                              std::vector<Line> lines);

// M27.receipt. Acknowledged again, nothing changes.
base::Outcome<base::Done> acknowledge(platform::Act& act, const identity::Actor& cabinet, VersionId id);

// Who receives a repairer's versions follows his attachments: called when one is confirmed or withdrawn.
void follow_attachments(db::Transaction& tx, identity::OrganisationId repairer, identity::OrganisationId cabinet);

// Own, or received. Outside this a version does not exist (P2).
std::optional<Version> find(db::Transaction& tx, VersionId id, const identity::Actor& actor);

// The version in force for a make, at an establishment of that repairer, on a day; with its lines.
std::optional<Version> in_force_for(db::Transaction& tx, identity::OrganisationId repairer, std::string_view make,
                                    identity::EstablishmentId establishment, base::Day on);

}  // namespace motor::rates
