// The declaration's fields as they come from the browser, and as the page shows them again.
#pragma once

#include "desks/works/claim/declaration.hpp"
#include "web/html/markup.hpp"
#include "web/http.hpp"
#include "web/ui/form.hpp"

namespace works::claim {

Form form_of(const web::Fields& typed);

// The commune of a postal code: a choice where there are several, a sentence where there is one. Replaced by htmx when
// the code changes; without script the page asks after the first sending.
web::html::Markup commune_field(std::string_view postal_code, const web::ui::FormState& state);

web::html::Markup form_fields(const web::ui::FormState& state, base::Day today);

}  // namespace works::claim
