#include "desks/motor/document/paper_actions.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "desks/motor/cabinet/cabinet.hpp"
#include "desks/motor/document/tidings.hpp"
#include "desks/motor/document/turn.hpp"
#include "desks/motor/file/file_history.hpp"
#include "desks/motor/file/flags.hpp"
#include "desks/motor/reminder/reminder.hpp"
#include "floor/audit/audit.hpp"

namespace motor::document {
namespace {

using file::Event;
using file::State;

constexpr std::size_t longest_reason = 500;  // characters

void fact(platform::Act& act, std::string_view code, const Paper& paper) {
  audit::record(act, {code,
                      file_of(paper.file),
                      {{"paper", std::to_string(paper.id.value)}, {"kind", std::string(to_text(paper.kind))}}});
}

Paper add(platform::Act& act, const identity::Actor& author, const file::File& file, Way way, Kind kind,
          const documents::Prepared& prepared, std::optional<base::Money> amount) {
  const auto document =
      documents::attach(act, prepared, {.owner = author.organisation, .file = file_of(file.id), .kind = to_text(kind)});
  const Paper paper{.id = {act.ids.next()},
                    .file = file.id,
                    .document = document,
                    .way = way,
                    .kind = kind,
                    .name = prepared.filename,
                    .author = author.organisation,
                    .cabinet = file.cabinet,
                    .repairer = way == Way::sent ? author.organisation : file.repairer,
                    .at = act.now,
                    .amount = amount};
  insert(act.tx, paper);
  return paper;
}

// An invoice moves the file to its end; what was asked for leads it back once all of it is compliant (M11.answered).
base::Outcome<base::Done> follow_verdict(platform::Act& act, file::File& file, const Paper& judged) {
  const bool compliant = judged.verdict == Verdict::compliant;
  const Event event = compliant ? Event::invoice_accepted : Event::invoice_refused;
  if (judged.kind == Kind::invoice && file::next(file.position, event)) {
    const auto moved = file::apply(act, file, event, judged.verdict_reason);
    if (!moved) return moved.refusals();
  } else if (!compliant && file.position.state == State::awaiting_documents) {
    reminder::ask_again(act, file);
  }
  if (file.position.state == State::awaiting_documents && turn(act.tx, file) == Turn::settled)
    file::apply_if_possible(act, file, Event::documents_judged);
  return base::Done{};
}

}  // namespace

base::Outcome<base::Done> send(platform::Act& act, const identity::Actor& repairer, FileId id,
                               const std::vector<Sending>& sendings) {
  auto file = file::find(act.tx, id, repairer);
  if (!file) return unknown;
  if (sendings.empty()) return base::Refusal{nothing_sent};
  if (file->position.state == State::closed) return base::Refusal{file_closed};
  for (const Sending& sending : sendings) {
    if (sending.kind == Kind::invoice && !sending.amount) return base::Refusal{amount_missing, "amount"};
    const Paper paper = add(act, repairer, *file, Way::sent, sending.kind, sending.file, sending.amount);
    fact(act, "motor.document.sent", paper);
    // An invoice that comes before any report moves nothing: it is one more document to judge.
    if (sending.kind != Kind::invoice || !file::apply_if_possible(act, *file, Event::invoice_received))
      file::apply_if_possible(act, *file, Event::document_received);
    tell_cabinet(act, *file, "Document reçu du réparateur", title(sending.kind));
  }
  return base::Done{};
}

base::Outcome<base::Done> send_draft(platform::Act& act, const identity::Actor& repairer, DraftId id,
                                     base::Money total) {
  const auto draft = find_draft(act.tx, id, repairer);
  if (!draft) return unknown;
  if (const auto waits = still_waits(*draft, act.now); !waits) return waits.refusals();
  if (!take_draft(act, id)) return draft_sent;
  return send(act, repairer, draft->file, {{Kind::invoice, draft->prepared, total}});
}

base::Outcome<PaperId> post(platform::Act& act, const identity::Actor& cabinet, FileId id, Posting posting) {
  auto file = file::find(act.tx, id);
  if (!file || file->cabinet != cabinet.organisation) return unknown;
  if (is_report(posting.kind) && !posting.amount) return base::Refusal{amount_missing, "amount"};
  if (posting.kind == Kind::payment_agreement && !posting.agreement) return base::Refusal{amount_missing, "amount"};
  posting.file.filename = posted_name(posting.kind, file->cabinet_code, file->reference,
                                      cabinet::next_document_number(act.tx, cabinet.organisation));
  const Paper paper = add(act, cabinet, *file, Way::posted, posting.kind, posting.file, posting.amount);
  ++file->posted;
  file->last_posted = act.now;
  file->last_posted_kind = to_text(posting.kind);
  if (is_report(posting.kind)) file->last_amount = posting.amount;
  file::save(act.tx, *file);
  fact(act, "motor.document.posted", paper);
  if (posting.agreement) {
    posting.agreement->document = paper.document;
    posting.agreement->posted = act.now;
    insert(act, file->id, *posting.agreement);
  }
  if (is_report(posting.kind)) file::apply_if_possible(act, *file, Event::report_posted);
  if (posting.kind == Kind::conformity_report) file::note_conformity(act, *file);
  tell_repairer(act, *file, paper);
  return paper.id;
}

base::Outcome<base::Done> judge(platform::Act& act, const identity::Actor& cabinet, PaperId id, Verdict verdict,
                                std::string_view typed) {
  auto paper = find(act.tx, id);
  auto file = paper ? file::find(act.tx, paper->file) : std::nullopt;
  if (!file || file->cabinet != cabinet.organisation || paper->way != Way::sent) return unknown;
  if (paper->verdict != Verdict::none) return base::Refusal{already_judged};
  const std::string reason = base::squeeze(typed);
  if (verdict == Verdict::none) return base::Refusal{choice_missing, "verdict"};
  if (verdict == Verdict::non_compliant && reason.empty()) return base::Refusal{reason_missing, "reason"};
  if (base::count_code_points(reason) > longest_reason) return base::Refusal{file::reason_too_long, "reason"};
  paper->verdict = verdict;
  paper->verdict_reason = reason;
  paper->verdict_at = act.now;
  save(act.tx, *paper);
  fact(act, verdict == Verdict::compliant ? "motor.document.compliant" : "motor.document.non_compliant", *paper);
  // What another repairer sent, who had the file before, moves nothing of this one's.
  if (paper->author == file->repairer) {
    if (const auto moved = follow_verdict(act, *file, *paper); !moved) return moved.refusals();
  }
  tell_verdict(act, *file, *paper);
  return base::Done{};
}

base::Outcome<base::Done> agree(platform::Act& act, const identity::Actor& repairer, PaperId id, Agreement agreement,
                                std::string_view typed) {
  auto paper = find(act.tx, id);
  const auto file = paper ? file::find(act.tx, paper->file, repairer) : std::nullopt;
  if (!file || file->repairer != repairer.organisation || paper->way != Way::posted || !concerns(*paper, *file))
    return unknown;
  if (!is_report(paper->kind)) return base::Refusal{not_a_report};
  const std::string reason = base::squeeze(typed);
  if (agreement == Agreement::none) return base::Refusal{choice_missing, "agreement"};
  if (agreement == Agreement::disagreed && reason.empty()) return base::Refusal{reason_missing, "reason"};
  if (base::count_code_points(reason) > longest_reason) return base::Refusal{file::reason_too_long, "reason"};
  paper->agreement = agreement;
  paper->agreement_reason = reason;
  paper->agreement_at = act.now;
  paper->agreement_by = repairer.account;
  save(act.tx, *paper);
  fact(act, agreement == Agreement::agreed ? "motor.document.agreed" : "motor.document.disagreed", *paper);
  tell_cabinet(act, *file, agreement == Agreement::agreed ? "Accord du réparateur" : "Désaccord du réparateur",
               paper->name + (reason.empty() ? "" : " : " + reason));
  return base::Done{};
}

}  // namespace motor::document
