#include "base/french.hpp"

#include <fmt/compile.h>

#include <array>

#include "base/assert.hpp"

namespace base::french {
namespace {

constexpr std::string_view narrow_space = "\u202F";
constexpr std::string_view no_break_space = "\u00A0";
constexpr std::string_view minus = "\u2212";

constexpr std::array<std::string_view, 12> months = {"janvier",   "février", "mars",     "avril",
                                                     "mai",       "juin",    "juillet",  "août",
                                                     "septembre", "octobre", "novembre", "décembre"};
constexpr std::array<std::string_view, 12> short_months = {"janv.", "févr.", "mars",  "avr.", "mai",  "juin",
                                                           "juil.", "août",  "sept.", "oct.", "nov.", "déc."};
constexpr std::array<std::string_view, 7> weekdays = {"lundi",    "mardi",  "mercredi", "jeudi",
                                                      "vendredi", "samedi", "dimanche"};
constexpr std::array<std::string_view, 7> short_weekdays = {"lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim."};

std::string_view name_of(const auto& names, int from_one) { return names[static_cast<std::size_t>(from_one - 1)]; }

std::string_view ordinal(int day_of_month) { return day_of_month == 1 ? "er" : ""; }

std::uint64_t magnitude(std::int64_t n) {
  return n < 0 ? 0 - static_cast<std::uint64_t>(n) : static_cast<std::uint64_t>(n);
}

std::string grouped(std::uint64_t n) {
  const std::string digits = std::to_string(n);
  std::string text;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) text += narrow_space;
    text += digits[i];
  }
  return text;
}

std::string_view sign_of(std::int64_t n) { return n < 0 ? minus : ""; }

std::string with_unit(std::int64_t n, std::string_view unit) {
  return fmt::format(FMT_COMPILE("{}{}{}"), integer(n), no_break_space, unit);
}

// The larger unit and, unless zero, the smaller one.
std::string two_units(std::int64_t large, std::string_view large_unit, std::int64_t small,
                      std::string_view small_unit) {
  if (large == 0) return with_unit(small, small_unit);
  std::string text = with_unit(large, large_unit);
  if (small != 0) text += std::string(no_break_space) + with_unit(small, small_unit);
  return text;
}

}  // namespace

std::string integer(std::int64_t n) { return std::string(sign_of(n)) + grouped(magnitude(n)); }

std::string euros(Money amount) {
  const std::uint64_t cents = magnitude(amount.cents);
  return fmt::format(FMT_COMPILE("{}{},{:02}{}€"), sign_of(amount.cents), grouped(cents / 100), cents % 100,
                     no_break_space);
}

std::string ungrouped(Money amount) {
  const std::uint64_t cents = magnitude(amount.cents);
  return fmt::format(FMT_COMPILE("{}{},{:02}"), sign_of(amount.cents), cents / 100, cents % 100);
}

std::string percent(Rate rate) {
  constexpr std::uint64_t one_percent = 1'000'000;
  const std::uint64_t value = magnitude(rate.e8);
  std::string text = std::string(sign_of(rate.e8)) + grouped(value / one_percent);
  if (value % one_percent != 0) {
    text += fmt::format(FMT_COMPILE(",{:06}"), value % one_percent);
    text.erase(text.find_last_not_of('0') + 1);
  }
  return text + std::string(no_break_space) + "%";
}

std::string day_short(Day day) {
  return fmt::format(FMT_COMPILE("{:02}/{:02}/{:04}"), day.day_of_month(), day.month(), day.year());
}

std::string day_medium(Day day) {
  const int number = day.day_of_month();
  return fmt::format(FMT_COMPILE("{}{} {} {}"), number, ordinal(number), name_of(short_months, day.month()),
                     day.year());
}

std::string day_long(Day day) {
  const int number = day.day_of_month();
  return fmt::format(FMT_COMPILE("{} {}{} {} {}"), name_of(weekdays, day.weekday()), number, ordinal(number),
                     name_of(months, day.month()), day.year());
}

std::string time_of_day(Instant instant) {
  const paris::WallTime time = paris::wall_time(instant);
  return fmt::format(FMT_COMPILE("{:02}:{:02}"), time.hour, time.minute);
}

std::string instant_medium(Instant instant) {
  const paris::WallTime time = paris::wall_time(instant);
  return fmt::format(FMT_COMPILE("{}, {:02}:{:02}"), day_medium(time.day), time.hour, time.minute);
}

std::string instant_weekday(Instant instant) {
  const paris::WallTime time = paris::wall_time(instant);
  return fmt::format(FMT_COMPILE("{} {}, {:02}:{:02}"), name_of(short_weekdays, time.day.weekday()),
                     day_medium(time.day), time.hour, time.minute);
}

std::string distance(int metres) {
  MANDAT_ASSERT(metres >= 0);
  if (metres < 1000) return with_unit(metres, "m");
  const std::int64_t hectometres = (std::int64_t{metres} + 50) / 100;
  if (hectometres % 10 == 0) return with_unit(hectometres / 10, "km");
  return fmt::format(FMT_COMPILE("{},{}{}km"), integer(hectometres / 10), hectometres % 10, no_break_space);
}

std::string elapsed(Duration duration) {
  const std::int64_t in_minutes = std::chrono::duration_cast<minutes>(duration).count();
  if (in_minutes < 1) return "moins d’une minute";
  const std::int64_t in_hours = in_minutes / 60;
  if (in_hours < 48) return two_units(in_hours, "h", in_minutes % 60, "min");
  return two_units(in_hours / 24, "j", in_hours % 24, "h");
}

std::string remaining(Instant due, Instant now) {
  if (due > now) return "dans " + elapsed(due - now);
  return "dépassée de " + elapsed(now - due);
}

namespace {

constexpr std::string_view opening = "\u00AB", closing = "\u00BB";

// Where the plain space stands that has to become a no-break one, from `from` on; npos when there is none.
std::size_t breaking_space(std::string_view text, std::size_t from) {
  for (auto at = text.find(' ', from); at != text.npos; at = text.find(' ', at + 1)) {
    const std::string_view next = text.substr(at + 1);
    const bool before =
        !next.empty() && (std::string_view(":;!?").find(next.front()) != text.npos || next.starts_with(closing));
    if (before || text.substr(0, at).ends_with(opening)) return at;
  }
  return text.npos;
}

}  // namespace

bool breaks_at_punctuation(std::string_view text) { return breaking_space(text, 0) != text.npos; }

std::string with_no_break_spaces(std::string_view text) {
  std::string set;
  std::size_t from = 0;
  for (auto at = breaking_space(text, 0); at != text.npos; at = breaking_space(text, from)) {
    set.append(text.substr(from, at - from)).append(no_break_space);
    from = at + 1;
  }
  return set.append(text.substr(from));
}

std::string plural(std::int64_t n, std::string_view singular, std::string_view plural_form) {
  return fmt::format(FMT_COMPILE("{} {}"), integer(n), magnitude(n) < 2 ? singular : plural_form);
}

}  // namespace base::french
