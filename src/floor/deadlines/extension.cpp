#include "floor/deadlines/extension.hpp"

#include "base/text.hpp"
#include "floor/audit/audit.hpp"

namespace deadlines {
namespace {

struct TimeOfDay {
  int hour, minute;
};

std::optional<int> two_digits(std::string_view text) {
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  if (text.size() != 2 || !digit(text[0]) || !digit(text[1])) return std::nullopt;
  return (text[0] - '0') * 10 + (text[1] - '0');
}

std::optional<TimeOfDay> time_of_day(std::string_view text) {
  if (text.size() != 5 || text[2] != ':') return std::nullopt;
  const auto hour = two_digits(text.substr(0, 2));
  const auto minute = two_digits(text.substr(3));
  if (!hour || !minute || *hour > 23 || *minute > 59) return std::nullopt;
  return TimeOfDay{*hour, *minute};
}

}  // namespace

base::Outcome<Extension> parse(const TypedExtension& typed) {
  base::Refusals wrong;
  const auto day = base::Day::from_iso(base::trim(typed.day));
  if (!day) wrong.push_back({day_missing, "jour"});
  const auto hour = base::trim(typed.time);
  const auto time = time_of_day(hour);
  if (!hour.empty() && !time) wrong.push_back({bad_time, "heure"});
  std::string reason = base::squeeze(typed.reason);
  if (reason.empty()) wrong.push_back({reason_missing, "motif"});
  if (base::count_code_points(reason) > longest_reason) wrong.push_back({reason_too_long, "motif"});
  if (!wrong.empty()) return wrong;
  const base::Instant due =
      time ? base::paris::at(*day, time->hour, time->minute) : end_of_day_after(base::paris::start_of(*day), 0);
  return Extension{due, std::move(reason)};
}

base::Outcome<Deadline> extend(platform::Act& act, DeadlineId id, const Extension& extension) {
  const auto before = find(act.tx, id);
  if (!before) return unknown_deadline;
  if (before->state != State::pending) return not_pending;
  if (extension.due <= before->due || extension.due <= act.now) return base::Refusal{not_later, "jour"};
  MANDAT_ASSERT(move(act, id, extension.due, extension.reason));
  audit::record(act, {"deadline.extended",
                      before->file,
                      {{"deadline", std::to_string(id.value)},
                       {"rule", before->rule},
                       {"from", base::iso_utc(before->due)},
                       {"to", base::iso_utc(extension.due)}}});
  return *find(act.tx, id);
}

}  // namespace deadlines
