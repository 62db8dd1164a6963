#include <algorithm>

#include "base/identifiers.hpp"
#include "base/text.hpp"
#include "desks/credit/acceptance/advice.hpp"
#include "desks/credit/blind_test/asked_list.hpp"
#include "desks/credit/blind_test/counting.hpp"
#include "desks/credit/blind_test/cover_list.hpp"
#include "desks/credit/blind_test/letters.hpp"
#include "desks/credit/blind_test/sent_workbook.hpp"
#include "desks/credit/blind_test/test_actions.hpp"
#include "desks/credit/blind_test/underwriter_link.hpp"
#include "desks/credit/insurer/insurer.hpp"
#include "desks/credit/offer/owed_quotes.hpp"
#include "desks/credit/placement/placement_steps.hpp"
#include "floor/audit/audit.hpp"
#include "floor/identity/organisations.hpp"

namespace credit::blind_test {
namespace {

using placement::Placement;

std::optional<Recipient> recipient_of(const insurer::Insurer& insurer, const web::Fields& form,
                                      base::Refusals& refusals) {
  const std::string field = "email_" + insurer.slug;
  Recipient recipient{insurer.slug, insurer.name, {}, insurer.space};
  const auto typed = base::trim(form.get(field));
  if (!typed.empty()) {
    const auto email = base::EmailAddress::parse(typed);
    if (!email) {
      refusals.push_back({bad_email, field, {insurer.name}});
      return std::nullopt;
    }
    recipient.email = email->text();
  }
  if (recipient.email.empty() && !recipient.space) {
    refusals.push_back({unreachable, field, {insurer.name}});
    return std::nullopt;
  }
  return recipient;
}

std::optional<base::Refusal> objection_to_naming(db::Transaction& tx, PlacementId placement,
                                                 const std::vector<Recipient>& recipients) {
  if (!acceptance::advice_of(tx, placement).file.mandate_signed) return base::Refusal{no_mandate, "naming"};
  const auto asked = asked_anonymously(tx, placement);
  std::string first;
  for (const Recipient& recipient : recipients)
    if (std::find(asked.begin(), asked.end(), recipient.insurer) == asked.end())
      first += (first.empty() ? "" : ", ") + recipient.name;
  if (first.empty()) return std::nullopt;
  return base::Refusal{named_first, "naming", {first}};
}

// All that a launch decides, before anything is written.
struct Plan {
  Placement placement;
  Launch wanted;
  std::vector<TestLine> lines;
  int number;
  std::string code;
};

base::Outcome<Plan> plan(db::Transaction& tx, base::Instant now, const identity::Actor& broker, PlacementId id,
                         const web::Fields& form) {
  auto placement = placement::find(tx, id, broker);
  if (!placement) return placement::unknown_placement;
  const auto before = latest_of(tx, id);
  if (before && !before->closed_at) return running;
  auto wanted = check_launch(tx, *placement, form, base::paris::day_of(now));
  auto known = buyers_to_ask(tx, id);
  if (known.empty()) return no_buyer;
  auto asked = asked_of(std::move(known), form);
  if (!wanted || !asked) {
    base::Refusals refusals = wanted ? base::Refusals{} : wanted.refusals();
    if (!asked) refusals.insert(refusals.end(), asked.refusals().begin(), asked.refusals().end());
    return refusals;
  }
  const int number = before ? before->number + 1 : 1;
  std::string code = "TB" + placement->reference.substr(1) + "-" + std::to_string(number);
  return Plan{*std::move(placement), *std::move(wanted), *std::move(asked), number, std::move(code)};
}

BlindTest new_test(platform::Act& act, const Plan& plan) {
  BlindTest test{.id = {act.ids.next()},
                 .placement = plan.placement.id,
                 .broker = plan.placement.broker,
                 .number = plan.number,
                 .code = plan.code,
                 .naming = plan.wanted.naming,
                 .sent_at = act.now,
                 .due_at = base::paris::start_of(plan.wanted.due + 1),
                 .closed_at = {},
                 .buyers = static_cast<std::int64_t>(plan.lines.size()),
                 .asked = {},
                 .note = plan.wanted.note};
  for (const TestLine& line : plan.lines) test.asked += line.asked;
  return test;
}

bool by_mail(const Launch& launch) {
  return std::any_of(launch.recipients.begin(), launch.recipients.end(),
                     [](const Recipient& recipient) { return !recipient.email.empty(); });
}

void send_to(platform::Act& act, const BlindTest& test, const Recipient& recipient, const std::string& broker,
             documents::DocumentId workbook) {
  Submission submission{.id = {act.ids.next()},
                        .test = test.id,
                        .placement = test.placement,
                        .broker = test.broker,
                        .insurer = recipient.insurer,
                        .insurer_name = recipient.name,
                        .space = recipient.space,
                        .email = recipient.email,
                        .sent_at = act.now,
                        .due_at = test.due_at,
                        .seen_at = {},
                        .last_answer_at = {},
                        .completed_at = {},
                        .declined_at = {},
                        .decline_reason = {}};
  issue_link(act, submission);
  insert(act.tx, submission);
  start_chasing(act, submission);
  letters::ask(act, test, submission, broker, workbook);
  audit::record(act, {"credit.test.sent", file_of(test.placement), {{"insurer", recipient.name}}});
}

// C4: put together and sent in one act, from any step where the information is complete.
base::Outcome<base::Done> move_on(platform::Act& act, Placement& placement) {
  using placement::Event;
  using placement::Step;
  if (placement.step == Step::analysis) {
    const auto assembled = placement::advance(act, placement, Event::assembled, "credit.placement.assembled");
    if (!assembled) return assembled;
  }
  const auto event = placement.step == Step::presentation ? Event::insurers_asked_again : Event::sent_to_insurers;
  return placement::advance(act, placement, event, "credit.placement.sent");
}

}  // namespace

base::Outcome<Launch> check_launch(db::Transaction& tx, const Placement& placement, const web::Fields& form,
                                   base::Day today) {
  base::Refusals refusals;
  Launch launch;
  const auto chosen = form.all("insurer");
  for (const auto& insurer : insurer::insurers(tx)) {
    if (!insurer.active || std::find(chosen.begin(), chosen.end(), insurer.slug) == chosen.end()) continue;
    if (auto recipient = recipient_of(insurer, form, refusals)) launch.recipients.push_back(*std::move(recipient));
  }
  if (chosen.empty()) refusals.push_back({no_insurer, "insurer"});
  const auto due = base::Day::from_iso(base::trim(form.get("due")));
  if (!due || *due < today || *due > today + longest_delay.value())
    refusals.push_back({bad_due_day, "due", {std::to_string(longest_delay.value())}});
  launch.due = due.value_or(today);
  launch.naming = form.get("naming") == "named" ? Naming::named : Naming::anonymous;
  launch.note = base::squeeze(form.get("note"));
  if (launch.naming == Naming::named)
    if (auto objection = objection_to_naming(tx, placement.id, launch.recipients))
      refusals.push_back(*std::move(objection));
  const Client client{placement.company.name, placement.company.siren, placement.contact.name, placement.contact.email,
                      placement.contact.phone};
  if (const auto clue = clue_in(launch.note, client); clue && launch.naming == Naming::anonymous)
    refusals.push_back({names_client, "note", {*clue}});
  if (!refusals.empty()) return refusals;
  return launch;
}

base::Outcome<TestId> launch(platform::Platform& platform, const identity::Actor& broker, PlacementId id,
                             const web::Fields& form) {
  const auto planned =
      platform.database.read([&](db::Transaction& tx) { return plan(tx, platform.clock.now(), broker, id, form); });
  if (!planned) return planned.refusals();
  const auto workbook = keep_workbook(platform, broker.organisation, planned->code, planned->lines, {});
  if (!workbook) return workbook.refusals();
  return platform.act(platform::Author::of(broker), [&](platform::Act& act) -> base::Outcome<TestId> {
    auto again = plan(act.tx, act.now, broker, id, form);
    if (!again) return again.refusals();
    Plan now = std::move(again).value();
    if (now.code != planned->code || now.lines != planned->lines) return list_moved;
    Placement& placement = now.placement;
    const auto moved = move_on(act, placement);
    if (!moved) return moved.refusals();
    offer::await_no_quotes(act, id);  // what is asked again is quoted anew
    BlindTest test = new_test(act, now);
    const auto list = list_to_compare(act.tx, id, now.lines);
    test.listed = static_cast<std::int64_t>(list.size());
    for (const TestLine& line : list) test.exposure += line.asked;
    insert(act.tx, test, now.lines);
    keep_cover_list(act.tx, id, list);
    const auto carried = by_mail(now.wanted) ? attach_workbook(act, test, *workbook) : documents::DocumentId{};
    for (const Recipient& recipient : now.wanted.recipients)
      send_to(act, test, recipient, broker.organisation_name, carried);
    count_again(act.tx, test, base::paris::day_of(act.now));
    placement.next_due_at = test.due_at;
    placement::save(act.tx, placement);
    return test.id;
  });
}

bool close_latest(platform::Act& act, PlacementId id) {
  const auto test = latest_of(act.tx, id);
  if (!test || test->closed_at) return false;
  close(act.tx, test->id, act.now);
  note_change(act.tx, id);
  for (const Submission& submission : submissions_of(act.tx, test->id))
    deadlines::cancel_all(act, submission_subject, submission.id.value);
  return true;
}

base::Outcome<base::Done> close_test(platform::Platform& platform, const identity::Actor& broker, PlacementId id) {
  return platform.act(platform::Author::of(broker), [&](platform::Act& act) -> base::Outcome<base::Done> {
    auto placement = placement::find(act.tx, id, broker);
    if (!placement) return placement::unknown_placement;
    if (!close_latest(act, id)) return placement::wrong_step;
    offer::await_quotes(act, id);
    return placement::advance(act, *placement, placement::Event::offers_presented, "credit.test.closed");
  });
}

}  // namespace credit::blind_test
