// Which dates may be asked for, and how they are read: days and hours of Paris, clock changes included (M21).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/outcome.hpp"
#include "base/rule.hpp"
#include "base/time.hpp"

namespace motor::schedule {

inline constexpr base::Rule date_rules[] = {
    MANDAT_RULE("M21",
                "The Expertise tab: an inspection on site and the repair under Evènements, a remote inspection and the "
                "delivery with its invoice under Agenda; each is read, or suggested from today to a year ahead"),
    MANDAT_RULE("M21.hour",
                "An inspection may bear an hour of Paris. On the day of a clock change an hour that does not exist is "
                "refused with its reason, and one that exists twice is the first of the two"),
    MANDAT_RULE("M23", "Historique des demandes lists every date asked for, with its outcome"),
};
inline constexpr base::Figure<int> furthest_days{"M21.furthest_days", 366};

// In the order of the page: Evènements, then Agenda.
enum class Kind { visit, repair, remote, delivery };
inline constexpr Kind kinds[] = {Kind::visit, Kind::repair, Kind::remote, Kind::delivery};
std::string_view to_text(Kind kind);
std::optional<Kind> kind_from_text(std::string_view text);
std::string_view label(Kind kind);  // as the source: "Date de RDV Terrain"
constexpr bool inspects(Kind kind) { return kind == Kind::visit || kind == Kind::remote; }

struct TimeOfDay {
  int hour, minute;
  friend auto operator<=>(const TimeOfDay&, const TimeOfDay&) = default;
};
std::optional<TimeOfDay> time_from_text(std::string_view text);  // "09:30", "9h30"
std::string to_text(const TimeOfDay& time);                      // "09:30"

struct When {
  base::Day day;
  std::optional<TimeOfDay> time = {};
  friend bool operator==(const When&, const When&) = default;
};
base::Instant instant_of(const When& when);  // its hour in Paris; the day alone begins at 00:00
std::string words_of(const When& when);      // "29-09-2022", "29-09-2022 à 09:30"
// « Date EAD pour le 29-09-2022 » (M23)
std::string words_of(Kind kind, const When& when);
// "Ce jour est un dimanche.", "Le 28-03-2027, on passe à l’heure d’été à 2 h."; empty on other days.
std::string remark_on(const base::Day& day);

inline constexpr base::RefusalCode day_missing{base::RefusalKind::invalid, "motor.date.day_missing"};
inline constexpr base::RefusalCode time_unreadable{base::RefusalKind::invalid, "motor.date.time_unreadable"};
inline constexpr base::RefusalCode day_over{base::RefusalKind::invalid, "motor.date.day_over"};
inline constexpr base::RefusalCode time_over{base::RefusalKind::invalid, "motor.date.time_over"};
inline constexpr base::RefusalCode too_far{base::RefusalKind::invalid, "motor.date.too_far"};
inline constexpr base::RefusalCode no_such_hour{base::RefusalKind::invalid, "motor.date.no_such_hour"};

// What was typed for a date of that kind; refusals stand beside the fields `day` and `time`. Days are ISO or written
// as the French do.
base::Outcome<When> read_when(Kind kind, std::string_view day, std::string_view time, base::Instant now);

}  // namespace motor::schedule
