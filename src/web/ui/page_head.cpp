#include "web/ui/page_head.hpp"

#include "web/html/elements.hpp"
#include "web/ui/asset.hpp"

namespace web::ui {

using namespace html;

namespace {

Markup named_meta(std::string_view meta_name, std::string_view content) {
  return meta(name(meta_name), attr("content", content));
}

Markup stylesheet(std::string_view file) { return html::link(attr("rel", "stylesheet"), href(asset(file))); }

// The CSP forbids eval and styles written by scripts; htmx is told so.
constexpr std::string_view kHtmxConfig =
    R"({"allowEval":false,"allowScriptTags":false,"includeIndicatorStyles":false,"selfRequestsOnly":true,)"
    R"("historyCacheSize":0,"responseHandling":[{"code":"204","swap":false},{"code":"[23]..","swap":true},)"
    R"({"code":"422","swap":true},{"code":"[45]..","swap":false,"error":true}]})";

const Markup& before_title() {
  static const Markup drawn =
      fragment(meta(attr("charset", "utf-8")), named_meta("viewport", "width=device-width, initial-scale=1"));
  return drawn;
}

const Markup& links() {
  static const Markup drawn = fragment(
      named_meta("color-scheme", "light dark"), named_meta("htmx-config", kHtmxConfig),
      html::link(attr("rel", "preload"), attr("as", "font"), type("font/woff2"), attr("crossorigin"),
                 href("/assets/inter.woff2")),
      stylesheet("app.css"), html::link(attr("rel", "icon"), type("image/svg+xml"), href(asset("favicon.svg"))),
      script(asset("htmx.js")), script(asset("app.js")));
  return drawn;
}

}  // namespace

Markup page_head(std::string_view page_title, base::Instant now, std::string_view csrf_token) {
  return head(before_title(), title(page_title, " · Mandat"), named_meta("mandat-now", base::iso_utc(now)),
              when(!csrf_token.empty(), [&] { return named_meta("mandat-jeton", csrf_token); }), links());
}

}  // namespace web::ui
