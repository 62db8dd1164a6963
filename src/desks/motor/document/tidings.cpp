#include "desks/motor/document/tidings.hpp"

#include "base/text.hpp"
#include "desks/motor/news/news.hpp"
#include "floor/messages/messages.hpp"

namespace motor::document {

void notice(platform::Act& act, const file::File& file, identity::OrganisationId to, std::string_view subject,
            std::string_view text) {
  if (!to) return;
  messages::enqueue(act, {.channel = messages::Channel::notice,
                          .to = {.organisation = to},
                          .subject = base::squeeze(std::string(subject) + " · dossier " + file.reference),
                          .body = std::string(text),
                          .file = file_of(file.id)});
}

void tell_cabinet(platform::Act& act, const file::File& file, std::string_view subject, std::string_view text) {
  notice(act, file, file.cabinet, subject, text);
}

void tell_repairer(platform::Act& act, const file::File& file, const Paper& posted) {
  notice(act, file, file.repairer, title(posted.kind), posted.name);
  news::mail_those_who_asked(act, file, posted);
}

void tell_verdict(platform::Act& act, const file::File& file, const Paper& judged) {
  // Only its author is told: the file may have gone to another repairer since.
  if (judged.author != file.repairer) return;
  const std::string kind(title(judged.kind));
  if (judged.verdict == Verdict::compliant) return notice(act, file, judged.author, kind + " conforme", judged.name);
  notice(act, file, judged.author, kind + " non-conforme", judged.name + " : " + judged.verdict_reason);
}

}  // namespace motor::document
