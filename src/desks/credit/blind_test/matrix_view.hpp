// The matrix, read in one snapshot and drawn once for each version of its test.
#pragma once

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "desks/credit/blind_test/blind_test.hpp"
#include "desks/credit/blind_test/counting.hpp"
#include "desks/credit/placement/placement.hpp"
#include "floor/visit/route.hpp"
#include "web/html/markup.hpp"
#include "web/html/url.hpp"

namespace credit::blind_test {

// The rows after the first `from`: in a whole page, or to stand at the end of one that is shown.
struct MatrixPart {
  std::int64_t from = 0;
  enum class Joins { whole_page, page_shown } joins = Joins::whole_page;
};

// What a part is drawn from.
struct MatrixView {
  const placement::Placement& placement;
  const BlindTest& test;
  bool may_act;
  base::Instant now;
  std::vector<Submission> submissions;
  Part part;      // the rows that are shown
  Totals totals;  // of all of them; not read for a part that joins a page
};
web::html::Markup matrix_rows(const MatrixView& view);   // the bodies of the table
web::html::Markup matrix_table(const MatrixView& view);  // with its head and its foot
web::html::Markup matrix_body(const MatrixView& view);   // with the totals and the legend

struct ShownMatrix {
  placement::Placement placement;
  std::optional<BlindTest> test;  // null: none was sent
  bool may_act;
  MatrixPart part;  // as it was asked, from the first row where it lay beyond the last
  std::shared_ptr<const web::html::Markup> drawn = {};  // matrix_body, or matrix_rows
};
// Null: out of the actor's scope.
std::optional<ShownMatrix> load_matrix(visit::Visit& visit, MatrixPart part);

inline web::html::Url matrix_url(PlacementId id) { return web::html::Url::path("/credit/dossiers/{}/matrice", id); }

// Among the totals that open, the number of what no insurer covers alone; those of the insurers begin at 1.
inline constexpr std::size_t best_of_all = 0;

std::string_view glyph(State state);

}  // namespace credit::blind_test
