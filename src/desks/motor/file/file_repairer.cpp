#include "desks/motor/file/file_repairer.hpp"

#include "base/text.hpp"
#include "desks/motor/attachment/attachment.hpp"
#include "desks/motor/document/paper.hpp"
#include "desks/motor/file/file_history.hpp"
#include "desks/motor/reminder/reminder.hpp"
#include "desks/motor/schedule/schedule_actions.hpp"
#include "floor/messages/messages.hpp"

namespace motor::file {
namespace {

// Of a file that he no longer has: the message is about no file, so that it leads nowhere.
void tell_left(platform::Act& act, identity::OrganisationId repairer, const File& file) {
  messages::enqueue(act, {.channel = messages::Channel::notice,
                          .to = {.organisation = repairer},
                          .subject = base::squeeze("Dossier " + file.reference + " retiré de votre liste"),
                          .body = "Le cabinet " + file.cabinet_code +
                                  " n’a plus ce dossier chez vous : il n’est plus dans votre liste, et sa page ne "
                                  "s’ouvre plus. Une erreur ? Contactez le cabinet."});
}

void tell_taken(platform::Act& act, const File& file) {
  messages::enqueue(act, {.channel = messages::Channel::notice,
                          .to = {.organisation = file.repairer},
                          .subject = base::squeeze("Nouveau dossier " + file.reference),
                          .body = "Le cabinet " + file.cabinet_code + " vous confie ce dossier.",
                          .file = file_of(file.id)});
}

// Dates, reminders, documents: what passed with the one before is his and the firm's (M31.moved).
void hand_over(platform::Act& act, File& file, const std::string& siret, identity::OrganisationId next) {
  schedule::hand_over(act, file, next);
  file.siret = siret;
  file.repairer = next;
  const auto posted = document::posted_to_holder(act.tx, file);
  file.posted = posted.count;
  file.last_posted = posted.last;
  file.last_posted_kind = posted.last_kind;
  file.last_amount = posted.last_report;
  save(act.tx, file);
  remark(act, file, siret.empty() ? "repairer_detached" : "repairer_changed");
  document::wait_no_more(act.tx, file.id);
  if (file.repairer && file.position.state != State::closed) document::wait_again(act.tx, file);
  reminder::hand_over(act, file);
}

}  // namespace

base::Outcome<base::Done> entrust(platform::Act& act, const identity::Actor& cabinet, FileId id,
                                  const std::optional<base::Siret>& siret) {
  auto file = find(act.tx, id);
  if (!file || file->cabinet != cabinet.organisation) return unknown;
  const std::string wanted = siret ? siret->text() : std::string();
  if (wanted == file->siret) return base::Refusal{same_repairer, "siret"};
  const auto before = file->repairer, next = attachment::repairer_of(act.tx, file->cabinet, wanted);
  if (before && before == next) {
    file->siret = wanted;
    save(act.tx, *file);
    remark(act, *file, "establishment_changed");
    return base::Done{};
  }
  hand_over(act, *file, wanted, next);
  if (before) tell_left(act, before, *file);
  if (file->repairer) tell_taken(act, *file);
  return base::Done{};
}

}  // namespace motor::file
