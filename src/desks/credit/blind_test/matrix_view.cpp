#include "desks/credit/blind_test/matrix_view.hpp"

namespace credit::blind_test {

std::optional<MatrixView> load_matrix(visit::Visit& visit, Window window, Joins joins) {
  const PlacementId id{visit.id()};
  return visit.platform.database.read([&](db::Transaction& tx) -> std::optional<MatrixView> {
    auto placement = placement::find(tx, id, visit.actor());
    if (!placement) return std::nullopt;
    MatrixView view{*std::move(placement), latest_of(tx, id), {}, {}, {}, false};
    view.may_act = visit.actor().is(identity::OrganisationKind::broker) &&
                   identity::at_least(visit.actor().role, identity::Role::member);
    if (!view.test) return view;
    const auto today = base::paris::day_of(visit.now);
    view.submissions = submissions_of(tx, view.test->id);
    view.part = part_of(tx, view.test->id, view.submissions, window, today);
    if (joins == Joins::whole_page) view.totals = counted(tx, *view.test, view.submissions, today).whole;
    return view;
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
