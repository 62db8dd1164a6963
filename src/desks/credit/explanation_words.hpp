// C35 in words: an operation as one reads it aloud, on screen and on paper alike.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "desks/credit/engine/explanation.hpp"

namespace credit {

std::string written(const engine::Quantity& quantity);  // "1 234,50 €", "90 %", "21 nov. 2026"

// Words and values in their order; a value is shown with its name.
using Spoken = std::vector<std::variant<std::string, engine::Operand>>;
Spoken spoken(const engine::Step& step);
std::string in_text(const engine::Step& step);  // "40 000,00 € (créance) − 10 000,00 € (récupéré)"

}  // namespace credit
