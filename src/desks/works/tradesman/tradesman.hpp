// A tradesman's firm: what is stored of it, and what its record learns (W8, W9, W11, W17).
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "db/change_log.hpp"
#include "db/database.hpp"
#include "desks/works/tradesman/profile.hpp"
#include "desks/works/tradesman/profile_rules.hpp"
#include "floor/platform/act.hpp"

namespace works::tradesman {

// Store. Whatever it changes of a firm is noted for those who keep firms in memory.
void insert(db::Transaction& tx, const Tradesman& tradesman, const std::vector<Coverage>& coverages);
void save(db::Transaction& tx, const Tradesman& tradesman);                                // record included
void set_lapsed(db::Transaction& tx, identity::OrganisationId organisation, bool lapsed);  // nothing else writes it
void save_record(db::Transaction& tx, const Tradesman& tradesman);                         // record alone
std::optional<Tradesman> find(db::Transaction& tx, identity::OrganisationId organisation);
std::vector<Tradesman> all(db::Transaction& tx, identity::OrganisationId after, int limit);  // by id
std::vector<identity::OrganisationId> suspended_among(db::Transaction& tx,
                                                      const std::vector<identity::OrganisationId>& firms);  // by id
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

// What decides whether a firm is proposed, and where it ranks, as read for the index in memory. Read firm by firm, each
// before what it covers and when it is absent.
struct Standing {
  identity::OrganisationId organisation;
  State state;
  bool lapsed;
  places::Point base;
  int radius_m;
  std::string_view weekdays;  // while it is read
  Record record;
};
struct StandingReader {
  std::function<void(const Standing&)> firm;
  std::function<void(identity::OrganisationId, std::string_view trade, base::Day first, base::Day last)> covers;
  std::function<void(identity::OrganisationId, base::Day first, base::Day last)>
      absent;  // that ends on `from` or later
};
void read_standings(db::Transaction& tx, base::Day from, const StandingReader& reader);  // of all firms
void read_standings(db::Transaction& tx, const std::vector<identity::OrganisationId>& firms, base::Day from,
                    const StandingReader& reader);  // of those of them that exist

// The log of firms' changes (db/change_log.hpp), whose rows are organisations.
const db::ChangeLog& changes();
void note_change(db::Transaction& tx, identity::OrganisationId organisation);

// What the record learns from each act.
void note_asked(platform::Act& act, identity::OrganisationId organisation);
void note_answered(platform::Act& act, identity::OrganisationId organisation, base::Duration took, bool accepted);
void note_silence(platform::Act& act, identity::OrganisationId organisation);  // W16, W17
void note_job_ended(platform::Act& act, identity::OrganisationId organisation, bool closed);

}  // namespace works::tradesman
