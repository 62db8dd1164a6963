#include "desks/motor/supplement/supplement_rules.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "base/words.hpp"

namespace motor::supplement {
namespace {

constexpr base::Word<Verdict> verdicts[] = {
    {Verdict::none, "none", "à répondre"},
    {Verdict::accepted, "accepted", "acceptée"},
    {Verdict::refused, "refused", "refusée"},
};

std::string_view without_bullet(std::string_view line) {
  for (const std::string_view bullet : {"- ", "* ", "• ", "– "})
    if (line.starts_with(bullet)) return line.substr(bullet.size());
  return line;
}

bool too_long(std::string_view text) {
  return base::count_code_points(text) > static_cast<std::size_t>(longest_line.value());
}

}  // namespace

std::string_view to_text(Verdict verdict) { return base::word_of(verdicts, verdict).text; }
std::optional<Verdict> verdict_from_text(std::string_view text) { return base::value_of(verdicts, text); }

std::vector<std::string> lines_of(std::string_view comment) {
  std::vector<std::string> lines;
  for (const std::string_view typed : base::split(comment, '\n')) {
    const std::string line = base::squeeze(without_bullet(base::trim(typed)));
    if (!line.empty()) lines.push_back(line);
  }
  return lines;
}

base::Outcome<std::vector<std::string>> content(std::string_view comment, std::size_t photos) {
  auto lines = lines_of(comment);
  base::Refusals refusals;
  if (lines.empty() && photos == 0) refusals.push_back({nothing_said, "comment"});
  if (lines.size() > static_cast<std::size_t>(most_lines.value()))
    refusals.push_back({too_many_lines, "comment", {std::to_string(most_lines.value())}});
  if (std::any_of(lines.begin(), lines.end(), too_long))
    refusals.push_back({line_too_long, "comment", {std::to_string(longest_line.value())}});
  if (photos > static_cast<std::size_t>(most_photos.value()))
    refusals.push_back({too_many_photos, "photos", {std::to_string(most_photos.value())}});
  if (!refusals.empty()) return refusals;
  if (lines.empty()) lines.emplace_back("Photos sans commentaire");
  return lines;
}

base::Refusals check(const std::vector<LineAnswer>& answers) {
  base::Refusals refusals;
  for (std::size_t i = 0; i < answers.size(); ++i) {
    const std::string number = std::to_string(i + 1);
    const std::string text = base::squeeze(answers[i].text);
    if (answers[i].verdict == Verdict::none) refusals.push_back({verdict_missing, "verdict-" + number, {number}});
    if (answers[i].verdict == Verdict::refused && text.empty())
      refusals.push_back({reason_missing, "answer-" + number, {number}});
    if (too_long(text)) refusals.push_back({line_too_long, "answer-" + number, {std::to_string(longest_line.value())}});
  }
  return refusals;
}

Event event_of(const std::vector<LineAnswer>& answers) {
  const auto accepted = [](const LineAnswer& answer) { return answer.verdict == Verdict::accepted; };
  if (std::all_of(answers.begin(), answers.end(), accepted)) return Event::accept;
  return std::any_of(answers.begin(), answers.end(), accepted) ? Event::accept_partly : Event::refuse;
}

Age age_of(base::Duration waited) {
  if (waited >= too_long_wait.value()) return Age::too_old;
  return waited >= long_wait.value() ? Age::old : Age::fresh;
}

}  // namespace motor::supplement
