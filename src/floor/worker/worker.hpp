// What a server does in the background: one thread fires what is due and seals the journal; beside it each channel of
// messages has a thread of its own, so that a gateway that hangs holds up neither deadlines nor the other channel.
// Several servers may each run them on the same database.
#pragma once

#include <array>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <mutex>
#include <string_view>
#include <thread>
#include <vector>

#include "floor/deadlines/deadlines.hpp"
#include "floor/messages/sending.hpp"
#include "floor/platform/platform.hpp"

namespace worker {

inline constexpr base::Rule worker_rules[] = {
    MANDAT_RULE("P5.own_thread",
                "Each channel sends on a thread of its own: a gateway that hangs holds up neither deadlines, nor the "
                "journal, nor the other channel."),
};

// What one round did.
struct Round {
  int recovered = 0;  // messages found in doubt
  int fired = 0;      // deadlines
  int handed = 0;     // messages given to the transport
  int sealed = 0;     // facts
  int chores = 0;     // what desks do besides
  bool idle() const { return recovered + fired + handed + sealed + chores == 0; }
};

// What a desk does outside any transaction once its acts are durable: papers to draw… `run` says how many it did, may
// run on several servers at once, and finds by itself what is left to do.
struct Chore {
  std::string_view name;
  int (*run)(platform::Platform& platform);
};

base::Duration boot_time();  // CLOCK_BOOTTIME: goes on while the machine sleeps, unlike CLOCK_MONOTONIC

class Worker {
 public:
  using Monotonic = std::function<base::Duration()>;

  // The references must outlive the worker. `monotonic` is what P4's watch holds the wall clock against.
  Worker(platform::Platform& platform, const deadlines::Handlers& handlers, const messages::Gateways& gateways,
         const messages::Listeners& listeners, Monotonic monotonic = boot_time, std::vector<Chore> chores = {});
  ~Worker() { stop(); }
  Worker(const Worker&) = delete;

  void start();
  void stop();  // returns when the rounds under way are over
  // Something may be there to do: a transaction was committed, the demo clock was moved. Thread-safe, never blocks
  // long.
  void wake();

  // One round of everything on the caller's thread. What fails is logged and does not keep the rest from being done.
  // Firing is left out while the clocks have parted (P4), except in the demo, whose clock is moved on purpose.
  Round run_once();

  bool holding() const;  // the clocks have parted and nobody confirmed yet
  void confirm_clock();  // an administrator accepts the present wall time

 private:
  // What each thread does again and again; `round` gets what it did.
  using Duties = std::function<void(Round& round)>;
  void go_on(const Duties& duties, const std::function<base::Duration()>& rest);
  void fire_and_write(Round& round);
  void send(Round& round, messages::Courier& courier);
  void seal(Round& round);
  bool may_fire();
  base::Duration rest() const;  // until the next deadline, a second at most

  platform::Platform& platform_;
  const deadlines::Handlers& handlers_;
  std::array<messages::Courier, 2> couriers_;  // as messages::sent_channels
  const messages::Listeners& listeners_;
  Monotonic monotonic_;
  std::vector<Chore> chores_;

  mutable std::mutex mutex_;  // guards what follows
  std::condition_variable woken_;
  std::uint64_t wakes_ = 0;  // each thread remembers how many it has heard
  bool stopping_ = false;
  deadlines::ClockWatch watch_;
  std::vector<std::thread> threads_;
};

}  // namespace worker
