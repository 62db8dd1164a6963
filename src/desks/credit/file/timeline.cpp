#include "desks/credit/file/timeline.hpp"

#include "base/french.hpp"
#include "desks/credit/file/fact_words.hpp"
#include "desks/credit/file/papers.hpp"
#include "desks/credit/insurer/insurer_words.hpp"
#include "desks/credit/placement/correction.hpp"
#include "desks/credit/placement/plan_rules.hpp"
#include "desks/credit/portfolio/questionnaire_rules.hpp"
#include "web/ui/card.hpp"
#include "web/ui/timeline.hpp"

namespace credit::file {
namespace {

using placement::PlannedStep;
using placement::Step;

std::string who(const audit::Fact& fact, const identity::Names& names) {
  if (fact.cause == platform::Cause::deadline) return "Délai échu";
  if (fact.cause == platform::Cause::system) return "Mandat";
  std::string text = fact.account ? names.of(fact.account) : std::string();
  const std::string& organisation = names.of(fact.organisation);
  if (!organisation.empty()) text += (text.empty() ? "" : ", ") + organisation;
  return text;
}

std::string detail_of(const audit::Fact& fact) {
  if (const auto reason = placement::given_up_from_text(fact.detail("reason")))
    return std::string(placement::label(*reason));
  if (fact.code == "credit.placement.paper_kept") return std::string(paper_label(fact.detail("kind")));
  if (const auto fields = fact.detail("fields"); !fields.empty()) return placement::corrected_words(fields);
  if (const auto missing = fact.detail("missing"); !missing.empty())
    return "Il manquait : " + portfolio::missing_words(missing);
  if (const auto count = fact.detail("buyers"); !count.empty()) return std::string(count) + " acheteurs";
  return {};
}

std::string filled(std::string_view sentence, const audit::Fact& fact) {
  constexpr std::string_view of = "de {insurer}", name = "{insurer}";
  std::string text(sentence);
  if (const auto at = text.find(of); at != std::string::npos)
    return text.replace(at, of.size(), of_insurer(fact.detail("insurer")));
  const auto at = text.find(name);
  return at == std::string::npos ? text : text.replace(at, name.size(), fact.detail("insurer"));
}

// Nine steps side by side are narrower than the longest word: it parts where French parts it.
std::string parted(std::string text) {
  constexpr std::string_view whole = "Informations", part = "Infor\u00admations";
  const auto at = text.find(whole);
  return at == std::string::npos ? text : text.replace(at, whole.size(), part);
}

// « 21 nov. » without the year: the plan spans days.
std::string brief(base::Day day) {
  const std::string text = base::french::day_medium(day);
  return text.substr(0, text.rfind(' '));
}

web::ui::StepState state_of(const placement::Placement& placement, const PlannedStep& planned) {
  using web::ui::StepState;
  if (planned.done_at) return StepState::done;
  return placement.step == planned.step ? StepState::current : StepState::upcoming;
}

web::ui::Value end_of(const placement::Placement& placement, const PlannedStep& planned, base::Instant now) {
  using web::ui::Icon;
  using web::ui::Tone;
  const auto late_from = placement::late_from(planned.expected_on);
  if (planned.done_at) {
    const int days = base::paris::day_of(*planned.done_at) - planned.expected_on;
    if (days <= 0) return web::ui::Badge{"fait", Tone::good, Icon::check};
    return web::ui::Badge{"fait, " + base::french::plural(days, "jour de retard", "jours de retard"), Tone::warn,
                          Icon::check};
  }
  if (placement.step != planned.step) return {};
  return web::ui::Due{late_from, now, web::ui::Due::Kind::days};
}

}  // namespace

web::html::Markup timeline(const std::vector<audit::Fact>& facts, const identity::Names& names) {
  std::vector<web::ui::Event> events;
  for (auto fact = facts.rbegin(); fact != facts.rend(); ++fact) {
    const auto* word = audit::find_word(fact_words(), fact->code);
    if (word == nullptr) continue;
    events.push_back({.at = fact->at,
                      .what = filled(word->sentence, *fact),
                      .who = who(*fact, names),
                      .detail = detail_of(*fact),
                      .proof = fact->cause == platform::Cause::link ? "lien de l’e-mail" : "",
                      .icon = word->icon,
                      .tone = word->tone});
  }
  return web::ui::timeline(events);
}

web::html::Markup journey(const placement::Placement& placement, const std::vector<PlannedStep>& plan) {
  std::vector<web::ui::Step> steps;
  bool stopped = placement.step != Step::abandoned;  // an abandoned one shows where it stopped
  for (const PlannedStep& planned : plan) {
    const auto day = planned.done_at ? base::paris::day_of(*planned.done_at) : planned.expected_on;
    auto state = state_of(placement, planned);
    if (!stopped && !planned.done_at) {
      state = web::ui::StepState::stopped;
      stopped = true;
    }
    steps.push_back({parted(std::string(placement::label(planned.step))), state, brief(day)});
  }
  return web::ui::journey(steps);
}

web::html::Markup plan_table(const placement::Placement& placement, const std::vector<PlannedStep>& plan,
                             base::Instant now) {
  std::vector<web::ui::Line> rows;
  for (const PlannedStep& planned : plan) {
    const std::string expected = "prévu le " + base::french::day_medium(planned.expected_on);
    const std::string done =
        planned.done_at ? " · fait le " + base::french::day_medium(base::paris::day_of(*planned.done_at)) : "";
    rows.push_back({std::string(placement::label(planned.step)), expected + done, end_of(placement, planned, now)});
  }
  return web::ui::lines(rows, {});
}

}  // namespace credit::file
