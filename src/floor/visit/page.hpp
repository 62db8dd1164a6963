// What handlers answer with: a page in the frame, a refusal, a redirection that says what was done.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/outcome.hpp"
#include "floor/visit/route.hpp"
#include "floor/visit/site.hpp"
#include "web/html/markup.hpp"
#include "web/html/url.hpp"
#include "web/ui/form.hpp"
#include "web/ui/frame.hpp"

namespace visit {

struct Page {
  std::string title;
  web::html::Markup body;
  int status = 200;
  web::ui::Frame::Width width = web::ui::Frame::Width::content;
  std::optional<web::html::Url> live = {};   // the route that tells of its changes (P15, floor/live)
  std::vector<web::ui::Flash> flashes = {};  // besides the one kept from the request before
  std::string search_text = {};
};
// In the frame of a signed-in person; without rail for others.
web::Response page(Visit& visit, const Page& page);
// Without rail for everybody: sign-in, sign-up, pages reached by a link.
web::Response plain_page(Visit& visit, const Page& page);
// A piece of a page for htmx, without frame.
web::Response fragment(const web::html::Markup& markup, int status = 200);

// After an act: 303, so that a reload does not act again; the sentence is shown on the page that follows.
web::Response see_other(const web::html::Url& url);
web::Response see_other(const Visit& visit, const web::html::Url& url, const web::ui::Flash& flash);

// P2: 422, 403, 404, 409, 429, 413 or 503 by the first refusal's kind; a page, a fragment for htmx, or RFC 9457 JSON.
// Pages with a form show it again instead, with form_state.
web::Response refused(Visit& visit, const base::Refusals& refusals);
// Outside the actor's scope a row does not exist (P2).
web::Response not_found(Visit& visit);

int status_of(base::RefusalKind kind);
std::string sentence(const Visit& visit, const base::Refusal& refusal);
// What was typed and what is wrong with it, for a form to be shown again.
web::ui::FormState form_state(const Visit& visit, const base::Refusals& refusals);

std::string csrf_token(const Visit& visit);  // empty for who is not signed in

}  // namespace visit
