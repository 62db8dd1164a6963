#include "desks/motor/schedule/schedule_rules.hpp"

#include <fmt/format.h>

#include <charconv>

#include "base/calendar.hpp"
#include "base/text.hpp"
#include "base/words.hpp"

namespace motor::schedule {
namespace {

constexpr base::Word<Kind> kind_words[] = {
    {Kind::visit, "visit", "Date de RDV Terrain"},
    {Kind::repair, "repair", "Date de réparation"},
    {Kind::remote, "remote", "Date EAD"},
    {Kind::delivery, "delivery", "Date de livraison + Facturation"},
};

std::string dashed(base::Day day) {
  return fmt::format("{:02}-{:02}-{:04}", day.day_of_month(), day.month(), day.year());
}

std::optional<int> number(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || text.size() > 4 || error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

// 29/09/2022, 29-09-2022, 29.09.2022
std::optional<base::Day> french_day(std::string_view text) {
  for (const char mark : {'/', '-', '.'}) {
    const auto parts = base::split(text, mark);
    if (parts.size() != 3) continue;
    const auto day = number(parts[0]), month = number(parts[1]), year = number(parts[2]);
    if (day && month && year && parts[2].size() == 4) return base::Day::of(*year, *month, *day);
  }
  return std::nullopt;
}

bool exists(base::Day day, const TimeOfDay& time) {
  const auto wall = base::paris::wall_time(base::paris::at(day, time.hour, time.minute));
  return wall.day == day && wall.hour == time.hour && wall.minute == time.minute;
}

// Hours between two midnights of Paris: 23 or 25 on the days of a clock change.
std::int64_t hours_of(base::Day day) {
  return (base::paris::start_of(day + 1) - base::paris::start_of(day)).count() / 3'600'000'000;
}

}  // namespace

std::string_view to_text(Kind kind) { return base::word_of(kind_words, kind).text; }
std::optional<Kind> kind_from_text(std::string_view text) { return base::value_of(kind_words, text); }
std::string_view label(Kind kind) { return base::word_of(kind_words, kind).label; }

std::optional<TimeOfDay> time_from_text(std::string_view typed) {
  const std::string_view text = base::trim(typed);
  const auto mark = text.find_first_of(":hH");
  if (mark == std::string_view::npos) return std::nullopt;
  const auto hour = number(text.substr(0, mark));
  const auto rest = text.substr(mark + 1);
  const auto minute = rest.empty() && text[mark] != ':' ? std::optional(0) : number(rest);
  if (!hour || !minute || *hour < 0 || *hour > 23 || *minute < 0 || *minute > 59) return std::nullopt;
  return TimeOfDay{*hour, *minute};
}

std::string to_text(const TimeOfDay& time) { return fmt::format("{:02}:{:02}", time.hour, time.minute); }

base::Instant instant_of(const When& when) {
  return when.time ? base::paris::at(when.day, when.time->hour, when.time->minute) : base::paris::start_of(when.day);
}

std::string words_of(const When& when) {
  return when.time ? dashed(when.day) + " à " + to_text(*when.time) : dashed(when.day);
}

std::string words_of(Kind kind, const When& when) { return std::string(label(kind)) + " pour le " + words_of(when); }

std::string remark_on(const base::Day& day) {
  if (const auto hours = hours_of(day); hours != 24)
    return "Le " + dashed(day) +
           (hours == 23 ? ", on passe à l’heure d’été : à 2 h il est 3 h."
                        : ", on passe à l’heure d’hiver : à 3 h il est 2 h.");
  const std::string_view holiday = base::public_holiday_name(day);
  if (!holiday.empty()) return "Le " + dashed(day) + " est férié (" + std::string(holiday) + ").";
  constexpr int sunday = 7;
  return day.weekday() == sunday ? "Le " + dashed(day) + " est un dimanche." : std::string();
}

base::Outcome<When> read_when(Kind kind, std::string_view typed_day, std::string_view typed_time, base::Instant now) {
  const std::string_view day_text = base::trim(typed_day), time_text = base::trim(typed_time);
  auto day = base::Day::from_iso(day_text);
  if (!day) day = french_day(day_text);
  if (!day) return base::Refusal{day_missing, "day"};
  const base::Day today = base::paris::day_of(now);
  if (*day < today) return base::Refusal{day_over, "day", {dashed(*day)}};
  if (*day - today > furthest_days.value()) return base::Refusal{too_far, "day"};
  When when{*day};
  if (time_text.empty() || !inspects(kind)) return when;
  when.time = time_from_text(time_text);
  if (!when.time) return base::Refusal{time_unreadable, "time"};
  if (!exists(*day, *when.time)) return base::Refusal{no_such_hour, "time", {to_text(*when.time), dashed(*day)}};
  if (instant_of(when) < now) return base::Refusal{time_over, "time"};
  return when;
}

}  // namespace motor::schedule
