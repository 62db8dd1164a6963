// The totals that the text of a French quote or invoice states, as a proposal for a person to confirm (W22). Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/money.hpp"
#include "base/rule.hpp"

namespace papers {

inline constexpr base::Rule price_rules[] = {
    MANDAT_RULE("W22.amounts_read",
                "HT, VAT and TTC are read beside their French labels in the PDF's text; of several candidates the "
                "triple with HT + VAT = TTC wins, then the pair that a French VAT rate links; the person confirms"),
    MANDAT_RULE(
        "W22.amounts_differ",
        "Typed amounts that differ from those read in the PDF are shown beside them and may be kept: a warning, "
        "never a refusal"),
};

// How sure the reading is.
enum class Ground {
  nothing,  // no total was found
  single,   // labels without anything to check them by
  rate,     // HT and TTC that a French VAT rate links
  sum,      // HT + VAT = TTC
  no_vat,   // the text says that no VAT is due, and one total stands there
};

struct Prices {
  Ground ground = Ground::nothing;
  std::optional<base::Money> ht, vat, ttc;
  std::string why;  // French, one sentence: "Total HT + TVA = total TTC dans votre PDF."

  bool any() const { return ht || ttc; }
};

// `text` as pdftotext -layout gives it: a line of the page a line.
Prices read_prices(std::string_view text);

// The amounts of a line, from left to right: with two decimals or a euro sign, not negative.
std::vector<base::Money> amounts_in(std::string_view line);

}  // namespace papers
