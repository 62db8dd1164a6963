// What the list and the board of the pipeline share: their header and the way from one to the other.
#pragma once

#include <optional>

#include "desks/credit/placement/pipeline.hpp"
#include "floor/visit/route.hpp"
#include "web/html/markup.hpp"
#include "web/html/url.hpp"
#include "web/ui/action.hpp"

namespace credit::placement {

// The list's question in its address, both ways.
PipelineQuery query_of(const visit::Visit& visit);
web::html::Url url_of(const PipelineQuery& query, web::html::Url address = "/credit");

enum class PipelineView { list, board };
web::html::Markup pipeline_header(const visit::Visit& visit, PipelineView view);

// Opening a placement, for who may.
std::optional<web::ui::Action> opening_action(const visit::Visit& visit);

}  // namespace credit::placement
