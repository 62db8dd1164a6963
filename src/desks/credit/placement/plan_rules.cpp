#include "desks/credit/placement/plan_rules.hpp"

namespace credit::placement {
namespace {

// Days before the last one of the plan. The case is put together and sent the day the information is complete (C4);
// insurers then have the longest part of the delay.
struct Row {
  Step step;
  int days_before_cover;
};
constexpr Row rows[] = {
    {Step::contact, 10},     {Step::information, 8}, {Step::analysis, 8}, {Step::submission, 8}, {Step::quotes, 4},
    {Step::presentation, 3}, {Step::acceptance, 2},  {Step::issuance, 1}, {Step::signature, 0},
};

}  // namespace

std::optional<base::Day> expected_on(Step step, base::Day first_contact) {
  for (const Row& row : rows)
    if (row.step == step) return first_contact + (days_to_cover.value() - row.days_before_cover);
  return std::nullopt;
}

WaitingFor usual_holder(Step step) {
  switch (step) {
    case Step::information:
    case Step::acceptance:
    case Step::signature:
      return WaitingFor::company;
    case Step::quotes:
    case Step::issuance:
      return WaitingFor::insurers;
    case Step::contact:
    case Step::analysis:
    case Step::submission:
    case Step::presentation:
      return WaitingFor::broker;
    case Step::in_force:
    case Step::abandoned:
      break;
  }
  return WaitingFor::nobody;
}

base::Instant late_from(base::Day expected) { return base::paris::start_of(expected + 1); }

}  // namespace credit::placement
