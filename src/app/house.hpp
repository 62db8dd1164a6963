// The whole program in one object, without its network: what `serve` puts behind the kernel and tests call directly.
#pragma once

#include <filesystem>
#include <memory>

#include "app/wiring.hpp"
#include "floor/documents/documents.hpp"
#include "floor/identity/passwords.hpp"
#include "floor/platform/platform.hpp"
#include "floor/visit/dispatcher.hpp"
#include "floor/worker/worker.hpp"

namespace app {

// What the world lends to a house; all of it outlives the house.
struct Means {
  db::Database& database;
  const base::Clock& clock;
  base::Random& random;
  messages::Gateways gateways;  // a transport alone serves both channels
  base::DemoClock* demo_clock = nullptr;
  worker::Worker::Monotonic monotonic = worker::boot_time;  // what the wall clock is held against (P4)
};

struct HouseOptions {
  std::filesystem::path documents;
  platform::Settings settings;
  identity::HashCost hash_cost = {};
  visit::Dispatcher::Report report;
};

class House {
 public:
  House(const Means& means, HouseOptions options);
  House(const House&) = delete;
  House& operator=(const House&) = delete;

  platform::Platform& platform() { return platform_; }
  const Parts& parts() const { return parts_; }
  const visit::Dispatcher& dispatcher() const { return dispatcher_; }
  worker::Worker& worker() { return worker_; }  // not started

 private:
  base::IdSource ids_;
  documents::Store documents_;
  identity::PasswordHasher passwords_;
  platform::Platform platform_;
  Parts parts_;
  const visit::Dispatcher dispatcher_;
  worker::Worker worker_;
};

}  // namespace app
