// A required periodic paper that ended: whom it stops, and until when (W8.lapse).
#include "desks/works/admission/application.hpp"
#include "floor/audit/audit.hpp"

namespace works::admission {
namespace {

constexpr int every_application = 10'000;

std::string names_of(const std::vector<PaperKind>& kinds) {
  std::string names;
  for (const PaperKind kind : kinds) names += (names.empty() ? "« " : ", « ") + std::string(label(kind)) + " »";
  return names;
}

}  // namespace

// Its record, its jobs and its open requests stay as they are: it is only not proposed.
void follow_lapse(platform::Act& act, const Application& application) {
  const auto firm = tradesman::find(act.tx, application.organisation);
  if (!firm || application.state == State::left) return;
  const auto kinds = ended(items_of(act.tx, application), base::paris::day_of(act.now));
  if (firm->lapsed == !kinds.empty()) return;
  tradesman::set_lapsed(act.tx, application.organisation, !kinds.empty());
  audit::record(act, {kinds.empty() ? "works.firm.resumed" : "works.firm.lapsed",
                      file_of_application(application.organisation),
                      {{"firm", std::to_string(application.organisation.value)}}});
}

std::optional<base::Refusal> lapse_of(db::Transaction& tx, identity::OrganisationId broker, base::Day today) {
  const auto application = find(tx, broker);
  if (!application) return std::nullopt;
  const auto kinds = ended(items_of(tx, *application), today);
  if (kinds.empty()) return std::nullopt;
  return base::Refusal{papers_lapsed, {}, {names_of(kinds)}};
}

void follow_checklist(platform::Act& act) {
  for (const auto firm : with_ended_papers(act.tx, base::paris::day_of(act.now)))
    if (const auto application = find(act.tx, firm)) follow_lapse(act, *application);
  for (const Queue which : {Queue::to_judge, Queue::awaiting_papers})
    for (const auto& application : queue(act.tx, which, every_application)) {
      follow_waiting(act, application);
      if (application.state == State::submitted &&
          !deadlines::pending(act.tx, missing_subject, application.organisation.value, deadline_rule::missing))
        follow_missing(act, application);
    }
}

}  // namespace works::admission
