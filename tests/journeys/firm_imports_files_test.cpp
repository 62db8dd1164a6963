// A firm brings in its files from a spreadsheet: each error with its line, the good rows taken or none (M31, P13).
#include <algorithm>
#include <functional>

#include "desks/motor/file/file_view_words.hpp"
#include "support/browser.hpp"
#include "support/house_on_both_engines.hpp"
#include "support/motor_scene.hpp"
#include "support/workbooks.hpp"

namespace {

namespace scene = support::motor_scene;
using support::Browser;
using support::Page;
using support::Person;

class FirmImportsFiles : public support::HouseOnBothEngines {
 protected:
  void SetUp() override {
    HouseOnBothEngines::SetUp();
    if (IsSkipped()) return;
    firm_ = scene::new_cabinet(house());
    garage_ = scene::new_repairer(house());
    scene::attach(house(), firm_, garage_);
    siret_ = scene::establishment_of(house(), garage_).siret->text();
    browser_.emplace(house().port());
    browser_->set_cookie("session", firm_.secret);
  }
  void TearDown() override {
    browser_.reset();
    HouseOnBothEngines::TearDown();
  }
  Page upload(std::string filename, std::string bytes, std::string_view lines) {
    return browser_->submit(browser_->get("/reparateurs/import"), "/reparateurs/import",
                            {{"lignes", std::string(lines)}},
                            {{"fichier", std::move(filename), "application/octet-stream", std::move(bytes)}});
  }
  std::int64_t files() {
    return read([&](db::Transaction& tx) {
      std::int64_t all = 0;
      for (const auto in_state : motor::file::counts(tx, motor::file::scope_of(firm_.actor))) all += in_state;
      return all;
    });
  }
  static std::string rows_left(const Page& page) {
    for (const auto& [name, value] : page.form("/reparateurs/import").fields)
      if (name == "tableau") return value;
    return {};
  }

