#include "desks/credit/file/file_view.hpp"

#include "desks/credit/file/concerned.hpp"
#include "floor/visit/page.hpp"

namespace credit::file {
namespace {

identity::Names names_of(db::Transaction& tx, const FileView& view) {
  std::vector<identity::OrganisationId> organisations{view.placement.broker};
  std::vector<identity::AccountId> accounts{view.placement.handled_by};
  for (const auto& fact : view.facts) {
    if (fact.organisation) organisations.push_back(fact.organisation);
    if (fact.account) accounts.push_back(fact.account);
  }
  for (const auto& delay : view.deadlines)
    if (delay.owner) organisations.push_back(delay.owner);
  for (const auto& message : view.messages)
    if (message.to.organisation) organisations.push_back(message.to.organisation);
  return {tx, std::move(organisations), std::move(accounts)};
}

}  // namespace

std::optional<FileView> load(db::Transaction& tx, PlacementId id, const visit::Visit& visit) {
  const auto& actor = visit.actor();
  auto placement = placement::find(tx, id, actor);
  if (!placement) return std::nullopt;
  const auto file = file_of(id);
  FileView view{
      .placement = std::move(*placement),
      .plan = placement::plan_of(tx, id),
      .facts = audit::facts_of(tx, file),
      .deadlines = deadlines::of_file(tx, file),
      .documents = documents::of_file(tx, file),
      .messages = messages::of_file(tx, file),
      .names = {},
      .now = visit.now,
      .csrf_token = visit::csrf_token(visit),
      .may_act = actor.is(identity::OrganisationKind::broker) && identity::at_least(actor.role, identity::Role::member),
      .typed = {}};
  view.concerned = insurers_concerned(tx, id, view.deadlines);
  view.names = names_of(tx, view);
  return view;
}

}  // namespace credit::file
