// GET /administration/echeances: every delay that runs, the most urgent first; what the clocks say (P4.clock_watch).
#include <limits>

#include "floor/audit/audit.hpp"
#include "floor/deadlines/deadline_view.hpp"
#include "floor/deadlines/pages.hpp"
#include "floor/identity/names.hpp"
#include "floor/visit/file_link.hpp"
#include "floor/visit/page.hpp"
#include "floor/worker/worker.hpp"
#include "web/ui/notice.hpp"
#include "web/ui/page_header.hpp"
#include "web/ui/table.hpp"

namespace deadlines {
namespace {

namespace ui = web::ui;
using web::html::Markup;
using web::html::Url;

constexpr Url list_url = "/administration/echeances";
constexpr int page_size = 25;

// ?apres=due-id: the last line of the page before.
struct Cursor {
  base::Instant due{std::numeric_limits<std::int64_t>::min()};
  DeadlineId id = {};
};

Cursor cursor_of(const visit::Visit& visit) {
  const auto text = visit.request.query.get("apres");
  const auto dash = text.find('-');
  if (dash == std::string_view::npos) return {};
  const Cursor cursor{{visit::id_from_text(text.substr(0, dash))}, visit::typed_id<DeadlineId>(text.substr(dash + 1))};
  return cursor.id ? cursor : Cursor{};
}

Url after(const Deadline& deadline) {
  return list_url.query("apres", std::to_string(deadline.due.micros) + "-" + std::to_string(deadline.id.value));
}

ui::Row row_of(const visit::Visit& visit, const Deadline& deadline, const identity::Names& names) {
  return {.url = Url::path("/administration/echeances/{}", deadline.id),
          .cells = {ui::Value::two_lines(visit.site.delay_label(deadline.rule), deadline.rule),
                    owner_text(deadline, names.of(deadline.owner)), visit::file_link(visit, deadline.file),
                    ui::Value(due_of(deadline.due, visit.now)),
                    ui::Value::two_lines(ui::due_exact(due_of(deadline.due, visit.now)), extensions_text(deadline))}};
}

Markup table_of(const visit::Visit& visit, const Page& page, const identity::Names& names) {
  ui::Table table{.caption = "Échéances en cours",
                  .columns = {{.label = "Délai"},
                              {.label = "À qui d’agir"},
                              {.label = "Dossier"},
                              {.label = "Échéance"},
                              {.label = "Dernier moment"}},
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
  const Cursor cursor = cursor_of(visit);
  struct Read {
    Page page;
    identity::Names names;
  };
  const Read found = visit.platform.database.read([&](db::Transaction& tx) {
    Page page = pending_page(tx, cursor.due, cursor.id, page_size);
    std::vector<identity::OrganisationId> owners;
    for (const Deadline& deadline : page.deadlines) owners.push_back(deadline.owner);
    return Read{std::move(page), identity::Names(tx, std::move(owners))};
  });
  Markup body = ui::page_header({.title = "Échéances", .lead = "Les délais en cours, le plus pressant d’abord."});
  body += clock_notice(visit);
  if (found.page.deadlines.empty()) {
    body +=
        ui::empty_state({.icon = ui::Icon::clock,
                         .title = "Aucun délai en cours",
                         .text = "Un délai commence avec l’acte qui le déclenche, par exemple une demande envoyée."});
  } else {
    body += table_of(visit, found.page, found.names);
    body += ui::pager({.previous = cursor.id ? std::optional(list_url) : std::nullopt,
                       .next = found.page.more ? std::optional(after(found.page.deadlines.back())) : std::nullopt});
  }
  return visit::page(visit, {.title = "Échéances", .body = std::move(body), .width = ui::Frame::Width::full});
}

web::Response post_clock_confirmation(visit::Visit& visit) {
  if (visit.site.worker == nullptr || !visit.site.worker->holding())
    return visit::see_other(visit, list_url, {ui::Tone::info, "Les échéances se déclenchent déjà normalement."});
  visit.platform.act(visit.author(), [](platform::Act& act) { audit::record(act, {"clock.confirmed"}); });
  visit.site.worker->confirm_clock();
  return visit::see_other(visit, list_url, {ui::Tone::good, "L’heure est confirmée : les échéances reprennent."});
}

}  // namespace deadlines
