#include "floor/messages/messages_states.hpp"

#include "base/words.hpp"

namespace messages {

namespace {

constexpr base::Word<Channel> channels[] = {
    {Channel::mail, "mail", "E-mail"},
    {Channel::sms, "sms", "SMS"},
    {Channel::notice, "notice", "Notification"},
};

constexpr base::Word<State> states[] = {
    {State::queued, "queued", "en file"},
    {State::sending, "sending", "envoi en cours"},
    {State::sent, "sent", "envoyé"},
    {State::delivered, "delivered", "remis"},
    {State::undelivered, "undelivered", "non remis"},
    {State::unknown, "unknown", "envoi incertain"},
    {State::failed, "failed", "échec"},
};

}  // namespace

std::string_view to_text(Channel channel) { return base::word_of(channels, channel).text; }
std::optional<Channel> channel_from_text(std::string_view text) { return base::value_of(channels, text); }
std::string_view label(Channel channel) { return base::word_of(channels, channel).label; }

std::string_view to_text(State state) { return base::word_of(states, state).text; }
std::optional<State> state_from_text(std::string_view text) { return base::value_of(states, text); }
std::string_view label(State state) { return base::word_of(states, state).label; }

}  // namespace messages
