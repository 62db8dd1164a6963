#include "floor/payments/own_account.hpp"

#include "base/text.hpp"
#include "base/words.hpp"
#include "floor/audit/audit.hpp"
#include "floor/payments/account_store.hpp"
#include "floor/payments/sepa_text.hpp"

namespace payments {
namespace {

constexpr base::Word<AccountState> states[] = {
    {AccountState::proposed, "proposed", "à confirmer"},
    {AccountState::in_force, "in_force", "en vigueur"},
    {AccountState::replaced, "replaced", "remplacé"},
    {AccountState::withdrawn, "withdrawn", "abandonné"},
};

void record(platform::Act& act, std::string_view code, AccountSettingId id) {
  audit::record(act, {code, ref_of(id), {{"account", std::to_string(id.value)}}});
}

void end(platform::Act& act, AccountSetting setting, AccountState state) {
  setting.state = state;
  store::update(act.tx, setting);
}

}  // namespace

std::string_view to_text(AccountState state) { return base::word_of(states, state).text; }
std::optional<AccountState> account_state_from_text(std::string_view text) { return base::value_of(states, text); }
std::string_view label(AccountState state) { return base::word_of(states, state).label; }

base::Outcome<NewAccount> parse(const TypedAccount& typed) {
  constexpr std::size_t longest_name = 70;
  base::Refusals wrong;
  std::string name = base::squeeze(typed.name);
  if (sepa_text(name, longest_name).empty() || base::count_code_points(name) > longest_name)
    wrong.push_back({holder_missing, "titulaire"});
  const auto iban = base::Iban::parse(typed.iban);
  if (!iban) wrong.push_back({bad_iban, "iban"});
  if (iban && !in_sepa(*iban)) wrong.push_back({iban_outside_sepa, "iban"});
  const auto bic = base::Bic::parse(typed.bic);
  if (!bic) wrong.push_back({bad_bic, "bic"});
  const auto creditor_id = base::CreditorId::parse(typed.creditor_id);
  if (!creditor_id && !base::trim(typed.creditor_id).empty()) wrong.push_back({bad_creditor_id, "ics"});
  const auto dialect = dialect_from_text(typed.dialect);
  if (!dialect) wrong.push_back({bad_dialect, "format"});
  if (!wrong.empty()) return wrong;
  return NewAccount{{std::move(name), *iban, *bic, creditor_id}, *dialect};
}

AccountSettingId propose(platform::Act& act, const NewAccount& account) {
  if (const auto earlier = account_proposed(act.tx)) end(act, *earlier, AccountState::withdrawn);
  const AccountSettingId id{act.ids.next()};
  store::insert(act.tx, {.id = id,
                         .own = account.own,
                         .dialect = account.dialect,
                         .state = AccountState::proposed,
                         .proposed = act.now,
                         .proposed_by = act.by.account,
                         .confirmed = {},
                         .confirmed_by = {}});
  record(act, "payments.account_proposed", id);
  return id;
}

base::Outcome<base::Done> confirm(platform::Act& act, AccountSettingId proposal) {
  auto proposed = find(act.tx, proposal);
  if (!proposed) return unknown_proposal;
  if (proposed->state != AccountState::proposed) return nothing_proposed;
  if (!may_release(proposed->proposed_by, act.by.account)) return same_person;
  if (const auto earlier = account_in_force(act.tx)) end(act, *earlier, AccountState::replaced);
  proposed->state = AccountState::in_force;
  proposed->confirmed = act.now;
  proposed->confirmed_by = act.by.account;
  store::update(act.tx, *proposed);
  record(act, "payments.account_confirmed", proposal);
  return base::Done{};
}

base::Outcome<base::Done> withdraw(platform::Act& act, AccountSettingId proposal) {
  const auto proposed = find(act.tx, proposal);
  if (!proposed) return unknown_proposal;
  if (proposed->state != AccountState::proposed) return nothing_proposed;
  end(act, *proposed, AccountState::withdrawn);
  record(act, "payments.account_withdrawn", proposal);
  return base::Done{};
}

}  // namespace payments
