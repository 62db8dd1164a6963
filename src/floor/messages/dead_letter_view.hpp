// Why a message did not arrive, and what an administrator may do about it.
#pragma once

#include <vector>

#include "floor/messages/messages.hpp"
#include "floor/visit/route.hpp"
#include "web/html/markup.hpp"
#include "web/ui/action.hpp"

namespace messages {

// Nothing for a message that fares well.
web::html::Markup fault_notice(const Message& message);
// « Renvoyer » and « Abandonner »; none when it is no dead letter.
std::vector<web::ui::Action> dead_letter_actions(const visit::Visit& visit, const Message& message);

}  // namespace messages
