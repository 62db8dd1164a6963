#include "floor/deadlines/icalendar.hpp"

#include <fmt/format.h>

namespace deadlines {
namespace {

constexpr std::size_t longest_line = 75;  // octets, the line end not counted

bool continues_character(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

// 20261121T081200Z
std::string date_time(base::Instant instant) {
  std::string text;
  for (const char c : base::iso_utc({instant.micros - instant.micros % 1'000'000}))
    if (c != '-' && c != ':') text.push_back(c);
  return text;
}

// 20261121
std::string date(base::Day day) { return fmt::format("{:04}{:02}{:02}", day.year(), day.month(), day.day_of_month()); }

// An appointment lasts; a delay takes no time: what counts is the instant by which something must be done.
std::string when_text(const CalendarEvent& event) {
  if (event.day)
    return content_line("DTSTART;VALUE=DATE", date(*event.day)) +
           content_line("DTEND;VALUE=DATE", date(*event.day + 1));
  std::string text = content_line("DTSTART", date_time(event.at));
  if (event.length.count() > 0) text += content_line("DTEND", date_time(event.at + event.length));
  return text;
}

std::string event_text(const CalendarEvent& event, base::Instant written) {
  std::string text = content_line("BEGIN", "VEVENT");
  text += content_line("UID", event.uid);
  text += content_line("DTSTAMP", date_time(written));
  text += when_text(event);
  text += content_line("SEQUENCE", std::to_string(event.sequence));
  text += content_line("SUMMARY", calendar_text(event.summary));
  if (!event.description.empty()) text += content_line("DESCRIPTION", calendar_text(event.description));
  if (!event.url.empty()) text += content_line("URL", event.url);
  if (!event.location.empty()) text += content_line("LOCATION", calendar_text(event.location));
  text += content_line("TRANSP", event.length.count() > 0 ? "OPAQUE" : "TRANSPARENT");
  return text + content_line("END", "VEVENT");
}

}  // namespace

std::string_view host_of(std::string_view public_url) {
  const auto scheme = public_url.find("://");
  if (scheme != std::string_view::npos) public_url.remove_prefix(scheme + 3);
  return public_url.substr(0, public_url.find_first_of(":/"));
}

std::string content_line(std::string_view name, std::string_view value) {
  const std::string whole = fmt::format("{}:{}", name, value);
  std::string folded;
  std::size_t room = longest_line;
  for (std::size_t begin = 0; begin < whole.size();) {
    std::size_t end = std::min(begin + room, whole.size());
    while (end < whole.size() && end > begin && continues_character(whole[end])) --end;
    if (begin != 0) folded += "\r\n ";
    folded.append(whole, begin, end - begin);
    begin = end;
    room = longest_line - 1;  // the blank that begins a continuation counts
  }
  return folded + "\r\n";
}

std::string calendar_text(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    if (c == '\r') continue;
    if (c == '\n') {
      escaped += "\\n";
      continue;
    }
    if (c == '\\' || c == ';' || c == ',') escaped.push_back('\\');
    escaped.push_back(c);
  }
  return escaped;
}

std::string to_icalendar(const Calendar& calendar) {
  std::string text = content_line("BEGIN", "VCALENDAR");
  text += content_line("VERSION", "2.0");
  text += content_line("PRODID", "-//Mandat//Echeances//FR");
  text += content_line("METHOD", "PUBLISH");
  text += content_line("NAME", calendar_text(calendar.name));  // RFC 7986
  text += content_line("X-WR-CALNAME", calendar_text(calendar.name));
  text += content_line("REFRESH-INTERVAL;VALUE=DURATION", "PT1H");
  for (const CalendarEvent& event : calendar.events) text += event_text(event, calendar.written);
  return text + content_line("END", "VCALENDAR");
}

web::Response calendar_response(const Calendar& calendar, std::string_view file_name) {
  web::Response response;
  response.body = to_icalendar(calendar);
  return response.header("Content-Type", "text/calendar; charset=utf-8")
      .header("Content-Disposition", fmt::format("attachment; filename=\"{}\"", file_name));
}

}  // namespace deadlines
