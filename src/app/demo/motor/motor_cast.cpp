#include "app/demo/motor/motor_cast.hpp"

#include <fmt/format.h>

#include "app/demo/signing_up.hpp"
#include "desks/motor/attachment/attachment.hpp"
#include "desks/motor/cabinet/cabinet.hpp"
#include "desks/motor/rates/rates_actions.hpp"
#include "floor/identity/organisations.hpp"
#include "floor/identity/passwords.hpp"

namespace app::demo::motor_desk {
namespace {

using identity::OrganisationKind;

constexpr int garage_count = 30;
constexpr int first_garage_number = 2001;  // of SIREN and phone
constexpr int first_firm_number = 2101;

struct Office {
  const char *organisation, *code, *person;
  std::string_view mail;
  const char* postal_code;
};
constexpr Office offices[] = {
    {"ATMOS Expertise", "ATMOS", "Hélène Bastelin", firm_mail, "69003"},
    {"Vialis Expertise", "VIALIS", "Karim Rouvreuil", other_firm_mail, "44000"},
};
// Around the first firm, around the second: each garage works with the nearer one, some with both.
constexpr const char* towns[] = {"69003", "69100", "38000", "42000", "01000", "71000", "73000", "26000",
                                 "44000", "44600", "49000", "35000", "85000", "56000", "79000"};
constexpr const char* garage_words[] = {"Carrosserie", "Garage", "Auto", "Carrosserie-peinture"};
constexpr const char* garage_names[] = {"Belmont",  "du Parc",   "des Tilleuls", "Vernoult",     "de la Gare",
                                        "Peyrasse", "du Viaduc", "Malvaux",      "des Remparts", "Castagnol",
                                        "du Canal", "Sarrazeau", "de l’Écluse",  "Dauvray",      "du Marché"};

std::string settle_at(platform::Act& act, identity::OrganisationId organisation, const places::Commune& place,
                      const std::string& street, const std::string& siret) {
  const auto made = identity::create_establishment(act, organisation,
                                                   {.siret = base::Siret::parse(siret).value(),
                                                    .street = street,
                                                    .postal_code = *base::PostalCode::parse(place.postal_code),
                                                    .city = std::string(places::short_name(place)),
                                                    .insee = std::string(place.insee)});
  MANDAT_ASSERT(made);
  return siret;
}

void attach(platform::Act& act, const MotorCast& cast, const Garage& garage) {
  for (const std::size_t firm : garage.firms)
    for (const auto& place : identity::establishments_of(act.tx, garage.player.actor.organisation)) {
      const auto& actor = cast.firms[firm].actor;
      const auto asked = motor::attachment::request(act, actor.organisation, place);
      const auto confirmed = motor::attachment::confirm(act, actor, asked);
      MANDAT_ASSERT(confirmed);
    }
}

Garage open_garage(platform::Act& act, Dice& dice, int index, const std::string& hash) {
  const int number = first_garage_number + index;
  const std::size_t town = static_cast<std::size_t>(index) % std::size(towns);
  const auto& place = places::communes_of(towns[town]).front();
  const std::string name = fmt::format("{} {}", garage_words[static_cast<std::size_t>(index) % std::size(garage_words)],
                                       garage_names[static_cast<std::size_t>(index) % std::size(garage_names)]);
  const std::string mail = index == 0 ? std::string(garage_mail) : fmt::format("atelier.{}@garages.example", number);
  const std::string person_name = index == 0 ? "Bruno Belmont" : person(dice);
  Garage garage{enroll(act, {name, person_name, mail, OrganisationKind::repairer, number}, hash), {}, {}, &place};
  const std::size_t nearer = town < 8 ? 0 : 1;
  garage.firms.push_back(nearer);
  if (index % 5 == 0) garage.firms.push_back(1 - nearer);
  const int places_of_his = index == 0 ? 2 : 1 + (index % 7 == 3 ? 1 : 0);
  for (int i = 0; i < places_of_his; ++i)
    garage.sirets.push_back(settle_at(act, garage.player.actor.organisation, place, street(dice), siret_of(number, i)));
  return garage;
}

}  // namespace

MotorCast hire(platform::Platform& platform, Dice& dice) {
  const auto hash = platform.passwords.hash(password);
  MANDAT_ASSERT(hash);
  return platform.act({}, [&](platform::Act& act) {
    MotorCast cast;
    for (const auto& office : offices) {
      const int number = first_firm_number + static_cast<int>(cast.firms.size());
      cast.firms.push_back(enroll(
          act, {office.organisation, office.person, std::string(office.mail), OrganisationKind::adjusting_firm, number},
          *hash));
      const auto organisation = cast.firms.back().actor.organisation;
      settle_at(act, organisation, places::communes_of(office.postal_code).front(), street(dice), siret_of(number));
      const auto enrolled = motor::cabinet::enrol(act.tx, {organisation, office.code});
      MANDAT_ASSERT(enrolled);
    }
    for (int i = 0; i < garage_count; ++i) {
      cast.garages.push_back(open_garage(act, dice, i, *hash));
      attach(act, cast, cast.garages.back());
    }
    return cast;
  });
}

void let_sign_up(House& house, const MotorCast& cast) {
  struct Applicant {
    const char *company, *mail, *postal_code;
    std::size_t firm;
  };
  constexpr Applicant applicants[] = {
      {"Garage des Trois Fontaines", "nadege@trois-fontaines.example", "69003", 0},
      {"Carrosserie Zelmatine", "sami@carrosserie-zelmatine.example", "38000", 0},
      {"Auto Quillevic", "maelle@auto-quillevic.example", "44000", 1},
  };
  int number = 9201;
  for (const auto& applicant : applicants) {
    sign_up(house, "reparateur", applicant.mail,
            {{"company", applicant.company},
             {"mobile", mobile(number).national()},
             {"siret", siret_of(number)},
             {"postal_code", applicant.postal_code},
             {"cabinet", std::to_string(cast.firms[applicant.firm].actor.organisation.value)}});
    ++number;
  }
}

}  // namespace app::demo::motor_desk
