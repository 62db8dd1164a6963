// What comes back once an indemnity is paid (C26), on a page.
#pragma once

#include "desks/credit/engine/recovery.hpp"
#include "web/html/markup.hpp"

namespace credit::calculators {

// To whom it goes, each part with how it was reckoned.
web::html::Markup shares_card(const engine::Recovery& shared, base::Money recovered);

}  // namespace credit::calculators
