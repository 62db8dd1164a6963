// A garage sees its establishments' files and no other: in the list, its counts, the search, the exports, the
// documents and the live answers; a firm sees its own (M8, P2).
#include "floor/audit/changes.hpp"
#include "floor/live/live.hpp"
#include "floor/tables/csv_reader.hpp"
#include "floor/tables/xlsx_reader.hpp"
#include "support/house_on_both_engines.hpp"
#include "support/motor_scene.hpp"

namespace {

namespace scene = support::motor_scene;
using support::Person;
using References = std::vector<std::string>;

class RepairerScope : public support::HouseOnBothEngines {
 protected:
  void SetUp() override {
    HouseOnBothEngines::SetUp();
    if (IsSkipped()) return;
    firm_ = scene::new_cabinet(house());
    other_firm_ = scene::new_cabinet(house());
    garage_ = scene::new_repairer(house());
    other_ = scene::new_repairer(house());
    scene::attach(house(), firm_, garage_);
    scene::attach(house(), firm_, other_);
    scene::attach(house(), other_firm_, garage_);
    const auto branch = scene::new_establishment(house(), garage_);
    scene::attach(house(), firm_, branch);
    add("MIENNE-1", firm_, siret_of(garage_));
    add("MIENNE-2", firm_, *branch.siret);
    add("MIENNE-3", other_firm_, siret_of(garage_));
    add("AUTRE-1", firm_, siret_of(other_));
    add("PERSONNE-1", firm_, scene::a_siret(77'001));
    add("NON-RATTACHEE", other_firm_, siret_of(other_));
  }
  base::Siret siret_of(const Person& garage) { return *scene::establishment_of(house(), garage).siret; }
  motor::FileId add(std::string reference, const Person& firm, const base::Siret& siret) {
    return act(
               [&](platform::Act& act) {
                 auto said = scene::particulars(std::move(reference), siret);
                 said.insured.name = "=cmd|' /C calc'!A0";
                 return motor::file::create(act, firm.actor, said);
               },
               platform::Author::of(firm.actor))
        .value();
  }
  motor::FileId id_of(const Person& firm, std::string_view reference) {
    return read([&](db::Transaction& tx) {
      return motor::file::find_by_reference(tx, firm.actor.organisation, reference).value();
    });
  }
  tables::Grid exported(std::string_view path, const Person& by) {
    const auto response = house().get(path, &by);
    EXPECT_EQ(response.status, 200);
    const bool workbook = path.find(".xlsx") != std::string_view::npos;
    return (workbook ? tables::read_xlsx(response.body) : tables::read_csv(response.body)).value();
  }
  static References references(const tables::Grid& grid) {
    References all;
    for (std::size_t i = 1; i < grid.lines.size(); ++i) all.push_back(grid.lines[i].cells.at(3).text);
    std::sort(all.begin(), all.end());
    return all;
  }

  Person firm_, other_firm_, garage_, other_;
};
MANDAT_ON_BOTH_ENGINES(RepairerScope);

const References every{"AUTRE-1", "MIENNE-1", "MIENNE-2", "MIENNE-3", "NON-RATTACHEE", "PERSONNE-1"};
const References of_garage{"MIENNE-1", "MIENNE-2", "MIENNE-3"};
const References of_firm{"AUTRE-1", "MIENNE-1", "MIENNE-2", "PERSONNE-1"};

TEST_P(RepairerScope, M8_lists_counts_and_search_hold_exactly_its_establishments_files) {  // P14.search
  struct Case {
    const Person& reader;
    const References& sees;
  };
  for (const Case& one : {Case{garage_, of_garage}, Case{firm_, of_firm}, Case{other_, {"AUTRE-1"}}}) {
    const std::string list = text_at("/reparateurs", &one.reader);
    const std::string found = text_at("/recherche?q=exemple", &one.reader);
    for (const auto& reference : every) {
      const bool his = std::find(one.sees.begin(), one.sees.end(), reference) != one.sees.end();
      EXPECT_EQ(list.find(reference) != std::string::npos, his) << reference;
      const std::string by_reference = text_at("/recherche?q=" + reference, &one.reader);
      EXPECT_EQ(by_reference.find(reference + " · RENAULT") != std::string::npos, his) << by_reference;
    }
    const auto counts =
        read([&](db::Transaction& tx) { return motor::file::counts(tx, motor::file::scope_of(one.reader.actor)); });
    EXPECT_EQ(counts[static_cast<std::size_t>(motor::file::State::awaiting_appointment)],
              static_cast<std::int64_t>(one.sees.size()));
  }
  EXPECT_NE(text_at("/recherche?q=garage", &firm_).find("Garages"), std::string::npos);
  EXPECT_EQ(text_at("/recherche?q=garage", &garage_).find("ses dossiers"), std::string::npos);
}

TEST_P(RepairerScope, M8_exports_hold_what_the_reader_sees_and_no_formula) {  // P13.written P13.formulas
  for (const char* ending : {"csv", "xlsx"}) {
    const std::string path = std::string("/reparateurs/export.") + ending;
    EXPECT_EQ(references(exported(path, garage_)), of_garage) << ending;
    EXPECT_EQ(references(exported(path, firm_)), of_firm) << ending;
    EXPECT_EQ(references(exported(path + "?numero=MIENNE-2", garage_)), References{"MIENNE-2"}) << ending;
    EXPECT_EQ(references(exported(path + "?etat=termine", garage_)), References{}) << ending;
    EXPECT_EQ(exported(path, garage_).lines.at(1).cells.at(7).text, "0418") << "a text: its zero stays";
    const Person stranger = tradesman();
    EXPECT_EQ(house().get(path, &stranger).status, 403) << ending;
  }
  const auto csv = house().get("/reparateurs/export.csv", &garage_).body;
  EXPECT_NE(csv.find("'=cmd"), std::string::npos) << csv;
  EXPECT_EQ(csv.find(";=cmd"), std::string::npos);
  EXPECT_NE(text_at("/reparateurs", &garage_).find("Les 3 dossiers de cette vue"), std::string::npos);
}

TEST_P(RepairerScope, M8_documents_open_for_the_two_parties_only) {  // P3
  const auto id = id_of(firm_, "AUTRE-1");
  const auto report = scene::post_report(house(), firm_, id);
  const auto sent = scene::send(house(), other_, id, motor::document::Kind::quote);
  for (const auto paper : {report, sent}) {
    const auto document = read([&](db::Transaction& tx) { return motor::document::find(tx, paper)->document; });
    const std::string path = "/documents/" + std::to_string(document.value);
    EXPECT_NE(house().get(path, &firm_).status, 404);
    EXPECT_NE(house().get(path, &other_).status, 404);
    EXPECT_EQ(house().get(path, &garage_).status, 404);
    EXPECT_EQ(house().get(path, &other_firm_).status, 404);
  }
}

TEST_P(RepairerScope, P15_live_answers_tell_nothing_of_another_garages_file) {  // P15.scope P15
  const auto id = id_of(firm_, "AUTRE-1");
  house().clock().advance(base::seconds(5));
  const auto latest = read([&](db::Transaction& tx) {
    const auto until = house().clock().now() - live::settled_after.value();
    return tx.value<std::int64_t>(audit::latest_fact_sql, {{"until", until}}).value();
  });
  const std::string list = "/reparateurs/direct?depuis=" + std::to_string(latest);
  const std::string file =
      "/reparateurs/dossiers/" + std::to_string(id.value) + "/direct?depuis=" + std::to_string(latest);
  scene::post_report(house(), firm_, id);
  house().clock().advance(base::seconds(5));
  const auto changed = [&](const std::string& path, const Person& by) {
    return house().get(path, &by).body.find("event: changement") != std::string::npos;
  };
  EXPECT_TRUE(changed(list, other_));
  EXPECT_TRUE(changed(file, other_));
  EXPECT_TRUE(changed(list, firm_));
  EXPECT_FALSE(changed(list, garage_));
  EXPECT_FALSE(changed(list, other_firm_));
  EXPECT_EQ(house().get(file, &garage_).status, 404);
  EXPECT_NE(house().get("/reparateurs", &garage_).body.find("data-live=\"/reparateurs/direct?depuis="),
            std::string::npos);
}

TEST_P(RepairerScope, P14_a_view_of_the_list_is_kept_for_its_person) {  // P14.saved
  const auto saved = house().post(
      "/vues", &garage_,
      support::form({{"liste", "/reparateurs"}, {"nom", "À facturer"}, {"requete", "etat=attente-de-facture"}}));
  EXPECT_EQ(saved.status, 303);
  EXPECT_NE(text_at("/reparateurs", &garage_).find("À facturer"), std::string::npos);
  EXPECT_EQ(text_at("/reparateurs", &other_).find("À facturer"), std::string::npos);
}

}  // namespace
