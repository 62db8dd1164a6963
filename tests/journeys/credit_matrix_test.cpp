// The matrix: its figures tell how they are made (C7, C35), and two thousand buyers come a part at a time.
#include <gmock/gmock.h>

#include "desks/credit/blind_test/counting.hpp"
#include "desks/credit/blind_test/test_actions.hpp"
#include "support/credit_scene.hpp"
#include "support/explained.hpp"
#include "support/house_on_both_engines.hpp"

namespace {

namespace scene = support::credit_scene;
using support::form;
using support::Person;
using support::text_of_html;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class CreditMatrix : public support::HouseOnBothEngines {
 protected:
  std::string matrix(credit::PlacementId id) { return "/credit/dossiers/" + std::to_string(id.value) + "/matrice"; }
  web::Response part(const std::string& path, const Person& by) {
    auto request = support::request_of(platform(), web::Method::get, path, &by);
    request.headers.emplace_back("hx-request", "true");
    return house().handle(std::move(request));
  }
};
MANDAT_ON_BOTH_ENGINES(CreditMatrix);

TEST_P(CreditMatrix, C35_each_total_opens_what_it_is_made_of) {
  const Person broker = this->broker();
  const auto submission = scene::asked(house(), broker, {});
  ASSERT_EQ(house()
                .post("/credit/soumissions/" + std::to_string(submission.id.value) + "/reponses", &broker,
                      form({{"first", "1"},
                            {"last", "3"},
                            {"k_1", "partly_approved"},
                            {"a_1", "40 000"},
                            {"c_1", "Bilan 2025 reçu"},
                            {"k_2", "approved"},
                            {"k_3", "insolvency_only"},
                            {"a_3", "20 000"}}))
                .status,
            303);
  const auto text = text_at(matrix(submission.placement), &broker);
  EXPECT_THAT(text, HasSubstr("Qui couvre qui"));
  for (const bool script : {true, false}) {  // within the page, or a page of its own
    const auto open = [&](const std::string& query) {
      return script ? text_of_html(part(matrix(submission.placement) + query, broker).body)
                    : text_at(matrix(submission.placement) + query, &broker);
    };
    std::string totals;
    for (const auto* insurer : {"1", "2"}) totals += open(std::string("?total=") + insurer);
    EXPECT_THAT(totals, AllOf(HasSubstr("Coface"), HasSubstr("1 acheteur accordé en entier"),
                              HasSubstr("1 acheteur accordé en partie"), HasSubstr("90\u202F000,00"),
                              HasSubstr("175\u202F000,00")));
    EXPECT_THAT(open("?total=0"), AllOf(HasSubstr("Le meilleur de chacun"), HasSubstr("acheteur par acheteur")));
  }
  const auto page = house().get(matrix(submission.placement), &broker).body;
  for (const auto* opens : {"/matrice?total=0\"", "/matrice?total=1\"", "/matrice?total=2\"", "/matrice?case=3-2\""})
    EXPECT_THAT(page, HasSubstr(opens));
  EXPECT_EQ(text_at(matrix(submission.placement) + "?total=3", &broker), "404");
  const auto buyer = text_at(matrix(submission.placement) + "/1", &broker);
  EXPECT_THAT(buyer, AllOf(HasSubstr("Aciéries du Rhône"), HasSubstr("100\u202F000\u00a0€ demandés"),
                           HasSubstr("le plus petit de"), HasSubstr("Bilan 2025 reçu"), HasSubstr("En attente")));
  std::string cells;  // as they open in the matrix, by insurer
  for (const auto* cell : {"?case=1-1", "?case=1-2", "?case=3-1", "?case=3-2"})
    cells += text_of_html(part(matrix(submission.placement) + cell, broker).body);
  EXPECT_THAT(cells, AllOf(HasSubstr("Coface · Aciéries du Rhône"), HasSubstr("le plus petit de"),
                           HasSubstr("Répondu le"), HasSubstr("n’a encore rien répondu"),
                           HasSubstr("procédure collective"), Not(HasSubstr("Ce que chacun couvre"))));
  EXPECT_THAT(text_at(matrix(submission.placement) + "?case=1-2", &broker),
              AllOf(HasSubstr("Ce que chacun couvre"), HasSubstr("Demandé")));
  for (const auto* none : {"?case=1-9", "?case=5-1", "?case=1", "?case=", "?case=-1-1", "?case=x-1"})
    EXPECT_EQ(text_at(matrix(submission.placement) + none, &broker), "404") << none;
  EXPECT_EQ(text_at(matrix(submission.placement) + "/5", &broker), "404");
  const Person stranger = this->broker();
  for (const auto* path : {"", "/1", "?case=1-1", "?total=1"})
    EXPECT_EQ(text_at(matrix(submission.placement) + path, &stranger), "404") << path;
}

// P14: what was drawn holds still only as long as what it shows does.
TEST_P(CreditMatrix, P14_a_matrix_drawn_before_shows_each_change_at_once) {
  const Person broker = this->broker(),
               reader = support::new_member(platform(), broker.actor.organisation, identity::Role::reader);
  const auto submission = scene::asked(house(), broker, {});
  const std::string at = "/credit/soumissions/" + std::to_string(submission.id.value);
  const auto shown = [&] { return house().get(matrix(submission.placement), &broker).body; };
  std::vector<std::string> seen{shown()};
  EXPECT_EQ(shown(), seen.back());
  const auto changed = [&](const std::string& what) {
    seen.push_back(shown());
    EXPECT_NE(seen.back(), seen[seen.size() - 2]) << what;
  };
  EXPECT_THAT(seen.back(), HasSubstr("href=\"/credit/soumissions/"));
  EXPECT_THAT(house().get(matrix(submission.placement), &reader).body, Not(HasSubstr("href=\"/credit/soumissions/")));
  credit::blind_test::note_seen(platform(), broker.actor, submission.id);
  changed("opened by the underwriter");
  const auto answer = [&](const std::string& amount, const std::string& revision) {
    return house().post(
        at + "/reponses", &broker,
        form({{"first", "1"}, {"last", "1"}, {"k_1", "partly_approved"}, {"a_1", amount}, {"r_1", revision}}));
  };
  ASSERT_EQ(answer("40 000", "-1").status, 303);
  changed("answered");
  ASSERT_EQ(answer("50 000", "1").status, 303);
  changed("amended");
  ASSERT_EQ(house().post(at + "/refus", &broker, form({{"reason", "Hors de notre appétit"}})).status, 303);
  changed("declined");
  house().clock().advance(base::hours(24));
  EXPECT_NE(house().get(matrix(submission.placement), &broker).body, seen.back());  // silent since a day more
  EXPECT_EQ(text_at(matrix(submission.placement) + "?depuis=9", &broker),
            text_at(matrix(submission.placement), &broker));
}

TEST_P(CreditMatrix, C7_two_thousand_buyers_come_a_part_at_a_time_with_totals_of_all) {
  const Person broker = this->broker();
  const auto id = scene::open(house(), broker);
  scene::add_many_buyers(house(), broker, id, 2000);
  scene::complete_information(house(), broker, id);
  scene::launch(house(), broker, id);
  const auto first = house().get(matrix(id), &broker).body;
  EXPECT_THAT(text_of_html(first),
              AllOf(HasSubstr("2\u202F000 acheteurs"), HasSubstr("1\u202F975 acheteurs suivants")));
  std::size_t buyers = 0;
  std::string page = first;
  for (std::size_t from = 0; from < 2000; from += 25) {
    for (auto at = page.find("scope=\"row\""); at != std::string::npos; at = page.find("scope=\"row\"", at + 1))
      if (page.find("/matrice/", at) < page.find("</th>", at)) ++buyers;
    if (from + 25 == 2000) break;
    EXPECT_THAT(page, HasSubstr("id=\"suite-" + std::to_string(from + 25) + "\""));
    page = part(matrix(id) + "?depuis=" + std::to_string(from + 25), broker).body;
    EXPECT_LT(page.size(), 40'000U);
  }
  EXPECT_EQ(buyers, 2000U);
  EXPECT_THAT(page, AllOf(Not(HasSubstr("suivants")), Not(HasSubstr("<html"))));
  EXPECT_THAT(house().get(matrix(id) + "?depuis=1975", &broker).body, HasSubstr("<html"));  // the link without script
}

// C7.cover
TEST_P(CreditMatrix, C7_cover_the_totals_follow_each_answer_and_the_day_on_which_answers_end) {
  const Person broker = this->broker();
  const auto id = scene::open(house(), broker);
  scene::add_many_buyers(house(), broker, id, 150);
  scene::complete_information(house(), broker, id);
  const auto test = scene::launch(house(), broker, id);
  const auto asked = scene::submissions(house(), test.id);
  const auto answer = [&](std::size_t insurer, const std::string& line, const std::string& kind,
                          const std::string& amount, const std::string& until, const Person& by) {
    return house()
        .post("/credit/soumissions/" + std::to_string(asked[insurer].id.value) + "/reponses", &by,
              form({{"first", line},
                    {"last", line},
                    {"valid_until", until},
                    {"k_" + line, kind},
                    {"a_" + line, amount},
                    {"r_" + line, "-1"}}))
        .status;
  };
  // Each way the totals are kept against all of them counted anew.
  const auto agree = [&](const std::string& what) {
    read([&](db::Transaction& tx) {
      using namespace credit::blind_test;
      const auto today = base::paris::day_of(house().clock().now());
      const auto now = find(tx, test.id).value();
      const auto submissions = last_submissions(tx, id);
      const auto kept = counted(tx, now, Over::placement, submissions, today).whole;
      const auto anew = part_of(tx, now, Over::placement, submissions, {1, 150}, today).matrix;
      EXPECT_EQ(kept.best_of_all, anew.best_of_all) << what;
      EXPECT_EQ(kept.top_asked, anew.top_asked) << what;
      EXPECT_EQ(kept.best_permille, anew.best_permille) << what;
      for (std::size_t i = 0; i < submissions.size(); ++i) {
        const auto &a = kept.totals[i], &b = anew.totals[i];
        EXPECT_EQ(a.covered, b.covered) << what;
        EXPECT_EQ(a.top_covered, b.top_covered) << what;
        EXPECT_EQ(a.granted_cover, b.granted_cover) << what;
        EXPECT_EQ(a.partial_cover, b.partial_cover) << what;
        EXPECT_EQ(a.covered_permille, b.covered_permille) << what;
        EXPECT_EQ((std::tuple{a.granted, a.partial, a.refused, a.pending, a.other}),
                  (std::tuple{b.granted, b.partial, b.refused, b.pending, b.other}))
            << what;
      }
      return 0;
    });
  };
  const auto kept = [&] {
    return read([&](db::Transaction& tx) {
      return credit::blind_test::kept_counts(tx, test, credit::blind_test::submissions_of(tx, test.id),
                                             base::paris::day_of(house().clock().now()))
          .has_value();
    });
  };
  agree("launched");
  EXPECT_TRUE(kept());
  const auto today = base::paris::day_of(house().clock().now());
  ASSERT_EQ(answer(0, "1", "approved", "", (today + 20).iso(), broker), 303);
  ASSERT_EQ(answer(0, "120", "partly_approved", "500", (today + 3).iso(), broker), 303);
  ASSERT_EQ(answer(1, "1", "partly_approved", "900", (today + 20).iso(), broker), 303);
  agree("answered");
  ASSERT_EQ(answer(0, "1", "refused", "", "", broker), 303);
  agree("amended");
  EXPECT_TRUE(kept());
  const auto before = text_at(matrix(id), &broker);
  house().clock().advance(base::hours(24 * 4));
  EXPECT_FALSE(kept());  // one answer has ended: they are counted anew
  agree("ended");
  const Person later = support::new_member(platform(), broker.actor.organisation);  // sessions are over
  EXPECT_NE(text_at(matrix(id), &later), before);
  ASSERT_EQ(answer(1, "2", "approved", "", (today + 20).iso(), later), 303);
  EXPECT_TRUE(kept());
  agree("answered again");
}

// P14.search
TEST_P(CreditMatrix, P14_search_finds_a_placement_by_company_siren_and_reference_in_ones_own_scope) {
  const Person broker = this->broker(), other = this->broker();
  const Person company = support::new_person(platform(), {identity::OrganisationKind::insured_company});
  scene::open_for(house(), broker, company.actor.organisation);
  for (const auto* asked : {"vauquelin", "C-2026-000001", "732829320", "tolerie+vau"})
    EXPECT_THAT(text_at("/recherche?q=" + std::string(asked), &broker),
                AllOf(HasSubstr("Dossiers d’assurance-crédit 1"), HasSubstr("Tôlerie Vauquelin")))
        << asked;
  EXPECT_THAT(text_at("/recherche?q=vauquelin", &company), HasSubstr("Ma couverture 1"));
  EXPECT_THAT(text_at("/recherche?q=vauquelin", &other), HasSubstr("Aucun résultat"));
}

// P14: two thousand buyers are no two thousand walks through two thousand lines.
TEST_P(CreditMatrix, P14_what_was_asked_of_a_buyer_is_found_by_his_identifier_in_each_test) {
  if (GetParam() != db::Engine::sqlite) GTEST_SKIP() << "PostgreSQL plans by its statistics";
  const Person broker = this->broker();
  const auto submission = scene::asked(house(), broker, {});
  const auto today = base::paris::day_of(house().clock().now());
  const auto statements = support::explain(platform().database, [&](db::Transaction& tx) {
    using namespace credit::blind_test;
    const auto test = latest_of(tx, submission.placement).value();
    part_of(tx, test, Over::placement, last_submissions(tx, submission.placement), {1, 25}, today);
    cover_window(tx, test, every_line);
  });
  std::string plans;
  for (const auto& statement : statements)
    for (const auto& line : statement.plan) plans += line + "\n";
  EXPECT_THAT(plans, AllOf(HasSubstr("credit_test_lines_buyer (test_id=? AND country=? AND identifier=?)"),
                           HasSubstr("credit_cover_lines_buyer (placement_id=? AND country=? AND identifier=?)")));
}

}  // namespace
