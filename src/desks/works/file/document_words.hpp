// Documents of a claim as pages show them: the French names of their kinds, photos as pictures, the others as lines.
#pragma once

#include <string_view>
#include <vector>

#include "floor/documents/documents.hpp"
#include "web/html/markup.hpp"

namespace works::file {

std::string_view document_label(std::string_view kind);

bool shown_as_picture(const documents::Document& document);
web::html::Markup photo_groups(const std::vector<documents::Document>& all);  // of the claim, before, after
web::html::Markup document_lines(const std::vector<documents::Document>& all,
                                 std::string_view when_none);  // photos, then the rest

}  // namespace works::file
