#include "app/demo/cast.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "desks/works/money/broker_store.hpp"
#include "desks/works/trade/trade.hpp"
#include "desks/works/tradesman/tradesman.hpp"
#include "floor/identity/accounts.hpp"
#include "floor/identity/organisations.hpp"
#include "floor/identity/passwords.hpp"

namespace app::demo {
namespace {

using identity::OrganisationKind;

constexpr int city_count = 45;
constexpr int firms_per_city = 4;
constexpr int firms_per_broker = 24;  // around each broker: every trade has several

struct Profile {
  std::string organisation, person, mail;
  OrganisationKind kind;
  int number;  // of its SIREN and phone
  const places::Commune* place;
};

Player enroll(platform::Act& act, const Profile& profile, const std::string& hash) {
  const auto mail = base::EmailAddress::parse(profile.mail);
  MANDAT_ASSERT(mail);
  const auto organisation = identity::create_organisation(
      act, {.name = profile.organisation, .kinds = {profile.kind}, .siren = siren(profile.number), .phone = mobile(profile.number), .email = *mail});
  const auto account = identity::create_account(
      act, {.email = *mail, .name = profile.person, .phone = mobile(profile.number), .password_hash = hash});
  MANDAT_ASSERT(organisation && account);
  const auto member = identity::add_member(act, *organisation, *account, identity::Role::manager);
  MANDAT_ASSERT(member);
  if (profile.place != nullptr) {
    const auto establishment = identity::create_establishment(
        act, *organisation, {.street = "1 place du Marché", .postal_code = *base::PostalCode::parse(profile.place->postal_code),
                             .city = std::string(profile.place->name), .insee = std::string(profile.place->insee)});
    MANDAT_ASSERT(establishment);
  }
  return {{*account, *organisation, {profile.kind}, identity::Role::manager, profile.person, profile.organisation}, profile.mail};
}

// The largest towns, one postal code each, Paris, Lyon and Marseille by some arrondissements.
std::vector<const places::Commune*> cities() {
  std::vector<const places::Commune*> found;
  std::string_view last_insee;
  for (const auto& commune : places::communes()) {
    if (commune.insee == last_insee || commune.city_population < 40'000) continue;
    last_insee = commune.insee;
    found.push_back(&commune);
  }
  std::stable_sort(found.begin(), found.end(), [](const auto* a, const auto* b) { return a->city_population > b->city_population; });
  std::vector<const places::Commune*> kept;
  std::string_view department;
  int in_department = 0;
  for (const auto* commune : found) {
    in_department = commune->department == department ? in_department + 1 : 0;
    department = commune->department;
    if (in_department < 4) kept.push_back(commune);
    if (kept.size() == city_count) break;
  }
  return kept;
}

std::vector<works::tradesman::Coverage> coverages(Dice& dice, std::size_t first_trade, base::Day today) {
  const auto trades = works::trade::trades();
  std::vector<works::tradesman::Coverage> covered;
  const int count = dice.between(2, 5);
  for (int i = 0; i < count; ++i) {
    const auto& trade = trades[(first_trade + static_cast<std::size_t>(i)) % trades.size()];
    covered.push_back({std::string(trade.slug), today - dice.between(100, 300), today + dice.between(40, 500),
                       fmt::format("Décennale n° {}", dice.between(100'000, 999'999))});
  }
  return covered;
}

void equip(platform::Act& act, Dice& dice, const Player& player, const places::Commune& city, std::size_t first_trade) {
  const auto today = base::paris::day_of(act.now);
  works::tradesman::Tradesman firm{.organisation = player.actor.organisation,
                                   .base_postal_code = std::string(city.postal_code),
                                   .base_name = std::string(city.name),
                                   .lat_e6 = city.point.lat_e6 + dice.between(-60'000, 60'000),
                                   .lon_e6 = city.point.lon_e6 + dice.between(-60'000, 60'000),
                                   .radius_m = dice.between(15, 60) * 1000,
                                   .record = {}};
  firm.weekdays = dice.percent(80) ? "1111100" : "1111110";
  works::tradesman::insert(act.tx, firm, coverages(dice, first_trade, today));
  if (dice.percent(5)) works::tradesman::add_absence(act, firm.organisation, today + 100, today + 130);
}

// One transaction a town: three hundred firms are quickly there.
void settle_firms(platform::Platform& platform, Dice& dice, Cast& cast, const std::string& hash, const places::Commune& city, int count) {
  const auto trades = works::trade::trades();
  platform.act({}, [&](platform::Act& act) {
    for (int i = 0; i < count; ++i) {
      const int number = 1000 + static_cast<int>(cast.tradesmen.size());
      const auto first_trade = static_cast<std::size_t>(number + i * 2) % trades.size();
      const auto name = firm(dice, trades[first_trade].label, city.name);
      const auto player = enroll(act, {name, person(dice), fmt::format("{}.{}@artisans.example", mail_name(name), number),
                                       OrganisationKind::tradesman, number, &city}, hash);
      equip(act, dice, player, city, first_trade);
      cast.tradesmen.push_back(player);
    }
  });
}

}  // namespace

Cast hire(platform::Platform& platform, Dice& dice) {
  const auto hash = platform.passwords.hash(password);
  MANDAT_ASSERT(hash);
  Cast cast;
  struct Office {
    const char *organisation, *person, *mail, *postal_code;
  };
  constexpr Office offices[] = {{"Cabinet Fontebride", "Claire Fontebride", "claire@fontebride.example", "69003"},
                                {"Assurances Malvaux", "Hugo Malvaux", "hugo@malvaux.example", "44000"},
                                {"Courtage du Littoral", "Nora Quillevic", "nora@littoral.example", "13008"},
                                {"Lourmel & Associés", "Rémi Lourmel", "remi@lourmel.example", "75011"},
                                {"Cabinet des Hauts", "Lina Hoarau", "lina@deshauts.example", "97400"}};
  platform.act({}, [&](platform::Act& act) {
    cast.administrator = enroll(act, {"Mandat Réseau", "Agathe Corbinot", "agathe@mandat.example", OrganisationKind::administrator, 1, nullptr}, *hash);
    int number = 10;
    for (const auto& office : offices) {
      const auto* place = &places::communes_of(office.postal_code).front();
      cast.brokers.push_back(enroll(act, {office.organisation, office.person, office.mail, OrganisationKind::broker, number++, place}, *hash));
      cast.broker_places.push_back(place);
    }
    works::money::set_vat_liable(act.tx, cast.brokers[1].actor.organisation, true);
  });
  for (const auto* place : cast.broker_places) settle_firms(platform, dice, cast, *hash, *place, firms_per_broker);
  for (const auto* city : cities()) settle_firms(platform, dice, cast, *hash, *city, firms_per_city);
  return cast;
}

}  // namespace app::demo
