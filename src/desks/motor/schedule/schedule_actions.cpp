#include "desks/motor/schedule/schedule_actions.hpp"

#include "base/french.hpp"
#include "base/text.hpp"
#include "desks/motor/document/tidings.hpp"
#include "desks/motor/reminder/reminder.hpp"
#include "desks/motor/schedule/schedule_effects.hpp"
#include "floor/identity/accounts.hpp"
#include "floor/identity/organisations.hpp"

namespace motor::schedule {
namespace {

constexpr std::size_t longest_text = 500;  // characters

Date new_date(platform::Act& act, const identity::Actor& by, const file::File& file, const Asking& asking,
              Author author) {
  return {.id = {act.ids.next()},
          .file = file.id,
          .cabinet = file.cabinet,
          .repairer = file.repairer,
          .kind = asking.kind,
          .author = author,
          .asked = asking.when,
          .when = asking.when,
          .comment = base::squeeze(asking.comment),
          .asked_at = act.now,
          .asked_by = by.account};
}

// What still waits of that kind gives way; the same date twice is none.
base::Outcome<base::Done> give_way(platform::Act& act, const file::File& file, const Asking& asking) {
  const auto dates = of_file(act.tx, file.id);
  if (auto before = waiting(dates, asking.kind)) {
    if (before->when == asking.when && concerns(*before, file)) return base::Refusal{already_asked, "day"};
    withdraw(act, *before, Event::replace, "Remplacée : " + words_of(asking.kind, asking.when) + ".");
  }
  const auto held = in_force(dates, asking.kind);
  if (held && held->when == asking.when && concerns(*held, file)) return base::Refusal{already_asked, "day"};
  return base::Done{};
}

base::Outcome<base::Done> check_text(std::string_view text, std::string_view field) {
  if (base::count_code_points(text) > longest_text) return base::Refusal{file::reason_too_long, std::string(field)};
  return base::Done{};
}

// Who answered first, as the one who comes second may know him: a colleague by his name, others by their house.
base::Refusal too_late(platform::Act& act, const Date& date, const identity::Actor& reader) {
  std::string who = date.repairer ? identity::organisation_name(act.tx, date.repairer) : std::string();
  for (const auto& member : identity::members(act.tx, date.cabinet))
    if (member.account == date.decided_by)
      who = reader.organisation == date.cabinet ? member.name : identity::organisation_name(act.tx, date.cabinet);
  if (reader.organisation == date.repairer)
    for (const auto& member : identity::members(act.tx, date.repairer))
      if (member.account == date.decided_by) who = member.name;
  if (!date.decided_at || who.empty()) return {changed};
  return {already_decided, "", {std::string(label(date.state)), who, base::french::instant_medium(*date.decided_at)}};
}

// The date as the person saw it, its file, and where the event leads; or why not.
struct Found {
  Date date;
  file::File file;
  State to;
};
base::Outcome<Found> find_for(platform::Act& act, const identity::Actor& by, DateId id, const Answer& answer) {
  auto date = find(act.tx, id);
  auto file = date ? file::find(act.tx, date->file, by) : std::nullopt;
  if (!file || (by.organisation != file->cabinet && !concerns(*date, *file))) return unknown;
  if (!concerns(*date, *file)) return moved_on;
  if (file->position.state == file::State::closed) return file::not_now;
  const auto to = transitions.next(date->state, answer.event);
  if (answer.seen != date->version || !to) return too_late(act, *date, by);
  return Found{*std::move(date), *std::move(file), *to};
}

void note(platform::Act& act, const Found& found, std::string_view event) {
  const std::string& reason = found.to == State::countered ? found.date.counter_reason : found.date.reason;
  file::remark(act, found.file, event,
               words_of(found.date.kind, found.date.when) + (reason.empty() ? "" : " : " + reason));
}

std::string news(const Date& date, std::string_view reason) {
  return words_of(date.kind, date.when) + (reason.empty() ? "." : " : " + std::string(reason));
}

base::Outcome<base::Done> answer_with(platform::Act& act, Found& found, const Answer& answer) {
  found.date.state = found.to;
  found.date.decided_at = act.now;
  found.date.decided_by = act.by.account;
  const std::string reason = base::squeeze(answer.reason);
  if (answer.event == Event::counter) {
    found.date.when = *answer.other;
    found.date.counter_reason = reason;
  } else {
    found.date.reason = reason;
  }
  if (found.to == State::validated) return put_in_force(act, found.file, found.date);
  const bool held = found.date.in_force;
  found.date.in_force = false;
  save(act.tx, found.date);
  if (held && found.date.kind == Kind::delivery) reminder::release(act, found.file);
  if (held && inspects(found.date.kind) && file::next(found.file.position, file::Event::appointment_cancelled)) {
    const auto moved = file::apply(act, found.file, file::Event::appointment_cancelled, reason);
    if (!moved) return moved.refusals();
    return base::Done{};
  }
  note(act, found,
       answer.event == Event::refuse    ? "date_refused"
       : answer.event == Event::counter ? "date_countered"
       : answer.event == Event::decline ? "date_declined"
                                        : "date_withdrawn");
  return base::Done{};
}

}  // namespace

base::Outcome<DateId> suggest(platform::Act& act, const identity::Actor& repairer, FileId id, const Asking& asking) {
  auto file = file::find(act.tx, id, repairer);
  if (!file) return unknown;
  if (const auto fits = check_text(asking.comment, "comment"); !fits) return fits.refusals();
  if (const auto free = give_way(act, *file, asking); !free) return free.refusals();
  const Date date = new_date(act, repairer, *file, asking, Author::repairer);
  insert(act.tx, date);
  const auto asked = file::apply(act, *file, file::Event::appointment_asked, words_of(asking.kind, asking.when));
  if (!asked) return asked.refusals();
  document::tell_cabinet(act, *file, "Date suggérée par le réparateur", news(date, date.comment));
  return date.id;
}

base::Outcome<DateId> fix(platform::Act& act, const identity::Actor& cabinet, FileId id, const Asking& asking) {
  auto file = file::find(act.tx, id);
  if (!file || file->cabinet != cabinet.organisation) return unknown;
  if (file->position.state == file::State::closed) return file::not_now;
  if (const auto fits = check_text(asking.comment, "comment"); !fits) return fits.refusals();
  if (const auto free = give_way(act, *file, asking); !free) return free.refusals();
  Date date = new_date(act, cabinet, *file, asking, Author::cabinet);
  date.state = State::validated;
  date.decided_at = act.now;
  date.decided_by = cabinet.account;
  insert(act.tx, date);
  const auto holds = put_in_force(act, *file, date);
  if (!holds) return holds.refusals();
  document::notice(act, *file, file->repairer, "Date fixée par le cabinet", news(date, date.comment));
  return date.id;
}

base::Outcome<base::Done> decide(platform::Act& act, const identity::Actor& cabinet, DateId id, const Answer& answer) {
  const bool fitting = answer.event == Event::validate || answer.event == Event::refuse ||
                       answer.event == Event::counter || answer.event == Event::cancel;
  auto found = find_for(act, cabinet, id, answer);
  if (!found) return found.refusals();
  if (found->file.cabinet != cabinet.organisation) return unknown;
  if (!fitting) return base::Refusal{choice_missing, "answer"};
  if ((needs_reason(answer.event) || answer.event == Event::cancel) && base::trim(answer.reason).empty())
    return base::Refusal{reason_missing, "reason"};
  if (const auto fits = check_text(answer.reason, "reason"); !fits) return fits.refusals();
  if (answer.event == Event::counter && !answer.other) return base::Refusal{day_missing, "day"};
  if (answer.event == Event::counter && *answer.other == found->date.when) return base::Refusal{same_date, "day"};
  Found it = *std::move(found);
  if (auto done = answer_with(act, it, answer); !done) return done.refusals();
  const std::string_view subject = answer.event == Event::validate  ? "Date validée"
                                   : answer.event == Event::refuse  ? "Date refusée"
                                   : answer.event == Event::counter ? "Le cabinet propose une autre date"
                                                                    : "Date annulée par le cabinet";
  if (concerns(it.date, it.file))
    document::notice(act, it.file, it.file.repairer, subject, news(it.date, base::squeeze(answer.reason)));
  return base::Done{};
}

base::Outcome<base::Done> reply(platform::Act& act, const identity::Actor& repairer, DateId id, const Answer& answer) {
  auto found = find_for(act, repairer, id, answer);
  if (!found) return found.refusals();
  if (found->file.repairer != repairer.organisation) return unknown;
  if (answer.event != Event::accept && answer.event != Event::decline) return base::Refusal{choice_missing, "answer"};
  if (const auto fits = check_text(answer.reason, "reason"); !fits) return fits.refusals();
  Found it = *std::move(found);
  if (auto done = answer_with(act, it, answer); !done) return done.refusals();
  document::tell_cabinet(
      act, it.file,
      answer.event == Event::accept ? "Le réparateur accepte votre date" : "Le réparateur décline votre date",
      news(it.date, base::squeeze(answer.reason)));
  return base::Done{};
}

void follow(platform::Act& act, const file::File& file, file::Event event) {
  const bool closes = file.position.state == file::State::closed;
  if (!closes && event != file::Event::appointment_cancelled) return;
  for (Date& date : of_file(act.tx, file.id)) {
    const bool over = closes ? open(date.state) : inspects(date.kind) && date.in_force;
    if (over) withdraw(act, date, Event::cancel, closes ? "Dossier terminé." : "Rendez-vous annulé par le cabinet.");
  }
}

void hand_over(platform::Act& act, file::File& file, identity::OrganisationId next) {
  const bool inspected = !file::next(file.position, file::Event::appointment_cancelled);
  bool visit_is_off = false;
  for (Date& date : of_file(act.tx, file.id)) {
    // An inspection that took place is a fact of the vehicle.
    const bool over = date.when.day < base::paris::day_of(act.now) && (inspected || !inspects(date.kind));
    const bool anothers = date.repairer && date.repairer != next;
    if (!anothers || !(open(date.state) || (date.in_force && !over))) continue;
    if (date.in_force && inspects(date.kind) && file.inspection_day == date.when.day) file.inspection_day.reset();
    visit_is_off = visit_is_off || (date.in_force && date.kind == Kind::visit);
    withdraw(act, date, Event::cancel, "Dossier confié à un autre réparateur.");
  }
  if (visit_is_off) file::apply_if_possible(act, file, file::Event::appointment_cancelled);
}

void forbid_delivery(platform::Act& act, const file::File& file) {
  auto date = in_force(of_file(act.tx, file.id), Kind::delivery);
  if (!date) return;
  const std::string why = "Véhicule " + std::string(label(file.flags.danger)) +
                          " : pas de livraison avant le rapport de conformité (C. route L327-5).";
  withdraw(act, *date, Event::cancel, why);
  reminder::release(act, file);
  file::remark(act, file, "date_withdrawn", news(*date, why));
  document::notice(act, file, file.repairer, "Date annulée", news(*date, why));
}

}  // namespace motor::schedule
