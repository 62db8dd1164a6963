#include "base/french.hpp"
#include "desks/credit/explanation_view.hpp"
#include "desks/credit/placement/placement_words.hpp"
#include "desks/credit/portfolio/portfolio_view.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"
#include "web/ui/notice.hpp"

namespace credit::portfolio {
namespace {

namespace html = web::html;
using html::Markup;
using html::Url;
using web::ui::Field;

std::string error_at(const PortfolioView& view, std::string_view key) {
  for (const auto& error : view.answer_errors)
    if (error.field == key) return error.sentence;
  return {};
}

Markup field_of(const PortfolioView& view, const Question& question) {
  Field field{.name = std::string(question.key),
              .label = std::string(question.label),
              .value = std::string(Typed(view.answers).text(question.key)),
              .error = error_at(view, question.key),
              .hint = std::string(question.hint),
              .need = is_needed(question, Typed(view.answers)) ? Field::Need::required : Field::Need::optional,
              .autocomplete = "off"};
  switch (question.kind) {
    case Kind::amount:
      field.width = web::ui::FieldWidth::short_text;
      return web::ui::money_field(field);
    case Kind::count:
      field.width = web::ui::FieldWidth::short_text;
      return web::ui::number_field(field);
    case Kind::day:
      field.width = web::ui::FieldWidth::short_text;
      return web::ui::date_field(field);
    case Kind::yes_no:
      field.width = web::ui::FieldWidth::half;
      return web::ui::select_field(field, {{"oui", "Oui"}, {"non", "Non"}});
    case Kind::naf:
      field.width = web::ui::FieldWidth::short_text;
      break;
    case Kind::text:
      break;
  }
  return web::ui::text_field(field);
}

// An answer as one reads it; what could not be read stands as it was typed.
web::ui::Value answer_of(const Question& question, const Typed& typed) {
  const auto text = typed.text(question.key);
  if (text.empty()) return {};
  switch (question.kind) {
    case Kind::amount:
      if (const auto amount = typed.amount(question.key)) return *amount;
      break;
    case Kind::count:
      if (const auto count = typed.count(question.key)) return base::french::integer(*count);
      break;
    case Kind::day:
      if (const auto day = base::Day::from_iso(text)) return *day;
      break;
    case Kind::yes_no:
      return std::string(text == "oui" ? "Oui" : "Non");
    case Kind::naf:
    case Kind::text:
      break;
  }
  return text;
}

Markup read_only(const PortfolioView& view) {
  const Typed typed(view.answers);
  std::vector<web::ui::Fact> facts;
  for (const Question& question : questions())
    facts.push_back({std::string(question.label), answer_of(question, typed)});
  return web::ui::facts(facts);
}

}  // namespace

Markup missing_list(const Completeness& state, const Url& page) {
  const auto at = [&](const Missing& missing) {
    switch (missing.part) {
      case Missing::Part::question:
        return page.fragment(missing.key == "exclusions" ? "champ-turnover" : "champ-" + std::string(missing.key));
      case Missing::Part::identifiers:
        return page.query("sans", "identifiant").fragment("acheteurs");
      case Missing::Part::losses:
        return page.fragment("impayes");
      case Missing::Part::buyers:
        break;
    }
    return page.fragment("acheteurs");
  };
  Markup rows;
  for (const auto& each : state.missing) rows += html::li(html::a(html::href(at(each)), each.what));
  return html::ul(html::cls("missing"), rows);
}

Markup progress(const PortfolioView& view) {
  const auto state =
      completeness(Typed(view.answers), {view.buyer_count(), view.without_identifier}, view.losses_known());
  const std::string count = base::french::integer(state.answered) + " sur " + base::french::integer(state.wanted);
  Markup missing;
  if (state.complete()) {
    missing = html::p(html::cls("quiet"), "Tout est là : le dossier peut partir le jour même.");
  } else {
    missing = web::ui::disclosure(
        "Ce qui manque (" + base::french::integer(static_cast<std::int64_t>(state.missing.size())) + ")",
        web::ui::Fold::closed, missing_list(state, view.door.page()));
  }
  return html::div(html::id("avancement"), html::cls("progress-line"), html::attr("aria-live", "polite"),
                   html::p(html::strong(count), " réponses ",
                           html::progress(html::attr("max", state.wanted), html::attr("value", state.answered),
                                          html::aria("label", "Avancement du questionnaire"))),
                   missing);
}

// Each change is saved as it is typed where scripts run; the button does it where they do not.
Markup questionnaire_form(const PortfolioView& view) {
  if (!view.may_change) return read_only(view);
  Markup groups;
  for (const Section section : {Section::business, Section::turnover, Section::risks, Section::cover}) {
    Markup fields;
    for (const Question& question : questions())
      if (question.section == section) fields += field_of(view, question);
    groups += web::ui::field_group(label(section), "", fields);
  }
  const Url url = view.at("questionnaire");
  return html::div(
      html::hx_post(url), html::attr("hx-trigger", "change"), html::attr("hx-target", "#avancement"),
      html::attr("hx-swap", "outerHTML"), html::attr("hx-include", "find form"),
      web::ui::form(
          {.action = url, .csrf_token = view.csrf_token, .submit = "Enregistrer", .look = web::ui::Look::secondary},
          groups));
}

Markup turnover_card(const PortfolioView& view) {
  const auto turnover = insurable_turnover(Typed(view.answers));
  Markup body;
  if (!turnover) {
    body =
        html::p(html::cls("quiet"), "Il se calcule dès que le chiffre d’affaires HT et les parts exclues sont saisis.");
  } else {
    Markup rows;
    for (const auto& line : turnover->lines)
      rows += html::div(html::dt(line.label), html::dd(html::cls("num"), web::ui::money_text(line.amount)));
    rows += html::div(html::cls("total"), html::dt("Assurable"),
                      html::dd(html::cls("num"), web::ui::money_text(turnover->insurable), " ",
                               explained(turnover->explanation, turnover->figure)));
    body = html::dl(html::cls("sum"), rows) +
           html::p(html::cls("quiet"),
                   "Seules les ventes à crédit à des entreprises hors de votre groupe peuvent être assurées.");
  }
  return web::ui::card({.title = "Chiffre d’affaires assurable", .icon = web::ui::Icon::euro}, body);
}

}  // namespace credit::portfolio
