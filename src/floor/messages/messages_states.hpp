// The life of a message in the outbox (P5).
#pragma once

#include <optional>
#include <string_view>

#include "base/state_table.hpp"

namespace messages {

enum class Channel { mail, sms, notice };  // a notice stands in the person's portal only
std::string_view to_text(Channel channel);
std::optional<Channel> channel_from_text(std::string_view text);
std::string_view label(Channel channel);

enum class State {
  queued,       // written with its fact
  sending,      // durably, before it goes on the network
  sent,         // the next server took it
  delivered,    // its delivery report says so; a notice is from the start
  undelivered,  // its delivery report says no
  unknown,      // it may or may not have gone: found `sending` after a crash, or the connection was lost
  failed,       // refused for good, or given up: dead letter
};
std::string_view to_text(State state);
std::optional<State> state_from_text(std::string_view text);
std::string_view label(State state);

enum class Event {
  take,             // a worker is about to hand it to the transport
  accepted,         // the transport took it
  refused,          // the transport refuses it for good
  fault,            // a temporary fault: nothing went out
  lost,             // nobody knows whether it went out
  resend,           // it may go out again
  give_up,          // tried too often
  report_accepted,  // the operator has it
  report_delivered,
  report_undelivered,
  hold_back,   // its address returns mail
  send_again,  // an administrator's word on a dead letter
};

// An event that is not for the state changes nothing: a repeated report, a late answer of the transport. A report that
// comes before the transport's answer is heard proves that the message went out.
inline constexpr auto transitions = base::state_table<State, Event>(
    "messages", {
                    {State::queued, Event::take, State::sending, "P5.outbox"},
                    {State::queued, Event::hold_back, State::failed, "P5.held"},
                    {State::sending, Event::accepted, State::sent, "P5.outbox"},
                    {State::sending, Event::refused, State::failed, "P5.dead_letter"},
                    {State::sending, Event::fault, State::queued, "P5.retry"},
                    {State::sending, Event::give_up, State::failed, "P5.dead_letter"},
                    {State::sending, Event::lost, State::unknown, "P5.unknown"},
                    {State::unknown, Event::resend, State::queued, "P5.unknown"},
                    {State::unknown, Event::give_up, State::failed, "P5.dead_letter"},
                    {State::failed, Event::send_again, State::queued, "P5.by_hand"},
                    {State::queued, Event::report_accepted, State::sent, "P5.report"},
                    {State::sending, Event::report_accepted, State::sent, "P5.report"},
                    {State::unknown, Event::report_accepted, State::sent, "P5.report"},
                    {State::failed, Event::report_accepted, State::sent, "P5.report"},
                    {State::sent, Event::report_delivered, State::delivered, "P5.report"},
                    {State::sent, Event::report_undelivered, State::undelivered, "P5.report"},
                    {State::queued, Event::report_delivered, State::delivered, "P5.report"},
                    {State::queued, Event::report_undelivered, State::undelivered, "P5.report"},
                    {State::sending, Event::report_delivered, State::delivered, "P5.report"},
                    {State::sending, Event::report_undelivered, State::undelivered, "P5.report"},
                    {State::unknown, Event::report_delivered, State::delivered, "P5.report"},
                    {State::unknown, Event::report_undelivered, State::undelivered, "P5.report"},
                    {State::failed, Event::report_delivered, State::delivered, "P5.report"},
                });
static_assert(transitions.deterministic());
static_assert(transitions.reaches(State::queued, State::delivered) &&
              transitions.reaches(State::queued, State::undelivered) &&
              transitions.reaches(State::queued, State::unknown) && transitions.reaches(State::queued, State::failed));
// What was handed over is never handed over again, and the first report is the last word.
static_assert(!transitions.reaches(State::sent, State::sending) && !transitions.reaches(State::sent, State::queued));
static_assert(!transitions.reaches(State::delivered, State::undelivered) &&
              !transitions.reaches(State::undelivered, State::delivered));

}  // namespace messages
