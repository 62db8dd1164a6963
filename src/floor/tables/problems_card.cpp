#include "floor/tables/problems_card.hpp"

#include <algorithm>

#include "base/french.hpp"
#include "floor/visit/page.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"
#include "web/ui/table.hpp"

namespace tables {
namespace {

using web::html::Markup;

std::string place_of(const Problem& problem) {
  if (problem.column.empty()) return "Toute la ligne";
  return problem.letter.empty() ? problem.column : problem.column + " (" + problem.letter + ")";
}

}  // namespace

Markup problems_card(const visit::Visit& visit, const Problems& problems) {
  if (problems.count == 0) return {};
  constexpr std::size_t most_shown = 200;
  web::ui::Table table{.caption = "Lignes à corriger",
                       .columns = {{.label = "Ligne"}, {.label = "Colonne"}, {.label = "À corriger"}},
                       .rows = {}};
  const std::size_t shown = std::min(problems.first.size(), most_shown);
  for (std::size_t i = 0; i < shown; ++i) {
    const Problem& problem = problems.first[i];
    table.rows.push_back(
        {.cells = {web::ui::Value(base::french::integer(problem.line)), web::ui::Value(place_of(problem)),
                   web::ui::Value(visit::sentence(visit, problem.why))}});
  }
  const auto rest = static_cast<std::int64_t>(problems.count - shown);
  const std::string more = rest == 0 ? "" : "Et " + base::french::plural(rest, "autre erreur", "autres erreurs") + ".";
  return web::ui::card(
      {.title =
           base::french::plural(static_cast<std::int64_t>(problems.rows), "ligne à corriger", "lignes à corriger")},
      web::html::fragment(web::ui::data_table(table),
                          web::html::when(rest > 0, [&] { return web::html::p(web::html::cls("quiet"), more); })));
}

}  // namespace tables
