// The company fills the questionnaire behind a link, over several sittings and devices, and hands it over (C2, P7).
#include <gmock/gmock.h>

#include "desks/credit/portfolio/buyer.hpp"
#include "support/credit_scene.hpp"
#include "support/house_on_both_engines.hpp"
#include "support/link_holder.hpp"

namespace {

namespace scene = support::credit_scene;
using identity::OrganisationKind;
using support::form;
using support::LinkHolder;
using support::Person;
using support::text_of_html;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class CreditQuestionnaireLink : public support::HouseOnBothEngines {
 protected:
  std::string risks(credit::PlacementId id) { return "/credit/dossiers/" + std::to_string(id.value) + "/risques"; }
  std::string link_action(credit::PlacementId id) {
    return "/credit/dossiers/" + std::to_string(id.value) + "/questionnaire/lien";
  }
};
MANDAT_ON_BOTH_ENGINES(CreditQuestionnaireLink);

// C2.link
TEST_P(CreditQuestionnaireLink, C2_link_the_broker_sends_it_and_the_file_then_waits_for_the_company) {
  const Person broker = this->broker();
  const auto id = scene::open(house(), broker);
  const auto wrong = house().post(link_action(id), &broker, form({{"acte", "envoyer"}, {"email", "ines@"}}));
  EXPECT_EQ(wrong.status, 422);
  EXPECT_THAT(wrong.body, AllOf(HasSubstr("value=\"ines@\""), HasSubstr("Indiquez l’adresse e-mail du contact")));
  ASSERT_EQ(
      house().post(link_action(id), &broker, form({{"acte", "envoyer"}, {"email", "ines@vauquelin.example"}})).status,
      303);
  EXPECT_EQ(scene::placement(house(), id).waiting_for, credit::placement::WaitingFor::company);
  house().settle();
  const auto mail = read([&](db::Transaction& tx) {
    const auto message = messages::list(tx, {.channel = messages::Channel::mail}).front();
    return message.to.address + "\n" + messages::rendered_body(tx, message, platform().settings);
  });
  EXPECT_THAT(mail, AllOf(HasSubstr("ines@vauquelin.example"), HasSubstr("Bonjour Inès Vauquelin"),
                          HasSubstr("https://mandat.example.fr/questionnaire/")));
  EXPECT_THAT(text_at(risks(id), &broker), AllOf(HasSubstr("Questionnaire en ligne"), HasSubstr("Retirer le lien")));
}

// C2.chase
TEST_P(CreditQuestionnaireLink, C2_chase_after_five_and_ten_days_with_its_link_and_what_is_missing) {
  const Person broker = this->broker();
  const auto id = scene::open(house(), broker);
  scene::add_buyers(house(), broker, id);
  scene::questionnaire_link(house(), broker, id);
  const auto reminders = [&] {
    std::vector<std::string> bodies;
    for (const auto& message : read([&](db::Transaction& tx) { return messages::list(tx, {.limit = 200}); }))
      if (message.subject.starts_with("Rappel : votre questionnaire"))
        bodies.push_back(message.to.address + "\n" + read([&](db::Transaction& tx) {
                           return messages::rendered_body(tx, message, platform().settings);
                         }));
    return bodies;
  };
  const auto sent_on = base::paris::day_of(house().clock().now());
  const auto go_to = [&](int days, int hour, int minute) {
    house().clock().set(base::paris::at(sent_on + days, hour, minute));
    house().settle();
  };
  go_to(5, 8, 59);
  EXPECT_TRUE(reminders().empty());
  go_to(5, 9, 0);
  ASSERT_EQ(reminders().size(), 1U);
  EXPECT_THAT(reminders()[0], AllOf(HasSubstr("ines@vauquelin.example"), HasSubstr("/questionnaire/"),
                                    HasSubstr("Il y manque encore"), HasSubstr("Acheteurs : encore 6")));
  const Person later = support::new_member(platform(), broker.actor.organisation);  // sessions are over
  EXPECT_THAT(text_at("/notifications", &later), HasSubstr("n’a pas encore transmis son questionnaire"));
  EXPECT_THAT(text_at("/credit/dossiers/" + std::to_string(id.value), &later), HasSubstr("Questionnaire relancé"));
  go_to(10, 9, 0);
  EXPECT_EQ(reminders().size(), 2U);
  go_to(40, 9, 0);
  EXPECT_EQ(reminders().size(), 2U);
}

TEST_P(CreditQuestionnaireLink, C2_chase_ends_with_the_link_and_with_the_hand_over) {
  const Person broker = this->broker();
  const auto withdrawn = scene::open(house(), broker), complete = scene::open(house(), broker);
  for (const auto id : {withdrawn, complete}) scene::questionnaire_link(house(), broker, id);
  ASSERT_EQ(house().post(link_action(withdrawn), &broker, form({{"acte", "retirer"}})).status, 303);
  scene::add_many_buyers(house(), broker, complete, 3);
  scene::complete_information(house(), broker, complete);
  house().clock().advance(base::hours(24 * 12));
  house().settle();
  for (const auto& message : read([&](db::Transaction& tx) { return messages::list(tx, {.limit = 200}); }))
    EXPECT_THAT(message.subject, Not(HasSubstr("Rappel : votre questionnaire")));
}

// P7.workspace, P7.workspace_code
TEST_P(CreditQuestionnaireLink, P7_workspace_nothing_personal_is_shown_before_the_mailed_code) {
  const Person broker = this->broker();
  const auto id = scene::open(house(), broker);
  scene::add_buyers(house(), broker, id);
  LinkHolder company(house(), scene::questionnaire_link(house(), broker, id));
  const auto closed = company.get().body;
  EXPECT_THAT(text_of_html(closed), AllOf(HasSubstr("i•••@vauquelin.example"), HasSubstr("Recevoir mon code")));
  for (const auto* secret : {"Aciéries", "Vauquelin", "732829320", "C-2026"})
    EXPECT_THAT(closed, Not(HasSubstr(secret)));
  EXPECT_EQ(company.post("/questionnaire", form({{"bank", "Autre"}})).status,
            303);  // leads to the code, changes nothing
  EXPECT_TRUE(read([&](db::Transaction& tx) { return credit::portfolio::answers_of(tx, id); }).empty());

  EXPECT_EQ(company.type("12345678"), 422);  // none was asked for
  ASSERT_EQ(company.ask_for_code(), 303);
  const std::string code = company.mailed_code();
  ASSERT_EQ(code.size(), 8U);
  const std::string wrong = code == "00000000" ? "11111111" : "00000000";
  EXPECT_EQ(company.type(wrong), 422);
  EXPECT_EQ(company.type(code), 303);
  EXPECT_THAT(text_of_html(company.get().body),
              AllOf(HasSubstr("Aciéries du Rhône"), HasSubstr("Votre questionnaire")));

  LinkHolder phone(house(), company.page());  // another device knows nothing of it, and the code has served
  EXPECT_EQ(phone.type(code), 422);
  EXPECT_THAT(phone.get().body, Not(HasSubstr("Aciéries")));
}

TEST_P(CreditQuestionnaireLink, P7_workspace_code_ends_after_its_minutes_and_its_tries_and_few_are_sent) {
  const Person broker = this->broker();
  LinkHolder company(house(), scene::questionnaire_link(house(), broker, scene::open(house(), broker)));
  company.ask_for_code();
  const std::string late = company.mailed_code();
  house().clock().advance(base::minutes(15));
  EXPECT_EQ(company.type(late), 422);

  company.ask_for_code();
  const std::string code = company.mailed_code();
  const std::string wrong = code == "00000000" ? "11111111" : "00000000";
  for (int i = 0; i < 5; ++i) EXPECT_EQ(company.type(wrong), 422);
  EXPECT_THAT(text_of_html(company.post("/code", form({{"code", code}})).body), HasSubstr("demandez-en un autre"));

  for (int i = 0; i < 3; ++i) EXPECT_EQ(company.ask_for_code(), 303);
  EXPECT_EQ(company.ask_for_code(), 429);
  house().clock().advance(base::hours(1));
  EXPECT_EQ(company.open(), 303);
}

TEST_P(CreditQuestionnaireLink, C2_two_sittings_on_two_devices_then_handed_over) {
  const Person broker = this->broker();
  const auto id = scene::open(house(), broker);
  LinkHolder desktop(house(), scene::questionnaire_link(house(), broker, id));
  ASSERT_EQ(desktop.open(), 303);
  ASSERT_EQ(desktop.post("/questionnaire", form({{"turnover", "5 000 000"}, {"naf", "pas le bon"}})).status, 303);

  house().clock().advance(base::hours(20));
  LinkHolder phone(house(), desktop.page());
  ASSERT_EQ(phone.open(), 303);
  EXPECT_THAT(phone.get().body, AllOf(HasSubstr("value=\"5 000 000\""), HasSubstr("value=\"pas le bon\"")));
  EXPECT_EQ(phone.post("/transmission").status, 422);
  const auto rest = form({{"naf", "25.11Z"},
                          {"activity", "Charpentes"},
                          {"customers", "1"},
                          {"average_invoice", "3 200"},
                          {"public_sales", "0"},
                          {"private_sales", "0"},
                          {"group_sales", "0"},
                          {"cash_sales", "800 000"},
                          {"bank", "Banque du Vexin"},
                          {"largest_exposure", "1"},
                          {"insured_already", "non"}});
  ASSERT_EQ(phone.post("/questionnaire", rest).status, 303);
  const auto bad = phone.post("/acheteurs", form({{"name", "Aciéries"}, {"identifier", "123"}, {"exposure", "10"}}));
  EXPECT_EQ(bad.status, 422);
  EXPECT_THAT(bad.body, HasSubstr("value=\"Aciéries\""));
  ASSERT_EQ(phone
                .post("/acheteurs", form({{"name", "Aciéries"},
                                          {"identifier", "404833048"},
                                          {"exposure", "1.234,50 €"},
                                          {"terms_days", "45"}}))
                .status,
            303);
  ASSERT_EQ(phone
                .post("/sinistres", form({{"buyer_name", "Bâtir Ouest"},
                                          {"amount", "4 500"},
                                          {"due_on", "2026-02-01"},
                                          {"cause", "insolvency"}}))
                .status,
            303);
  EXPECT_EQ(phone.post("/transmission").status, 422);  // nothing is said of the other years
  ASSERT_EQ(phone.post("/sinistres/aucun", form({{"year", "toutes"}})).status, 303);
  // C35: the insurable turnover tells how it was made
  EXPECT_THAT(text_of_html(phone.get().body),
              AllOf(HasSubstr("Comment est calculé"), HasSubstr("4\u202F200\u202F000,00"), HasSubstr("4\u202F500,00")));
  ASSERT_EQ(phone.post("/transmission").status, 303);
  EXPECT_EQ(scene::placement(house(), id).step, credit::placement::Step::analysis);
  const Person later = support::new_member(platform(), broker.actor.organisation);  // the other session is over
  EXPECT_THAT(text_at("/notifications", &later), HasSubstr("a transmis son questionnaire"));
  EXPECT_THAT(text_of_html(desktop.get().body), HasSubstr("Il est chez votre courtier"));
  EXPECT_EQ(desktop.post("/acheteurs/retrait", form({{"buyer", "1"}})).status, 409);
}

TEST_P(CreditQuestionnaireLink, C2_link_withdrawn_or_replaced_it_opens_no_more) {
  const Person broker = this->broker(), stranger = this->broker();
  const auto id = scene::open(house(), broker);
  LinkHolder first(house(), scene::questionnaire_link(house(), broker, id));
  ASSERT_EQ(first.open(), 303);
  LinkHolder second(house(), scene::questionnaire_link(house(), broker, id, "compta@vauquelin.example"));
  EXPECT_EQ(first.get().status, 404);
  EXPECT_EQ(first.post("/questionnaire", form({{"bank", "x"}})).status, 404);
  ASSERT_EQ(second.open(), 303);
  EXPECT_EQ(house().post(link_action(id), &stranger, form({{"acte", "retirer"}})).status, 404);
  EXPECT_EQ(second.get().status, 200);
  ASSERT_EQ(house().post(link_action(id), &broker, form({{"acte", "retirer"}})).status, 303);
  EXPECT_EQ(second.get().status, 404);
  EXPECT_EQ(scene::placement(house(), id).waiting_for, credit::placement::WaitingFor::broker);
}

TEST_P(CreditQuestionnaireLink, P7_workspace_one_link_opens_one_file_only) {
  const Person broker = this->broker();
  const auto mine = scene::open(house(), broker), other = scene::open(house(), broker);
  LinkHolder holder(house(), scene::questionnaire_link(house(), broker, mine));
  const std::string elsewhere = scene::questionnaire_link(house(), broker, other);
  ASSERT_EQ(holder.open(), 303);
  LinkHolder forwarded(house(), elsewhere);
  EXPECT_THAT(text_of_html(forwarded.get().body), HasSubstr("Recevoir mon code"));
}

// C2.space
TEST_P(CreditQuestionnaireLink, C2_space_who_opened_the_link_keeps_the_file_in_its_own_space) {
  const Person broker = this->broker();
  const Person company = support::new_person(platform(), {OrganisationKind::insured_company});
  const Person rival = support::new_person(platform(), {OrganisationKind::insured_company});
  const auto id = scene::open(house(), broker);
  const std::string page = scene::questionnaire_link(house(), broker, id);
  const std::string joining = "/couverture/rattachement/" + page.substr(page.rfind('/') + 1);
  // The link alone is not enough: its code comes first.
  EXPECT_THAT(text_at(joining, &company), HasSubstr("Recevoir mon code"));
  EXPECT_EQ(house().post(joining, &company).status, 303);
  EXPECT_FALSE(scene::placement(house(), id).company_space);

  LinkHolder holder(house(), page);
  ASSERT_EQ(holder.open(), 303);
  ASSERT_EQ(holder.post_as(company, joining).status, 303);
  EXPECT_EQ(scene::placement(house(), id).company_space, company.actor.organisation);
  EXPECT_THAT(text_at("/couverture", &company), HasSubstr("C-2026-000001"));
  EXPECT_EQ(house().get(joining, &rival).status, 404);
}

}  // namespace
