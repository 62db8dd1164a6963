#include "desks/credit/file/file_view.hpp"

#include "floor/visit/page.hpp"

namespace credit::file {
namespace {

identity::Names names_of(db::Transaction& tx, const placement::Placement& placement,
                         const std::vector<audit::Fact>& facts) {
  std::vector<identity::OrganisationId> organisations{placement.broker};
  std::vector<identity::AccountId> accounts{placement.handled_by};
  for (const auto& fact : facts) {
    if (fact.organisation) organisations.push_back(fact.organisation);
    if (fact.account) accounts.push_back(fact.account);
  }
  return {tx, std::move(organisations), std::move(accounts)};
}

}  // namespace

std::optional<FileView> load(db::Transaction& tx, PlacementId id, const visit::Visit& visit) {
  const auto& actor = visit.actor();
  auto placement = placement::find(tx, id, actor);
  if (!placement) return std::nullopt;
  auto facts = audit::facts_of(tx, file_of(id));
  auto names = names_of(tx, *placement, facts);
  return FileView{.placement = std::move(*placement),
                  .plan = placement::plan_of(tx, id),
                  .facts = std::move(facts),
                  .names = std::move(names),
                  .now = visit.now,
                  .csrf_token = visit::csrf_token(visit),
                  .may_act = actor.is(identity::OrganisationKind::broker) &&
                             identity::at_least(actor.role, identity::Role::member)};
}

}  // namespace credit::file
