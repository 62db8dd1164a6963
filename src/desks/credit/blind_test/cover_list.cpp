#include "desks/credit/blind_test/cover_list.hpp"

#include <algorithm>

namespace credit::blind_test {

const std::vector<Standing>* CoverList::of(const std::string& insurer) const {
  const auto found = insurers.find(insurer);
  return found == insurers.end() ? nullptr : &found->second;
}

CoverList cover_list_of(db::Transaction& tx, PlacementId placement) {
  CoverList list{cover_lines(tx, placement), {}};
  each_asking(tx, placement, every_line, [&](std::string_view insurer, int line, const Asking& asking) {
    auto found = list.insurers.find(std::string(insurer));
    if (found == list.insurers.end())
      found = list.insurers.emplace(insurer, std::vector<Standing>(list.lines.size())).first;
    follow(found->second.at(static_cast<std::size_t>(line) - 1), asking);
  });
  return list;
}

std::optional<base::Day> first_to_end(const std::vector<Standing>& standings) {
  std::optional<base::Day> first;
  for (const Standing& standing : standings) {
    if (!standing.answer || !grants(*standing.answer) || !standing.answer->valid_until) continue;
    if (!first || *standing.answer->valid_until < *first) first = standing.answer->valid_until;
  }
  return first;
}

std::optional<base::Day> first_to_end(db::Transaction& tx, PlacementId placement, const std::string& insurer) {
  const CoverList list = cover_list_of(tx, placement);
  const auto* standings = list.of(insurer);
  return standings == nullptr ? std::nullopt : first_to_end(*standings);
}

}  // namespace credit::blind_test
