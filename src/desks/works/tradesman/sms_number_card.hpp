// Where the firm's SMS go, among its settings (W13.number).
#pragma once

#include "base/outcome.hpp"
#include "floor/visit/route.hpp"
#include "web/html/markup.hpp"
#include "web/ui/form.hpp"

namespace works::tradesman {

web::html::Markup sms_number_card(const visit::Visit& visit, const web::ui::FormState& state);
web::Response post_sms_number(visit::Visit& visit);  // POST /chantiers/reglages/mobile

// The settings with what was typed in that card, after a refusal (settings_page.cpp).
web::Response show_settings_again(visit::Visit& visit, const base::Refusals& refusals);

}  // namespace works::tradesman
