#include "desks/works/tradesman/sms_number_card.hpp"

#include "desks/works/tradesman/tradesman.hpp"
#include "floor/identity/sms_number.hpp"
#include "floor/visit/page.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"
#include "web/ui/notice.hpp"

namespace works::tradesman {
namespace {

namespace ui = web::ui;
using web::html::Markup;

Markup where(const std::optional<base::Phone>& in_use, bool chosen) {
  if (!in_use)
    return ui::notice({.tone = ui::Tone::warn,
                       .title = "Aucun SMS ne part à votre entreprise",
                       .text = "Sans mobile, vos demandes n’arrivent que par e-mail."});
  return web::html::p("Vos demandes et leurs rappels arrivent par SMS au ", web::html::strong(in_use->national()),
                      chosen ? "." : ", donné à votre inscription.");
}

}  // namespace

Markup sms_number_card(const visit::Visit& visit, const ui::FormState& state) {
  std::optional<base::Phone> chosen, in_use;
  visit.platform.database.read([&](db::Transaction& tx) {
    chosen = identity::chosen_sms_number(tx, visit.actor().organisation);
    in_use = identity::sms_number_in_use(tx, visit.actor().organisation);
  });
  const auto field = ui::Field{.name = "sms_number",
                               .label = "Mobile des demandes",
                               .value = chosen ? chosen->national() : std::string(),
                               .hint = "Il vaut dès la prochaine demande. Vide : le numéro donné à votre inscription.",
                               .need = ui::Field::Need::optional,
                               .width = ui::FieldWidth::half,
                               .autocomplete = "tel"}
                         .with(state);
  return ui::card({.title = "SMS", .icon = ui::Icon::device_mobile},
                  where(in_use, chosen.has_value()) + ui::form({.action = "/chantiers/reglages/mobile",
                                                                .csrf_token = visit::csrf_token(visit),
                                                                .submit = "Enregistrer ce mobile",
                                                                .look = ui::Look::secondary,
                                                                .errors = state.errors()},
                                                               ui::phone_field(field)));
}

web::Response post_sms_number(visit::Visit& visit) {
  const auto organisation = visit.actor().organisation;
  const auto firm = visit.platform.database.read([&](db::Transaction& tx) { return find(tx, organisation); });
  if (!firm) return visit::not_found(visit);
  const auto number = identity::check_sms_number(visit.request.form.get("sms_number"), firm->base_postal_code);
  if (!number) return show_settings_again(visit, number.refusals());
  visit.platform.act(visit.author(),
                     [&](platform::Act& act) { identity::choose_sms_number(act, organisation, *number); });
  return visit::see_other(visit, "/chantiers/reglages",
                          {ui::Tone::good, *number ? "Vos prochaines demandes arriveront par SMS à ce mobile."
                                                   : "Vos prochaines demandes arriveront au numéro de votre "
                                                     "inscription."});
}

}  // namespace works::tradesman
