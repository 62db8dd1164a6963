#include "floor/visit/page.hpp"

#include "floor/visit/flash.hpp"
#include "floor/visit/frame.hpp"
#include "floor/visit/problem.hpp"
#include "web/ui/notice.hpp"

namespace visit {
namespace {

using Draw = web::html::Markup (*)(const web::ui::Frame&, const web::html::Markup&);

web::Response drawn(Visit& visit, const Page& page, web::ui::Frame frame, Draw draw) {
  const auto kept = kept_flash(visit);
  frame.width = page.width;
  frame.search_text = page.search_text;
  frame.flashes = page.flashes;
  if (kept) frame.flashes.insert(frame.flashes.begin(), *kept);
  web::Response response = web::html_response(page.status, draw(frame, page.body).take());
  if (kept) drop_flash(response, visit);
  return response;
}

}  // namespace

web::Response page(Visit& visit, const Page& page) {
  return drawn(visit, page, frame_of(visit, page.title, page.live),
               visit.session ? web::ui::page : web::ui::plain_page);
}

web::Response plain_page(Visit& visit, const Page& page) {
  if (visit.session && page.live)
    return drawn(visit, page, frame_of(visit, page.title, page.live), web::ui::plain_page);
  web::ui::Frame frame{.title = page.title, .now = visit.now};
  frame.live = page.live;
  if (visit.platform.settings.mode == platform::Mode::demo) frame.demo = web::ui::DemoClock{csrf_token(visit)};
  return drawn(visit, page, std::move(frame), web::ui::plain_page);
}

web::Response fragment(const web::html::Markup& markup, int status) {
  return web::html_response(status, std::string(markup.text()));
}

web::Response see_other(const web::html::Url& url) { return web::redirect(std::string(url.text())); }

web::Response see_other(const Visit& visit, const web::html::Url& url, const web::ui::Flash& flash) {
  web::Response response = see_other(url);
  keep_flash(response, visit, flash);
  return response;
}

int status_of(base::RefusalKind kind) {
  switch (kind) {
    case base::RefusalKind::invalid:
      return 422;
    case base::RefusalKind::forbidden:
      return 403;
    case base::RefusalKind::not_found:
      return 404;
    case base::RefusalKind::conflict:
      return 409;
    case base::RefusalKind::too_many:
      return 429;
    case base::RefusalKind::too_large:
      return 413;
    case base::RefusalKind::unavailable:
      return 503;
  }
  return 500;
}

web::Response refused(Visit& visit, const base::Refusals& refusals) {
  const base::Refusal& first = refusals.front();
  const int status = status_of(first.code.kind);
  const std::string said = sentence(visit, first);
  if (visit.request.htmx()) return fragment(web::ui::flash_notice(web::ui::Tone::bad, said), status);
  return problem(visit, status, {.sentence = said});
}

web::Response not_found(Visit& visit) { return problem(visit, 404); }

std::string sentence(const Visit& visit, const base::Refusal& refusal) { return visit.site.phrases.sentence(refusal); }

web::ui::FormState form_state(const Visit& visit, const base::Refusals& refusals) {
  std::vector<web::ui::FieldError> errors;
  errors.reserve(refusals.size());
  for (const base::Refusal& refusal : refusals) errors.push_back({refusal.field, sentence(visit, refusal)});
  return {visit.request.form.pairs(), std::move(errors)};
}

std::string csrf_token(const Visit& visit) { return visit.session ? visit.session->csrf_token : std::string(); }

}  // namespace visit
