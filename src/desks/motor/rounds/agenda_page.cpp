// GET /reparateurs/agenda: what a repairer has to answer, and his dates to come (M21, M22).
#include "base/french.hpp"
#include "base/text.hpp"
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

constexpr int days_ahead = 366;  // as far as a date may be asked for (M21.furthest_days)
constexpr std::size_t page_size = 50;
constexpr Url page_url = "/reparateurs/agenda";

// Each of the two lists has its own steps (P14): where its next page begins, and whether it begins here.
struct Steps {
  bool begins;
  std::string next = {};
  std::int64_t all = 0;
};

struct Agenda {
  std::vector<Date> to_answer, to_come;
  Steps answers, coming;
  file::Briefs files;
  identity::Names names;
};

// ?reponses=instant-id
schedule::After answers_after(const visit::Visit& visit) {
  const auto text = visit.request.query.get("reponses");
  const auto dash = text.find('-');
  if (dash == std::string_view::npos) return {};
  const schedule::After after{{visit::id_from_text(text.substr(0, dash))},
                              {visit::id_from_text(text.substr(dash + 1))}};
  return after.id ? after : schedule::After{};
}

// ?apres=2026-12-01.09:30.id: the last line of the page before; its hour may be empty.
std::optional<schedule::Line> coming_after(const visit::Visit& visit) {
  const auto parts = base::split(visit.request.query.get("apres"), '.');
  if (parts.size() != 3) return std::nullopt;
  const auto day = base::Day::from_iso(parts[0]);
  const auto id = visit::typed_id<schedule::DateId>(parts[2]);
  if (!day || !id) return std::nullopt;
  return schedule::Line{{*day, schedule::time_from_text(parts[1])}, id};
}

std::string words_of_line(const Date& date) {
  return date.when.day.iso() + "." + (date.when.time ? to_text(*date.when.time) : "") + "." +
         std::to_string(date.id.value);
}

Agenda load(visit::Visit& visit) {
  const base::Day today = base::paris::day_of(visit.now);
  const auto repairer = visit.actor().organisation;
  const auto answers = answers_after(visit);
  const auto coming = coming_after(visit);
  constexpr int limit = static_cast<int>(page_size) + 1;
  return visit.platform.database.read([&](db::Transaction& tx) {
    auto to_answer = schedule::to_answer(tx, repairer, answers, limit);
    auto to_come = schedule::between(tx, {file::Side::repairer, repairer}, today, today + days_ahead, limit, coming);
    Steps answer_steps{!answers.id, {}, schedule::count_to_answer(tx, repairer)}, coming_steps{!coming};
    if (to_answer.size() > page_size) {
      to_answer.resize(page_size);
      const Date& last = to_answer.back();
      answer_steps.next = std::to_string(last.asked_at.micros) + "-" + std::to_string(last.id.value);
    }
    if (to_come.size() > page_size) {
      to_come.resize(page_size);
      coming_steps.next = words_of_line(to_come.back());
    }
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
    return Agenda{std::move(to_answer),    std::move(to_come), std::move(answer_steps),
                  std::move(coming_steps), std::move(files),   std::move(names)};
  });
}

Markup steps_of(const Steps& steps, std::string_view field, std::string_view anchor) {
  if (steps.begins && steps.next.empty()) return {};
  ui::Pager pager;
  if (!steps.begins) pager.previous = page_url.fragment(anchor);
  if (!steps.next.empty()) pager.next = page_url.query(field, steps.next).fragment(anchor);
  if (steps.all > 0) pager.summary = base::french::plural(steps.all, "date en tout", "dates en tout");
  return ui::pager(pager);
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
  if (!agenda.to_answer.empty() || !agenda.answers.begins) {
    Markup items;
    for (const Date& date : agenda.to_answer) items += answer_item(visit, agenda, date);
    wide.push_back(
        ui::card({.title = "À répondre", .icon = ui::Icon::hourglass, .id = "a-repondre"},
                 html::ul(html::cls("waiting"), items) + steps_of(agenda.answers, "reponses", "a-repondre")));
  }
  for (std::size_t i = 0; i < agenda.to_come.size();) {
    const base::Day day = agenda.to_come[i].when.day;
    std::vector<Date> of_day;
    for (; i < agenda.to_come.size() && agenda.to_come[i].when.day == day; ++i) of_day.push_back(agenda.to_come[i]);
    wide.push_back(day_card(agenda, day, of_day));
  }
  if (auto steps = steps_of(agenda.coming, "apres", "contenu"); !steps.empty()) wide.push_back(std::move(steps));
  if (wide.empty())
    wide.push_back(ui::empty_state({.icon = ui::Icon::calendar,
                                    .title = "Aucune date à venir",
                                    .text = "Suggérez une date depuis l’onglet Expertise d’un dossier.",
                                    .action = ui::Action{.label = "Liste des dossiers", .url = "/reparateurs"}}));
  Markup body = ui::page_header(
      {.title = "Agenda", .lead = "Les dates à venir de vos dossiers, et celles que les cabinets vous proposent."});
  body += ui::two_columns(ui::stack(wide), ui::stack({subscription_card(visit)}));
  return visit::page(visit, {.title = "Agenda", .body = std::move(body), .live = Url("/reparateurs/direct")});
}

}  // namespace motor::rounds
