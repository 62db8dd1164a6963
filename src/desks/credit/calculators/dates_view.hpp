// The dates that bind (C23) on a page and as a download.
#pragma once

#include <string>

#include "desks/credit/calculators/dates_calendar.hpp"
#include "floor/visit/route.hpp"
#include "web/html/markup.hpp"
#include "web/html/url.hpp"

namespace credit::calculators {

// Each with its reminders and how it was reckoned; `download`: where they stand as a calendar.
web::html::Markup dates_list(const engine::Deadlines& dates, const web::html::Url& download);

// The file itself. `key` as in CalendarSubject, but of any characters.
web::Response dates_download(const visit::Visit& visit, const engine::Deadlines& dates, std::string about,
                             std::string_view key);

}  // namespace credit::calculators
