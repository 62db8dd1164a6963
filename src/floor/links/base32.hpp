// Crockford's base 32: no letter that is mistaken for another, read in any case, so that a token survives phones that
// capitalise and people who type it.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace links {

std::string base32(std::span<const unsigned char> bytes);  // whole groups of 5 bits: a multiple of 5 bytes
std::string base32(std::int64_t id);                       // id > 0, without leading zeros

// A positive id in its only form, in any case, o read as 0, i and l as 1; null for anything else.
std::optional<std::int64_t> id_from_base32(std::string_view text);
// The same text in lower case with its look-alikes resolved.
std::string normalised_base32(std::string_view text);

}  // namespace links
