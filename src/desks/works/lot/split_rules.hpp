// Parting a lot in two by its trades (W12). Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/rule.hpp"
#include "desks/works/lot/lot_rules.hpp"

namespace works::lot {

inline constexpr base::Rule split_rules[] = {
    MANDAT_RULE("W12.split",
                "A lot that no firm holds may be parted in two by its trades until the file ends, without typing "
                "anything again: each part takes a firm of its own, and who refused the whole may take the new part"),
};

inline constexpr int most_lots = 9;

// Whether a lot in that state, one of so many of its claim, may be parted at all.
bool may_split(State state, std::size_t trades, std::size_t lots, bool file_ended);

struct Parts {
  std::vector<std::string> kept, moved;  // in the order of the lot's trades
};
// Null unless some trades of the lot were chosen, and not all of them. Words that are no trade of the lot count not.
std::optional<Parts> parted(const std::vector<std::string>& trades, const std::vector<std::string>& chosen);

}  // namespace works::lot
