// What the list and the board of the pipeline share: their header and the way from one to the other.
#pragma once

#include <optional>

#include "floor/visit/route.hpp"
#include "web/html/markup.hpp"
#include "web/ui/action.hpp"

namespace credit::placement {

enum class PipelineView { list, board };
web::html::Markup pipeline_header(const visit::Visit& visit, PipelineView view);

// Opening a placement, for who may.
std::optional<web::ui::Action> opening_action(const visit::Visit& visit);

}  // namespace credit::placement
