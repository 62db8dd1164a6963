// Serving a house over HTTP until the program is told to end: shared by `serve` and `demo`.
#pragma once

#include <csignal>
#include <functional>
#include <string>

#include "app/configuration.hpp"
#include "app/house.hpp"

namespace app {

// Waits for the signal that ends the program. Made before any thread starts, so that only this one hears it.
class EndSignal {
 public:
  EndSignal();
  void wait();

 private:
  sigset_t set_{};
};

void log_request(const visit::Served& served);

// `announce` is given the address that is really listened on. Returns the exit status.
int serve_house(const Configuration& configuration, House& house, EndSignal& end,
                const std::function<void(const std::string& address)>& announce);

}  // namespace app
