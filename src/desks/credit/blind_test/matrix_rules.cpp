#include "desks/credit/blind_test/matrix_rules.hpp"

#include <algorithm>

#include "desks/credit/engine/comparison.hpp"
#include "desks/credit/permille.hpp"

namespace credit::blind_test {
namespace {

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
      ++totals.not_asked;
      return;
    case State::declined:
      ++totals.declined;
      return;
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

Matrix matrix_of(const std::vector<base::Money>& exposures, const std::vector<std::vector<Standing>>& standings,
                 base::Day today, std::size_t before) {
  Matrix matrix;
  matrix.totals.resize(standings.size());
  for (std::size_t buyer = 0; buyer < exposures.size(); ++buyer) {
    const base::Money exposure = exposures[buyer];
    const bool top = before + buyer < static_cast<std::size_t>(engine::top_buyers.value());
    matrix.asked += exposure;
    if (top) matrix.top_asked += exposure;
    std::vector<Cell> row;
    row.reserve(standings.size());
    for (std::size_t insurer = 0; insurer < standings.size(); ++insurer) {
      const Standing& standing = standings[insurer][buyer];
      const Cell cell{.state = state_of(standing, today),
                      .amount = standing.answer ? standing.answer->amount : base::Money{},
                      .covered = covered(standing, exposure, today),
                      .conditional = conditional(standing, today)};
      InsurerTotals& totals = matrix.totals[insurer];
      totals.covered += cell.covered;
      (cell.state == State::granted ? totals.granted_cover : totals.partial_cover) += cell.covered;
      if (top) totals.top_covered += cell.covered;
      if (cell.conditional) ++totals.conditional;
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
    move(of.not_asked, was.not_asked, is.not_asked);
    move(of.declined, was.declined, is.declined);
    move(of.conditional, was.conditional, is.conditional);
    move(of.other, was.other, is.other);
    move(of.granted_cover, was.granted_cover, is.granted_cover);
    move(of.partial_cover, was.partial_cover, is.partial_cover);
  }
  move(whole.best_of_all, then.best_of_all, now.best_of_all);
  whole.share();
  return whole;
}

}  // namespace credit::blind_test
