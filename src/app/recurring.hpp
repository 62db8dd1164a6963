// Work that comes back on a thread of its own, for as long as the object lives.
#pragma once

#include <chrono>
#include <functional>
#include <string_view>
#include <thread>

namespace app {

class Recurring {
 public:
  struct Pace {
    std::chrono::seconds first;          // before the first time
    std::chrono::seconds after_failure;  // of what was thrown, once it is logged as `failed`
  };
  // `work` says how long to rest after it. An object that goes waits for the work under way.
  Recurring(std::string_view failed, Pace pace, std::function<std::chrono::seconds()> work);

 private:
  std::jthread thread_;
};

}  // namespace app
