#include "desks/works/bank/bank.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"

namespace works::bank {

namespace ui = web::ui;
using web::html::Markup;

base::Outcome<Account> typed(const web::Fields& form) {
  return check(form.get("holder"), form.get("iban"), form.get("bic"));
}

Markup card(const Shown& shown, const web::html::Url& action, const ui::FormState& state) {
  Markup body;
  if (shown.account)
    body += ui::facts({{"Titulaire", shown.account->holder},
                       {"IBAN", masked(shown.account->iban)},
                       {"BIC", shown.account->bic ? ui::Value(shown.account->bic->text()) : ui::Value()}});
  if (shown.may_act) {
    const std::string to(action.text());
    const bool mine = state.form() == to;
    const ui::FormState known = mine ? state : ui::FormState{};
    Markup fields = ui::text_field(ui::Field{.name = "holder",
                                             .label = "Titulaire du compte",
                                             .value = shown.account ? shown.account->holder : std::string(),
                                             .hint = "Tel qu’il figure sur votre RIB.",
                                             .form = to,
                                             .autocomplete = "organization"}
                                       .with(known)) +
                    ui::text_field(ui::Field{
                        .name = "iban",
                        .label = "IBAN",
                        .hint = "En France, 27 caractères qui commencent par FR. Un compte d’un autre pays de la "
                                "zone SEPA convient aussi.",
                        .form = to}
                                       .with(known)) +
                    ui::text_field(ui::Field{
                        .name = "bic",
                        .label = "BIC",
                        .value = shown.account && shown.account->bic ? shown.account->bic->text() : std::string(),
                        .need = ui::Field::Need::optional,
                        .width = ui::FieldWidth::half,
                        .form = to}
                                       .with(known));
    if (shown.account && !shown.warning.empty()) fields += web::html::p(web::html::cls("quiet"), shown.warning);
    const Markup form = ui::form({.action = action,
                                  .csrf_token = shown.csrf_token,
                                  .submit = shown.account ? "Remplacer ce compte" : "Enregistrer ce compte",
                                  .look = shown.account ? ui::Look::secondary : ui::Look::primary,
                                  .errors = known.errors()},
                                 fields);
    body += shown.account ? ui::disclosure("Changer de compte", mine ? ui::Fold::open : ui::Fold::closed, form) : form;
  } else if (!shown.account) {
    body += web::html::p(web::html::cls("quiet"), "Un responsable de votre entreprise doit indiquer ce compte.");
  }
  return ui::card({.title = "Compte bancaire", .icon = ui::Icon::credit_card, .id = "compte"}, body);
}

}  // namespace works::bank
