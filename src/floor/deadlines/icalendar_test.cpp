#include "floor/deadlines/icalendar.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/text.hpp"

namespace deadlines {
namespace {

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = text.find("\r\n", begin);
    EXPECT_NE(end, std::string::npos) << "a line ends with CRLF";
    if (end == std::string::npos) break;
    lines.push_back(text.substr(begin, end - begin));
    begin = end + 2;
  }
  return lines;
}

std::string unfolded(const std::string& text) {
  std::string whole;
  for (const std::string& line : lines_of(text)) whole += line.starts_with(' ') ? line.substr(1) : line;
  return whole;
}

base::Instant at(std::string_view iso) { return base::instant_from_iso_utc(iso).value(); }

const Calendar one_delay{.name = "Échéances, Plomberie du Rhône",
                         .written = at("2026-11-23T09:00:00Z"),
                         .events = {{.uid = "echeance-42@mandat.example.fr",
                                     .at = at("2026-11-25T08:12:00Z"),
                                     .sequence = 1,
                                     .summary = "Répondre à la demande ; 48 h",
                                     .description = "Reportée : toit inaccessible,\nnacelle commandée.",
                                     .url = "https://mandat.example.fr/chantiers/7"}}};

TEST(Icalendar, WritesADelayAsAnEventThatTakesNoTime) {  // P4.icalendar
  const std::string text = to_icalendar(one_delay);
  const auto lines = lines_of(text);
  EXPECT_EQ(lines.front(), "BEGIN:VCALENDAR");
  EXPECT_EQ(lines.back(), "END:VCALENDAR");
  for (const std::string expected : {"VERSION:2.0", "METHOD:PUBLISH", "NAME:Échéances\\, Plomberie du Rhône",
                                     "BEGIN:VEVENT", "UID:echeance-42@mandat.example.fr", "DTSTAMP:20261123T090000Z",
                                     "DTSTART:20261125T081200Z", "SEQUENCE:1", "SUMMARY:Répondre à la demande \\; 48 h",
                                     "URL:https://mandat.example.fr/chantiers/7", "TRANSP:TRANSPARENT", "END:VEVENT"})
    EXPECT_NE(std::find(lines.begin(), lines.end(), expected), lines.end()) << expected;
  EXPECT_NE(text.find("DESCRIPTION:Reportée : toit inaccessible\\,\\nnacelle commandée."), std::string::npos);
}

TEST(Icalendar, WritesAnAppointmentThatTakesItsTimeAndADayThatIsWhole) {  // P4.icalendar
  const Calendar calendar{
      .name = "Rendez-vous",
      .written = at("2026-11-23T09:00:00Z"),
      .events = {
          {.uid = "a",
           .at = at("2026-11-25T08:30:00Z"),
           .summary = "RDV",
           .location = "69003 Lyon 3e, France",
           .length = base::hours(1)},
          {.uid = "b", .at = at("2026-12-30T23:00:00Z"), .summary = "Livraison", .day = base::Day::of(2026, 12, 31)}}};
  const std::string text = to_icalendar(calendar);
  for (const std::string expected :
       {"DTSTART:20261125T083000Z\r\nDTEND:20261125T093000Z\r\n", "LOCATION:69003 Lyon 3e\\, France\r\n",
        "TRANSP:OPAQUE\r\n", "DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n"})
    EXPECT_NE(text.find(expected), std::string::npos) << expected;
}

TEST(Icalendar, LeavesOutTheFractionOfASecond) {
  const Calendar calendar{.name = "Échéances",
                          .written = at("2026-11-23T09:00:00.654321Z"),
                          .events = {{.uid = "u", .at = at("2026-11-25T08:12:00.999999Z"), .summary = "s"}}};
  const std::string text = to_icalendar(calendar);
  EXPECT_NE(text.find("DTSTAMP:20261123T090000Z\r\n"), std::string::npos);
  EXPECT_NE(text.find("DTSTART:20261125T081200Z\r\n"), std::string::npos);
}

TEST(Icalendar, WithoutDelaysIsStillACalendar) {
  const std::string text = to_icalendar({.name = "Échéances", .written = at("2026-11-23T09:00:00Z"), .events = {}});
  EXPECT_EQ(text.find("VEVENT"), std::string::npos);
  EXPECT_EQ(lines_of(text).back(), "END:VCALENDAR");
}

TEST(Icalendar, BreaksALongLineAfter75Octets) {
  const auto lines = lines_of(content_line("SUMMARY", std::string(200, 'x')));
  ASSERT_EQ(lines.size(), 3U);
  EXPECT_EQ(lines[0].size(), 75U);
  EXPECT_EQ(lines[1].size(), 75U);
  EXPECT_EQ(lines[0] + lines[1].substr(1) + lines[2].substr(1), "SUMMARY:" + std::string(200, 'x'));
}

TEST(Icalendar, EscapesWhatTextMayNotHold) {
  EXPECT_EQ(calendar_text("a;b,c\\d\r\ne\nf"), "a\\;b\\,c\\\\d\\ne\\nf");
  EXPECT_EQ(calendar_text("https://a.b/c:d"), "https://a.b/c:d");
}

// Text of letters of one to four octets.
rc::Gen<std::string> french_text() {
  const std::vector<std::string> letters{"a", "Z", " ", ";", ",", "\\", "é", "œ", "€", "’", "🛠"};
  return rc::gen::map(rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(letters)),
                      [](const std::vector<std::string>& drawn) {
                        std::string text;
                        for (const auto& letter : drawn) text += letter;
                        return text;
                      });
}

RC_GTEST_PROP(Icalendar, LosesNothingByFoldingAndNeverCutsACharacter, ()) {
  const std::string text = *rc::gen::scale(5, french_text());
  const std::string folded = content_line("DESCRIPTION", text);
  for (const std::string& line : lines_of(folded)) {
    RC_ASSERT(line.size() <= 75U);
    RC_ASSERT(base::valid_utf8(line));
  }
  RC_ASSERT(unfolded(folded) == "DESCRIPTION:" + text);
}

}  // namespace
}  // namespace deadlines
