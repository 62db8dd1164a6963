// A delay of a claim as the pages list it: what it is, until when, whose, and where its receipt stands.
#pragma once

#include <string_view>

#include "floor/deadlines/deadlines.hpp"
#include "web/html/url.hpp"
#include "web/ui/card.hpp"

namespace works::file {

// What binds somebody, what runs, and what went off by itself; a reminder that was not needed is left out.
bool listed(const deadlines::Deadline& delay);
web::ui::Line delay_line(const deadlines::Deadline& delay, const web::html::Url& receipt, std::string_view holder,
                         base::Instant now);

}  // namespace works::file
