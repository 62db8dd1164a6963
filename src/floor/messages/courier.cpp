#include "floor/messages/sending.hpp"
#include "floor/worker/growing_wait.hpp"

namespace messages {

int Courier::send(platform::Platform& platform, const Listeners& listeners) {
  if (rests(platform.clock.now())) return 0;
  const Handed handed = send_channel(platform, channel_, transport_, listeners);
  learn(handed, platform.clock.now());
  return handed.count;
}

// A rest longer than the longest was begun before the clock went back: it no longer counts.
bool Courier::rests(base::Instant now) {
  const std::lock_guard lock(mutex_);
  return now < rests_until_ && rests_until_ <= now + longest_gateway_rest.value();
}

void Courier::learn(const Handed& handed, base::Instant now) {
  if (handed.count == 0) return;
  const std::lock_guard lock(mutex_);
  if (handed.gateway == Handed::Gateway::well) {
    failures_ = 0;
    rests_until_ = {};
    return;
  }
  failures_ = handed.count == 1 ? failures_ + 1 : 1;
  rests_until_ = now + worker::growing_wait(first_gateway_rest.value(), longest_gateway_rest.value(), failures_);
}

}  // namespace messages
