#include "desks/works/lot/split_rules.hpp"

#include <algorithm>

namespace works::lot {

bool may_split(State state, std::size_t trades, std::size_t lots, bool file_ended) {
  return state == State::to_assign && trades > 1 && lots < most_lots && !file_ended;
}

std::optional<Parts> parted(const std::vector<std::string>& trades, const std::vector<std::string>& chosen) {
  Parts parts;
  for (const auto& trade : trades) {
    const bool moves = std::find(chosen.begin(), chosen.end(), trade) != chosen.end();
    (moves ? parts.moved : parts.kept).push_back(trade);
  }
  if (parts.moved.empty() || parts.kept.empty()) return std::nullopt;
  return parts;
}

}  // namespace works::lot
