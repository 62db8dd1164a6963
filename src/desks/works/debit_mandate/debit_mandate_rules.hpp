// What a direct debit mandate says and how long it holds (W27; SEPA CORE rulebook). Pure.
#pragma once

#include <string>

#include "base/identifiers.hpp"
#include "base/rule.hpp"
#include "base/time.hpp"

namespace works::debit_mandate {

inline constexpr base::Rule rules[] = {
    MANDAT_RULE(
        "W27.mandate",
        "A debit needs a mandate whose text was shown and agreed to with a one-time code sent by mail; it may be "
        "revoked at any time, and what has not been sent under it is taken back"),
    MANDAT_RULE("W27.mandate_lapse", "A mandate lapses after 36 months without a debit"),
    MANDAT_RULE("W27.mandate_amended",
                "A changed IBAN ends the mandate: a new one is signed, with a number of its own"),
};

inline constexpr base::Figure<int> lapse_months{"W27.lapse_months", 36};

struct Terms {
  std::string reference;  // RUM
  std::string creditor;   // name, then address, line by line
  base::CreditorId creditor_id;
  std::string debtor;
  base::Iban iban;
  base::Day signed_on;
};
std::string text(const Terms& terms);  // what the debtor reads and agrees to

// Unique: the organisation's own number in base 32, and how many mandates it signed before.
std::string reference(std::string_view organisation_base32, int signed_before);

// The last day on which the mandate may be used: lapse_months after its signature or last debit.
base::Day last_day(base::Day signed_or_used);

}  // namespace works::debit_mandate
