#include "desks/credit/engine/explanation.hpp"

#include <algorithm>
#include <map>

#include "base/assert.hpp"
#include "desks/credit/engine/months.hpp"

namespace credit::engine {
namespace {

constexpr base::Rule rule_rows[] = {
    MANDAT_RULE("C35",
                "Each operation of a calculation is noted with its clause, inputs and result; done again in order "
                "they give the result"),
};

__extension__ typedef __int128 Wide;
constexpr Wide rate_unit = 100'000'000;

base::Money cents(Wide value) {
  MANDAT_ASSERT(value >= INT64_MIN && value <= INT64_MAX);
  return {static_cast<std::int64_t>(value)};
}

// Half away from zero; below > 0.
Wide rounded(Wide above, Wide below) { return (above >= 0 ? above + below / 2 : above - below / 2) / below; }

template <class T>
Operand operand(const Known<T>& value) {
  return {Quantity(value.value), value.label, value.step};
}

template <class T>
std::vector<Operand> operands(const std::vector<Known<T>>& values) {
  std::vector<Operand> all;
  for (const auto& value : values) all.push_back(operand(value));
  return all;
}

std::int64_t weight_of(base::Money amount) { return amount.cents; }
std::int64_t weight_of(Count count) { return count.value; }

}  // namespace

std::string_view to_text(Operation operation) {
  switch (operation) {
    case Operation::sum:
      return "sum";
    case Operation::difference:
      return "difference";
    case Operation::excess:
      return "excess";
    case Operation::smaller:
      return "smaller";
    case Operation::larger:
      return "larger";
    case Operation::rated:
      return "rated";
    case Operation::counted:
      return "counted";
    case Operation::proportion:
      return "proportion";
    case Operation::when_reached:
      return "when_reached";
    case Operation::shared:
      return "shared";
    case Operation::divided:
      return "divided";
    case Operation::ratio:
      return "ratio";
    case Operation::days_after:
      return "days_after";
    case Operation::months_after:
      return "months_after";
    case Operation::month_start:
      return "month_start";
  }
  MANDAT_ASSERT(!"every operation has a name");
  return "";
}

Explanation behind(const Explanation& all, std::size_t step) {
  std::vector<char> wanted(step + 1, 0);
  wanted[step] = 1;
  for (std::size_t at = step + 1; at-- > 0;) {
    if (!wanted[at]) continue;
    for (const auto& input : all[at].inputs)
      if (input.step) wanted[*input.step] = 1;
  }
  Explanation found;
  std::map<std::size_t, std::size_t> place;
  for (std::size_t at = 0; at <= step; ++at) {
    if (!wanted[at]) continue;
    place[at] = found.size();
    found.push_back(all[at]);
    for (auto& input : found.back().inputs)
      if (input.step) input.step = place.at(*input.step);
  }
  return found;
}

template <class T>
Known<T> Worksheet::note(const Entry& entry, Operation operation, std::vector<Operand> inputs, T result) {
  steps_.push_back({entry.clause, entry.label, operation, std::move(inputs), result});
  return {result, entry.label, steps_.size() - 1};
}

Amount Worksheet::sum(const Entry& entry, const std::vector<Amount>& parts) {
  base::Money total;
  for (const auto& part : parts) total += part.value;
  return note(entry, Operation::sum, operands(parts), total);
}

Amount Worksheet::difference(const Entry& entry, const Amount& from, const std::vector<Amount>& taken) {
  std::vector<Operand> inputs{operand(from)};
  base::Money left = from.value;
  for (const auto& part : taken) {
    left -= part.value;
    inputs.push_back(operand(part));
  }
  return note(entry, Operation::difference, std::move(inputs), left);
}

Amount Worksheet::excess(const Entry& entry, const Amount& of, const Amount& over) {
  return note(entry, Operation::excess, {operand(of), operand(over)}, std::max(base::Money{}, of.value - over.value));
}

Amount Worksheet::smaller(const Entry& entry, const Amount& a, const Amount& b) {
  return note(entry, Operation::smaller, {operand(a), operand(b)}, std::min(a.value, b.value));
}

Amount Worksheet::larger(const Entry& entry, const Amount& a, const Amount& b) {
  return note(entry, Operation::larger, {operand(a), operand(b)}, std::max(a.value, b.value));
}

Amount Worksheet::rated(const Entry& entry, const Ratio& rate, const Amount& amount) {
  return note(entry, Operation::rated, {operand(rate), operand(amount)}, base::apply(rate.value, amount.value));
}

Amount Worksheet::counted(const Entry& entry, const Number& count, const Amount& amount) {
  const auto total = cents(static_cast<Wide>(count.value.value) * amount.value.cents);
  return note(entry, Operation::counted, {operand(count), operand(amount)}, total);
}

Amount Worksheet::proportion(const Entry& entry, const Amount& amount, const Amount& part, const Amount& whole) {
  MANDAT_ASSERT(whole.value.cents > 0);
  const auto result = cents(rounded(static_cast<Wide>(amount.value.cents) * part.value.cents, whole.value.cents));
  return note(entry, Operation::proportion, {operand(amount), operand(part), operand(whole)}, result);
}

Amount Worksheet::when_reached(const Entry& entry, const Amount& amount, const Amount& threshold) {
  return note(entry, Operation::when_reached, {operand(amount), operand(threshold)},
              amount.value >= threshold.value ? amount.value : base::Money{});
}

template <class T>
std::vector<Amount> Worksheet::shared_by(Clause clause, const Amount& total, const std::vector<Known<T>>& weights) {
  std::vector<std::int64_t> plain;
  for (const auto& weight : weights) plain.push_back(weight_of(weight.value));
  const auto parts = base::split(total.value, plain);
  std::vector<Amount> result;
  for (std::size_t at = 0; at < parts.size(); ++at) {
    auto inputs = operands(weights);
    inputs.insert(inputs.begin(), {operand(total), operand(known("rang", static_cast<std::int64_t>(at + 1)))});
    result.push_back(note(Entry(clause, weights[at].label), Operation::shared, std::move(inputs), parts[at]));
  }
  return result;
}

std::vector<Amount> Worksheet::shared(Clause clause, const Amount& total, const std::vector<Amount>& weights) {
  return shared_by(clause, total, weights);
}

std::vector<Amount> Worksheet::shared(Clause clause, const Amount& total, const std::vector<Number>& weights) {
  return shared_by(clause, total, weights);
}

Amount Worksheet::divided(const Entry& entry, const Amount& amount, const Ratio& rate) {
  MANDAT_ASSERT(rate.value.e8 > 0 && amount.value.cents >= 0);
  const Wide above = static_cast<Wide>(amount.value.cents) * rate_unit;
  return note(entry, Operation::divided, {operand(amount), operand(rate)},
              cents((above + rate.value.e8 - 1) / rate.value.e8));
}

Ratio Worksheet::ratio(const Entry& entry, const Amount& part, const Amount& whole) {
  MANDAT_ASSERT(whole.value.cents > 0 && part.value.cents >= 0);
  const Wide e8 = static_cast<Wide>(part.value.cents) * rate_unit / whole.value.cents;
  return note(entry, Operation::ratio, {operand(part), operand(whole)}, base::Rate{cents(e8).cents});
}

Date Worksheet::days_after(const Entry& entry, const Date& day, const Number& days) {
  return note(entry, Operation::days_after, {operand(day), operand(days)},
              day.value + static_cast<int>(days.value.value));
}

Date Worksheet::months_after(const Entry& entry, const Date& day, const Number& months) {
  return note(entry, Operation::months_after, {operand(day), operand(months)},
              engine::months_after(day.value, static_cast<int>(months.value.value)));
}

Date Worksheet::month_start(const Entry& entry, const Date& day) {
  return note(entry, Operation::month_start, {operand(day)}, engine::month_start(day.value));
}

Date Worksheet::earliest(const Entry& entry, const std::vector<Date>& days) {
  MANDAT_ASSERT(!days.empty());
  base::Day first = days.front().value;
  for (const auto& day : days) first = std::min(first, day.value);
  return note(entry, Operation::smaller, operands(days), first);
}

Date Worksheet::latest(const Entry& entry, const std::vector<Date>& days) {
  MANDAT_ASSERT(!days.empty());
  base::Day last = days.front().value;
  for (const auto& day : days) last = std::max(last, day.value);
  return note(entry, Operation::larger, operands(days), last);
}

std::span<const base::Rule> explanation_rules() { return rule_rows; }

}  // namespace credit::engine
