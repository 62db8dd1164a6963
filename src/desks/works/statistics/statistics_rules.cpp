#include "desks/works/statistics/statistics_rules.hpp"

#include <algorithm>
#include <map>

#include "base/assert.hpp"
#include "base/words.hpp"

namespace works::statistics {
namespace {

constexpr base::Rule rule_rows[] = {
    MANDAT_RULE("W15.answer_rate",
                "The answer rate counts the requests that were answered or left without answer; one taken back, or "
                "whose SMS never arrived, does not count"),
    MANDAT_RULE("W19.medians",
                "Times to answer, to the first quote and to the closed job run from the emission of the SMS; each is "
                "shown by its median, by trade and by department of the place"),
};

constexpr base::Word<Outcome> outcomes[] = {
    {Outcome::waiting, "waiting", "en attente"},
    {Outcome::answered, "answered", "répondue"},
    {Outcome::silent, "silent", "sans réponse"},
    {Outcome::uncounted, "uncounted", "retirée"},
};
constexpr base::Word<Period> words[] = {
    {Period::month, "30-jours", "30 derniers jours"},    {Period::quarter, "90-jours", "90 derniers jours"},
    {Period::year, "12-mois", "12 derniers mois"},       {Period::this_year, "annee", "Cette année"},
    {Period::last_year, "annee-passee", "Année passée"},
};

struct Gathered {
  Summary summary;
  std::vector<int> answers, quotes, closures;

  void add(const Measure& measure) {
    ++summary.requests;
    summary.answered += measure.outcome == Outcome::answered;
    summary.silent += measure.outcome == Outcome::silent;
    if (measure.answer_minutes) answers.push_back(*measure.answer_minutes);
    if (measure.quote_minutes) quotes.push_back(*measure.quote_minutes);
    if (measure.closure_minutes) closures.push_back(*measure.closure_minutes);
  }
  Summary done() {
    summary.quotes = static_cast<int>(quotes.size());
    summary.closures = static_cast<int>(closures.size());
    summary.answer = median(std::move(answers));
    summary.quote = median(std::move(quotes));
    summary.closure = median(std::move(closures));
    return summary;
  }
};

std::vector<Line> lines_of(std::map<std::string, Gathered> gathered) {
  std::vector<Line> lines;
  for (auto& [key, group] : gathered) lines.push_back({key, group.done()});
  std::stable_sort(lines.begin(), lines.end(),
                   [](const Line& a, const Line& b) { return a.summary.requests > b.summary.requests; });
  return lines;
}

}  // namespace

std::string_view to_text(Outcome outcome) { return base::word_of(outcomes, outcome).text; }
std::optional<Outcome> outcome_from_text(std::string_view text) { return base::value_of(outcomes, text); }

std::optional<base::Rate> Summary::answer_rate() const {
  const int counted = answered + silent;
  if (counted == 0) return std::nullopt;
  constexpr std::int64_t whole = 100'000'000;
  return base::Rate{(answered * whole + counted / 2) / counted};
}

std::optional<int> median(std::vector<int> values) {
  if (values.empty()) return std::nullopt;
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

Statistics reckon(std::span<const Measure> measures) {
  Gathered all;
  std::map<std::string, Gathered> trades, departments;
  for (const auto& measure : measures) {
    trades[measure.trade].add(measure);
    if (!measure.main) continue;
    all.add(measure);
    departments[measure.department].add(measure);
  }
  return {all.done(), lines_of(std::move(trades)), lines_of(std::move(departments))};
}

std::string_view slug(Period period) { return base::word_of(words, period).text; }
std::optional<Period> period_from_slug(std::string_view text) { return base::value_of(words, text); }
std::string_view label(Period period) { return base::word_of(words, period).label; }

Days days_of(Period period, base::Day today) {
  const auto new_year = [](int year) { return *base::Day::of(year, 1, 1); };
  switch (period) {
    case Period::month:
      return {today - 29, today + 1};
    case Period::quarter:
      return {today - 89, today + 1};
    case Period::year: {
      const auto last = base::Day::of(today.year() - 1, today.month(), today.day_of_month());
      return {last ? *last + 1 : *base::Day::of(today.year() - 1, 3, 1), today + 1};  // from the 29th of February
    }
    case Period::this_year:
      return {new_year(today.year()), today + 1};
    case Period::last_year:
      return {new_year(today.year() - 1), new_year(today.year())};
  }
  MANDAT_ASSERT(!"every period has its days");
  return {today, today};
}

std::span<const base::Rule> rules() { return rule_rows; }

}  // namespace works::statistics
