#include "desks/credit/calculators/dates_view.hpp"

#include "base/french.hpp"
#include "desks/credit/explanation_view.hpp"
#include "floor/visit/page.hpp"
#include "web/crypto.hpp"
#include "web/html/elements.hpp"
#include "web/ui/action.hpp"
#include "web/ui/badge.hpp"

namespace credit::calculators {
namespace {

namespace french = base::french;
using namespace web::html;
namespace ui = web::ui;
using engine::BindingDate;

Markup reminders_of(const BindingDate& date) {
  std::string all;
  for (const auto day : date.reminders) all += (all.empty() ? "" : ", ") + french::day_medium(day);
  return p(cls("quiet"), "Rappels : ", all, ".");
}

Markup item(const engine::Deadlines& dates, const BindingDate& date) {
  const bool past = date.standing == BindingDate::Standing::past;
  return li(
      div(cls("onboarding-head"), strong(label(date.kind)),
          past ? ui::status_badge({"passée le " + french::day_medium(date.day.value), ui::Tone::mute, ui::Icon::clock})
               : span(french::day_long(date.day.value))),
      past ? Markup() : reminders_of(date),
      date.day.step ? explained(dates.explanation, *date.day.step, label(date.kind)) : Markup());
}

}  // namespace

Markup dates_list(const engine::Deadlines& dates, const Url& download) {
  const Markup list =
      ul(cls("onboarding"), each(dates.dates, [&](const BindingDate& date) { return item(dates, date); }));
  if (!dates.next) return list + p(cls("quiet"), "Toutes ces dates sont passées.");
  return list + div(cls("actions"), ui::action_button({.label = "Mettre ces dates dans mon agenda",
                                                       .url = download,
                                                       .look = ui::Look::secondary,
                                                       .icon = ui::Icon::calendar}));
}

web::Response dates_download(const visit::Visit& visit, const engine::Deadlines& dates, std::string about,
                             std::string_view key) {
  const auto calendar = dates_calendar(dates,
                                       {.about = std::move(about),
                                        .key = "delai-" + web::hex(web::sha256(key)).substr(0, 24),
                                        .host = std::string(deadlines::host_of(visit.platform.settings.public_url))},
                                       visit.now);
  return deadlines::calendar_response(calendar, "echeances.ics");
}

}  // namespace credit::calculators
