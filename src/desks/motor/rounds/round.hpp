// A day of a firm's inspections: its places in the order of the round, what is to be decided there, what is done
// remotely (M33).
#pragma once

#include <string>
#include <vector>

#include "desks/motor/file/file_briefs.hpp"
#include "desks/motor/rounds/round_rules.hpp"
#include "desks/motor/schedule/schedule.hpp"

namespace motor::rounds {

struct Visit {
  schedule::Date date;
  file::Brief file;
};

struct Place {
  std::string name;  // "69003 Lyon 3e"
  std::optional<places::Point> point = {};
  std::vector<Visit> visits = {};  // by hour
  bool planned() const;            // one of them holds at least
};

struct Day {
  std::vector<Place> places;   // in the order of the round; those without a position last
  std::vector<Visit> remote;   // inspections at a distance
  double length_m = 0;         // as the crow flies
  std::int64_t planned = 0;    // inspections on site that hold
  std::int64_t to_decide = 0;  // suggested, on site or remote
};

// Of the dates of one day, with their files; dates of other kinds, or of files that nobody shows, are left out.
Day day_of(const std::vector<schedule::Date>& dates, const file::Briefs& files);

}  // namespace motor::rounds
