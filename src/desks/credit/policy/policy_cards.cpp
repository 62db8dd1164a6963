#include "base/french.hpp"
#include "base/identifiers.hpp"
#include "desks/credit/engine/effect.hpp"
#include "desks/credit/explanation_view.hpp"
#include "desks/credit/policy/policy_rules.hpp"
#include "desks/credit/policy/policy_view.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"
#include "web/ui/notice.hpp"

namespace credit::policy {
namespace {

namespace html = web::html;
namespace ui = web::ui;
namespace french = base::french;
using html::Markup;
using html::Url;
using ui::Field;
using ui::FieldWidth;

Field field_of(const PolicyView& view, std::string form, Field field) {
  field.form = std::move(form);
  return std::move(field).with(view.state);
}

ui::Value document(documents::DocumentId id, std::string_view text) {
  return id ? ui::Value::link(Url::path("/documents/{}", id), text) : ui::Value();
}

ui::Value effect_of(const PolicyView& view) {
  const auto& policy = *view.policy;
  const auto day = french::day_long(*policy.effect_on);
  if (!view.quote) return ui::Value(day);
  const auto effect =
      engine::effect_date(base::paris::day_of(*policy.signed_at), engine::effect_terms(view.quote->premium.terms));
  return ui::Value(
      html::div(html::cls("figure"), day, explained(effect.explanation, *effect.day.step, "prise d’effet")));
}

}  // namespace

Markup issue_card(const PolicyView& view) {
  const bool again = view.policy && view.policy->state == State::issued;
  const bool first = view.placement.step == placement::Step::issuance;
  if (!view.may_act || !view.accepted || (!first && !again)) return {};
  const auto url = Url::path("/credit/dossiers/{}/police", view.placement.id);
  const auto number = [&](std::string form) {
    return ui::text_field(field_of(view, std::move(form),
                                   {.name = "number",
                                    .label = "Numéro de police",
                                    .value = again ? view.policy->number : std::string(),
                                    .width = FieldWidth::half,
                                    .autocomplete = "off"}));
  };
  const bool filing = view.state.form() == "filed", drawing = view.state.form() == "drawn";
  return ui::card(
      {.title = again ? "Remplacer la police" : "Établir la police", .icon = ui::Icon::file},
      html::p(
          "L’assureur émet la police : déposez son PDF, ou établissez-la d’après l’offre acceptée s’il vous délègue "
          "l’émission.") +
          ui::disclosure(
              "Déposer le PDF de l’assureur", filing || (!again && !drawing) ? ui::Fold::open : ui::Fold::closed,
              ui::form(
                  {.action = url,
                   .csrf_token = view.csrf_token,
                   .submit = "Déposer la police",
                   .icon = ui::Icon::upload,
                   .content = ui::Form::Content::files},
                  ui::hidden_field("origin", "filed") + number("filed") +
                      ui::file_field(field_of(view, "filed", {.name = "file", .label = "Police de l’assureur (PDF)"}),
                                     {.accept = ".pdf"}))) +
          ui::disclosure("L’établir d’après l’offre acceptée", drawing ? ui::Fold::open : ui::Fold::closed,
                         ui::form({.action = url, .csrf_token = view.csrf_token, .submit = "Établir la police"},
                                  ui::hidden_field("origin", "drawn") + number("drawn"))));
}

Markup sending_card(const PolicyView& view) {
  if (!view.policy || !view.may_act) return {};
  const bool sendable = view.policy->state == State::issued || view.policy->state == State::sent;
  if (!sendable || view.placement.step != placement::Step::signature) return {};
  Markup body;
  if (const auto allowed = acceptance::may_sign(view.vigilance); !allowed) {
    const auto& details = allowed.refusal().details;
    const bool frozen = allowed.refused_as(acceptance::assets_frozen);
    return ui::card(
        {.title = "Envoyer en signature", .icon = ui::Icon::send},
        ui::notice({ui::Tone::bad, "La signature est bloquée",
                    frozen || details.empty() ? "Une personne figure au registre des gels d’avoirs."
                                              : "Manque : " + details.front() + "."},
                   html::p(html::a(html::href(Url::path("/credit/dossiers/{}/vigilance", view.placement.id)),
                                   "Compléter la vigilance"))));
  }
  const auto& contact = view.placement.contact;
  const auto phone = base::Phone::parse(view.signature ? view.signature->phone : contact.phone);
  const bool sent = view.policy->state == State::sent;
  if (sent && view.signature)
    body = html::p("Le lien est parti à ", html::b(view.signature->email), " le ",
                   french::instant_medium(view.signature->sent_at),
                   view.signature->code_verified_at ? " ; le code a été saisi." : ".");
  const auto form = ui::form(
      {.action = Url::path("/credit/dossiers/{}/police/envoi", view.placement.id),
       .csrf_token = view.csrf_token,
       .submit = sent ? "Envoyer un nouveau lien" : "Envoyer en signature",
       .icon = ui::Icon::send,
       .look = sent ? ui::Look::secondary : ui::Look::primary},
      ui::text_field(field_of(
          view, "send",
          {.name = "name", .label = "Signataire", .value = view.signature ? view.signature->name : contact.name})) +
          ui::field_row({ui::email_field(field_of(view, "send",
                                                  {.name = "email",
                                                   .label = "Son e-mail",
                                                   .value = view.signature ? view.signature->email : contact.email,
                                                   .hint = "Il y reçoit le lien."})),
                         ui::phone_field(field_of(view, "send",
                                                  {.name = "phone",
                                                   .label = "Son téléphone mobile",
                                                   .value = phone ? phone->national() : std::string(),
                                                   .hint = "Il y reçoit le code ; vide : par e-mail.",
                                                   .need = Field::Need::optional}))}));
  body += sent ? ui::disclosure("Renvoyer, ou changer de signataire",
                                view.state.form() == "send" ? ui::Fold::open : ui::Fold::closed, form)
               : form;
  return ui::card({.title = "Envoyer en signature", .icon = ui::Icon::send}, body);
}

Markup elsewhere_card(const PolicyView& view) {
  if (!view.policy || !view.may_act || !acceptance::may_sign(view.vigilance)) return {};
  if (view.policy->state != State::issued && view.policy->state != State::sent) return {};
  const auto url = Url::path("/credit/dossiers/{}/police/ailleurs", view.placement.id);
  return ui::disclosure(
      "Elle a été signée ailleurs", view.state.form() == "elsewhere" ? ui::Fold::open : ui::Fold::closed,
      ui::form({.action = url,
                .csrf_token = view.csrf_token,
                .submit = "Déposer la police signée",
                .look = ui::Look::secondary,
                .content = ui::Form::Content::files},
               ui::date_field(field_of(view, "elsewhere",
                                       {.name = "signed_on", .label = "Signée le", .width = FieldWidth::short_text})) +
                   ui::file_field(field_of(view, "elsewhere", {.name = "file", .label = "Police signée (PDF)"}),
                                  {.accept = ".pdf"}) +
                   ui::file_field(field_of(view, "elsewhere",
                                           {.name = "proof",
                                            .label = "Preuve de signature (PDF ou image)",
                                            .hint = "Certificat du service de signature, ou page signée."}),
                                  {.accept = ".pdf,.jpg,.jpeg,.png,.webp"})));
}

Markup papers_card(const PolicyView& view) {
  if (!view.policy) return {};
  const auto& policy = *view.policy;
  std::vector<ui::Fact> facts{
      {"Numéro", ui::Value(policy.number)},
      {"Origine", ui::Value(policy.origin == Origin::drawn ? "établie d’après l’offre" : "PDF de l’assureur")},
      {"Police", document(policy.document, "Police à signer (PDF)")}};
  if (policy.signed_at) {
    facts.push_back({"Signée le", ui::Value(*policy.signed_at)});
    facts.push_back({"Comment", ui::Value(policy.signed_way == SignedWay::code ? "par code à usage unique"
                                                                               : "ailleurs, preuve déposée")});
    facts.push_back({"Prend effet le", effect_of(view)});
    facts.push_back({"Police signée", document(policy.signed_document, "Police signée (PDF)")});
    facts.push_back({"Preuve", document(policy.evidence, "Dossier de preuve")});
  }
  if (view.signature && !view.signature->recall_reason.empty())
    facts.push_back({"Rappelée", ui::Value::lines(view.signature->recall_reason)});
  if (!policy.refusal_reason.empty()) facts.push_back({"Refusée", ui::Value::lines(policy.refusal_reason)});
  return ui::card({.title = "Police", .icon = ui::Icon::shield}, ui::facts(facts));
}

}  // namespace credit::policy
