// What administrators see of money, discipline and figures.
#include "contract/crowded_pages.hpp"
#include "desks/works/discipline/discipline.hpp"
#include "desks/works/tradesman/tradesman.hpp"
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

// Each list of the page of discipline, with a firm of its own a line.
std::string discipline(House& house, const Person&, int lines) {
  namespace discipline = works::discipline;
  const Person broker = scene::new_broker(house);
  for (int i = 0; i < lines; ++i) {
    const Person firm = scene::new_firm(house);
    const auto other_firm = scene::new_firm(house).actor.organisation;
    const auto mandate = scene::ask(house, broker, scene::declare(house, broker), firm);
    house.platform().act({}, [&](platform::Act& act) {
      discipline::warn(act, *works::mandate::find(act.tx, mandate), discipline::WarningKind::not_told);
      const bool noticed = i % 2 == 0;
      discipline::insert(act.tx, {{act.ids.next()},
                                  firm.actor.organisation,
                                  discipline::Ground::inactivity,
                                  noticed ? discipline::State::noticed : discipline::State::proposed,
                                  act.now,
                                  act.now - base::hours(24 * 91),
                                  base::paris::day_of(act.now) + 30,
                                  {},
                                  {},
                                  {}});
      auto other = works::tradesman::find(act.tx, other_firm);
      other->state = works::tradesman::State::suspended;
      works::tradesman::save(act.tx, *other);
    });
  }
  return "/administration/discipline";
}

std::string closures(House& house, const Person&, int lines) {
  for (int i = 0; i < lines; ++i)
    support::money_scene::closed_job(house, scene::new_broker(house), scene::new_firm(house));
  return "/administration/clotures";
}

void requests(House& house, int lines) {
  const Person broker = scene::new_broker(house);
  for (int i = 0; i < lines; ++i) support::money_scene::closed_job(house, broker, scene::new_firm(house));
}
std::string statistics(House& house, const Person&, int lines) {
  requests(house, lines);
  return "/administration/statistiques";
}
std::string mandate_table(House& house, const Person&, int lines) {
  requests(house, lines);
  return "/administration/exports/mandats.csv";
}
std::string commission_table(House& house, const Person&, int lines) {
  requests(house, lines);
  return "/administration/exports/commissions.csv";
}

}  // namespace

std::span<const CrowdedPage> crowded_money_pages() {
  static constexpr CrowdedPage pages[] = {
      {"administration/commissions", identity::OrganisationKind::administrator, all_commissions},
      {"administration/primes", identity::OrganisationKind::administrator, bonuses_to_run},
      {"administration/clotures", identity::OrganisationKind::administrator, closures},
      {"administration/discipline", identity::OrganisationKind::administrator, discipline},
      {"administration/statistiques", identity::OrganisationKind::administrator, statistics},
      {"administration/exports/mandats", identity::OrganisationKind::administrator, mandate_table},
      {"administration/exports/commissions", identity::OrganisationKind::administrator, commission_table},
  };
  return pages;
}

}  // namespace contract
