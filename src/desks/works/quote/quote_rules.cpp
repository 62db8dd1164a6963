#include "desks/works/quote/quote_rules.hpp"

#include <algorithm>

#include "desks/works/works_rules.hpp"

namespace works::quote {
namespace {

constexpr base::Rule rule_rows[] = {
    MANDAT_RULE("W22",
                "The quote reaches the broker, who sends it to the insurer by e-mail with the file; sent, expert "
                "visit, validated, refused or adjusted are recorded with their dates"),
    MANDAT_RULE("W22.market_check",
                "A quote is compared with quotes of the same trades and department, at least five, saying how many, "
                "as quartiles rounded to ten euros and drawn; the comparison stays once the insurer has answered"),
    MANDAT_RULE("W22.vat",
                "HT, VAT and TTC are proposed and confirmed together: two give the third, and three that do not add "
                "up are refused"),
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

Amounts completed(const Amounts& typed) {
  Amounts all = typed;
  if (!all.vat && all.ht && all.ttc) all.vat = *all.ttc - *all.ht;
  if (!all.ttc && all.ht && all.vat) all.ttc = *all.ht + *all.vat;
  if (!all.ht && all.ttc && all.vat) all.ht = *all.ttc - *all.vat;
  return all;
}

bool agree(const Amounts& amounts) {
  return !amounts.ht || !amounts.vat || !amounts.ttc || *amounts.ht + *amounts.vat == *amounts.ttc;
}

namespace {

using Place = std::vector<base::Money>::const_iterator;

constexpr std::int64_t told_to = 1000;  // cents: ten euros

base::Money told(std::int64_t doubled_cents) {
  return {std::max(told_to, (doubled_cents + told_to) / (2 * told_to) * told_to)};
}

// Twice the median of what stands from `first` to before `last`.
std::int64_t doubled_median(Place first, Place last) {
  const auto count = last - first;
  const auto upper = (first + count / 2)->cents;
  return count % 2 == 1 ? 2 * upper : (first + (count / 2 - 1))->cents + upper;
}

}  // namespace

std::optional<Spread> spread_of(const std::vector<base::Money>& amounts) {
  const auto count = static_cast<int>(amounts.size());
  if (count < market_minimum.value()) return std::nullopt;
  const auto half = amounts.size() / 2;  // the middle one of an odd number stands in neither half
  const auto begin = amounts.begin(), end = amounts.end();
  return Spread{count, told(doubled_median(begin, begin + static_cast<std::ptrdiff_t>(half))),
                told(doubled_median(begin, end)), told(doubled_median(end - static_cast<std::ptrdiff_t>(half), end))};
}

bool payment_wait_applies(bool emergency) { return !emergency; }

std::span<const base::Rule> rules() { return rule_rows; }

}  // namespace works::quote
