// Who may read a list takes it away as a file: his view, his scope, nothing else.
#include "floor/tables/csv_reader.hpp"
#include "floor/tables/xlsx_reader.hpp"
#include "support/house_on_both_engines.hpp"
#include "support/works_scene.hpp"

namespace works {
namespace {

namespace scene = support::scene;

class ExportingFiles : public support::HouseOnBothEngines {
 protected:
  tables::Grid exported(std::string_view path, const support::Person& by) {
    const auto response = house().get(path, &by);
    EXPECT_EQ(response.status, 200);
    const bool workbook = path.find(".xlsx") != std::string_view::npos;
    return (workbook ? tables::read_xlsx(response.body) : tables::read_csv(response.body)).value();
  }
  static std::vector<std::string> insured_of(const tables::Grid& grid) {
    std::vector<std::string> names;
    for (std::size_t i = 1; i < grid.lines.size(); ++i) names.push_back(grid.lines[i].cells.at(3).text);
    return names;
  }
  void declare(const support::Person& by, std::string insured) {
    auto form = scene::claim_form();
    form.insured_name = std::move(insured);
    scene::declare(house(), by, form);
    house().clock().advance(base::minutes(1));
  }
};
MANDAT_ON_BOTH_ENGINES(ExportingFiles);

// P13.written P13.formulas
TEST_P(ExportingFiles, HonoursTheViewAndTheScope) {
  using Names = std::vector<std::string>;
  const auto mine = scene::new_broker(house()), other = scene::new_broker(house());
  declare(mine, "Anne Petit");
  declare(mine, "Benoît Roux");
  declare(other, "Chloé Blanc");
  for (const char* ending : {"csv", "xlsx"}) {
    const std::string path = std::string("/travaux/export.") + ending;
    EXPECT_EQ(insured_of(exported(path, mine)), (Names{"Benoît Roux", "Anne Petit"})) << ending;
    EXPECT_EQ(insured_of(exported(path + "?q=petit", mine)), Names{"Anne Petit"}) << ending;
    EXPECT_EQ(insured_of(exported(path + "?vue=clotures", mine)), Names{}) << ending;
    EXPECT_EQ(insured_of(exported(path, other)), Names{"Chloé Blanc"}) << ending;
    EXPECT_EQ(insured_of(exported(path, administrator())).size(), 3u) << ending;
    const auto firm = tradesman();
    EXPECT_EQ(house().get(path, &firm).status, 403) << ending;
  }
  EXPECT_NE(text_at("/travaux?q=petit", &mine).find("Le dossier de cette vue"), std::string::npos);
}

}  // namespace
}  // namespace works
