#include "desks/motor/schedule/board.hpp"

#include <algorithm>

#include "base/french.hpp"
#include "desks/motor/list/list_query.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"
#include "web/ui/notice.hpp"

namespace motor::schedule {
namespace {

namespace html = web::html;
namespace ui = web::ui;
using html::Markup;
using html::Url;
using ui::Field;

constexpr std::pair<Kind, std::string_view> slugs[] = {
    {Kind::visit, "rdv-terrain"}, {Kind::repair, "reparation"}, {Kind::remote, "ead"}, {Kind::delivery, "livraison"}};

bool firm(const Reading& reading) { return reading.side == file::Side::cabinet; }

Markup dated(const When& when) {
  return html::time(html::cls("nowrap"), html::datetime(when.time ? base::iso_utc(instant_of(when)) : when.day.iso()),
                    words_of(when));
}

// The form that asks for a date: the repairer suggests it, the firm fixes it.
Markup ask_form(const Reading& reading, Kind kind) {
  const Url url = Url::path("/reparateurs/dossiers/{}/dates/{}", reading.file.id, slug(kind));
  const std::string form(url.text());
  const bool again = reading.typed.form() == form;
  const auto field = [&](std::string name, std::string label, Field::Need need, std::string hint = {}) {
    return Field{.name = std::move(name),
                 .label = std::move(label),
                 .hint = std::move(hint),
                 .need = need,
                 .width = ui::FieldWidth::short_text,
                 .form = form}
        .with(reading.typed);
  };
  std::vector<Markup> row{ui::date_field(field("day", std::string(label(kind)), Field::Need::required))};
  if (inspects(kind)) row.push_back(ui::time_field(field("time", "Heure", Field::Need::optional, "Heure de Paris.")));
  Markup fields = ui::field_row(row);
  fields += ui::text_area(Field{.name = "comment",
                                .label = "Précision",
                                .hint = firm(reading) ? "Lue par le réparateur." : "Lue par le cabinet.",
                                .need = Field::Need::optional,
                                .form = form}
                              .with(reading.typed),
                          2);
  const std::string verb = firm(reading) ? "Fixer la date" : "Suggérer la date";
  return ui::disclosure(firm(reading) ? "Fixer une date" : "Suggérer une date",
                        again ? ui::Fold::open : ui::Fold::closed,
                        ui::form({.action = url,
                                  .csrf_token = reading.csrf_token,
                                  .submit = verb,
                                  .icon = firm(reading) ? ui::Icon::check : ui::Icon::send},
                                 fields));
}

Markup remark(const When& when) {
  const std::string text = remark_on(when.day);
  return text.empty() ? Markup{} : html::p(html::cls("hint"), text);
}

Markup held_line(const Date& date) {
  return html::p(html::cls("date-line"), html::strong(dated(date.when)), ui::status_badge(badge_of(State::validated)));
}

Markup waiting_line(const Reading& reading, const Date& date) {
  Markup body = html::p(html::cls("date-line"), html::strong(dated(date.when)), ui::status_badge(badge_of(date.state)),
                        html::span(html::cls("quiet"), "depuis ",
                                   base::french::elapsed(reading.now - date.decided_at.value_or(date.asked_at))));
  if (!date.comment.empty()) body += html::p(html::cls("quiet"), "«\u00a0", date.comment, "\u00a0»");
  if (date.state == State::countered)
    body += html::p(html::cls("quiet"), "Le cabinet propose cette date au lieu du ", words_of(date.asked), " : ",
                    date.counter_reason);
  body += remark(date.when);
  if (!reading.may_act) return body;
  if (firm(reading) && open(date.state)) body += decision_forms(date, reading.csrf_token, reading.typed, "");
  if (!firm(reading) && date.state == State::countered)
    body += reply_forms(date, reading.csrf_token, reading.typed, "");
  return body;
}

Markup cancel_form(const Reading& reading, const Date& date) {
  const Url url = Url::path("/reparateurs/dates/{}/annulation", date.id);
  const std::string form(url.text());
  return ui::disclosure(
      "Annuler cette date", reading.typed.form() == form ? ui::Fold::open : ui::Fold::closed,
      ui::form({.action = url, .csrf_token = reading.csrf_token, .submit = "Annuler la date", .look = ui::Look::danger},
               ui::hidden_field("seen", std::to_string(date.version)) +
                   ui::text_area(
                       Field{.name = "reason", .label = "Motif", .hint = "Lu par le réparateur.", .form = form}.with(
                           reading.typed),
                       2)));
}

Markup slot(const Reading& reading, Kind kind) {
  const auto held = in_force(reading.board.dates, kind);
  const auto asked = waiting(reading.board.dates, kind);
  Markup body;
  if (held) body += held_line(*held) + (asked ? Markup{} : remark(held->when));
  if (asked) body += waiting_line(reading, *asked);
  if (!held && !asked) body += html::p(html::cls("quiet"), "non-renseigné");
  if (reading.may_act) {
    body += ask_form(reading, kind);
    if (firm(reading) && held) body += cancel_form(reading, *held);
  }
  return html::section(html::cls("date-slot"), html::h3(label(kind)), body);
}

// What became of a request, in a sentence of the history.
std::string outcome(const Date& date) {
  std::string text;
  if (date.author == Author::cabinet) text = "Fixée par le cabinet. ";
  if (!date.comment.empty()) text += "«\u00a0" + date.comment + "\u00a0» ";
  if (!date.counter_reason.empty() || date.state == State::countered)
    text += "Le cabinet a proposé le " + words_of(date.when) + " : " + date.counter_reason + " ";
  if (!date.reason.empty()) text += date.reason;
  return text;
}

}  // namespace

Markup worded(Kind kind, const When& when) { return html::span(label(kind), " pour le ", dated(when)); }

std::string_view slug(Kind kind) {
  for (const auto& [known, text] : slugs)
    if (known == kind) return text;
  return {};
}

std::optional<Kind> kind_from_slug(std::string_view slug) {
  for (const auto& [kind, text] : slugs)
    if (text == slug) return kind;
  return std::nullopt;
}

ui::Badge badge_of(State state) {
  const std::string text(label(state));
  switch (state) {
    case State::suggested:
      return {text, ui::Tone::warn, ui::Icon::hourglass};
    case State::countered:
      return {text, ui::Tone::info, ui::Icon::refresh};
    case State::validated:
      return {text, ui::Tone::good, ui::Icon::circle_check};
    case State::refused:
      return {text, ui::Tone::bad, ui::Icon::circle_x};
    case State::withdrawn:
      return {text, ui::Tone::mute, ui::Icon::ban};
  }
  return {text};
}

Board board_of(db::Transaction& tx, const file::File& file, const identity::Actor& reader) {
  Board board{of_file(tx, file.id), reminder::standing(tx, file.id)};
  if (reader.organisation != file.cabinet)
    std::erase_if(board.dates, [&](const Date& date) { return !concerns(date, file); });
  return board;
}

std::int64_t waiting_for(const Board& board, file::Side side) {
  const State awaited = side == file::Side::cabinet ? State::suggested : State::countered;
  return std::count_if(board.dates.begin(), board.dates.end(),
                       [awaited](const Date& date) { return date.state == awaited; });
}

Markup events_card(const Reading& reading) {
  return ui::card({.title = "Evènements", .icon = ui::Icon::calendar, .id = "evenements"},
                  slot(reading, Kind::visit) + slot(reading, Kind::repair));
}

Markup agenda_card(const Reading& reading) {
  return ui::card({.title = "Agenda", .icon = ui::Icon::clock, .id = "agenda"},
                  slot(reading, Kind::remote) + slot(reading, Kind::delivery));
}

Markup requests_card(const Reading& reading) {
  std::vector<ui::Line> lines;
  for (auto date = reading.board.dates.rbegin(); date != reading.board.dates.rend(); ++date)
    lines.push_back({.what = worded(date->kind, date->asked), .detail = outcome(*date), .end = badge_of(date->state)});
  return ui::card({.title = "Historique des demandes", .icon = ui::Icon::history, .id = "demandes"},
                  ui::lines(lines, "Aucune date suggérée."));
}

std::string quiet_words(const reminder::Standing& standing, base::Instant now) {
  if (!reminder::quiet_on(standing.quiet_until, base::paris::day_of(now))) return {};
  return "aucune relance avant le " + list::dashed(*standing.quiet_until);
}

Markup quiet_notice(const Reading& reading) {
  const std::string words = quiet_words(reading.board.reminders, reading.now);
  if (words.empty()) return {};
  const auto& standing = reading.board.reminders;
  const std::string capped = standing.announced != standing.quiet_until
                                 ? " Le cabinet ne suspend pas les relances plus longtemps ; livraison et facturation "
                                   "sont annoncées pour le " +
                                       list::dashed(*standing.announced) + "."
                                 : "";
  return ui::notice({ui::Tone::info, "Fin de travaux et facturation annoncées : " + words + ".", capped});
}

Markup summary_card(const Reading& reading) {
  std::vector<ui::Fact> facts;
  for (const Kind kind : kinds) {
    const auto asked = waiting(reading.board.dates, kind);
    const auto held = in_force(reading.board.dates, kind);
    if (held) facts.push_back({std::string(label(kind)), dated(held->when)});
    if (asked)
      facts.push_back({std::string(label(kind)), html::span(html::cls("date-line"), dated(asked->when),
                                                            ui::status_badge(badge_of(asked->state)))});
  }
  const std::string quiet = quiet_words(reading.board.reminders, reading.now);
  if (!quiet.empty()) facts.push_back({"Relances", quiet});
  if (quiet.empty() && reading.next_reminder)
    facts.push_back({"Prochaine relance", list::dashed(base::paris::day_of(*reading.next_reminder))});
  Markup body = facts.empty() ? html::p(html::cls("quiet"), "Aucune date suggérée.") : ui::facts(facts);
  return ui::card(
      {.title = "Expertise",
       .icon = ui::Icon::calendar,
       .action = ui::Action{.label = reading.may_act && !firm(reading) ? "Suggérer une date" : "Voir les dates",
                            .url = Url::path("/reparateurs/dossiers/{}/expertise", reading.file.id),
                            .look = ui::Look::quiet}},
      body);
}

}  // namespace motor::schedule
