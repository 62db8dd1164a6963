#include "app/serve.hpp"

#include <malloc.h>
#include <pthread.h>

#include <thread>

#include "app/commands.hpp"
#include "app/e_invoicing.hpp"
#include "app/gateways.hpp"
#include "app/ground.hpp"
#include "app/seal_certificate.hpp"
#include "app/sweeping.hpp"
#include "base/log.hpp"
#include "desks/works/matching/live_firms.hpp"
#include "web/kernel.hpp"

namespace app {
namespace {

web::KernelOptions kernel_options(const Configuration& configuration, const visit::Dispatcher& dispatcher) {
  return {.address = configuration.host(),
          .port = configuration.port(),
          .workers = configuration.workers,
          .waits = [&dispatcher](const web::Request& request) { return dispatcher.waits(request); },
          .temporary_folder = configuration.uploads().string(),
          .trusted_proxy = configuration.trusted_proxy};
}

// A page is built of thousands of small strings. What one frees is kept for the next: given back to the system, it
// would be asked for again at once, one page fault for each 4 KB.
void keep_freed_memory() {
  constexpr int kept = 8 * 1024 * 1024;  // bytes at the top of each of malloc's heaps
  ::mallopt(M_TRIM_THRESHOLD, kept);
  ::mallopt(M_MMAP_THRESHOLD, 1024 * 1024);
}

}  // namespace

EndSignal::EndSignal() {
  sigemptyset(&set_);
  sigaddset(&set_, SIGINT);
  sigaddset(&set_, SIGTERM);
  ::pthread_sigmask(SIG_BLOCK, &set_, nullptr);
}

void EndSignal::wait() {
  int received = 0;
  sigwait(&set_, &received);
}

void log_request(const visit::Served& served) {
  base::log(served.error.empty() ? base::Severity::info : base::Severity::error, "served",
            {{"method", std::string(web::to_text(served.method))},
             {"route", std::string(served.pattern)},
             {"status", std::to_string(served.status)},
             {"micros", std::to_string(served.took.count())},
             {"incident", served.incident},
             {"error", served.error}});
}

int serve_house(const Configuration& configuration, House& house, EndSignal& end,
                const std::function<void(const std::string& address)>& announce) {
  keep_freed_memory();
  const auto handle = [&](web::Request& request) {
    web::Response response = house.dispatcher().handle(request);
    if (request.method != web::Method::get) house.worker().wake();  // what was done may have something to send
    return response;
  };
  const auto kernel = web::Kernel::open(kernel_options(configuration, house.dispatcher()), handle,
                                        [&](int status) { return house.dispatcher().error_page(status); });
  house.worker().start();
  const Recurring sweeping = sweeper(house.platform());
  std::jthread stopper([&] {
    end.wait();
    kernel->stop();
  });
  announce("http://" + configuration.host() + ":" + std::to_string(kernel->port()));
  kernel->run();
  house.worker().stop();
  base::log(base::Severity::info, "stopped");
  return 0;
}

int serve(const Configuration& configuration, Words words) {
  if (!words.empty()) throw UsageError("serve takes options only");
  EndSignal end;
  const base::SystemClock clock;
  auto certificate = seal_certificate(configuration, clock.now());
  base::SystemRandom random;
  std::filesystem::create_directories(configuration.dir);
  auto settings = settings_of(configuration, random);
  settings.seal_certificate = std::move(certificate);
  const ConfiguredGateways gateways(configuration, settings.server_key);  // what is wrong stops here
  auto returns = returns_settings(configuration, settings.server_key);
  auto opened = approved_platform(configuration);
  const auto database = open_database(configuration);
  works::matching::rank_by(*database, configuration.ranking);
  House house({*database, clock, random, gateways.get()},
              {.documents = configuration.documents(), .settings = std::move(settings), .report = log_request});
  std::optional<Recurring> depositing;
  if (opened) depositing.emplace(depositor(house.platform(), std::move(*opened)));
  std::optional<Recurring> reading_returns;
  if (returns) reading_returns.emplace(returns_reader(house.platform(), house.parts().listeners, std::move(*returns)));
  base::log(base::Severity::info, "gateways",
            {{"mail", std::string(gateways.mail())},
             {"sms", std::string(gateways.sms())},
             {"returned_mail", reading_returns ? "read" : "left in its box"}});
  return serve_house(configuration, house, end, [](const std::string& address) {
    base::log(base::Severity::info, "listening", {{"address", address}});
  });
}

}  // namespace app
