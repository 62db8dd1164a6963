// The matrix of a placement as it stands, or of one earlier test; read in one snapshot and drawn once for each version.
#pragma once

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "desks/credit/blind_test/blind_test.hpp"
#include "desks/credit/blind_test/counting.hpp"
#include "desks/credit/blind_test/submission_rules.hpp"
#include "desks/credit/offer/prices.hpp"
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
  Over over;
  bool may_act;
  base::Instant now;
  std::vector<Submission> submissions;
  Part part;  // the rows that are shown
  // Not read for a part that joins a page
  Totals totals = {};  // of all rows
  std::vector<offer::Price> prices = {};
  std::vector<BlindTest> earlier = {};  // tests before this one, newest first

  std::int64_t buyers() const { return over == Over::placement ? test.listed : test.buyers; }
  base::Money exposure() const { return over == Over::placement ? test.exposure : test.asked; }
  const offer::Price* price(const Submission& submission) const;  // null: no offer of that insurer stands
  Progress::Quote quote(std::size_t insurer) const;
  web::html::Url page() const;
};
web::html::Markup matrix_rows(const MatrixView& view);   // the bodies of the table
web::html::Markup matrix_table(const MatrixView& view);  // with its head and its foot
web::html::Markup matrix_body(const MatrixView& view);   // with the totals and the legend

struct ShownMatrix {
  placement::Placement placement;
  std::optional<BlindTest> test;  // the last one, or the one that was asked for; null: none was sent
  Over over;
  bool may_act;
  MatrixPart part;  // as it was asked, from the first row where it lay beyond the last
  std::shared_ptr<const web::html::Markup> drawn = {};  // matrix_body, or matrix_rows
};
// Null: out of the actor's scope, or no such test.
std::optional<ShownMatrix> load_matrix(visit::Visit& visit, MatrixPart part);

// The test that ?test= asks for: the last one, over all of them, or an earlier one by itself.
struct ComparedTest {
  std::optional<BlindTest> test;
  Over over = Over::placement;
};
ComparedTest compared_test(db::Transaction& tx, PlacementId placement, std::string_view asked);
std::vector<Submission> columns_of(db::Transaction& tx, const BlindTest& test, Over over);

web::html::Url matrix_url(const BlindTest& test, Over over);
web::html::Url buyer_url(const BlindTest& test, Over over, int line);

// Among the totals that open, the number of what no insurer covers alone; those of the insurers begin at 1.
inline constexpr std::size_t best_of_all = 0;

std::string_view glyph(State state, bool conditional = false);
std::string words_of(State state, bool conditional);  // « Accordé sous condition »
std::string look_of(State state, bool conditional);   // for the style sheet

}  // namespace credit::blind_test
