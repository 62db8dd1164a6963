// Standard rate of French VAT by territory and date (P8; CGI art. 278, 294, 296). Pure.
#pragma once

#include <span>
#include <string_view>

#include "base/money.hpp"
#include "base/rule.hpp"
#include "base/time.hpp"

namespace ledger {

// `department`: code of the customer's department ("69", "2A", "974"). Days before 2014-01-01 are not known: asserted.
base::Rate standard_vat_rate(std::string_view department, base::Day day);

std::span<const base::Rule> vat_rules();

}  // namespace ledger
