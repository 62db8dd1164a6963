#include "desks/motor/schedule/schedule_effects.hpp"

#include "desks/motor/file/flags.hpp"
#include "desks/motor/reminder/reminder.hpp"

namespace motor::schedule {
namespace {

// A vehicle is inspected on site or remotely: the later choice takes the earlier one's place.
std::optional<Kind> rival(Kind kind) {
  if (kind == Kind::visit) return Kind::remote;
  if (kind == Kind::remote) return Kind::visit;
  return std::nullopt;
}

// The event of the file's own table; none when the date alone is remembered.
std::optional<file::Event> event_of(const Date& date, bool moves) {
  if (moves) return file::Event::appointment_moved;
  if (date.kind == Kind::visit) return file::Event::visit_validated;
  if (date.kind == Kind::remote) return file::Event::remote_chosen;
  if (date.kind == Kind::delivery) return file::Event::works_announced;
  return std::nullopt;
}

// Takes the others' place; whether one of the same kind held before.
bool take_place(platform::Act& act, const Date& date) {
  bool moves = false;
  for (Date& other : of_file(act.tx, date.file)) {
    if (other.id == date.id) continue;
    if (other.kind == date.kind && other.in_force) {
      other.in_force = false;
      save(act.tx, other);
      moves = true;
    }
    if (other.kind == date.kind && open(other.state)) withdraw(act, other, Event::replace, "Une autre date est fixée.");
    if (other.kind == rival(date.kind) && (other.in_force || open(other.state)))
      withdraw(act, other, Event::cancel, "Remplacée : " + words_of(date.kind, date.when) + ".");
  }
  return moves;
}

}  // namespace

void withdraw(platform::Act& act, Date& date, Event event, std::string_view reason) {
  date.state = transitions.next(date.state, event).value();
  date.in_force = false;
  date.reason = reason;
  date.decided_at = act.now;
  date.decided_by = act.by.account;
  save(act.tx, date);
}

base::Outcome<base::Done> put_in_force(platform::Act& act, file::File& file, Date& date) {
  if (date.kind == Kind::delivery && !file::may_deliver(file.flags)) return file::conformity_missing;
  const bool moves = take_place(act, date);
  date.in_force = true;
  save(act.tx, date);
  if (inspects(date.kind)) {
    file.inspection_day = date.when.day;
    file::save(act.tx, file);
  }
  if (date.kind == Kind::delivery) reminder::hold(act, file, date.when.day);
  const std::string words = words_of(date.kind, date.when);
  auto event = event_of(date, moves && inspects(date.kind));
  if (event && !file::next(file.position, *event)) event = event_of(date, false);
  if (event && file::next(file.position, *event)) {
    const auto moved = file::apply(act, file, *event, words);
    if (!moved) return moved.refusals();
  } else {
    file::remark(act, file, "date_validated", words);
  }
  return base::Done{};
}

}  // namespace motor::schedule
