#include "app/demo/cast.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "desks/works/money/broker_store.hpp"
#include "desks/works/trade/trade.hpp"
#include "desks/works/tradesman/tradesman.hpp"
#include "floor/identity/accounts.hpp"
#include "floor/identity/legal.hpp"
#include "floor/identity/organisations.hpp"
#include "floor/identity/passwords.hpp"

namespace app::demo {
namespace {

using identity::OrganisationKind;

constexpr int city_count = 45;
constexpr int firms_per_city = 4;
constexpr int firms_per_broker = 24;  // around each broker: every trade has several

Player colleague(platform::Act& act, const Player& of, const char* name, const char* mail, const std::string& hash) {
  const auto account = identity::create_account(
      act, {.email = *base::EmailAddress::parse(mail), .name = name, .phone = mobile(2), .password_hash = hash});
  MANDAT_ASSERT(account);
  MANDAT_ASSERT(identity::add_member(act, of.actor.organisation, *account, identity::Role::manager));
  Player player = of;
  player.actor.account = *account;
  player.actor.name = name;
  player.mail = mail;
  return player;
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
  std::stable_sort(found.begin(), found.end(),
                   [](const auto* a, const auto* b) { return a->city_population > b->city_population; });
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

// What a firm does, its first trade giving it its name.
using Pack = std::vector<std::string_view>;
const Pack& pack_of(int number) {
  static const Pack packs[] = {{"plomberie", "chauffage", "carrelage", "recherche-fuite"},
                               {"peinture", "platrerie", "parquet-sols", "plomberie"},
                               {"couverture", "charpente", "facade"},
                               {"menuiserie-bois", "serrurerie", "vitrerie"},
                               {"electricite", "peinture", "climatisation"},
                               {"maconnerie", "facade", "demolition", "peinture"},
                               {"nettoyage", "assechement", "agencement"},
                               {"serrurerie", "menuiserie-alu-pvc", "vitrerie"},
                               {"etancheite", "couverture", "isolation"},
                               {"carrelage", "plomberie", "fumisterie"}};
  return packs[static_cast<std::size_t>(number) % std::size(packs)];
}

std::vector<works::tradesman::Coverage> coverages(Dice& dice, const Pack& pack, base::Day today) {
  std::vector<works::tradesman::Coverage> covered;
  for (const auto trade : pack)
    covered.push_back({std::string(trade), today - dice.between(100, 300), today + dice.between(140, 500),
                       fmt::format("Décennale n° {}", dice.between(100'000, 999'999))});
  return covered;
}

void equip(platform::Act& act, Dice& dice, const Player& player, const places::Commune& city, const Pack& pack) {
  const auto today = base::paris::day_of(act.now);
  works::tradesman::Tradesman firm{.organisation = player.actor.organisation,
                                   .base_postal_code = std::string(city.postal_code),
                                   .base_name = std::string(places::short_name(city)),
                                   .lat_e6 = city.point.lat_e6 + dice.between(-50'000, 50'000),
                                   .lon_e6 = city.point.lon_e6 + dice.between(-50'000, 50'000),
                                   .radius_m = dice.between(20, 60) * 1000,
                                   .record = {}};
  firm.weekdays = dice.percent(80) ? "1111100" : "1111110";
  works::tradesman::insert(act.tx, firm, coverages(dice, pack, today));
  if (dice.percent(5)) works::tradesman::add_absence(act, firm.organisation, today + 100, today + 130);
}

// One transaction a town: three hundred firms are quickly there.
void settle_firms(platform::Platform& platform, Dice& dice, Cast& cast, const std::string& hash,
                  const places::Commune& city, int count) {
  platform.act({}, [&](platform::Act& act) {
    for (int i = 0; i < count; ++i) {
      const int number = 1000 + static_cast<int>(cast.tradesmen.size());
      const Pack& pack = pack_of(number);
      const auto name = firm(dice, works::trade::find(pack.front())->label, places::short_name(city));
      const auto player = enroll(act,
                                 {name, person(dice), fmt::format("{}.{}@artisans.example", mail_name(name), number),
                                  OrganisationKind::tradesman, number, &city},
                                 hash);
      equip(act, dice, player, city, pack);
      cast.tradesmen.push_back(player);
    }
  });
}

}  // namespace

Player enroll(platform::Act& act, const Profile& profile, const std::string& hash) {
  const auto mail = base::EmailAddress::parse(profile.mail);
  MANDAT_ASSERT(mail);
  const auto organisation = identity::create_organisation(act, {.name = profile.organisation,
                                                                .kinds = {profile.kind},
                                                                .siren = siren(profile.number),
                                                                .phone = mobile(profile.number),
                                                                .email = *mail});
  const auto account = identity::create_account(
      act, {.email = *mail, .name = profile.person, .phone = mobile(profile.number), .password_hash = hash});
  MANDAT_ASSERT(organisation && account);
  const auto member = identity::add_member(act, *organisation, *account, identity::Role::manager);
  MANDAT_ASSERT(member);
  if (profile.place != nullptr) {
    const auto establishment =
        identity::create_establishment(act, *organisation,
                                       {.street = "1 place du Marché",
                                        .postal_code = *base::PostalCode::parse(profile.place->postal_code),
                                        .city = std::string(profile.place->name),
                                        .insee = std::string(profile.place->insee)});
    MANDAT_ASSERT(establishment);
  }
  return {{*account, *organisation, {profile.kind}, identity::Role::manager, profile.person, profile.organisation},
          profile.mail};
}

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
    cast.administrator = enroll(
        act, {"Mandat Réseau", "Agathe Corbinot", "agathe@mandat.example", OrganisationKind::administrator, 1, nullptr},
        *hash);
    const bool named = identity::change_house(
                           act, cast.administrator.actor.organisation,
                           {.name = "Mandat Réseau",
                            .legal_form = "SAS au capital de 50\u00a0000\u00a0€",
                            .siren = siren(1),
                            .vat_number = identity::vat_number_of(siren(1)),
                            .seat = {"27 quai des Chartreux", base::PostalCode::parse("69001"), "Lyon 1er", "69381"}})
                           .ok();
    MANDAT_ASSERT(named);
    cast.second_administrator = colleague(act, cast.administrator, "Basile Norvant", "basile@mandat.example", *hash);
    int number = 10;
    for (const auto& office : offices) {
      const auto* place = &places::communes_of(office.postal_code).front();
      cast.brokers.push_back(enroll(
          act, {office.organisation, office.person, office.mail, OrganisationKind::broker, number++, place}, *hash));
      cast.broker_places.push_back(place);
    }
    works::money::set_vat_liable(act.tx, cast.brokers[1].actor.organisation, true);
  });
  for (const auto* place : cast.broker_places) settle_firms(platform, dice, cast, *hash, *place, firms_per_broker);
  for (const auto* city : cities()) settle_firms(platform, dice, cast, *hash, *city, firms_per_city);
  return cast;
}

}  // namespace app::demo
