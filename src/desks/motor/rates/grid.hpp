// The grid as a form, as a version, and as the differences of two versions (M26, M27).
#pragma once

#include <optional>
#include <vector>

#include "desks/motor/rates/rates_rules.hpp"
#include "web/html/markup.hpp"
#include "web/ui/form.hpp"

namespace motor::rates {

// A field a cell; what was typed and what is wrong with it come from the state. `begun`: the row where one goes on.
web::html::Markup grid_fields(const std::vector<TypedRow>& rows, const web::ui::FormState& state,
                              std::optional<std::size_t> begun);
web::html::Markup grid(const Version& version);
// Cells that differ show both prices, set apart by words and by colour.
web::html::Markup grid(const std::vector<Difference>& rows);

}  // namespace motor::rates
