// C35 on screen: how a figure was made, opened by the « i » beside it.
#pragma once

#include "desks/credit/engine/explanation.hpp"
#include "web/html/markup.hpp"

namespace credit {

// The steps, each with its clause, its operation in words and its result.
web::html::Markup explanation_list(const engine::Explanation& steps);

// The « i » that opens the steps behind one figure, without script. `of`: the figure's name, for screen readers.
web::html::Markup explained(const engine::Explanation& all, std::size_t step, std::string_view of);
web::html::Markup explained(const engine::Explanation& all, const engine::Amount& figure);  // made by a step
// The same for steps that are all behind the figure.
web::html::Markup explained_by(const engine::Explanation& steps, std::string_view of);

}  // namespace credit
