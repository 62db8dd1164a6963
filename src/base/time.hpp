// Instants (UTC) and days (calendar of Paris). P4: hours elapse, days are Paris calendar days.
#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace base {

using Duration = std::chrono::microseconds;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

// Microseconds since 1970-01-01T00:00:00Z; stored as BIGINT.
struct Instant {
  std::int64_t micros = 0;

  friend auto operator<=>(const Instant&, const Instant&) = default;
  friend Instant operator+(Instant a, Duration d) { return {a.micros + d.count()}; }
  friend Instant operator-(Instant a, Duration d) { return {a.micros - d.count()}; }
  friend Duration operator-(Instant a, Instant b) { return Duration{a.micros - b.micros}; }
};

// A calendar day, without time or zone; stored as ISO text (2026-11-21). Proleptic Gregorian, years 1 to 9999.
struct Day {
  std::int32_t since_epoch = 0;  // days since 1970-01-01

  static std::optional<Day> of(int year, int month, int day);  // null when there is no such day
  static std::optional<Day> from_iso(std::string_view text);   // "2026-11-21"
  std::string iso() const;
  int year() const;
  int month() const;         // 1 to 12
  int day_of_month() const;  // 1 to 31
  int weekday() const;       // 1 Monday to 7 Sunday (ISO 8601)

  friend auto operator<=>(const Day&, const Day&) = default;
  friend Day operator+(Day d, int days) { return {d.since_epoch + days}; }
  friend Day operator-(Day d, int days) { return {d.since_epoch - days}; }
  friend int operator-(Day a, Day b) { return a.since_epoch - b.since_epoch; }
};

std::string iso_utc(Instant instant);  // 2026-11-21T08:12:00Z; with six decimals when they are not zero
std::optional<Instant> instant_from_iso_utc(std::string_view text);  // one to six decimals, "Z" only

// Europe/Paris, both clock changes included.
namespace paris {
struct WallTime {
  Day day;
  int hour, minute, second;
};
Day day_of(Instant instant);
WallTime wall_time(Instant instant);
Instant start_of(Day day);  // 00:00 local
// Local time of day on that day (hour 0 to 23). A time that does not exist (spring) is moved forward by the hour that
// is missing, 02:30 to 03:30; one that exists twice (autumn) is the first of the two.
Instant at(Day day, int hour, int minute);
}  // namespace paris

}  // namespace base
