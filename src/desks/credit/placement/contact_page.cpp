// GET and POST /credit/dossiers/{}/contact: what was noted at the first contact, corrected; who follows the file.
#include "desks/credit/placement/contact_fields.hpp"
#include "desks/credit/placement/correction.hpp"
#include "desks/credit/placement/placement_pages.hpp"
#include "desks/credit/placement/placement_steps.hpp"
#include "floor/identity/names.hpp"
#include "floor/identity/organisations.hpp"
#include "floor/visit/page.hpp"
#include "web/ui/card.hpp"
#include "web/ui/notice.hpp"
#include "web/ui/page_header.hpp"

namespace credit::placement {
namespace {

namespace ui = web::ui;
using ui::FormState;
using web::html::Markup;
using web::html::Url;

struct ContactView {
  Placement placement;
  std::vector<ui::Option> colleagues;  // who may follow the file, and who does
  bool fixed;
};

std::vector<ui::Option> colleagues_of(db::Transaction& tx, const Placement& placement) {
  std::vector<ui::Option> options;
  bool there = false;
  for (const auto& member : identity::members(tx, placement.broker)) {
    if (!identity::at_least(member.role, identity::Role::member)) continue;
    there = there || member.account == placement.handled_by;
    options.push_back({std::to_string(member.account.value), member.name});
  }
  if (!there)
    options.push_back({std::to_string(placement.handled_by.value),
                       identity::Names(tx, {}, {placement.handled_by}).of(placement.handled_by) + " (parti)"});
  return options;
}

std::optional<ContactView> load(visit::Visit& visit) {
  return visit.platform.database.read([&](db::Transaction& tx) -> std::optional<ContactView> {
    auto placement = find(tx, PlacementId{visit.id()}, visit.actor());
    if (!placement) return std::nullopt;
    auto colleagues = colleagues_of(tx, *placement);
    const bool fixed = company_is_fixed(placement->step, placement->waiting_for);
    return ContactView{*std::move(placement), std::move(colleagues), fixed};
  });
}

std::string phone_shown(const std::string& e164) {
  const auto phone = base::Phone::parse(e164);
  return phone ? phone->national() : e164;
}

FormState as_noted(const Placement& placement) {
  return {{{"company_name", placement.company.name},
           {"siren", placement.company.siren},
           {"size", std::string(to_text(placement.company.size))},
           {"contact_name", placement.contact.name},
           {"contact_email", placement.contact.email},
           {"contact_phone", phone_shown(placement.contact.phone)},
           {"need", std::string(to_text(placement.need))},
           {"notes", placement.notes},
           {"handled_by", std::to_string(placement.handled_by.value)}},
          {}};
}

// The offer that waits for an address, and where one goes back to.
std::optional<std::int64_t> awaiting_offer(const visit::Visit& visit) {
  const auto offer = visit::id_from_text(visit.request.query.get("offre"));
  return offer > 0 ? std::optional(offer) : std::nullopt;
}

Url page_of(const visit::Visit& visit) {
  const Url url = Url::path("/credit/dossiers/{}/contact", visit.id());
  const auto offer = awaiting_offer(visit);
  return offer ? url.query("offre", *offer) : url;
}

Url back_from(const visit::Visit& visit) {
  const auto offer = awaiting_offer(visit);
  return offer ? Url::path("/credit/offres/{}", *offer) : Url::path("/credit/dossiers/{}", visit.id());
}

Markup company_part(const ContactView& view, const FormState& state) {
  if (!view.fixed) return company_fields(state);
  const auto& company = view.placement.company;
  return ui::notice({ui::Tone::info, "La police est à la signature ou signée",
                     "Ce qu’elle dit de l’entreprise n’y change plus. Le contact et les notes, si."}) +
         ui::facts({{"Entreprise", ui::Value(company.name)},
                    {"SIREN", company.siren.empty() ? ui::Value() : ui::Value(company.siren)},
                    {"Taille", ui::Value(label(company.size))}});
}

Markup issued_notice(const ContactView& view) {
  if (view.fixed || view.placement.step != Step::signature) return {};
  return ui::notice({ui::Tone::warn, "La police est déjà établie",
                     "Elle garde l’entreprise telle qu’elle y est écrite : après une correction, établissez-la à "
                     "nouveau avant de l’envoyer en signature."});
}

web::Response form_page(visit::Visit& visit, const ContactView& view, const FormState& state, int status) {
  const Url file = Url::path("/credit/dossiers/{}", view.placement.id);
  const bool sent_before = !view.placement.contact.email.empty();
  const Markup fields =
      company_part(view, state) +
      contact_fields(state, "Le questionnaire, l’offre et la police partent à son adresse e-mail.",
                     sent_before ? "Les liens déjà envoyés restent à l’ancienne adresse." : "") +
      ui::field_group("Sa demande", "", (view.fixed ? Markup() : need_field(state)) + notes_field(state)) +
      ui::field_group("Chez vous", "",
                      ui::select_field(ui::Field{.name = "handled_by",
                                                 .label = "Suivi par",
                                                 .hint = "Un collègue à qui vous confiez le dossier en est prévenu.",
                                                 .width = ui::FieldWidth::half}
                                           .with(state),
                                       view.colleagues));
  const Markup body =
      ui::page_header({.title = "Corriger le contact",
                       .reference = view.placement.reference,
                       .crumbs = {{"Dossiers", Url("/credit")}, {view.placement.company.name, file}}}) +
      issued_notice(view) +
      ui::form({.action = page_of(visit),
                .csrf_token = visit::csrf_token(visit),
                .submit = "Enregistrer",
                .other = ui::Action{.label = "Annuler", .url = back_from(visit), .look = ui::Look::quiet},
                .errors = state.errors()},
               fields);
  return visit::page(
      visit, {.title = "Corriger le contact", .body = body, .status = status, .width = ui::Frame::Width::reading});
}

// What the page does not ask stays as it is noted.
ContactForm typed_on(const Placement& placement, const web::Fields& form) {
  ContactForm typed = form_of(form);
  typed.channel = to_text(placement.channel);
  if (!form.find("company_name")) typed.company_name = placement.company.name;
  if (!form.find("siren")) typed.siren = placement.company.siren;
  if (!form.find("size")) typed.size = to_text(placement.company.size);
  if (!form.find("need")) typed.need = to_text(placement.need);
  return typed;
}

ui::Flash said_of(const Corrected& done, const Placement& before) {
  if (done.parts.empty() && !done.handed_over) return {ui::Tone::info, "Rien n’a changé."};
  std::string said;
  if (!done.parts.empty()) said = "Corrigé : " + words_of(done.parts) + ".";
  if (done.handed_over) said += (said.empty() ? "" : " ") + std::string("Le dossier a changé de mains.");
  if (done.vigilance_again)
    said += " L’entreprise n’est plus la même : refaites la vérification d’identité et le filtrage.";
  if (done.company && before.step == Step::signature) said += " Établissez la police à nouveau.";
  return {done.vigilance_again ? ui::Tone::warn : ui::Tone::good, std::move(said)};
}

}  // namespace

web::Response show_contact(visit::Visit& visit) {
  const auto view = load(visit);
  return view ? form_page(visit, *view, as_noted(view->placement), 200) : visit::not_found(visit);
}

web::Response post_contact(visit::Visit& visit) {
  const auto view = load(visit);
  if (!view) return visit::not_found(visit);
  const auto& form = visit.request.form;
  const auto again = [&](const base::Refusals& refusals) {
    if (refusals.front().code.kind != base::RefusalKind::invalid) return visit::refused(visit, refusals);
    return form_page(visit, *view, visit::form_state(visit, refusals), 422);
  };
  const auto typed = check(typed_on(view->placement, form));
  if (!typed) return again(typed.refusals());
  const auto handler = form.find("handled_by") ? visit::typed_id<identity::AccountId>(form.get("handled_by"))
                                               : view->placement.handled_by;
  const auto done = correct(visit.platform, visit.actor(), view->placement.id, *typed, handler);
  if (!done) return again(done.refusals());
  return visit::see_other(visit, back_from(visit), said_of(*done, view->placement));
}

}  // namespace credit::placement
