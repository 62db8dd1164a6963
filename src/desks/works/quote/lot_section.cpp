// The part of a claim's page on a lot's quote: amounts, market, sending, visit, the insurer's answer, the insured's
// share.
#include "base/french.hpp"
#include "desks/works/file/file_view.hpp"
#include "desks/works/quote/quote_parts.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"
#include "web/ui/form.hpp"
#include "web/ui/notice.hpp"

namespace works::quote {
namespace {

namespace html = web::html;
using html::Markup;
using html::Url;
using web::ui::Field;
using web::ui::Value;

web::ui::Badge badge_of(State state) {
  using web::ui::Icon;
  using web::ui::Tone;
  const std::string text(label(state));
  switch (state) {
    case State::received:
      return {text, Tone::warn, Icon::file};
    case State::at_insurer:
      return {text, Tone::info, Icon::send};
    case State::validated:
    case State::adjusted:
      return {text, Tone::good, Icon::circle_check};
    case State::refused:
      return {text, Tone::bad, Icon::circle_x};
    case State::replaced:
      break;
  }
  return {text, Tone::mute, Icon::archive};
}

Markup amounts(const Quote& quote) {
  std::vector<web::ui::Fact> facts{
      {"Devis", Value(html::a(html::href(Url::path("/documents/{}", quote.document)), "Ouvrir le PDF"))},
      {"État", badge_of(quote.state)},
      {"Montant HT", quote.amount_ht},
      {"TVA", quote.amount_ttc - quote.amount_ht},
      {"Montant TTC", quote.amount_ttc},
      {"Déposé le", quote.uploaded_at}};
  if (quote.sent_to_insurer_at)
    facts.push_back({"Envoyé à l’assureur",
                     Value::two_lines(base::french::instant_medium(*quote.sent_to_insurer_at), quote.sent_to)});
  if (quote.expert_visit_on) facts.push_back({"Visite d’expert", *quote.expert_visit_on});
  if (quote.decided_on) facts.push_back({"Réponse de l’assureur", *quote.decided_on});
  if (quote.agreed_ht) facts.push_back({"Montant accordé HT", *quote.agreed_ht});
  if (!quote.decision_note.empty()) facts.push_back({"Note", quote.decision_note});
  return web::ui::facts(facts);
}

web::ui::Fold fold_of(const FileView& view, const Url& form) {
  return view.typed.form() == form.text() ? web::ui::Fold::open : web::ui::Fold::closed;
}

Markup sending_form(const FileView& view, const Quote& quote) {
  const bool again = quote.state == State::at_insurer;
  const auto to = Url::path("/travaux/devis/{}/envoi", quote.id);
  const std::string key(to.text());
  const auto form = web::ui::form(
      {.action = to,
       .csrf_token = view.csrf_token,
       .submit = again ? "Envoyer à nouveau" : "Envoyer le devis à l’assureur",
       .icon = web::ui::Icon::send,
       .look = again ? web::ui::Look::secondary : web::ui::Look::primary},
      web::ui::hidden_field("sent_before",
                            quote.sent_to_insurer_at ? std::to_string(quote.sent_to_insurer_at->micros) : "") +
          web::ui::email_field(Field{.name = "insurer_address",
                                     .label = "E-mail du gestionnaire",
                                     .value = view.claim.insurer_email.value_or(""),
                                     .form = key}
                                   .with(view.typed)) +
          web::ui::text_area(
              Field{.name = "note", .label = "Mot d’accompagnement", .need = Field::Need::optional, .form = key}.with(
                  view.typed),
              2));
  return again ? web::ui::disclosure("Envoyer à nouveau à l’assureur", fold_of(view, to), form) : form;
}

Markup visit_form(const FileView& view, const Quote& quote) {
  const auto to = Url::path("/travaux/devis/{}/visite", quote.id);
  return web::ui::disclosure(
      quote.expert_visit_on ? "Changer la visite d’expert" : "Noter une visite d’expert", fold_of(view, to),
      web::ui::form({.action = to,
                     .csrf_token = view.csrf_token,
                     .submit = "Enregistrer la visite",
                     .look = web::ui::Look::secondary},
                    web::ui::date_field(Field{.name = "expert_visit_on",
                                              .label = "Jour de la visite",
                                              .value = quote.expert_visit_on ? quote.expert_visit_on->iso() : "",
                                              .hint = "Laissez vide pour la retirer.",
                                              .need = Field::Need::optional,
                                              .width = web::ui::FieldWidth::short_text,
                                              .form = std::string(to.text())}
                                            .with(view.typed))));
}

Markup decision_form(const FileView& view, const Quote& quote) {
  const auto today = base::paris::day_of(view.now);
  const auto to = Url::path("/travaux/devis/{}/decision", quote.id);
  const std::string key(to.text());
  return web::ui::form(
      {.action = to, .csrf_token = view.csrf_token, .submit = "Enregistrer la réponse"},
      web::ui::radio_cards(Field{.name = "answer", .label = "Réponse de l’assureur", .form = key}.with(view.typed),
                           {{"valide", "Devis validé", "Pour " + base::french::euros(quote.amount_ht) + " HT"},
                            {"ajuste", "Validé pour un autre montant", "À préciser ci-dessous"},
                            {"refuse", "Devis refusé", "Vous pourrez demander un nouveau devis"}}) +
          web::ui::field_row({web::ui::money_field(Field{.name = "agreed_ht",
                                                         .label = "Montant accordé HT",
                                                         .hint = "Seulement s’il diffère du devis.",
                                                         .need = Field::Need::optional,
                                                         .form = key}
                                                       .with(view.typed)),
                              web::ui::date_field(Field{.name = "decided_on",
                                                        .label = "Date de la réponse",
                                                        .value = today.iso(),
                                                        .width = web::ui::FieldWidth::short_text,
                                                        .form = key}
                                                      .with(view.typed))}) +
          web::ui::text_field(
              Field{.name = "note", .label = "Note", .need = Field::Need::optional, .form = key}.with(view.typed)));
}

Markup after_refusal(const FileView& view, const Quote& quote) {
  return web::ui::notice(
      {web::ui::Tone::warn, "L’assureur refuse ce devis",
       "Demandez un nouveau devis à la même entreprise, retirez-lui le chantier, ou classez sans suite."},
      web::ui::action_button({.label = "Demander un nouveau devis",
                              .url = Url::path("/travaux/mandats/{}/nouveau-devis", quote.mandate),
                              .look = web::ui::Look::primary,
                              .post = web::ui::Post{.csrf_token = view.csrf_token}}));
}

Markup acts(const FileView& view, const Quote& quote) {
  switch (quote.state) {
    case State::received:
      return sending_form(view, quote);
    case State::at_insurer:
      return decision_form(view, quote) + visit_form(view, quote) + sending_form(view, quote);
    case State::refused:
      return after_refusal(view, quote);
    case State::validated:
    case State::adjusted:
      return terms_part(view, quote);
    case State::replaced:
      break;
  }
  return {};
}

}  // namespace

Markup lot_section(const FileView& view, const lot::Lot& lot) {
  const auto* quote = view.current_quote(lot.id);
  if (quote == nullptr) return {};
  const auto* mandate = view.live_mandate(lot.id);
  // The insurer refused and another quote is awaited: the refused one is history.
  if (mandate->state == mandate::State::accepted) return {};
  const auto market = view.markets.find(quote->id);
  Markup part = html::h3("Devis") + amounts(*quote);
  if (market != view.markets.end()) part += market_part(*quote, market->second);
  const bool open =
      !view.claim.closed_by_broker_at && !view.claim.abandoned_at && mandate->state == mandate::State::quoted;
  if (view.may_act && open)
    part += acts(view, *quote);
  else if (agreed(quote->state))
    part += terms_facts(view, *quote);
  return part;
}

}  // namespace works::quote
