#include "desks/works/money/tell.hpp"

#include "base/text.hpp"
#include "desks/works/letters/post.hpp"
#include "desks/works/money/money_file.hpp"

namespace works::money {

void tell(platform::Act& act, identity::OrganisationId partner, const Letter& letter) {
  const auto to = letters::contact_of_firm(act.tx, partner);
  std::string body = "Bonjour,", short_body;
  for (const auto& paragraph : letter.paragraphs) {
    body += "\n\n" + paragraph;
    short_body += (short_body.empty() ? "" : " ") + paragraph;
  }
  messages::NewMessage message{.channel = messages::Channel::notice,
                               .to = {partner, {}, ""},
                               .subject = base::squeeze(letter.subject),
                               .body = short_body,
                               .file = file_of(partner)};
  messages::enqueue(act, message);
  if (!to.mail) return;
  message.channel = messages::Channel::mail;
  message.to = {partner, to.account, *to.mail};
  message.body = std::move(body);
  message.attachments = letter.attachments;
  messages::enqueue(act, std::move(message));
}

}  // namespace works::money
