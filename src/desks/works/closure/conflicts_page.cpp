// GET /administration/clotures: files that one side closed and the other did not, the oldest first (W26).
#include "base/french.hpp"
#include "desks/works/claim/claim_list.hpp"
#include "desks/works/closure/closure_pages.hpp"
#include "floor/identity/names.hpp"
#include "floor/visit/page.hpp"
#include "web/ui/page_header.hpp"
#include "web/ui/table.hpp"

namespace works::closure {
namespace {

namespace ui = web::ui;
using web::html::Url;

constexpr int page_size = 50;

struct Found {
  std::vector<claim::Line> lines;
  identity::Names brokers;
};

Found load(db::Transaction& tx, const std::optional<claim::Cursor>& after) {
  auto lines = claim::with_one_closure(tx, after, page_size + 1);
  std::vector<identity::OrganisationId> brokers;
  for (const auto& line : lines) brokers.push_back(line->broker);
  return {std::move(lines), identity::Names(tx, std::move(brokers))};
}

ui::Row row_of(const claim::Line& line, const Found& found) {
  const bool by_firm = line->detail == claim::Detail::job_closed;
  const std::string broker = found.brokers.of(line->broker);
  const std::string missing = by_firm ? broker : line->waiting_name.empty() ? "L’entreprise" : line->waiting_name;
  return {.url = Url::path("/travaux/dossiers/{}", line.id),
          .cells = {ui::Value::two_lines(line->reference, line->trades_text), broker, line->declared_at,
                    by_firm ? "l’entreprise" : "le courtier",
                    ui::Value::two_lines(missing, by_firm ? "clôture du dossier" : "clôture du chantier")}};
}

}  // namespace

web::Response show_conflicts(visit::Visit& visit) {
  const auto cursor = visit::cursor_of(visit.request.query);
  auto found = visit.platform.database.read([&](db::Transaction& tx) { return load(tx, cursor); });
  const bool more = found.lines.size() > page_size;
  if (more) found.lines.pop_back();
  web::html::Markup body =
      ui::page_header({.title = "Clôtures",
                       .lead = "Un côté a clos, l’autre pas encore\u00a0: ni prime ni fin du dossier avant les deux."});
  if (found.lines.empty())
    body += ui::empty_state({.icon = ui::Icon::circle_check,
                             .title = "Aucune clôture en attente de l’autre",
                             .text = "Les dossiers clos d’un seul côté s’afficheront ici."});
  std::vector<ui::Row> rows;
  for (const auto& line : found.lines) rows.push_back(row_of(line, found));
  if (!rows.empty())
    body += ui::data_table({.caption = "Dossiers clos d’un seul côté",
                            .columns = {{"Dossier"}, {"Courtier"}, {"Déclaré le"}, {"Clos par"}, {"Manque"}},
                            .rows = std::move(rows)});
  if (more) {
    const auto& last = found.lines.back();
    body += ui::pager(
        {.previous = {},
         .next = Url("/administration/clotures")
                     .query("apres", std::to_string(last->declared_at.micros) + "-" + std::to_string(last.id.value))});
  }
  return visit::page(visit,
                     {.title = "Clôtures", .body = std::move(body), .live = Url("/administration/clotures/direct")});
}

}  // namespace works::closure
