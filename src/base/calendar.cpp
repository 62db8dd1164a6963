#include "base/calendar.hpp"

#include <array>

#include "base/assert.hpp"

namespace base {
namespace {

struct FixedHoliday {
  int month, day;
  std::string_view name;
};

struct MovableHoliday {
  int days_after_easter;
  std::string_view name;
};

struct RegionalHoliday {
  std::string_view department;
  FixedHoliday holiday;
};

constexpr auto fixed = std::to_array<FixedHoliday>({
    {1, 1, "Jour de l’an"},
    {5, 1, "Fête du Travail"},
    {5, 8, "Victoire de 1945"},
    {7, 14, "Fête nationale"},
    {8, 15, "Assomption"},
    {11, 1, "Toussaint"},
    {11, 11, "Armistice de 1918"},
    {12, 25, "Noël"},
});

constexpr auto movable = std::to_array<MovableHoliday>({
    {1, "Lundi de Pâques"},
    {39, "Ascension"},
    {50, "Lundi de Pentecôte"},
});

constexpr MovableHoliday good_friday{-2, "Vendredi saint"};
constexpr FixedHoliday saint_stephen{12, 26, "Saint-Étienne"};

constexpr std::string_view abolition = "Abolition de l’esclavage";
constexpr auto overseas = std::to_array<RegionalHoliday>({
    {"971", {5, 27, abolition}},
    {"972", {5, 22, abolition}},
    {"973", {6, 10, abolition}},
    {"974", {12, 20, abolition}},
    {"976", {4, 27, abolition}},
});

bool falls_on(const FixedHoliday& holiday, int month, int day) { return holiday.month == month && holiday.day == day; }

std::string_view regional_name(int month, int day, int after_easter, std::string_view department) {
  if (department == "57" || department == "67" || department == "68") {
    if (after_easter == good_friday.days_after_easter) return good_friday.name;
    if (falls_on(saint_stephen, month, day)) return saint_stephen.name;
  }
  for (const RegionalHoliday& row : overseas)
    if (row.department == department && falls_on(row.holiday, month, day)) return row.holiday.name;
  return {};
}

}  // namespace

// Anonymous Gregorian algorithm (Nature, 20 April 1876), as in Meeus, Astronomical Algorithms, ch. 8.
Day easter_sunday(int year) {
  MANDAT_ASSERT(year >= 1583 && year <= 9999);
  const int golden = year % 19, century = year / 100, year_of_century = year % 100;
  const int correction = (century - (century + 8) / 25 + 1) / 3;
  const int epact = (19 * golden + century - century / 4 - correction + 15) % 30;
  const int weekday = (32 + 2 * (century % 4) + 2 * (year_of_century / 4) - epact - year_of_century % 4) % 7;
  const int exception = (golden + 11 * epact + 22 * weekday) / 451;
  const int day = epact + weekday - 7 * exception + 114;
  return *Day::of(year, day / 31, day % 31 + 1);
}

std::string_view public_holiday_name(Day day, std::string_view department) {
  const int month = day.month(), day_of_month = day.day_of_month();
  for (const FixedHoliday& holiday : fixed)
    if (falls_on(holiday, month, day_of_month)) return holiday.name;
  const int after_easter = day - easter_sunday(day.year());
  for (const MovableHoliday& holiday : movable)
    if (holiday.days_after_easter == after_easter) return holiday.name;
  return regional_name(month, day_of_month, after_easter, department);
}

bool public_holiday(Day day, std::string_view department) { return !public_holiday_name(day, department).empty(); }

bool target_day(Day day) {
  if (day.weekday() >= 6) return false;
  const int month = day.month(), day_of_month = day.day_of_month();
  if ((month == 1 || month == 5) && day_of_month == 1) return false;
  if (month == 12 && (day_of_month == 25 || day_of_month == 26)) return false;
  const int after_easter = day - easter_sunday(day.year());
  return after_easter != -2 && after_easter != 1;
}

Day next_target_day(Day from) {
  while (!target_day(from)) from = from + 1;
  return from;
}

}  // namespace base
