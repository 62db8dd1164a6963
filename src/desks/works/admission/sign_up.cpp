// The public forms of tradesmen and brokers (W1, W6, W8, W28).
#include <algorithm>

#include "base/text.hpp"
#include "desks/works/admission/application.hpp"
#include "desks/works/admission/letters.hpp"
#include "desks/works/money/broker_store.hpp"
#include "desks/works/trade/trade.hpp"
#include "floor/audit/audit.hpp"
#include "floor/identity/address_form.hpp"
#include "floor/joining/usual_form.hpp"

namespace works::admission {
namespace {

namespace ui = web::ui;
namespace floor_joining = ::joining;
using web::html::Markup;

inline constexpr base::RefusalCode bad_orias{base::RefusalKind::invalid, "works.admission.bad_orias"};
inline constexpr base::RefusalCode trades_missing{base::RefusalKind::invalid, "works.admission.trades_missing"};
inline constexpr base::RefusalCode billing_not_accepted{base::RefusalKind::invalid,
                                                        "works.admission.billing_not_accepted"};

constexpr int usual_radius_m = 30'000;

std::vector<std::string> known_trades(const web::Fields& form) {
  std::vector<std::string> found;
  for (const auto typed : form.all("trades"))
    if (trade::find(typed) != nullptr) found.emplace_back(typed);
  return found;
}

Markup draw_tradesman(db::Transaction&, const ui::FormState& state) {
  std::vector<ui::Option> options;
  for (const auto& one : trade::trades()) options.push_back({std::string(one.slug), std::string(one.label)});
  const ui::Field field = ui::Field{.name = "trades",
                                    .label = "Vos métiers",
                                    .hint = "Seuls ceux que couvre votre attestation décennale seront proposés."}
                              .with(state);
  return web::html::fragment(floor_joining::usual_fields(state),
                             ui::checkbox_group(field, options, state.values("trades")));
}

base::Refusals check_tradesman(db::Transaction&, const web::Fields& form) {
  base::Refusals refusals;
  floor_joining::check_usual(form, refusals);
  if (known_trades(form).empty()) refusals.push_back({trades_missing, "trades"});
  return refusals;
}

Markup draw_broker(db::Transaction&, const ui::FormState& state) {
  const auto field = [&](ui::Field wanted) { return std::move(wanted).with(state); };
  return web::html::fragment(
      floor_joining::usual_fields(state),
      ui::text_field(field(
          {.name = "orias", .label = "Numéro ORIAS", .hint = "Huit chiffres.", .width = ui::FieldWidth::short_text})),
      ui::checkbox(field({.name = "vat",
                          .label = "Mon cabinet facture la TVA sur ses apports d’affaires",
                          .need = ui::Field::Need::optional})),
      ui::checkbox(field(
          {.name = "billing",
           .label = "J’accepte que mes primes soient facturées en mon nom et pour mon compte (autofacturation)"})));
}

base::Refusals check_broker(db::Transaction&, const web::Fields& form) {
  base::Refusals refusals;
  floor_joining::check_usual(form, refusals);
  if (!base::Orias::parse(form.get("orias"))) refusals.push_back({bad_orias, "orias"});
  if (form.get("billing") != "oui") refusals.push_back({billing_not_accepted, "billing"});
  return refusals;
}

identity::OrganisationId enrol(platform::Act& act, const floor_joining::Applicant& applicant,
                               identity::OrganisationKind kind) {
  return floor_joining::enrol(act, floor_joining::usual_firm(applicant, kind), applicant.account).organisation;
}

void submit(platform::Act& act, identity::OrganisationId organisation, Role role, std::string orias,
            const std::vector<std::string>& trades) {
  const Application application{.organisation = organisation,
                                .role = role,
                                .state = State::submitted,
                                .orias = std::move(orias),
                                .submitted = act.now,
                                .waiting_since = {},
                                .decided = {}};
  insert(act.tx, application, trades);
  follow_missing(act, application);
  letters::send_your_papers(act, organisation);
  audit::record(act, {"works.application.submitted",
                      file_of_application(organisation),
                      {{"firm", std::to_string(organisation.value)}, {"role", std::string(to_text(role))}}});
}

// W3: the profile is there at once; suspended, it receives nothing (W4).
void complete_tradesman(platform::Act& act, const floor_joining::Applicant& applicant) {
  const auto organisation = enrol(act, applicant, identity::OrganisationKind::tradesman);
  const auto postal_code = base::trim(applicant.form.get("postal_code"));
  const auto* named = identity::commune_named(postal_code, applicant.form.get("city"));
  const auto& commune = named != nullptr ? *named : places::communes_of(postal_code).front();
  tradesman::insert(act.tx,
                    {.organisation = organisation,
                     .state = tradesman::State::suspended,
                     .base_postal_code = std::string(commune.postal_code),
                     .base_name = std::string(places::short_name(commune)),
                     .lat_e6 = commune.point.lat_e6,
                     .lon_e6 = commune.point.lon_e6,
                     .radius_m = usual_radius_m},
                    {});
  submit(act, organisation, Role::tradesman, {}, known_trades(applicant.form));
}

void complete_broker(platform::Act& act, const floor_joining::Applicant& applicant) {
  const auto organisation = enrol(act, applicant, identity::OrganisationKind::broker);
  money::set_vat_liable(act.tx, organisation, applicant.form.get("vat") == "oui");
  money::accept_self_billing(act.tx, organisation, act.now);  // W28: the form is refused without it
  submit(act, organisation, Role::broker, base::Orias::parse(applicant.form.get("orias")).value().text(), {});
}

constexpr std::string_view next =
    "Un e-mail vous dit où déposer vos pièces justificatives. Dès qu’elles sont vérifiées, sous 24 à 48 h, un autre "
    "vous ouvre votre espace.";

}  // namespace

::joining::Kind tradesman_sign_up() {
  return {.slug = "artisan",
          .label = "Artisan du bâtiment",
          .detail = "Recevoir des chantiers de sinistres près de chez vous",
          .icon = ui::Icon::hammer,
          .title = "Devenir artisan partenaire",
          .lead = "Sans frais, sans abonnement, sans engagement : vous pouvez partir à tout moment.",
          .next = next,
          .person = "person",
          .phone = "mobile",
          .postal_code = "postal_code",
          .draw = draw_tradesman,
          .check = check_tradesman,
          .holder = floor_joining::usual_holder,
          .complete = complete_tradesman};
}

::joining::Kind broker_sign_up() {
  return {.slug = "courtier",
          .label = "Courtier en assurances",
          .detail = "Confier les sinistres de vos assurés à des artisans vérifiés",
          .icon = ui::Icon::shield,
          .title = "Devenir courtier partenaire",
          .lead = "Sans frais, sans abonnement, sans engagement : vous pouvez partir à tout moment.",
          .next = next,
          .person = "person",
          .phone = "mobile",
          .postal_code = "postal_code",
          .draw = draw_broker,
          .check = check_broker,
          .holder = floor_joining::usual_holder,
          .complete = complete_broker};
}

}  // namespace works::admission
