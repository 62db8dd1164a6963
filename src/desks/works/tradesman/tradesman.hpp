// A tradesman's firm: what is stored of it, and what its record learns (W8, W9, W11, W17).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "db/database.hpp"
#include "desks/works/tradesman/profile.hpp"
#include "desks/works/tradesman/profile_rules.hpp"
#include "floor/places/box.hpp"
#include "floor/platform/act.hpp"

namespace works::tradesman {

// Store
void insert(db::Transaction& tx, const Tradesman& tradesman, const std::vector<Coverage>& coverages);
void save(db::Transaction& tx, const Tradesman& tradesman);         // record and rating included; rewrites works_reach
void save_record(db::Transaction& tx, const Tradesman& tradesman);  // record and rating alone
std::optional<Tradesman> find(db::Transaction& tx, identity::OrganisationId organisation);
std::vector<Tradesman> all(db::Transaction& tx, identity::OrganisationId after, int limit);  // by id
std::vector<identity::OrganisationId> suspended(db::Transaction& tx, int limit);
std::vector<Coverage> coverages_of(db::Transaction& tx, identity::OrganisationId organisation);  // by trade, first day
void replace_coverages(db::Transaction& tx, identity::OrganisationId organisation,
                       const std::vector<Coverage>& coverages);
// That end on `from` or later, earliest first.
std::vector<Absence> absences_of(db::Transaction& tx, identity::OrganisationId organisation, base::Day from);
void add_absence(platform::Act& act, identity::OrganisationId organisation, base::Day first, base::Day last);
void remove_absence(platform::Act& act, identity::OrganisationId organisation,
                    std::int64_t absence);  // if it is theirs

// The profiles of many firms in the order of the ids, which all exist: of their coverages those of the trades that are
// valid on the period's first day, of their absences those that meet the period.
std::vector<Profile> profiles(db::Transaction& tx, const std::vector<identity::OrganisationId>& firms,
                              const std::vector<std::string>& trades, const Period& period);

// Where a firm may be found for a trade it covers, has covered or will cover: the box around its radius, centred on its
// base. A firm that has left is found nowhere (W7).
struct Reach {
  identity::OrganisationId organisation;
  places::Point base;
};
// The firms of the trade whose box meets the area; the box is wider than the circle, to be measured by the caller.
std::vector<Reach> reaching(db::Transaction& tx, std::string_view trade, const places::Box& area);

// What the record learns from each act; each saves the new rating too.
void note_asked(platform::Act& act, identity::OrganisationId organisation);
void note_answered(platform::Act& act, identity::OrganisationId organisation, base::Duration took, bool accepted);
void note_silence(platform::Act& act, identity::OrganisationId organisation);  // W16, W17
void note_job_ended(platform::Act& act, identity::OrganisationId organisation, bool closed);

}  // namespace works::tradesman
