#include <gtest/gtest.h>

#include "contract/crowded_pages.hpp"
#include "desks/credit/insurer/insurer.hpp"
#include "desks/credit/offer/offer_actions.hpp"
#include "desks/credit/portfolio/buyer.hpp"
#include "support/contract_scene.hpp"

namespace contract {
namespace {

namespace scene = support::contract_scene;
using identity::OrganisationKind;
using support::House;
using support::Person;

std::string text(auto id) { return std::to_string(id.value); }

Person broker_of(House& house, const Person& reader) {
  if (reader.actor.is(OrganisationKind::broker)) return reader;
  return support::new_person(house.platform(), {OrganisationKind::broker});
}

// An offer of each insurer, as far as there are any.
std::string offers(House& house, const Person& reader, int lines) {
  const Person broker = broker_of(house, reader);
  const auto id = scene::presented(house, broker);
  for (const auto& insurer : house.database().read([](db::Transaction& tx) { return credit::insurer::insurers(tx); })) {
    if (lines-- <= 0) break;
    scene::offered(house, broker, id,
                   lines % 2 == 0 ? scene::forfait_offer(insurer.slug) : scene::turnover_offer(insurer.slug));
  }
  return "/credit/dossiers/" + text(id) + "/offres";
}

std::string own_offers(House& house, const Person& reader, int lines) {
  const Person broker = support::new_person(house.platform(), {OrganisationKind::broker});
  const auto id = scene::presented(house, broker, reader.actor.organisation);
  for (const auto& insurer : house.database().read([](db::Transaction& tx) { return credit::insurer::insurers(tx); })) {
    if (lines-- <= 0) break;
    scene::offered(house, broker, id, scene::turnover_offer(insurer.slug));
  }
  return "/couverture/" + text(id) + "/offres";
}

std::string rounds_and_calls(House& house, const Person& reader, int lines) {
  const auto id = scene::presented(house, reader);
  const auto offer = scene::offered(house, reader, id, scene::turnover_offer("coface"));
  const auto today = base::paris::day_of(house.clock().now()).iso();
  auto round = scene::turnover_offer("coface");
  round.emplace_back("issued", today);
  for (int i = 0; i < lines; ++i) {
    EXPECT_TRUE(credit::offer::revise(house.platform(), reader.actor, offer, scene::form_of(round)).ok());
    EXPECT_TRUE(
        credit::offer::book_call(
            house.platform(), reader.actor, offer,
            scene::form_of({{"day", today}, {"time", "11:00"}, {"underwriter", "Léa Garrigue"}, {"subject", "Limite"}}))
            .ok());
  }
  return "/credit/offres/" + text(offer);
}

std::string prospect(House& house, const Person& reader, int lines) {
  credit::PlacementId id;
  for (int i = 0; i < lines; ++i) id = scene::presented(house, reader);
  const auto buyers = house.database().read([&](db::Transaction& tx) { return credit::portfolio::buyers_of(tx, id); });
  return "/credit/prospects?siren=" + buyers.front().identifier;
}

}  // namespace

std::span<const CrowdedPage> crowded_contract_pages() {
  using enum OrganisationKind;
  static constexpr CrowdedPage pages[] = {
      {"credit/dossiers/{}/offres", broker, offers},
      {"credit/dossiers/{}/offres", administrator, offers},
      {"couverture/{}/offres", insured_company, own_offers},
      {"credit/offres/{}", broker, rounds_and_calls},
      {"credit/prospects", broker, prospect},
  };
  return pages;
}

}  // namespace contract
