// What a file's page shows of its dates: the parts of the Expertise tab, and a summary for the other tab (M21–M24).
#pragma once

#include <string>
#include <vector>

#include "desks/motor/reminder/reminder.hpp"
#include "desks/motor/schedule/schedule.hpp"
#include "floor/identity/names.hpp"
#include "web/html/markup.hpp"
#include "web/ui/badge.hpp"
#include "web/ui/form.hpp"

namespace motor::schedule {

struct Board {
  std::vector<Date> dates;  // that concern the reader, oldest first
  reminder::Standing reminders;
};
Board board_of(db::Transaction& tx, const file::File& file, const identity::Actor& reader);
// How many dates wait for this side.
std::int64_t waiting_for(const Board& board, file::Side side);

// Who reads the page, and what he may do there.
struct Reading {
  const file::File& file;
  const Board& board;
  file::Side side;
  bool may_act;  // member or manager, of a file that is open
  base::Instant now;
  const std::string& csrf_token;
  const web::ui::FormState& typed;
  std::optional<base::Instant> next_reminder = {};  // while something is awaited
};

// « Date EAD pour le 29-09-2022 », whose day never breaks over two lines.
web::html::Markup worded(Kind kind, const When& when);

std::string_view slug(Kind kind);  // in the address: "rdv-terrain"
std::optional<Kind> kind_from_slug(std::string_view slug);
web::ui::Badge badge_of(State state);

web::html::Markup events_card(const Reading& reading);    // Evènements
web::html::Markup agenda_card(const Reading& reading);    // Agenda
web::html::Markup requests_card(const Reading& reading);  // Historique des demandes (M23)
web::html::Markup summary_card(const Reading& reading);   // for the file's first tab
// « Aucune relance avant le … » (M24); nothing when reminders may leave.
web::html::Markup quiet_notice(const Reading& reading);
std::string quiet_words(const reminder::Standing& standing, base::Instant now);  // empty when they may

// The acts on one date, wherever it is listed; `back`: the page to return to, in the words of its address.
web::html::Markup decision_forms(const Date& date, const std::string& csrf_token, const web::ui::FormState& typed,
                                 std::string_view back);
web::html::Markup reply_forms(const Date& date, const std::string& csrf_token, const web::ui::FormState& typed,
                              std::string_view back);

}  // namespace motor::schedule
