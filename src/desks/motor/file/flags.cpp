#include "desks/motor/file/flags.hpp"

#include "base/words.hpp"
#include "desks/motor/file/file_history.hpp"
#include "floor/messages/messages.hpp"

namespace motor::file {
namespace {

constexpr base::Word<Mark> marks[] = {
    {Mark::irreparable, "irreparable", ""},     {Mark::insurer_offer, "insurer_offer", ""},
    {Mark::owner_answer, "owner_answer", ""},   {Mark::irreparable_lifted, "irreparable_lifted", ""},
    {Mark::danger_ve, "danger_ve", ""},         {Mark::danger_vge, "danger_vge", ""},
    {Mark::danger_lifted, "danger_lifted", ""},
};

void start(platform::Act& act, const File& file, std::string_view rule, std::string_view event, int days) {
  deadlines::start(act, {.file = file_of(file.id),
                         .subject_kind = irreparable_subject,
                         .subject_id = file.id.value,
                         .rule = rule,
                         .start_event = event,
                         .start = act.now,
                         .due = deadlines::end_of_day_after(act.now, days),
                         .owner = file.cabinet});
}

// Late or not: the firm notes when it was done, and nothing is due any more.
void end(platform::Act& act, const File& file, std::string_view rule) {
  if (!deadlines::meet(act, irreparable_subject, file.id.value, rule))
    deadlines::cancel_all(act, irreparable_subject, file.id.value);
}

void set(platform::Act& act, File& file, Mark mark) {
  const base::Day today = base::paris::day_of(act.now);
  switch (mark) {
    case Mark::irreparable:
      file.flags.irreparable_on = today;
      return start(act, file, deadline_rule::offer, "motor.file.irreparable", offer_days.value());
    case Mark::insurer_offer:
      file.flags.insurer_offer_on = today;
      end(act, file, deadline_rule::offer);
      return start(act, file, deadline_rule::answer, "motor.file.insurer_offer", answer_days.value());
    case Mark::owner_answer:
      file.flags.owner_answer_on = today;
      return end(act, file, deadline_rule::answer);
    case Mark::irreparable_lifted:
      file.flags.irreparable_on.reset();
      file.flags.insurer_offer_on.reset();
      file.flags.owner_answer_on.reset();
      return deadlines::cancel_all(act, irreparable_subject, file.id.value);
    case Mark::danger_ve:
      file.flags.danger = Danger::damaged;
      file.flags.conformity_on.reset();
      return;
    case Mark::danger_vge:
      file.flags.danger = Danger::gravely_damaged;
      file.flags.conformity_on.reset();
      return;
    case Mark::danger_lifted:
      file.flags.danger = Danger::none;
      return;
  }
}

void tell(platform::Act& act, const deadlines::Deadline& due, std::string_view subject) {
  const auto file = find(act.tx, FileId{due.file.id});
  if (!file) return;
  messages::enqueue(act, {.channel = messages::Channel::notice,
                          .to = {.organisation = file->cabinet},
                          .subject = std::string(subject) + " · dossier " + file->reference,
                          .body = "Véhicule économiquement irréparable (C. route L327-1).",
                          .file = file_of(file->id)});
}

}  // namespace

std::optional<Mark> mark_from_text(std::string_view text) { return base::value_of(marks, text); }
std::string_view to_text(Mark mark) { return base::word_of(marks, mark).text; }

bool possible(const Flags& flags, Mark mark) {
  switch (mark) {
    case Mark::irreparable:
      return !flags.irreparable_on;
    case Mark::insurer_offer:
      return flags.irreparable_on && !flags.insurer_offer_on;
    case Mark::owner_answer:
      return flags.insurer_offer_on && !flags.owner_answer_on;
    case Mark::irreparable_lifted:
      return flags.irreparable_on.has_value();
    case Mark::danger_ve:
      return flags.danger != Danger::damaged;
    case Mark::danger_vge:
      return flags.danger != Danger::gravely_damaged;
    case Mark::danger_lifted:
      return flags.danger != Danger::none;
  }
  return false;
}

bool may_deliver(const Flags& flags) { return flags.danger == Danger::none || flags.conformity_on.has_value(); }

base::Outcome<base::Done> note(platform::Act& act, const identity::Actor& cabinet, FileId id, Mark mark) {
  auto file = find(act.tx, id);
  if (!file || file->cabinet != cabinet.organisation) return unknown;
  if (!possible(file->flags, mark)) return flag_not_now;
  set(act, *file, mark);
  save(act.tx, *file);
  remark(act, *file, to_text(mark));
  return base::Done{};
}

void note_conformity(platform::Act& act, File& file) {
  file.flags.conformity_on = base::paris::day_of(act.now);
  save(act.tx, file);
  remark(act, file, "conformity");
}

void register_delays(deadlines::Handlers& handlers) {
  handlers.add(deadline_rule::offer, "VEI : offre de l’assureur",
               [](platform::Act& act, const deadlines::Deadline& due) {
                 tell(act, due, "VEI : l’offre de l’assureur est due");
               });
  handlers.add(deadline_rule::answer, "VEI : réponse du propriétaire",
               [](platform::Act& act, const deadlines::Deadline& due) {
                 tell(act, due, "VEI : le délai de réponse du propriétaire est passé");
               });
}

}  // namespace motor::file
