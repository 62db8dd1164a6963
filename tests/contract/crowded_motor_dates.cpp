#include "contract/crowded_pages.hpp"
#include "support/motor_dates.hpp"

namespace contract {
namespace {

namespace scene = support::motor_scene;
using identity::OrganisationKind;
using motor::schedule::Event;
using motor::schedule::Kind;
using support::House;
using support::Person;

bool is_firm(const Person& person) { return person.actor.is(OrganisationKind::adjusting_firm); }
Person firm_of(House& house, const Person& reader) {
  return is_firm(reader) ? scene::as_cabinet(house, reader) : scene::new_cabinet(house);
}
Person garage_of(House& house, const Person& reader) { return is_firm(reader) ? scene::new_repairer(house) : reader; }

// A date of each kind of answer, of as many files; a firm finds another garage behind each.
template <class Work>
void each_file(House& house, const Person& reader, int lines, Work work) {
  const Person firm = firm_of(house, reader);
  for (int i = 0; i < lines; ++i) {
    const Person garage = garage_of(house, reader);
    work(firm, garage, scene::new_file(house, firm, garage));
  }
}

std::string to_decide(House& house, const Person& reader, int lines) {
  each_file(house, reader, lines, [&](const Person&, const Person& garage, motor::FileId file) {
    scene::suggest(house, garage, file, Kind::visit, {scene::day("2026-12-01")});
    scene::send_supplement(house, garage, file, "Traverse avant");
  });
  return "/reparateurs/a-decider";
}

std::string rounds(House& house, const Person& reader, int lines) {
  each_file(house, reader, lines, [&](const Person& firm, const Person& garage, motor::FileId file) {
    scene::fix(house, firm, file, Kind::visit, {scene::day("2026-12-01")});
    scene::suggest(house, garage, file, Kind::remote, {scene::day("2026-12-01")});
  });
  return "/reparateurs/tournees?jour=2026-12-01";
}

std::string agenda(House& house, const Person& reader, int lines) {
  each_file(house, reader, lines, [&](const Person& firm, const Person& garage, motor::FileId file) {
    scene::fix(house, firm, file, Kind::repair, {scene::day("2026-12-01")});
    const auto asked = scene::suggest(house, garage, file, Kind::visit, {scene::day("2026-12-01")});
    scene::decide(house, firm, asked, Event::counter, {{scene::day("2026-12-02")}});
  });
  return "/reparateurs/agenda";
}

std::string calendar(House& house, const Person& reader, int lines) {
  agenda(house, reader, lines);
  return "/reparateurs/agenda.ics";
}

// One file whose dates were asked for again and again, and whose supplements follow each other.
motor::FileId long_story(House& house, const Person& reader, int lines) {
  const Person firm = firm_of(house, reader);
  const Person garage = garage_of(house, reader);
  const auto file = scene::new_file(house, firm, garage);
  for (int i = 0; i < lines; ++i) {
    const auto asked = scene::suggest(house, garage, file, Kind::repair, {scene::day("2026-12-01") + i});
    scene::decide(house, firm, asked, i % 2 == 0 ? Event::refuse : Event::validate);
    scene::send_supplement(house, garage, file, "Traverse avant\nOptique gauche");
  }
  return file;
}
std::string expertise(House& house, const Person& reader, int lines) {
  return "/reparateurs/dossiers/" + std::to_string(long_story(house, reader, lines).value) + "/expertise";
}
std::string file_in_supplements(House& house, const Person& reader, int lines) {
  return "/reparateurs/dossiers/" + std::to_string(long_story(house, reader, lines).value);
}
std::string long_supplement(House& house, const Person& reader, int lines) {
  const Person firm = firm_of(house, reader);
  const Person garage = garage_of(house, reader);
  std::string comment;
  for (int i = 0; i < lines; ++i) comment += "Ligne\n";
  const auto id = scene::send_supplement(house, garage, scene::new_file(house, firm, garage), comment);
  return "/reparateurs/complements/" + std::to_string(id.value);
}

}  // namespace

std::span<const CrowdedPage> crowded_motor_dates_pages() {
  using enum OrganisationKind;
  static constexpr CrowdedPage pages[] = {
      {"reparateurs/a-decider", adjusting_firm, to_decide},
      {"reparateurs/tournees", adjusting_firm, rounds},
      {"reparateurs/agenda", repairer, agenda},
      {"reparateurs/agenda.ics", repairer, calendar},
      {"reparateurs/agenda.ics", adjusting_firm, calendar},
      {"reparateurs/dossiers/{}/expertise", repairer, expertise},
      {"reparateurs/dossiers/{}/expertise", adjusting_firm, expertise},
      {"reparateurs/dossiers/{} with supplements", repairer, file_in_supplements},
      {"reparateurs/dossiers/{} with supplements", adjusting_firm, file_in_supplements},
      {"reparateurs/complements/{}", repairer, long_supplement},
      {"reparateurs/complements/{}", adjusting_firm, long_supplement},
  };
  return pages;
}

}  // namespace contract
