// The rows of the grid, as typed: k_12 the answer, a_12 the amount, c_12 the condition, r_12 the revision they were
// read at.
#include <algorithm>
#include <charconv>

#include "base/text.hpp"
#include "desks/credit/blind_test/answering.hpp"

namespace credit::blind_test {
namespace {

int number(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() ? value : -1;
}

std::vector<TestLine> lines_in(db::Transaction& tx, const Submission& submission, const web::Fields& form) {
  std::vector<TestLine> typed;
  const int first = std::max(1, number(form.get("first")));
  const int last = std::max(first, number(form.get("last")));
  for (auto& line : lines_of(tx, submission.test, {first, last}))
    if (form.find("k_" + std::to_string(line.line))) typed.push_back(std::move(line));
  return typed;
}

std::optional<base::Day> validity_of(const web::Fields& form, base::Day today, base::Refusals& problems) {
  const auto typed = base::trim(form.get("valid_until"));
  if (typed.empty()) return today + answer_validity.value();
  const auto day = base::Day::from_iso(typed);
  if (!day || *day < today) problems.push_back({bad_day, "valid_until"});
  return day;
}

// One line of the form; what is wrong with it, beside its field.
std::optional<base::Refusal> take_line(Answering& answering, const TestLine& line, const web::Fields& form,
                                       std::optional<base::Day> valid_until) {
  const std::string at = "_" + std::to_string(line.line);
  const auto beside = [&](base::Refusal refusal) {
    refusal.field += at;
    return refusal;
  };
  const auto amount_text = base::trim(form.get("a" + at));
  const auto amount = amount_text.empty() ? std::nullopt : base::parse_money(amount_text);
  if (!amount_text.empty() && !amount) return beside({bad_amount, "a", {line.name}});
  const auto typed = answer_of({form.get("k" + at), amount, base::trim(form.get("c" + at))}, line, valid_until);
  if (!typed) return beside(typed.refusal());
  if (!*typed) return std::nullopt;
  const auto taken = answering.take(line, **typed, number(form.get("r" + at)), false);
  if (!taken) return beside(taken.refusal());
  return std::nullopt;
}

}  // namespace

base::Outcome<Saved> save_answers(platform::Platform& platform, const Answerer& by, SubmissionId id,
                                  const web::Fields& form) {
  return platform.act(by.author(), [&](platform::Act& act) -> base::Outcome<Saved> {
    auto answering = Answering::open(act, by, id);
    if (!answering) return answering.refusals();
    Answering opened = std::move(answering).value();
    Saved saved;
    const auto valid_until = validity_of(form, base::paris::day_of(act.now), saved.problems);
    if (!saved.problems.empty()) return saved;
    for (const TestLine& line : lines_in(act.tx, opened.submission(), form))
      if (auto wrong = take_line(opened, line, form, valid_until)) saved.problems.push_back(*std::move(wrong));
    opened.finish();
    saved.kept = opened.kept();
    return saved;
  });
}

}  // namespace credit::blind_test
