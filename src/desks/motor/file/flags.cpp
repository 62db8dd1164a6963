#include "desks/motor/file/flags.hpp"

#include <fmt/format.h>

#include "base/words.hpp"
#include "desks/motor/document/paper.hpp"
#include "desks/motor/file/file_history.hpp"
#include "desks/motor/schedule/schedule_actions.hpp"
#include "floor/messages/messages.hpp"

namespace motor::file {
namespace {

constexpr base::Word<Mark> marks[] = {
    {Mark::irreparable, "irreparable", ""},     {Mark::insurer_offer, "insurer_offer", ""},
    {Mark::owner_answer, "owner_answer", ""},   {Mark::irreparable_lifted, "irreparable_lifted", ""},
    {Mark::danger_ve, "danger_ve", ""},         {Mark::danger_vge, "danger_vge", ""},
    {Mark::danger_lifted, "danger_lifted", ""},
};

void start(platform::Act& act, const File& file, std::string_view rule, std::string_view event, base::Day from,
           base::Day last) {
  deadlines::start(act, {.file = file_of(file.id),
                         .subject_kind = irreparable_subject,
                         .subject_id = file.id.value,
                         .rule = rule,
                         .start_event = event,
                         .start = base::paris::start_of(from),
                         .due = base::paris::start_of(last + 1),
                         .owner = file.cabinet});
}

// Late or not: the firm notes when it was done, and nothing is due any more.
void end(platform::Act& act, const File& file, std::string_view rule) {
  if (!deadlines::meet(act, irreparable_subject, file.id.value, rule))
    deadlines::cancel_all(act, irreparable_subject, file.id.value);
}

// A VE or VGE mark asks for another conformity report, and ends what was announced without it (M35.danger).
void endanger(platform::Act& act, File& file, Danger danger) {
  file.flags.danger = danger;
  file.flags.conformity_on.reset();
  schedule::forbid_delivery(act, file);
}

void set(platform::Act& act, File& file, Mark mark, base::Day day) {
  switch (mark) {
    case Mark::irreparable:
      file.flags.irreparable_on = day;
      return start(act, file, deadline_rule::offer, "motor.file.irreparable", day, offer_by(day));
    case Mark::insurer_offer:
      file.flags.insurer_offer_on = day;
      end(act, file, deadline_rule::offer);
      return start(act, file, deadline_rule::answer, "motor.file.insurer_offer", day, answer_by(day));
    case Mark::owner_answer:
      file.flags.owner_answer_on = day;
      return end(act, file, deadline_rule::answer);
    case Mark::irreparable_lifted:
      file.flags.irreparable_on.reset();
      file.flags.insurer_offer_on.reset();
      file.flags.owner_answer_on.reset();
      return deadlines::cancel_all(act, irreparable_subject, file.id.value);
    case Mark::danger_ve:
      return endanger(act, file, Danger::damaged);
    case Mark::danger_vge:
      return endanger(act, file, Danger::gravely_damaged);
    case Mark::danger_lifted:
      file.flags.danger = Danger::none;
      return;
  }
}

std::optional<base::Day> not_before(const File& file, Mark mark) {
  if (mark == Mark::irreparable) return file.claim_day;
  if (mark == Mark::insurer_offer) return file.flags.irreparable_on;
  return mark == Mark::owner_answer ? file.flags.insurer_offer_on : std::nullopt;
}

std::string words_of(Mark mark, base::Day day) {
  return fmt::format("{} : {:02}-{:02}-{:04}.", day_label(mark), day.day_of_month(), day.month(), day.year());
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

std::optional<base::Day> report_day(db::Transaction& tx, FileId id) {
  const auto report = document::latest_report(document::all_of_file(tx, id));
  return report ? std::optional(base::paris::day_of(report->at)) : std::nullopt;
}

bool may_deliver(const Flags& flags) { return flags.danger == Danger::none || flags.conformity_on.has_value(); }

std::string_view day_label(Mark mark) {
  if (mark == Mark::irreparable) return "Date du rapport";
  if (mark == Mark::insurer_offer) return "Date de l’offre";
  return mark == Mark::owner_answer ? "Date de la réponse" : std::string_view();
}

base::Outcome<base::Done> note(platform::Act& act, const identity::Actor& cabinet, FileId id, Mark mark,
                               const std::optional<base::Day>& typed) {
  auto file = find(act.tx, id);
  if (!file || file->cabinet != cabinet.organisation) return unknown;
  if (!possible(file->flags, mark)) return flag_not_now;
  const base::Day today = base::paris::day_of(act.now);
  const auto report = mark == Mark::irreparable ? report_day(act.tx, id) : std::nullopt;
  const auto day = check_flag_day(typed.value_or(report.value_or(today)), not_before(*file, mark), today);
  if (!day) return day.refusals();
  set(act, *file, mark, *day);
  save(act.tx, *file);
  remark(act, *file, to_text(mark), day_label(mark).empty() ? std::string() : words_of(mark, *day));
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
