// The characters of a text file whose encoding nobody told (P13). Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tables {

// In UTF-8, without its mark. A mark decides (UTF-8, UTF-16 of both byte orders, which Excel calls "Texte Unicode");
// without one, what is valid UTF-8 is UTF-8, and the rest Windows-1252. Null when it holds what no text does: it is
// another kind of file.
std::optional<std::string> text_of(std::string_view bytes);

}  // namespace tables
