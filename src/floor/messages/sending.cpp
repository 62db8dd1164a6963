#include "floor/messages/sending.hpp"

#include "base/log.hpp"
#include "floor/messages/attachments.hpp"
#include "floor/messages/messages_store.hpp"
#include "floor/messages/returned_addresses.hpp"
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

void log_failure(std::string_view event, MessageId id, std::string_view failure) {
  base::log(base::Severity::error, event, {{"message", std::to_string(id.value)}, {"error", std::string(failure)}});
}

void tell(platform::Act& act, const std::vector<Listener>& listeners, MessageId id) {
  if (listeners.empty()) return;
  const Message message = find(act.tx, id).value();
  for (const Listener& listener : listeners) listener(act, message);
}

struct Heard {
  Event event;
  Fault fault;
};
Heard heard(Report report) {
  switch (report) {
    case Report::accepted:
      return {Event::report_accepted, Fault::none};
    case Report::delivered:
      return {Event::report_delivered, Fault::none};
    case Report::undelivered:
      return {Event::report_undelivered, Fault::undelivered};
    case Report::rejected:
      return {Event::report_undelivered, Fault::rejected};
    case Report::returned:
      return {Event::report_undelivered, Fault::returned};
    case Report::unwelcome:
      return {Event::report_undelivered, Fault::unwelcome};
  }
  MANDAT_ASSERT(!"every report is an event");
  return {};
}

// The address is marked with its mail (P5.returned).
void lose_address(platform::Act& act, const Listeners& listeners, MessageId id) {
  note_returned(act, find(act.tx, id).value());
  tell(act, listeners.on_lost, id);
}

// True when the report changed something. Whoever listens hears that a message was sent before what became of it.
bool take_report(platform::Act& act, const Listeners& listeners, MessageId id, Report report,
                 const std::string& words = {}) {
  auto dispatch = store::dispatch_of(act.tx, id);
  if (!dispatch) return false;
  const auto [event, fault] = heard(report);
  const bool told_sent = dispatch->state == State::sent;
  if (!advance(*dispatch, event)) return false;
  const bool final = dispatch->state != State::sent;
  dispatch->fault = fault;
  dispatch->fault_detail = words;
  if (final) dispatch->reported = act.now;
  if (!dispatch->sent) dispatch->sent = act.now;
  store::save(act.tx, id, *dispatch);
  if (!told_sent) tell(act, listeners.on_sent, id);
  if (final) tell(act, listeners.on_report, id);
  if (report == Report::returned) lose_address(act, listeners, id);
  return true;
}

bool held_back(platform::Act& act, const Message& message) {
  return message.channel == Channel::mail && message.asked == Asked::by_us &&
         returned(act.tx, message.to.address).has_value();
}

void hold_back(platform::Act& act, const Listeners& listeners, MessageId id) {
  auto dispatch = store::dispatch_of(act.tx, id).value();
  must_advance(dispatch, Event::hold_back);
  dispatch.fault = Fault::held;
  dispatch.fault_detail.clear();
  store::save(act.tx, id, dispatch);
  tell(act, listeners.on_lost, id);
}

// The next to send; on the way, what goes to an address that returns mail is held back (P5.held).
std::optional<MessageId> claim(platform::Act& act, const Listeners& listeners, Channel channel) {
  auto id = store::claim_queued(act.tx, channel, act.now);
  while (id && held_back(act, find(act.tx, *id).value())) {
    hold_back(act, listeners, *id);
    id = store::claim_queued(act.tx, channel, act.now);
  }
  return id;
}

// queued -> sending. An attempt is counted before it is made, so that one that kills the server counts too.
std::optional<Outgoing> take(platform::Platform& platform, const Listeners& listeners, Channel channel) {
  return platform.act({}, [&](platform::Act& act) -> std::optional<Outgoing> {
    const auto id = claim(act, listeners, channel);
    if (!id) return std::nullopt;
    auto dispatch = store::dispatch_of(act.tx, *id).value();
    must_advance(dispatch, Event::take);
    ++dispatch.attempts;
    dispatch.not_before = act.now + send_lease.value();
    store::save(act.tx, *id, dispatch);
    const Message message = find(act.tx, *id).value();
    return Outgoing{message, rendered_body(act.tx, message, platform.settings),
                    attachments_of(act.tx, platform.documents, message)};
  });
}

