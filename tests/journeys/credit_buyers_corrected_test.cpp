// Among thousands of buyers the one that is wrong, or that lacks his identifier, is found and mended, by the broker, by
// the company in its space and behind its link (C2, C3).
#include <fmt/format.h>
#include <gmock/gmock.h>

#include "db/statement_log.hpp"
#include "desks/credit/portfolio/buyer.hpp"
#include "support/check_digit.hpp"
#include "support/credit_scene.hpp"
#include "support/house_on_both_engines.hpp"
#include "support/link_holder.hpp"

namespace {

namespace scene = support::credit_scene;
using credit::portfolio::Buyer;
using identity::OrganisationKind;
using support::form;
using support::Person;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using Pairs = std::vector<std::pair<std::string, std::string>>;

std::string text(auto id) { return std::to_string(id.value); }
std::string shown(const web::Response& response) { return support::text_of_html(response.body); }

std::string siren(int number) { return support::with_check_digit(fmt::format("6{:07}", number)); }

class CreditBuyersCorrected : public support::HouseOnBothEngines {
 protected:
  void SetUp() override {
    HouseOnBothEngines::SetUp();
    if (IsSkipped() || HasFatalFailure()) return;
    broker_ = broker();
    id_ = scene::open(house(), broker_);
  }
  std::string file() const { return "/credit/dossiers/" + text(id_); }
  std::string risks() const { return file() + "/risques"; }
  std::vector<Buyer> buyers() {
    return read([&](db::Transaction& tx) { return credit::portfolio::buyers_of(tx, id_); });
  }
  Buyer named(std::string_view name) {
    for (const Buyer& buyer : buyers())
      if (buyer.name == name) return buyer;
    ADD_FAILURE() << "nobody is named " << name;
    return {};
  }
  std::string page_of(std::string_view name) { return file() + "/acheteurs/" + text(named(name).id); }
  static web::Fields row(std::string name, std::string identifier, std::string country = "FR") {
    return form({{"name", std::move(name)},
                 {"country", std::move(country)},
                 {"identifier", std::move(identifier)},
                 {"exposure", "12 345,60"},
                 {"terms_days", "45"},
                 {"sector", "Bâtiment"},
                 {"group", "Rhône"}});
  }
  web::Response paste(std::string rows) {
    return house().post(file() + "/acheteurs/import", &broker_,
                        form({{"paste", "Acheteur\tSIREN\tEncours\tPays\n" + std::move(rows)}}));
  }

