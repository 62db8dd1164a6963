// Whether the client can be written to, told to the broker where it matters (C1.corrected).
#pragma once

#include <string>

#include "desks/credit/placement/placement_ids.hpp"
#include "floor/visit/route.hpp"
#include "web/ui/frame.hpp"

namespace credit::placement {

// After an act that writes to him: that he is told, or why he is not and what to do.
web::ui::Flash client_told(const visit::Visit& visit, PlacementId id, std::string done);

// To the page that takes his address, and back to the offer from there.
web::Response ask_for_email(const visit::Visit& visit, PlacementId id, std::int64_t offer);

}  // namespace credit::placement
