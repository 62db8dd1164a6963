// Bank details as partners type them (W27, W29). Pure.
#pragma once

#include <optional>
#include <string>

#include "base/identifiers.hpp"
#include "base/outcome.hpp"
#include "base/rule.hpp"

namespace works::bank {

inline constexpr base::Rule rules[] = {
    MANDAT_RULE(
        "W29.payee",
        "Partners give the holder's name as on the RIB and an IBAN of any country of the SEPA, its key checked; "
        "others are refused, and said why"),
};

using base::RefusalCode;
using base::RefusalKind;
inline constexpr RefusalCode holder_missing{RefusalKind::invalid, "works.bank.holder_missing"};
inline constexpr RefusalCode holder_too_long{RefusalKind::invalid, "works.bank.holder_too_long"};
inline constexpr RefusalCode iban_missing{RefusalKind::invalid, "works.bank.iban_missing"};
inline constexpr RefusalCode bad_iban{RefusalKind::invalid, "works.bank.bad_iban"};
inline constexpr RefusalCode bad_french_iban{RefusalKind::invalid, "works.bank.bad_french_iban"};
inline constexpr RefusalCode outside_sepa{RefusalKind::invalid, "works.bank.outside_sepa"};  // {0}: country code
inline constexpr RefusalCode bad_bic{RefusalKind::invalid, "works.bank.bad_bic"};

inline constexpr base::Figure<int> longest_holder{"W29.longest_holder", 70};  // characters of a SEPA name

struct Account {
  std::string holder;
  base::Iban iban;
  std::optional<base::Bic> bic = {};
};
// All refusals at once, each beside its field: holder, iban, bic.
base::Outcome<Account> check(std::string_view holder, std::string_view iban, std::string_view bic);

std::string masked(const base::Iban& iban);  // FR76 •••• 0189, with no-break spaces

}  // namespace works::bank
