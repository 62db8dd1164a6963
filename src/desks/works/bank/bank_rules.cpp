#include "desks/works/bank/bank_rules.hpp"

#include "base/text.hpp"
#include "floor/payments/payment_rules.hpp"

namespace works::bank {
namespace {

bool looks_french(std::string_view typed) {
  const auto text = base::trim(typed);
  return text.size() >= 2 && (text[0] == 'F' || text[0] == 'f') && (text[1] == 'R' || text[1] == 'r');
}

std::optional<base::Iban> checked_iban(std::string_view typed, base::Refusals& refusals) {
  if (base::trim(typed).empty()) {
    refusals.push_back({iban_missing, "iban"});
    return std::nullopt;
  }
  auto iban = base::Iban::parse(typed);
  if (!iban) {
    refusals.push_back({looks_french(typed) ? bad_french_iban : bad_iban, "iban"});
  } else if (!payments::in_sepa(*iban)) {
    refusals.push_back({outside_sepa, "iban", {iban->text().substr(0, 2)}});
    iban.reset();
  }
  return iban;
}

}  // namespace

base::Outcome<Account> check(std::string_view typed_holder, std::string_view typed_iban, std::string_view typed_bic) {
  base::Refusals refusals;
  std::string holder = base::squeeze(typed_holder);
  if (base::fold(holder).empty()) refusals.push_back({holder_missing, "holder"});
  if (base::count_code_points(holder) > static_cast<std::size_t>(longest_holder.value()))
    refusals.push_back({holder_too_long, "holder", {std::to_string(longest_holder.value())}});
  auto iban = checked_iban(typed_iban, refusals);
  std::optional<base::Bic> bic;
  if (!base::trim(typed_bic).empty()) {
    bic = base::Bic::parse(typed_bic);
    if (!bic) refusals.push_back({bad_bic, "bic"});
  }
  if (!refusals.empty()) return refusals;
  return Account{std::move(holder), *std::move(iban), std::move(bic)};
}

std::string masked(const base::Iban& iban) {
  const auto& text = iban.text();
  return text.substr(0, 4) + "\u00a0••••\u00a0" + text.substr(text.size() - 4);
}

}  // namespace works::bank
