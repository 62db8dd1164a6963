#include "desks/credit/explanation_view.hpp"

#include "base/assert.hpp"
#include "desks/credit/explanation_words.hpp"
#include "web/html/elements.hpp"

namespace credit {
namespace {

using namespace engine;
using namespace web::html;

Markup shown(const Operand& operand) {
  return span(cls("operand"), b(written(operand.value)), " ", span(cls("quiet"), operand.label));
}

Markup in_words(const Step& step) {
  Markup words;
  for (const auto& word : spoken(step)) {
    const auto* said = std::get_if<std::string>(&word);
    words += said != nullptr ? fragment(*said) : shown(std::get<Operand>(word));
  }
  return words;
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
