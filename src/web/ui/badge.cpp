#include "web/ui/badge.hpp"

#include "base/calendar.hpp"
#include "base/french.hpp"
#include "web/html/elements.hpp"

namespace web::ui {

using namespace html;

namespace {

constexpr auto kSoon = base::hours(12);  // design: the pill turns amber under 12 h
constexpr int kSunday = 7;

base::Instant shown_instant(const Due& due) { return due.kind == Due::Kind::days ? due.at - base::minutes(1) : due.at; }

}  // namespace

Markup status_badge(const Badge& badge) {
  return span(cls("badge", tone_class(badge.tone)), icon(badge.icon), badge.text);
}

Markup tag(std::string_view text) { return span(cls("tag"), text); }

std::string due_text(const Due& due) { return base::french::remaining(due.at, due.now); }

std::string due_exact(const Due& due) { return base::french::instant_weekday(shown_instant(due)); }

Tone due_tone(const Due& due) {
  if (due.now >= due.at) return Tone::bad;
  return due.at - due.now < kSoon ? Tone::warn : Tone::neutral;
}

std::string due_warning(const Due& due) {
  const base::Day day = base::paris::day_of(shown_instant(due));
  if (day.weekday() == kSunday) return "Ce délai se termine un dimanche.";
  if (base::public_holiday(day)) {
    return "Ce délai se termine un jour férié (" + std::string(base::public_holiday_name(day)) + ").";
  }
  return {};
}

Markup due_pill(const Due& due) {
  const std::string warning = due_warning(due);
  const std::string exact = due_exact(due);
  return time(cls("pill", tone_class(due_tone(due))), datetime(base::iso_utc(due.at)),
              tooltip(warning.empty() ? exact : exact + ". " + warning), data("due"), icon(Icon::clock),
              span(due_text(due)));
}

}  // namespace web::ui
