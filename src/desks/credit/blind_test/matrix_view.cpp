#include "desks/credit/blind_test/matrix_view.hpp"

#include <unordered_map>

namespace credit::blind_test {
namespace {

Matrix matrix_of(const MatrixView& view, const std::vector<std::pair<SubmissionId, KeptAnswer>>& answers,
                 base::Day today) {
  std::vector<base::Money> asked;
  for (const TestLine& line : view.lines) asked.push_back(line.asked);
  std::vector<std::vector<std::optional<Answer>>> by_insurer(view.submissions.size(),
                                                             std::vector<std::optional<Answer>>(view.lines.size()));
  std::unordered_map<SubmissionId, std::size_t> place;
  for (std::size_t i = 0; i < view.submissions.size(); ++i) place.emplace(view.submissions[i].id, i);
  for (const auto& [submission, answer] : answers)
    by_insurer[place.at(submission)][static_cast<std::size_t>(answer.line) - 1] = answer;
  return blind_test::matrix_of(asked, by_insurer, today);
}

}  // namespace

std::optional<MatrixView> load_matrix(visit::Visit& visit) {
  const PlacementId id{visit.id()};
  return visit.platform.database.read([&](db::Transaction& tx) -> std::optional<MatrixView> {
    auto placement = placement::find(tx, id, visit.actor());
    if (!placement) return std::nullopt;
    MatrixView view{*std::move(placement), latest_of(tx, id), {}, {}, {}, false};
    view.may_act = visit.actor().is(identity::OrganisationKind::broker) &&
                   identity::at_least(visit.actor().role, identity::Role::member);
    if (!view.test) return view;
    view.lines = lines_of(tx, view.test->id);
    view.submissions = submissions_of(tx, view.test->id);
    view.matrix = matrix_of(view, answers_of(tx, view.test->id), base::paris::day_of(visit.now));
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
