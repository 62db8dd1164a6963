#include "desks/works/letters/post.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "floor/identity/accounts.hpp"
#include "floor/identity/email_key.hpp"
#include "floor/identity/organisations.hpp"
#include "floor/identity/sms_number.hpp"
#include "floor/messages/grouping.hpp"

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

constexpr std::string_view page_placeholder = "{page}";

std::string at_site(const std::string& path) { return std::string(messages::site_placeholder) + path; }

// An administrator may have named it several times, or left it out.
std::string with_page(std::string body, const std::string& page) {
  for (auto at = body.find(page_placeholder); at != std::string::npos; at = body.find(page_placeholder, at))
    body.replace(at, page_placeholder.size(), page);
  return body;
}

// P5.firm
identity::AccountId reader_of(const std::vector<identity::Member>& members, const std::optional<std::string>& mail) {
  if (members.empty()) return {};
  const auto own = std::find_if(members.begin(), members.end(), [&](const identity::Member& member) {
    return mail && identity::email_key(member.email.text()) == identity::email_key(*mail);
  });
  return own == members.end() ? members.front().account : own->account;
}

}  // namespace

Contact contact_of_firm(db::Transaction& tx, identity::OrganisationId firm) {
  const auto organisation = identity::organisation(tx, firm);
  MANDAT_ASSERT(organisation);
  Contact contact{firm, {}, organisation->name, {}, {}};
  const auto members = identity::members(tx, firm);
  if (organisation->email)
    contact.mail = organisation->email->text();
  else if (!members.empty())
    contact.mail = members.front().email.text();
  if (const auto number = identity::sms_number_in_use(tx, firm)) contact.mobile = number->e164();
  contact.account = reader_of(members, contact.mail);
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

void sms(platform::Act& act, const Subject& subject, const Contact& to, const sms_templates::Template& text,
         const sms_templates::Values& values, const sms_templates::Values& shorter, links::LinkId link) {
  if (!to.mobile) return;
  auto message = message_to(subject.claim, to, messages::Channel::sms, *to.mobile);
  sms_templates::write(act.tx, message, text, values, shorter);
  message.body = with_page(std::move(message.body), job_page(subject));
  message.link = link;
  messages::enqueue(act, std::move(message));
}

void notice(platform::Act& act, const claim::Claim& claim, const Contact& to, std::string subject, std::string text) {
  auto message = message_to(claim, to, messages::Channel::notice, "");
  message.subject = base::squeeze(subject);
  message.body = std::move(text);
  messages::enqueue(act, std::move(message));
}

void inform(platform::Act& act, const claim::Claim& claim, const Contact& to, const News& news) {
  const auto mail =
      news.next_step.empty() ? std::vector{news.text, news.foot} : std::vector{news.text, news.next_step, news.foot};
  messages::inform(act, {.to = {to.organisation, to.account, to.mail.value_or("")},
                         .topic = "works.news",
                         .subject = base::squeeze(news.subject),
                         .notice = news.next_step.empty() ? news.text : news.text + " " + news.next_step,
                         .mail = joined(mail),
                         .file = file_of(claim.id)});
}

std::string claim_page(const claim::Claim& claim) {
  return at_site("/travaux/dossiers/" + std::to_string(claim.id.value));
}

std::string job_page(const Subject& subject) {
  return at_site("/chantiers/" + std::to_string(subject.mandate.id.value));
}

std::string job_line(const Subject& subject) {
  return lot::trades_label(subject.lot) + " à " + subject.claim.place.name;
}

std::string reference_line(const Subject& subject) {
  return subject.claim.reference + " · " + lot::trades_label(subject.lot) + " · " + subject.claim.place.name;
}

}  // namespace works::letters