// What may stand in the log of it: never the gateway's own words, which name people (P11).
Answer hand_over(Transport& transport, const Outgoing& outgoing) {
  try {
    Answer answer = transport.send(outgoing);
    if (answer.sent != Sent::accepted) log_failure("message_fault", outgoing.message.id, to_text(answer.fault));
    return answer;
  } catch (const std::exception& fault) {
    log_failure("message_fault", outgoing.message.id, fault.what());
    return {Sent::delayed, Fault::unexpected};
  }
}

Event event_of(Sent sent, int attempts) {
  switch (sent) {
    case Sent::accepted:
      return Event::accepted;
    case Sent::refused:
      return Event::refused;
    case Sent::unknown:
      return Event::lost;
    case Sent::delayed:
    case Sent::down:
      return attempts < most_attempts.value() ? Event::fault : Event::give_up;
  }
  MANDAT_ASSERT(!"every answer of a transport is an event");
  return Event::lost;
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

// A mail that failed for its recipient is lost for its address too; an SMS is lost whatever stopped it (P5.lost_sms).
void tell_failed(platform::Act& act, const Listeners& listeners, const Message& message, Fault fault) {
  if (message.channel == Channel::sms) return tell(act, listeners.on_lost, message.id);
  if (fault == Fault::recipient) lose_address(act, listeners, message.id);
}

void settle(platform::Act& act, const Transport& transport, const Listeners& listeners, const Outgoing& outgoing,
            const Answer& answer) {
  const MessageId id = outgoing.message.id;
  auto dispatch = store::dispatch_of(act.tx, id).value();
  const bool still_ours = dispatch.state == State::sending && dispatch.attempts == outgoing.message.attempts;
  if (!still_ours) return;  // a report was faster, or this server was taken for dead
  const Event event = event_of(answer.sent, dispatch.attempts);
  dispatch.fault = answer.fault;
  dispatch.fault_detail = answer.detail;
  if (event == Event::lost) {
    lose(dispatch, transport, outgoing.message.channel, act.now);
  } else {
    must_advance(dispatch, event);
    if (event == Event::fault)
      dispatch.not_before =
          act.now + worker::growing_wait(first_retry_wait.value(), longest_retry_wait.value(), dispatch.attempts);
  }
  const bool sent = dispatch.state == State::sent;
  if (sent && !dispatch.sent) dispatch.sent = act.now;
  store::save(act.tx, id, dispatch);
  if (dispatch.state == State::failed) tell_failed(act, listeners, outgoing.message, dispatch.fault);
  if (!sent) return;
  tell(act, listeners.on_sent, id);
  if (transport.reports_at_once() && outgoing.message.channel == Channel::sms)
    take_report(act, listeners, id, Report::delivered);
}

// When a listener fails, the message stays `sending` with its instant of sending noted: it is never handed over again,
// only told again.
void conclude(platform::Platform& platform, const Transport& transport, const Listeners& listeners,
              const Outgoing& outgoing, const Answer& answer) {
  try {
    platform.act({}, [&](platform::Act& act) { settle(act, transport, listeners, outgoing, answer); });
    return;
  } catch (const db::Unavailable&) {
    throw;
  } catch (const std::exception& failure) {
    if (answer.sent != Sent::accepted) throw;
    log_failure("message_listener_failed", outgoing.message.id, failure.what());
  }
  platform.act({}, [&](platform::Act& act) {
    auto dispatch = store::dispatch_of(act.tx, outgoing.message.id).value();
    if (dispatch.state != State::sending) return;
    if (!dispatch.sent) dispatch.sent = act.now;
    dispatch.not_before = act.now + first_retry_wait.value();
    store::save(act.tx, outgoing.message.id, dispatch);
  });
}

void tell_again(platform::Platform& platform, Channel channel, const Transport& transport, const Listeners& listeners) {
  const auto untold = platform.database.read([&](db::Transaction& tx) {
    std::vector<Message> messages;
    for (const MessageId id : store::accepted_untold(tx, channel, platform.clock.now()))
      messages.push_back(find(tx, id).value());
    return messages;
  });
  for (const Message& message : untold) conclude(platform, transport, listeners, {message, {}}, Sent::accepted);
}

// How many changed, none or one: another server may have been faster.
int end_wait(platform::Act& act, const Listeners& listeners, MessageId id) {
  auto dispatch = store::dispatch_of(act.tx, id).value();
  const bool over = dispatch.not_before <= act.now || dispatch.not_before > act.now + sms_report_wait.value();
  if (dispatch.state != State::unknown || !over) return 0;
  stop_waiting(dispatch, act.now);
  store::save(act.tx, id, dispatch);
  if (dispatch.state == State::failed) tell(act, listeners.on_lost, id);
  return 1;
}

// Each in an act of its own: a listener that fails keeps no other message waiting.
int end_waits(platform::Platform& platform, Channel channel, const Listeners& listeners) {
  const auto waiting =
      platform.database.read([&](db::Transaction& tx) { return store::unreported(tx, channel, platform.clock.now()); });
  int ended = 0;
  for (const MessageId id : waiting) {
    try {
      ended += platform.act({}, [&](platform::Act& act) { return end_wait(act, listeners, id); });
    } catch (const db::Unavailable&) {
      throw;
    } catch (const std::exception& failure) {
      log_failure("message_listener_failed", id, failure.what());
    }
  }
  return ended;
}

}  // namespace

