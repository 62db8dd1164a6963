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

}  // namespace

Matrix matrix_of(const std::vector<base::Money>& asked, const std::vector<std::vector<std::optional<Answer>>>& answers,
                 base::Day today) {
  Matrix matrix;
  matrix.totals.resize(answers.size());
  base::Money whole, top_whole;
  for (std::size_t buyer = 0; buyer < asked.size(); ++buyer) {
    const bool top = buyer < static_cast<std::size_t>(engine::top_buyers.value());
    whole += asked[buyer];
    if (top) top_whole += asked[buyer];
    std::vector<Cell> row;
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
  for (InsurerTotals& totals : matrix.totals) {
    totals.covered_permille = permille(totals.covered, whole);
    totals.top_permille = permille(totals.top_covered, top_whole);
  }
  matrix.asked = whole;
  matrix.top_asked = top_whole;
  matrix.best_permille = permille(matrix.best_of_all, whole);
  return matrix;
}

}  // namespace credit::blind_test
