// Internal to the floor: the handlers of SMS texts, one declaration per row of visit/floor_routes.cpp.
#pragma once

#include "floor/visit/route.hpp"

namespace sms_templates {

web::Response show_list(visit::Visit& visit);
web::Response show_template(visit::Visit& visit);
web::Response post_template(visit::Visit& visit);
web::Response post_preview(visit::Visit& visit);  // for htmx the preview alone

}  // namespace sms_templates
