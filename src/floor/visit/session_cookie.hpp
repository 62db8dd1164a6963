// The cookies that carry a session's secret, and a half session's.
#pragma once

#include <optional>
#include <string_view>

#include "floor/identity/sessions.hpp"
#include "floor/visit/route.hpp"

namespace visit {

std::string_view session_secret(const web::Request& request);  // empty when there is none

identity::Client client_of(const web::Request& request);

// Gives the visit the session that its request's cookie opens, and how far that reaches. Notes its use, at most once a
// minute.
void find_session(Visit& visit);

// The cookie of a sign-in that waits for its code.
std::string_view half_session_secret(const web::Request& request);
void give_half_session(web::Response& response, const web::Request& request, std::string_view secret);
void forget_half_session(web::Response& response, const web::Request& request);

void give_session(web::Response& response, const web::Request& request, std::string_view secret);
void forget_session(web::Response& response, const web::Request& request);

}  // namespace visit
