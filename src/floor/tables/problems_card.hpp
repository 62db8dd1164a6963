// What is wrong with the rows of an imported table, for the page that shows the form again (P13.rows).
#pragma once

#include "floor/tables/row_reader.hpp"
#include "floor/visit/route.hpp"
#include "web/html/markup.hpp"

namespace tables {

// A table of line, column and reason, the first two hundred of them; nothing when all is well.
web::html::Markup problems_card(const visit::Visit& visit, const Problems& problems);

}  // namespace tables
