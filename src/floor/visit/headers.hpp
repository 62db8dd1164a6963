// The headers that keep browsers from doing with an answer what it was not made for.
#pragma once

#include "web/http.hpp"

namespace visit {

// What the answer says already is left as it is. `secure`: the request came over TLS.
void add_security_headers(web::Response& response, bool secure);

}  // namespace visit
