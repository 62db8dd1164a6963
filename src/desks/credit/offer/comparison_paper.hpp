// The comparison for the client, as a PDF and as a workbook (C7).
#pragma once

#include <string>

#include "desks/credit/offer/comparison.hpp"

namespace credit::offer {

std::string comparison_pdf(const Comparison& comparison, const std::string& broker, base::Instant now);
std::string comparison_workbook(const Comparison& comparison);

}  // namespace credit::offer
