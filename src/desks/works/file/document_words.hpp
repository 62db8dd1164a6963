// French names of the desk's kinds of documents.
#pragma once

#include <string_view>

namespace works::file {

std::string_view document_label(std::string_view kind);

}  // namespace works::file
