#include "desks/motor/schedule/schedule_rules.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace motor::schedule {
namespace {

base::Instant at(std::string_view iso) { return base::instant_from_iso_utc(iso).value(); }
const base::Instant monday = at("2026-11-23T09:00:00Z");  // 10:00 in Paris

TEST(ScheduleRules, M21_names_the_four_dates_as_the_source) {
  EXPECT_EQ(label(Kind::visit), "Date de RDV Terrain");
  EXPECT_EQ(label(Kind::repair), "Date de réparation");
  EXPECT_EQ(label(Kind::remote), "Date EAD");
  EXPECT_EQ(label(Kind::delivery), "Date de livraison + Facturation");
  for (const Kind kind : kinds) EXPECT_EQ(kind_from_text(to_text(kind)), kind);
}

TEST(ScheduleRules, M23_words_a_request_as_the_source) {
  EXPECT_EQ(words_of(Kind::remote, {base::Day::of(2022, 9, 29).value()}), "Date EAD pour le 29-09-2022");
  EXPECT_EQ(words_of(Kind::visit, {base::Day::of(2022, 9, 19).value(), TimeOfDay{9, 5}}),
            "Date de RDV Terrain pour le 19-09-2022 à 09:05");
}

TEST(ScheduleRules, M21_reads_days_as_browsers_and_people_write_them) {
  for (const auto* typed : {"2026-12-01", "01/12/2026", " 1-12-2026 ", "01.12.2026"})
    EXPECT_EQ(read_when(Kind::repair, typed, "", monday)->day, base::Day::of(2026, 12, 1)) << typed;
  for (const auto* typed : {"", "demain", "31/02/2027", "01/12/26", "2026-13-01"})
    EXPECT_TRUE(read_when(Kind::repair, typed, "", monday).refused_as(day_missing)) << typed;
  for (const auto* typed : {"09:30", "9:30", "9h30", "09H30"})
    EXPECT_EQ(read_when(Kind::visit, "2026-12-01", typed, monday)->time, (TimeOfDay{9, 30})) << typed;
  EXPECT_EQ(read_when(Kind::visit, "2026-12-01", "9h", monday)->time, (TimeOfDay{9, 0}));
  for (const auto* typed : {"24:00", "9", "12:60", "midi", ":30", "9:"})
    EXPECT_TRUE(read_when(Kind::visit, "2026-12-01", typed, monday).refused_as(time_unreadable)) << typed;
}

TEST(ScheduleRules, M21_takes_today_to_a_year_ahead) {
  EXPECT_TRUE(read_when(Kind::delivery, "2026-11-23", "", monday).ok());
  EXPECT_TRUE(read_when(Kind::delivery, "2026-11-22", "", monday).refused_as(day_over));
  EXPECT_TRUE(read_when(Kind::delivery, "2027-11-24", "", monday).ok());
  EXPECT_TRUE(read_when(Kind::delivery, "2027-11-25", "", monday).refused_as(too_far));
  EXPECT_TRUE(read_when(Kind::visit, "2026-11-23", "09:59", monday).refused_as(time_over));
  EXPECT_TRUE(read_when(Kind::visit, "2026-11-23", "10:00", monday).ok());
  EXPECT_TRUE(read_when(Kind::visit, "2026-11-23", "", monday).ok()) << "the day alone";
  // Just after midnight in Paris, it is still the day before in UTC.
  EXPECT_TRUE(read_when(Kind::visit, "2026-11-23", "", at("2026-11-23T23:30:00Z")).refused_as(day_over));
}

TEST(ScheduleRules, M21_an_hour_is_for_inspections_only) {
  EXPECT_EQ(read_when(Kind::repair, "2026-12-01", "09:30", monday)->time, std::nullopt);
  EXPECT_EQ(read_when(Kind::delivery, "2026-12-01", "n’importe", monday)->time, std::nullopt);
}

TEST(ScheduleRules, M21_hour_that_a_clock_change_leaps_over_is_refused) {  // M21.hour
  EXPECT_TRUE(read_when(Kind::visit, "2027-03-28", "02:30", monday).refused_as(no_such_hour));
  EXPECT_EQ(instant_of(*read_when(Kind::visit, "2027-03-28", "01:59", monday)), at("2027-03-28T00:59:00Z"));
  EXPECT_EQ(instant_of(*read_when(Kind::visit, "2027-03-28", "03:00", monday)), at("2027-03-28T01:00:00Z"));
  EXPECT_EQ(instant_of(*read_when(Kind::visit, "2027-03-28", "09:00", monday)), at("2027-03-28T07:00:00Z"));
  // In autumn 02:30 comes twice: the first of the two.
  EXPECT_EQ(instant_of(*read_when(Kind::visit, "2027-10-31", "02:30", monday)), at("2027-10-31T00:30:00Z"));
  EXPECT_EQ(instant_of(*read_when(Kind::visit, "2027-10-31", "09:00", monday)), at("2027-10-31T08:00:00Z"));
}

TEST(ScheduleRules, M21_hour_says_what_is_particular_to_a_day) {  // M21.hour
  EXPECT_EQ(remark_on(base::Day::of(2027, 3, 28).value()),
            "Le 28-03-2027, on passe à l’heure d’été : à 2 h il est 3 h.");
  EXPECT_EQ(remark_on(base::Day::of(2027, 10, 31).value()),
            "Le 31-10-2027, on passe à l’heure d’hiver : à 3 h il est 2 h.");
  EXPECT_EQ(remark_on(base::Day::of(2026, 11, 29).value()), "Le 29-11-2026 est un dimanche.");
  EXPECT_NE(remark_on(base::Day::of(2026, 12, 25).value()).find("est férié"), std::string::npos);
  EXPECT_EQ(remark_on(base::Day::of(2026, 11, 24).value()), "");
}

RC_GTEST_PROP(ScheduleRules, M21_hour_accepted_is_the_hour_that_clocks_in_Paris_show, ()) {  // M21.hour
  const auto day = base::paris::day_of(monday) + *rc::gen::inRange(1, 366);
  const TimeOfDay time{*rc::gen::inRange(0, 24), *rc::gen::inRange(0, 60)};
  const auto when = read_when(Kind::remote, day.iso(), to_text(time), monday);
  if (!when) {
    RC_ASSERT(when.refused_as(no_such_hour));
    RC_ASSERT(time.hour == 2);
    return;
  }
  const auto wall = base::paris::wall_time(instant_of(*when));
  RC_ASSERT(wall.day == day && wall.hour == time.hour && wall.minute == time.minute);
}

}  // namespace
}  // namespace motor::schedule
