// Runs in the confined child: what a PDF is made of, and what it would do when opened (P3).
#pragma once

#include <string_view>

#include "floor/documents/verdict.hpp"

namespace documents {

// sound, damaged, encrypted or active.
Verdict inspect_pdf(std::string_view bytes);

}  // namespace documents
