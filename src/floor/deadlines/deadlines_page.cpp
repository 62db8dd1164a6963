// GET /administration/echeances: every delay that runs, the most urgent first, and those that ended, by how; what the
// clocks say (P4.clock_watch).
#include <array>
#include <limits>

#include "base/french.hpp"
#include "floor/audit/audit.hpp"
#include "floor/deadlines/deadline_view.hpp"
#include "floor/deadlines/pages.hpp"
#include "floor/identity/names.hpp"
#include "floor/live/live.hpp"
#include "floor/visit/cursor.hpp"
#include "floor/visit/file_link.hpp"
#include "floor/visit/page.hpp"
#include "floor/worker/worker.hpp"
#include "web/ui/notice.hpp"
#include "web/ui/page_header.hpp"
#include "web/ui/table.hpp"
#include "web/ui/tabs.hpp"

namespace deadlines {

inline constexpr base::Rule ended_rules[] = {
    MANDAT_RULE("P4.ended",
                "Administrators find the delays that ended, met, missed or cancelled, the latest first, with when and "
                "by whose act; each keeps its receipt"),
};

namespace {

namespace ui = web::ui;
using web::html::Markup;
using web::html::Url;

constexpr Url list_url = "/administration/echeances";
constexpr int page_size = 25;

// ?apres=due-id of those that run, ?avant=end-id of those that ended: the last line of the page before.
struct Place {
  base::Instant at;
  DeadlineId id = {};
};

Place place_of(const visit::Visit& visit, State state) {
  const bool runs = state == State::pending;
  const auto cursor = visit::cursor_of(visit.request.query);
  if (cursor && cursor->id > 0 && (cursor->direction == visit::Cursor::Direction::after) == runs)
    return {{cursor->key}, {cursor->id}};
  using Limits = std::numeric_limits<std::int64_t>;
  return {{runs ? Limits::min() : Limits::max()}, {}};
}

struct ShownState {
  State state;
  std::string_view key, title, lead, empty_title, empty_text;
};
constexpr std::array shown_states{
    ShownState{State::pending, "", "En cours", "Les délais en cours, le plus pressant d’abord.", "Aucun délai en cours",
               "Un délai commence avec l’acte qui le déclenche, par exemple une demande envoyée."},
    ShownState{State::met, "respectees", "Respectées", "Les délais tenus, le dernier d’abord.", "Aucun délai respecté",
               "Un délai tenu reste ici, avec la personne qui l’a tenu."},
    ShownState{State::fired, "echues", "Échues", "Les délais et les rappels arrivés à leur terme, le dernier d’abord.",
               "Aucun délai échu", "Un délai qui n’a pas été tenu reste ici, avec l’instant où il a pris fin."},
    ShownState{State::cancelled, "annulees", "Annulées", "Les délais devenus sans objet, le dernier d’abord.",
               "Aucun délai annulé", "Un délai prend fin avec ce qu’il attendait, par exemple une demande retirée."}};

const ShownState& shown_of(const visit::Visit& visit) {
  const auto asked = visit.request.query.get("etat");
  for (const ShownState& shown : shown_states)
    if (shown.key == asked) return shown;
  return shown_states.front();
}

Url url_of(const ShownState& shown) {
  return shown.state == State::pending ? list_url : list_url.query("etat", shown.key);
}

Url next_url(const ShownState& shown, const Deadline& last) {
  const bool runs = shown.state == State::pending;
  const std::int64_t key = runs ? last.due.micros : last.ended.value_or(last.due).micros;
  return url_of(shown).query(runs ? "apres" : "avant", std::to_string(key) + "-" + std::to_string(last.id.value));
}

Page page_at(db::Transaction& tx, const ShownState& shown, const Place& place) {
  return shown.state == State::pending ? pending_page(tx, place.at, place.id, page_size)
                                       : ended_page(tx, shown.state, place.at, place.id, page_size);
}

// What tells one state of a page from another (P15): its delays in their order and when each is due.
std::string mark_of(const Page& page) {
  constexpr std::uint64_t basis = 14'695'981'039'346'656'037U, prime = 1'099'511'628'211U;  // FNV-1a
  std::uint64_t mark = basis;
  for (const Deadline& deadline : page.deadlines)
    for (const std::int64_t value : {deadline.id.value, deadline.due.micros})
      mark = (mark ^ static_cast<std::uint64_t>(value)) * prime;
  return std::to_string(mark);
}

Url direct_url(const visit::Visit& visit, const ShownState& shown, const Page& page) {
  Url url = "/administration/echeances/direct";
  if (!shown.key.empty()) url = url.query("etat", shown.key);
  for (const std::string_view place : {"apres", "avant"})
    if (const auto at = visit.request.query.get(place); !at.empty()) url = url.query(place, at);
  return url.query("vu", mark_of(page));
}

Markup state_tabs(const ShownState& current) {
  std::vector<ui::Tab> row;
  for (const ShownState& shown : shown_states)
    row.push_back({.label = std::string(shown.title), .url = url_of(shown), .current = shown.state == current.state});
  return ui::tabs("État des délais", row);
}

ui::Row row_of(const visit::Visit& visit, const Deadline& deadline, const identity::Names& names) {
  ui::Row row{.url = Url::path("/administration/echeances/{}", deadline.id),
              .cells = {ui::Value::two_lines(visit.site.delay_label(deadline.rule), deadline.rule),
                        owner_text(deadline, names.of(deadline.owner)), visit::file_link(visit, deadline.file)}};
  const ui::Due due = due_of(deadline.due, visit.now);
  const ui::Value last = ui::Value::two_lines(ui::due_exact(due), extensions_text(deadline));
  if (deadline.state == State::pending) {
    row.cells.emplace_back(due);
    row.cells.push_back(last);
  } else {
    row.cells.push_back(last);
    row.cells.push_back(ui::Value::two_lines(base::french::instant_medium(deadline.ended.value_or(deadline.due)),
                                             ended_by_text(deadline, names)));
  }
  return row;
}

Markup table_of(const visit::Visit& visit, const ShownState& shown, const Page& page, const identity::Names& names) {
  const bool runs = shown.state == State::pending;
  ui::Table table{.caption = "Échéances : " + std::string(shown.title),
                  .columns = {{.label = "Délai"},
                              {.label = "À qui d’agir"},
                              {.label = "Dossier"},
                              {.label = runs ? "Échéance" : "Dernier moment"},
                              {.label = runs ? "Dernier moment" : "Fin"}},
                  .rows = {}};
  for (const Deadline& deadline : page.deadlines) table.rows.push_back(row_of(visit, deadline, names));
  return ui::data_table(table);
}

// Shown by the server whose clocks have parted; each server watches its own.
Markup clock_notice(const visit::Visit& visit) {
  if (visit.site.worker == nullptr || !visit.site.worker->holding()) return {};
  const ui::Action confirm{.label = "Confirmer l’heure du serveur",
                           .url = "/administration/horloge/confirmation",
                           .look = ui::Look::danger,
                           .icon = ui::Icon::clock,
                           .post = ui::Post{.csrf_token = visit::csrf_token(visit),
                                            .question = "L’heure affichée est-elle la bonne ?",
                                            .consequence = "Les échéances passées se déclencheront aussitôt."}};
  const bool may_confirm = identity::at_least(visit.actor().role, identity::Role::member);
  return ui::notice(
      {.tone = ui::Tone::bad,
       .title = "Les échéances sont suspendues : l’horloge du serveur a sauté de plus de cinq minutes",
       .text = "Plus aucune échéance ne se déclenche tant qu’un administrateur n’a pas confirmé l’heure."},
      may_confirm ? ui::actions_row({confirm}) : Markup{});
}

}  // namespace

web::Response show_deadlines(visit::Visit& visit) {
  const ShownState& shown = shown_of(visit);
  const Place place = place_of(visit, shown.state);
  struct Read {
    Page page;
    identity::Names names;
  };
  const Read found = visit.platform.database.read([&](db::Transaction& tx) {
    Page page = page_at(tx, shown, place);
    std::vector<identity::OrganisationId> organisations;
    std::vector<identity::AccountId> people;
    for (const Deadline& deadline : page.deadlines) {
      organisations.insert(organisations.end(), {deadline.owner, deadline.ended_for});
      people.push_back(deadline.ended_by);
    }
    return Read{std::move(page), identity::Names(tx, std::move(organisations), std::move(people))};
  });
  Markup body = ui::page_header({.title = "Échéances", .lead = std::string(shown.lead)});
  body += clock_notice(visit);
  body += state_tabs(shown);
  if (found.page.deadlines.empty()) {
    body += ui::empty_state(
        {.icon = ui::Icon::clock, .title = std::string(shown.empty_title), .text = std::string(shown.empty_text)});
  } else {
    body += table_of(visit, shown, found.page, found.names);
    body += ui::pager(
        {.previous = place.id ? std::optional(url_of(shown)) : std::nullopt,
         .next = found.page.more ? std::optional(next_url(shown, found.page.deadlines.back())) : std::nullopt});
  }
  return visit::page(visit, {.title = "Échéances",
                             .body = std::move(body),
                             .width = ui::Frame::Width::full,
                             .live = direct_url(visit, shown, found.page)});
}

web::Response deadlines_changes(visit::Visit& visit) {
  const ShownState& shown = shown_of(visit);
  return live::answer_if(visit, [&](db::Transaction& tx) {
    return mark_of(page_at(tx, shown, place_of(visit, shown.state))) != visit.request.query.get("vu");
  });
}

web::Response post_clock_confirmation(visit::Visit& visit) {
  if (visit.site.worker == nullptr || !visit.site.worker->holding())
    return visit::see_other(visit, list_url, {ui::Tone::info, "Les échéances se déclenchent déjà normalement."});
  visit.platform.act(visit.author(), [](platform::Act& act) { audit::record(act, {"clock.confirmed"}); });
  visit.site.worker->confirm_clock();
  return visit::see_other(visit, list_url, {ui::Tone::good, "L’heure est confirmée : les échéances reprennent."});
}

}  // namespace deadlines
