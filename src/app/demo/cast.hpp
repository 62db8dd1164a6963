// The people of the demo: the operator, brokers, and some three hundred tradesmen over real communes.
#pragma once

#include <string>
#include <vector>

#include "app/demo/names.hpp"
#include "floor/identity/actor.hpp"
#include "floor/places/communes.hpp"
#include "floor/platform/platform.hpp"

namespace app::demo {

// Everybody's password in the demo.
inline constexpr std::string_view password = "demonstration-mandat";

struct Player {
  identity::Actor actor;
  std::string mail;
};

// An organisation with its manager.
struct Profile {
  std::string organisation, person, mail;
  identity::OrganisationKind kind;
  int number;                              // of its SIREN and phone
  const places::Commune* place = nullptr;  // of its establishment; null: none is made
};
Player enroll(platform::Act& act, const Profile& profile, const std::string& hash);  // of the password

struct Cast {
  Player administrator, second_administrator;  // what one prepares for the bank, the other releases
  std::vector<Player> brokers;
  std::vector<const places::Commune*> broker_places;  // where each broker's insured live, by broker
  std::vector<Player> tradesmen;
};

Cast hire(platform::Platform& platform, Dice& dice);

}  // namespace app::demo
