// An invoice as the XML that travels in a Factur-X (UN/CEFACT Cross Industry Invoice D22B, profile EN 16931).
#pragma once

#include "floor/einvoices/invoice_rules.hpp"

namespace einvoices {

inline constexpr std::string_view xml_filename = "factur-x.xml";  // the standard's

std::string to_cii(const Invoice& invoice);  // asserts that it is sufficient

}  // namespace einvoices
