// GET /reparateurs/agenda: what a repairer has to answer, and his dates to come (M21, M22).
#include "base/french.hpp"
#include "desks/motor/file/file_briefs.hpp"
#include "desks/motor/rounds/rounds_pages.hpp"
#include "desks/motor/rounds/subscription.hpp"
#include "desks/motor/schedule/board.hpp"
#include "floor/identity/names.hpp"
#include "floor/visit/page.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"
#include "web/ui/page_header.hpp"
#include "web/ui/table.hpp"

#include <algorithm>

namespace motor::rounds {
namespace {

namespace html = web::html;
namespace ui = web::ui;
using html::Markup;
using html::Url;
using schedule::Date;

constexpr int days_ahead = 90;
constexpr int most_dates = 200;

struct Agenda {
  std::vector<Date> to_answer, to_come;
  file::Briefs files;
  identity::Names names;
};

Agenda load(visit::Visit& visit) {
  const base::Day today = base::paris::day_of(visit.now);
  const auto repairer = visit.actor().organisation;
  return visit.platform.database.read([&](db::Transaction& tx) {
    auto to_answer = schedule::to_answer(tx, repairer, most_dates);
    auto to_come = schedule::between(tx, {file::Side::repairer, repairer}, today, today + days_ahead, most_dates);
    std::vector<FileId> ids;
    for (const auto& date : to_answer) ids.push_back(date.file);
    for (const auto& date : to_come) ids.push_back(date.file);
    file::Briefs files(tx, std::move(ids));
    // A file that went to another repairer is no longer his to read.
    const auto gone = [&](const Date& date) {
      const auto* file = files.of(date.file);
      return file == nullptr || file->repairer != repairer;
    };
    std::erase_if(to_answer, gone);
    std::erase_if(to_come, [&](const Date& date) { return gone(date) || date.state == schedule::State::countered; });
    identity::Names names(tx, files.organisations());
    return Agenda{std::move(to_answer), std::move(to_come), std::move(files), std::move(names)};
  });
}

Markup file_line(const Agenda& agenda, const file::Brief& file) {
  return html::p(html::cls("quiet"), "Dossier ",
                 html::a(html::href(Url::path("/reparateurs/dossiers/{}/expertise", file.id)), file.reference), " · ",
                 file.vehicle_words(), " · ", agenda.names.of(file.cabinet));
}

Markup answer_item(const visit::Visit& visit, const Agenda& agenda, const Date& date) {
  Markup body = html::p(html::cls("date-line"), html::strong(schedule::worded(date.kind, date.when)),
                        html::span(html::cls("quiet"), "depuis ",
                                   base::french::elapsed(visit.now - date.decided_at.value_or(date.asked_at))));
  body += file_line(agenda, *agenda.files.of(date.file));
  body += html::p(html::cls("quiet"), "Au lieu du ", words_of(date.asked), " : ", date.counter_reason);
  if (const auto remark = schedule::remark_on(date.when.day); !remark.empty())
    body += html::p(html::cls("hint"), remark);
  if (identity::at_least(visit.actor().role, identity::Role::member))
    body += schedule::reply_forms(date, visit::csrf_token(visit), {}, "agenda");
  return html::li(html::cls("waiting-item"), body);
}

Markup day_card(const Agenda& agenda, base::Day day, const std::vector<Date>& dates) {
  Markup items;
  for (const Date& date : dates) {
    const std::string hour = date.when.time ? to_text(*date.when.time) + " · " : "";
    items += html::li(html::cls("waiting-item"),
                      html::p(html::cls("date-line"), html::strong(hour, label(date.kind)),
                              ui::status_badge(schedule::badge_of(date.state))),
                      file_line(agenda, *agenda.files.of(date.file)));
  }
  return ui::card({.title = base::french::day_long(day), .icon = ui::Icon::calendar},
                  html::ul(html::cls("waiting"), items));
}

}  // namespace

web::Response show_agenda(visit::Visit& visit) {
  const Agenda agenda = load(visit);
  std::vector<Markup> wide;
  if (!agenda.to_answer.empty()) {
    Markup items;
    for (const Date& date : agenda.to_answer) items += answer_item(visit, agenda, date);
    wide.push_back(ui::card({.title = "À répondre", .icon = ui::Icon::hourglass, .id = "a-repondre"},
                            html::ul(html::cls("waiting"), items)));
  }
  for (std::size_t i = 0; i < agenda.to_come.size();) {
    const base::Day day = agenda.to_come[i].when.day;
    std::vector<Date> of_day;
    for (; i < agenda.to_come.size() && agenda.to_come[i].when.day == day; ++i) of_day.push_back(agenda.to_come[i]);
    wide.push_back(day_card(agenda, day, of_day));
  }
  if (wide.empty())
    wide.push_back(ui::empty_state({.icon = ui::Icon::calendar,
                                    .title = "Aucune date à venir",
                                    .text = "Suggérez une date depuis l’onglet Expertise d’un dossier.",
                                    .action = ui::Action{.label = "Liste des dossiers", .url = "/reparateurs"}}));
  Markup body = ui::page_header(
      {.title = "Agenda", .lead = "Les dates à venir de vos dossiers, et celles que les cabinets vous proposent."});
  body += ui::two_columns(ui::stack(wide), ui::stack({subscription_card(visit)}));
  return visit::page(visit, {.title = "Agenda", .body = std::move(body)});
}

}  // namespace motor::rounds
