// The twelve columns (M10) and what filters each of them.
#pragma once

#include <vector>

#include "desks/motor/list/list_query.hpp"
#include "web/html/markup.hpp"

namespace motor::list {

web::html::Markup table_of(const Asked& asked, const std::vector<file::Line>& lines);
web::html::Markup filters(const Asked& asked, web::html::Markup tools);  // `tools`: at the end of the line

}  // namespace motor::list
