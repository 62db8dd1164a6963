#include <algorithm>
#include <charconv>
#include <map>

#include "base/french.hpp"
#include "base/text.hpp"
#include "desks/credit/blind_test/letters.hpp"
#include "desks/credit/blind_test/test_actions.hpp"
#include "desks/credit/placement/placement_steps.hpp"
#include "floor/audit/audit.hpp"
#include "floor/identity/names.hpp"

namespace credit::blind_test {
namespace {

constexpr std::size_t condition_limit = 300;  // characters

int number(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() ? value : -1;
}

// One row of the grid, as typed: k_12 the answer, a_12 the amount, c_12 the condition, r_12 the revision it was read
// at.
struct TypedRow {
  std::string_view choice, amount, condition;
  int revision;
};
TypedRow row_of(const web::Fields& form, int line) {
  const std::string at = "_" + std::to_string(line);
  return {form.get("k" + at), base::trim(form.get("a" + at)), base::trim(form.get("c" + at)),
          number(form.get("r" + at))};
}

bool needs_amount(std::string_view choice) { return choice == "partly_approved" || choice == "conditional"; }

// Null: nothing answered on this line.
base::Outcome<std::optional<Answer>> answer_of(const TypedRow& row, const TestLine& line,
                                               std::optional<base::Day> valid_until) {
  const std::string at = "_" + std::to_string(line.line);
  Answer answer{.kind = Kind::approved, .amount = line.asked, .valid_until = valid_until};
  answer.conditions = base::squeeze(row.condition);
  while (base::count_code_points(answer.conditions) > condition_limit || !base::valid_utf8(answer.conditions))
    answer.conditions.pop_back();
  if (row.choice.empty() && row.amount.empty()) return std::optional<Answer>();
  const auto amount = row.amount.empty() ? std::nullopt : base::parse_money(row.amount);
  if (!row.amount.empty() && !amount) return base::Refusal{bad_amount, "a" + at, {line.name}};
  if (needs_amount(row.choice) && (!amount || amount->cents == 0))
    return base::Refusal{amount_missing, "a" + at, {line.name}};
  if (row.choice == "conditional" && answer.conditions.empty())
    return base::Refusal{condition_missing, "c" + at, {line.name}};
  if (row.choice == "refused" || row.choice == "pending") {
    answer.kind = row.choice == "refused" ? Kind::refused : Kind::pending;
    answer.amount = {};
    answer.valid_until = std::nullopt;
    return std::optional(answer);
  }
  // An amount alone is an answer: as much as was asked is an approval, less is a part, nothing a refusal.
  if (amount) answer.amount = *amount;
  if (row.choice == "insolvency_only") answer.scope = Scope::insolvency_only;
  if (row.choice == "approved") answer.amount = std::max(answer.amount, line.asked);
  answer.kind = answer.amount.cents == 0      ? Kind::refused
                : row.choice == "conditional" ? Kind::conditional
                : answer.amount >= line.asked ? Kind::approved
                                              : Kind::partly_approved;
  if (answer.kind == Kind::refused) answer.valid_until = std::nullopt;
  return std::optional(answer);
}

std::vector<TestLine> lines_in(db::Transaction& tx, const Submission& submission, const web::Fields& form) {
  std::vector<TestLine> typed;
  const int first = std::max(1, number(form.get("first")));
  const int last = std::max(first, number(form.get("last")));
  for (auto& line : lines_of(tx, submission.test, {first, last}))
    if (form.find("k_" + std::to_string(line.line))) typed.push_back(std::move(line));
  return typed;
}

void answered(platform::Act& act, const BlindTest& test, Submission submission) {
  submission.answered = count_answered(act.tx, submission.id);
  submission.last_answer_at = act.now;
  const bool complete = submission.answered == test.buyers;
  if (complete && !submission.completed_at) {
    submission.completed_at = act.now;
    deadlines::meet(act, submission_subject, submission.id.value, deadline_rule::answer);
    deadlines::cancel_all(act, submission_subject, submission.id.value);
    audit::record(act, {"credit.test.answered", file_of(test.placement), {{"insurer", submission.insurer_name}}});
  }
  if (!complete) submission.completed_at = std::nullopt;
  submission.declined_at = std::nullopt;
  save(act.tx, submission);
}

// Once every insurer is done, the broker holds the placement.
void hand_back_when_all_are_over(platform::Act& act, const BlindTest& test) {
  for (const Submission& submission : submissions_of(act.tx, test.id))
    if (!submission.over()) return;
  auto placement = placement::find(act.tx, test.placement);
  if (!placement || placement->waiting_for == placement::WaitingFor::broker) return;
  placement::hand_to(act, *placement, placement::WaitingFor::broker);
  letters::all_answered(act, test);
}

base::Refusal meanwhile(db::Transaction& tx, const TestLine& line, const KeptAnswer& kept) {
  const identity::Names names(tx, {}, {kept.by});
  const std::string said = std::string(label(kept.kind)) + ", " + base::french::euros(kept.amount);
  return {changed_meanwhile, "k_" + std::to_string(line.line), {line.name, names.of(kept.by), said}};
}

struct Opened {
  Submission submission;
  BlindTest test;
};
base::Outcome<Opened> open(platform::Act& act, const identity::Actor& actor, SubmissionId id) {
  const auto submission = find(act.tx, id, actor);
  if (!submission) return unknown_submission;
  const auto test = find(act.tx, submission->test);
  MANDAT_ASSERT(test);
  if (test->closed_at) return test_closed;
  return Opened{*submission, *test};
}

std::optional<base::Day> validity_of(const web::Fields& form, base::Day today, base::Refusals& problems) {
  const auto typed = base::trim(form.get("valid_until"));
  if (typed.empty()) return today + answer_validity.value();
  const auto day = base::Day::from_iso(typed);
  if (!day || *day < today) problems.push_back({bad_day, "valid_until"});
  return day;
}

}  // namespace

base::Outcome<Saved> save_answers(platform::Platform& platform, const identity::Actor& actor, SubmissionId id,
                                  const web::Fields& form) {
  return platform.act(platform::Author::of(actor), [&](platform::Act& act) -> base::Outcome<Saved> {
    const auto opened = open(act, actor, id);
    if (!opened) return opened.refusals();
    Saved saved;
    const auto valid_until = validity_of(form, base::paris::day_of(act.now), saved.problems);
    if (!saved.problems.empty()) return saved;
    std::map<int, KeptAnswer> present;
    for (auto& answer : answers_of(act.tx, id)) present.emplace(answer.line, std::move(answer));
    for (const TestLine& line : lines_in(act.tx, opened->submission, form)) {
      const TypedRow row = row_of(form, line.line);
      const auto typed = answer_of(row, line, valid_until);
      if (!typed) {
        saved.problems.push_back(typed.refusal());
        continue;
      }
      if (!*typed) continue;
      const auto before = present.find(line.line);
      const int revision = before == present.end() ? 0 : before->second.revision;
      if (revision > 0 && before->second.kind == (*typed)->kind && before->second.amount == (*typed)->amount &&
          before->second.scope == (*typed)->scope && before->second.conditions == (*typed)->conditions)
        continue;
      if (row.revision >= 0 && row.revision != revision) {
        saved.problems.push_back(meanwhile(act.tx, line, before->second));
        continue;
      }
      KeptAnswer kept;
      static_cast<Answer&>(kept) = **typed;
      kept.line = line.line;
      kept.revision = revision + 1;
      kept.at = act.now;
      kept.by = actor.account;
      keep(act.tx, id, kept);
      ++saved.kept;
    }
    if (saved.kept > 0) answered(act, opened->test, opened->submission);
    hand_back_when_all_are_over(act, opened->test);
    return saved;
  });
}

base::Outcome<base::Done> decline(platform::Platform& platform, const identity::Actor& actor, SubmissionId id,
                                  std::string_view reason) {
  return platform.act(platform::Author::of(actor), [&](platform::Act& act) -> base::Outcome<base::Done> {
    auto opened = open(act, actor, id);
    if (!opened) return opened.refusals();
    Submission submission = opened->submission;
    submission.decline_reason = base::squeeze(reason);
    if (submission.decline_reason.empty()) return base::Refusal{reason_missing, "reason"};
    submission.declined_at = act.now;
    save(act.tx, submission);
    deadlines::cancel_all(act, submission_subject, id.value);
    audit::record(act, {"credit.test.declined", file_of(submission.placement), {{"insurer", submission.insurer_name}}});
    hand_back_when_all_are_over(act, opened->test);
    return base::Done{};
  });
}

void note_seen(platform::Platform& platform, const identity::Actor& actor, SubmissionId id) {
  platform.act(platform::Author::of(actor), [&](platform::Act& act) {
    auto submission = find(act.tx, id, actor);
    if (!submission || submission->seen_at) return;
    submission->seen_at = act.now;
    save(act.tx, *submission);
    audit::record(act, {"credit.test.seen", file_of(submission->placement), {{"insurer", submission->insurer_name}}});
  });
}

}  // namespace credit::blind_test
