#include "floor/messages/dead_letters.hpp"

#include "floor/audit/audit.hpp"
#include "floor/messages/messages_store.hpp"
#include "floor/messages/returned_addresses.hpp"

namespace messages {

namespace {

base::Outcome<Message> dead_letter(platform::Act& act, MessageId id) {
  auto message = find(act.tx, id);
  if (!message || message->channel == Channel::notice) return unknown_message;
  if (!dead(*message)) return not_dead;
  return *std::move(message);
}

void record(platform::Act& act, std::string_view code, const Message& message) {
  audit::record(act, {code,
                      message.file,
                      {{"message", std::to_string(message.id.value)},
                       {"channel", std::string(to_text(message.channel))},
                       {"fault", std::string(to_text(message.fault))}}});
}

void write_anew(platform::Act& act, const Message& message) {
  enqueue(act, {.channel = message.channel,
                .to = message.to,
                .subject = message.subject,
                .body = message.body,
                .link = message.link,
                .link_path = message.link_path,
                .file = message.file,
                .attachments = message.attachments,
                .alphabet = SmsAlphabet::as_written,
                .asked = message.asked});
  store::dismiss(act.tx, message.id, act.now);
}

}  // namespace

bool dead(const Message& message) {
  return (message.state == State::failed || message.state == State::undelivered) && !message.dismissed;
}

base::Outcome<base::Done> send_again(platform::Act& act, MessageId id) {
  const auto message = dead_letter(act, id);
  if (!message) return message.refusals();
  if (message->channel == Channel::mail) try_address_again(act, message->to.address);
  record(act, "message.sent_again", *message);
  const auto next = transitions.next(message->state, Event::send_again);
  if (!next) {
    write_anew(act, *message);
    return base::Done{};
  }
  store::save(act.tx, id,
              {.state = *next, .sent = {}, .reported = {}, .attempts = 0, .resends = 0, .not_before = act.now});
  return base::Done{};
}

base::Outcome<base::Done> abandon(platform::Act& act, MessageId id) {
  const auto message = dead_letter(act, id);
  if (!message) return message.refusals();
  store::dismiss(act.tx, id, act.now);
  record(act, "message.abandoned", *message);
  return base::Done{};
}

}  // namespace messages
