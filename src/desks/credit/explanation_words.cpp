#include "desks/credit/explanation_words.hpp"

#include <algorithm>

#include "base/assert.hpp"
#include "base/french.hpp"

namespace credit {
namespace {

using namespace engine;
using Operands = std::vector<Operand>;

Spoken joined(const Operands& inputs, const std::string& sign, std::size_t from = 0) {
  Spoken words;
  for (std::size_t i = from; i < inputs.size(); ++i) {
    if (i > from) words.emplace_back(" " + sign + " ");
    words.emplace_back(inputs[i]);
  }
  return words;
}

Spoken after(std::string text, Spoken words) {
  words.insert(words.begin(), std::move(text));
  return words;
}
Spoken before(Spoken words, std::string text) {
  words.emplace_back(std::move(text));
  return words;
}

Spoken shares(const Operands& in) {
  const auto position = static_cast<std::size_t>(std::get<Count>(in[1].value).value);
  const bool even = std::all_of(in.begin() + 2, in.end(), [&](const Operand& weight) {
    return std::holds_alternative<Count>(weight.value) && weight.value == in[2].value;
  });
  if (even)
    return {in[0], " en " +
                       base::french::plural(static_cast<std::int64_t>(in.size() - 2), "part égale", "parts égales") +
                       ", au centime près"};
  Spoken words{in[0], " au prorata : part de ", in.at(position + 1), " sur "};
  const auto weights = joined(in, "+", 2);
  words.insert(words.end(), weights.begin(), weights.end());
  return words;
}

}  // namespace

std::string written(const Quantity& quantity) {
  namespace french = base::french;
  if (const auto* money = std::get_if<base::Money>(&quantity)) return french::euros(*money);
  if (const auto* rate = std::get_if<base::Rate>(&quantity)) return french::percent(*rate);
  if (const auto* day = std::get_if<base::Day>(&quantity)) return french::day_medium(*day);
  return french::integer(std::get<Count>(quantity).value);
}

Spoken spoken(const Step& step) {
  const auto& in = step.inputs;
  switch (step.operation) {
    case Operation::sum:
      return in.empty() ? Spoken{"rien à additionner"} : joined(in, "+");
    case Operation::difference:
      return joined(in, "−");
    case Operation::excess:
      return before(joined(in, "−"), ", jamais moins de zéro");
    case Operation::smaller:
      return after("le plus petit de ", joined(in, "et"));
    case Operation::larger:
      return after("le plus grand de ", joined(in, "et"));
    case Operation::rated:
    case Operation::counted:
      return joined(in, "×");
    case Operation::proportion:
      return {in[0], " × ", in[1], " ÷ ", in[2]};
    case Operation::when_reached:
      return {in[0], ", si le seuil de ", in[1], " est atteint"};
    case Operation::shared:
      return shares(in);
    case Operation::divided:
    case Operation::ratio:
      return joined(in, "÷");
    case Operation::days_after:
    case Operation::months_after:
      return joined(in, "+");
    case Operation::month_start:
      return after("le premier du mois de ", {in[0]});
  }
  MANDAT_ASSERT(!"every operation has its words");
  return {};
}

std::string in_text(const Step& step) {
  std::string text;
  for (const auto& word : spoken(step)) {
    if (const auto* said = std::get_if<std::string>(&word)) {
      text += *said;
      continue;
    }
    const auto& operand = std::get<Operand>(word);
    text += written(operand.value) + (operand.label.empty() ? "" : " (" + operand.label + ")");
  }
  return text;
}

}  // namespace credit
