// The only place that names every desk: what each brings to the program, put together.
#pragma once

#include <vector>

#include "floor/deadlines/deadlines.hpp"
#include "floor/messages/messages.hpp"
#include "floor/visit/route.hpp"
#include "floor/visit/site.hpp"
#include "floor/worker/worker.hpp"

namespace app {

struct Parts {
  std::vector<visit::Route> routes;
  visit::Site site;
  deadlines::Handlers deadlines;
  messages::Listeners listeners;
  std::vector<worker::Chore> chores;
};

Parts all_parts();

}  // namespace app
