#include "desks/motor/reminder/reminder.hpp"

#include "base/french.hpp"
#include "desks/motor/document/turn.hpp"
#include "desks/motor/file/file_history.hpp"
#include "desks/motor/list/list_query.hpp"
#include "floor/audit/audit.hpp"
#include "floor/identity/organisations.hpp"
#include "floor/messages/grouping.hpp"

namespace motor::reminder {
namespace {

// Only while it is his turn: what he sent waits for the firm (M34.sent).
void start(platform::Act& act, const file::File& file, const Standing& known, base::Instant since) {
  const auto what = awaited(file.position.state);
  if (!what || document::turn(act.tx, file) != document::Turn::repairer) return;
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

void cancel(platform::Act& act, const file::File& file) { deadlines::cancel_all(act, subject_kind, file.id.value); }

base::Instant began(const file::File& file, const Standing& known) { return known.since.value_or(file.state_since); }

void restart(platform::Act& act, const file::File& file, const Standing& known) {
  cancel(act, file);
  start(act, file, known, known.last && known.sent > 0 ? *known.last : began(file, known));
}

void begin(platform::Act& act, const file::File& file, Standing known) {
  known.sent = 0;
  known.since = act.now;
  save(act.tx, file.id, known);
  restart(act, file, known);
}

std::string said(db::Transaction& tx, const file::File& file, const Standing& known, Awaited what) {
  const std::string since = list::dashed(base::paris::day_of(began(file, known)));
  if (what == Awaited::invoice) return "Facture attendue depuis le " + since + ".";
  const auto asked = file::last_asked(tx, file.id);
  return "Documents attendus depuis le " + since + (asked ? " : " + asked->reason : ".");
}

// The portal always; by mail each who may send what is awaited, as he chose.
void tell(platform::Act& act, const file::File& file, Awaited what, const std::string& text) {
  const std::string subject = "Relance · dossier " + file.reference;
  messages::enqueue(act, {.channel = messages::Channel::notice,
                          .to = {.organisation = file.repairer},
                          .subject = subject,
                          .body = text,
                          .file = file_of(file.id)});
  const std::string vehicle = file.vehicle_name() + (file.vehicle.plate.empty() ? "" : ", " + file.vehicle.plate);
  const std::string send = what == Awaited::invoice ? "Envoyez-la" : "Envoyez-les";
  for (const auto& member : identity::members(act.tx, file.repairer)) {
    if (!identity::at_least(member.role, identity::Role::member)) continue;
    messages::inform(act, {.to = {file.repairer, member.account, member.email.text()},
                           .topic = "motor.reminder",
                           .subject = subject,
                           .notice = {},
                           .mail = text + "\n\nDossier " + file.reference + " : " + vehicle + ". " + send +
                                   " depuis le portail, ou annoncez-y la date de fin de travaux et de facturation : "
                                   "une fois validée, elle arrête les relances.",
                           .file = file_of(file.id)});
  }
}

void remind(platform::Act& act, const deadlines::Deadline& due) {
  const auto file = file::find(act.tx, FileId{due.file.id});
  const auto what = file ? awaited(file->position.state) : std::nullopt;
  if (!what || document::turn(act.tx, *file) != document::Turn::repairer) return;
  Standing known = standing(act.tx, file->id);
  // While nobody is attached there is nobody to remind, and nothing is counted.
  if (file->repairer && !quiet_on(known.quiet_until, base::paris::day_of(act.now))) {
    const std::string text = said(act.tx, *file, known, *what);
    ++known.sent;
    known.last = act.now;
    save(act.tx, file->id, known);
    file::remark(act, *file, "reminded", text);
    tell(act, *file, *what, text);
  }
  start(act, *file, known, act.now);
}

}  // namespace

void follow(platform::Act& act, const file::File& file, file::State from, file::Event event) {
  switch (step(from, file.position.state, event)) {
    case Step::nothing:
      return;
    case Step::begins:
      return begin(act, file, standing(act.tx, file.id));
    case Step::ends:
      return cancel(act, file);
    case Step::answered:
      if (document::turn(act.tx, file) != document::Turn::repairer) cancel(act, file);
      return;
  }
}

void ask_again(platform::Act& act, const file::File& file) { begin(act, file, standing(act.tx, file.id)); }

void hand_over(platform::Act& act, const file::File& file) { begin(act, file, Standing{}); }

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