  Person firm_, garage_;
  std::string siret_;
  std::optional<Browser> browser_;
};
MANDAT_ON_BOTH_ENGINES(FirmImportsFiles);

std::string table(const std::string& siret) {
  return "N° dossier;SIRET;Immat;Marque;Assuré;Code GTA;N° de sinistre;Date sinistre;Mode\r\n"
         "A1;" +
         siret +
         ";AB-123-CD;MINI;Société X;0418;0000012106036373;03/11/2026;\r\n"
         "A2;12345678901234;AB-123-CE;MINI;Monsieur Y;435;77;04/11/2026;\r\n"
         "A1;;;FIAT;Madame Z;;;31/02/2026;\r\n"
         "A4;;;;;;;;\r\n"
         "A5;" +
         siret + ";;KIA;Monsieur T;;;;EAD\r\n";
}

TEST_P(FirmImportsFiles, M31_names_each_error_by_line_and_refuses_the_whole_or_leaves_the_bad_rows) {  // M31.import
  const auto refused = upload("dossiers.csv", table(siret_), "aucune");
  EXPECT_EQ(refused.status, 422);
  EXPECT_EQ(files(), 0);
  EXPECT_TRUE(refused.shows("Aucun dossier créé"));
  EXPECT_TRUE(refused.shows("3 lignes à corriger"));
  for (const auto* text : {"« 12345678901234 » n’est pas un SIRET", "« A1 » est déjà à la ligne 2.",
                           "Date du sinistre (H)", "Marque (D)", "Assuré (E)"})
    EXPECT_TRUE(refused.shows(text)) << text;
  EXPECT_NE(rows_left(refused).find("A5"), std::string::npos) << "all of it, to be corrected here";

  const auto part = upload("dossiers.csv", table(siret_), "bonnes");
  EXPECT_EQ(part.status, 200);
  EXPECT_TRUE(part.shows("2 dossiers créés"));
  EXPECT_EQ(files(), 2);
  EXPECT_NE(rows_left(part).find("A4"), std::string::npos);
  EXPECT_EQ(rows_left(part).find("A5"), std::string::npos);

  // The repairer sees his two, one asked for photographs; he is told once.
  const std::string list = text_at("/reparateurs", &garage_);
  EXPECT_NE(list.find("A1"), std::string::npos);
  EXPECT_NE(list.find("A5"), std::string::npos);
  EXPECT_NE(list.find("0418"), std::string::npos);
  EXPECT_NE(text_at("/reparateurs?etat=expertise-ead", &garage_).find("A5"), std::string::npos);
  EXPECT_NE(text_at("/notifications", &garage_).find("2 nouveaux dossiers"), std::string::npos);

  // What was left is corrected in the page and pasted again.
  const auto done = browser_->submit(
      part, "/reparateurs/import",
      {{"tableau", "N° dossier\tMarque\tAssuré\nA2\tMINI\tMonsieur Y\nA4\tBMW\tMadame U\n"}, {"lignes", "aucune"}});
  EXPECT_EQ(done.status, 303);
  EXPECT_TRUE(browser_->follow(done).shows("2 dossiers créés."));
  EXPECT_EQ(files(), 4);
}

TEST_P(FirmImportsFiles, M31_what_was_used_before_is_an_error_of_its_row) {
  ASSERT_EQ(upload("a.csv", "reference;marque;assure\nB1;MINI;X\n", "aucune").status, 303);
  const auto again = upload("a.csv", "reference;marque;assure\nB1;MINI;X\nB2;MINI;Y\n", "bonnes");
  EXPECT_TRUE(again.shows("Un de vos dossiers porte déjà le numéro B1."));
  EXPECT_TRUE(again.shows("1 dossier créé"));
  EXPECT_EQ(files(), 2);
}

TEST_P(FirmImportsFiles, M31_proposes_beside_its_row_the_garage_that_a_mistyped_siret_resembles) {  // M31.siret
  std::string swapped = siret_;
  const auto at = static_cast<std::size_t>(std::adjacent_find(swapped.begin(), swapped.end(), std::not_equal_to<>()) -
                                           swapped.begin());
  std::swap(swapped[at], swapped[at + 1]);
  const Person stranger = scene::new_repairer(house());  // a repairer of other firms
  std::string foreign = scene::establishment_of(house(), stranger).siret->text();
  foreign.front() = foreign.front() == '9' ? '8' : '9';
  const auto refused = upload("a.csv",
                              "reference;marque;assure;siret\nE1;MINI;X;" + swapped + "\nE2;MINI;Y;" +
                                  siret_.substr(1) + "\nE3;MINI;Z;" + foreign + "\n",
                              "bonnes");
  EXPECT_TRUE(refused.shows("3 lignes à corriger"));
  const std::string proposed = "Vouliez-vous écrire " + motor::file::siret_spaced(siret_) + " (Garage du Parc)";
  const auto first = refused.text().find(proposed);
  ASSERT_NE(first, std::string::npos) << refused.text();
  EXPECT_NE(refused.text().find(proposed, first + 1), std::string::npos) << "a digit missing is a slip as well";
  EXPECT_TRUE(refused.shows("« " + foreign + " » n’est pas un SIRET")) << "another firm's garages are not told";
  EXPECT_EQ(files(), 0);
}

TEST_P(FirmImportsFiles, M31_takes_a_workbook_and_its_own_model) {
  const auto model = house().get("/reparateurs/import/modele.xlsx", &firm_);
  EXPECT_EQ(model.status, 200);
  const std::string cell = "<c t=\"inlineStr\"><is><t>";
  const auto row = [&](const std::vector<std::string>& texts) {
    std::string cells = "<row>";
    for (const auto& text : texts) cells += cell + text + "</t></is></c>";
    return cells + "</row>";
  };
  const std::string book =
      support::workbook({.rows = row({"Numéro de dossier", "Marque", "Assuré"}) + row({"C1", "AIXAM", "Monsieur V"})});
  EXPECT_EQ(upload("dossiers.xlsx", book, "aucune").status, 303);
  EXPECT_EQ(files(), 1);
}

TEST_P(FirmImportsFiles, M31_says_what_is_no_table_of_files) {  // M31.most_rows
  EXPECT_TRUE(upload("a.csv", "", "aucune").shows("Choisissez un fichier, ou collez des cellules."));
  EXPECT_TRUE(upload("a.csv", "nom;prix\nx;1\n", "aucune").shows("« Numéro de dossier »"));
  EXPECT_TRUE(upload("a.xlsx", "PK\x03\x04 not a workbook", "aucune").shows("classeur"));
  std::string many = "reference;marque;assure\n";
  for (int i = 0; i <= 5000; ++i) many += "D" + std::to_string(i) + ";MINI;X\n";
  const auto too_many = upload("a.csv", many, "bonnes");
  EXPECT_EQ(too_many.status, 413);
  EXPECT_TRUE(too_many.shows("Le tableau a trop de lignes : 5\u202f000 au plus par import."));
  EXPECT_EQ(files(), 0);
}

}  // namespace
