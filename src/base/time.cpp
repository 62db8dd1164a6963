#include "base/time.hpp"

#include <date/tz.h>
#include <fmt/compile.h>

#include <algorithm>
#include <limits>
#include <vector>

#include "base/assert.hpp"

namespace base {
namespace {

using std::chrono::year_month_day;

constexpr std::int64_t micros_per_second = 1'000'000;
constexpr std::int64_t seconds_per_day = 86'400;

constexpr std::int64_t floor_div(std::int64_t a, std::int64_t b) { return a / b - (a % b < 0 ? 1 : 0); }

year_month_day civil(Day day) { return std::chrono::sys_days{std::chrono::days{day.since_epoch}}; }

// `count` digits at `at`, as a number; -1 when one of them is no digit.
int digits(std::string_view text, std::size_t at, std::size_t count) {
  int value = 0;
  for (std::size_t i = at; i < at + count; ++i) {
    if (text[i] < '0' || text[i] > '9') return -1;
    value = value * 10 + (text[i] - '0');
  }
  return value;
}

// ".5" to ".123456" as microseconds; null when it is no such fraction.
std::optional<std::int64_t> fraction_micros(std::string_view text) {
  if (text.size() < 2 || text.size() > 7 || text[0] != '.') return std::nullopt;
  std::int64_t value = digits(text, 1, text.size() - 1);
  if (value < 0) return std::nullopt;
  for (std::size_t length = text.size(); length < 7; ++length) value *= 10;
  return value;
}

}  // namespace

std::optional<Day> Day::of(int year, int month, int day) {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) return std::nullopt;
  const year_month_day date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                            std::chrono::day{static_cast<unsigned>(day)}};
  if (!date.ok()) return std::nullopt;
  return Day{static_cast<std::int32_t>(std::chrono::sys_days{date}.time_since_epoch().count())};
}

std::optional<Day> Day::from_iso(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  return of(digits(text, 0, 4), digits(text, 5, 2), digits(text, 8, 2));
}

