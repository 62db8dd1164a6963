// Charges of our bank in the ledger (P8.bank_charge): the kind of their entries, and what a correction of one does.
#pragma once

#include <string_view>

#include "floor/deadlines/deadlines.hpp"

namespace payments {

inline constexpr std::string_view bank_charge_entry = "payments.bank_charge";          // kind of ledger entries
inline constexpr std::string_view charge_corrected_rule = "W30.payments.bank_charge";  // told by floor/ledger

void charge_corrected(platform::Act& act, const deadlines::Deadline& delay);

}  // namespace payments
