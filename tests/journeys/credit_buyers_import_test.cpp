// A list of buyers from a spreadsheet, as strangers write it: what is wrong is told row by row (C2, P13).
#include <fmt/format.h>
#include <gmock/gmock.h>

#include "desks/credit/portfolio/buyer.hpp"
#include "support/check_digit.hpp"
#include "support/credit_scene.hpp"
#include "support/house_on_both_engines.hpp"
#include "support/link_holder.hpp"
#include "support/workbooks.hpp"

namespace {

namespace scene = support::credit_scene;
using credit::portfolio::Buyer;
using support::form;
using support::Person;
using support::text_of_html;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

std::string siren(int number) { return support::with_check_digit(fmt::format("7{:07}", number)); }

class CreditBuyersImport : public support::HouseOnBothEngines {
 protected:
  void SetUp() override {
    HouseOnBothEngines::SetUp();
    if (IsSkipped() || HasFatalFailure()) return;
    broker_ = broker();
    id_ = scene::open(house(), broker_);
  }
  std::string at() const { return "/credit/dossiers/" + std::to_string(id_.value) + "/acheteurs/import"; }
  web::Response send(std::string_view filename, std::string_view bytes) {
    return support::upload(house(), broker_, at(), "list", filename, bytes);
  }
  web::Response paste(std::string text) { return house().post(at(), &broker_, form({{"paste", std::move(text)}})); }
  web::Response answer(std::string act) { return house().post(at(), &broker_, form({{"acte", std::move(act)}})); }
  std::vector<Buyer> buyers() {
    return read([&](db::Transaction& tx) { return credit::portfolio::buyers_of(tx, id_); });
  }
  const Buyer* named(const std::vector<Buyer>& all, std::string_view name) {
    for (const Buyer& buyer : all)
      if (buyer.name == name) return &buyer;
    return nullptr;
  }

