// The sentence that says what was done, kept over a redirection in a cookie that only we can write.
#pragma once

#include <optional>

#include "floor/visit/route.hpp"
#include "web/ui/frame.hpp"

namespace visit {

void keep_flash(web::Response& response, const Visit& visit, const web::ui::Flash& flash);
std::optional<web::ui::Flash> kept_flash(const Visit& visit);
void drop_flash(web::Response& response, const Visit& visit);  // once it was shown

}  // namespace visit
