#include "desks/works/claim/claim_kind.hpp"

#include "base/data_table.hpp"

namespace works::claim {

std::span<const ClaimKind> claim_kinds() {
  static const auto rows = base::read_rows<ClaimKind>("claim_kinds.tsv", {"slug", "label", "description"});
  return rows;
}

const ClaimKind* find_claim_kind(std::string_view slug) { return base::find_slug(claim_kinds(), slug); }

}  // namespace works::claim
