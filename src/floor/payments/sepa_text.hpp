// Texts as every bank of the SEPA can read them (EPC217-08): Latin letters without accents, digits and few signs.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace payments {

// Accents removed, œ and the like spelt out, quotation marks and dashes made plain, what has no likeness left out;
// blanks squeezed; no '/' at an end and no "//". At most `longest` characters (all of one byte). May be empty.
std::string sepa_text(std::string_view text, std::size_t longest);

// Made of that set already, as identifiers must be: 1 to 35 characters, no blank, no '/' at an end and no "//".
bool sepa_identifier(std::string_view text);

}  // namespace payments
