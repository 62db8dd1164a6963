#include "floor/ledger/ledger_rules.hpp"

#include <algorithm>

namespace ledger {

namespace {
bool one_sided(const Line& line) {
  constexpr base::Money none;
  return (line.debit > none && line.credit == none) || (line.credit > none && line.debit == none);
}
}  // namespace

bool balanced(std::span<const Line> lines) {
  base::Money difference;
  for (const Line& line : lines) difference += line.debit - line.credit;
  return lines.size() >= 2 && difference == base::Money{} && std::all_of(lines.begin(), lines.end(), one_sided);
}

std::vector<Line> reversed(std::span<const Line> lines) {
  std::vector<Line> undoing(lines.begin(), lines.end());
  for (Line& line : undoing) std::swap(line.debit, line.credit);
  return undoing;
}

}  // namespace ledger
