// The frame of a visit's page: who is signed in, the rail his organisation and role give him, what is new.
#pragma once

#include "floor/visit/route.hpp"
#include "web/ui/frame.hpp"

namespace visit {

// That the page will have a frame: what it asks then travels with the page's first statement.
void expect_frame(db::Transaction& tx, const Visit& visit);
// `live`: the route that tells of the page's changes, when it has one.
web::ui::Frame frame_of(const Visit& visit, std::string title, const std::optional<web::html::Url>& live = {});

}  // namespace visit