  Person broker_;
  credit::PlacementId id_;
};
MANDAT_ON_BOTH_ENGINES(CreditBuyersImport);

// C2.import
TEST_P(CreditBuyersImport, C2_import_three_notations_of_amounts_and_a_sound_list_is_taken_at_once) {
  const std::string list =
      "Raison sociale;SIRET;Encours;Délai de paiement;Groupe;Pays\r\n"
      "Aciéries du Rhône;" +
      siren(1) +
      ";\"1 234,50\";45 jours;Rhône;\r\n"
      "Bâtir Ouest;FR00" +
      siren(2) +
      ";1234.5;30;;France\r\n"
      "Müller Stahl;HRB 12345;\"1.234,50 €\";60 j fin de mois;;Allemagne\r\n";
  ASSERT_EQ(send("clients.csv", list).status, 303);
  const auto all = buyers();
  ASSERT_EQ(all.size(), 3U);
  for (const Buyer& buyer : all) EXPECT_EQ(buyer.exposure, base::Money{123450}) << buyer.name;
  EXPECT_EQ(named(all, "Aciéries du Rhône")->terms_days, 45);
  EXPECT_EQ(named(all, "Aciéries du Rhône")->group, "Rhône");
  EXPECT_EQ(named(all, "Bâtir Ouest")->identifier, siren(2));
  EXPECT_EQ(named(all, "Müller Stahl")->identifier, "HRB12345");
  EXPECT_EQ(named(all, "Müller Stahl")->country, "DE");
  EXPECT_EQ(scene::placement(house(), id_).exposure, base::Money{370350});
}

TEST_P(CreditBuyersImport, C2_import_a_list_in_windows_1252_is_read_with_its_accents) {
  ASSERT_EQ(
      send("clients.csv", "Acheteur;SIREN;Encours\r\nFonderie d\x92\xC9pinal;" + siren(3) + ";12 000 \x80\r\n").status,
      303);
  ASSERT_EQ(buyers().size(), 1U);
  EXPECT_EQ(buyers()[0].name, "Fonderie d’Épinal");
  EXPECT_EQ(buyers()[0].exposure, base::Money::euros(12'000));
}

TEST_P(CreditBuyersImport, C2_import_a_workbook_and_a_siren_that_lost_its_zero) {
  // 005 520 135 is written 5520135 by a spreadsheet that took it for a number.
  const auto book = support::workbook(
      {.rows = "<row r='1'><c r='A1' t='str'><v>Client</v></c><c r='B1' t='str'><v>SIREN</v></c><c r='C1' "
               "t='str'><v>Encours</v></c></row>"
               "<row r='2'><c r='A2' t='str'><v>Forges anciennes</v></c><c r='B2'><v>5520135</v></c>"
               "<c r='C2'><v>45000.5</v></c></row>"});
  ASSERT_EQ(send("clients.xlsx", book).status, 303);
  ASSERT_EQ(buyers().size(), 1U);
  EXPECT_EQ(buyers()[0].identifier, "005520135");
  EXPECT_EQ(buyers()[0].exposure, base::Money{4'500'050});
}

// C2.once
TEST_P(CreditBuyersImport, C2_once_wrong_rows_are_told_and_the_good_ones_wait_for_a_word) {
  const auto sent = paste("Aciéries\t" + siren(1) + "\t\t10 000\n" + "Deux fois\t" + siren(1) + "\t\t5 000\n" +
                          "Faux\t123456789\t\t5 000\n" + "Sans\t\t\t5 000\n" + "Montant\t" + siren(4) +
                          "\t\tbeaucoup\n" + "Ailleurs\tXX\tAtlantide\t5 000\n");
  ASSERT_EQ(sent.status, 303);
  EXPECT_TRUE(buyers().empty());
  const auto page = text_at(at(), &broker_);
  EXPECT_THAT(page, AllOf(HasSubstr("4 lignes à corriger sur 6"), HasSubstr("Prendre 2 bonnes lignes"),
                          HasSubstr("Même identifiant qu’à la ligne 1"), HasSubstr("Ce SIREN n’est pas valable"),
                          HasSubstr("« beaucoup » n’est pas un montant"), HasSubstr("Choisissez un pays")));
  const auto csv = house().get("/credit/dossiers/" + std::to_string(id_.value) + "/acheteurs/a-corriger.csv", &broker_);
  EXPECT_THAT(csv.body, AllOf(HasSubstr("Deux fois"), HasSubstr("À corriger"), HasSubstr("beaucoup"),
                              Not(HasSubstr("\nAciéries"))));
  ASSERT_EQ(answer("prendre").status, 303);
  ASSERT_EQ(buyers().size(), 2U);
  EXPECT_EQ(buyers()[0].name, "Aciéries");
  EXPECT_EQ(answer("prendre").status, 409);  // it was taken
  EXPECT_EQ(buyers().size(), 2U);
}

// C2.unidentified
TEST_P(CreditBuyersImport, C2_unidentified_rows_are_kept_flagged_and_come_in_once) {
  const std::string list = "Acheteur;SIREN;Encours;Pays\r\nAciéries;" + siren(1) +
                           ";100;\r\nJeune Pousse;en cours d’immatriculation;20;\r\nRossi;;30;Italie\r\n"
                           "Rossi;N/A;40;Italie\r\nNeuve;EN COURS D'IMMATRICULATION;50;\r\n";
  ASSERT_EQ(send("clients.csv", list).status, 303);
  EXPECT_EQ(buyers().size(), 5U);
  const std::string page = "/credit/dossiers/" + std::to_string(id_.value) + "/risques";
  EXPECT_THAT(text_at(page, &broker_), HasSubstr("identifiant à saisir"));
  ASSERT_EQ(send("clients.csv", list).status, 303);
  EXPECT_EQ(buyers().size(), 5U);  // the same rows
  ASSERT_EQ(send("clients.csv", "Acheteur;SIREN;Encours\r\nJeune Pousse;;21\r\n").status, 303);
  EXPECT_EQ(buyers().size(), 6U);  // a name alone recognises nobody
  EXPECT_THAT(text_at(page, &broker_), HasSubstr("6 acheteurs"));
}

TEST_P(CreditBuyersImport, C2_import_takes_a_long_list_in_few_statements_by_file_and_by_paste) {
  constexpr int rows = 2'000;
  std::string list = "Acheteur\tSIREN\tEncours\n";
  for (int i = 1; i <= rows; ++i) list += fmt::format("Société {}\t{}\t{}\n", i, siren(i), i);
  const auto before = db::statements_run();
  ASSERT_EQ(paste(list).status, 303);
  EXPECT_EQ(scene::placement(house(), id_).buyers, rows);
  EXPECT_LT(db::statements_run() - before, rows / 20);
  std::string csv = "Acheteur;SIREN;Encours\r\n";
  for (int i = 1; i <= rows; ++i) csv += fmt::format("Société {};{};{}\r\n", i, siren(i), i + 1);
  const auto then = db::statements_run();
  ASSERT_EQ(send("clients.csv", csv).status, 303);
  EXPECT_EQ(scene::placement(house(), id_).buyers, rows);
  EXPECT_EQ(buyers().back().exposure, base::Money::euros(2));
  EXPECT_LT(db::statements_run() - then, rows / 20);
}

TEST_P(CreditBuyersImport, C2_import_a_list_can_be_refused_whole) {
  paste("Acheteur\tSIREN\tEncours\nAciéries\t" + siren(1) + "\t10\nFaux\t1\t5\n");
  ASSERT_EQ(answer("refuser").status, 303);
  EXPECT_TRUE(buyers().empty());
  EXPECT_THAT(text_at(at(), &broker_), Not(HasSubstr("à corriger sur")));
}

TEST_P(CreditBuyersImport, C3_recognised_by_identifier_only_a_second_list_changes_figures_and_adds_no_buyer_twice) {
  ASSERT_EQ(paste("Acheteur\tSIREN\tEncours\nAciéries\t" + siren(1) + "\t10 000\nDupin\t" + siren(2) + "\t1\n").status,
            303);
  ASSERT_EQ(
      paste("Acheteur\tSIREN\tEncours\nAciéries SA\t" + siren(1) + "\t20 000\nDupin\t" + siren(3) + "\t1\n").status,
      303);
  const auto all = buyers();
  ASSERT_EQ(all.size(), 3U);  // two Dupin, one Aciéries
  EXPECT_EQ(named(all, "Aciéries SA")->exposure, base::Money::euros(20'000));
  EXPECT_EQ(named(all, "Aciéries"), nullptr);
}

TEST_P(CreditBuyersImport, what_is_no_list_is_refused_with_what_to_do) {
  EXPECT_THAT(text_of_html(house().post(at(), &broker_).body),
              HasSubstr("Choisissez un fichier, ou collez des lignes"));
  const auto bomb = send("liste.xlsx", support::workbook({.rows = std::string(8 << 20, ' ')}));
  EXPECT_EQ(bomb.status, 413);
  EXPECT_THAT(text_of_html(bomb.body), HasSubstr("se déplie démesurément"));
  const auto other = send("liste.csv", "Ville;Pays\nLyon;France\n");
  EXPECT_EQ(other.status, 422);
  EXPECT_THAT(text_of_html(other.body), AllOf(HasSubstr("Colonnes introuvables"), HasSubstr("Encours maximal")));
  const auto kept = paste("Acheteur\tSIREN\tEncours\n");
  EXPECT_EQ(kept.status, 422);
  EXPECT_THAT(kept.body, HasSubstr("Acheteur\tSIREN\tEncours"));  // what was pasted is still there
  EXPECT_TRUE(buyers().empty());
}

TEST_P(CreditBuyersImport, C2_import_twenty_thousand_rows_with_errors_of_every_kind) {
  constexpr int rows = 20'000;
  std::string list = "Nom du client;N\xB0 SIREN;Encours max;D\xE9lai\r\n";
  int wrong = 0;
  for (int i = 1; i <= rows; ++i) {
    std::string id = siren(i), amount = i % 3 == 0 ? "1.234,50 €" : i % 3 == 1 ? "1 234,50" : "1234.5";
    if (i % 100 == 0) id = siren(i - 1);    // twice
    if (i % 100 == 50) id = "123 456 789";  // no SIREN
    if (i % 100 == 75) amount = "à voir";   // no amount
    wrong += i % 100 == 0 || i % 100 == 50 || i % 100 == 75 ? 1 : 0;
    list += fmt::format("Soci\xE9t\xE9 {};{};\"{}\";45\r\n", i, id, i % 3 == 0 ? "1.234,50 \x80" : amount);
    if (i % 100 == 75 && i % 3 == 0) --wrong;  // the amount of that row was read
  }
  ASSERT_EQ(send("clients.csv", list).status, 303);
  EXPECT_THAT(text_at(at(), &broker_), HasSubstr("lignes à corriger sur 20\u202F000"));
  ASSERT_EQ(answer("prendre").status, 303);
  EXPECT_EQ(scene::placement(house(), id_).buyers, rows - wrong);
  EXPECT_EQ(scene::placement(house(), id_).exposure, base::Money{123450LL * (rows - wrong)});
  EXPECT_EQ(house().get("/credit/dossiers/" + std::to_string(id_.value) + "/risques", &broker_).status, 200);
}

TEST_P(CreditBuyersImport, C2_import_the_company_does_it_behind_its_link) {
  support::LinkHolder company(house(), scene::questionnaire_link(house(), broker_, id_));
  EXPECT_EQ(
      company.upload("/acheteurs/import", "list", "a.csv", "Acheteur;SIREN;Encours\nA;" + siren(1) + ";5\n").status,
      303);
  EXPECT_TRUE(buyers().empty());  // no code, no list
  ASSERT_EQ(company.open(), 303);
  EXPECT_EQ(company.get("/acheteurs/import").status, 200);
  EXPECT_EQ(company.get("/acheteurs/modele.xlsx").status, 200);
  ASSERT_EQ(
      company.upload("/acheteurs/import", "list", "a.csv", "Acheteur;SIREN;Encours\nA;" + siren(1) + ";5\n").status,
      303);
  EXPECT_EQ(buyers().size(), 1U);
}

}  // namespace
