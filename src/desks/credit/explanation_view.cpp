#include "desks/credit/explanation_view.hpp"

#include <algorithm>

#include "base/assert.hpp"
#include "base/french.hpp"
#include "web/html/elements.hpp"

namespace credit {
namespace {

using namespace engine;
using namespace web::html;

std::string written(const Quantity& quantity) {
  namespace french = base::french;
  if (const auto* money = std::get_if<base::Money>(&quantity)) return french::euros(*money);
  if (const auto* rate = std::get_if<base::Rate>(&quantity)) return french::percent(*rate);
  if (const auto* day = std::get_if<base::Day>(&quantity)) return french::day_medium(*day);
  return french::integer(std::get<Count>(quantity).value);
}

Markup shown(const Operand& operand) {
  return span(cls("operand"), b(written(operand.value)), " ", span(cls("quiet"), operand.label));
}

Markup joined(const std::vector<Operand>& inputs, std::string_view sign) {
  std::vector<Markup> parts;
  for (const auto& input : inputs) {
    if (!parts.empty()) parts.push_back(fragment(" ", sign, " "));
    parts.push_back(shown(input));
  }
  return each(parts, [](const Markup& part) -> const Markup& { return part; });
}

Markup shares(const std::vector<Operand>& in) {
  const auto position = static_cast<std::size_t>(std::get<Count>(in[1].value).value);
  const std::vector<Operand> weights(in.begin() + 2, in.end());
  const bool even = std::all_of(weights.begin(), weights.end(), [&](const Operand& weight) {
    return std::holds_alternative<Count>(weight.value) && weight.value == weights.front().value;
  });
  if (even)
    return fragment(shown(in[0]), " en ",
                    base::french::plural(static_cast<std::int64_t>(weights.size()), "part égale", "parts égales"),
                    ", au centime près");
  return fragment(shown(in[0]), " au prorata : part de ", shown(weights.at(position - 1)), " sur ",
                  joined(weights, "+"));
}

// The operation as one reads it aloud.
Markup in_words(const Step& step) {
  const auto& in = step.inputs;
  switch (step.operation) {
    case Operation::sum:
      return in.empty() ? fragment("rien à additionner") : joined(in, "+");
    case Operation::difference:
      return joined(in, "−");
    case Operation::excess:
      return fragment(joined(in, "−"), ", jamais moins de zéro");
    case Operation::smaller:
      return fragment("le plus petit de ", joined(in, "et"));
    case Operation::larger:
      return fragment("le plus grand de ", joined(in, "et"));
    case Operation::rated:
    case Operation::counted:
      return joined(in, "×");
    case Operation::proportion:
      return fragment(shown(in[0]), " × ", shown(in[1]), " ÷ ", shown(in[2]));
    case Operation::when_reached:
      return fragment(shown(in[0]), ", si le seuil de ", shown(in[1]), " est atteint");
    case Operation::shared:
      return shares(in);
    case Operation::divided:
    case Operation::ratio:
      return joined(in, "÷");
    case Operation::days_after:
      return joined(in, "+");
    case Operation::months_after:
      return joined(in, "+");
    case Operation::month_start:
      return fragment("le premier du mois de ", shown(in[0]));
  }
  MANDAT_ASSERT(!"every operation has its words");
  return {};
}

}  // namespace

Markup explanation_list(const Explanation& steps) {
  return ol(cls("explanation"), each(steps, [](const Step& step) {
              const bool named_apart = step.label != label(step.clause);
              return li(div(cls("explanation-what"), strong(step.label),
                            when(named_apart, [&] { return small(cls("quiet"), label(step.clause)); })),
                        p(cls("explanation-how"), in_words(step)),
                        span(cls("explanation-result"), "= ", b(written(step.result))));
            }));
}

Markup explained_by(const Explanation& steps, std::string_view of) {
  return details(cls("explained"),
                 summary(tooltip("Comment ce chiffre est calculé"), span(aria("hidden", "true"), "i"),
                         span(cls("visually-hidden"), "Comment est calculé : ", of)),
                 explanation_list(steps));
}

Markup explained(const Explanation& all, std::size_t step, std::string_view of) {
  return explained_by(behind(all, step), of);
}

Markup explained(const Explanation& all, const Amount& figure) {
  MANDAT_ASSERT(figure.step.has_value());
  return explained(all, *figure.step, figure.label);
}

}  // namespace credit
