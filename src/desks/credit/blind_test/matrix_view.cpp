#include "desks/credit/blind_test/matrix_view.hpp"

#include <fmt/format.h>

#include "web/html/drawn.hpp"

namespace credit::blind_test {
namespace {

using Joins = MatrixPart::Joins;

constexpr int rows_a_part = 25;  // what one answer holds

// Of a process; some matrices of 2 000 buyers.
struct KeptMatrices : web::html::Drawn {
  KeptMatrices() : Drawn(8 * 1024 * 1024) {}
};

// All that the drawing shows: the test's own state is its version, the rest of it the day.
std::string drawing_of(const ShownMatrix& shown, base::Day today) {
  return fmt::format("matrix {} {} {} {} {} {}", shown.test->id.value, shown.test->version, today.since_epoch,
                     shown.part.from, shown.part.joins == Joins::whole_page, shown.may_act);
}

web::html::Markup draw(db::Transaction& tx, const ShownMatrix& shown, base::Instant now) {
  const auto today = base::paris::day_of(now);
  const auto& test = *shown.test;
  MatrixView view{shown.placement, test, shown.may_act, now, submissions_of(tx, test.id), {}, {}};
  const auto from = static_cast<int>(shown.part.from);
  view.part = part_of(tx, test.id, view.submissions, {from + 1, from + rows_a_part}, today);
  if (shown.part.joins == Joins::page_shown) return matrix_rows(view);
  view.totals = counted(tx, test, view.submissions, today).whole;
  return matrix_body(view);
}

}  // namespace

std::optional<ShownMatrix> load_matrix(visit::Visit& visit, MatrixPart part) {
  const PlacementId id{visit.id()};
  return visit.platform.database.read([&](db::Transaction& tx) -> std::optional<ShownMatrix> {
    auto placement = placement::find(tx, id, visit.actor());
    if (!placement) return std::nullopt;
    ShownMatrix shown{*std::move(placement), latest_of(tx, id),
                      visit.actor().is(identity::OrganisationKind::broker) &&
                          identity::at_least(visit.actor().role, identity::Role::member),
                      part};
    if (!shown.test) return shown;
    if (part.from >= shown.test->buyers) shown.part = {};
    auto key = drawing_of(shown, base::paris::day_of(visit.now));
    auto& kept = tx.kept().of<KeptMatrices>();
    shown.drawn = kept.find(key);
    if (!shown.drawn) shown.drawn = kept.keep(std::move(key), draw(tx, shown, visit.now));
    return shown;
  });
}

// The glyph says the state without colour; its words are for screen readers and on hover.
std::string_view glyph(State state) {
  switch (state) {
    case State::granted:
      return "●";
    case State::partial:
      return "◐";
    case State::refused:
      return "✕";
    case State::insolvency_only:
      return "◇";
    case State::expired:
      return "⌛";
    case State::pending:
      return "…";
    case State::not_asked:
      break;
  }
  return "–";
}

}  // namespace credit::blind_test
