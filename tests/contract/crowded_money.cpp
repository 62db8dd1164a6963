// The lists of commissions and bonuses as administrators see them.
#include "contract/crowded_pages.hpp"
#include "support/money_scene.hpp"

namespace contract {
namespace {

namespace scene = support::scene;
using support::House;
using support::Person;

std::string all_commissions(House& house, const Person&, int lines) {
  const Person broker = scene::new_broker(house);
  for (int i = 0; i < lines; ++i) support::money_scene::closed_job(house, broker, scene::new_firm(house));
  return "/administration/commissions";
}

// Each by another broker, closed before the quarter began.
std::string bonuses_to_run(House& house, const Person&, int lines) {
  const auto claim = scene::declare(house, scene::new_broker(house));
  for (int i = 0; i < lines; ++i) {
    const Person broker = scene::new_broker(house);
    house.platform().act({}, [&](platform::Act& act) {
      works::bonus::earn(act, {.id = act.ids.next(),
                               .broker = broker.actor.organisation,
                               .claim = claim,
                               .entry = {act.ids.next()},
                               .earned_at = act.now - base::hours(24 * 100),
                               .text = "Dossier",
                               .net = base::Money::euros(50),
                               .vat = {},
                               .rate = {},
                               .statement = {}});
    });
  }
  return "/administration/primes";
}

}  // namespace

std::span<const CrowdedPage> crowded_money_pages() {
  static constexpr CrowdedPage pages[] = {
      {"administration/commissions", identity::OrganisationKind::administrator, all_commissions},
      {"administration/primes", identity::OrganisationKind::administrator, bonuses_to_run},
  };
  return pages;
}

}  // namespace contract
