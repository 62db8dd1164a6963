// How a claim's state looks: tone, icon, and who holds it in the reader's words.
#pragma once

#include <string>

#include "desks/works/claim/claim_list.hpp"
#include "floor/identity/actor.hpp"
#include "web/ui/badge.hpp"

namespace works::claim {

web::ui::Badge status_badge(Status status);

// « Vous » to the broker himself, « Le courtier » to an administrator; the firm's name where one holds the file.
std::string holder(WaitingFor waiting_for, const std::string& firm, const identity::Actor& reader);

}  // namespace works::claim