std::string Day::iso() const {
  const year_month_day date = civil(*this);
  return fmt::format(FMT_COMPILE("{:04}-{:02}-{:02}"), static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

int Day::year() const { return static_cast<int>(civil(*this).year()); }
int Day::month() const { return static_cast<int>(static_cast<unsigned>(civil(*this).month())); }
int Day::day_of_month() const { return static_cast<int>(static_cast<unsigned>(civil(*this).day())); }

int Day::weekday() const {
  return static_cast<int>(std::chrono::weekday{std::chrono::sys_days{std::chrono::days{since_epoch}}}.iso_encoding());
}

std::string iso_utc(Instant instant) {
  const std::int64_t total_seconds = floor_div(instant.micros, micros_per_second);
  const std::int64_t fraction = instant.micros - total_seconds * micros_per_second;
  const std::int64_t days = floor_div(total_seconds, seconds_per_day);
  const std::int64_t second = total_seconds - days * seconds_per_day;
  std::string text = fmt::format(FMT_COMPILE("{}T{:02}:{:02}:{:02}"), Day{static_cast<std::int32_t>(days)}.iso(),
                                 second / 3600, second / 60 % 60, second % 60);
  if (fraction != 0) text += fmt::format(FMT_COMPILE(".{:06}"), fraction);
  return text + 'Z';
}

std::optional<Instant> instant_from_iso_utc(std::string_view text) {
  if (text.size() < 20 || text[10] != 'T' || text[13] != ':' || text[16] != ':' || text.back() != 'Z')
    return std::nullopt;
  const auto day = Day::from_iso(text.substr(0, 10));
  const int hour = digits(text, 11, 2), minute = digits(text, 14, 2), second = digits(text, 17, 2);
  if (!day || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) return std::nullopt;

  std::int64_t micros = 0;
  if (text.size() > 20) {
    const auto fraction = fraction_micros(text.substr(19, text.size() - 20));
    if (!fraction) return std::nullopt;
    micros = *fraction;
  }
  const std::int64_t utc = day->since_epoch * seconds_per_day + hour * 3600 + minute * 60 + second;
  return Instant{utc * micros_per_second + micros};
}

namespace paris {
namespace {

struct Transition {
  std::int64_t begins;  // UTC seconds
  std::int64_t offset;  // local minus UTC, in seconds, from then on
};

// The compiled time zone data of the system end with 2037, and the tz library holds the last offset for ever.
constexpr int first_year_by_directive = 2037;
constexpr std::int64_t directive_begins =
    std::chrono::sys_days{std::chrono::year{first_year_by_directive} / 1 / 1}.time_since_epoch().count() *
    seconds_per_day;

// Read once: a look-up in the library takes a lock-free but long way, and lists format thousands of instants.
std::vector<Transition> read_transitions() {
  const date::time_zone* zone = date::locate_zone("Europe/Paris");
  std::vector<Transition> transitions;
  date::sys_seconds at{std::chrono::seconds{std::numeric_limits<std::int32_t>::min() * std::int64_t{40}}};
  transitions.push_back({std::numeric_limits<std::int64_t>::min(), zone->get_info(at).offset.count()});
  for (date::sys_info info = zone->get_info(at); info.end.time_since_epoch().count() < directive_begins;) {
    info = zone->get_info(info.end);
    transitions.push_back({info.begin.time_since_epoch().count(), info.offset.count()});
  }
  return transitions;
}

// Directive 2000/84/EC: summer time runs from the last Sunday of March to the last Sunday of October, 01:00 UTC.
std::int64_t offset_by_directive(std::int64_t utc_seconds) {
  using namespace std::chrono;
  const sys_days day{days{floor_div(utc_seconds, seconds_per_day)}};
  const year of{year_month_day{day}.year()};
  const sys_seconds begins = sys_days{of / March / Sunday[last]} + hours{1};
  const sys_seconds ends = sys_days{of / October / Sunday[last]} + hours{1};
  const sys_seconds instant{std::chrono::seconds{utc_seconds}};
  return instant >= begins && instant < ends ? 7200 : 3600;
}

std::int64_t offset_at(std::int64_t utc_seconds) {
  static const std::vector<Transition> transitions = read_transitions();
  if (utc_seconds >= directive_begins) return offset_by_directive(utc_seconds);
  const auto next = std::upper_bound(transitions.begin(), transitions.end(), utc_seconds,
                                     [](std::int64_t at, const Transition& t) { return at < t.begins; });
  return std::prev(next)->offset;
}

std::int64_t local_seconds(Instant instant) {
  const std::int64_t utc = floor_div(instant.micros, micros_per_second);
  return utc + offset_at(utc);
}

}  // namespace

Day day_of(Instant instant) {
  return Day{static_cast<std::int32_t>(floor_div(local_seconds(instant), seconds_per_day))};
}

WallTime wall_time(Instant instant) {
  const std::int64_t local = local_seconds(instant);
  const std::int64_t days = floor_div(local, seconds_per_day);
  const int second = static_cast<int>(local - days * seconds_per_day);
  return {Day{static_cast<std::int32_t>(days)}, second / 3600, second / 60 % 60, second % 60};
}

Instant start_of(Day day) { return at(day, 0, 0); }

// Two changes are never within two days of each other, so the offsets a day away on either side are the only
// candidates. Reading with the earlier one gives both the first of two readings and, in a gap, the time moved forward.
Instant at(Day day, int hour, int minute) {
  MANDAT_ASSERT(hour >= 0 && hour <= 23 && minute >= 0 && minute <= 59);
  const std::int64_t local = day.since_epoch * seconds_per_day + hour * 3600 + minute * 60;
  const std::int64_t before = offset_at(local - seconds_per_day);
  const std::int64_t after = offset_at(local + seconds_per_day);
  const bool changed_already = offset_at(local - before) == after && offset_at(local - after) == after;
  return Instant{(local - (changed_already ? after : before)) * micros_per_second};
}

}  // namespace paris
}  // namespace base
