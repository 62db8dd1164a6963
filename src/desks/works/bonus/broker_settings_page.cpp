// /travaux/reglages: where the broker is paid, and how his bonuses are billed (W28, W29).
#include "base/french.hpp"
#include "desks/works/bank/bank.hpp"
#include "desks/works/bonus/bonus.hpp"
#include "desks/works/bonus/bonus_pages.hpp"
#include "desks/works/money/address_card.hpp"
#include "desks/works/money/broker_store.hpp"
#include "desks/works/money/money_file.hpp"
#include "floor/audit/audit.hpp"
#include "floor/visit/page.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"
#include "web/ui/form.hpp"
#include "web/ui/page_header.hpp"

namespace works::bonus {
namespace {

namespace ui = web::ui;
using web::html::Markup;
using web::html::Url;

constexpr Url page_url{"/travaux/reglages"};
constexpr Url address_url{"/travaux/reglages/adresse"};
constexpr Url billing_url{"/travaux/reglages/facturation"};

Markup billing_card(const visit::Visit& visit, std::optional<base::Instant> since, bool vat_liable, bool may_act) {
  Markup body = ui::facts(
      {{"Autofacturation", since ? ui::Value("Acceptée le " + base::french::day_medium(base::paris::day_of(*since)))
                                 : ui::Value("À accepter")},
       {"TVA sur les primes", vat_liable ? "Facturée" : "Non facturée"}});
  body +=
      web::html::p(web::html::cls("quiet"),
                   "Vos primes vous sont versées avec un relevé qui vaut facture, établi en votre nom et pour votre "
                   "compte.");
  if (may_act) {
    Markup fields = ui::checkbox(ui::Field{.name = "vat",
                                           .label = "Mon cabinet facture la TVA sur ses apports d’affaires",
                                           .value = vat_liable ? "oui" : "",
                                           .need = ui::Field::Need::optional});
    if (!since)
      fields += ui::checkbox(ui::Field{
          .name = "billing",
          .label = "J’accepte que mes primes soient facturées en mon nom et pour mon compte (autofacturation)",
          .need = ui::Field::Need::optional});
    body += ui::form({.action = billing_url,
                      .csrf_token = visit::csrf_token(visit),
                      .submit = "Enregistrer",
                      .look = since ? ui::Look::secondary : ui::Look::primary},
                     fields);
  }
  return ui::card({.title = "Facturation des primes", .icon = ui::Icon::file, .id = "facturation"}, body);
}

web::Response draw(visit::Visit& visit, const ui::FormState& state, int status) {
  const bool may_act = identity::at_least(visit.actor().role, identity::Role::manager);
  const auto cards = visit.platform.database.read([&](db::Transaction& tx) {
    const auto broker = visit.actor().organisation;
    return std::vector<Markup>{
        bank::card({.account = bank::find(tx, broker),
                    .may_act = may_act,
                    .csrf_token = visit::csrf_token(visit),
                    .warning = "Un virement prévu vers l’ancien compte est retiré, puis présenté sur le nouveau."},
                   page_url, state),
        money::address_card({.legal = identity::legal_of(tx, broker),
                             .may_act = may_act,
                             .csrf_token = visit::csrf_token(visit),
                             .action = address_url},
                            state),
        billing_card(visit, money::self_billing_since(tx, broker), money::vat_liable(tx, broker), may_act)};
  });
  return visit::page(visit,
                     {.title = "Réglages",
                      .body = ui::page_header({.title = "Réglages", .lead = "Où et comment vos primes sont versées."}) +
                              ui::stack(cards),
                      .status = status,
                      .width = ui::Frame::Width::reading});
}

}  // namespace

web::Response show_broker_bank(visit::Visit& visit) { return draw(visit, {}, 200); }

web::Response post_broker_bank(visit::Visit& visit) {
  const auto account = bank::typed(visit.request.form);
  if (!account) {
    const auto typed = visit::form_state(visit, account.refusals());
    return draw(visit, {visit.request.form.pairs(), typed.errors(), visit.request.path},
                visit::status_of(account.refusal().code.kind));
  }
  const auto done = bank::change(visit.platform, visit.actor(), *account);
  if (!done) return visit::refused(visit, done.refusals());
  return visit::see_other(visit, page_url, {ui::Tone::good, "Votre compte est enregistré."});
}

web::Response post_broker_address(visit::Visit& visit) {
  const auto done = money::change_address(visit);
  if (done) return visit::see_other(visit, page_url, {ui::Tone::good, "Votre adresse est enregistrée."});
  const auto typed = visit::form_state(visit, done.refusals());
  return draw(visit, {visit.request.form.pairs(), typed.errors(), visit.request.path},
              visit::status_of(done.refusal().code.kind));
}

web::Response post_billing(visit::Visit& visit) {
  const auto& form = visit.request.form;
  visit.platform.act(visit.author(), [&](platform::Act& act) {
    const auto broker = visit.actor().organisation;
    money::set_vat_liable(act.tx, broker, form.get("vat") == "oui");
    if (form.get("billing") == "oui") money::accept_self_billing(act.tx, broker, act.now);
    audit::record(act, {"works.bonus.billing",
                        money::file_of(broker),
                        {{"vat", std::string(form.get("vat"))}, {"billing", std::string(form.get("billing"))}}});
    catch_up(act, broker);
  });
  return visit::see_other(visit, page_url, {ui::Tone::good, "Vos choix de facturation sont enregistrés."});
}

}  // namespace works::bonus
