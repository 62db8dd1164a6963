// How a text would reach a phone.
#pragma once

#include "base/time.hpp"
#include "floor/sms_templates/sms_template.hpp"
#include "web/html/markup.hpp"
#include "web/ui/badge.hpp"

namespace sms_templates {

web::ui::Badge size_badge(const messages::SmsSize& size);  // "2 segments"
std::string size_text(const messages::SmsSize& size);      // "2 segments · 214 caractères · GSM-7"
// The example as a phone shows it, with its size; #apercu.
web::html::Markup preview(const Template& sms, const Wording& wording, base::Instant now);

}  // namespace sms_templates
