// The accounts that entries name, after the French chart (plan comptable général, règlement ANC 2014-03).
#pragma once

#include <optional>
#include <string_view>

namespace ledger {

// A kind and, for the personal ones, the organisation it concerns.
enum class AccountKind {
  commission_receivable,  // a tradesman owes us (PCG 411)
  commission_revenue,     // (706)
  vat_collected,          // (44571)
  vat_deductible,         // (44566)
  bonus_expense,          // (6222)
  bonus_payable,          // we owe a broker (401)
  bank,                   // (512)
  bank_charges,           // what our bank takes for its services (627)
};
std::string_view to_text(AccountKind kind);
std::optional<AccountKind> account_kind_from_text(std::string_view text);
std::string_view label(AccountKind kind);
std::string_view chart_number(AccountKind kind);

}  // namespace ledger
