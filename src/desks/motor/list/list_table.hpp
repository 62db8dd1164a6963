// The twelve columns (M10) and what filters each of them.
#pragma once

#include <vector>

#include "desks/motor/list/list_query.hpp"
#include "web/html/markup.hpp"

namespace motor::list {

void add_table(web::html::Markup& all, const Asked& asked, const Addresses& addresses,
               const std::vector<file::Line>& lines);
web::html::Markup filters(const Asked& asked, web::html::Markup tools);  // `tools`: at the end of the line

}  // namespace motor::list
