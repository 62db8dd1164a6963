#include "desks/works/file/file_view.hpp"

#include "desks/works/insured/follow_link.hpp"

namespace works {
namespace {

// Everyone the page names.
identity::Names names_of(db::Transaction& tx, const FileView& view) {
  std::vector<identity::OrganisationId> organisations{view.claim.broker};
  std::vector<identity::AccountId> accounts;
  for (const auto& mandate : view.mandates) organisations.push_back(mandate.tradesman);
  for (const auto& fact : view.facts) {
    organisations.push_back(fact.organisation);
    accounts.push_back(fact.account);
  }
  return {tx, std::move(organisations), std::move(accounts)};
}

}  // namespace

std::optional<FileView> load_file(db::Transaction& tx, ClaimId id, const identity::Actor& actor, base::Instant now,
                                  std::string csrf_token) {
  auto claim = claim::find(tx, id, actor);
  if (!claim) return std::nullopt;
  const auto file = file_of(id);
  const bool own = claim->broker == actor.organisation;
  FileView view{.claim = std::move(*claim),
                .lots = lot::of_claim(tx, id),
                .mandates = mandate::of_claim(tx, id),
                .quotes = quote::of_claim(tx, id),
                .deadlines = deadlines::of_file(tx, file),
                .documents = documents::of_file(tx, file),
                .messages = messages::of_file(tx, file),
                .entries = ledger::of_file(tx, file),
                .commissions = {},
                .facts = audit::facts_of(tx, file),
                .names = {},
                .starts = {},
                .markets = {},
                .now = now,
                .csrf_token = std::move(csrf_token),
                .may_act = actor.is(identity::OrganisationKind::broker) && own &&
                           identity::at_least(actor.role, identity::Role::member),
                .administrator = actor.is(identity::OrganisationKind::administrator),
                .follow_link = links::latest(tx, insured::follow_link, id.value)};
  if (view.administrator) view.commissions = commission::of_claim(tx, id);
  view.names = names_of(tx, view);
  view.markets = quote::markets_of(tx, id);
  std::vector<MandateId> mandates;
  for (const auto& mandate : view.mandates) mandates.push_back(mandate.id);
  view.starts = certificate::of(tx, mandates);
  return view;
}

const mandate::Mandate* FileView::live_mandate(LotId lot) const {
  for (const auto& mandate : mandates)
    if (mandate.lot == lot && mandate::live(mandate.state)) return &mandate;
  return nullptr;
}

const quote::Quote* FileView::current_quote(LotId lot) const {
  const auto* mandate = live_mandate(lot);
  const quote::Quote* latest = nullptr;
  for (const auto& quote : quotes)
    if (mandate != nullptr && quote.mandate == mandate->id) latest = &quote;
  return latest;
}

std::string_view FileView::name_of(identity::OrganisationId organisation) const { return names.of(organisation); }

}  // namespace works
