// The house's own account at its bank: proposed by one administrator, in force when a second confirms it (P8).
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "floor/payments/sepa_file.hpp"

namespace payments {

using AccountSettingId = base::Id<struct PaymentAccountTag>;
inline constexpr std::string_view account_file_kind = "payments.account";  // of the facts of a proposal
inline platform::FileRef ref_of(AccountSettingId id) { return {std::string(account_file_kind), id.value}; }

enum class AccountState { proposed, in_force, replaced, withdrawn };
std::string_view to_text(AccountState state);
std::optional<AccountState> account_state_from_text(std::string_view text);
std::string_view label(AccountState state);

struct AccountSetting {
  AccountSettingId id;
  OwnAccount own;
  Dialect dialect;
  AccountState state;
  base::Instant proposed;
  identity::AccountId proposed_by;
  std::optional<base::Instant> confirmed;
  identity::AccountId confirmed_by;
};

inline constexpr base::RefusalCode account_missing{base::RefusalKind::conflict, "payments.account_missing"};
inline constexpr base::RefusalCode holder_missing{base::RefusalKind::invalid, "payments.holder_missing"};
inline constexpr base::RefusalCode bad_iban{base::RefusalKind::invalid, "payments.bad_iban"};
inline constexpr base::RefusalCode bad_bic{base::RefusalKind::invalid, "payments.bad_bic"};
inline constexpr base::RefusalCode bad_creditor_id{base::RefusalKind::invalid, "payments.bad_creditor_id"};
inline constexpr base::RefusalCode bad_dialect{base::RefusalKind::invalid, "payments.bad_dialect"};
inline constexpr base::RefusalCode nothing_proposed{base::RefusalKind::conflict, "payments.nothing_proposed"};
inline constexpr base::RefusalCode unknown_proposal{base::RefusalKind::not_found, "payments.unknown_proposal"};
inline constexpr base::RefusalCode same_person{base::RefusalKind::forbidden, "payments.same_person"};

struct TypedAccount {
  std::string_view name, iban, bic, creditor_id, dialect;
};
struct NewAccount {
  OwnAccount own;
  Dialect dialect;
};
base::Outcome<NewAccount> parse(const TypedAccount& typed);

// Takes the place of an earlier proposal.
AccountSettingId propose(platform::Act& act, const NewAccount& account);
base::Outcome<base::Done> confirm(platform::Act& act, AccountSettingId proposal);
base::Outcome<base::Done> withdraw(platform::Act& act, AccountSettingId proposal);

std::optional<AccountSetting> account_in_force(db::Transaction& tx);
std::optional<AccountSetting> account_proposed(db::Transaction& tx);
std::optional<AccountSetting> find(db::Transaction& tx, AccountSettingId id);
std::vector<AccountSetting> account_history(db::Transaction& tx);  // newest first, at most 20
// In force now or before: statements of an older account are still read.
bool was_own(db::Transaction& tx, std::string_view iban);

}  // namespace payments
