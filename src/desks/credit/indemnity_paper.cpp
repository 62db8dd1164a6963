#include "desks/credit/indemnity_paper.hpp"

#include "base/french.hpp"
#include "desks/credit/explanation_words.hpp"

namespace credit {
namespace {

using papers::Weight;

void add_steps(papers::PaperTable& table, const engine::Explanation& steps) {
  for (const auto& step : steps) {
    const auto clause = engine::label(step.clause);
    const std::string what = step.label == clause ? step.label : step.label + "\n" + std::string(clause);
    table.rows.push_back({.cells = {what, in_text(step), written(step.result)}});
  }
}

}  // namespace

std::string indemnity_pdf(const IndemnityPaper& of) {
  papers::Paper paper({.title = of.title,
                       .author = of.author,
                       .subject = of.subject,
                       .made = of.now,
                       .footer = of.author + (of.subject.empty() ? "" : " · " + of.subject)});
  paper.title(of.title);
  paper.paragraph("Simulation établie le " + base::french::instant_medium(of.now) +
                      " : l’indemnité d’un impayé, clause par clause. Elle n’engage pas l’assureur.",
                  Weight::quiet);
  paper.facts(of.supposed);
  paper.note("Indemnité : " + base::french::euros(of.indemnity.indemnity.value) +
                 " · À la charge de l’assuré : " + base::french::euros(of.retained.amount.value),
             of.indemnity.indemnity.value.cents > 0 ? papers::Tone::good : papers::Tone::warn);
  if (!of.why_nothing.empty()) paper.note("Rien n’est couvert : " + of.why_nothing + ".", papers::Tone::warn);
  if (of.indemnity.payable)
    paper.paragraph("Payable au plus tard le " + base::french::day_long(of.indemnity.payable->value) +
                    ", si chaque démarche est faite le dernier jour.");
  papers::PaperTable table{.columns = {{"Clause", 3}, {"Calcul", 5}, {"Résultat", 2, papers::Side::end}}, .rows = {}};
  if (of.indemnity.indemnity.step)
    add_steps(table, engine::behind(of.indemnity.explanation, *of.indemnity.indemnity.step));
  if (!table.rows.empty()) table.rows.back().weight = Weight::strong;  // the indemnity itself
  add_steps(table, of.retained.explanation);
  if (of.shared) add_steps(table, of.shared->explanation);
  paper.table(std::move(table));
  return paper.finish();
}

}  // namespace credit
