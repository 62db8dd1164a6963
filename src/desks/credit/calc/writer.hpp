// Results and explanations as `mandat calc` prints them.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "desks/credit/calc/cases.hpp"

namespace credit::calc {

using Printed = nlohmann::ordered_json;

std::string exact(base::Money amount);  // "-1234.50"
std::string exact(base::Rate rate);     // "0.0025"

Printed written(const engine::Premium& result);
Printed written(const engine::Regularisation& result);
Printed written(const engine::Indemnity& result);
Printed written(const engine::Recovery& result);
Printed written(const engine::Deadlines& result);

// Steps are numbered from 1; an input made by a step names it.
Printed written(const engine::Explanation& explanation, std::size_t first = 1);

}  // namespace credit::calc
