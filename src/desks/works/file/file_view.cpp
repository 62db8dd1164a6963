#include "desks/works/file/file_view.hpp"

#include "floor/identity/accounts.hpp"
#include "floor/identity/organisations.hpp"

namespace works {
namespace {

void name_organisation(FileView& view, db::Transaction& tx, identity::OrganisationId id) {
  if (id && !view.organisation_names.contains(id.value))
    view.organisation_names.emplace(id.value, identity::organisation_name(tx, id));
}

// Everyone the page names: a handful per file, each read once.
void load_names(FileView& view, db::Transaction& tx) {
  name_organisation(view, tx, view.claim.broker);
  for (const auto& mandate : view.mandates) name_organisation(view, tx, mandate.tradesman);
  for (const auto& fact : view.facts) {
    name_organisation(view, tx, fact.organisation);
    if (!fact.account || view.account_names.contains(fact.account.value)) continue;
    const auto account = identity::account(tx, fact.account);
    view.account_names.emplace(fact.account.value, account ? account->name : "Compte effacé");
  }
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
                .facts = audit::facts_of(tx, file),
                .organisation_names = {},
                .account_names = {},
                .markets = {},
                .now = now,
                .csrf_token = std::move(csrf_token),
                .may_act = actor.is(identity::OrganisationKind::broker) && own &&
                           identity::at_least(actor.role, identity::Role::member),
                .administrator = actor.is(identity::OrganisationKind::administrator)};
  load_names(view, tx);
  for (const auto& quote : view.quotes)
    if (quote.state == quote::State::received || quote.state == quote::State::at_insurer)
      view.markets.emplace(quote.id.value, quote::market_check(tx, quote.trades_key, quote.department, quote.id));
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

std::string_view FileView::name_of(identity::OrganisationId organisation) const {
  const auto found = organisation_names.find(organisation.value);
  return found == organisation_names.end() ? std::string_view() : std::string_view(found->second);
}

const lot::Lot* FileView::lot_of(LotId id) const {
  for (const auto& lot : lots)
    if (lot.id == id) return &lot;
  return nullptr;
}

}  // namespace works