  Person broker_;
  credit::PlacementId id_;
  // The list alone: the concentration beside it names the largest buyers whatever is searched.
  static std::string listed(const std::string& text) {
    const auto from = text.find("Acheteurs Acheteur SIREN");
    if (from == std::string::npos) return text;
    return text.substr(from, text.find("Importer une liste", from) - from);
  }
};
MANDAT_ON_BOTH_ENGINES(CreditBuyersCorrected);

// C3.corrected
TEST_P(CreditBuyersCorrected, C3_corrected_every_field_of_a_line_and_one_comes_back_to_ones_place_in_the_list) {
  scene::add_buyers(house(), broker_, id_);
  const auto before = named("Müller Stahl").id;
  const std::string at = page_of("Müller Stahl") + "?q=stahl";
  EXPECT_THAT(house().get(at, &broker_).body, AllOf(HasSubstr("value=\"HRB12345\""), HasSubstr("value=\"20000,00\""),
                                                    HasSubstr("value=\"DE\" selected")));
  const auto wrong = house().post(at, &broker_, row("Müller Stahl", "1*2", "DE"));
  EXPECT_EQ(wrong.status, 422);
  EXPECT_THAT(wrong.body, HasSubstr("value=\"1*2\""));
  const auto saved = house().post(at, &broker_, row("Müller Stahl SAS", siren(7)));
  ASSERT_EQ(saved.status, 303);
  EXPECT_EQ(header(saved, "Location"), risks() + "?q=stahl#acheteurs");
  const Buyer now = named("Müller Stahl SAS");
  EXPECT_EQ(now.id, before);
  EXPECT_EQ(now.country, "FR");
  EXPECT_EQ(now.identifier, siren(7));
  EXPECT_EQ(now.exposure, base::Money{1'234'560});
  EXPECT_EQ(now.terms_days, 45);
  EXPECT_EQ(now.sector, "Bâtiment");
  EXPECT_EQ(now.group, "Rhône");
  EXPECT_EQ(scene::placement(house(), id_).exposure, base::Money{1'234'560} + base::Money::euros(155'000));
  EXPECT_EQ(scene::placement(house(), id_).buyers, 4);
}

// C3.corrected C3.recognised
TEST_P(CreditBuyersCorrected, C3_corrected_an_identifier_that_another_has_is_refused_and_says_whose_it_is) {
  scene::add_buyers(house(), broker_, id_);
  const auto taken = named("Aciéries du Rhône").identifier;
  const auto refused = house().post(page_of("Sans Numéro"), &broker_, row("Sans Numéro", taken));
  EXPECT_EQ(refused.status, 422);
  EXPECT_THAT(shown(refused), AllOf(HasSubstr("Cet identifiant est déjà celui de Aciéries du Rhône"),
                                    HasSubstr("Retirer cet acheteur")));
  EXPECT_EQ(named("Sans Numéro").identifier, "");
  // His own is no obstacle, and of another country it is another's.
  EXPECT_EQ(house().post(page_of("Aciéries du Rhône"), &broker_, row("Aciéries du Rhône", taken)).status, 303);
  EXPECT_EQ(house().post(page_of("Sans Numéro"), &broker_, row("Sans Numéro", taken, "BE")).status, 303);
}

// C2.unidentified C3.buyers
TEST_P(CreditBuyersCorrected, C2_unidentified_are_found_by_their_filter_and_completed_on_their_line) {
  scene::add_many_buyers(house(), broker_, id_, 120);
  ASSERT_EQ(paste("Rossi\t\t1\tItalie\nJeune Pousse\ten cours\t2\t\n").status, 303);
  EXPECT_THAT(text_at(risks(), &broker_), Not(HasSubstr("Rossi")));  // far down among 122
  const auto page = house().get(risks(), &broker_).body;
  EXPECT_THAT(page, HasSubstr("href=\"" + risks() + "?sans=identifiant#acheteurs\">Identifiant de 2 acheteurs"));
  const auto filtered = house().get(risks() + "?sans=identifiant", &broker_);
  EXPECT_THAT(listed(shown(filtered)), AllOf(HasSubstr("Rossi"), HasSubstr("Jeune Pousse"), HasSubstr("2 acheteurs"),
                                             Not(HasSubstr("Acheteur 0"))));
  const std::string at = page_of("Rossi") + "?sans=identifiant";
  EXPECT_THAT(filtered.body, HasSubstr("href=\"" + at));
  const auto saved = house().post(at, &broker_, row("Rossi", "IT 0123", "IT"));
  ASSERT_EQ(header(saved, "Location"), risks() + "?sans=identifiant#acheteurs");
  EXPECT_THAT(text_at(risks() + "?sans=identifiant", &broker_),
              AllOf(HasSubstr("Jeune Pousse"), Not(HasSubstr("Rossi"))));
  EXPECT_EQ(named("Rossi").identifier, "IT0123");
  ASSERT_EQ(house().post(page_of("Jeune Pousse"), &broker_, row("Jeune Pousse", siren(9))).status, 303);
  EXPECT_THAT(text_at(risks() + "?sans=identifiant", &broker_), HasSubstr("Tous ont leur identifiant"));
  EXPECT_THAT(text_at(risks(), &broker_), Not(HasSubstr("Identifiant de")));
}

TEST_P(CreditBuyersCorrected, P14_one_is_found_by_words_of_the_name_or_by_the_identifier_at_the_cost_of_a_page) {
  scene::add_many_buyers(house(), broker_, id_, 300);
  ASSERT_EQ(paste("Fonderie d’Épinal\t" + siren(5) + "\t1\t\n").status, 303);
  const auto found = [&](std::string words) { return listed(text_at(risks() + "?q=" + words, &broker_)); };
  for (const auto* words : {"epinal", "%C3%89PINAL+fonderie", "fond+epi"})
    EXPECT_THAT(found(words),
                AllOf(HasSubstr("Fonderie d’Épinal"), HasSubstr("1 acheteur"), Not(HasSubstr("Acheteur 0"))));
  EXPECT_THAT(found(siren(5)), HasSubstr("Fonderie d’Épinal"));
  EXPECT_THAT(found("acheteur+00123"), HasSubstr("Acheteur 00123"));
  EXPECT_THAT(found("personne"), HasSubstr("Aucun acheteur ne correspond"));
  EXPECT_THAT(found("%25"),
              Not(HasSubstr("Fonderie d’Épinal")));  // no wildcard: nothing is searched, the first page stands
  // The filter is kept from page to page.
  const auto many = house().get(risks() + "?q=acheteur", &broker_).body;
  EXPECT_THAT(many, HasSubstr("?q=acheteur&amp;apres="));
  EXPECT_THAT(support::text_of_html(many), HasSubstr("300 acheteurs"));
  const db::StatementLog log;
  found("epinal");
  for (const auto& [sql, times] : log.runs())
    if (sql.find("FROM credit_buyers") != std::string::npos) {
      EXPECT_TRUE(sql.find("LIMIT") != std::string::npos || sql.find("GROUP BY") != std::string::npos ||
                  sql.find("count(*)") != std::string::npos)
          << sql;
    }
}

// C2.completed
TEST_P(CreditBuyersCorrected, C2_completed_by_a_later_list_or_by_hand_he_is_counted_once) {
  ASSERT_EQ(paste("Rossi\t\t30\tItalie\nNeuve\ten cours d’immatriculation\t50\t\n").status, 303);
  const auto rossi = named("Rossi").id, neuve = named("Neuve").id;
  ASSERT_EQ(paste("ROSSI\tIT0123\t45\tItalie\n").status, 303);
  EXPECT_EQ(buyers().size(), 2U);
  EXPECT_EQ(named("ROSSI").id, rossi);
  EXPECT_EQ(named("ROSSI").identifier, "IT0123");
  EXPECT_EQ(scene::placement(house(), id_).exposure, base::Money::euros(95));
  // By hand, in the form that adds one.
  const auto added = house().post(file() + "/acheteurs", &broker_, row("Neuve", siren(3)));
  ASSERT_EQ(added.status, 303);
  EXPECT_EQ(buyers().size(), 2U);
  EXPECT_EQ(named("Neuve").id, neuve);
  // The list as it was at first brings nobody back.
  ASSERT_EQ(paste("Neuve\t\t12345,60\t\n").status, 303);
  EXPECT_EQ(buyers().size(), 3U);  // other terms and sector: not the same row
  ASSERT_EQ(paste("ROSSI\t\t45\tItalie\n").status, 303);
  EXPECT_EQ(buyers().size(), 3U);
}

// C2.completed
TEST_P(CreditBuyersCorrected, C2_completed_nobody_when_two_of_that_name_wait) {
  ASSERT_EQ(paste("Rossi\t\t30\tItalie\nRossi\t\t40\tItalie\n").status, 303);
  ASSERT_EQ(paste("Rossi\tIT0123\t30\tItalie\n").status, 303);
  EXPECT_EQ(buyers().size(), 3U);
  EXPECT_THAT(text_at(risks(), &broker_), HasSubstr("Identifiant de 2 acheteurs"));
}

// C3.corrected
TEST_P(CreditBuyersCorrected, C3_corrected_by_the_company_in_its_space_and_behind_its_link_and_by_nobody_else) {
  scene::add_buyers(house(), broker_, id_);
  const auto buyer = named("Sans Numéro").id;
  support::LinkHolder holder(house(), scene::questionnaire_link(house(), broker_, id_));
  const std::string part = "/acheteurs/" + text(buyer);
  EXPECT_EQ(holder.post(part, row("Sans Numéro", siren(4))).status, 303);  // leads to the code
  EXPECT_EQ(named("Sans Numéro").identifier, "");
  ASSERT_EQ(holder.open(), 303);
  EXPECT_THAT(support::text_of_html(holder.get(part).body), HasSubstr("Son identifiant manque"));
  ASSERT_EQ(holder.post(part, row("Sans Numéro", siren(4))).status, 303);
  EXPECT_EQ(named("Sans Numéro").identifier, siren(4));

  const Person company = support::new_person(platform(), {OrganisationKind::insured_company});
  const Person rival = support::new_person(platform(), {OrganisationKind::insured_company});
  const auto own = scene::open_for(house(), broker_, company.actor.organisation);
  scene::add_buyers(house(), broker_, own);
  const auto theirs = read([&](db::Transaction& tx) { return credit::portfolio::buyers_of(tx, own).front().id; });
  const std::string at = "/couverture/" + text(own) + "/acheteurs/" + text(theirs);
  EXPECT_EQ(house().get(at, &company).status, 200);
  EXPECT_EQ(house().get(at, &rival).status, 404);
  EXPECT_EQ(house().post(at, &rival, row("À moi", siren(8))).status, 404);
  EXPECT_EQ(house().post(at, &company, row("Aciéries", siren(8))).status, 303);
  // A buyer of another file is none of this one's.
  EXPECT_EQ(house().get("/couverture/" + text(own) + "/acheteurs/" + text(buyer), &company).status, 404);
  EXPECT_EQ(house().post("/couverture/" + text(own) + "/acheteurs/" + text(buyer), &company, row("X", "")).status, 404);
  // Once handed over it is the broker's.
  scene::complete_information(house(), broker_, own);
  EXPECT_EQ(house().post(at, &company, row("Trop tard", siren(8))).status, 409);
  EXPECT_EQ(house().get(at, &company).status, 303);
}

// C2.import
TEST_P(CreditBuyersCorrected, C2_import_each_of_thousands_of_wrong_rows_has_its_reason_in_the_file) {
  constexpr int rows = 2'500;
  std::string list = "Bon\t" + siren(1) + "\t10\t\n";
  for (int i = 1; i <= rows; ++i)
    list += fmt::format("Société {}\t{}\tbeaucoup\tAtlantide\n", i, i % 2 == 0 ? "123" : "");
  list += "Encore\t" + siren(1) + "\t10\t\n";  // twice: told at its second row, far below the first
  ASSERT_EQ(paste(list).status, 303);
  const auto csv = house().get(file() + "/acheteurs/a-corriger.csv", &broker_).body;
  int lines = 0, told = 0;
  for (std::size_t at = csv.find('\n') + 1; at < csv.size();) {
    const auto end = std::min(csv.find('\n', at), csv.size());
    const auto line = csv.substr(at, end - at);
    at = end + 1;
    ++lines;
    const bool reason =
        line.find("n’est pas un montant") != std::string::npos && line.find("Choisissez un pays") != std::string::npos;
    told += reason || line.find("Même identifiant qu’à la ligne 2") != std::string::npos ? 1 : 0;
  }
  EXPECT_EQ(lines, rows + 1);
  EXPECT_EQ(told, rows + 1);
}

// C2.long_list
TEST_P(CreditBuyersCorrected, C2_long_list_ends_with_a_notification_and_a_short_one_does_not) {
  const auto rows = [](int from, int count) {
    std::string list;
    for (int i = from; i < from + count; ++i) list += fmt::format("Société {}\t{}\t10\t\n", i, siren(i));
    return list;
  };
  ASSERT_EQ(paste(rows(1, 999)).status, 303);
  EXPECT_THAT(text_at("/notifications", &broker_), Not(HasSubstr("Liste d’acheteurs importée")));
  ASSERT_EQ(paste(rows(1, 1000)).status, 303);
  EXPECT_THAT(text_at("/notifications", &broker_), AllOf(HasSubstr("Liste d’acheteurs importée"),
                                                         HasSubstr("1\u202F000 lignes prises : 1 acheteur ajouté")));
  const auto page = house().get(file() + "/acheteurs/import", &broker_).body;
  EXPECT_THAT(page, AllOf(HasSubstr("data-once"), HasSubstr("data-working=\"La liste est lue")));
}

}  // namespace
