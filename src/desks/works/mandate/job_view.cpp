#include "desks/works/mandate/job_view.hpp"

#include "desks/works/admission/application.hpp"
#include "desks/works/certificate/certificate_pages.hpp"
#include "desks/works/works_rules.hpp"
#include "floor/deadlines/deadlines.hpp"
#include "floor/visit/page.hpp"

namespace works::mandate {
namespace {

// The delay that binds the firm on this mandate, if one runs.
std::optional<base::Instant> next_due(db::Transaction& tx, const Mandate& mandate) {
  for (const auto rule : {deadline_rule::answer, deadline_rule::quote})
    if (const auto delay = deadlines::pending(tx, mandate_subject, mandate.id.value, rule)) return delay->due;
  return std::nullopt;
}

}  // namespace

web::ui::Badge badge_of(State state) {
  using web::ui::Icon;
  using web::ui::Tone;
  const std::string text(label(state));
  switch (state) {
    case State::asked:
      return {text, Tone::warn, Icon::clock};
    case State::accepted:
      return {text, Tone::warn, Icon::file};
    case State::quoted:
      return {text, Tone::info, Icon::send};
    case State::closed:
      return {text, Tone::good, Icon::circle_check};
    case State::refused:
    case State::expired:
    case State::cancelled:
    case State::withdrawn:
      break;
  }
  return {text, Tone::mute, Icon::ban};
}

bool shown_to_firm(const documents::Document& document, const Mandate& mandate) {
  if (document.owner == mandate.tradesman) return document.subject_id == mandate.lot.value;
  if (document.kind == "photo") return mandate.state == State::asked || shows_contact_details(mandate.state);
  // W24.papers: of this job, never of the one another firm had before.
  if (document.kind == "signed_quote" || document.kind == "payment_delegation")
    return document.subject_kind == mandate_subject && document.subject_id == mandate.id.value &&
           shows_contact_details(mandate.state);
  return document.kind == "claim_document" && shows_contact_details(mandate.state);
}

std::vector<JobLine> job_lines(db::Transaction& tx, identity::OrganisationId tradesman, bool live, MandateId before,
                               int limit) {
  std::vector<JobLine> lines;
  for (auto& mandate : of_tradesman(tx, tradesman, live, before, limit)) lines.push_back({std::move(mandate), {}});
  if (!live) return lines;
  for (const auto& delay : deadlines::pending_of_owner(tx, tradesman)) {
    if (delay.rule != deadline_rule::answer && delay.rule != deadline_rule::quote) continue;
    for (auto& line : lines)
      if (line.mandate.id.value == delay.subject_id) line.due = delay.due;
  }
  return lines;
}

std::optional<JobView> load_job(visit::Visit& visit) {
  return visit.platform.database.read([&](db::Transaction& tx) -> std::optional<JobView> {
    const auto mandate = find(tx, MandateId{visit.id()});
    if (!mandate || mandate->tradesman != visit.actor().organisation) return std::nullopt;
    JobView job{.mandate = *mandate,
                .claim = *claim::find(tx, mandate->claim),
                .lot = *lot::find(tx, mandate->lot),
                .quote = quote::latest_of(tx, mandate->id),
                .invoice = closure::invoice_of(tx, mandate->id),
                .commission = commission::find(tx, mandate->id),
                .commission_paper = {},
                .documents = {},
                .due = next_due(tx, *mandate),
                .delays = deadlines::of_file(tx, file_of(mandate->claim)),
                .now = visit.now,
                .csrf_token = visit::csrf_token(visit),
                .may_act = identity::at_least(visit.actor().role, identity::Role::member)};
    std::erase_if(job.delays, [&](const deadlines::Deadline& delay) {
      return delay.subject_kind != mandate_subject || delay.subject_id != mandate->id.value;
    });
    job.firm_left = admission::has_left(tx, visit.actor().organisation);
    job.start = certificate::find(tx, mandate->id);
    if (job.commission) job.commission_paper = bill::papers_of(tx, {job.commission->bill})[job.commission->bill];
    for (auto& document : documents::of_file(tx, file_of(mandate->claim)))
      if (shown_to_firm(document, *mandate)) job.documents.push_back(std::move(document));
    return job;
  });
}

std::vector<web::html::Markup> work_parts(const JobView& job, const web::ui::FormState& state) {
  std::vector<web::html::Markup> parts;
  if (job.mandate.state != State::accepted && job.mandate.state != State::quoted && job.mandate.state != State::closed)
    return parts;
  for (auto part : {quote::upload_card(job, state), certificate::start_card(job, state),
                    closure::close_card(job, state), closure::papers_card(job, state)})
    if (!part.empty()) parts.push_back(std::move(part));
  return parts;
}

}  // namespace works::mandate
