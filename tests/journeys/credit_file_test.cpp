// The page of a placement: its delays, its papers, what was sent; lists that say when they changed, and their exports
// (C1 to C13, P3, P13, P14, P15).
#include <gmock/gmock.h>

#include "desks/credit/blind_test/counting.hpp"
#include "floor/audit/changes.hpp"
#include "floor/live/live.hpp"
#include "floor/tables/csv_reader.hpp"
#include "floor/tables/xlsx_reader.hpp"
#include "support/credit_scene.hpp"
#include "support/files.hpp"
#include "support/house_on_both_engines.hpp"
#include "support/served.hpp"

namespace {

namespace scene = support::credit_scene;
using support::form;
using support::Person;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class CreditFile : public support::HouseOnBothEngines {
 protected:
  static std::string file(credit::PlacementId id) { return "/credit/dossiers/" + std::to_string(id.value); }
  web::Response send_paper(const Person& by, credit::PlacementId id, const std::string& kind,
                           const std::optional<std::string>& content) {
    const support::TemporaryFolder folder;
    auto request =
        support::request_of(platform(), web::Method::post, file(id) + "/documents", &by, form({{"kind", kind}}));
    if (content) request.files.push_back(support::uploaded("file", "piece.pdf", *content, folder.path()));
    return house().handle(std::move(request));
  }
  std::vector<documents::Document> papers(credit::PlacementId id) {
    return read([&](db::Transaction& tx) { return documents::of_file(tx, credit::file_of(id)); });
  }
  bool changed(const std::string& path, const Person& by) {
    return house().get(path, &by).body.find("event: changement") != std::string::npos;
  }
  std::string since_now() {
    house().clock().advance(base::seconds(5));
    return "?depuis=" + std::to_string(read([&](db::Transaction& tx) {
             const auto until = house().clock().now() - live::settled_after.value();
             return tx.value<std::int64_t>(audit::latest_fact_sql, {{"until", until}}).value();
           }));
  }
};
MANDAT_ON_BOTH_ENGINES(CreditFile);

TEST_P(CreditFile, P3_credit_papers_are_kept_by_kind_and_what_is_between_broker_and_insurers_stays_there) {
  // P3.credit_papers
  const Person broker = this->broker(), other = this->broker();
  const Person company = support::new_person(platform(), {identity::OrganisationKind::insured_company});
  const auto id = scene::open_for(house(), broker, company.actor.organisation);
  EXPECT_THAT(text_at(file(id), &broker), HasSubstr("Aucun document pour l’instant."));
  EXPECT_EQ(send_paper(broker, id, "kbis", support::sample_pdf()).status, 303);
  EXPECT_EQ(send_paper(broker, id, "insurer_quote", support::sample_pdf()).status, 303);
  EXPECT_THAT(text_at(file(id), &broker), AllOf(HasSubstr("Extrait Kbis"), HasSubstr("Proposition d’un assureur"),
                                                HasSubstr("Pièce ajoutée au dossier")));
  ASSERT_EQ(papers(id).size(), 2u);
  for (const auto& paper : papers(id)) {
    const std::string path = "/documents/" + std::to_string(paper.id.value);
    EXPECT_EQ(house().get(path, &broker).status, 200);
    EXPECT_EQ(house().get(path, &company).status, paper.kind == "kbis" ? 200 : 404) << paper.kind;
    EXPECT_EQ(house().get(path, &other).status, 404);
  }
  EXPECT_EQ(send_paper(other, id, "kbis", support::sample_pdf()).status, 404);

  const auto nothing = send_paper(broker, id, "", std::nullopt);
  EXPECT_EQ(nothing.status, 422);
  EXPECT_THAT(support::text_of_html(nothing.body),
              AllOf(HasSubstr("Choisissez la nature du document."), HasSubstr("Choisissez le fichier à ajouter.")));
  const auto strange = send_paper(broker, id, "kbis", "MZ not a paper");
  EXPECT_EQ(strange.status, 422);
  EXPECT_EQ(papers(id).size(), 2u);
}

TEST_P(CreditFile, C5_its_page_shows_the_delays_that_run_and_what_was_sent_to_whom) {
  const Person broker = this->broker();
  const auto id = scene::open(house(), broker);
  EXPECT_THAT(text_at(file(id), &broker), HasSubstr("Aucun message envoyé."));
  scene::add_buyers(house(), broker, id);
  scene::complete_information(house(), broker, id);
  scene::launch(house(), broker, id);
  EXPECT_THAT(text_at(file(id), &broker),
              AllOf(HasSubstr("Réponse au test à blanc"), HasSubstr("Rappel automatique"), HasSubstr("E-mail à ")));
}

TEST_P(CreditFile, C6_each_delay_names_its_insurer_and_its_receipt_is_read_by_whom_it_concerns) {
  // P4.receipt_readers
  const Person broker = this->broker(), other = this->broker(), administrator = this->administrator();
  const Person company = support::new_person(platform(), {identity::OrganisationKind::insured_company});
  const auto id = scene::open_for(house(), broker, company.actor.organisation);
  scene::add_buyers(house(), broker, id);
  scene::complete_information(house(), broker, id);
  const auto test = scene::launch(house(), broker, id);
  EXPECT_THAT(text_at(file(id), &broker),
              AllOf(HasSubstr("Réponse au test à blanc · Coface"), HasSubstr("Réponse au test à blanc · Atradius"),
                    HasSubstr("Relance du test à blanc · Coface"), HasSubstr("Relance du test à blanc · Atradius")));
  const auto coface = scene::submissions(house(), test.id).at(1);
  const auto delay = read([&](db::Transaction& tx) {
    return deadlines::pending(tx, credit::blind_test::submission_subject, coface.id.value, "C5.answer").value();
  });
  const std::string receipt = "/credit/echeances/" + std::to_string(delay.id.value);
  EXPECT_THAT(house().get(file(id), &broker).body, HasSubstr("href=\"" + receipt + "\""));
  for (const Person* reader : {&broker, &administrator})
    EXPECT_THAT(text_at(receipt, reader),
                AllOf(HasSubstr("Réponse au test à blanc · Coface"), HasSubstr("C5.answer"), HasSubstr("Reçu")));
  EXPECT_EQ(text_at(receipt, &other), "404");
  // What an insurer owes is none of the company's business.
  EXPECT_EQ(text_at("/couverture/echeances/" + std::to_string(delay.id.value), &company), "404");
}

TEST_P(CreditFile, P15_the_pipeline_and_a_placement_tell_their_own_people_of_changes) {  // P15.scope
  const Person broker = this->broker(), other = this->broker();
  const auto id = scene::open(house(), broker);
  EXPECT_THAT(house().get("/credit", &broker).body, HasSubstr("data-live=\"/credit/direct?depuis="));
  EXPECT_THAT(house().get(file(id), &broker).body, HasSubstr("data-live=\"" + file(id) + "/direct?depuis="));
  const std::string since = since_now();
  scene::add_buyers(house(), broker, id);
  scene::complete_information(house(), broker, id);
  house().clock().advance(base::seconds(5));
  EXPECT_TRUE(changed("/credit/direct" + since, broker));
  EXPECT_TRUE(changed(file(id) + "/direct" + since, broker));
  EXPECT_FALSE(changed("/credit/direct" + since, other));
  EXPECT_EQ(house().get(file(id) + "/direct" + since, &other).status, 404);
}

TEST_P(CreditFile, P13_the_pipeline_is_exported_as_it_is_shown_and_its_views_are_kept) {  // P13.written P14.saved
  const Person broker = this->broker(), other = this->broker();
  const auto id = scene::open(house(), broker);
  scene::add_buyers(house(), broker, id);
  for (const char* ending : {"csv", "xlsx"}) {
    const auto exported = [&](const Person& by, const std::string& query) {
      const auto answer = house().get(std::string("/credit/export.") + ending + query, &by);
      EXPECT_EQ(answer.status, 200);
      return (std::string_view(ending) == "csv" ? tables::read_csv(answer.body) : tables::read_xlsx(answer.body))
          .value();
    };
    const auto own = exported(broker, "");
    ASSERT_EQ(own.lines.size(), 2u) << ending;
    EXPECT_EQ(own.lines[1].cells.at(2).text, scene::client_name);
    EXPECT_EQ(exported(broker, "?q=vauq").lines.size(), 2u);
    EXPECT_EQ(exported(broker, "?etape=signature").lines.size(), 1u);
    EXPECT_EQ(exported(other, "").lines.size(), 1u);
  }
  house().post("/vues", &broker,
               form({{"liste", "/credit"}, {"nom", "Les PME"}, {"requete", "taille=small_or_medium"}}));
  EXPECT_THAT(text_at("/credit", &broker), HasSubstr("Les PME"));
  EXPECT_THAT(text_at("/credit", &other), Not(HasSubstr("Les PME")));
}

TEST_P(CreditFile, C7_the_matrix_is_exported_with_every_buyer_and_every_insurer) {  // P13.written
  const Person broker = this->broker(), other = this->broker();
  const auto id = scene::open(house(), broker);
  EXPECT_EQ(house().get(file(id) + "/matrice.csv", &broker).status, 404) << "no test was sent";
  scene::add_buyers(house(), broker, id);
  scene::complete_information(house(), broker, id);
  const auto test = scene::launch(house(), broker, id);
  const auto coface = scene::submissions(house(), test.id).at(1);
  ASSERT_EQ(coface.insurer, "coface");
  credit::blind_test::KeptAnswer answer;
  answer.kind = credit::blind_test::Kind::approved;
  answer.line = 1;
  answer.amount = base::Money::euros(10'000);
  answer.at = house().clock().now();
  act([&](platform::Act& act) {
    const auto kept = credit::blind_test::find(act.tx, test.id);
    credit::blind_test::keep_counted(act.tx, *kept, coface.id, {answer}, base::paris::day_of(act.now));
  });
  for (const char* ending : {".csv", ".xlsx"}) {
    const auto file_of_it = house().get(file(id) + "/matrice" + ending, &broker);
    ASSERT_EQ(file_of_it.status, 200);
    const auto grid =
        (std::string_view(ending) == ".csv" ? tables::read_csv(file_of_it.body) : tables::read_xlsx(file_of_it.body))
            .value();
    const auto cell = [&](std::size_t line, std::size_t column) { return grid.lines.at(line).cells.at(column).text; };
    EXPECT_EQ(cell(0, 5), "Atradius");
    EXPECT_EQ(cell(0, 8), "Coface, accordé");
    EXPECT_EQ(grid.lines.size(), 1 + static_cast<std::size_t>(test.listed) + 1);
    EXPECT_EQ(cell(1, 5), "En attente");
    EXPECT_EQ(cell(1, 8).substr(0, 5), "10000");
    EXPECT_EQ(cell(grid.lines.size() - 1, 0), "Ensemble");
    EXPECT_EQ(cell(grid.lines.size() - 1, 8).substr(0, 5), "10000");
  }
  EXPECT_EQ(house().get(file(id) + "/matrice.xlsx", &other).status, 404);
}

}  // namespace
