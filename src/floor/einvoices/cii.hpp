// An invoice as the XML that travels in a Factur-X (UN/CEFACT Cross Industry Invoice D22B, profile EN 16931).
#pragma once

#include "floor/einvoices/invoice_rules.hpp"

namespace einvoices {

std::string to_cii(const Invoice& invoice);  // asserts that it is sufficient

}  // namespace einvoices
