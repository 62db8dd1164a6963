#include "app/recurring.hpp"

#include <condition_variable>
#include <mutex>

#include "base/log.hpp"

namespace app {

Recurring::Recurring(std::string_view failed, Pace pace, std::function<std::chrono::seconds()> work)
    : thread_([failed = std::string(failed), pace, work = std::move(work)](const std::stop_token& stopped) {
        std::mutex mutex;
        std::condition_variable_any bell;
        std::unique_lock lock(mutex);
        const auto rest = [&](std::chrono::seconds time) { bell.wait_for(lock, stopped, time, [] { return false; }); };
        for (rest(pace.first); !stopped.stop_requested();) {
          try {
            rest(work());
          } catch (const std::exception& failure) {  // the world: it is tried again
            base::log(base::Severity::error, failed, {{"because", failure.what()}});
            rest(pace.after_failure);
          }
        }
      }) {}

}  // namespace app
