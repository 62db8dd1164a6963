// The claim's page again after a refusal: the sentence beside its field, and what was typed.
#pragma once

#include "base/outcome.hpp"
#include "desks/works/claim/claim_ids.hpp"
#include "floor/visit/route.hpp"

namespace works::file {

web::Response show_again(visit::Visit& visit, ClaimId claim, const base::Refusals& refusals);

}  // namespace works::file