Handed send_channel(platform::Platform& platform, Channel channel, Transport& transport, const Listeners& listeners,
                    int limit) {
  tell_again(platform, channel, transport, listeners);
  Handed handed;
  while (handed.count < limit && handed.gateway == Handed::Gateway::well) {
    const auto outgoing = take(platform, listeners, channel);
    if (!outgoing) break;
    const Answer answer = hand_over(transport, *outgoing);
    ++handed.count;
    if (gateway_fails(answer.sent)) handed.gateway = Handed::Gateway::failing;
    conclude(platform, transport, listeners, *outgoing, answer);
  }
  return handed;
}

int send_queued(platform::Platform& platform, const Gateways& gateways, const Listeners& listeners, int limit) {
  int handed = 0;
  for (const Channel channel : sent_channels)
    handed += send_channel(platform, channel, gateways.of(channel), listeners, limit - handed).count;
  return handed;
}

int recover_channel(platform::Platform& platform, Channel channel, const Transport& transport,
                    const Listeners& listeners) {
  // Sending locally has no effect but its row's: it may be taken over while another server is at it.
  const auto leases = transport.local() ? store::Leases::any : store::Leases::over;
  const int ended = end_waits(platform, channel, listeners);
  return ended + platform.act({}, [&](platform::Act& act) {
    int recovered = 0;
    for (const MessageId id : store::left_sending(act.tx, channel, act.now, leases)) {
      auto dispatch = store::dispatch_of(act.tx, id).value();
      dispatch.fault = Fault::crashed;
      dispatch.fault_detail.clear();
      lose(dispatch, transport, channel, act.now);
      store::save(act.tx, id, dispatch);
      ++recovered;
    }
    return recovered;
  });
}

int recover(platform::Platform& platform, const Gateways& gateways, const Listeners& listeners) {
  int recovered = 0;
  for (const Channel channel : sent_channels)
    recovered += recover_channel(platform, channel, gateways.of(channel), listeners);
  return recovered;
}

bool record_report(platform::Platform& platform, const Listeners& listeners, MessageId id, Report report,
                   std::string words) {
  return platform.act({.detail = "delivery_report"},
                      [&](platform::Act& act) { return take_report(act, listeners, id, report, words); });
}

}  // namespace messages
