// A required periodic paper that ended: whom it stops, and until when (W8.lapse).
#include <algorithm>

#include "desks/works/admission/application.hpp"
#include "desks/works/admission/letters.hpp"
#include "floor/audit/audit.hpp"

namespace works::admission {
namespace {

constexpr int every_application = 10'000;

std::string names_of(const std::vector<PaperKind>& kinds) {
  std::string names;
  for (const PaperKind kind : kinds) names += (names.empty() ? "« " : ", « ") + std::string(label(kind)) + " »";
  return names;
}

// The ended papers of each partner that stop him on this day.
using Stopped = std::map<identity::OrganisationId, std::vector<Paper>>;

Stopped stopped(db::Transaction& tx, base::Day today) {
  std::vector<Application> applications;
  for (const auto organisation : with_ended_papers(tx, today)) {
    auto application = find(tx, organisation);
    if (application && application->state != State::left) applications.push_back(std::move(*application));
  }
  const auto items = items_of(tx, applications);
  Stopped found;
  for (std::size_t i = 0; i < applications.size(); ++i) {
    const auto kinds = ended(items[i], today);
    for (const Item& item : items[i])
      if (item.paper && std::find(kinds.begin(), kinds.end(), item.kind) != kinds.end())
        found[applications[i].organisation].push_back(*item.paper);
  }
  return found;
}

bool among(const std::vector<Paper>& papers, PaperKind kind) {
  return std::any_of(papers.begin(), papers.end(), [&](const Paper& paper) { return paper.kind == kind; });
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

void change_checklist(platform::Act& act, Role role, const std::map<PaperKind, Need>& needs) {
  const base::Day today = base::paris::day_of(act.now);
  const Stopped before = stopped(act.tx, today);
  for (const auto& [kind, need] : needs) set_need(act.tx, role, kind, need);
  follow_checklist(act);
  for (const auto& [organisation, papers] : stopped(act.tx, today)) {
    const auto known = before.find(organisation);
    for (const Paper& paper : papers)
      if (known == before.end() || !among(known->second, paper.kind)) letters::ended(act, paper);
  }
}

}  // namespace works::admission
