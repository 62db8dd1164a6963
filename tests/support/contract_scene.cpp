#include "support/contract_scene.hpp"

#include <gtest/gtest.h>

#include "desks/credit/acceptance/advice.hpp"
#include "desks/credit/blind_test/test_actions.hpp"
#include "desks/credit/offer/offer_actions.hpp"
#include "desks/credit/policy/policy_actions.hpp"
#include "desks/credit/policy/policy_paper.hpp"
#include "floor/documents/own_file.hpp"

namespace support::contract_scene {
namespace {

namespace scene = credit_scene;
using credit::PlacementId;
using credit::offer::OfferId;

template <class T>
T must(base::Outcome<T> outcome) {
  if (!outcome) ADD_FAILURE() << "refused: " << outcome.refusal().code.name << " " << outcome.refusal().field;
  return std::move(outcome).value();
}

std::string today(House& house) { return base::paris::day_of(house.clock().now()).iso(); }

}  // namespace

web::Fields form_of(const Pairs& pairs) {
  web::Fields form;
  for (const auto& [name, value] : pairs) form.add(name, value);
  return form;
}

Pairs turnover_offer(std::string insurer) {
  return {{"insurer", std::move(insurer)},
          {"model", "turnover_declaration"},
          {"minimum_premium", "10 000"},
          {"named_percentage", "90"},
          {"disbursement_multiple", "30"},
          {"line_name_1", "France"},
          {"line_zone_1", "domestic"},
          {"line_rate_1", "0,25"},
          {"line_turnover_1", "4 000 000"},
          {"line_name_2", "Export"},
          {"line_zone_2", "export"},
          {"line_rate_2", "0,25"},
          {"line_turnover_2", "1 000 000"},
          {"deposits", "10 000"},
          {"fee_name_1", "Frais de limite"},
          {"fee_count_1", "3"},
          {"fee_unit_1", "40"}};
}

Pairs forfait_offer(std::string insurer) {
  return {{"insurer", std::move(insurer)},   {"model", "forfait"},
          {"fixed_premium", "2 000"},        {"turnover_ceiling", "800 000"},
          {"disbursement_amount", "60 000"}, {"line_name_1", "France"},
          {"line_zone_1", "domestic"},       {"line_turnover_1", "680 000"}};
}

PlacementId presented(House& house, const Person& broker, identity::OrganisationId company) {
  const auto id = company ? scene::open_for(house, broker, company) : scene::open(house, broker);
  scene::add_buyers(house, broker, id);
  scene::complete_information(house, broker, id);
  const auto test = scene::launch(house, broker, id);
  for (const auto& submission : scene::submissions(house, test.id)) {
    if (submission.insurer != "coface") continue;
    must(credit::blind_test::save_answers(house.platform(), broker.actor, submission.id,
                                          form_of({{"first", "1"},
                                                   {"last", "3"},
                                                   {"k_1", "partly_approved"},
                                                   {"a_1", "60 000"},
                                                   {"k_2", "approved"},
                                                   {"k_3", "refused"}})));
  }
  must(credit::blind_test::close_test(house.platform(), broker.actor, id));
  return id;
}

OfferId offered(House& house, const Person& broker, PlacementId id, const Pairs& offer) {
  auto pairs = offer;
  pairs.emplace_back("issued", today(house));
  return must(credit::offer::enter(house.platform(), broker.actor, id, form_of(pairs)));
}

void advise(House& house, const Person& broker, PlacementId id) {
  must(credit::acceptance::save_advice(
      house.platform(), broker.actor, id,
      form_of({{"mandate_signed", today(house)},
               {"orias", "12 345 678"},
               {"supervisor", "ACPR"},
               {"complaints", "reclamations@cabinet.example, puis le médiateur de l’assurance"},
               {"insurer_links", "Aucun lien capitalistique"},
               {"remuneration", "Commission de 15 % sur la prime"},
               {"needs", "Couvrir les clients du bâtiment"},
               {"recommendation", "L’offre de Coface couvre le mieux vos acheteurs."}})));
}

void watch(House& house, const Person& broker, PlacementId id) {
  must(credit::acceptance::save_vigilance(house.platform(), broker.actor, id,
                                          form_of({{"identity_checked", today(house)},
                                                   {"identity_paper", "Extrait Kbis"},
                                                   {"owners", "declared"},
                                                   {"owners_named", "Inès Vauquelin, 100 %"},
                                                   {"exposure", "none"},
                                                   {"screening", "clear"},
                                                   {"screened_on", today(house)}})));
}

OfferId proposed(House& house, const Person& broker, PlacementId id, const Pairs& offer) {
  const auto made = offered(house, broker, id, offer);
  advise(house, broker, id);
  watch(house, broker, id);
  must(credit::offer::recommend(house.platform(), broker.actor, made));
  return made;
}

OfferId accepted(House& house, const Person& broker, PlacementId id, const Pairs& offer) {
  const auto made = proposed(house, broker, id, offer);
  const auto now = base::paris::wall_time(house.clock().now());
  const auto time = [](int n) { return (n < 10 ? "0" : "") + std::to_string(n); };
  must(credit::offer::record_answer(house.platform(), broker.actor, made,
                                    form_of({{"reponse", "accepter"},
                                             {"day", now.day.iso()},
                                             {"time", time(now.hour) + ":" + time(now.minute)},
                                             {"name", "Inès Vauquelin"},
                                             {"words", "Bon pour accord."},
                                             {"accuse", "oui"}})));
  return made;
}

void issued(House& house, const Person& broker, PlacementId id) {
  auto& platform = house.platform();
  const auto terms = house.database().read([&](db::Transaction& tx) {
    return credit::policy::terms_of(tx, id, broker.actor, base::paris::day_of(platform.clock.now()));
  });
  ASSERT_TRUE(terms);
  const auto file =
      must(documents::keep_own_pdf(platform.documents, broker.actor.organisation,
                                   credit::policy::policy_pdf(*terms, "CF-1042", platform.clock.now()), "police.pdf"));
  must(credit::policy::issue(platform, broker.actor, id, {"CF-1042", credit::policy::Origin::drawn, file}));
}

void sent(House& house, const Person& broker, PlacementId id) {
  must(credit::policy::send(
      house.platform(), broker.actor, id,
      form_of({{"name", "Inès Vauquelin"}, {"email", "ines@vauquelin.example"}, {"phone", "06 39 98 12 34"}})));
}

credit::offer::Offer offer(House& house, OfferId id) {
  return house.database().read([&](db::Transaction& tx) { return credit::offer::find(tx, id).value(); });
}

credit::policy::Policy policy(House& house, PlacementId id) {
  return house.database().read([&](db::Transaction& tx) { return credit::policy::latest_of(tx, id).value(); });
}

std::string token_of(House& house, std::string_view purpose, std::int64_t subject) {
  const auto link = house.database().read([&](db::Transaction& tx) { return links::latest(tx, purpose, subject); });
  EXPECT_TRUE(link) << purpose;
  return link ? links::token(*link, house.platform().settings.server_key) : std::string();
}

std::string offer_token(House& house, OfferId id) { return token_of(house, credit::offer::answer_link, id.value); }

std::string signing_token(House& house, PlacementId id) {
  return token_of(house, credit::policy::sign_link, policy(house, id).id.value);
}

std::string signing_code(House& house, PlacementId id) {
  const auto under = policy(house, id);
  const auto signature =
      house.database().read([&](db::Transaction& tx) { return credit::policy::latest_of(tx, under.id).value(); });
  return links::code(token_of(house, credit::policy::code_link, signature.id.value),
                     house.platform().settings.server_key);
}

}  // namespace support::contract_scene
