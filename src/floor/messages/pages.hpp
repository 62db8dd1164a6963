// Internal to the floor: the handlers of messages, one declaration per row of visit/floor_routes.cpp.
#pragma once

#include "floor/visit/route.hpp"

namespace messages {

web::Response show_outbox(visit::Visit& visit);         // administrators: every message
web::Response show_demo_outbox(visit::Visit& visit);    // the demo's visitors: the same
web::Response show_own_messages(visit::Visit& visit);   // what the actor's organisation was written
web::Response get_own_attachment(visit::Visit& visit);  // of what the actor's organisation was written
web::Response get_attachment(visit::Visit& visit);      // of any message: administrators, the demo's visitors
web::Response post_report(visit::Visit& visit);
web::Response post_demo_report(visit::Visit& visit);
web::Response outbox_changes(visit::Visit& visit);  // whether what each of the three shows changed (P15)
web::Response demo_outbox_changes(visit::Visit& visit);
web::Response own_messages_changes(visit::Visit& visit);
web::Response post_sending_again(visit::Visit& visit);
web::Response post_abandonment(visit::Visit& visit);

web::Response show_notices(visit::Visit& visit);
web::Response notices_changes(visit::Visit& visit);
web::Response post_notices_read(visit::Visit& visit);
web::Response show_news_choice(visit::Visit& visit);
web::Response post_news_choice(visit::Visit& visit);

}  // namespace messages
