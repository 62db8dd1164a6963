#include "support/credit_scene.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "desks/credit/blind_test/test_actions.hpp"
#include "desks/credit/insurer/insurer.hpp"
#include "desks/credit/portfolio/closing.hpp"
#include "desks/credit/portfolio/invitation.hpp"
#include "desks/credit/portfolio/portfolio_actions.hpp"
#include "support/check_digit.hpp"

namespace support::credit_scene {
namespace {

using credit::portfolio::Closing;

template <class T>
T must(base::Outcome<T> outcome) {
  if (!outcome) ADD_FAILURE() << "refused: " << outcome.refusal().code.name << " " << outcome.refusal().field;
  return std::move(outcome).value();
}

// A valid SIREN, distinct for distinct numbers.
std::string siren(int number) { return with_check_digit(fmt::format("8{:07}", number)); }

}  // namespace

credit::placement::ContactForm contact_form() {
  return {.company_name = std::string(client_name),
          .siren = "732 829 320",
          .size = "small_or_medium",
          .contact_name = "Inès Vauquelin",
          .contact_email = "ines@vauquelin.example",
          .contact_phone = "06 39 98 12 34",
          .channel = "phone",
          .need = "credit_insurance",
          .notes = "Deux impayés l’an dernier.",
          .form_key = {}};
}

credit::PlacementId open(House& house, const Person& broker) {
  auto form = contact_form();
  form.form_key = house.platform().random.token(12);
  return must(credit::placement::open_placement(house.platform(), broker.actor, must(credit::placement::check(form))));
}

credit::PlacementId open_for(House& house, const Person& broker, identity::OrganisationId company) {
  const auto id = open(house, broker);
  house.platform().act({}, [&](platform::Act& act) {
    auto placement = credit::placement::find(act.tx, id).value();
    placement.company_space = company;
    credit::placement::save(act.tx, placement);
  });
  return id;
}

credit::placement::Placement placement(House& house, credit::PlacementId id) {
  return house.database().read([&](db::Transaction& tx) { return credit::placement::find(tx, id).value(); });
}

namespace {

credit::portfolio::NewBuyer buyer(std::string name, std::string identifier, std::int64_t euros) {
  credit::portfolio::NewBuyer made;
  made.name = std::move(name);
  made.identifier = std::move(identifier);
  made.exposure = base::Money::euros(euros);
  return made;
}

void take(House& house, const Person& broker, credit::PlacementId id,
          const std::vector<credit::portfolio::NewBuyer>& buyers) {
  house.platform().act(platform::Author::of(broker.actor), [&](platform::Act& act) {
    must(credit::portfolio::take_buyers(act, id, broker.actor, buyers));
  });
}

}  // namespace

void add_buyers(House& house, const Person& broker, credit::PlacementId id) {
  auto abroad = buyer("Müller Stahl", "HRB12345", 20'000);
  abroad.country = "DE";
  take(house, broker, id,
       {buyer("Aciéries du Rhône", siren(1), 100'000), buyer("Bâtir Ouest", siren(2), 50'000), abroad,
        buyer("Sans Numéro", "", 5'000)});
}

void add_many_buyers(House& house, const Person& broker, credit::PlacementId id, int count) {
  std::vector<credit::portfolio::NewBuyer> buyers;
  for (int i = 1; i <= count; ++i)
    buyers.push_back(buyer(fmt::format("Acheteur {:05}", i), siren(i), 1'000 + (i * 7919) % 90'000));
  take(house, broker, id, buyers);
}

void complete_information(House& house, const Person& broker, credit::PlacementId id) {
  must(credit::portfolio::close_information(house.platform(), broker.actor, id, Closing::as_it_stands));
}

void give_space(House& house, const std::string& slug, identity::OrganisationId insurer) {
  house.platform().act({}, [&](platform::Act& act) {
    for (auto known : credit::insurer::insurers(act.tx))
      if (known.slug == slug) {
        known.space = insurer;
        credit::insurer::save(act.tx, known);
      }
  });
}

credit::blind_test::BlindTest launch(House& house, const Person& broker, credit::PlacementId id) {
  web::Fields form;
  const auto day = base::paris::day_of(house.clock().now()) + 5;
  for (const auto& [name, value] :
       std::initializer_list<std::pair<const char*, std::string>>{{"insurer", "coface"},
                                                                  {"insurer", "atradius"},
                                                                  {"email_atradius", "arbitre@atradius.example"},
                                                                  {"email_coface", "arbitre@coface.example"},
                                                                  {"due", day.iso()},
                                                                  {"naming", "anonymous"}})
    form.add(name, value);
  const auto test = must(credit::blind_test::launch(house.platform(), broker.actor, id, form));
  return house.database().read([&](db::Transaction& tx) { return credit::blind_test::find(tx, test).value(); });
}

std::vector<credit::blind_test::Submission> submissions(House& house, credit::blind_test::TestId test) {
  return house.database().read([&](db::Transaction& tx) { return credit::blind_test::submissions_of(tx, test); });
}

credit::blind_test::Submission asked(House& house, const Person& broker, identity::OrganisationId insurer) {
  if (insurer) give_space(house, "coface", insurer);
  const auto id = open(house, broker);
  add_buyers(house, broker, id);
  complete_information(house, broker, id);
  return submissions(house, launch(house, broker, id).id).back();
}

std::string questionnaire_link(House& house, const Person& broker, credit::PlacementId id, std::string_view email) {
  must(credit::portfolio::invite(house.platform(), broker.actor, id, email));
  return house.database().read([&](db::Transaction& tx) {
    const auto link = links::find(tx, credit::portfolio::invitation_of(tx, id)->link);
    return "/questionnaire/" + links::token(*link, house.platform().settings.server_key);
  });
}

std::string answers_link(House& house, const credit::blind_test::Submission& submission) {
  return house.database().read([&](db::Transaction& tx) {
    const auto link = links::find(tx, links::LinkId{submission.link});
    return "/test-a-blanc/" + links::token(*link, house.platform().settings.server_key);
  });
}

}  // namespace support::credit_scene
