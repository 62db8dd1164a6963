// Answers for what could not be served: a page in French, or RFC 9457 JSON for the API.
#pragma once

#include "floor/visit/route.hpp"
#include "web/ui/problem_page.hpp"

namespace visit {

bool wants_json(const web::Request& request);

web::Response problem(Visit& visit, int status, const web::ui::ProblemDetail& detail = {});
// Reads nothing from the database: it may be what failed.
web::Response plain_problem(const platform::Platform& platform, int status, const web::ui::ProblemDetail& detail = {});

}  // namespace visit
