#include "desks/works/letters/partner_letter.hpp"

#include "base/text.hpp"
#include "desks/works/letters/post.hpp"
#include "floor/messages/grouping.hpp"

namespace works::letters {
namespace {

std::string joined(const std::vector<std::string>& paragraphs, std::string_view between) {
  std::string text;
  for (const auto& paragraph : paragraphs) (text += text.empty() ? "" : between) += paragraph;
  return text;
}

}  // namespace

void tell_partner(platform::Act& act, identity::OrganisationId partner, const platform::FileRef& file,
                  const PartnerLetter& letter) {
  MANDAT_ASSERT(letter.pace == Pace::at_once || letter.attachments.empty());
  const auto to = contact_of_firm(act.tx, partner);
  const std::string subject = base::squeeze(letter.subject), notice = joined(letter.paragraphs, " ");
  const std::string text = joined(letter.paragraphs, "\n\n") + "\n\n" + letter.page_label + " :\n" +
                           std::string(messages::site_placeholder) + letter.page;
  if (letter.pace == Pace::as_chosen)
    return messages::inform(act, {.to = {partner, to.account, to.mail.value_or("")},
                                  .topic = "works.news",
                                  .subject = subject,
                                  .notice = notice,
                                  .mail = text,
                                  .file = file});
  messages::enqueue(act, {.channel = messages::Channel::notice,
                          .to = {.organisation = partner},
                          .subject = subject,
                          .body = notice,
                          .file = file});
  if (!to.mail) return;
  messages::enqueue(act, {.channel = messages::Channel::mail,
                          .to = {partner, to.account, *to.mail},
                          .subject = subject,
                          .body = "Bonjour,\n\n" + text,
                          .file = file,
                          .attachments = letter.attachments});
}

}  // namespace works::letters
