// Rows of desk works that tests of stores and searches start from, written without the acts that would send messages.
#pragma once

#include <string>
#include <vector>

#include "desks/works/claim/claim.hpp"
#include "desks/works/lot/lot.hpp"
#include "desks/works/mandate/mandate.hpp"
#include "desks/works/tradesman/tradesman.hpp"
#include "floor/places/point.hpp"
#include "floor/platform/act.hpp"

namespace support {

inline constexpr places::Point lyon{45'764'000, 4'835'700};
places::Point north_of(places::Point point, int metres);

identity::OrganisationId add_organisation(platform::Act& act, const std::string& name, identity::OrganisationKind kind);

struct NewFirm {
  std::string name = "Plomberie du Rhône";
  places::Point base = lyon;
  int radius_m = 30'000;
  std::vector<std::string> trades = {"plomberie"};  // covered in 2025, 2026 and 2027
  std::string weekdays = "1111100";
  works::tradesman::Record record = {};
  works::tradesman::State state = works::tradesman::State::active;
};
identity::OrganisationId add_firm(platform::Act& act, const NewFirm& firm);

// A claim in Lyon needed from the act's day.
works::claim::Claim add_claim(platform::Act& act, identity::OrganisationId broker);
works::lot::Lot add_lot(platform::Act& act, const works::claim::Claim& claim, const std::vector<std::string>& trades);
// One that is over: asked the day before the act, ended by it.
void add_ended_mandate(platform::Act& act, const works::lot::Lot& lot, identity::OrganisationId firm,
                       works::mandate::State ended_as);

}  // namespace support
