#include "app/house.hpp"

#include <utility>

namespace app {

House::House(const Means& means, HouseOptions options)
    : ids_(means.clock, means.random),
      documents_(std::move(options.documents)),
      passwords_(options.hash_cost),
      platform_{.database = means.database,
                .clock = means.clock,
                .random = means.random,
                .ids = ids_,
                .documents = documents_,
                .passwords = passwords_,
                .settings = std::move(options.settings),
                .demo_clock = means.demo_clock},
      parts_(all_parts()),
      dispatcher_(platform_, parts_.site, parts_.routes, std::move(options.report)),
      worker_(platform_, parts_.deadlines, means.gateways, parts_.listeners, means.monotonic, parts_.chores) {
  parts_.site.listeners = &parts_.listeners;
  parts_.site.handlers = &parts_.deadlines;
  parts_.site.worker = &worker_;
}

}  // namespace app
