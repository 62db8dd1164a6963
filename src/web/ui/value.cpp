#include "web/ui/value.hpp"

#include "base/french.hpp"
#include "web/html/elements.hpp"
#include "web/html/hole.hpp"

namespace web::ui {

using namespace html;

Markup instant_text(base::Instant instant) {
  return time(cls("num"), datetime(base::iso_utc(instant)), base::french::instant_medium(instant));
}

Markup money_text(base::Money amount) {
  return span(cls("num", amount.cents < 0 ? "negative" : ""), base::french::euros(amount));
}

Value::Value(std::string_view text) {
  if (!text.empty()) html_ = fragment(text);
}
Value::Value(base::Money amount) : Value(money_text(amount), Align::end) {}
Value::Value(base::Rate rate) : Value(span(cls("num"), base::french::percent(rate)), Align::end) {}
Value::Value(base::Day day) : html_(time(cls("num"), datetime(day.iso()), base::french::day_short(day))) {}
Value::Value(base::Instant instant) : html_(instant_text(instant)) {}
Value::Value(const Badge& badge) : html_(status_badge(badge)) {}
Value::Value(const Due& due) : html_(due_pill(due)) {}

Value Value::number(std::int64_t n) { return {span(cls("num"), base::french::integer(n)), Align::end}; }

Value Value::link(const Url& url, std::string_view text) { return a(href(url), text); }

Value Value::mail(std::string_view address) {
  if (address.empty()) return {};
  return a(href(Url::mail(address)), address);
}

Value Value::phone(std::string_view e164, std::string_view shown) {
  if (e164.empty()) return {};
  return a(cls("num"), href(Url::phone(e164)), shown);
}

Value Value::two_lines(std::string_view first, std::string_view second) {
  static const Attribute line = cls("line"), quiet_line = cls("line quiet");
  return fragment(span(line, first), when(!second.empty(), [&] { return span(quiet_line, second); }));
}

Markup two_line_holes() { return fragment(span(cls("line"), hole()), " ", span(cls("line quiet"), hole())); }

Value Value::lines(std::string_view text) {
  if (text.empty()) return {};
  return span(cls("as-typed"), text);
}

const Markup& unknown() {
  static const Markup drawn =
      fragment(span(cls("quiet"), aria("hidden", "true"), "—"), span(cls("visually-hidden"), "non renseigné"));
  return drawn;
}

const Markup& Value::markup() const { return html_.empty() ? unknown() : html_; }

}  // namespace web::ui
