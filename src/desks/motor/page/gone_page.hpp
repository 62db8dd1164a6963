// What was sent to a file that is not, or is no longer, in the sender's list: 404 as ever (P2), with a sentence and
// what he typed, so that nothing of it is lost.
#pragma once

#include <string>
#include <string_view>

#include "floor/visit/route.hpp"

namespace motor::page {

// `typed`: his text, shown to be copied; the names of the files he chose are told.
web::Response gone(visit::Visit& visit, std::string_view typed = {});

}  // namespace motor::page
