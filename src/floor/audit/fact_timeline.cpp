#include "floor/audit/fact_timeline.hpp"

#include "floor/identity/names.hpp"
#include "floor/visit/site.hpp"
#include "web/ui/timeline.hpp"

namespace audit {
namespace {

std::string who_of(const Fact& fact, const identity::Names& names) {
  if (fact.cause == platform::Cause::deadline) return "Délai échu";
  const std::string person = names.of(fact.account), house = names.of(fact.organisation);
  if (person.empty() && house.empty()) return "Mandat";
  return person + (person.empty() || house.empty() ? "" : ", ") + house;
}

}  // namespace

web::html::Markup fact_timeline(const visit::Visit& visit, db::Transaction& tx, const platform::FileRef& file) {
  const auto facts = facts_of(tx, file);
  std::vector<identity::OrganisationId> organisations;
  std::vector<identity::AccountId> accounts;
  for (const Fact& fact : facts) {
    organisations.push_back(fact.organisation);
    accounts.push_back(fact.account);
  }
  const identity::Names names(tx, std::move(organisations), std::move(accounts));
  std::vector<web::ui::Event> events;
  for (auto fact = facts.rbegin(); fact != facts.rend(); ++fact) {
    const auto word = visit.site.words.find(fact->code);
    if (word != visit.site.words.end())
      events.push_back({.at = fact->at, .what = word->second, .who = who_of(*fact, names)});
  }
  return events.empty() ? web::html::Markup{} : web::ui::timeline(events);
}

}  // namespace audit
