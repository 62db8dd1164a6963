#include "desks/works/admission/admission_rules.hpp"

#include <algorithm>

#include "base/assert.hpp"

namespace works::admission {

Need standard_need(Role role, PaperKind kind) {
  const bool tradesman = role == Role::tradesman;
  switch (kind) {
    case PaperKind::registration:
    case PaperKind::liability:
    case PaperKind::bank_details:
      return Need::required;
    case PaperKind::decennale:
    case PaperKind::urssaf:
    case PaperKind::identity:
      return tradesman ? Need::required : Need::unasked;
    case PaperKind::orias:
      return tradesman ? Need::unasked : Need::required;
    case PaperKind::qualification:
      return tradesman ? Need::optional : Need::unasked;
  }
  return Need::unasked;
}

bool complete(std::span<const Item> items) {
  return std::all_of(items.begin(), items.end(), [](const Item& item) {
    return item.need != Need::required || item.state() == PaperState::accepted;
  });
}

bool any_to_judge(std::span<const Item> items) {
  return std::any_of(items.begin(), items.end(), [](const Item& item) { return item.state() == PaperState::received; });
}

bool ours(const Turn& turn, std::span<const Item> items) {
  return any_to_judge(items) || turn.trade_to_tick || (turn.submitted && complete(items));
}

std::vector<PaperKind> to_send(std::span<const Item> items) {
  std::vector<PaperKind> kinds;
  for (const Item& item : items)
    if (item.need == Need::required && item.state() != PaperState::accepted && item.state() != PaperState::received)
      kinds.push_back(item.kind);
  return kinds;
}

std::vector<PaperKind> ended(std::span<const Item> items, base::Day today) {
  std::vector<PaperKind> kinds;
  for (const Item& item : items) {
    const bool counts = item.need == Need::required && term_of(item.kind) == Term::periodic && item.paper;
    if (counts && item.paper->valid_until && *item.paper->valid_until < today) kinds.push_back(item.kind);
  }
  return kinds;
}

Term term_of(PaperKind kind) {
  switch (kind) {
    case PaperKind::decennale:
      return Term::as_written;
    case PaperKind::liability:
    case PaperKind::urssaf:
    case PaperKind::orias:
      return Term::periodic;
    case PaperKind::qualification:
      return Term::perhaps;
    case PaperKind::registration:
    case PaperKind::bank_details:
    case PaperKind::identity:
      break;
  }
  return Term::endless;
}

base::Day months_after(base::Day day, int months) {
  const int count = day.year() * 12 + (day.month() - 1) + months;
  for (int of_month = day.day_of_month(); of_month >= 28; --of_month)
    if (const auto found = base::Day::of(count / 12, count % 12 + 1, of_month)) return *found;
  const auto found = base::Day::of(count / 12, count % 12 + 1, day.day_of_month());
  MANDAT_ASSERT(found);
  return *found;
}

std::optional<base::Day> usual_last_day(PaperKind kind, base::Day from) {
  if (term_of(kind) != Term::periodic) return std::nullopt;
  return months_after(from, kind == PaperKind::urssaf ? urssaf_months.value() : yearly_months.value()) - 1;
}

}  // namespace works::admission
