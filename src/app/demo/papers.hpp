// Papers of the demo: real PDF and JPEG files, drawn for each use, that go through the same checks as anybody's.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "web/http.hpp"

namespace app::demo {

// One page of text.
web::UploadedFile pdf(const std::filesystem::path& folder, const std::string& filename,
                      const std::vector<std::string>& lines);
// A photograph-like picture of a damaged wall; `seed` makes each another.
web::UploadedFile photo(const std::filesystem::path& folder, const std::string& filename, unsigned seed);

}  // namespace app::demo
