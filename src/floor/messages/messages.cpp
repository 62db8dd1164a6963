#include "floor/messages/messages.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "floor/links/links_by_id.hpp"
#include "floor/messages/grouping.hpp"
#include "floor/messages/link_targets.hpp"
#include "floor/messages/messages_store.hpp"

namespace messages {

namespace {

constexpr std::string_view link_placeholder = "{lien}";
constexpr std::string_view code_placeholder = "{code}";

bool one_line(std::string_view text) {
  return std::none_of(text.begin(), text.end(),
                      [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
}

void check(const NewMessage& message) {
  MANDAT_ASSERT(one_line(message.subject) && one_line(message.to.address));
  MANDAT_ASSERT((message.channel == Channel::notice) == message.to.address.empty());
  MANDAT_ASSERT(message.channel == Channel::mail || message.attachments.empty());
  MANDAT_ASSERT(!message.link || message.body.find(link_placeholder) != std::string::npos ||
                message.body.find(code_placeholder) != std::string::npos);
}

std::string filled(std::string body, std::string_view placeholder, std::string_view text) {
  for (auto at = body.find(placeholder); at != std::string::npos; at = body.find(placeholder, at + text.size()))
    body.replace(at, placeholder.size(), text);
  return body;
}

std::string written(NewMessage& message) {
  const bool transliterated = message.channel == Channel::sms && message.alphabet == SmsAlphabet::gsm7;
  return transliterated ? to_gsm7(message.body) : std::move(message.body);
}

std::string_view token_in(std::string_view link_target) { return link_target.substr(link_target.rfind('/') + 1); }

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
                         .body = written(message),
                         .link = message.link,
                         .link_path = std::move(message.link_path),
                         .file = std::move(message.file),
                         .attachments = std::move(message.attachments),
                         .state = there_at_once ? State::delivered : State::queued,
                         .created = act.now,
                         .sent = arrived,
                         .reported = arrived,
                         .attempts = 0,
                         .read = {},
                         .asked = message.asked});
  return id;
}

std::string link_target(db::Transaction& tx, const Message& message, const platform::Settings& settings) {
  return link_targets(tx, {message}, settings).front();
}

std::vector<std::string> link_targets(db::Transaction& tx, const std::vector<Message>& messages,
                                      const platform::Settings& settings) {
  std::vector<links::LinkId> ids;
  for (const Message& message : messages)
    if (message.link) ids.push_back(message.link);
  const auto found = links::find_all(tx, ids);
  std::vector<std::string> targets;
  for (const Message& message : messages)
    targets.push_back(message.link ? message.link_path + links::token(found.at(message.link), settings.server_key)
                                   : std::string());
  return targets;
}

std::string rendered_body(const Message& message, std::string_view link_target, const platform::Settings& settings) {
  if (link_target.empty()) return filled(message.body, site_placeholder, settings.public_url);
  std::string body = filled(message.body, link_placeholder, settings.public_url + std::string(link_target));
  if (body.find(code_placeholder) == std::string::npos) return body;
  return filled(std::move(body), code_placeholder, links::code(token_in(link_target), settings.server_key));
}

std::string rendered_body(db::Transaction& tx, const Message& message, const platform::Settings& settings) {
  return rendered_body(message, link_target(tx, message, settings), settings);
}

std::string body_without_link(const Message& message) {
  if (!message.link) return message.body;
  return filled(filled(message.body, link_placeholder, "[lien]"), code_placeholder, "[code]");
}

}  // namespace messages
