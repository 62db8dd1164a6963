// /chantiers/reglages/banque: the firm's account and its direct debit mandate (W27).
#include "base/french.hpp"
#include "desks/works/bank/bank.hpp"
#include "desks/works/debit_mandate/debit_mandate.hpp"
#include "desks/works/debit_mandate/debit_mandate_pages.hpp"
#include "desks/works/money/address_card.hpp"
#include "desks/works/money/party.hpp"
#include "desks/works/tradesman/settings_pages.hpp"
#include "floor/visit/page.hpp"
#include "web/crypto.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"
#include "web/ui/form.hpp"
#include "web/ui/notice.hpp"
#include "web/ui/page_header.hpp"
#include "web/ui/table.hpp"

namespace works::debit_mandate {
namespace {

namespace html = web::html;
namespace ui = web::ui;
using html::Markup;
using html::Url;

constexpr Url page_url{"/chantiers/reglages/banque"};
constexpr Url address_url{"/chantiers/reglages/adresse"};
constexpr Url code_url{"/chantiers/reglages/banque/code"};
constexpr Url sign_url{"/chantiers/reglages/banque/mandat"};
constexpr Url revoke_url{"/chantiers/reglages/banque/revocation"};

struct Shown {
  std::optional<bank::Account> account;
  std::optional<Terms> to_sign;
  std::vector<DebitMandate> mandates;  // newest first
  identity::Legal legal;
  bool may_act;
  bool code_sent;
  ui::FormState state = {};
};

Shown load(const visit::Visit& visit) {
  return visit.platform.database.read([&](db::Transaction& tx) {
    const auto organisation = visit.actor().organisation;
    return Shown{.account = bank::find(tx, organisation),
                 .to_sign = to_sign(tx, organisation, base::paris::day_of(visit.now)),
                 .mandates = all_of(tx, organisation),
                 .legal = identity::legal_of(tx, organisation),
                 .may_act = identity::at_least(visit.actor().role, identity::Role::manager),
                 .code_sent = visit.request.query.get("code") == "envoye"};
  });
}

ui::Badge badge_of(State state) {
  const std::string text(label(state));
  if (state == State::active) return {text, ui::Tone::good, ui::Icon::circle_check};
  return {text, ui::Tone::mute, ui::Icon::ban};
}

Markup ask_form(const visit::Visit& visit, std::string label, ui::Look look) {
  return ui::form({.action = code_url,
                   .csrf_token = visit::csrf_token(visit),
                   .submit = std::move(label),
                   .icon = ui::Icon::mail,
                   .look = look},
                  {});
}

Markup signing(const visit::Visit& visit, const Shown& shown) {
  const std::string words = text(*shown.to_sign);
  Markup body = html::div(ui::Value::lines(words).markup());
  if (!shown.may_act)
    return body + html::p(html::cls("quiet"), "Un responsable de votre entreprise peut signer ce mandat.");
  const bool wrong = shown.state.form() == sign_url.text();
  if (!shown.code_sent && !wrong)
    return body + html::p(html::cls("quiet"), "Pour signer, un code à usage unique vous est envoyé par e-mail.") +
           ask_form(visit, "Recevoir le code de signature", ui::Look::primary);
  const ui::FormState state = wrong ? shown.state : ui::FormState{};
  const Markup fields =
      ui::hidden_field("texte", web::hex(web::sha256(words))) +
      ui::checkbox(
          ui::Field{.name = "consent", .label = "J’ai lu ce mandat et j’y consens au nom de mon entreprise"}.with(
              state)) +
      ui::code_field(ui::Field{.name = "code",
                               .label = "Code reçu par e-mail",
                               .hint = "Huit chiffres, valables quelques minutes.",
                               .width = ui::FieldWidth::short_text,
                               .autocomplete = "one-time-code"}
                         .with(state));
  return body +
         ui::form({.action = sign_url,
                   .csrf_token = visit::csrf_token(visit),
                   .submit = "Signer le mandat",
                   .icon = ui::Icon::check,
                   .errors = state.errors()},
                  fields) +
         ask_form(visit, "Recevoir un autre code", ui::Look::quiet);
}

Markup active(const visit::Visit& visit, const Shown& shown, const DebitMandate& mandate) {
  Markup body =
      ui::facts({{"État", badge_of(mandate.state)},
                 {"RUM", mandate.terms.reference},
                 {"Créancier", ui::Value::lines(mandate.terms.creditor)},
                 {"ICS", mandate.terms.creditor_id.text()},
                 {"Compte", bank::masked(mandate.terms.iban)},
                 {"Signé le", mandate.signed_at},
                 {"Dernier prélèvement", ui::Value(mandate.last_used)},
                 {"Caduc sans prélèvement jusqu’au", last_day(mandate.last_used.value_or(mandate.terms.signed_on))},
                 {"Mandat signé", ui::Value::link(Url::path("/documents/{}", mandate.document), "PDF")}});
  if (shown.may_act)
    body +=
        ui::actions_row({{.label = "Révoquer ce mandat",
                          .url = revoke_url,
                          .look = ui::Look::danger,
                          .post = ui::Post{.csrf_token = visit::csrf_token(visit),
                                           .question = "Révoquer le mandat " + mandate.terms.reference + " ?",
                                           .consequence = "Les prélèvements annoncés sont retirés ; les commissions "
                                                          "restent dues."}}});
  return body;
}

Markup mandate_card(const visit::Visit& visit, const Shown& shown) {
  Markup body;
  if (!shown.mandates.empty() && shown.mandates.front().state == State::active) {
    body = active(visit, shown, shown.mandates.front());
  } else if (shown.to_sign) {
    body = signing(visit, shown);
  } else if (!shown.account) {
    body = html::p("Indiquez d’abord votre compte : le mandat à signer s’affichera ici.");
  } else if (!identity::lacking(shown.legal, identity::Side::partner).empty()) {
    body =
        html::p("Complétez d’abord votre adresse ci-dessus : le mandat à signer, qui doit la porter, s’affichera ici.");
  } else {
    body =
        html::p("Le mandat vous sera proposé ici dès que le compte du réseau est en service et son identité complète.");
  }
  return ui::card({.title = "Mandat de prélèvement SEPA", .icon = ui::Icon::file, .id = "mandat"}, body);
}

Markup history_card(const Shown& shown) {
  std::vector<ui::Row> rows;
  for (const auto& mandate : shown.mandates)
    if (mandate.state != State::active)
      rows.push_back(
          {.cells = {mandate.terms.reference, badge_of(mandate.state), base::paris::day_of(mandate.signed_at),
                     ui::Value::two_lines(base::french::day_short(base::paris::day_of(*mandate.ended_at)),
                                          mandate.end_reason),
                     ui::Value::link(Url::path("/documents/{}", mandate.document), "PDF")}});
  if (rows.empty()) return {};
  return ui::card({.title = "Mandats terminés", .icon = ui::Icon::history},
                  ui::data_table({.caption = "Mandats terminés",
                                  .columns = {{.label = "RUM"},
                                              {.label = "État"},
                                              {.label = "Signé le"},
                                              {.label = "Terminé le"},
                                              {.label = "Mandat"}},
                                  .rows = std::move(rows)}));
}

web::Response draw(visit::Visit& visit, const Shown& shown, int status) {
  const bool has_active = !shown.mandates.empty() && shown.mandates.front().state == State::active;
  const Markup account = bank::card({.account = shown.account,
                                     .may_act = shown.may_act,
                                     .csrf_token = visit::csrf_token(visit),
                                     .warning = has_active ? "Un autre IBAN met fin au mandat en cours : il faudra en "
                                                             "signer un nouveau."
                                                           : ""},
                                    page_url, shown.state);
  return visit::page(
      visit,
      {.title = "Banque et mandat",
       .body = ui::page_header({.title = "Réglages", .lead = "Le compte sur lequel vos commissions sont prélevées."}) +
               tradesman::settings_tabs(page_url) +
               ui::stack({account,
                          money::address_card({.legal = shown.legal,
                                               .may_act = shown.may_act,
                                               .csrf_token = visit::csrf_token(visit),
                                               .action = address_url},
                                              shown.state),
                          mandate_card(visit, shown), history_card(shown)}),
       .status = status,
       .width = ui::Frame::Width::reading});
}

web::Response again(visit::Visit& visit, const base::Refusals& refusals) {
  auto shown = load(visit);
  const auto typed = visit::form_state(visit, refusals);
  shown.state = {visit.request.form.pairs(), typed.errors(), visit.request.path};
  return draw(visit, shown, visit::status_of(refusals.front().code.kind));
}

web::Response done(visit::Visit& visit, const base::Outcome<base::Done>& outcome, std::string sentence) {
  if (!outcome) return again(visit, outcome.refusals());
  return visit::see_other(visit, page_url, {ui::Tone::good, std::move(sentence)});
}

}  // namespace

web::Response show_bank(visit::Visit& visit) { return draw(visit, load(visit), 200); }

web::Response post_bank(visit::Visit& visit) {
  const auto account = bank::typed(visit.request.form);
  if (!account) return again(visit, account.refusals());
  return done(visit, bank::change(visit.platform, visit.actor(), *account),
              "Votre compte est enregistré. Signez maintenant le mandat.");
}

web::Response post_address(visit::Visit& visit) {
  return done(visit, money::change_address(visit), "Votre adresse est enregistrée.");
}

web::Response post_code(visit::Visit& visit) {
  const auto sent = send_code(visit.platform, visit.actor());
  if (!sent) return again(visit, sent.refusals());
  return visit::see_other(visit, page_url.query("code", "envoye"),
                          {ui::Tone::good, "Le code est parti à votre adresse e-mail."});
}

web::Response post_signature(visit::Visit& visit) {
  const auto& form = visit.request.form;
  return done(visit,
              sign(visit.platform, visit.actor(),
                   {std::string(form.get("code")), std::string(form.get("texte")), form.get("consent") == "oui"}),
              "Le mandat est signé. Vous en recevez une copie par e-mail.");
}

web::Response post_revocation(visit::Visit& visit) {
  return done(visit, revoke(visit.platform, visit.actor()), "Le mandat est révoqué.");
}

}  // namespace works::debit_mandate
