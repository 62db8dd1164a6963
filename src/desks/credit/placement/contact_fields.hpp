// The fields of the first contact (C1), in the form that opens a file and in the one that corrects it.
#pragma once

#include "desks/credit/placement/first_contact.hpp"
#include "web/http.hpp"
#include "web/ui/form.hpp"

namespace credit::placement {

ContactForm form_of(const web::Fields& typed);

web::html::Markup company_fields(const web::ui::FormState& state);
web::html::Markup contact_fields(const web::ui::FormState& state, std::string_view hint, std::string_view email_hint);
web::html::Markup need_field(const web::ui::FormState& state);
web::html::Markup channel_field(const web::ui::FormState& state);
web::html::Markup notes_field(const web::ui::FormState& state);

}  // namespace credit::placement
