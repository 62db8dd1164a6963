#include "desks/works/trade/trade.hpp"

#include "base/data_table.hpp"

namespace works::trade {

std::span<const Trade> trades() {
  static const auto rows = base::read_rows<Trade>("trades.tsv", {"slug", "label", "description", "activity"});
  return rows;
}

const Trade* find(std::string_view slug) { return base::find_slug(trades(), slug); }

}  // namespace works::trade
