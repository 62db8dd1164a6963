#include "desks/works/money/address_card.hpp"

#include "desks/works/bonus/bonus.hpp"
#include "desks/works/money/money_file.hpp"
#include "floor/audit/audit.hpp"
#include "floor/identity/address_form.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"
#include "web/ui/notice.hpp"

namespace works::money {
namespace {

namespace ui = web::ui;
using web::html::Markup;

Markup known(const identity::Legal& legal) {
  const auto& seat = legal.seat;
  const std::string town = (seat.postal_code ? seat.postal_code->text() + " " : std::string()) + seat.city;
  return ui::facts({{"SIREN", legal.siren ? legal.siren->text() : std::string()},
                    {"Adresse", ui::Value::lines(seat.street.empty() ? town : seat.street + "\n" + town)}});
}

}  // namespace

Markup address_card(const AddressCard& card, const ui::FormState& state) {
  const auto lacks = identity::lacking(card.legal, identity::Side::partner);
  const bool wrong_here = state.form() == card.action.text();
  Markup body;
  if (!lacks.empty())
    body +=
        ui::notice({.tone = ui::Tone::warn,
                    .title = "Il manque " + identity::names_of(lacks),
                    .text = "Vos factures, vos relevés et votre mandat doivent vous nommer : ils attendent, et sont "
                            "établis dès que c’est complet."});
  body += known(card.legal);
  if (card.may_act) {
    const ui::FormState own = wrong_here ? state : ui::FormState{};
    const Markup form = ui::form({.action = card.action,
                                  .csrf_token = card.csrf_token,
                                  .submit = "Enregistrer l’adresse",
                                  .look = lacks.empty() ? ui::Look::secondary : ui::Look::primary,
                                  .errors = own.errors()},
                                 identity::address_fields(card.legal.seat, own));
    body += lacks.empty() ? ui::disclosure("Changer l’adresse", wrong_here ? ui::Fold::open : ui::Fold::closed, form)
                          : form;
  }
  return ui::card({.title = "Adresse de facturation", .icon = ui::Icon::building, .id = "adresse"}, body);
}

base::Outcome<base::Done> change_address(visit::Visit& visit) {
  base::Refusals refusals;
  const auto address = identity::typed_address(visit.request.form, refusals);
  if (!address) return refusals;
  return visit.platform.act(visit.author(), [&](platform::Act& act) -> base::Outcome<base::Done> {
    const auto partner = visit.actor().organisation;
    identity::change_seat(act, partner, *address);
    audit::record(act, {.code = "identity.seat_changed", .file = file_of(partner), .details = {}});
    bonus::catch_up(act, partner);  // what waited for a broker's address (W29.kept)
    return base::Done{};
  });
}

}  // namespace works::money
