#include "base/log.hpp"
#include "floor/messages/messages_store.hpp"
#include "floor/worker/growing_wait.hpp"

namespace messages {

namespace {

using store::Dispatch;

bool advance(Dispatch& dispatch, Event event) {
  const auto next = transitions.next(dispatch.state, event);
  if (next) dispatch.state = *next;
  return next.has_value();
}

void must_advance(Dispatch& dispatch, Event event) {
  const bool known = advance(dispatch, event);
  MANDAT_ASSERT(known);
}

void log_failure(std::string_view event, MessageId id, const std::exception& failure) {
  base::log(base::Severity::error, event, {{"message", std::to_string(id.value)}, {"error", failure.what()}});
}

void tell(platform::Act& act, const std::vector<Listener>& listeners, MessageId id) {
  if (listeners.empty()) return;
  const Message message = find(act.tx, id).value();
  for (const Listener& listener : listeners) listener(act, message);
}

// True when the report changed something. Whoever listens hears that a message was sent before what became of it.
bool report(platform::Act& act, const Listeners& listeners, MessageId id, Event event) {
  auto dispatch = store::dispatch_of(act.tx, id);
  if (!dispatch) return false;
  const bool told_sent = dispatch->state == State::sent;
  if (!advance(*dispatch, event)) return false;
  dispatch->reported = act.now;
  if (!dispatch->sent) dispatch->sent = act.now;
  store::save(act.tx, id, *dispatch);
  if (!told_sent) tell(act, listeners.on_sent, id);
  tell(act, listeners.on_report, id);
  return true;
}

struct Outgoing {
  Message message;  // attempts: which one this is
  std::string body;
};

// queued -> sending. An attempt is counted before it is made, so that one that kills the server counts too.
std::optional<Outgoing> take(platform::Platform& platform) {
  return platform.act({}, [&](platform::Act& act) -> std::optional<Outgoing> {
    const auto id = store::claim_queued(act.tx, act.now);
    if (!id) return std::nullopt;
    auto dispatch = store::dispatch_of(act.tx, *id).value();
    must_advance(dispatch, Event::take);
    ++dispatch.attempts;
    dispatch.not_before = act.now + send_lease.value();
    store::save(act.tx, *id, dispatch);
    const Message message = find(act.tx, *id).value();
    return Outgoing{message, rendered_body(act.tx, message, platform.settings)};
  });
}

Event hand_over(Transport& transport, const Outgoing& outgoing) {
  try {
    switch (transport.send(outgoing.message, outgoing.body)) {
      case Sent::accepted:
        return Event::accepted;
      case Sent::refused:
        return Event::refused;
      case Sent::unknown:
        return Event::lost;
    }
    MANDAT_ASSERT(!"every answer of a transport is an event");
  } catch (const std::exception& fault) {
    log_failure("message_fault", outgoing.message.id, fault);
  }
  return outgoing.message.attempts < most_attempts.value() ? Event::fault : Event::give_up;
}

// sending -> unknown, and back to queued when sending again harms nobody: a mail keeps its Message-ID.
void lose(Dispatch& dispatch, const Transport& transport, Channel channel, base::Instant now) {
  must_advance(dispatch, Event::lost);
  dispatch.not_before = now;
  if (transport.local())
    must_advance(dispatch, Event::resend);
  else if (channel == Channel::sms)
    dispatch.not_before = now + sms_report_wait.value();
  else
    must_advance(dispatch, dispatch.attempts < most_attempts.value() ? Event::resend : Event::give_up);
}

// An SMS whose report never came goes out once more.
void stop_waiting(Dispatch& dispatch, base::Instant now) {
  const bool again = dispatch.resends < sms_resends.value();
  must_advance(dispatch, again ? Event::resend : Event::give_up);
  if (again) ++dispatch.resends;
  dispatch.not_before = now;
}

void settle(platform::Act& act, const Transport& transport, const Listeners& listeners, const Outgoing& outgoing,
            Event answer) {
  const MessageId id = outgoing.message.id;
  auto dispatch = store::dispatch_of(act.tx, id).value();
  const bool still_ours = dispatch.state == State::sending && dispatch.attempts == outgoing.message.attempts;
  if (!still_ours) return;  // a report was faster, or this server was taken for dead
  if (answer == Event::lost) {
    lose(dispatch, transport, outgoing.message.channel, act.now);
  } else {
    must_advance(dispatch, answer);
    if (answer == Event::fault)
      dispatch.not_before =
          act.now + worker::growing_wait(first_retry_wait.value(), longest_retry_wait.value(), dispatch.attempts);
  }
  const bool sent = dispatch.state == State::sent;
  if (sent && !dispatch.sent) dispatch.sent = act.now;
  store::save(act.tx, id, dispatch);
  if (!sent) return;
  tell(act, listeners.on_sent, id);
  if (transport.reports_at_once() && outgoing.message.channel == Channel::sms)
    report(act, listeners, id, Event::report_delivered);
}

// When a listener fails, the message stays `sending` with its instant of sending noted: it is never handed over again,
// only told again.
void conclude(platform::Platform& platform, const Transport& transport, const Listeners& listeners,
              const Outgoing& outgoing, Event answer) {
  try {
    platform.act({}, [&](platform::Act& act) { settle(act, transport, listeners, outgoing, answer); });
    return;
  } catch (const db::Unavailable&) {
    throw;
  } catch (const std::exception& failure) {
    if (answer != Event::accepted) throw;
    log_failure("message_listener_failed", outgoing.message.id, failure);
  }
  platform.act({}, [&](platform::Act& act) {
    auto dispatch = store::dispatch_of(act.tx, outgoing.message.id).value();
    if (dispatch.state != State::sending) return;
    if (!dispatch.sent) dispatch.sent = act.now;
    dispatch.not_before = act.now + first_retry_wait.value();
    store::save(act.tx, outgoing.message.id, dispatch);
  });
}

void tell_again(platform::Platform& platform, const Transport& transport, const Listeners& listeners) {
  const auto untold = platform.database.read([&](db::Transaction& tx) {
    std::vector<Message> messages;
    for (const MessageId id : store::accepted_untold(tx, platform.clock.now()))
      messages.push_back(find(tx, id).value());
    return messages;
  });
  for (const Message& message : untold) conclude(platform, transport, listeners, {message, {}}, Event::accepted);
}

}  // namespace

int send_queued(platform::Platform& platform, Transport& transport, const Listeners& listeners, int limit) {
  tell_again(platform, transport, listeners);
  for (int handed = 0; handed < limit; ++handed) {
    const auto outgoing = take(platform);
    if (!outgoing) return handed;
    conclude(platform, transport, listeners, *outgoing, hand_over(transport, *outgoing));
  }
  return limit;
}

int recover(platform::Platform& platform, const Transport& transport) {
  // Sending locally has no effect but its row's: it may be taken over while another server is at it.
  const auto leases = transport.local() ? store::Leases::any : store::Leases::over;
  return platform.act({}, [&](platform::Act& act) {
    int recovered = 0;
    const auto change = [&](MessageId id, auto decide) {
      auto dispatch = store::dispatch_of(act.tx, id).value();
      decide(dispatch);
      store::save(act.tx, id, dispatch);
      ++recovered;
    };
    for (const MessageId id : store::unreported(act.tx, act.now))
      change(id, [&](Dispatch& dispatch) { stop_waiting(dispatch, act.now); });
    for (const MessageId id : store::left_sending(act.tx, act.now, leases))
      change(id, [&](Dispatch& dispatch) { lose(dispatch, transport, find(act.tx, id)->channel, act.now); });
    return recovered;
  });
}

bool record_report(platform::Platform& platform, const Listeners& listeners, MessageId id, bool delivered) {
  return platform.act({.detail = "delivery_report"}, [&](platform::Act& act) {
    return report(act, listeners, id, delivered ? Event::report_delivered : Event::report_undelivered);
  });
}

}  // namespace messages
