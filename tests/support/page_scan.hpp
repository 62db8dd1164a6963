// Forms and texts of our own pages, found by a scan: enough for well-formed HTML, and no more.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "support/browser.hpp"

namespace support {

// The plain spaces of a source in place of the no-break ones that pages have at punctuation (base/french.hpp).
std::string as_typed(std::string_view shown);

std::string text_of_html(std::string_view html);
std::vector<PageForm> forms_of_html(std::string_view html, std::string_view page_path);

}  // namespace support
