// The handlers of a remote inspection's photographs, and what a file's page shows of them.
#pragma once

#include <vector>

#include "desks/motor/photos/photo_set.hpp"
#include "floor/visit/route.hpp"
#include "web/html/markup.hpp"

namespace motor::photos {

web::Response show_photos(visit::Visit& visit);
web::Response post_photos(visit::Visit& visit);  // one, or several of the damage
web::Response post_again(visit::Visit& visit);

std::vector<visit::Route> routes();

// How far the set is; nothing when none is asked for and none came.
web::html::Markup summary_card(const file::File& file, const Set& set);
web::html::Markup progress_of(const Set& set);  // "4 vues sur 7", and which are missing

}  // namespace motor::photos
