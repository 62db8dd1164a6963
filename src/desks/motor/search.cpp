// What the search of every page finds of desk Réparateurs: the files of the firm or of the garage's establishments, and
// the firm's own garages (P2).
#include "base/text.hpp"
#include "base/typed_text.hpp"
#include "desks/motor/attachment/siret_reading.hpp"
#include "desks/motor/desk.hpp"
#include "desks/motor/file/file_list.hpp"
#include "desks/motor/file/file_view_words.hpp"

namespace motor {
namespace {

using identity::OrganisationKind;
using web::html::Url;

visit::SearchHit hit_of(const file::Line& line) {
  std::string title = line->reference + " · " + line->vehicle;
  if (!line->plate.empty()) title += " · " + line->plate;
  return {.url = Url::path("/reparateurs/dossiers/{}", line->id),
          .title = std::move(title),
          .detail = line->insured + " · " + line->cabinet_code,
          .state = file::state_badge(line->state)};
}

visit::SearchFound find_files(db::Transaction& tx, const identity::Actor& actor, const visit::SearchAsked& asked) {
  const file::ListQuery query{
      .scope = file::scope_of(actor), .reader = actor.account, .search = asked.typed, .limit = asked.limit};
  const auto files = file::find_page(tx, query);
  visit::SearchFound found;
  for (const auto& line : files.page.lines) found.hits.push_back(hit_of(line));
  if (found.hits.empty()) return found;
  found.count = files.shown;
  found.all = Url("/reparateurs").query("q", asked.typed);
  return found;
}

visit::SearchFound find_garages(db::Transaction& tx, const identity::Actor& actor, const visit::SearchAsked& asked) {
  const std::string digits = base::compact(asked.typed, ".-");
  visit::SearchFound found;
  for (const auto& known : attachment::known_to(tx, actor.organisation)) {
    const bool named = (" " + base::fold(known.name)).find(" " + asked.folded) != std::string::npos;
    if (!named && !known.siret.starts_with(digits)) continue;
    ++found.count;
    if (static_cast<int>(found.hits.size()) < asked.limit)
      found.hits.push_back({.url = Url("/reparateurs").query("siret", known.siret),
                            .title = known.name,
                            .detail = "SIRET " + file::siret_spaced(known.siret) + " · ses dossiers"});
  }
  return found;
}

}  // namespace

std::vector<visit::SearchSource> search() {
  return {
      {.title = "Dossiers réparateurs",
       .icon = web::ui::Icon::car,
       .kinds = {OrganisationKind::adjusting_firm, OrganisationKind::repairer},
       .find = find_files},
      {.title = "Garages",
       .icon = web::ui::Icon::tool,
       .kinds = {OrganisationKind::adjusting_firm},
       .find = find_garages},
  };
}

}  // namespace motor
