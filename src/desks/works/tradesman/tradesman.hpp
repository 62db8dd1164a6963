// A tradesman's firm as the desk knows it: base, radius, availability, covered trades, record (W8, W9, W11).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/time.hpp"
#include "db/database.hpp"
#include "floor/identity/actor.hpp"
#include "floor/platform/act.hpp"

namespace works::tradesman {

enum class State { active, suspended, left };
std::string_view to_text(State state);
std::optional<State> state_from_text(std::string_view text);

// Behind the rating (W11): kept up by each act, so that nothing is counted when a broker searches.
struct Record {
  int asked = 0;              // requests that reached an answer or their end
  int answered = 0;
  std::int64_t answer_minutes = 0;
  int accepted = 0;
  int closed = 0;
  int live = 0;               // jobs held now
  int silences = 0;           // consecutive requests without answer (W17)
  std::optional<base::Instant> last_asked_at;
};

struct Tradesman {
  identity::OrganisationId organisation;
  State state = State::active;
  std::string base_postal_code, base_name;
  std::int32_t lat_e6 = 0, lon_e6 = 0;
  int radius_m = 0;
  std::string weekdays = "1111100";  // Monday … Sunday
  Record record;
  int rating = 500;           // 0 to 1000 (W11): rating_of(record), stored
};

// One trade a certificate of décennale covers, first and last day included (W8).
struct Coverage {
  std::string trade;
  base::Day valid_from, valid_until;
  std::string certificate;
};
struct Absence {
  std::int64_t id;
  base::Day first_day, last_day;
};

// Store
void insert(db::Transaction& tx, const Tradesman& tradesman, const std::vector<Coverage>& coverages);
void save(db::Transaction& tx, const Tradesman& tradesman);  // record and rating included; rewrites works_reach
std::optional<Tradesman> find(db::Transaction& tx, identity::OrganisationId organisation);
std::vector<Coverage> coverages_of(db::Transaction& tx, identity::OrganisationId organisation);
std::vector<Absence> absences_of(db::Transaction& tx, identity::OrganisationId organisation, base::Day from);
void add_absence(platform::Act& act, identity::OrganisationId organisation, base::Day first, base::Day last);

// What the record learns from each act; each saves the new rating too.
void note_asked(platform::Act& act, identity::OrganisationId organisation);
void note_answered(platform::Act& act, identity::OrganisationId organisation, base::Duration took, bool accepted);
void note_silence(platform::Act& act, identity::OrganisationId organisation);    // W16, W17
void note_job_ended(platform::Act& act, identity::OrganisationId organisation, bool closed);

// A warning for a late cancellation (W20); once per mandate.
void warn_late_cancellation(platform::Act& act, identity::OrganisationId organisation, std::int64_t mandate);
int warnings_since(db::Transaction& tx, identity::OrganisationId organisation, base::Instant since);

}  // namespace works::tradesman
