#include "desks/credit/blind_test/matrix_rules.hpp"

#include <algorithm>

#include "desks/credit/engine/comparison.hpp"

namespace credit::blind_test {
namespace {

int permille(base::Money part, base::Money whole) {
  return whole.cents == 0 ? 0 : static_cast<int>(static_cast<__int128>(part.cents) * 1000 / whole.cents);
}

void count(InsurerTotals& totals, State state) {
  switch (state) {
    case State::granted:
      ++totals.granted;
      return;
    case State::partial:
      ++totals.partial;
      return;
    case State::refused:
      ++totals.refused;
      return;
    case State::pending:
      ++totals.pending;
      return;
    case State::not_asked:
    case State::insolvency_only:
    case State::expired:
      break;
  }
  ++totals.other;
}

base::Money mark_best(std::vector<Cell>& row) {
  base::Money best;
  for (const Cell& cell : row) best = std::max(best, cell.covered);
  for (Cell& cell : row) cell.best = best.cents > 0 && cell.covered == best;
  return best;
}

// What both sides of a change add to, field by field.
template <class Field>
void move(Field& whole, const Field& then, const Field& now) {
  whole += now - then;
}

}  // namespace

void Totals::share() {
  for (InsurerTotals& each : totals) {
    each.covered_permille = permille(each.covered, asked);
    each.top_permille = permille(each.top_covered, top_asked);
  }
  best_permille = permille(best_of_all, asked);
}

Matrix matrix_of(const std::vector<base::Money>& asked, const std::vector<std::vector<std::optional<Answer>>>& answers,
                 base::Day today, std::size_t before) {
  Matrix matrix;
  matrix.totals.resize(answers.size());
  for (std::size_t buyer = 0; buyer < asked.size(); ++buyer) {
    const bool top = before + buyer < static_cast<std::size_t>(engine::top_buyers.value());
    matrix.asked += asked[buyer];
    if (top) matrix.top_asked += asked[buyer];
    std::vector<Cell> row;
    row.reserve(answers.size());
    for (std::size_t insurer = 0; insurer < answers.size(); ++insurer) {
      const auto& answer = answers[insurer][buyer];
      const Cell cell{state_of(answer, asked[buyer], today), answer ? answer->amount : base::Money{},
                      covered(answer, asked[buyer], today)};
      InsurerTotals& totals = matrix.totals[insurer];
      totals.covered += cell.covered;
      (cell.state == State::granted ? totals.granted_cover : totals.partial_cover) += cell.covered;
      if (top) totals.top_covered += cell.covered;
      count(totals, cell.state);
      row.push_back(cell);
    }
    matrix.best_of_all += mark_best(row);
    matrix.rows.push_back(std::move(row));
  }
  matrix.share();
  return matrix;
}

Totals totals_after(Totals whole, const Totals& then, const Totals& now) {
  for (std::size_t i = 0; i < whole.totals.size(); ++i) {
    InsurerTotals& of = whole.totals[i];
    const InsurerTotals &was = then.totals[i], &is = now.totals[i];
    move(of.covered, was.covered, is.covered);
    move(of.top_covered, was.top_covered, is.top_covered);
    move(of.granted, was.granted, is.granted);
    move(of.partial, was.partial, is.partial);
    move(of.refused, was.refused, is.refused);
    move(of.pending, was.pending, is.pending);
    move(of.other, was.other, is.other);
    move(of.granted_cover, was.granted_cover, is.granted_cover);
    move(of.partial_cover, was.partial_cover, is.partial_cover);
  }
  move(whole.best_of_all, then.best_of_all, now.best_of_all);
  whole.share();
  return whole;
}

}  // namespace credit::blind_test
