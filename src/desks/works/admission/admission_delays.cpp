// What time does to an application and its papers (W3, W8).
#include "desks/works/admission/application.hpp"
#include "desks/works/admission/letters.hpp"
#include "desks/works/task/task.hpp"
#include "floor/audit/audit.hpp"
#include "floor/identity/organisations.hpp"

namespace works::admission {
namespace {

void start(platform::Act& act, const Paper& paper, std::string_view rule, base::Instant due) {
  if (due <= act.now) return;
  deadlines::start(act, {.file = file_of_application(paper.organisation),
                         .subject_kind = paper_subject,
                         .subject_id = paper.id.value,
                         .rule = rule,
                         .start_event = "works.paper.accepted",
                         .start = act.now,
                         .due = due,
                         .owner = rule == deadline_rule::expiry ? paper.organisation : identity::OrganisationId{}});
}

void review_overdue(platform::Act& act, const deadlines::Deadline& delay) {
  const identity::OrganisationId organisation{delay.subject_id};
  task::open(act, {.kind = task::Kind::overdue_application, .organisation = organisation, .subject = delay.id.value});
}

// W5.missing: once, until another paper is sent.
void missing_papers(platform::Act& act, const deadlines::Deadline& delay) {
  const auto application = find(act.tx, identity::OrganisationId{delay.subject_id});
  if (!application || application->state != State::submitted) return;
  const auto lacking = to_send(items_of(act.tx, *application));
  if (lacking.empty()) return;
  letters::papers_missing(act, application->organisation, lacking);
  audit::record(
      act, {"works.application.reminded",
            file_of_application(application->organisation),
            {{"firm", std::to_string(application->organisation.value)}, {"papers", std::to_string(lacking.size())}}});
}

std::optional<Paper> paper_of(platform::Act& act, const deadlines::Deadline& delay) {
  auto paper = find_paper(act.tx, PaperId{delay.subject_id});
  return paper && paper->valid_until ? paper : std::nullopt;
}

void warn_first(platform::Act& act, const deadlines::Deadline& delay) {
  if (const auto paper = paper_of(act, delay)) letters::ends_soon(act, *paper, first_warning_days.value());
}
void warn_last(platform::Act& act, const deadlines::Deadline& delay) {
  if (const auto paper = paper_of(act, delay)) letters::ends_soon(act, *paper, last_warning_days.value());
}

// The trades of a décennale are gone by their own last day; here the paper says so, its firm is told, and pauses where
// the paper is one it cannot do without (W8.lapse).
void expire(platform::Act& act, const deadlines::Deadline& delay) {
  auto paper = paper_of(act, delay);
  if (!paper) return;
  const auto application = find(act.tx, paper->organisation);
  if (application) follow_lapse(act, *application);
  letters::ended(act, *paper);
  audit::record(act,
                {"works.paper.expired",
                 file_of_application(paper->organisation),
                 {{"firm", std::to_string(paper->organisation.value)}, {"kind", std::string(to_text(paper->kind))}}});
  task::open(act, {.kind = task::Kind::expired_paper, .organisation = paper->organisation, .subject = delay.id.value});
  const auto next = paper_transitions.next(paper->state, PaperEvent::expire);
  if (!next) return;  // a new one is waiting to be judged
  paper->state = *next;
  put(act.tx, *paper);
}

}  // namespace

void start_validity(platform::Act& act, const Paper& paper) {
  deadlines::cancel_all(act, paper_subject, paper.id.value);
  if (!paper.valid_until) return;
  start(act, paper, deadline_rule::warn_first, deadlines::reminder_on(*paper.valid_until - first_warning_days.value()));
  start(act, paper, deadline_rule::warn_last, deadlines::reminder_on(*paper.valid_until - last_warning_days.value()));
  start(act, paper, deadline_rule::expiry, base::paris::start_of(*paper.valid_until + 1));
}

// The 48 hours run from the moment it is the administrators' turn: a paper to judge, an application to validate, a
// trade to tick (W3, W5).
void follow_waiting(platform::Act& act, Application application) {
  const auto organisation = application.organisation;
  const Turn turn{application.state == State::submitted, trade_to_tick(act.tx, application)};
  const bool waiting = application.state != State::left && ours(turn, items_of(act.tx, application));
  if (waiting == application.waiting_since.has_value()) return;
  application.waiting_since = waiting ? std::optional(act.now) : std::nullopt;
  save(act.tx, application);
  if (!waiting) {
    if (!deadlines::meet(act, application_subject, organisation.value, deadline_rule::review))
      deadlines::cancel_all(act, application_subject, organisation.value);
    return;
  }
  deadlines::start(act, {.file = file_of_application(organisation),
                         .subject_kind = application_subject,
                         .subject_id = organisation.value,
                         .rule = deadline_rule::review,
                         .start_event = "works.paper.received",
                         .start = act.now,
                         .due = act.now + review_delay.value(),
                         .owner = identity::operating_organisation(act.tx).value_or(identity::OrganisationId{})});
}

void follow_missing(platform::Act& act, const Application& application) {
  const auto organisation = application.organisation;
  deadlines::cancel_all(act, missing_subject, organisation.value);
  if (application.state != State::submitted || to_send(items_of(act.tx, application)).empty()) return;
  deadlines::start(act, {.file = file_of_application(organisation),
                         .subject_kind = missing_subject,
                         .subject_id = organisation.value,
                         .rule = deadline_rule::missing,
                         .start_event = "works.paper.received",
                         .start = act.now,
                         .due = act.now + missing_delay.value()});
}

void register_delays(deadlines::Handlers& handlers) {
  handlers.add(deadline_rule::review, "Pièces à vérifier", review_overdue);
  handlers.add(deadline_rule::missing, "Relance : pièces manquantes", missing_papers);
  register_refusals_delay(handlers);
  handlers.add(deadline_rule::warn_first, "Rappel : pièce bientôt expirée", warn_first);
  handlers.add(deadline_rule::warn_last, "Dernier rappel : pièce bientôt expirée", warn_last);
  handlers.add(deadline_rule::expiry, "Expiration d’une pièce", expire);
}

}  // namespace works::admission
