// GET /administration/paiements/compte: our own account at the bank, changed by two administrators.
#include "base/french.hpp"
#include "floor/payments/pages.hpp"
#include "floor/payments/payment_view.hpp"
#include "floor/visit/page.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"
#include "web/ui/form.hpp"
#include "web/ui/page_header.hpp"

namespace payments {
namespace {

namespace ui = web::ui;
using web::html::Markup;
using web::html::Url;

constexpr Url account_url = "/administration/paiements/compte";

struct Read {
  std::optional<AccountSetting> in_force, proposed;
  std::vector<AccountSetting> history;
  identity::Names people;
};

Read read(visit::Visit& visit) {
  return visit.platform.database.read([](db::Transaction& tx) {
    auto history = account_history(tx);
    std::vector<identity::AccountId> people;
    for (const AccountSetting& setting : history) {
      people.push_back(setting.proposed_by);
      people.push_back(setting.confirmed_by);
    }
    return Read{account_in_force(tx), account_proposed(tx), std::move(history),
                identity::Names(tx, {}, std::move(people))};
  });
}

std::vector<ui::Fact> facts_of(const AccountSetting& setting, const identity::Names& people) {
  std::vector<ui::Fact> facts{
      {"Titulaire", setting.own.name},
      {"IBAN", iban_text(setting.own.iban.text())},
      {"BIC", setting.own.bic.text()},
      {"ICS", setting.own.creditor_id ? ui::Value(setting.own.creditor_id->text()) : ui::Value()},
      {"Format des fichiers", std::string(label(setting.dialect))},
      {"Proposé",
       ui::Value::two_lines(base::french::instant_medium(setting.proposed), people.of(setting.proposed_by))}};
  if (setting.confirmed)
    facts.push_back({"Confirmé", ui::Value::two_lines(base::french::instant_medium(*setting.confirmed),
                                                      people.of(setting.confirmed_by))});
  return facts;
}

Markup in_force_card(const Read& found) {
  return ui::card({.title = "Compte en vigueur", .icon = ui::Icon::building},
                  found.in_force ? ui::facts(facts_of(*found.in_force, found.people))
                                 : web::html::p(web::html::cls("quiet"), "Aucun compte n’est en vigueur."));
}

Markup proposed_card(const visit::Visit& visit, const Read& found) {
  if (!found.proposed) return {};
  const AccountSetting& proposed = *found.proposed;
  Markup body = ui::facts(facts_of(proposed, found.people));
  std::vector<ui::Action> actions;
  const bool second = may_release(proposed.proposed_by, visit.actor().account);
  if (may_answer(visit) && second)
    actions.push_back(
        {.label = "Confirmer ce compte",
         .url = Url::path("/administration/paiements/compte/{}/confirmation", proposed.id),
         .look = ui::Look::primary,
         .icon = ui::Icon::check,
         .post = ui::Post{.csrf_token = visit::csrf_token(visit),
                          .question = "Confirmer ce compte\u00a0?",
                          .consequence = "Comparez-le au RIB : tout l’argent y arrivera ou en partira."}});
  if (may_answer(visit))
    actions.push_back({.label = "Abandonner la proposition",
                       .url = Url::path("/administration/paiements/compte/{}/abandon", proposed.id),
                       .look = ui::Look::quiet,
                       .post = ui::Post{.csrf_token = visit::csrf_token(visit)}});
  if (!second)
    body += web::html::p(web::html::cls("quiet"), "Vous l’avez proposé : un second administrateur doit le confirmer.");
  return ui::card({.title = "À confirmer", .icon = ui::Icon::hourglass}, body + ui::actions_row(actions));
}

Markup form_card(const visit::Visit& visit, const Read& found, const ui::FormState& state) {
  if (!may_answer(visit) || (found.proposed && state.errors().empty())) return {};
  const auto kept = [&](auto get) { return found.in_force ? get(*found.in_force) : std::string(); };
  const auto field = [&](std::string name, std::string label, std::string value, std::string hint,
                         ui::Field::Need need = ui::Field::Need::required) {
    return ui::text_field(ui::Field{.name = std::move(name),
                                    .label = std::move(label),
                                    .value = std::move(value),
                                    .hint = std::move(hint),
                                    .need = need}
                              .with(state));
  };
  const Markup fields =
      field("titulaire", "Titulaire", kept([](const AccountSetting& own) { return own.own.name; }),
            "Comme sur le RIB.") +
      field("iban", "IBAN", kept([](const AccountSetting& own) { return own.own.iban.text(); }), "") +
      field("bic", "BIC", kept([](const AccountSetting& own) { return own.own.bic.text(); }), "") +
      field("ics", "Identifiant créancier SEPA (ICS)", kept([](const AccountSetting& own) {
              return own.own.creditor_id ? own.own.creditor_id->text() : std::string();
            }),
            "Nécessaire aux prélèvements.", ui::Field::Need::optional) +
      ui::radio_cards(
          ui::Field{.name = "format",
                    .label = "Format que la banque attend",
                    .value = std::string(to_text(found.in_force ? found.in_force->dialect : Dialect::current))}
              .with(state),
          {{"current", std::string(label(Dialect::current)), "Le plus récent, demandé par presque toutes."},
           {"older", std::string(label(Dialect::older)), "Si votre banque ne lit pas encore l’autre."}});
  return ui::card({.title = found.in_force ? "Changer de compte" : "Indiquer notre compte", .icon = ui::Icon::edit},
                  ui::form({.action = account_url,
                            .csrf_token = visit::csrf_token(visit),
                            .submit = "Proposer ce compte",
                            .errors = state.errors()},
                           fields));
}

Markup history_card(const Read& found) {
  if (found.history.size() < 2) return {};
  std::vector<ui::Line> lines;
  for (const AccountSetting& setting : found.history)
    lines.push_back({.what = iban_text(setting.own.iban.text()),
                     .detail = "proposé le " + base::french::instant_medium(setting.proposed) + " par " +
                               found.people.of(setting.proposed_by),
                     .end = ui::Badge{std::string(label(setting.state)), ui::Tone::neutral}});
  return ui::card({.title = "Comptes successifs", .icon = ui::Icon::history}, ui::lines(lines, ""));
}

web::Response draw(visit::Visit& visit, const ui::FormState& state, int status) {
  const Read found = read(visit);
  Markup body = ui::page_header({.title = "Notre compte bancaire",
                                 .lead = "Un changement de compte est proposé par l’un, confirmé par l’autre."});
  body += payment_tabs(account_url);
  body += ui::two_columns(proposed_card(visit, found) + form_card(visit, found, state),
                          in_force_card(found) + history_card(found));
  std::optional<Url> live;  // a form that is shown again keeps what was typed
  if (status == 200) live = Url("/administration/paiements/compte/direct");
  return visit::page(visit,
                     {.title = "Notre compte bancaire", .body = std::move(body), .status = status, .live = live});
}

}  // namespace

web::Response show_account(visit::Visit& visit) { return draw(visit, {}, 200); }

web::Response post_account(visit::Visit& visit) {
  const web::Fields& form = visit.request.form;
  const auto account = parse({.name = form.get("titulaire"),
                              .iban = form.get("iban"),
                              .bic = form.get("bic"),
                              .creditor_id = form.get("ics"),
                              .dialect = form.get("format")});
  if (!account) return draw(visit, visit::form_state(visit, account.refusals()), 422);
  visit.platform.act(visit.author(), [&](platform::Act& act) { return propose(act, *account); });
  return visit::see_other(visit, account_url,
                          {ui::Tone::good, "Le compte est proposé : un second administrateur doit le confirmer."});
}

web::Response post_account_confirmation(visit::Visit& visit) {
  const AccountSettingId id{visit.id()};
  const auto done = visit.platform.act(visit.author(), [&](platform::Act& act) { return confirm(act, id); });
  if (!done) return visit::refused(visit, done.refusals());
  return visit::see_other(visit, account_url, {ui::Tone::good, "Le compte est en vigueur."});
}

web::Response post_account_withdrawal(visit::Visit& visit) {
  const AccountSettingId id{visit.id()};
  const auto done = visit.platform.act(visit.author(), [&](platform::Act& act) { return withdraw(act, id); });
  if (!done) return visit::refused(visit, done.refusals());
  return visit::see_other(visit, account_url, {ui::Tone::good, "La proposition est abandonnée."});
}

}  // namespace payments
