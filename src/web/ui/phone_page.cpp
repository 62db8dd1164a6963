#include "web/ui/phone_page.hpp"

#include "base/french.hpp"
#include "web/html/elements.hpp"
#include "web/ui/asset.hpp"

namespace web::ui::phone {

using namespace html;

Markup page(std::string_view page_title, const Markup& content) {
  return document(head(meta(attr("charset", "utf-8")),
                       meta(html::name("viewport"), attr("content", "width=device-width, initial-scale=1")),
                       meta(html::name("color-scheme"), attr("content", "light dark")), title(page_title, " · Mandat"),
                       html::link(attr("rel", "stylesheet"), href(asset("phone.css"))),
                       html::link(attr("rel", "icon"), type("image/svg+xml"), href(asset("favicon.svg")))),
                  body(html::header(p("Mandat")), main(content)));
}

Markup heading(std::string_view over, std::string_view heading_title, std::string_view under) {
  return div(cls("heading"), when(!over.empty(), [&] { return p(over); }), h1(heading_title),
             when(!under.empty(), [&] { return p(cls("under"), under); }));
}

Markup quote(std::string_view text) {
  if (text.empty()) return {};
  return blockquote(p("«\u00a0", text, "\u00a0»"));
}

Markup deadline(std::string_view lead, base::Instant at, base::Instant now) {
  const Due due{at, now};
  return p(cls("deadline", tone_class(due_tone(due))), lead, " ",
           time(datetime(base::iso_utc(at)), strong(due_exact(due))), span(due_text(due)));
}

Markup facts(const std::vector<Fact>& facts) { return ui::facts(facts); }

Markup notice(Tone tone, std::string_view notice_title, std::string_view text) {
  return div(cls("notice", tone_class(tone)), role("status"), p(strong(notice_title)),
             when(!text.empty(), [&] { return p(text); }));
}

Markup note(std::string_view text) { return p(cls("note"), text); }

Markup photos(const std::vector<Photo>& photos) {
  if (photos.empty()) return {};
  return ul(cls("photos"), each(photos, [](const Photo& photo) {
              return li(a(href(photo.full), img(src(photo.thumbnail), alt(photo.alt), attr("loading", "lazy"),
                                                attr("width", 160), attr("height", 120))));
            }));
}

Markup choices(std::string_view field, std::string_view legend_text, const std::vector<Choice>& choices,
               std::string_view error) {
  const std::string error_id = std::string(field) + "-erreur";
  return html::fieldset(cls(error.empty() ? "" : "wrong"), when(!error.empty(), aria("describedby", error_id)),
                        legend(legend_text), when(!error.empty(), [&] { return p(cls("error"), id(error_id), error); }),
                        each(choices, [&](const Choice& choice) {
                          return label(cls("choice"),
                                       input(type("radio"), html::name(field), value(choice.value), required()),
                                       span(choice.label));
                        }));
}

Markup form(const AnswerForm& form, const Markup& fields) {
  return html::form(method_post(), action(form.action),
                    when(!form.csrf_token.empty(), [&] { return csrf_input(form.csrf_token); }), fields,
                    button(type("submit"), form.submit));
}

}  // namespace web::ui::phone
