// What was sent of a file, as its page lists it: newest first, without the notices.
#pragma once

#include <vector>

#include "floor/identity/names.hpp"
#include "floor/messages/messages.hpp"
#include "web/ui/card.hpp"

namespace messages {

// `names` holds the organisations they went to; who has none is called by his address.
std::vector<web::ui::Line> lines(const std::vector<Message>& sent, const identity::Names& names);

}  // namespace messages
