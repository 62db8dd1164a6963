#include <gtest/gtest.h>

#include <algorithm>

#include "contract/crowded_pages.hpp"
#include "desks/motor/rates/rates_actions.hpp"
#include "floor/members/invitation.hpp"
#include "floor/messages/messages.hpp"
#include "support/motor_scene.hpp"

namespace contract {
namespace {

namespace scene = support::motor_scene;
using identity::OrganisationKind;
using support::House;
using support::Person;

std::string text(auto id) { return std::to_string(id.value); }

bool is_firm(const Person& person) { return person.actor.is(OrganisationKind::adjusting_firm); }
Person firm_of(House& house, const Person& reader) {
  return is_firm(reader) ? scene::as_cabinet(house, reader) : scene::new_cabinet(house);
}
Person garage_of(House& house, const Person& reader) { return is_firm(reader) ? scene::new_repairer(house) : reader; }

motor::rates::VersionId send_rates(House& house, const Person& garage, int companies = 1) {
  std::vector<motor::rates::Line> grid;
  for (int i = 1; i <= companies; ++i) {
    grid.push_back({.company = "COMPAGNIE " + std::to_string(i)});
    grid.back().prices[0] = motor::rates::Price{6000};
  }
  const auto sent = house.platform().act(platform::Author::of(garage.actor), [&](platform::Act& act) {
    return motor::rates::send(act, garage.actor, {.effective_on = base::paris::day_of(act.now)}, grid);
  });
  EXPECT_TRUE(sent.ok());
  return sent.value();
}

// Each of another repairer, with a document posted, when the firm reads.
std::vector<motor::FileId> files(House& house, const Person& reader, int lines) {
  const Person firm = firm_of(house, reader);
  std::vector<motor::FileId> made;
  for (int i = 0; i < lines; ++i) {
    const Person garage = garage_of(house, reader);
    made.push_back(scene::new_file(house, firm, garage));
    scene::post_report(house, firm, made.back());
  }
  return made;
}
std::string file_list(House& house, const Person& reader, int lines) {
  files(house, reader, lines);
  return "/reparateurs";
}
std::string file_in_papers(House& house, const Person& reader, int lines) {
  const Person firm = firm_of(house, reader);
  const Person garage = garage_of(house, reader);
  const auto id = scene::new_file(house, firm, garage);
  for (int i = 0; i < lines; ++i) {
    scene::send(house, garage, id, motor::document::Kind::quote);
    scene::post_report(house, firm, id);
  }
  return "/reparateurs/dossiers/" + text(id);
}

std::string photos_of_file(House& house, const Person& reader, int lines) {
  const Person firm = firm_of(house, reader);
  const Person garage = garage_of(house, reader);
  const auto id = scene::new_file(house, firm, garage);
  scene::bring_to(house, firm, id, motor::file::State::remote_inspection);
  const auto& slots = motor::photos::slots;  // the last one takes several
  for (int i = 0; i < lines; ++i)
    scene::send_photo(house, garage, id,
                      slots.at(std::min<std::size_t>(static_cast<std::size_t>(i), slots.size() - 1)));
  return "/reparateurs/dossiers/" + text(id) + "/photos";
}
std::string sirets_known(House& house, const Person& reader, int lines) {
  const Person firm = firm_of(house, reader);
  for (int i = 0; i < lines; ++i) scene::attach(house, firm, scene::new_repairer(house));
  return "/reparateurs/sirets?siret=garage";
}
std::string files_searched(House& house, const Person& reader, int lines) {
  files(house, reader, lines);
  return "/recherche?q=clio";
}
std::string files_exported(House& house, const Person& reader, int lines) {
  files(house, reader, lines);
  return "/reparateurs/export.csv";
}

// A repairer's rates, sent again and again to as many firms.
motor::rates::VersionId rates(House& house, const Person& garage, const Person& first_firm, int lines) {
  scene::attach(house, first_firm, garage);
  for (int i = 1; i < lines; ++i) scene::attach(house, scene::new_cabinet(house), garage);
  motor::rates::VersionId last;
  for (int i = 0; i < lines; ++i) last = send_rates(house, garage, lines);
  return last;
}
std::string rate_form(House& house, const Person& reader, int lines) {
  rates(house, reader, scene::new_cabinet(house), lines);
  return "/reparateurs/tarifs";
}
std::string rates_in_force(House& house, const Person& reader, int lines) {
  rates(house, reader, scene::new_cabinet(house), lines);
  return "/reparateurs/tarifs-en-vigueur";
}
std::string rate_version(House& house, const Person& reader, int lines) {
  return "/reparateurs/tarifs/" + text(rates(house, garage_of(house, reader), firm_of(house, reader), lines));
}
std::string rate_comparison(House& house, const Person& reader, int lines) {
  const Person garage = garage_of(house, reader);
  const Person firm = firm_of(house, reader);
  const auto version = rates(house, garage, firm, lines);
  return "/reparateurs/tarifs/" + text(version) + "/comparaison?avec=" + text(send_rates(house, garage, lines));
}
std::string rates_of_file(House& house, const Person& reader, int lines) {
  const Person garage = garage_of(house, reader);
  const Person firm = firm_of(house, reader);
  rates(house, garage, firm, lines);
  return "/reparateurs/dossiers/" + text(scene::new_file(house, firm, garage)) + "/tarifs";
}
std::string rates_received(House& house, const Person& reader, int lines) {
  const Person firm = firm_of(house, reader);
  for (int i = 0; i < lines; ++i) {
    const Person garage = scene::new_repairer(house);
    scene::attach(house, firm, garage);
    send_rates(house, garage);
  }
  return "/reparateurs/tarifs-recus";
}

std::string attachments_asked(House& house, const Person& reader, int lines) {
  const Person firm = firm_of(house, reader);
  for (int i = 0; i < lines; ++i)
    scene::ask_attachment(house, firm, scene::establishment_of(house, scene::new_repairer(house)));
  return "/reparateurs/rattachements";
}
std::string attachments_confirmed(House& house, const Person& reader, int lines) {
  const Person firm = firm_of(house, reader);
  for (int i = 0; i < lines; ++i) scene::attach(house, firm, scene::new_repairer(house));
  return "/reparateurs/rattachements?etat=confirmes";
}
std::string settings_of_repairer(House& house, const Person& reader, int lines) {
  for (int i = 0; i < lines; ++i)
    scene::attach(house, scene::new_cabinet(house), scene::new_establishment(house, reader));
  return "/reparateurs/parametres";
}

// A mail and a notice on each of as many files.
void write_of_files(House& house, const Person& reader, int lines) {
  for (const auto id : files(house, reader, lines))
    house.platform().act({}, [&](platform::Act& act) {
      for (const auto channel : {messages::Channel::mail, messages::Channel::notice})
        messages::enqueue(act, {.channel = channel,
                                .to = {.organisation = reader.actor.organisation,
                                       .address = channel == messages::Channel::mail ? "atelier@exemple.fr" : ""},
                                .subject = "Un rapport",
                                .body = "Le rapport est à lire.",
                                .file = motor::file_of(id)});
    });
}
std::string messages_of_files(House& house, const Person& reader, int lines) {
  write_of_files(house, reader, lines);
  return "/messages";
}
std::string notices_of_files(House& house, const Person& reader, int lines) {
  write_of_files(house, reader, lines);
  return "/notifications";
}

std::string cabinets_open(House& house, const Person&, int lines) {
  for (int i = 0; i < lines; ++i) scene::new_cabinet(house);
  return "/administration/cabinets";
}
std::string one_cabinet(House& house, const Person&, int lines) {
  const Person cabinet = scene::new_cabinet(house);
  for (int i = 0; i < lines; ++i)
    house.platform().act(platform::Author::of(cabinet.actor), [&](platform::Act& act) {
      const std::string email = "expert" + std::to_string(act.ids.next()) + "@exemple.fr";
      return members::invite(act, cabinet.actor.organisation, {email, "Lou Martin", identity::Role::manager}).ok();
    });
  return "/administration/cabinets/" + std::to_string(cabinet.actor.organisation.value);
}
std::string papers_to_judge(House& house, const Person& firm, int lines) {
  scene::as_cabinet(house, firm);
  for (int i = 0; i < lines; ++i) {
    const Person garage = scene::new_repairer(house);
    scene::send(house, garage, scene::new_file(house, firm, garage), motor::document::Kind::quote);
  }
  return "/reparateurs/a-decider";
}

}  // namespace

std::span<const CrowdedPage> crowded_motor_pages() {
  using enum OrganisationKind;
  static constexpr CrowdedPage pages[] = {
      {"reparateurs", adjusting_firm, file_list},
      {"reparateurs", repairer, file_list},
      {"reparateurs/dossiers/{} with papers", adjusting_firm, file_in_papers},
      {"reparateurs/dossiers/{} with papers", repairer, file_in_papers},
      {"reparateurs/dossiers/{}/photos", adjusting_firm, photos_of_file},
      {"reparateurs/dossiers/{}/photos", repairer, photos_of_file},
      {"reparateurs/sirets", adjusting_firm, sirets_known},
      {"recherche of motor files", adjusting_firm, files_searched},
      {"recherche of motor files", repairer, files_searched},
      {"reparateurs/export", adjusting_firm, files_exported},
      {"reparateurs/dossiers/{}/tarifs", adjusting_firm, rates_of_file},
      {"reparateurs/dossiers/{}/tarifs", repairer, rates_of_file},
      {"reparateurs/tarifs", repairer, rate_form},
      {"reparateurs/tarifs-en-vigueur", repairer, rates_in_force},
      {"reparateurs/tarifs/{}", repairer, rate_version},
      {"reparateurs/tarifs/{}", adjusting_firm, rate_version},
      {"reparateurs/tarifs/{}/comparaison", repairer, rate_comparison},
      {"reparateurs/tarifs/{}/comparaison", adjusting_firm, rate_comparison},
      {"reparateurs/tarifs-recus", adjusting_firm, rates_received},
      {"reparateurs/rattachements", adjusting_firm, attachments_asked},
      {"reparateurs/rattachements confirmed", adjusting_firm, attachments_confirmed},
      {"reparateurs/parametres", repairer, settings_of_repairer},
      {"reparateurs/a-decider with papers", adjusting_firm, papers_to_judge},
      {"administration/cabinets", administrator, cabinets_open},
      {"administration/cabinets/{}", administrator, one_cabinet},
      {"messages of motor files", adjusting_firm, messages_of_files},
      {"messages of motor files", repairer, messages_of_files},
      {"notifications of motor files", adjusting_firm, notices_of_files},
      {"notifications of motor files", repairer, notices_of_files},
  };
  return pages;
}

}  // namespace contract
