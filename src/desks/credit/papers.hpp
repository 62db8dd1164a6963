// Papers that the desk draws: served, or kept among the file's documents.
#pragma once

#include <string>
#include <string_view>

#include "web/http.hpp"

namespace credit {

// A PDF drawn now, as a download: "comparatif-C-2026-000123.pdf".
web::Response pdf_download(std::string_view name, std::string pdf);

}  // namespace credit
