#include <algorithm>

#include "base/french.hpp"
#include "base/text.hpp"
#include "desks/works/admission/application.hpp"
#include "desks/works/certificate/certificate.hpp"
#include "desks/works/certificate/certificate_pages.hpp"
#include "desks/works/letters/letters.hpp"
#include "desks/works/letters/post.hpp"
#include "desks/works/lot/lot.hpp"
#include "desks/works/mandate/mandate_actions.hpp"
#include "desks/works/mandate/mandate_steps.hpp"
#include "desks/works/task/task.hpp"
#include "desks/works/trade/trade.hpp"
#include "desks/works/tradesman/tradesman.hpp"
#include "floor/audit/audit.hpp"
#include "floor/documents/documents.hpp"
#include "floor/messages/grouping.hpp"

namespace works::certificate {
namespace {

using base::Done;
using base::Outcome;
using base::Refusal;

constexpr int every_job = 10'000;

// A certificate accepted before coverages named theirs: the paper of the firm that ends on the same day.
documents::DocumentId paper_of(const std::vector<admission::Paper>& papers, const Covering& covering) {
  const auto* trade = trade::find(covering.trades.front());
  const auto kind =
      trade == nullptr || trade->needs_decennale() ? admission::PaperKind::decennale : admission::PaperKind::liability;
  for (const auto& paper : papers)
    if (paper.kind == kind && paper.state == admission::PaperState::accepted &&
        paper.valid_until == covering.valid_until)
      return paper.document;
  return {};
}

// The same bytes under a row of the claim's own: the firm's papers may be replaced, this one stays.
documents::DocumentId keep_document(platform::Act& act, const mandate::Mandate& mandate, documents::DocumentId id) {
  const auto paper = id ? documents::find(act.tx, id) : std::nullopt;
  if (!paper) return {};
  for (const auto& known : documents::of_file(act.tx, file_of(mandate.claim)))
    if (known.owner == mandate.tradesman && known.subject_id == mandate.lot.value && known.kind == document_kind &&
        known.sha256 == paper->sha256)
      return known.id;
  return documents::attach(act, {paper->sha256, paper->type, paper->size, paper->filename, paper->has_thumbnail},
                           {.owner = mandate.tradesman,
                            .file = file_of(mandate.claim),
                            .subject_kind = lot_subject,
                            .subject_id = mandate.lot.value,
                            .kind = document_kind});
}

Cover cover_of(platform::Act& act, const mandate::Mandate& mandate, base::Day day) {
  const auto lot = lot::find(act.tx, mandate.lot);
  MANDAT_ASSERT(lot);
  auto cover = cover_on(day, lot->trades, tradesman::coverages_of(act.tx, mandate.tradesman));
  const auto papers = admission::papers_of(act.tx, mandate.tradesman);
  for (auto& covering : cover.certificates)
    covering.document = keep_document(act, mandate, covering.document ? covering.document : paper_of(papers, covering));
  return cover;
}

void record(platform::Act& act, std::string_view code, const mandate::Mandate& mandate, base::Day day) {
  audit::record(act, {code,
                      file_of(mandate.claim),
                      {{"mandate", std::to_string(mandate.id.value)},
                       {"firm", std::to_string(mandate.tradesman.value)},
                       {"day", day.iso()}}});
}

void tell_firm(platform::Act& act, const letters::Subject& subject, base::Day starts_on) {
  const auto to = letters::contact_of_firm(act.tx, subject.mandate.tradesman);
  const std::string text = "Aucune de vos attestations d’assurance n’est valable le " +
                           base::french::day_long(starts_on) + ", début des travaux " + letters::job_line(subject) +
                           ". Déposez l’attestation qui couvre ce jour parmi vos pièces, ou changez la date de début.";
  messages::inform(act, {.to = {to.organisation, to.account, to.mail.value_or("")},
                         .topic = "works.alert",
                         .subject = base::squeeze("Attestation manquante : " + letters::reference_line(subject)),
                         .notice = text,
                         .mail = text,
                         .file = file_of(subject.claim.id)});
}

// W8.start_day
void follow(platform::Act& act, const mandate::Mandate& mandate, Start& start) {
  if (start.uncovered.empty()) {
    if (start.task != 0) task::settle(act, task::Kind::uncovered_start, start.task, "Une attestation couvre ce jour.");
    start.task = 0;
    return;
  }
  record(act, "works.job.uncovered", mandate, start.starts_on);
  if (start.task == 0) start.task = act.ids.next();
  task::open(act, {.kind = task::Kind::uncovered_start,
                   .claim = mandate.claim,
                   .organisation = mandate.tradesman,
                   .subject = start.task});
  const auto about = mandate::subject_of(act, mandate);
  letters::alert_uncovered(act, about.view(mandate), start.starts_on);
  tell_firm(act, about.view(mandate), start.starts_on);
}

void keep_for(platform::Act& act, const mandate::Mandate& mandate, base::Day day, Said said) {
  const auto before = find(act.tx, mandate.id);
  auto cover = cover_of(act, mandate, day);
  Start start{.mandate = mandate.id,
              .starts_on = day,
              .said = said,
              .uncovered = std::move(cover.uncovered),
              .task = before ? before->task : 0,
              .certificates = std::move(cover.certificates)};
  follow(act, mandate, start);
  save(act.tx, start);
}

std::optional<Refusal> objection(const mandate::Mandate& mandate, std::optional<base::Day> day, base::Day today) {
  if (!day) return Refusal{start_missing, "starts_on"};
  if (*day < base::paris::day_of(*mandate.answered_at)) return Refusal{start_too_early, "starts_on"};
  if (*day > today + furthest_start.value()) return Refusal{start_too_far, "starts_on"};
  return std::nullopt;
}

}  // namespace

void keep(platform::Act& act, const mandate::Mandate& mandate) {
  keep_for(act, mandate, base::paris::day_of(act.now), Said::assumed);
}

Outcome<Done> set_start(platform::Platform& platform, const identity::Actor& tradesman, MandateId id,
                        std::optional<base::Day> day) {
  return platform.act(platform::Author::of(tradesman), [&](platform::Act& act) -> Outcome<Done> {
    const auto mandate = mandate::find(act.tx, id);
    if (!mandate || mandate->tradesman != tradesman.organisation) return mandate::unknown_mandate;
    if (!mandate::holds_job(mandate->state)) return mandate::no_longer_open;
    if (const auto wrong = objection(*mandate, day, base::paris::day_of(act.now))) return *wrong;
    const auto known = find(act.tx, id);
    if (known && known->starts_on == *day && known->said == Said::firm) return Done{};  // the same, again
    record(act, "works.job.start_told", *mandate, *day);
    keep_for(act, *mandate, *day, Said::firm);
    return Done{};
  });
}

void note_coverages(platform::Act& act, identity::OrganisationId firm) {
  std::map<MandateId, mandate::Mandate> held;
  std::vector<MandateId> ids;
  for (auto& mandate : mandate::of_tradesman(act.tx, firm, true, {}, every_job)) {
    if (!mandate::holds_job(mandate.state)) continue;
    ids.push_back(mandate.id);
    held.emplace(mandate.id, std::move(mandate));
  }
  for (const auto id : uncovered_among(act.tx, ids)) {
    auto start = find(act.tx, id).value();
    auto cover = cover_of(act, held.at(id), start.starts_on);
    if (cover.uncovered.size() >= start.uncovered.size()) continue;  // as before: nothing new to tell
    start.uncovered = std::move(cover.uncovered);
    start.certificates = std::move(cover.certificates);
    if (start.uncovered.empty()) {
      follow(act, held.at(id), start);
      record(act, "works.job.covered", held.at(id), start.starts_on);
    }
    save(act.tx, start);
  }
}

}  // namespace works::certificate
