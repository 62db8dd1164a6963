// The way of messages out of the outbox, and what comes back about them (P5).
#pragma once

#include <mutex>

#include "base/rule.hpp"
#include "floor/messages/report.hpp"
#include "floor/messages/transport.hpp"

namespace messages {

inline constexpr base::Rule sending_rules[] = {
    MANDAT_RULE(
        "P5.lost_sms",
        "An SMS that becomes a dead letter, whatever stopped it, is told to its fact's desk at once (on_lost)."),
};

// Sends what is queued of one channel, until the limit or the first fault of the gateway itself. Each message:
// queued -> sending (committed) -> send -> sent (committed).
struct Handed {
  int count = 0;
  enum class Gateway { well, failing } gateway = Gateway::well;
};
Handed send_channel(platform::Platform& platform, Channel channel, Transport& transport, const Listeners& listeners,
                    int limit = 50);
// Both channels, one after the other; how many.
int send_queued(platform::Platform& platform, const Gateways& gateways, const Listeners& listeners, int limit = 50);

// At start and now and then: what was left `sending` by a crash becomes unknown; mail goes back to queued (same
// Message-ID), an SMS waits for its report and is retried once (P5); with a local transport both go back to queued.
// What another server may still be sending (send_lease) is left alone. How many changed. An SMS that is given up is
// told to the listeners.
int recover_channel(platform::Platform& platform, Channel channel, const Transport& transport,
                    const Listeners& listeners);
int recover(platform::Platform& platform, const Gateways& gateways, const Listeners& listeners = {});

// A delivery report; any order, repeated or late: the first final one counts. False when nothing changed. `words`: what
// the gateway said, fit to be shown.
bool record_report(platform::Platform& platform, const Listeners& listeners, MessageId id, Report report,
                   std::string words = {});

// One channel's way to its gateway. A gateway that fails is left alone for a growing while: it is asked with one
// message at a time, and the others keep their attempts (P5.rest). Thread-safe.
class Courier {
 public:
  Courier(Channel channel, Transport& transport) : channel_(channel), transport_(transport) {}

  int recover(platform::Platform& platform, const Listeners& listeners) {
    return recover_channel(platform, channel_, transport_, listeners);
  }
  int send(platform::Platform& platform, const Listeners& listeners);  // how many were handed over, or tried

 private:
  bool rests(base::Instant now);
  void learn(const Handed& handed, base::Instant now);

  const Channel channel_;
  Transport& transport_;
  std::mutex mutex_;  // guards what follows
  int failures_ = 0;  // of the gateway, in a row
  base::Instant rests_until_{};
};

}  // namespace messages
