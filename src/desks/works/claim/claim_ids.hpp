// Ids of the desk's things, apart from what they hold, so that concepts may point at each other.
#pragma once

#include <string_view>

#include "base/id.hpp"
#include "floor/identity/actor.hpp"
#include "floor/platform/act.hpp"

namespace works {

using ClaimId = base::Id<struct ClaimTag>;
using LotId = base::Id<struct LotTag>;
using MandateId = base::Id<struct MandateTag>;
using QuoteId = base::Id<struct QuoteTag>;
using TaskId = base::Id<struct TaskTag>;

inline constexpr std::string_view claim_file_kind = "works.claim";
inline constexpr std::string_view mandate_subject = "works.mandate";
inline constexpr std::string_view lot_subject = "works.lot";
inline constexpr std::string_view quote_subject = "works.quote";

inline platform::FileRef file_of(ClaimId claim) { return {std::string(claim_file_kind), claim.value}; }

}  // namespace works
