#include "floor/visit/problem.hpp"

#include "floor/visit/frame.hpp"

namespace visit {
namespace {

web::Response json(int status, const web::ui::ProblemDetail& detail) {
  const web::ui::Problem& known = web::ui::problem_of(status);
  return web::problem_json(status, known.title, detail.sentence.empty() ? known.what : detail.sentence);
}

web::Response drawn(int status, web::ui::Frame frame, const web::ui::ProblemDetail& detail) {
  return web::html_response(status, web::ui::problem_page(status, std::move(frame), detail).take());
}

}  // namespace

bool wants_json(const web::Request& request) { return request.path.starts_with("/api/"); }

web::Response problem(Visit& visit, int status, const web::ui::ProblemDetail& detail) {
  if (wants_json(visit.request)) return json(status, detail);
  return drawn(status, frame_of(visit, {}), detail);
}

web::Response plain_problem(const platform::Platform& platform, int status, const web::ui::ProblemDetail& detail) {
  return drawn(status, {.title = {}, .now = platform.clock.now()}, detail);
}

}  // namespace visit
