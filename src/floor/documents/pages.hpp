// Internal to the floor: the handlers of documents, one declaration per row of visit/floor_routes.cpp.
#pragma once

#include "floor/visit/route.hpp"

namespace documents {

web::Response get_document(visit::Visit& visit);
web::Response get_thumbnail(visit::Visit& visit);

}  // namespace documents
