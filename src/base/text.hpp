// Text as people type it: UTF-8 in, folded for search and order, patterns that leak contact details found.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace base {

std::string_view trim(std::string_view text);  // spaces, tabs, line ends, no-break spaces
std::string squeeze(std::string_view text);    // trimmed, inner runs of blanks made one space
bool valid_utf8(std::string_view text);
bool has_control_characters(std::string_view text);  // other than tab, CR, LF
std::size_t count_code_points(std::string_view text);

// Search and order key: lower case, accents removed, œ -> oe, æ -> ae, anything not a letter or digit -> one space.
std::string fold(std::string_view text);

std::vector<std::string_view> split(std::string_view text, char separator);

// `text` holds something that reads as a phone number or an e-mail address (W13), however spaced, dotted or disguised:
// "O6", "zéro six douze…", "a (at) b point fr". Dates, times, amounts, surfaces and claim numbers are let through.
bool holds_contact_details(std::string_view text);

}  // namespace base
