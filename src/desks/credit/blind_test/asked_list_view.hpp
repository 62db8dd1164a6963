// The buyers of a test that asks again, each with its amount; how to find one, and to tell many at once
// (C8.asked_again, C8.asked_amounts).
#pragma once

#include <vector>

#include "desks/credit/blind_test/blind_test.hpp"
#include "web/http.hpp"
#include "web/ui/form.hpp"

namespace credit::blind_test {

// `form`: what was typed, empty on a form opened anew.
web::html::Markup asked_list(const std::vector<TestLine>& known, const web::Fields& form,
                             const web::ui::FormState& state);

}  // namespace credit::blind_test
