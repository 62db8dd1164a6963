#include "desks/works/quote/quote_rules.hpp"

#include <algorithm>

namespace works::quote {
namespace {

constexpr base::Rule rule_rows[] = {
    MANDAT_RULE("W22",
                "The quote reaches the broker, who sends it to the insurer by e-mail with the file; sent, expert "
                "visit, validated, refused or adjusted are recorded with their dates"),
    MANDAT_RULE("W22.market_check",
                "A quote is compared with quotes of the same trades and department, at least five, "
                "saying how many"),
    MANDAT_RULE("W24",
                "Excess, depreciation, deferred indemnity, deposit, the insured's signature and a payment "
                "delegation are recorded once the insurer agreed; the 7-day rule is recalled unless urgent"),
};

}  // namespace

InsuredShare insured_share(std::optional<base::Money> excess, std::optional<base::Money> depreciation,
                           std::optional<base::Money> deferred_indemnity) {
  const base::Money worn = depreciation.value_or(base::Money{});
  const base::Money deferred = std::min(deferred_indemnity.value_or(base::Money{}), worn);
  return {excess.value_or(base::Money{}) + worn - deferred, deferred};
}

bool payment_wait_applies(bool emergency) { return !emergency; }

std::span<const base::Rule> rules() { return rule_rows; }

}  // namespace works::quote
