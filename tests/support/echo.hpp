// A handler that says what it received, and the few requests that tests of the kernel write by hand.
#pragma once

#include <string>
#include <string_view>

#include "support/raw_client.hpp"
#include "support/served.hpp"

namespace support {

// "METHOD path|?query=…|field=…|field:filename:type:size|body"
web::Response echo(web::Request& request);

// The status of the answer to these bytes on a connection of their own; 0: none came.
int status_of(const Served& served, std::string_view bytes);

// The head of a POST of a multipart form whose boundary is "b".
std::string multipart_head(std::size_t content_length);

// One part of it: `extra` is `; filename="…"` or nothing.
std::string multipart_part(std::string_view name, std::string_view extra, std::string_view bytes);

}  // namespace support
