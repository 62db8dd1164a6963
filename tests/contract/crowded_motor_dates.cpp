#include "contract/crowded_pages.hpp"
#include "support/motor_dates.hpp"
#include "support/motor_scene.hpp"

namespace contract {
namespace {

namespace scene = support::motor_scene;
using identity::OrganisationKind;
using motor::schedule::Kind;
using support::House;
using support::Person;

std::string text(auto id) { return std::to_string(id.value); }

Person firm_of(House& house, const Person& reader) {
  return reader.actor.is(OrganisationKind::adjusting_firm) ? scene::as_cabinet(house, reader)
                                                           : scene::new_cabinet(house);
}
Person garage_of(House& house, const Person& reader) {
  return reader.actor.is(OrganisationKind::repairer) ? reader : scene::new_repairer(house);
}
base::Day in_days(House& house, int days) { return base::paris::day_of(house.clock().now()) + days; }

// Each on a file of its own, of another firm or another repairer than the reader's.
std::string dates_to_decide(House& house, const Person& reader, int lines) {
  const Person firm = firm_of(house, reader);
  for (int i = 0; i < lines; ++i) {
    const Person garage = scene::new_repairer(house);
    scene::suggest(house, garage, scene::new_file(house, firm, garage), Kind::visit, {in_days(house, 3)});
  }
  return "/reparateurs/a-decider";
}
void dates_fixed(House& house, const Person& reader, int lines) {
  const Person firm = firm_of(house, reader);
  for (int i = 0; i < lines; ++i)
    scene::fix(house, firm, scene::new_file(house, firm, garage_of(house, reader)), Kind::visit, {in_days(house, 1)});
}
std::string round(House& house, const Person& reader, int lines) {
  dates_fixed(house, reader, lines);
  return "/reparateurs/tournees?jour=" + in_days(house, 1).iso();
}
std::string agenda(House& house, const Person& reader, int lines) {
  dates_fixed(house, reader, lines);
  return "/reparateurs/agenda";
}
std::string calendar(House& house, const Person& reader, int lines) {
  dates_fixed(house, reader, lines);
  return "/reparateurs/agenda.ics";
}

motor::FileId file_of_supplements(House& house, const Person& reader, int lines) {
  const Person firm = firm_of(house, reader);
  const Person garage = garage_of(house, reader);
  const auto file = scene::new_file(house, firm, garage);
  for (int i = 0; i < lines; ++i) scene::send_supplement(house, garage, file, "Traverse " + std::to_string(i));
  return file;
}
std::string inspection(House& house, const Person& reader, int lines) {
  const Person firm = firm_of(house, reader);
  const Person garage = garage_of(house, reader);
  const auto file = scene::new_file(house, firm, garage);
  for (int i = 0; i < lines; ++i) {
    const auto id = scene::suggest(house, garage, file, Kind::visit, {in_days(house, 2 + i)});
    scene::decide(house, firm, id, motor::schedule::Event::validate);
  }
  return "/reparateurs/dossiers/" + text(file) + "/expertise";
}
std::string file_in_supplements(House& house, const Person& reader, int lines) {
  return "/reparateurs/dossiers/" + text(file_of_supplements(house, reader, lines));
}

}  // namespace

std::span<const CrowdedPage> crowded_motor_dates_pages() {
  using enum OrganisationKind;
  static constexpr CrowdedPage pages[] = {
      {"reparateurs/a-decider", adjusting_firm, dates_to_decide},
      {"reparateurs/tournees", adjusting_firm, round},
      {"reparateurs/agenda", repairer, agenda},
      {"reparateurs/agenda.ics", repairer, calendar},
      {"reparateurs/dossiers/{}/expertise", adjusting_firm, inspection},
      {"reparateurs/dossiers/{}/expertise", repairer, inspection},
      {"reparateurs/dossiers/{} with supplements", adjusting_firm, file_in_supplements},
      {"reparateurs/dossiers/{} with supplements", repairer, file_in_supplements},
  };
  return pages;
}

}  // namespace contract
