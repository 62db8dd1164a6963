// What the pages about money share: the administrators' tabs.
#pragma once

#include "web/html/markup.hpp"

namespace works::money {

enum class Tab { commissions, to_do, bonuses };
web::html::Markup administration_tabs(Tab current);

}  // namespace works::money
