#include "desks/works/claim/insurer.hpp"

#include "base/data_table.hpp"

namespace works::claim {

std::span<const Insurer> insurers() {
  static const auto rows = base::read_rows<Insurer>("insurers.tsv", {"slug", "name"});
  return rows;
}

const Insurer* find_insurer(std::string_view slug) { return base::find_slug(insurers(), slug); }

}  // namespace works::claim
