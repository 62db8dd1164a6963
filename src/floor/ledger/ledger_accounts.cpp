#include "floor/ledger/ledger_accounts.hpp"

#include "base/words.hpp"

namespace ledger {

namespace {
constexpr base::Word<AccountKind> words[] = {
    {AccountKind::commission_receivable, "commission_receivable", "Commissions à recevoir"},
    {AccountKind::commission_revenue, "commission_revenue", "Commissions acquises"},
    {AccountKind::vat_collected, "vat_collected", "TVA collectée"},
    {AccountKind::vat_deductible, "vat_deductible", "TVA déductible"},
    {AccountKind::bonus_expense, "bonus_expense", "Bonus des courtiers"},
    {AccountKind::bonus_payable, "bonus_payable", "Bonus à verser"},
    {AccountKind::bank, "bank", "Banque"},
    {AccountKind::bank_charges, "bank_charges", "Services bancaires"},
};
}  // namespace

std::string_view to_text(AccountKind kind) { return base::word_of(words, kind).text; }
std::optional<AccountKind> account_kind_from_text(std::string_view text) { return base::value_of(words, text); }
std::string_view label(AccountKind kind) { return base::word_of(words, kind).label; }

std::string_view chart_number(AccountKind kind) {
  switch (kind) {
    case AccountKind::commission_receivable:
      return "411";
    case AccountKind::commission_revenue:
      return "706";
    case AccountKind::vat_collected:
      return "44571";
    case AccountKind::vat_deductible:
      return "44566";
    case AccountKind::bonus_expense:
      return "6222";
    case AccountKind::bonus_payable:
      return "401";
    case AccountKind::bank:
      return "512";
    case AccountKind::bank_charges:
      return "627";
  }
  return "";
}

}  // namespace ledger
