#include "desks/credit/calculators/dates_calendar.hpp"

#include "base/french.hpp"

namespace credit::calculators {
namespace {

namespace french = base::french;
using deadlines::CalendarEvent;

class Writer {
 public:
  Writer(const CalendarSubject& of, base::Instant now) : of_(of), now_(now), today_(base::paris::day_of(now)) {}

  void add(const engine::BindingDate& date) {
    const std::string what = std::string(label(date.kind)) + " · " + of_.about;
    const std::string key = of_.key + "-" + std::string(to_text(date.kind));
    add(date.day.value, key, what, {});
    const auto by = "À faire avant la fin du " + french::day_long(date.day.value) + ".";
    for (const auto reminder : date.reminders) {
      const int left = date.day.value - reminder;
      add(reminder, key + "-j" + std::to_string(left),
          (left == 1 ? std::string("Demain") : "Dans " + std::to_string(left) + " jours") + " : " + what, by);
    }
  }
  std::vector<CalendarEvent> events() && { return std::move(events_); }

 private:
  void add(base::Day day, const std::string& key, std::string summary, std::string description) {
    if (day < today_) return;
    CalendarEvent event{.uid = key + "@" + of_.host,
                        .at = base::paris::at(day, 0, 0),
                        .sequence = static_cast<int>(now_.micros / base::Duration(base::minutes(1)).count()),
                        .summary = std::move(summary),
                        .description = std::move(description),
                        .day = day};
    events_.push_back(std::move(event));
  }

  const CalendarSubject& of_;
  base::Instant now_;
  base::Day today_;
  std::vector<CalendarEvent> events_;
};

}  // namespace

deadlines::Calendar dates_calendar(const engine::Deadlines& dates, const CalendarSubject& of, base::Instant now) {
  Writer writer(of, now);
  for (const auto& date : dates.dates) writer.add(date);
  return {.name = "Échéances · " + of.about, .written = now, .events = std::move(writer).events()};
}

}  // namespace credit::calculators
