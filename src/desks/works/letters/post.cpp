#include "desks/works/letters/post.hpp"

#include "base/text.hpp"
#include "floor/identity/accounts.hpp"
#include "floor/identity/organisations.hpp"

namespace works::letters {
namespace {

// A subject never holds a line end: what people typed is squeezed into one line.
messages::NewMessage message_to(const claim::Claim& claim, const Contact& to, messages::Channel channel,
                                const std::string& address) {
  return {.channel = channel,
          .to = {to.organisation, to.account, address},
          .subject = {},
          .body = {},
          .file = file_of(claim.id)};
}

std::string joined(const std::vector<std::string>& paragraphs) {
  std::string body;
  for (const auto& paragraph : paragraphs) body += (body.empty() ? "" : "\n\n") + paragraph;
  return body;
}

}  // namespace

Contact contact_of_firm(db::Transaction& tx, identity::OrganisationId firm) {
  const auto organisation = identity::organisation(tx, firm);
  MANDAT_ASSERT(organisation);
  Contact contact{firm, {}, organisation->name, {}, {}};
  if (organisation->email) contact.mail = organisation->email->text();
  if (organisation->phone && organisation->phone->mobile()) contact.mobile = organisation->phone->e164();
  for (const auto& member : identity::members(tx, firm)) {
    if (!contact.mail) contact.mail = member.email.text();
    if (!contact.mobile && member.phone && member.phone->mobile()) contact.mobile = member.phone->e164();
  }
  return contact;
}

Contact contact_of_broker(db::Transaction& tx, const claim::Claim& claim) {
  Contact contact{claim.broker, {}, identity::organisation_name(tx, claim.broker), {}, {}};
  for (const auto& member : identity::members(tx, claim.broker)) {
    if (contact.mail && member.account != claim.declared_by) continue;
    contact.account = member.account;
    contact.mail = member.email.text();
  }
  return contact;
}

void mail(platform::Act& act, const claim::Claim& claim, const Contact& to, const Letter& letter) {
  if (!to.mail) return;
  auto message = message_to(claim, to, messages::Channel::mail, *to.mail);
  message.subject = base::squeeze(letter.subject);
  message.body = joined(letter.paragraphs);
  message.link = letter.link;
  message.link_path = letter.link_path;
  message.attachments = letter.attachments;
  messages::enqueue(act, std::move(message));
}

void sms(platform::Act& act, const claim::Claim& claim, const Contact& to, const sms_templates::Template& text,
         const sms_templates::Values& values, links::LinkId link) {
  if (!to.mobile) return;
  auto message = message_to(claim, to, messages::Channel::sms, *to.mobile);
  sms_templates::write(act.tx, message, text, values);
  message.link = link;
  messages::enqueue(act, std::move(message));
}

void notice(platform::Act& act, const claim::Claim& claim, const Contact& to, std::string subject, std::string text) {
  auto message = message_to(claim, to, messages::Channel::notice, "");
  message.subject = base::squeeze(subject);
  message.body = std::move(text);
  messages::enqueue(act, std::move(message));
}

std::string job_line(const Subject& subject) {
  return lot::trades_label(subject.lot) + " à " + subject.claim.place.name;
}

std::string reference_line(const Subject& subject) {
  return subject.claim.reference + " · " + lot::trades_label(subject.lot) + " · " + subject.claim.place.name;
}

}  // namespace works::letters
