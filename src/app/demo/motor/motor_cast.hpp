// The people of desk motor in the demo: two adjusting firms, thirty garages attached to one of them or to both.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/demo/cast.hpp"
#include "app/house.hpp"

namespace app::demo::motor_desk {

inline constexpr std::string_view firm_mail = "helene@atmos-expertise.example";
inline constexpr std::string_view other_firm_mail = "karim@vialis-expertise.example";
inline constexpr std::string_view garage_mail = "bruno@carrosserie-belmont.example";

struct Garage {
  Player player;
  std::vector<std::string> sirets;      // of its establishments
  std::vector<std::size_t> firms = {};  // that it works with, by their place in the cast
  const places::Commune* place;
};
struct MotorCast {
  std::vector<Player> firms;
  std::vector<Garage> garages;  // the first one has most of the files
};

// At the house's present instant.
MotorCast hire(platform::Platform& platform, Dice& dice);
// Garages that wait for a firm's validation: by the public form's own acts.
void let_sign_up(House& house, const MotorCast& cast);

}  // namespace app::demo::motor_desk
