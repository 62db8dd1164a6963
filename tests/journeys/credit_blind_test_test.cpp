// From the risk photograph to the matrix: the company fills in, the broker asks insurers blindly, underwriters answer.
#include <gmock/gmock.h>

#include "desks/credit/blind_test/test_actions.hpp"
#include "desks/credit/portfolio/buyer.hpp"
#include "support/credit_scene.hpp"
#include "support/house_on_both_engines.hpp"

namespace {

namespace scene = support::credit_scene;
namespace blind_test = credit::blind_test;
using identity::OrganisationKind;
using support::form;
using support::HouseOnBothEngines;
using support::Person;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using Pairs = std::vector<std::pair<std::string, std::string>>;

class CreditBlindTest : public HouseOnBothEngines {
 protected:
  Person company() { return support::new_person(platform(), {OrganisationKind::insured_company}); }
  Person underwriter() {
    return support::new_member(platform(), support::new_organisation(platform(), {OrganisationKind::insurer}, "Coface"),
                               identity::Role::member, "Léa Garrigue");
  }
  Person colleague(const Person& of) { return support::new_member(platform(), of.actor.organisation); }
  static std::string text(auto id) { return std::to_string(id.value); }
  std::string grid(const blind_test::Submission& submission) { return "/souscription/" + text(submission.id); }
  int answer(const blind_test::Submission& submission, const Person& by, Pairs fields) {
    fields.insert(fields.end(), {{"first", "1"}, {"last", "100"}});
    return house().post(grid(submission) + "/reponses", &by, form(fields)).status;
  }
  std::vector<blind_test::KeptAnswer> answers(const blind_test::Submission& submission) {
    return read([&](db::Transaction& tx) { return blind_test::answers_of(tx, submission.id); });
  }
  blind_test::Submission again(const blind_test::Submission& submission) {
    return read([&](db::Transaction& tx) { return blind_test::find(tx, submission.id).value(); });
  }
};
MANDAT_ON_BOTH_ENGINES(CreditBlindTest);

TEST_P(CreditBlindTest, C2_the_company_fills_in_several_sittings_and_hands_over_once_nothing_is_missing) {
  const Person broker = this->broker(), company = this->company();
  const auto id = scene::open_for(house(), broker, company.actor.organisation);
  const std::string at = "/couverture/" + text(id);
  EXPECT_THAT(text_at("/couverture", &company), HasSubstr("C-2026-000001"));
  ASSERT_EQ(
      house().post(at + "/questionnaire", &company, form({{"turnover", "5 000 000"}, {"naf", "pas le bon"}})).status,
      303);
  const auto second = house().get(at, &company).body;
  EXPECT_THAT(second, AllOf(HasSubstr("value=\"5 000 000\""), HasSubstr("value=\"pas le bon\"")));
  EXPECT_THAT(support::text_of_html(second), HasSubstr("Un code NAF a quatre chiffres et une lettre"));
  const auto early = house().post(at + "/transmission", &company);
  EXPECT_EQ(early.status, 422);
  EXPECT_THAT(support::text_of_html(early.body), HasSubstr("Il manque encore : Code NAF"));

  const Pairs rest{
      {"naf", "25.11Z"},     {"activity", "Charpentes"}, {"customers", "1"},        {"average_invoice", "3 200"},
      {"public_sales", "0"}, {"private_sales", "0"},     {"group_sales", "0"},      {"cash_sales", "800 000"},
      {"bank", "B"},         {"largest_exposure", "1"},  {"insured_already", "non"}};
  ASSERT_EQ(house().post(at + "/questionnaire", &company, form(rest)).status, 303);
  ASSERT_EQ(house()
                .post(at + "/acheteurs", &company,
                      form({{"name", "Aciéries"},
                            {"identifier", "404833048"},
                            {"exposure", "1.234,50 €"},
                            {"terms_days", "45"}}))
                .status,
            303);
  EXPECT_THAT(text_at(at, &company), HasSubstr("4\u202F200\u202F000,00"));  // C3: insurable
  ASSERT_EQ(house().post(at + "/sinistres/aucun", &company, form({{"year", "toutes"}})).status, 303);
  ASSERT_EQ(house().post(at + "/transmission", &company).status, 303);
  EXPECT_EQ(scene::placement(house(), id).step, credit::placement::Step::analysis);
  EXPECT_EQ(scene::placement(house(), id).exposure, base::Money{123450});
  EXPECT_EQ(house().post(at + "/acheteurs/retrait", &company, form({{"buyer", "1"}})).status, 409);
}

TEST_P(CreditBlindTest, C3_the_same_identifier_is_one_buyer_and_the_same_name_is_two) {
  const Person broker = this->broker();
  const auto id = scene::open(house(), broker);
  const std::string at = "/credit/dossiers/" + text(id) + "/acheteurs";
  const auto add = [&](std::string name, std::string identifier) {
    return house().post(
        at, &broker, form({{"name", name}, {"identifier", identifier}, {"exposure", "10 000"}, {"terms_days", "30"}}));
  };
  EXPECT_EQ(add("Dupin", "404833048").status, 303);
  EXPECT_EQ(add("Dupin", "552100554").status, 303);
  const auto twice = add("Dupin et fils", "404 833 048 00013");
  EXPECT_EQ(twice.status, 422);
  const auto again = add("Dupin et fils", "404833048");
  EXPECT_THAT(support::text_of_html(again.body), HasSubstr("Cet identifiant est déjà celui de Dupin"));
  EXPECT_THAT(again.body, HasSubstr("value=\"Dupin et fils\""));
  EXPECT_EQ(scene::placement(house(), id).buyers, 2);
}

// C5.named
TEST_P(CreditBlindTest, C5_named_goes_only_with_a_mandate_to_insurers_whose_anonymous_answer_is_closed) {
  const Person broker = this->broker();
  const auto id = scene::open(house(), broker);
  scene::add_buyers(house(), broker, id);
  scene::complete_information(house(), broker, id);
  const std::string file = "/credit/dossiers/" + text(id);
  const auto named = [&](const std::string& insurer) {
    return house().post(file + "/test", &broker,
                        form({{"insurer", insurer},
                              {"email_" + insurer, "arbitre@" + insurer + ".example"},
                              {"due", "2026-12-01"},
                              {"naming", "named"}}));
  };
  EXPECT_THAT(support::text_of_html(named("coface").body), HasSubstr("Le mandat de placement n’est pas au dossier"));
  ASSERT_EQ(house().post(file + "/conseil", &broker, form({{"mandate_signed", "2026-11-20"}})).status, 303);
  const auto early = named("coface");
  EXPECT_EQ(early.status, 422);
  EXPECT_THAT(support::text_of_html(early.body),
              HasSubstr("Interrogez d’abord sous anonymat, puis clôturez le test : Coface"));
  scene::launch(house(), broker, id);  // Coface and Atradius, anonymously
  ASSERT_EQ(house().post(file + "/test/cloture", &broker).status, 303);
  EXPECT_THAT(support::text_of_html(named("axa-assurcredit").body), HasSubstr("Interrogez d’abord"));
  EXPECT_EQ(named("coface").status, 303);
}

// C5.anonymous
TEST_P(CreditBlindTest, C4_C5_anonymous_the_client_is_named_nowhere_in_what_an_underwriter_receives) {
  const Person broker = this->broker(), underwriter = this->underwriter();
  const auto submission = scene::asked(house(), broker, underwriter.actor.organisation);
  house().settle();
  std::string everything;
  for (const std::string& path : {std::string("/souscription"), grid(submission), std::string("/notifications"),
                                  std::string("/echeances"), std::string("/messages"), std::string("/documents")})
    everything += house().get(path, &underwriter).body;
  const auto messages = read([&](db::Transaction& tx) { return messages::list(tx, {.limit = 200}); });
  int received = 0;
  for (const auto& message : messages) {
    if (message.to.organisation == broker.actor.organisation) continue;
    everything += message.subject + message.body;
    ++received;
  }
  EXPECT_EQ(received, 3);  // a mail and a notice to Coface, a mail to Atradius
  EXPECT_THAT(everything, AllOf(HasSubstr("Aciéries du Rhône"), HasSubstr("TB-2026-000001-1")));
  for (const auto* clue : {"Vauquelin", "vauquelin", "732829320", "732 829 320", "Tôlerie"})
    EXPECT_THAT(everything, Not(HasSubstr(clue)));
  EXPECT_EQ(text_at("/credit/dossiers/" + text(submission.placement), &underwriter), "403");
  EXPECT_THAT(everything, Not(HasSubstr("Sans Numéro")));  // C4: no identifier, not asked
}

TEST_P(CreditBlindTest, C5_a_word_that_names_the_client_is_refused_and_what_was_typed_stays) {
  const Person broker = this->broker();
  const auto id = scene::open(house(), broker);
  scene::add_buyers(house(), broker, id);
  scene::complete_information(house(), broker, id);
  const auto answer = house().post("/credit/dossiers/" + text(id) + "/test", &broker,
                                   form({{"insurer", "coface"},
                                         {"email_coface", "a@coface.example"},
                                         {"due", "2026-11-28"},
                                         {"naming", "anonymous"},
                                         {"note", "Pour la TOLERIE VAUQUELIN, merci."}}));
  EXPECT_EQ(answer.status, 422);
  EXPECT_THAT(support::text_of_html(answer.body),
              AllOf(HasSubstr("fait reconnaître le client"), HasSubstr("TOLERIE VAUQUELIN")));
  EXPECT_EQ(scene::placement(house(), id).step, credit::placement::Step::analysis);
}

TEST_P(CreditBlindTest, C5_answers_are_saved_in_parts_the_sound_rows_even_when_another_is_wrong) {
  const Person broker = this->broker(), underwriter = this->underwriter();
  const auto submission = scene::asked(house(), broker, underwriter.actor.organisation);
  EXPECT_EQ(answer(submission, underwriter,
                   {{"k_1", "partly_approved"},
                    {"a_1", "40 000"},
                    {"k_2", "partly_approved"},
                    {"a_2", ""},
                    {"k_3", ""},
                    {"a_3", ""}}),
            422);
  ASSERT_EQ(answers(submission).size(), 1U);
  EXPECT_EQ(answers(submission)[0].amount, base::Money::euros(40'000));
  EXPECT_EQ(answers(submission)[0].valid_until->iso(), "2026-12-23");
  EXPECT_EQ(again(submission).answered, 1);
  EXPECT_FALSE(again(submission).completed_at);
  EXPECT_EQ(answer(submission, underwriter, {{"k_2", "approved"}, {"k_3", "refused"}}), 303);
  EXPECT_TRUE(again(submission).completed_at);
  const auto matrix = text_at("/credit/dossiers/" + text(submission.placement) + "/matrice", &broker);
  EXPECT_THAT(matrix, AllOf(HasSubstr("Accordé en partie"), HasSubstr("Refusé"), HasSubstr("90\u202F000\u00a0€"),
                            HasSubstr("A répondu"), HasSubstr("Envoyé")));
}

TEST_P(CreditBlindTest, C5_history_keeps_every_answer_and_C6_the_broker_is_told_when_all_are_in) {
  const Person broker = this->broker(), underwriter = this->underwriter();
  const auto submission = scene::asked(house(), broker, underwriter.actor.organisation);
  answer(submission, underwriter, {{"k_1", "refused"}, {"k_2", "approved"}, {"k_3", "approved"}});
  answer(submission, underwriter, {{"k_1", "insolvency_only"}, {"a_1", "60 000"}, {"r_1", "1"}});
  const auto history = read([&](db::Transaction& tx) { return blind_test::history_of(tx, submission.id, 1); });
  ASSERT_EQ(history.size(), 2U);  // C5.history
  EXPECT_EQ(history[0].kind, blind_test::Kind::refused);
  EXPECT_EQ(history[1].scope, blind_test::Scope::insolvency_only);
  EXPECT_EQ(history[1].amount, base::Money::euros(60'000));
  EXPECT_EQ(scene::placement(house(), submission.placement).waiting_for, credit::placement::WaitingFor::insurers);

  const auto other =
      scene::submissions(house(), submission.test).front();  // by mail: the broker notes that it declines
  ASSERT_EQ(house()
                .post("/credit/soumissions/" + text(other.id) + "/refus", &broker, form({{"reason", "Secteur exclu"}}))
                .status,
            303);
  EXPECT_EQ(scene::placement(house(), submission.placement).waiting_for, credit::placement::WaitingFor::broker);
  EXPECT_THAT(text_at("/notifications", &broker), HasSubstr("tous ont répondu"));
}

TEST_P(CreditBlindTest, C5_two_underwriters_at_once_the_second_is_told_and_nothing_is_overwritten) {
  const Person broker = this->broker(), first = this->underwriter();
  const Person second = support::new_member(platform(), first.actor.organisation, identity::Role::member, "Tom Sarlat");
  const auto submission = scene::asked(house(), broker, first.actor.organisation);
  EXPECT_EQ(answer(submission, first, {{"k_1", "refused"}, {"r_1", "0"}}), 303);
  const auto late = house().post(
      grid(submission) + "/reponses", &second,
      form({{"first", "1"}, {"last", "100"}, {"k_1", "approved"}, {"r_1", "0"}, {"k_2", "approved"}, {"r_2", "0"}}));
  EXPECT_EQ(late.status, 422);
  EXPECT_THAT(support::text_of_html(late.body), HasSubstr("Léa Garrigue a répondu entre-temps (Refus"));
  const auto kept = answers(submission);
  ASSERT_EQ(kept.size(), 2U);
  EXPECT_EQ(kept[0].kind, blind_test::Kind::refused);
  EXPECT_EQ(kept[1].kind, blind_test::Kind::approved);
}

TEST_P(CreditBlindTest, the_grid_shows_each_answers_validity_and_turning_its_page_saves_what_was_typed) {
  const Person broker = this->broker();
  const auto id = scene::open(house(), broker);
  scene::add_many_buyers(house(), broker, id, 120);
  scene::complete_information(house(), broker, id);
  const auto submission = scene::submissions(house(), scene::launch(house(), broker, id).id).front();
  const std::string at = "/credit/soumissions/" + text(submission.id);
  EXPECT_THAT(house().get(at, &broker).body,
              AllOf(HasSubstr("name=\"vers\" value=\"2\""), HasSubstr("Enregistrer, page suivante")));
  const auto turned = house().post(
      at + "/reponses?page=1", &broker,
      form({{"first", "1"}, {"last", "100"}, {"vers", "2"}, {"valid_until", "2026-12-31"}, {"k_1", "approved"}}));
  ASSERT_EQ(turned.status, 303);
  EXPECT_THAT(header(turned, "Location"), HasSubstr("page=2"));
  ASSERT_EQ(answers(submission).size(), 1U);
  EXPECT_THAT(text_at(at, &broker), AllOf(HasSubstr("Valable jusqu’au"), HasSubstr("31/12/2026")));
  const auto wrong = house().post(at + "/reponses?page=1", &broker,
                                  form({{"first", "1"}, {"last", "100"}, {"vers", "2"}, {"k_2", "partly_approved"}}));
  EXPECT_EQ(wrong.status, 422);  // the page is not turned over a row that was not taken
  EXPECT_THAT(support::text_of_html(wrong.body), HasSubstr("Page 1 sur 2"));
}

// C5.late
TEST_P(CreditBlindTest, C5_an_answer_after_closing_is_not_taken_and_stays_in_sight) {
  const Person broker = this->broker(), underwriter = this->underwriter();
  const auto submission = scene::asked(house(), broker, underwriter.actor.organisation);
  ASSERT_EQ(house().post("/credit/dossiers/" + text(submission.placement) + "/test/cloture", &broker).status, 303);
  EXPECT_EQ(scene::placement(house(), submission.placement).step, credit::placement::Step::presentation);
  const auto late = house().post(
      grid(submission) + "/reponses", &underwriter,
      form({{"first", "1"}, {"last", "3"}, {"k_1", "partly_approved"}, {"a_1", "41 250"}, {"c_2", "Bilan 2025"}}));
  EXPECT_EQ(late.status, 409);
  EXPECT_THAT(support::text_of_html(late.body),
              AllOf(HasSubstr("Vos réponses n’ont pas été prises"), HasSubstr("Ce test à blanc est clos"),
                    HasSubstr("41 250"), HasSubstr("Bilan 2025")));
  const auto nothing =
      house().post(grid(submission) + "/reponses", &underwriter, form({{"first", "1"}, {"last", "3"}}));
  EXPECT_EQ(nothing.status, 409);
  EXPECT_THAT(support::text_of_html(nothing.body), Not(HasSubstr("n’ont pas été prises")));
  EXPECT_TRUE(answers(submission).empty());
  EXPECT_THAT(text_at(grid(submission), &underwriter), HasSubstr("Ce test à blanc est clos"));
}

TEST_P(CreditBlindTest, C13_given_up_nobody_is_asked_any_more) {  // C13.given_up
  const Person broker = this->broker(), underwriter = this->underwriter();
  const auto submission = scene::asked(house(), broker, underwriter.actor.organisation);
  const auto pending = [&] {
    int count = 0;
    for (const auto& delay :
         read([&](db::Transaction& tx) { return deadlines::of_file(tx, credit::file_of(submission.placement)); }))
      count += delay.state == deadlines::State::pending ? 1 : 0;
    return count;
  };
  EXPECT_GT(pending(), 0);
  const std::string file = "/credit/dossiers/" + text(submission.placement);
  EXPECT_EQ(house().post(file + "/sans-suite", &broker).status, 422) << "without a reason";
  EXPECT_GT(pending(), 0);
  ASSERT_EQ(house().post(file + "/sans-suite", &broker, form({{"reason", "too_expensive"}})).status, 303);
  EXPECT_EQ(pending(), 0);
  EXPECT_THAT(text_at(grid(submission), &underwriter), HasSubstr("Ce test à blanc est clos"));
  EXPECT_EQ(answer(submission, underwriter, {{"k_1", "fully_approved"}}), 409);
  house().clock().advance(base::hours(24 * 30));
  house().settle();
  for (const auto& message : read([](db::Transaction& tx) { return messages::list(tx, {.limit = 200}); }))
    EXPECT_THAT(message.subject, Not(HasSubstr("Rappel")));
}

TEST_P(CreditBlindTest, C7_the_matrix_costs_the_same_statements_for_few_buyers_or_two_thousand) {
  const Person broker = this->broker();
  const auto cost = [&](const blind_test::Submission& submission) {
    const auto before = db::statements_run();
    EXPECT_EQ(house().get("/credit/dossiers/" + text(submission.placement) + "/matrice", &broker).status, 200);
    return db::statements_run() - before;
  };
  const auto few = cost(scene::asked(house(), broker, {}));
  const auto id = scene::open(house(), broker);
  scene::add_many_buyers(house(), broker, id, 2000);
  scene::complete_information(house(), broker, id);
  const auto many = scene::submissions(house(), scene::launch(house(), broker, id).id).front();
  EXPECT_EQ(cost(many), few);
  EXPECT_EQ(house().get("/credit/soumissions/" + text(many.id) + "?page=20", &broker).status, 200);
}

}  // namespace
