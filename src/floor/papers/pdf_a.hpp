// A PDF that stays readable, as archives ask: PDF/A-3, level B (ISO 19005-3). What Paper draws has its fonts and its
// colours inside; this adds what tells it apart: the meaning of its colours, and metadata that agree with its own.
#pragma once

#include <string>
#include <string_view>

#include "base/time.hpp"

namespace papers {

struct Archived {
  std::string title, author, subject;
  base::Instant made;
};

// With an invoice's XML as its data (Factur-X 1.07, profile EN 16931). Throws std::runtime_error when it is no PDF.
std::string as_hybrid_invoice(std::string_view pdf, const std::string& xml, const Archived& about);

std::string srgb_profile();  // ICC, version 2

}  // namespace papers
