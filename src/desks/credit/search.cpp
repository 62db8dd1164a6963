// What the search of every page finds of desk credit: placements for brokers and administrators, their own for
// companies (P2, P14).
#include "base/french.hpp"
#include "base/text.hpp"
#include "desks/credit/client_desk.hpp"
#include "desks/credit/placement/pipeline.hpp"
#include "desks/credit/placement/placement_words.hpp"

namespace credit {
namespace {

using identity::OrganisationKind;
using web::html::Url;

visit::SearchFound find_placements(db::Transaction& tx, const identity::Actor& actor, const visit::SearchAsked& asked) {
  placement::PipelineQuery query{.search = asked.typed, .limit = asked.limit};
  if (!actor.is(OrganisationKind::administrator)) query.broker = actor.organisation;
  visit::SearchFound found;
  for (const auto& line : placement::pipeline(tx, query).lines) {
    std::string detail = std::string(placement::label(line.size)) + " · ouvert le " +
                         base::french::day_short(base::paris::day_of(line.opened_at));
    if (line.buyers > 0) detail += " · " + placement::rounded_euros(line.exposure);
    found.hits.push_back({.url = Url::path("/credit/dossiers/{}", line.id),
                          .title = line.reference + " · " + line.company,
                          .detail = std::move(detail),
                          .state = placement::step_badge(line.step)});
  }
  if (found.hits.empty()) return found;
  found.count = placement::count_up_to(tx, query, asked.count_up_to);
  found.all = Url("/credit").query("q", asked.typed);
  return found;
}

// A company has few files: those of its space are read and looked through.
visit::SearchFound find_own(db::Transaction& tx, const identity::Actor& actor, const visit::SearchAsked& asked) {
  visit::SearchFound found;
  for (const auto& placement : placement::of_company(tx, actor.organisation)) {
    const std::string key = base::fold(placement.reference + " " + placement.company.name);
    if (key.find(asked.folded) == std::string::npos) continue;
    ++found.count;
    if (static_cast<int>(found.hits.size()) < asked.limit)
      found.hits.push_back({.url = Url::path("/couverture/{}", placement.id),
                            .title = placement.reference + " · " + placement.company.name,
                            .state = placement::step_badge(placement.step)});
  }
  return found;
}

}  // namespace

std::vector<visit::SearchSource> search() {
  return {
      {.title = "Dossiers d’assurance-crédit",
       .icon = web::ui::Icon::shield,
       .kinds = {OrganisationKind::broker, OrganisationKind::administrator},
       .find = find_placements},
      {.title = "Ma couverture",
       .icon = web::ui::Icon::shield,
       .kinds = {OrganisationKind::insured_company},
       .find = find_own},
  };
}

}  // namespace credit
