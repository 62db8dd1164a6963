#include "desks/credit/blind_test/matrix_view.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "web/html/drawn.hpp"

namespace credit::blind_test {
namespace {

using Joins = MatrixPart::Joins;

constexpr int rows_a_part = 25;  // what one answer holds

// Of a process; some matrices of 2 000 buyers.
struct KeptMatrices : web::html::Drawn {
  KeptMatrices() : Drawn(8 * 1024 * 1024) {}
};

// All that the drawing shows: the placement's own state is the version of its test, the rest of it the day.
std::string drawing_of(const ShownMatrix& shown, base::Day today) {
  return fmt::format("matrix {} {} {} {} {} {} {}", shown.test->id.value, shown.test->version,
                     shown.over == Over::placement, today.since_epoch, shown.part.from,
                     shown.part.joins == Joins::whole_page, shown.may_act);
}

web::html::Markup draw(db::Transaction& tx, const ShownMatrix& shown, base::Instant now) {
  const auto today = base::paris::day_of(now);
  const auto& test = *shown.test;
  MatrixView view{shown.placement, test, shown.over, shown.may_act, now, columns_of(tx, test, shown.over), {}};
  const auto from = static_cast<int>(shown.part.from);
  view.part = part_of(tx, test, shown.over, view.submissions, {from + 1, from + rows_a_part}, today);
  if (shown.part.joins == Joins::page_shown) return matrix_rows(view);
  view.totals = counted(tx, test, shown.over, view.submissions, today).whole;
  if (shown.over == Over::test) return matrix_body(view);
  view.prices = offer::prices_of(tx, test.placement);
  if (test.number > 1) {
    view.earlier = tests_of(tx, test.placement);
    view.earlier.erase(view.earlier.begin());
  }
  return matrix_body(view);
}

}  // namespace

ComparedTest compared_test(db::Transaction& tx, PlacementId placement, std::string_view asked) {
  auto last = latest_of(tx, placement);
  if (!last || asked.empty()) return {std::move(last)};
  const auto number = visit::id_from_text(asked);
  if (number == last->number) return {std::move(last)};
  return {find(tx, placement, static_cast<int>(std::min<std::int64_t>(number, INT32_MAX))), Over::test};
}

std::vector<Submission> columns_of(db::Transaction& tx, const BlindTest& test, Over over) {
  return over == Over::placement ? last_submissions(tx, test.placement) : submissions_of(tx, test.id);
}

std::optional<ShownMatrix> load_matrix(visit::Visit& visit, MatrixPart part) {
  const PlacementId id{visit.id()};
  const auto asked = visit.request.query.get("test");
  return visit.platform.database.read([&](db::Transaction& tx) -> std::optional<ShownMatrix> {
    auto placement = placement::find(tx, id, visit.actor());
    if (!placement) return std::nullopt;
    auto compared = compared_test(tx, id, asked);
    if (!compared.test && !asked.empty()) return std::nullopt;
    ShownMatrix shown{*std::move(placement), std::move(compared.test), compared.over,
                      visit.actor().is(identity::OrganisationKind::broker) &&
                          identity::at_least(visit.actor().role, identity::Role::member),
                      part};
    if (!shown.test) return shown;
    const auto buyers = shown.over == Over::placement ? shown.test->listed : shown.test->buyers;
    if (part.from >= buyers) shown.part = {};
    auto key = drawing_of(shown, base::paris::day_of(visit.now));
    auto& kept = tx.kept().of<KeptMatrices>();
    shown.drawn = kept.find(key);
    if (!shown.drawn) shown.drawn = kept.keep(std::move(key), draw(tx, shown, visit.now));
    return shown;
  });
}

const offer::Price* MatrixView::price(const Submission& submission) const {
  const auto found = std::find_if(prices.begin(), prices.end(),
                                  [&](const offer::Price& each) { return each.insurer == submission.insurer; });
  return found == prices.end() ? nullptr : &*found;
}

Progress::Quote MatrixView::quote(std::size_t insurer) const {
  if (over == Over::test) return Progress::Quote::none;
  if (price(submissions[insurer]) != nullptr) return Progress::Quote::received;
  const InsurerTotals& of = totals.totals[insurer];
  return of.granted + of.partial + of.other > 0 ? Progress::Quote::owed : Progress::Quote::none;
}

web::html::Url MatrixView::page() const { return matrix_url(test, over); }

web::html::Url matrix_url(const BlindTest& test, Over over) {
  const auto url = web::html::Url::path("/credit/dossiers/{}/matrice", test.placement);
  return over == Over::placement ? url : url.query("test", test.number);
}

web::html::Url buyer_url(const BlindTest& test, Over over, int line) {
  const auto url = web::html::Url::path("/credit/dossiers/{}/matrice/{}", test.placement, line);
  return over == Over::placement ? url : url.query("test", test.number);
}

// The glyph says the state without colour; its words are for screen readers and on hover.
std::string_view glyph(State state, bool conditional) {
  switch (state) {
    case State::granted:
      return conditional ? "◉" : "●";
    case State::partial:
      return conditional ? "◒" : "◐";
    case State::refused:
      return "✕";
    case State::insolvency_only:
      return "◇";
    case State::expired:
      return "⌛";
    case State::pending:
      return "…";
    case State::declined:
      return "⊘";
    case State::not_asked:
      break;
  }
  return "–";
}

std::string words_of(State state, bool conditional) {
  return std::string(label(state)) + (conditional ? " sous condition" : "");
}

std::string look_of(State state, bool conditional) {
  return "cell-" + std::string(slug(state)) + (conditional ? " conditional" : "");
}

}  // namespace credit::blind_test
