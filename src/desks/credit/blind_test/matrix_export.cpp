// GET /credit/dossiers/{}/matrice.csv and .xlsx: the matrix as it is shown, of all buyers (C7, P13).
#include "desks/credit/blind_test/matrix_view.hpp"
#include "desks/credit/blind_test/test_pages.hpp"
#include "desks/credit/portfolio/buyer.hpp"
#include "floor/tables/writing.hpp"
#include "floor/visit/page.hpp"

namespace credit::blind_test {
namespace {

using tables::Kind;

// Two columns an insurer: what it said, and how much of the exposure that covers.
struct Head {
  std::vector<std::string> labels;
  std::vector<tables::Column> columns;
};
Head head_of(const std::vector<Submission>& insurers) {
  Head head;
  for (const auto& insurer : insurers) {
    head.labels.push_back(insurer.insurer_name);
    head.labels.push_back(insurer.insurer_name + ", accordé");
  }
  head.columns = {{.key = "buyer", .label = "Acheteur"},
                  {.key = "country", .label = "Pays"},
                  {.key = "identifier", .label = "Identifiant"},
                  {.key = "exposure", .label = "Encours", .kind = Kind::amount},
                  {.key = "terms", .label = "Délai (jours)", .kind = Kind::number}};
  for (std::size_t i = 0; i < head.labels.size(); ++i)
    head.columns.push_back(
        {.key = head.labels[i], .label = head.labels[i], .kind = i % 2 == 0 ? Kind::choice : Kind::amount});
  return head;
}

tables::Row row_of(const TestLine& line, const std::vector<Cell>& cells) {
  tables::Row row{line.name, std::string(portfolio::country_name(line.country)), line.identifier, line.asked,
                  std::int64_t{line.terms_days}};
  for (const auto& cell : cells) {
    row.emplace_back(words_of(cell.state, cell.conditional));
    row.push_back(cell.covered.cents == 0 ? tables::Value() : tables::Value(cell.covered));
  }
  return row;
}

tables::Row sums_of(const Part& part) {
  const auto& totals = part.matrix;
  tables::Row row{std::string("Ensemble"), {}, {}, totals.asked, {}};
  for (const auto& one : totals.totals) {
    row.emplace_back();
    row.emplace_back(one.covered);
  }
  return row;
}

}  // namespace

web::Response export_matrix(visit::Visit& visit) {
  const auto today = base::paris::day_of(visit.now);
  const std::string_view path = visit.request.path;
  const auto format = tables::format_from_ending(path.substr(path.rfind('.') + 1));
  MANDAT_ASSERT(format);
  std::string name;
  const auto file = visit.platform.database.read([&](db::Transaction& tx) -> std::optional<std::string> {
    const auto placement = placement::find(tx, PlacementId{visit.id()}, visit.actor());
    if (!placement) return std::nullopt;
    const auto [test, over] = compared_test(tx, placement->id, visit.request.query.get("test"));
    if (!test) return std::nullopt;
    name = "qui-couvre-qui-" + (over == Over::test ? test->code : placement->reference);
    const auto insurers = columns_of(tx, *test, over);
    const auto part = part_of(tx, *test, over, insurers, every_line, today);
    const Head head = head_of(insurers);
    const auto writer = tables::open_writer(*format, "Qui couvre qui", head.columns);
    for (std::size_t i = 0; i < part.lines.size(); ++i) writer->add(row_of(part.lines[i], part.matrix.rows[i]));
    writer->add(sums_of(part));
    return writer->finish();
  });
  return file ? tables::download(*format, name, *file) : visit::not_found(visit);
}

}  // namespace credit::blind_test
