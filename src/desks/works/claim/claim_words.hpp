// How a claim's state looks: tone, icon, and who holds it in the reader's words.
#pragma once

#include <string>

#include "base/time.hpp"
#include "desks/works/claim/claim_list.hpp"
#include "floor/identity/actor.hpp"
#include "web/ui/badge.hpp"

namespace works::claim {

web::ui::Badge status_badge(Status status);

// « Vous » to the broker himself, « Le courtier » to an administrator; the firm's name where one holds the file.
std::string holder(WaitingFor waiting_for, const std::string& firm, const identity::Actor& reader);

// A delay in whole days ends at midnight in Paris and is shown as the minute before (P4).
web::ui::Due due_of(base::Instant due, base::Instant now);

}  // namespace works::claim
