// What an applicant is written of the papers that an administrator refuses in one sitting (W5.together).
#include "desks/works/admission/application.hpp"
#include "desks/works/admission/letters.hpp"

namespace works::admission {
namespace {

void tell(platform::Act& act, identity::OrganisationId organisation, base::Instant since) {
  auto papers = papers_of(act.tx, organisation);
  std::erase_if(papers, [&](const Paper& paper) {  // one sent again meanwhile waits for its own verdict
    return paper.state != PaperState::refused || !paper.decided || *paper.decided < since;
  });
  if (!papers.empty()) letters::papers_refused(act, organisation, papers);
}

}  // namespace

void note_verdict(platform::Act& act, const Application& application, const Paper& judged) {
  const auto organisation = application.organisation;
  const auto sitting = deadlines::pending(act.tx, refusals_subject, organisation.value, deadline_rule::refusals);
  if (!sitting && judged.state != PaperState::refused) return;
  if (!any_to_judge(items_of(act.tx, application))) {
    // Where the sitting is over but not told yet, its own delay tells this one too.
    if (sitting && !deadlines::meet(act, refusals_subject, organisation.value, deadline_rule::refusals)) return;
    return tell(act, organisation, sitting ? sitting->start : act.now);
  }
  if (sitting) {
    platform::Act by_rule{act.tx, act.now, act.ids, {}};  // no extension of anybody's
    deadlines::move(by_rule, sitting->id, act.now + sitting_ends_after.value(), "");
    return;
  }
  deadlines::start(act, {.file = file_of_application(organisation),
                         .subject_kind = refusals_subject,
                         .subject_id = organisation.value,
                         .rule = deadline_rule::refusals,
                         .start_event = "works.paper.refused",
                         .start = act.now,
                         .due = act.now + sitting_ends_after.value()});
}

void register_refusals_delay(deadlines::Handlers& handlers) {
  handlers.add(deadline_rule::refusals, "Courriel des pièces refusées",
               [](platform::Act& act, const deadlines::Deadline& delay) {
                 tell(act, identity::OrganisationId{delay.subject_id}, delay.start);
               });
}

}  // namespace works::admission
