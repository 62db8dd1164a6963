// A second blind test: reached from the comparison, of chosen buyers at other amounts; what was answered before stays,
// in the matrix, in the comparison and in the policy (C5.newest, C8.asked_again).
#include <gmock/gmock.h>

#include "desks/credit/blind_test/asked_list.hpp"
#include "desks/credit/blind_test/counting.hpp"
#include "desks/credit/blind_test/cover_list.hpp"
#include "desks/credit/blind_test/test_actions.hpp"
#include "desks/credit/policy/policy_paper.hpp"
#include "support/contract_scene.hpp"
#include "support/files.hpp"
#include "support/house_on_both_engines.hpp"

namespace {

namespace scene = support::contract_scene;
namespace blind_test = credit::blind_test;
using support::form;
using support::Person;
using support::text_of_html;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using Pairs = scene::Pairs;

class CreditAskedAgain : public support::HouseOnBothEngines {
 protected:
  static std::string text(auto id) { return std::to_string(id.value); }
  static std::string file(credit::PlacementId id) { return "/credit/dossiers/" + text(id); }
  std::vector<blind_test::TestLine> list(credit::PlacementId id) {
    return read([&](db::Transaction& tx) { return blind_test::cover_lines(tx, id); });
  }
  blind_test::BlindTest last(credit::PlacementId id) {
    return read([&](db::Transaction& tx) { return blind_test::latest_of(tx, id).value(); });
  }
  std::string amount_of(credit::PlacementId id, const std::string& buyer) {
    for (const auto& line : list(id))
      if (line.name == buyer) return "montant_" + std::to_string(line.buyer);
    ADD_FAILURE() << buyer;
    return {};
  }
  // Coface alone, of these buyers.
  web::Response ask_again(credit::PlacementId id, const Person& by, Pairs amounts) {
    amounts.insert(amounts.end(), {{"choix", "oui"},
                                   {"insurer", "coface"},
                                   {"email_coface", "arbitre@coface.example"},
                                   {"due", (base::paris::day_of(house().clock().now()) + 5).iso()},
                                   {"naming", "anonymous"}});
    return house().post(file(id) + "/test", &by, form(amounts));
  }
  // A test of so many buyers, closed without an answer: the offers may be compared.
  credit::PlacementId compared(const Person& by, int buyers) {
    namespace credit_scene = support::credit_scene;
    const auto id = credit_scene::open(house(), by);
    credit_scene::add_many_buyers(house(), by, id, buyers);
    credit_scene::complete_information(house(), by, id);
    credit_scene::launch(house(), by, id);
    EXPECT_EQ(house().post(file(id) + "/test/cloture", &by).status, 303);
    return id;
  }
  void answer(credit::PlacementId id, const Person& by, const std::string& insurer, Pairs fields) {
    fields.insert(fields.end(), {{"first", "1"}, {"last", "100"}});
    const auto test = last(id).id;
    for (const auto& submission : read([&](db::Transaction& tx) { return submissions_of(tx, test); }))
      if (submission.insurer == insurer) {
        EXPECT_EQ(house().post("/credit/soumissions/" + text(submission.id) + "/reponses", &by, form(fields)).status,
                  303);
      }
  }
  std::string cell(credit::PlacementId id, const Person& by, const std::string& at) {
    return text_at(file(id) + "/matrice?case=" + at, &by);
  }
};
MANDAT_ON_BOTH_ENGINES(CreditAskedAgain);

// C8.asked_again, C5.newest
TEST_P(CreditAskedAgain, C8_asked_again_from_the_comparison_with_other_amounts_and_what_was_said_before_stays) {
  const Person broker = this->broker();
  const auto id = scene::presented(house(), broker);  // Coface: 60 000 of 100 000, 50 000 of 50 000, a refusal
  for (const std::string& page : {file(id), file(id) + "/matrice"})
    EXPECT_THAT(house().get(page, &broker).body,
                AllOf(HasSubstr("Interroger à nouveau"), HasSubstr("href=\"" + file(id) + "/test\"")))
        << page;
  const auto opened = house().get(file(id) + "/test", &broker).body;
  EXPECT_THAT(opened,
              AllOf(HasSubstr("Interroger à nouveau"), HasSubstr("id=\"insurer_coface\" value=\"coface\" checked"),
                    HasSubstr("name=\"" + amount_of(id, "Aciéries du Rhône") + "\""), HasSubstr("100000")));
  EXPECT_THAT(opened, Not(HasSubstr("id=\"insurer_allianz-trade\" value=\"allianz-trade\" checked")));

  const auto large = amount_of(id, "Aciéries du Rhône");
  const auto wrong = ask_again(id, broker, {{large, "beaucoup"}});
  EXPECT_EQ(wrong.status, 422);
  EXPECT_THAT(wrong.body, AllOf(HasSubstr("value=\"beaucoup\""), HasSubstr("ce montant ne se lit pas")));
  const auto nobody = ask_again(id, broker, {{large, ""}});
  EXPECT_EQ(nobody.status, 422);
  EXPECT_THAT(text_of_html(nobody.body), HasSubstr("Gardez un acheteur au moins"));

  ASSERT_EQ(ask_again(id, broker, {{large, "150 000"}}).status, 303);
  EXPECT_EQ(last(id).number, 2);
  EXPECT_EQ(last(id).buyers, 1);
  EXPECT_EQ(last(id).asked, base::Money::euros(150'000));
  EXPECT_EQ(support::credit_scene::placement(house(), id).step, credit::placement::Step::quotes);

  // Not answered yet: the first test's word stands, everywhere.
  const auto before = text_at(file(id) + "/matrice", &broker);
  EXPECT_THAT(before, AllOf(HasSubstr("TB-2026-000001-2"), HasSubstr("Bâtir Ouest"), HasSubstr("Müller Stahl"),
                            HasSubstr("225\u202F000"), HasSubstr("110\u202F000"), HasSubstr("Tests précédents"),
                            HasSubstr("TB-2026-000001-1"), HasSubstr("Atradius")));
  EXPECT_THAT(cell(id, broker, "1-2"), AllOf(HasSubstr("60\u202F000"), HasSubstr("interrogé à nouveau")));

  answer(id, broker, "coface", {{"k_1", "partly_approved"}, {"a_1", "90 000"}});
  EXPECT_THAT(text_at(file(id) + "/matrice", &broker),
              AllOf(HasSubstr("140\u202F000"), Not(HasSubstr("110\u202F000"))));
  EXPECT_THAT(cell(id, broker, "1-2"),
              AllOf(HasSubstr("90\u202F000"), HasSubstr("1 autre réponse donnée"), HasSubstr("60\u202F000,00")));
  // The earlier test by itself, as it was.
  const auto earlier = text_at(file(id) + "/matrice?test=1", &broker);
  EXPECT_THAT(earlier, AllOf(HasSubstr("Test précédent"), HasSubstr("TB-2026-000001-1"), HasSubstr("110\u202F000"),
                             HasSubstr("170\u202F000"), Not(HasSubstr("90\u202F000"))));
  EXPECT_THAT(text_at(file(id) + "/matrice?test=1&case=1-2", &broker), HasSubstr("60\u202F000"));
  EXPECT_THAT(text_at(file(id) + "/matrice?test=1&total=2", &broker), HasSubstr("110\u202F000,00"));
  EXPECT_THAT(text_at(file(id) + "/matrice/1?test=1", &broker), HasSubstr("100\u202F000\u00a0€ demandés"));
  EXPECT_EQ(text_at(file(id) + "/matrice?test=3", &broker), "404");
  EXPECT_EQ(text_at(file(id) + "/matrice?test=x", &broker), "404");
  const Person stranger = this->broker();
  EXPECT_EQ(text_at(file(id) + "/matrice?test=1", &stranger), "404");
}

// C8.asked_amounts
TEST_P(CreditAskedAgain, C8_asked_amounts_of_a_small_buyer_found_by_a_search_and_what_was_typed_stays) {
  const Person broker = this->broker();
  const auto id = compared(broker, 130);
  const auto known = read([&](db::Transaction& tx) { return blind_test::buyers_to_ask(tx, id); });
  ASSERT_EQ(known.size(), 130U);
  const auto small = blind_test::amount_field(known.back()), large = blind_test::amount_field(known.front());
  const auto opened = house().get(file(id) + "/test", &broker).body;
  EXPECT_THAT(opened, AllOf(HasSubstr("name=\"" + large + "\""), Not(HasSubstr("name=\"" + small + "\"")),
                            HasSubstr("30 acheteurs plus petits")));
  const auto found = house().post(file(id) + "/test", &broker,
                                  form({{"choix", "oui"},
                                        {"acte", "chercher"},
                                        {"recherche", known.back().identifier},
                                        {"insurer", "coface"},
                                        {large, "77 000"},
                                        {"note", "Merci de faire vite"}}));
  EXPECT_EQ(found.status, 200);
  EXPECT_THAT(found.body, AllOf(HasSubstr("name=\"" + small + "\""), HasSubstr("value=\"77 000\""),
                                HasSubstr("id=\"insurer_coface\" value=\"coface\" checked"),
                                HasSubstr("Merci de faire vite"), HasSubstr("29 acheteurs plus petits")));
  EXPECT_THAT(text_of_html(found.body), HasSubstr("1 acheteur trouvé"));
  EXPECT_EQ(last(id).number, 1);  // nothing left yet
  ASSERT_EQ(ask_again(id, broker, {{large, "77 000"}, {small, "12 345"}, {"recherche", "Acheteur"}}).status, 303);
  EXPECT_EQ(last(id).buyers, 2);
  EXPECT_EQ(last(id).asked, base::Money::euros(89'345));
}

// C8.asked_amounts
TEST_P(CreditAskedAgain, C8_asked_amounts_of_a_list_in_three_notations_and_its_wrong_rows_wait_in_the_form) {
  const Person broker = this->broker();
  const auto id = compared(broker, 130);
  const auto known = read([&](db::Transaction& tx) { return blind_test::buyers_to_ask(tx, id); });
  const std::string good = known[5].identifier + "\t1 234,50\n" + known[120].identifier + "\t1234.5\n" +
                           known[125].identifier + "\t1.234,50 €\n";
  const std::string wrong = "111111111\t500\n" + known[5].identifier + "\t9\n";
  const auto told = ask_again(id, broker, {{"montants", good + wrong}, {"seuls", "oui"}, {"note", "Merci"}});
  EXPECT_EQ(told.status, 422);
  EXPECT_THAT(text_of_html(told.body),
              AllOf(HasSubstr("2 lignes à corriger"), HasSubstr("Aucun acheteur de ce dossier n’a cet identifiant"),
                    HasSubstr("figure déjà à la ligne 1")));
  EXPECT_THAT(told.body, AllOf(HasSubstr("111111111\t500"), HasSubstr("Merci"),
                               HasSubstr("name=\"" + blind_test::amount_field(known[120]) + "\""),
                               HasSubstr("value=\"1234,50\""), Not(HasSubstr(known[120].identifier + "\t"))));
  EXPECT_EQ(last(id).number, 1);
  ASSERT_EQ(ask_again(id, broker, {{"montants", good}, {"seuls", "oui"}}).status, 303);
  EXPECT_EQ(last(id).buyers, 3);
  EXPECT_EQ(last(id).asked, base::Money{370350});
}

// C8.asked_amounts
TEST_P(CreditAskedAgain, C8_asked_amounts_of_a_file_go_over_those_of_the_table) {
  const Person broker = this->broker();
  const auto id = scene::presented(house(), broker);
  const auto known = read([&](db::Transaction& tx) { return blind_test::buyers_to_ask(tx, id); });
  const support::TemporaryFolder folder;
  auto request = support::request_of(platform(), web::Method::post, file(id) + "/test", &broker,
                                     form({{"choix", "oui"},
                                           {"acte", "montants"},
                                           {blind_test::amount_field(known.front()), "5 000"},
                                           {"insurer", "coface"}}));
  request.files.push_back(support::uploaded(
      "liste", "montants.csv", "Acheteur;Pays;Registre;Montant\r\nMüller Stahl;Allemagne;HRB 12345;\"31 000,00\"\r\n",
      folder.path()));
  const auto page = house().handle(std::move(request));
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body, AllOf(HasSubstr("value=\"31000,00\""), HasSubstr("value=\"5 000\"")));
  EXPECT_EQ(ask_again(id, broker, {{"montants", "inconnu"}}).status, 422);
}

// C5.newest
TEST_P(CreditAskedAgain, C5_newest_word_of_each_insurer_is_what_offers_are_compared_by_and_the_policy_carries) {
  const Person broker = this->broker();
  const auto id = scene::presented(house(), broker);
  ASSERT_EQ(ask_again(id, broker, {{amount_of(id, "Aciéries du Rhône"), "150 000"}}).status, 303);
  answer(id, broker, "coface", {{"k_1", "pending"}});
  ASSERT_EQ(house().post(file(id) + "/test/cloture", &broker).status, 303);
  scene::offered(house(), broker, id, scene::turnover_offer("coface"));
  const auto offers = text_at(file(id) + "/offres", &broker);
  EXPECT_THAT(offers, AllOf(HasSubstr("110\u202F000,00\u00a0€"), HasSubstr("48,88\u00a0%")));  // of 225 000
  const auto limits = [&] {
    return read([&](db::Transaction& tx) {
      return credit::policy::limits_of(tx, id, "coface", base::paris::day_of(house().clock().now()));
    });
  };
  ASSERT_EQ(limits().size(), 2U);
  EXPECT_EQ(limits()[0].limit, base::Money::euros(60'000));
  EXPECT_EQ(limits()[1].limit, base::Money::euros(50'000));
  ASSERT_EQ(ask_again(id, broker, {{amount_of(id, "Bâtir Ouest"), "80 000"}}).status, 303);
  answer(id, broker, "coface", {{"k_1", "approved"}});
  ASSERT_EQ(limits().size(), 2U);
  EXPECT_EQ(limits()[0].limit, base::Money::euros(80'000));
  EXPECT_EQ(limits()[0].name, "Bâtir Ouest");
}

// C5.apart, C7.cover
TEST_P(CreditAskedAgain, C5_apart_declined_not_asked_and_conditional_are_told_apart_and_the_whole_list_is_the_whole) {
  const Person broker = this->broker();
  const auto submission = support::credit_scene::asked(house(), broker, {});  // Coface's; and Atradius
  const auto id = submission.placement;
  EXPECT_THAT(text_at(file(id) + "/matrice", &broker),
              AllOf(HasSubstr("4 acheteurs, dont 1 sans identifiant"), HasSubstr("Sans Numéro"),
                    HasSubstr("175\u202F000"), HasSubstr("sans identifiant")));
  answer(id, broker, "coface",
         {{"k_1", "conditional"}, {"a_1", "100 000"}, {"c_1", "Bilan 2025 reçu"}, {"k_2", "approved"}});
  const auto atradius = support::credit_scene::submissions(house(), submission.test).front();
  ASSERT_EQ(house()
                .post("/credit/soumissions/" + text(atradius.id) + "/refus", &broker, form({{"reason", "Secteur"}}))
                .status,
            303);
  const auto page = house().get(file(id) + "/matrice", &broker).body;
  EXPECT_THAT(page, AllOf(HasSubstr("cell-accorde conditional"), HasSubstr("aria-label=\"Accordé sous condition"),
                          HasSubstr("cell-decline"), HasSubstr("aria-label=\"Décliné\""), HasSubstr("cell-non-demande"),
                          HasSubstr("aria-label=\"Non demandé\"")));
  EXPECT_THAT(text_of_html(page), HasSubstr("85,7\u00a0%"));  // 150 000 of 175 000: the fourth counts in the whole
  EXPECT_THAT(cell(id, broker, "1-1"), AllOf(HasSubstr("Décliné"), HasSubstr("décline le test")));
  EXPECT_THAT(cell(id, broker, "3-2"), HasSubstr("n’a encore rien répondu"));
  EXPECT_THAT(cell(id, broker, "4-2"), AllOf(HasSubstr("Non demandé"), HasSubstr("Sans SIREN ni numéro de registre")));
  // Taken up again by an answer, it owes the others.
  answer(id, broker, "atradius", {{"k_1", "refused"}});
  EXPECT_THAT(house().get(file(id) + "/matrice", &broker).body, Not(HasSubstr("aria-label=\"Décliné\"")));
  const auto totals = read([&](db::Transaction& tx) {
    using namespace blind_test;
    const auto test = latest_of(tx, id).value();
    return counted(tx, test, Over::placement, last_submissions(tx, id), base::paris::day_of(house().clock().now()))
        .whole.totals;
  });
  EXPECT_EQ(std::tuple(totals[0].refused, totals[0].pending, totals[0].declined, totals[0].not_asked),
            std::tuple(1, 2, 0, 1));
  EXPECT_EQ(std::tuple(totals[1].granted, totals[1].conditional, totals[1].pending, totals[1].not_asked),
            std::tuple(2, 1, 1, 1));
}

// C7.cost
TEST_P(CreditAskedAgain, C7_cost_premium_and_cost_of_a_covered_euro_stand_in_the_foot_and_follow_the_offer) {
  const Person broker = this->broker();
  const auto id = scene::presented(house(), broker);
  EXPECT_THAT(text_at(file(id) + "/matrice", &broker),
              AllOf(HasSubstr("Prime HT"), HasSubstr("Coût par euro couvert"), Not(HasSubstr("Offre reçue"))));
  const auto made = scene::offered(house(), broker, id, scene::turnover_offer("coface"));
  const auto matrix = text_at(file(id) + "/matrice", &broker);
  EXPECT_THAT(matrix, AllOf(HasSubstr("12\u202F500\u00a0€"), HasSubstr("12,31\u00a0%"), HasSubstr("Offre reçue")));
  EXPECT_THAT(text_at(file(id) + "/offres", &broker), HasSubstr("12,31\u00a0%"));  // the same as the comparison's
  EXPECT_THAT(text_at(file(id) + "/matrice?total=2", &broker),
              AllOf(HasSubstr("Coût par euro couvert"), HasSubstr("110\u202F000,00"), HasSubstr("Voir l’offre")));
  ASSERT_EQ(house().post("/credit/offres/" + text(made) + "/suite", &broker, form({{"acte", "retirer"}})).status, 303);
  EXPECT_THAT(text_at(file(id) + "/matrice", &broker),
              AllOf(Not(HasSubstr("12\u202F500\u00a0€")), Not(HasSubstr("Offre reçue"))));
}

TEST_P(CreditAskedAgain, C7_the_matrix_asks_as_few_statements_after_three_tests_as_after_one) {
  const Person broker = this->broker();
  const auto id = scene::presented(house(), broker);
  const auto cost = [&] {
    const auto before = db::statements_run();
    EXPECT_EQ(house().get(file(id) + "/matrice", &broker).status, 200);
    return db::statements_run() - before;
  };
  const auto once = cost();
  const auto kept = cost();
  EXPECT_LT(kept, once);
  for (int time = 0; time < 2; ++time) {
    ASSERT_EQ(ask_again(id, broker, {{amount_of(id, "Bâtir Ouest"), "60 000"}}).status, 303);
    ASSERT_EQ(house().post(file(id) + "/test/cloture", &broker).status, 303);
  }
  EXPECT_LE(cost(), once + 1);  // the names of the earlier tests
  EXPECT_EQ(cost(), kept);
}

}  // namespace
