#include "support/replay.hpp"

#include <algorithm>
#include <numeric>

namespace testing_support {
namespace {

using namespace credit::engine;
__extension__ typedef __int128 Wide;

Wide raw(const Quantity& quantity) {
  if (const auto* money = std::get_if<base::Money>(&quantity)) return money->cents;
  if (const auto* rate = std::get_if<base::Rate>(&quantity)) return rate->e8;
  if (const auto* day = std::get_if<base::Day>(&quantity)) return day->since_epoch;
  return std::get<Count>(quantity).value;
}

// The whole number nearest to above / below; halves go away from zero.
Wide nearest(Wide above, Wide below) {
  const bool negative = (above < 0) != (below < 0);
  if (above < 0) above = -above;
  if (below < 0) below = -below;
  const Wide twice = 2 * (above % below);
  const Wide size = above / below + (twice >= below ? 1 : 0);
  return negative ? -size : size;
}

// Largest remainder: everyone the whole part, then a cent each to the largest fractions, earlier ones first.
Wide part_of(Wide total, std::size_t position, const std::vector<Wide>& weights) {
  const Wide sum = std::accumulate(weights.begin(), weights.end(), Wide{0});
  Wide given = 0;
  std::size_t before = 0;
  const Wide fraction = total * weights[position] % sum;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    given += total * weights[i] / sum;
    const Wide other = total * weights[i] % sum;
    if (other > fraction || (other == fraction && i < position)) ++before;
  }
  return total * weights[position] / sum + (static_cast<Wide>(before) < total - given ? 1 : 0);
}

int days_in(int year, int month) {
  int days = 31;
  while (!base::Day::of(year, month, days)) --days;
  return days;
}

Wide months_later(base::Day day, int months) {
  int year = day.year(), month = day.month();
  for (; months > 0; --months) {
    if (++month == 13) month = 1, ++year;
  }
  return base::Day::of(year, month, std::min(day.day_of_month(), days_in(year, month)))->since_epoch;
}

Wide done_again(const Step& step) {
  std::vector<Wide> in;
  for (const auto& input : step.inputs) in.push_back(raw(input.value));
  constexpr Wide unit = 100'000'000;
  switch (step.operation) {
    case Operation::sum:
      return std::accumulate(in.begin(), in.end(), Wide{0});
    case Operation::difference:
      return std::accumulate(in.begin() + 1, in.end(), in[0], std::minus<>());
    case Operation::excess:
      return in[0] > in[1] ? in[0] - in[1] : 0;
    case Operation::smaller:
      return *std::min_element(in.begin(), in.end());
    case Operation::larger:
      return *std::max_element(in.begin(), in.end());
    case Operation::rated:
      return nearest(in[0] * in[1], unit);
    case Operation::counted:
      return in[0] * in[1];
    case Operation::proportion:
      return nearest(in[0] * in[1], in[2]);
    case Operation::when_reached:
      return in[0] < in[1] ? 0 : in[0];
    case Operation::shared:
      return part_of(in[0], static_cast<std::size_t>(in[1] - 1), {in.begin() + 2, in.end()});
    case Operation::divided:
      return in[0] * unit / in[1] + (in[0] * unit % in[1] == 0 ? 0 : 1);
    case Operation::ratio:
      return in[0] * unit / in[1];
    case Operation::days_after:
      return in[0] + in[1];
    case Operation::months_after:
      return months_later(std::get<base::Day>(step.inputs[0].value), static_cast<int>(in[1]));
    case Operation::month_start: {
      const auto day = std::get<base::Day>(step.inputs[0].value);
      return base::Day::of(day.year(), day.month(), 1)->since_epoch;
    }
  }
  return 0;
}

}  // namespace

std::string replay_fault(const Explanation& explanation) {
  for (std::size_t at = 0; at < explanation.size(); ++at) {
    const auto& step = explanation[at];
    const std::string where = "step " + std::to_string(at) + " (" + step.label + "): ";
    for (const auto& input : step.inputs) {
      if (!input.step) continue;
      if (*input.step >= at) return where + "rests on a later step";
      if (explanation[*input.step].result != input.value) return where + input.label + " is not what its step gave";
    }
    if (done_again(step) != raw(step.result)) return where + "done again gives another result";
  }
  return "";
}

}  // namespace testing_support
