// Internal to the floor: the handlers of delays, one declaration per row of visit/floor_routes.cpp.
#pragma once

#include "floor/visit/route.hpp"

namespace deadlines {

web::Response show_deadlines(visit::Visit& visit);
web::Response deadlines_changes(visit::Visit& visit);  // whether the page of the list changed (P15)
web::Response show_receipt(visit::Visit& visit);
web::Response post_extension(visit::Visit& visit);
web::Response post_clock_confirmation(visit::Visit& visit);
web::Response show_calendar(visit::Visit& visit);             // of the actor's organisation, as iCalendar
web::Response show_calendar_of_address(visit::Visit& visit);  // the same, by a secret address (P4.calendar_address)
web::Response show_calendar_page(visit::Visit& visit);        // the person's address: made, changed, ended
web::Response post_calendar_address(visit::Visit& visit);
web::Response post_calendar_end(visit::Visit& visit);

}  // namespace deadlines
