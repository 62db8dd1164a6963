// What a person reads when a request could not be served: what is wrong, what to do. Never blames.
#pragma once

#include <string>
#include <string_view>

#include "web/html/markup.hpp"
#include "web/ui/frame.hpp"

namespace web::ui {

struct Problem {
  int status;              // HTTP
  std::string_view title;  // also the title of the API's problem (RFC 9457)
  std::string_view what;
  std::string_view remedy;
};

// 400, 401, 403, 404, 405, 408, 409, 413, 415, 422, 429, 431, 500, 503; any other 4xx is told as 400, the rest as 500.
const Problem& problem_of(int status);

// `detail` is the exact sentence when one is known (a refusal's); `incident` what support needs to find the request.
struct ProblemDetail {
  std::string sentence = {};
  std::string incident = {};
};
html::Markup problem_page(int status, Frame frame, const ProblemDetail& detail = {});

}  // namespace web::ui
