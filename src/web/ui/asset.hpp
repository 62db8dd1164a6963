// Addresses of the files embedded from assets/.
#pragma once

#include <string_view>

#include "web/html/url.hpp"

namespace web::ui {

// "/assets/app.css?v=<digest of its bytes>": the address changes with the bytes, so that a browser may keep what it got
// for good. An unknown name is a bug and asserts.
html::Url asset(std::string_view name);

}  // namespace web::ui
