// Delays as an iCalendar feed (RFC 5545), so that they stand in a person's own calendar (P4).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/rule.hpp"
#include "base/time.hpp"
#include "web/http.hpp"

namespace deadlines {

inline constexpr base::Rule calendar_rules[] = {
    MANDAT_RULE(
        "P4.icalendar",
        "The delays that an organisation owes, and those that others owe in its files as their pages show them, "
        "stand in a calendar feed of its own; each keeps its UID when it moves, and its sequence grows."),
    MANDAT_RULE("P4.calendar_address",
                "Each person has a secret address of that feed, for a calendar that cannot sign in: it serves as long "
                "as he belongs to the organisation, a new one ends it, and he may end it himself"),
};

struct CalendarEvent {
  std::string uid;  // stable: "echeance-42@mandat.example.fr"
  base::Instant at;
  int sequence = 0;  // grows each time the event moves
  std::string summary;
  std::string description = {};
  std::string url = {};
  std::string location = {};
  std::optional<base::Day> day = {};  // the whole day, whatever `at` says
  base::Duration length = {};         // of an appointment, which takes its time; none: an instant by which to act
};

struct Calendar {
  std::string name;
  base::Instant written;
  std::vector<CalendarEvent> events;
};

std::string to_icalendar(const Calendar& calendar);
// The same as a download of that name: "echeances.ics".
web::Response calendar_response(const Calendar& calendar, std::string_view file_name);

// "mandat.example.fr" of "https://mandat.example.fr:8443": what the UIDs of a server's events end with.
std::string_view host_of(std::string_view public_url);

// "NAME:value" and its line end, broken into lines of 75 octets at most, never inside a character (§ 3.1).
std::string content_line(std::string_view name, std::string_view value);
// A TEXT value: backslash, semicolon, comma and line end written as § 3.3.11 says.
std::string calendar_text(std::string_view text);

}  // namespace deadlines
