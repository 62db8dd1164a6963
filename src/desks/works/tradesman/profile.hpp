// A tradesman's firm as the desk knows it: base, radius, availability, covered trades, record (W8, W9, W11).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.hpp"
#include "desks/works/tradesman/record.hpp"
#include "floor/identity/actor.hpp"
#include "floor/places/point.hpp"

namespace documents {
using DocumentId = base::Id<struct DocumentTag>;  // as floor/documents declares it, which pure rules may not see
}

namespace works::tradesman {

enum class State { active, suspended, left };
std::string_view to_text(State state);
std::optional<State> state_from_text(std::string_view text);
std::string_view label(State state);  // French

struct Tradesman {
  identity::OrganisationId organisation = {};
  State state = State::active;
  std::string base_postal_code = {}, base_name = {};  // of the commune
  std::int32_t lat_e6 = 0, lon_e6 = 0;
  int radius_m = 0;                  // 1 km to largest_radius_km (W9): asserted when stored
  std::string weekdays = "1111100";  // works on Monday … Sunday
  Record record = {};
  bool lapsed = false;  // a required periodic paper has ended: not proposed until a new one is accepted (W8.lapse)

  places::Point base() const { return {lat_e6, lon_e6}; }
};

// One trade a certificate of décennale covers, first and last day included (W8).
struct Coverage {
  std::string trade;
  base::Day valid_from, valid_until;
  std::string certificate;              // insurer and policy number
  documents::DocumentId document = {};  // of the firm's papers; none: not kept here
};
struct Absence {
  std::int64_t id;
  base::Day first_day, last_day;  // both included
};

// All that says whether the firm may be proposed.
struct Profile {
  Tradesman firm;
  std::vector<Coverage> coverages;
  std::vector<Absence> absences;
};

}  // namespace works::tradesman
