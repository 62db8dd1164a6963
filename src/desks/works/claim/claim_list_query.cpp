#include "desks/works/claim/claim_list_query.hpp"

#include "desks/works/claim/claim_kind.hpp"
#include "desks/works/claim/insurer.hpp"
#include "floor/visit/list_pages.hpp"

namespace works::claim {

using web::html::Url;

ListQuery query_of(const visit::Visit& visit) {
  const auto& asked = visit.request.query;
  ListQuery query;
  if (!visit.actor().is(identity::OrganisationKind::administrator)) query.broker = visit.actor().organisation;
  query.tab = tab_from_slug(asked.get("vue")).value_or(Tab::all);
  query.sort = asked.get("tri") == "echeance" ? Sort::due : Sort::recent;
  query.search = asked.get("q");
  if (find_claim_kind(asked.get("nature")) != nullptr) query.kind = asked.get("nature");
  if (find_insurer(asked.get("assureur")) != nullptr) query.insurer = asked.get("assureur");
  query.cursor = visit::cursor_of(asked);
  return query;
}

Url with_query(Url url, const ListQuery& query) {
  if (query.tab != Tab::all) url = url.query("vue", slug(query.tab));
  if (query.sort == Sort::due) url = url.query("tri", "echeance");
  if (!query.search.empty()) url = url.query("q", query.search);
  if (!query.kind.empty()) url = url.query("nature", query.kind);
  if (!query.insurer.empty()) url = url.query("assureur", query.insurer);
  return visit::at_cursor(std::move(url), query.cursor);
}

Url url_of(const ListQuery& query) { return with_query("/travaux", query); }

}  // namespace works::claim
