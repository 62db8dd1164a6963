#include "desks/motor/reminder/reminder.hpp"

#include "base/french.hpp"
#include "desks/motor/file/file_history.hpp"
#include "desks/motor/list/list_query.hpp"
#include "floor/audit/audit.hpp"
#include "floor/identity/organisations.hpp"
#include "floor/messages/grouping.hpp"

namespace motor::reminder {
namespace {

void start(platform::Act& act, const file::File& file, const Standing& known, base::Instant since) {
  const auto what = awaited(file.position.state);
  if (!what) return;
  const auto due = next_reminder({*what, since, known.sent, known.quiet_until}, pace_of(act.tx, file.cabinet), act.now);
  if (!due) return;
  deadlines::start(
      act, {.file = file_of(file.id),
            .subject_kind = subject_kind,
            .subject_id = file.id.value,
            .rule = deadline_rule,
            .start_event = *what == Awaited::invoice ? "motor.file.works_announced" : "motor.file.document_asked",
            .start = act.now,
            .due = *due});
}

void restart(platform::Act& act, const file::File& file, const Standing& known) {
  deadlines::cancel_all(act, subject_kind, file.id.value);
  start(act, file, known, known.last && known.sent > 0 ? *known.last : file.state_since);
}

// What was asked for last, for a reminder of documents.
std::string asked(db::Transaction& tx, const file::File& file) {
  std::string reason;
  for (const auto& change : file::history(tx, file.id))
    if (change.event == to_text(file::Event::document_asked)) reason = change.reason;
  return reason;
}

std::string said(db::Transaction& tx, const file::File& file, Awaited what) {
  const std::string since = list::dashed(base::paris::day_of(file.state_since));
  if (what == Awaited::invoice) return "Facture attendue depuis le " + since + ".";
  const std::string documents = asked(tx, file);
  return "Documents attendus depuis le " + since + (documents.empty() ? "." : " : " + documents);
}

// The portal always, and by mail as the person chose.
void tell(platform::Act& act, const file::File& file, const std::string& text) {
  if (!file.repairer) return;
  const auto members = identity::members(act.tx, file.repairer);
  messages::Recipient to{.organisation = file.repairer};
  if (!members.empty()) to = {file.repairer, members.front().account, members.front().email.text()};
  const std::string vehicle = file.vehicle_name() + (file.vehicle.plate.empty() ? "" : ", " + file.vehicle.plate);
  messages::inform(act, {.to = to,
                         .topic = "motor.reminder",
                         .subject = "Relance · dossier " + file.reference,
                         .notice = text,
                         .mail = text + "\n\nDossier " + file.reference + " : " + vehicle +
                                 ". Envoyez-les depuis le portail, ou annoncez-y la date de fin de travaux et de "
                                 "facturation : une fois validée, elle arrête les relances.",
                         .file = file_of(file.id)});
}

void remind(platform::Act& act, const deadlines::Deadline& due) {
  const auto file = file::find(act.tx, FileId{due.file.id});
  const auto what = file ? awaited(file->position.state) : std::nullopt;
  if (!what) return;
  Standing known = standing(act.tx, file->id);
  if (!quiet_on(known.quiet_until, base::paris::day_of(act.now))) {
    const std::string text = said(act.tx, *file, *what);
    ++known.sent;
    known.last = act.now;
    save(act.tx, file->id, known);
    file::remark(act, *file, "reminded", text);
    tell(act, *file, text);
  }
  start(act, *file, known, act.now);
}

}  // namespace

void follow(platform::Act& act, const file::File& file, file::State from) {
  if (from == file.position.state || (!awaited(from) && !awaited(file.position.state))) return;
  Standing known = standing(act.tx, file.id);
  if (known.sent > 0) {
    known.sent = 0;
    save(act.tx, file.id, known);
  }
  restart(act, file, known);
}

void hold(platform::Act& act, const file::File& file, base::Day announced) {
  Standing known = standing(act.tx, file.id);
  known.announced = announced;
  known.quiet_until = quiet_until(announced, base::paris::day_of(act.now), pace_of(act.tx, file.cabinet));
  save(act.tx, file.id, known);
  restart(act, file, known);
}

void release(platform::Act& act, const file::File& file) {
  Standing known = standing(act.tx, file.id);
  if (!known.quiet_until) return;
  known.announced.reset();
  known.quiet_until.reset();
  save(act.tx, file.id, known);
  restart(act, file, known);
}

void register_delays(deadlines::Handlers& handlers) { handlers.add(deadline_rule, "Relance du réparateur", remind); }

}  // namespace motor::reminder
