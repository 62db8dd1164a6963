// A page that is one sheet: what stands behind links and before the sign-in.
#pragma once

#include <string_view>

#include "floor/visit/route.hpp"
#include "web/html/markup.hpp"

namespace visit {

// Without rail, at reading width; the sheet's title is the page's.
web::Response sheet_page(Visit& visit, std::string_view title, std::string_view lead, const web::html::Markup& body,
                         int status = 200);

}  // namespace visit
