#include "floor/messages/messages.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "floor/messages/messages_store.hpp"

namespace messages {

namespace {

constexpr std::string_view link_placeholder = "{lien}";

bool one_line(std::string_view text) {
  return std::none_of(text.begin(), text.end(),
                      [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
}

void check(const NewMessage& message) {
  MANDAT_ASSERT(one_line(message.subject) && one_line(message.to.address));
  MANDAT_ASSERT((message.channel == Channel::notice) == message.to.address.empty());
  MANDAT_ASSERT(message.channel == Channel::mail || message.attachments.empty());
  MANDAT_ASSERT(!message.link || message.body.find(link_placeholder) != std::string::npos);
}

}  // namespace

MessageId enqueue(platform::Act& act, NewMessage message) {
  check(message);
  const bool there_at_once = message.channel == Channel::notice;
  const auto arrived = there_at_once ? std::optional(act.now) : std::nullopt;
  const MessageId id{act.ids.next()};
  store::insert(act.tx, {.id = id,
                         .channel = message.channel,
                         .to = std::move(message.to),
                         .subject = std::move(message.subject),
                         .body = message.channel == Channel::sms ? to_gsm7(message.body) : std::move(message.body),
                         .link = message.link,
                         .link_path = std::move(message.link_path),
                         .file = std::move(message.file),
                         .attachments = std::move(message.attachments),
                         .state = there_at_once ? State::delivered : State::queued,
                         .created = act.now,
                         .sent = arrived,
                         .reported = arrived,
                         .attempts = 0,
                         .read = {}});
  return id;
}

std::string rendered_body(db::Transaction& tx, const Message& message, const platform::Settings& settings) {
  if (!message.link) return message.body;
  const auto link = links::find(tx, message.link);
  MANDAT_ASSERT(link);
  const std::string url = settings.public_url + message.link_path + links::token(*link, settings.server_key);
  std::string body = message.body;
  for (auto at = body.find(link_placeholder); at != std::string::npos;
       at = body.find(link_placeholder, at + url.size()))
    body.replace(at, link_placeholder.size(), url);
  return body;
}

}  // namespace messages
