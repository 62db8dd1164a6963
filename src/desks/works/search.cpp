// What the search of every page finds of desk Travaux: claims for brokers and administrators, jobs for the firms (P2).
#include "base/french.hpp"
#include "desks/works/claim/claim_kind.hpp"
#include "desks/works/claim/claim_list.hpp"
#include "desks/works/claim/claim_words.hpp"
#include "desks/works/desk.hpp"
#include "desks/works/mandate/job_view.hpp"

namespace works {
namespace {

using identity::OrganisationKind;
using web::html::Url;

std::string day(base::Instant at) { return base::french::day_short(base::paris::day_of(at)); }

visit::SearchHit hit_of(const claim::Line& line) {
  const auto* kind = claim::find_claim_kind(line->kind);
  return {.url = Url::path("/travaux/dossiers/{}", line.id),
          .title = line->reference + " · " + line->insured_name,
          .detail = (kind ? std::string(kind->label) : line->kind) + " · " + line->place_name + " · " +
                    day(line->declared_at),
          .state = claim::status_badge(line->status)};
}

visit::SearchFound find_claims(db::Transaction& tx, const identity::Actor& actor, const visit::SearchAsked& asked) {
  claim::ListQuery query{.search = asked.typed, .limit = asked.limit};
  if (!actor.is(OrganisationKind::administrator)) query.broker = actor.organisation;
  visit::SearchFound found;
  const auto claims = claim::find_page(tx, query, asked.count_up_to);
  for (const auto& line : claims.page.lines) found.hits.push_back(hit_of(line));
  if (found.hits.empty()) return found;
  found.count = claims.shown;
  found.all = Url("/travaux").query("q", asked.typed);
  return found;
}

visit::SearchHit hit_of(const mandate::Mandate& mandate) {
  return {.url = Url::path("/chantiers/{}", mandate.id),
          .title = mandate.trades_text + " · " + mandate.place_name,
          .detail = "Demandé le " + day(mandate.asked_at) + " · " + base::french::distance(mandate.distance_m),
          .state = mandate::badge_of(mandate.state)};
}

visit::SearchFound find_jobs(db::Transaction& tx, const identity::Actor& actor, const visit::SearchAsked& asked) {
  visit::SearchFound found;
  for (const auto& mandate : mandate::find_of_tradesman(tx, actor.organisation, asked.folded, asked.limit))
    found.hits.push_back(hit_of(mandate));
  if (!found.hits.empty())
    found.count = mandate::count_of_tradesman(tx, actor.organisation, asked.folded, asked.count_up_to);
  return found;
}

}  // namespace

std::vector<visit::SearchSource> search() {
  return {
      {.title = "Dossiers travaux",
       .icon = web::ui::Icon::list,
       .kinds = {OrganisationKind::broker, OrganisationKind::administrator},
       .find = find_claims},
      {.title = "Chantiers", .icon = web::ui::Icon::hammer, .kinds = {OrganisationKind::tradesman}, .find = find_jobs},
  };
}

}  // namespace works
