#include "desks/credit/prospect/prospect_view.hpp"

#include "base/french.hpp"
#include "base/log.hpp"
#include "base/text.hpp"
#include "desks/credit/portfolio/portfolio_actions.hpp"
#include "floor/visit/page.hpp"
#include "floor/visit/problem.hpp"
#include "web/html/elements.hpp"
#include "web/ui/form.hpp"
#include "web/ui/table.hpp"

namespace credit::prospect {
namespace {

namespace html = web::html;
namespace ui = web::ui;
namespace french = base::french;
using html::Markup;

inline constexpr base::RefusalCode bad_identifier{base::RefusalKind::invalid, "credit.prospect.bad_identifier"};

// Why the grade is what it is, and from whom: the table under it names them.
std::string reason_of(const Finding& finding) {
  if (finding.grade == Grade::none) return "aucune réponse encore valable";
  std::string reason;
  const auto say = [&](int count, std::string_view what) {
    if (count == 0) return;
    if (!reason.empty()) reason += ", ";
    reason += std::to_string(count) + " " + std::string(what);
  };
  say(finding.in_full, "en entier");
  say(finding.in_part, "en partie");
  say(finding.insolvency_only, "en insolvabilité seule");
  say(finding.refused, "en refus");
  return french::plural(finding.valid(), "assureur répond", "assureurs répondent") + " : " + reason;
}

ui::Tone tone_of(Grade grade) {
  if (grade == Grade::a || grade == Grade::b) return ui::Tone::good;
  if (grade == Grade::c || grade == Grade::d) return ui::Tone::warn;
  return grade == Grade::e ? ui::Tone::bad : ui::Tone::mute;
}

}  // namespace

Asked asked(const visit::Visit& visit) {
  const auto typed = visit.request.query.find("siren");
  Asked of{std::string(typed.value_or(""))};
  if (base::trim(of.typed).empty()) return of;
  if (auto siren = portfolio::identifier_of("FR", of.typed))
    of.siren = *std::move(siren);
  else
    of.error = visit::sentence(visit, {bad_identifier, "siren"});
  return of;
}

Markup ask_form(const html::Url& page, const Asked& asked) {
  return html::form(html::cls("form-line"), html::method_get(), html::action(page),
                    ui::text_field({.name = "siren",
                                    .label = "SIREN du prospect",
                                    .value = asked.typed,
                                    .error = asked.error,
                                    .hint = "9 chiffres ; un SIRET convient aussi.",
                                    .width = ui::FieldWidth::half,
                                    .autocomplete = "off"}),
                    html::button(html::cls("btn btn-primary"), html::type("submit"), ui::icon(ui::Icon::search),
                                 html::span("Vérifier")));
}

Finding finding_of(const std::vector<blind_test::AnswerOn>& answers, base::Day today) {
  std::vector<KnownAnswer> known;
  for (const auto& row : answers)
    known.push_back({row.insurer, row.insurer_name, row.answer, row.asked, row.answered_at});
  return finding_of(std::move(known), today);
}

ui::Stat grade_tile(const Finding& finding) {
  return {.label = "Note d’assurabilité",
          .value = ui::Value(std::string(label(finding.grade))),
          .hint = reason_of(finding),
          .tone = tone_of(finding.grade)};
}

Markup nothing_known(const std::string& siren, std::string where) {
  return ui::empty_state({.icon = ui::Icon::search,
                          .title = "Rien n’est connu de " + siren,
                          .text = "Aucun assureur n’a été interrogé sur cette entreprise " + std::move(where) +
                                  ". Ce n’est ni un refus ni une panne : demandez une limite avant de livrer."});
}

web::Response could_not_read(const visit::Visit& visit, const std::exception& fault) {
  base::log(base::Severity::error, "credit.prospect.unread", {{"error", fault.what()}});
  return visit::plain_problem(
      visit.platform, 503,
      {.sentence = "Ce qui est connu de cette entreprise n’a pas pu être lu. Ce n’est ni un refus ni une absence de "
                   "réponse : réessayez dans quelques instants, et ne livrez pas à crédit d’ici là."});
}

}  // namespace credit::prospect
