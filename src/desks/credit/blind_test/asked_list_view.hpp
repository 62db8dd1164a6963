// The buyers of a test that asks again, each with its amount (C8.asked_again).
#pragma once

#include <vector>

#include "desks/credit/blind_test/blind_test.hpp"
#include "web/ui/form.hpp"

namespace credit::blind_test {

web::html::Markup asked_list(const std::vector<TestLine>& known, const web::ui::FormState& state);

}  // namespace credit::blind_test
