#include <gtest/gtest.h>

#include "contract/crowded_pages.hpp"
#include "desks/credit/portfolio/portfolio_actions.hpp"
#include "support/credit_scene.hpp"

namespace contract {
namespace {

namespace scene = support::credit_scene;
using identity::OrganisationKind;
using support::House;
using support::Person;

std::string text(auto id) { return std::to_string(id.value); }

Person broker_of(House& house, const Person& reader) {
  if (reader.actor.is(OrganisationKind::broker)) return reader;
  return support::new_person(house.platform(), {OrganisationKind::broker});
}

std::string placements(House& house, const Person& reader, int lines) {
  const Person broker = broker_of(house, reader);
  for (int i = 0; i < lines; ++i) {
    const auto id = scene::open(house, broker);
    if (i % 2 == 0) continue;
    scene::add_buyers(house, broker, id);
    scene::complete_information(house, broker, id);
  }
  return "/credit";
}
std::string board(House& house, const Person& reader, int lines) {
  placements(house, reader, lines);
  return "/credit/tableau";
}

void add_losses(House& house, const Person& broker, credit::PlacementId id, int lines) {
  const auto day = base::paris::day_of(house.clock().now()) - 90;
  for (int i = 0; i < lines; ++i)
    house.platform().act(platform::Author::of(broker.actor), [&](platform::Act& act) {
      EXPECT_TRUE(credit::portfolio::add_loss(act, id, broker.actor,
                                              {.id = 0,
                                               .buyer_name = "Acheteur " + std::to_string(i),
                                               .amount = base::Money::euros(1000 + i),
                                               .due_on = day,
                                               .cause = credit::portfolio::Cause::insolvency})
                      .ok());
    });
}

credit::PlacementId placement_with(House& house, const Person& broker, int lines) {
  const auto id = scene::open(house, broker);
  for (int i = 1; i <= lines; ++i) scene::add_many_buyers(house, broker, id, i);
  add_losses(house, broker, id, lines);
  return id;
}
std::string placement_page(House& house, const Person& reader, int lines) {
  return "/credit/dossiers/" + text(placement_with(house, broker_of(house, reader), lines));
}
std::string risks(House& house, const Person& reader, int lines) {
  return placement_page(house, reader, lines) + "/risques";
}

credit::blind_test::Submission asked_of(House& house, const Person& broker, identity::OrganisationId insurer,
                                        int lines) {
  if (insurer) scene::give_space(house, "coface", insurer);
  const auto id = placement_with(house, broker, lines);
  scene::complete_information(house, broker, id);
  return scene::submissions(house, scene::launch(house, broker, id).id).back();
}
std::string launch_page(House& house, const Person& reader, int lines) {
  const auto id = placement_with(house, reader, lines);
  scene::complete_information(house, reader, id);
  return "/credit/dossiers/" + text(id) + "/test";
}
std::string matrix(House& house, const Person& reader, int lines) {
  return "/credit/dossiers/" + text(asked_of(house, broker_of(house, reader), {}, lines).placement) + "/matrice";
}
std::string grid(House& house, const Person& reader, int lines) {
  return "/credit/soumissions/" + text(asked_of(house, reader, {}, lines).id);
}
std::string underwriters_grid(House& house, const Person& reader, int lines) {
  return "/souscription/" + text(asked_of(house, broker_of(house, reader), reader.actor.organisation, lines).id);
}
std::string tests_received(House& house, const Person& reader, int lines) {
  for (int i = 0; i < lines; ++i) scene::asked(house, broker_of(house, reader), reader.actor.organisation);
  return "/souscription";
}

std::string company_space(House& house, const Person& reader, int lines) {
  for (int i = 0; i < lines; ++i) scene::open_for(house, broker_of(house, reader), reader.actor.organisation);
  return "/couverture";
}
std::string company_risks(House& house, const Person& reader, int lines) {
  const Person broker = broker_of(house, reader);
  const auto id = scene::open_for(house, broker, reader.actor.organisation);
  scene::add_many_buyers(house, broker, id, lines);
  add_losses(house, broker, id, lines);
  return "/couverture/" + text(id);
}

}  // namespace

std::span<const CrowdedPage> crowded_credit_pages() {
  using enum OrganisationKind;
  static constexpr CrowdedPage pages[] = {
      {"credit", broker, placements},
      {"credit", administrator, placements},
      {"credit/tableau", broker, board},
      {"credit/dossiers/{}", broker, placement_page},
      {"credit/dossiers/{}/risques", broker, risks},
      {"credit/dossiers/{}/risques", administrator, risks},
      {"credit/dossiers/{}/test", broker, launch_page},
      {"credit/dossiers/{}/matrice", broker, matrix},
      {"credit/soumissions/{}", broker, grid},
      {"souscription", insurer, tests_received},
      {"souscription/{}", insurer, underwriters_grid},
      {"couverture", insured_company, company_space},
      {"couverture/{}", insured_company, company_risks},
  };
  return pages;
}

}  // namespace contract
