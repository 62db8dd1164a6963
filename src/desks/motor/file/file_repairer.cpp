#include "desks/motor/file/file_repairer.hpp"

#include "base/text.hpp"
#include "desks/motor/attachment/attachment.hpp"
#include "desks/motor/file/file_history.hpp"
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

}  // namespace

base::Outcome<base::Done> entrust(platform::Act& act, const identity::Actor& cabinet, FileId id,
                                  const std::optional<base::Siret>& siret) {
  auto file = find(act.tx, id);
  if (!file || file->cabinet != cabinet.organisation) return unknown;
  const std::string wanted = siret ? siret->text() : std::string();
  if (wanted == file->siret) return base::Refusal{same_repairer, "siret"};
  const auto before = file->repairer;
  file->siret = wanted;
  file->repairer = attachment::repairer_of(act.tx, file->cabinet, wanted);
  save(act.tx, *file);
  if (before && before == file->repairer) {
    remark(act, *file, "establishment_changed");
    return base::Done{};
  }
  remark(act, *file, wanted.empty() ? "repairer_detached" : "repairer_changed");
  if (before) tell_left(act, before, *file);
  if (file->repairer) tell_taken(act, *file);
  return base::Done{};
}

}  // namespace motor::file
