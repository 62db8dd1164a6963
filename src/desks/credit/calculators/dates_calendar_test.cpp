#include "desks/credit/calculators/dates_calendar.hpp"

#include <gmock/gmock.h>

namespace credit::calculators {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

base::Day day(const char* iso) { return base::Day::from_iso(iso).value(); }

engine::Deadlines example(const char* threat_declared = nullptr) {
  engine::DeadlineCase of;
  of.terms.declaration_base = engine::DeclarationBase::maximum_credit_period;
  of.invoices = {{.reference = "F-2025-031", .days = {.issued = day("2025-03-10"), .due = day("2025-05-09")}}};
  if (threat_declared != nullptr) of.threat_declared = day(threat_declared);
  return engine::deadlines(of).value();
}

deadlines::Calendar calendar(const engine::Deadlines& dates, const char* now) {
  return dates_calendar(dates, {"F-2025-031", "facture-f-2025-031", "mandat.example.fr"},
                        base::paris::at(day(now), 9, 0));
}

// C23.calendar: the example of C23, DMS by 07/08/2025 and DI by 06/10/2025.
TEST(DatesCalendar, C23_calendar_each_date_stands_with_its_reminders_15_5_and_1_days_before) {
  std::vector<std::pair<std::string, std::string>> found;
  for (const auto& event : calendar(example(), "2025-07-23").events)
    found.emplace_back(event.day->iso(), event.summary);
  EXPECT_THAT(found,
              ElementsAre(std::pair("2025-08-07", "Déclaration de menace de sinistre · F-2025-031"),
                          std::pair("2025-07-23", "Dans 15 jours : Déclaration de menace de sinistre · F-2025-031"),
                          std::pair("2025-08-02", "Dans 5 jours : Déclaration de menace de sinistre · F-2025-031"),
                          std::pair("2025-08-06", "Demain : Déclaration de menace de sinistre · F-2025-031"),
                          std::pair("2025-10-06", "Demande d’indemnisation · F-2025-031"),
                          std::pair("2025-09-21", "Dans 15 jours : Demande d’indemnisation · F-2025-031"),
                          std::pair("2025-10-01", "Dans 5 jours : Demande d’indemnisation · F-2025-031"),
                          std::pair("2025-10-05", "Demain : Demande d’indemnisation · F-2025-031")));
}

// C23.calendar
TEST(DatesCalendar, C23_calendar_what_is_over_is_left_out_and_what_moved_replaces_what_stood) {
  EXPECT_EQ(calendar(example(), "2025-10-05").events.size(), 2U);  // the day before the last one, which still counts
  EXPECT_EQ(calendar(example(), "2025-10-06").events.size(), 1U);
  EXPECT_TRUE(calendar(example(), "2025-10-07").events.empty());
  const auto before = calendar(example(), "2025-08-01").events,
             after = calendar(example("2025-08-02"), "2025-08-02").events;
  const auto claim = [](const auto& events) {
    for (const auto& event : events)
      if (event.summary == "Demande d’indemnisation · F-2025-031") return event;
    return deadlines::CalendarEvent{};
  };
  EXPECT_EQ(claim(before).uid, claim(after).uid);
  EXPECT_EQ(claim(after).day, day("2025-10-01"));
  EXPECT_GT(claim(after).sequence, claim(before).sequence);
  std::vector<std::string> uids;
  for (const auto& event : before) uids.push_back(event.uid);
  std::sort(uids.begin(), uids.end());
  EXPECT_EQ(std::unique(uids.begin(), uids.end()), uids.end());
  EXPECT_THAT(deadlines::to_icalendar(calendar(example(), "2025-08-01")),
              AllOf(HasSubstr("DTSTART;VALUE=DATE:20251006"), HasSubstr("facture-f-2025-031-claim_file-j15@mandat"),
                    Not(HasSubstr("DTSTART:"))));
}

}  // namespace
}  // namespace credit::calculators
