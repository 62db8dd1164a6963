#include "desks/credit/offer/offer_cards.hpp"

#include "base/french.hpp"
#include "desks/credit/explanation_view.hpp"
#include "desks/credit/offer/offer_words.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"
#include "web/ui/notice.hpp"

namespace credit::offer {
namespace {

namespace html = web::html;
namespace ui = web::ui;
namespace french = base::french;
using html::Markup;
using html::Url;
using ui::Field;

Url act_url(const OfferView& view) { return Url::path("/credit/offres/{}/suite", view.offer.id); }

Markup cost_row(std::string_view label, const engine::Amount& amount, const engine::Explanation& explanation,
                bool total = false) {
  return html::div(
      html::cls(total ? "total" : ""), html::dt(label),
      html::dd(html::cls("num"), french::euros(amount.value), amount.step ? explained(explanation, amount) : Markup()));
}

std::string when(base::Instant at) { return french::instant_medium(at); }

// The e-mail by which the client answered, written down (C9).
Markup record_form(const OfferView& view) {
  const auto url = Url::path("/credit/offres/{}/accord", view.offer.id);
  const auto with = [&](Field field) {
    field.form = "accord";
    return std::move(field).with(view.state);
  };
  const auto today = base::paris::day_of(view.now);
  const bool failed = view.state.form() == "accord";
  return ui::disclosure(
      "Le client a répondu par e-mail", failed ? ui::Fold::open : ui::Fold::closed,
      ui::form({.action = url, .csrf_token = view.csrf_token, .submit = "Enregistrer sa réponse"},
               ui::radio_cards(with({.name = "reponse", .label = "Sa réponse"}),
                               {{"accepter", "Il accepte"}, {"refuser", "Il refuse"}}) +
                   ui::field_row({ui::date_field(with({.name = "day", .label = "E-mail du", .value = today.iso()})),
                                  ui::time_field(with({.name = "time", .label = "reçu à"})),
                                  ui::text_field(with(
                                      {.name = "name", .label = "Écrit par", .value = view.placement.contact.name}))}) +
                   ui::text_area(with({.name = "words", .label = "Ce qu’il écrit"}), 3) +
                   ui::checkbox(with({.name = "accuse",
                                      .label = "Il accuse réception de l’information et du conseil motivé.",
                                      .need = Field::Need::optional}))));
}

}  // namespace

Markup answer_card(const OfferView& view) {
  const auto& offer = view.offer;
  Markup body;
  if (offer.decided_at) {
    const bool yes = offer.state == State::accepted;
    body = ui::facts({{yes ? "Acceptée par" : "Refusée par", ui::Value(offer.decided_by)},
                      {"Le", ui::Value(when(*offer.decided_at))},
                      {"Comment", ui::Value(offer.decided_way == Way::email ? "par e-mail"
                                            : offer.decided_account         ? "dans son espace"
                                                                            : "par le lien reçu")},
                      {"Ses mots", offer.decided_words.empty() ? ui::Value() : ui::Value::lines(offer.decided_words)}});
    if (offer.limits == acceptance::Limits::possibly_stale)
      body += ui::notice(
          {ui::Tone::warn, "Des limites ont pu changer",
           "L’accord est venu après la fin de l’offre, ou de limites du test à blanc : faites-les confirmer."});
  } else if (offer.state == State::recommended) {
    body = html::p("Proposée à ", html::b(view.placement.contact.name), ", qui répond par le lien reçu à ",
                   html::b(view.placement.contact.email), ".");
    if (view.may_act) body += record_form(view);
  } else {
    return {};
  }
  return ui::card({.title = "Réponse du client", .icon = ui::Icon::user}, body);
}

Markup cost_card(const OfferView& view) {
  const auto& premium = view.figures.premium;
  const auto& how = premium.explanation;
  Markup rows = cost_row("Prime HT", premium.premium, how) + cost_row("Taxe", premium.tax, how) +
                cost_row("Frais HT", premium.fees, how) + cost_row("TVA sur les frais", premium.fee_vat, how) +
                cost_row("Coût total de l’année", premium.total, how, true) +
                cost_row("Coût après impôt", view.figures.cost.after_tax, view.figures.cost_explanation);
  return ui::card({.title = "Coût", .icon = ui::Icon::euro}, html::dl(html::cls("sum"), rows));
}

Markup validity_card(const OfferView& view) {
  const auto& offer = view.offer;
  std::vector<ui::Fact> facts{{"Reçue le", ui::Value(when(offer.received_at))},
                              {"Datée du", ui::Value(french::day_medium(offer.issued))},
                              {"Valable jusqu’au", ui::Value(french::day_medium(last_day_of(offer, view.now)))}};
  if (offer.confirmed_at) facts.push_back({"Confirmée le", ui::Value(when(*offer.confirmed_at))});
  Markup body = ui::facts(facts);
  if (expired(offer, view.now)) {
    const auto url = act_url(view);
    body += ui::notice({ui::Tone::warn, "Cette offre a expiré",
                        "L’accepter demande la confirmation de l’assureur ; les limites du test à blanc ont pu "
                        "changer."});
    if (view.may_act)
      body +=
          ui::form({.action = url, .csrf_token = view.csrf_token, .submit = "Noter sa confirmation"},
                   ui::hidden_field("acte", "confirmer") +
                       ui::date_field(
                           Field{.name = "until", .label = "L’assureur la confirme jusqu’au", .form = "confirmer"}.with(
                               view.state)));
  }
  return ui::card({.title = "Validité", .icon = ui::Icon::calendar}, body);
}

Markup calls_card(const OfferView& view) {
  Markup body;
  const auto url = act_url(view);
  for (const auto& call : view.calls) {
    body +=
        html::div(html::cls("call"), html::p(html::b(call.underwriter), " · ", when(call.booked_for)),
                  html::p(call.subject), call.noted_at ? html::p(html::cls("call-outcome"), call.outcome) : Markup());
    if (!call.noted_at && view.may_act)
      body += ui::form(
          {.action = url, .csrf_token = view.csrf_token, .submit = "Noter le résultat", .look = ui::Look::secondary},
          ui::hidden_field("acte", "resultat") + ui::hidden_field("call", std::to_string(call.id)) +
              ui::text_field(Field{
                  .name = "outcome", .label = "Résultat de l’appel", .form = "resultat-" + std::to_string(call.id)}
                                 .with(view.state)));
  }
  if (view.calls.empty())
    body = html::p(html::cls("quiet"), "Quand une limite décide de tout, appelez l’arbitre : l’appel se note ici.");
  const bool open = view.offer.state == State::open || view.offer.state == State::recommended;
  if (view.may_act && open) {
    const auto with = [&](Field field) {
      field.form = "appel";
      return std::move(field).with(view.state);
    };
    body += ui::disclosure(
        "Prévoir un appel", view.state.form() == "appel" ? ui::Fold::open : ui::Fold::closed,
        ui::form({.action = url, .csrf_token = view.csrf_token, .submit = "Noter l’appel", .look = ui::Look::secondary},
                 ui::hidden_field("acte", "appel") +
                     ui::field_row({ui::date_field(with({.name = "day", .label = "Jour"})),
                                    ui::time_field(with({.name = "time", .label = "Heure"}))}) +
                     ui::text_field(with({.name = "underwriter", .label = "Arbitre"})) +
                     ui::text_field(with({.name = "subject", .label = "Limite en question"}))));
  }
  return ui::card({.title = "Appels à l’arbitre", .icon = ui::Icon::phone}, body);
}

}  // namespace credit::offer
