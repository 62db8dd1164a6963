// The form of M2 and what becomes of it.
#include <algorithm>

#include "base/text.hpp"
#include "desks/motor/account/account.hpp"
#include "desks/motor/account/account_rules.hpp"
#include "desks/motor/cabinet/cabinet.hpp"
#include "floor/identity/held_accounts.hpp"
#include "floor/identity/names.hpp"
#include "floor/joining/usual_form.hpp"
#include "floor/messages/messages.hpp"

namespace motor::account {
namespace {

namespace ui = web::ui;
using web::html::Markup;

Markup draw(db::Transaction& tx, const ui::FormState& state) {
  const auto field = [&](ui::Field wanted) { return std::move(wanted).with(state); };
  return web::html::fragment(
      ui::text_field(
          field({.name = "company", .label = "Nom de l’entreprise ou du garage", .autocomplete = "organization"})),
      ui::email_field(field({.name = "email",
                             .label = "Adresse e-mail",
                             .hint = "Elle sera votre identifiant.",
                             .autocomplete = "username"})),
      ui::phone_field(field({.name = "mobile", .label = "Téléphone mobile", .autocomplete = "tel"})),
      ui::text_field(field({.name = "siret", .label = "SIRET", .hint = "14 chiffres, espaces acceptés."})),
      ui::text_field(field({.name = "postal_code",
                            .label = "Code postal",
                            .width = ui::FieldWidth::half,
                            .autocomplete = "postal-code"})),
      ui::select_field(
          field({.name = "cabinet",
                 .label = "Cabinet d’expertise",
                 .hint = "Un seul, même si vous travaillez avec plusieurs : vous ajouterez les autres ensuite."}),
          firms_to_choose(tx)));
}

base::Refusals check(db::Transaction& tx, const web::Fields& form) {
  base::Refusals refusals;
  joining::check_name(form, "company", refusals);
  joining::check_mobile(form, "mobile", "postal_code", refusals);
  joining::check_siret(form, "siret", refusals);
  joining::check_postal_code(form, "postal_code", refusals);
  if (!chosen_firm(tx, form.get("cabinet"))) refusals.push_back({joining::choice_missing, "cabinet"});
  return refusals;
}

void tell_firm(platform::Act& act, identity::OrganisationId firm, const std::string& company) {
  messages::enqueue(act,
                    {.channel = messages::Channel::notice,
                     .to = {.organisation = firm},
                     .subject = "Un réparateur demande son rattachement",
                     .body = company + " demande à être rattaché à votre cabinet. Validez ou refusez sa demande dans "
                                       "« Réparateurs »."});
}

// Another establishment of a firm that has an account: its managers let the person in, the cabinet confirms the place
// (M5, P1.asked).
void tell_managers(platform::Act& act, identity::OrganisationId repairer, const joining::Applicant& applicant) {
  const std::string text =
      applicant.email.text() + " demande à rejoindre votre compte, pour l’établissement " +
      base::Siret::parse(applicant.form.get("siret")).value().text() +
      ". Le cabinet vérifie l’établissement ; acceptez ou refusez la personne dans « Paramètres », « Membres ».";
  messages::enqueue(act, {.channel = messages::Channel::notice,
                          .to = {.organisation = repairer},
                          .subject = "Une personne demande à rejoindre votre compte",
                          .body = text});
  for (const auto& member : identity::members(act.tx, repairer)) {
    if (member.role != identity::Role::manager || identity::hold_of(act.tx, member.account)) continue;
    messages::enqueue(act, {.channel = messages::Channel::mail,
                            .to = {.organisation = repairer, .account = member.account, .address = member.email.text()},
                            .subject = "Une personne demande à rejoindre votre compte",
                            .body = "Bonjour,\n\n" + text});
  }
}

void complete(platform::Act& act, const joining::Applicant& applicant) {
  const web::Fields& form = applicant.form;
  const auto cabinet = chosen_firm(act.tx, form.get("cabinet"));
  MANDAT_ASSERT(cabinet);  // a firm stays one once enrolled
  const auto firm =
      joining::enrol(act, joining::usual_firm(applicant, identity::OrganisationKind::repairer), applicant.account);
  attachment::request(act, *cabinet, firm.establishment);
  tell_firm(act, *cabinet, base::squeeze(form.get("company")));
  if (firm.state == identity::MembershipState::asked) tell_managers(act, firm.organisation, applicant);
}

}  // namespace

std::vector<ui::Option> firms_to_choose(db::Transaction& tx) {
  const auto all = cabinet::all(tx);
  std::vector<identity::OrganisationId> ids;
  for (const auto& one : all) ids.push_back(one.organisation);
  const identity::Names names(tx, ids);
  std::vector<ui::Option> options;
  for (const auto& one : all)
    options.push_back({std::to_string(one.organisation.value), names.of(one.organisation) + " (" + one.code + ")"});
  std::sort(options.begin(), options.end(),
            [](const ui::Option& a, const ui::Option& b) { return base::fold(a.label) < base::fold(b.label); });
  return options;
}

std::optional<identity::OrganisationId> chosen_firm(db::Transaction& tx, std::string_view typed) {
  const auto id = visit::typed_id<identity::OrganisationId>(typed);
  return cabinet::find(tx, id) ? std::optional(id) : std::nullopt;
}

joining::Kind sign_up() {
  return {.slug = "reparateur",
          .label = "Réparateur automobile",
          .detail = "Garage ou carrosserie qui travaille avec un cabinet d’expertise",
          .icon = ui::Icon::car,
          .title = "Créer un compte réparateur",
          .lead = "Votre demande sera vérifiée par le cabinet que vous choisissez.",
          .submit = "VALIDER",
          .next =
              "Votre demande est transmise au cabinet, qui la vérifie et la valide. Un e-mail vous confirmera "
              "l’activation de votre compte ; vous pourrez alors vous connecter.",
          .person = "company",
          .phone = "mobile",
          .postal_code = "postal_code",
          .draw = draw,
          .check = check,
          .holder = [](db::Transaction& tx,
                       const web::Fields& form) { return joining::holder_of_site(tx, form.get("siret")); },
          .complete = complete};
}

}  // namespace motor::account
