// The handlers of what waits, of rounds, agendas and calendars, one declaration per row of routes.cpp.
#pragma once

#include <vector>

#include "floor/visit/route.hpp"
#include "floor/visit/site.hpp"

namespace motor::rounds {

web::Response show_waiting(visit::Visit& visit);       // the firm's: what it must decide
web::Response show_rounds(visit::Visit& visit);        // the firm's (M33)
web::Response show_agenda(visit::Visit& visit);        // the repairer's
web::Response show_calendar(visit::Visit& visit);      // both, as iCalendar
web::Response show_subscribed(visit::Visit& visit);    // the same, by its secret address
web::Response post_subscription(visit::Visit& visit);  // a new secret address

std::vector<visit::Route> routes();
std::vector<visit::NavItem> nav();

}  // namespace motor::rounds
