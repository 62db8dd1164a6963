#include "floor/worker/worker.hpp"

#include <time.h>

#include <algorithm>
#include <chrono>

#include "base/log.hpp"
#include "floor/audit/audit.hpp"
#include "floor/messages/grouping.hpp"

namespace worker {

namespace {

constexpr base::Duration longest_rest = base::seconds{1};                // the journal is sealed within a second (P10)
constexpr base::Duration shortest_rest = std::chrono::milliseconds{20};  // a deadline that another server holds
// Acts that follow each other so closely are served by one round: a round costs as much as an act.
constexpr auto gathering = std::chrono::milliseconds{50};

template <class Duty>
int attempt(std::string_view name, Duty duty) {
  try {
    return duty();
  } catch (const std::exception& failure) {
    base::log(base::Severity::error, "worker_failed", {{"duty", std::string(name)}, {"error", failure.what()}});
    return 0;
  }
}

}  // namespace

base::Duration boot_time() {
  timespec now{};
  MANDAT_ASSERT(clock_gettime(CLOCK_BOOTTIME, &now) == 0);
  return base::seconds{now.tv_sec} + std::chrono::duration_cast<base::Duration>(std::chrono::nanoseconds{now.tv_nsec});
}

Worker::Worker(platform::Platform& platform, const deadlines::Handlers& handlers, const messages::Gateways& gateways,
               const messages::Listeners& listeners, Monotonic monotonic, std::vector<Chore> chores)
    : platform_(platform),
      handlers_(handlers),
      couriers_{messages::Courier(messages::Channel::mail, gateways.mail),
                messages::Courier(messages::Channel::sms, gateways.sms)},
      listeners_(listeners),
      monotonic_(std::move(monotonic)),
      chores_(std::move(chores)) {}

void Worker::start() {
  MANDAT_ASSERT(threads_.empty());
  const auto duties = [this](Round& round) {
    fire_and_write(round);
    seal(round);
  };
  threads_.emplace_back([this, duties] { go_on(duties, [this] { return rest(); }); });
  for (messages::Courier& courier : couriers_)
    threads_.emplace_back(
        [this, &courier] { go_on([&](Round& round) { send(round, courier); }, [] { return longest_rest; }); });
}

void Worker::stop() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  woken_.notify_all();
  for (std::thread& thread : threads_) thread.join();
  threads_.clear();
}

void Worker::wake() {
  {
    const std::lock_guard lock(mutex_);
    ++wakes_;
  }
  woken_.notify_all();
}

void Worker::fire_and_write(Round& round) {
  if (may_fire()) round.fired += attempt("fire_deadlines", [&] { return deadlines::fire_due(platform_, handlers_); });
  for (const Chore& chore : chores_) round.chores += attempt(chore.name, [&] { return chore.run(platform_); });
  round.handed += attempt("send_news", [&] { return messages::send_due_news(platform_); });
}

void Worker::send(Round& round, messages::Courier& courier) {
  round.recovered += attempt("recover_messages", [&] { return courier.recover(platform_, listeners_); });
  round.handed += attempt("send_messages", [&] { return courier.send(platform_, listeners_); });
}

void Worker::seal(Round& round) {
  round.sealed +=
      attempt("seal_journal", [&] { return audit::seal(platform_.database, platform_.settings.server_key); });
}

Round Worker::run_once() {
  Round round;
  fire_and_write(round);
  for (messages::Courier& courier : couriers_) send(round, courier);
  seal(round);
  return round;
}

void Worker::go_on(const Duties& duties, const std::function<base::Duration()>& rest) {
  std::uint64_t heard = 0;
  for (;;) {
    {
      const std::lock_guard lock(mutex_);
      heard = wakes_;
    }
    const auto begun = std::chrono::steady_clock::now();
    Round round;
    duties(round);
    const base::Duration wait = round.idle() ? rest() : base::Duration{0};
    // What was fired has something to send, what was sent something to seal.
    const bool more = round.recovered > 0 || round.fired > 0 || round.chores > 0 || round.handed > 0;
    if (more) wake();
    std::unique_lock lock(mutex_);
    woken_.wait_for(lock, wait, [&] { return wakes_ != heard || stopping_; });
    if (!more) woken_.wait_until(lock, begun + gathering, [&] { return stopping_; });
    if (stopping_) return;
  }
}

bool Worker::may_fire() {
  if (platform_.settings.mode == platform::Mode::demo) return true;
  const std::lock_guard lock(mutex_);
  const bool held_before = watch_.holding();
  const bool may = watch_.observe(platform_.clock.now(), monotonic_());
  if (!may && !held_before) base::log(base::Severity::warning, "clocks_parted", {{"effect", "deadlines are held"}});
  return may;
}

base::Duration Worker::rest() const {
  if (holding()) return longest_rest;
  base::Duration rest = longest_rest;
  attempt("next_deadline", [&] {
    const auto due = platform_.database.read([](db::Transaction& tx) { return deadlines::next_due(tx); });
    if (due) rest = std::clamp(*due - platform_.clock.now(), shortest_rest, longest_rest);
    return 0;
  });
  return rest;
}

bool Worker::holding() const {
  const std::lock_guard lock(mutex_);
  return watch_.holding();
}

void Worker::confirm_clock() {
  {
    const std::lock_guard lock(mutex_);
    watch_.confirm();
  }
  wake();
}

}  // namespace worker
