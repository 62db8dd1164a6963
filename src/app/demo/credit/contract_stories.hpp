// What follows the blind tests that are closed: offers received and negotiated, one placement ready to sign, one
// signed.
#pragma once

#include <string_view>

#include "app/demo/credit/credit_cast.hpp"
#include "app/house.hpp"
#include "desks/credit/placement/placement_ids.hpp"

namespace app::demo::credit_desk {

// A placement whose test is closed; the company tells which story it is.
struct Closed {
  credit::PlacementId id;
  std::string_view company;
};
void receive_offers(House& house, const CreditCast& cast, const Closed& closed);
void conclude(House& house, const CreditCast& cast, const Closed& closed);

}  // namespace app::demo::credit_desk
