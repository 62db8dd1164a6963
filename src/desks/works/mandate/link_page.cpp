// The page behind the link of an SMS or a mail (W13, P7): no session, no script. GET and HEAD change nothing and never
// show the insured; accepting is a POST, and its own answer shows the contact details, once per POST (W14).
#include <algorithm>

#include "base/french.hpp"
#include "base/identifiers.hpp"
#include "desks/works/claim/claim.hpp"
#include "desks/works/lot/lot.hpp"
#include "desks/works/mandate/mandate_actions.hpp"
#include "desks/works/mandate/mandate_pages.hpp"
#include "desks/works/mandate/mandate_rules.hpp"
#include "desks/works/works_rules.hpp"
#include "floor/documents/documents.hpp"
#include "floor/links/links.hpp"
#include "floor/visit/page.hpp"
#include "web/ui/phone_page.hpp"

namespace works::mandate {
namespace {

namespace phone = web::ui::phone;
using web::html::Markup;
using web::html::Url;
using web::ui::Tone;

// What a token opens, read in one snapshot.
struct Opened {
  links::Link link;
  Mandate mandate;
  claim::Claim claim;
  lot::Lot lot;
  std::vector<documents::DocumentId> photos;
  std::optional<base::Instant> due;  // of the answer, while it is awaited

  bool open(base::Instant now) const { return !link.revoked && mandate.state == State::asked && due && now < *due; }
};

std::optional<Opened> load(db::Transaction& tx, std::string_view token, const std::string& key) {
  const auto link = links::open(tx, token, key);
  if (!link || link->purpose != "works.answer") return std::nullopt;
  const auto mandate = find(tx, MandateId{link->subject_id});
  MANDAT_ASSERT(mandate);
  Opened opened{*link, *mandate, *claim::find(tx, mandate->claim), *lot::find(tx, mandate->lot), {}, {}};
  for (const auto& document : documents::of_file(tx, file_of(mandate->claim)))
    if (document.kind == "photo" && document.has_thumbnail) opened.photos.push_back(document.id);
  if (const auto delay = deadlines::pending(tx, mandate_subject, mandate->id.value, deadline_rule::answer))
    opened.due = delay->due;
  return opened;
}

std::optional<Opened> load(visit::Visit& visit) {
  return visit.platform.database.read(
      [&](db::Transaction& tx) { return load(tx, visit.parameter(0), visit.platform.settings.server_key); });
}

web::Response phone_response(std::string_view title, const Markup& body, int status) {
  auto response = web::html_response(status, std::string(phone::page(title, body).text()));
  response.header("Cache-Control", "no-store");
  return response;
}

Markup job_heading(const Opened& opened, std::string_view over) {
  return phone::heading(over, lot::trades_label(opened.lot) + " · " + opened.claim.place.name,
                        "à " + base::french::distance(opened.mandate.distance_m));
}

Markup photo_row(const Opened& opened, std::string_view token) {
  std::vector<phone::Photo> photos;
  for (const auto id : opened.photos)
    photos.push_back({Url::path("/m/{}/photos/{}", token, id),
                      Url::path("/m/{}/photos/{}", token, id).query("taille", "grande"),
                      "Photo " + std::to_string(photos.size() + 1) + " du sinistre"});
  return photos.empty() ? Markup() : phone::photos(photos);
}

Markup answer_form(std::string_view token, const web::ui::FormState& state) {
  return phone::form({.action = Url::path("/m/{}", token), .submit = "VALIDER MA RÉPONSE"},
                     phone::choices("reponse", "Votre réponse", {{"accepter", "ACCEPTER"}, {"refuser", "REFUSER"}},
                                    state.error("reponse")) +
                         web::ui::text_field(web::ui::Field{
                             .name = "reason", .label = "Motif d’un refus", .need = web::ui::Field::Need::optional}
                                                 .with(state)));
}

web::Response request_page(const visit::Visit& visit, const Opened& opened, const web::ui::FormState& state,
                           int status) {
  const auto token = visit.parameter(0);
  Markup body = job_heading(opened, opened.claim.emergency ? "Demande de chantier · urgent" : "Demande de chantier");
  if (!opened.claim.description.empty()) body += phone::quote(opened.claim.description);
  body += photo_row(opened, token);
  body += phone::deadline("Répondre avant", *opened.due, visit.now);
  body += answer_form(token, state);
  body +=
      phone::note("Les coordonnées du client s’affichent après acceptation. Vous êtes la seule entreprise sollicitée.");
  return phone_response("Demande de chantier", body, status);
}

// What there is to say once no answer is awaited any more (W16): never an error, never the insured.
struct Said {
  Tone tone;
  std::string_view title, text;
};
Said said_of(State state) {
  switch (state) {
    case State::accepted:
    case State::quoted:
      return {Tone::good, "Vous avez accepté ce chantier",
              "Les coordonnées du client sont dans le SMS et l’e-mail reçus, et dans votre espace."};
    case State::closed:
      return {Tone::good, "Ce chantier est clos", "Merci. Il reste consultable dans votre espace."};
    case State::refused:
      return {Tone::mute, "Vous avez refusé ce chantier",
              "Votre réponse est enregistrée. Vous n’avez rien d’autre à faire."};
    case State::cancelled:
      return {Tone::mute, "Vous avez annulé ce chantier", "Votre annulation est enregistrée."};
    case State::asked:
    case State::expired:
      return {Tone::warn, "Le délai de réponse est passé",
              "La demande vous a été retirée après 48 h. Une prochaine fois, un refus suffit si vous n’êtes pas "
              "disponible."};
    case State::withdrawn:
      break;
  }
  return {Tone::mute, "Cette demande n’est plus d’actualité", "Le courtier l’a retirée. Vous n’avez rien à faire."};
}

web::Response closed_page(const Opened& opened, int status) {
  const Said said = said_of(opened.mandate.state);
  return phone_response(
      said.title, job_heading(opened, "Demande de chantier") + phone::notice(said.tone, said.title, said.text), status);
}

web::Response accepted_page(const Opened& opened) {
  const auto& claim = opened.claim;
  const auto number = base::Phone::parse(claim.insured.phone);
  std::vector<web::ui::Fact> facts{
      {"Client", claim.insured.name},
      {"Téléphone", web::ui::Value::phone(claim.insured.phone, number ? number->national() : claim.insured.phone)},
      {"Adresse",
       web::ui::Value::lines(claim.place.address + "\n" + claim.place.postal_code + " " + claim.place.name)}};
  if (claim.insured.email) facts.push_back({"E-mail", web::ui::Value::mail(*claim.insured.email)});
  const auto due = quote_due(opened.mandate.emission());
  return phone_response("Chantier accepté",
                        job_heading(opened, "Chantier accepté · " + claim.reference) +
                            phone::notice(Tone::good, "C’est noté : ce chantier est à vous",
                                          "Ces coordonnées vous sont aussi envoyées par SMS et par e-mail.") +
                            phone::facts(facts) +
                            phone::note("Déposez votre devis dans votre espace avant " +
                                        base::french::instant_weekday(deadlines::shown(due)) + "."),
                        200);
}

web::Response unknown_page() {
  return phone_response("Lien inconnu",
                        phone::notice(Tone::warn, "Ce lien n’est pas valable",
                                      "Ouvrez-le tel qu’il figure dans votre SMS ou votre e-mail, sans le recopier."),
                        404);
}

std::optional<Choice> choice_of(std::string_view typed) {
  if (typed == "accepter") return Choice::accept;
  if (typed == "refuser") return Choice::refuse;
  return std::nullopt;
}

web::Response again(visit::Visit& visit, const Opened& opened, const base::Refusals& refusals) {
  std::vector<web::ui::FieldError> errors;
  for (const auto& refusal : refusals) errors.push_back({refusal.field, visit::sentence(visit, refusal)});
  return request_page(visit, opened, {visit.request.form.pairs(), std::move(errors)}, 422);
}

}  // namespace

web::Response show_link(visit::Visit& visit) {
  const auto opened = load(visit);
  if (!opened) return unknown_page();
  if (!opened->open(visit.now)) return closed_page(*opened, 200);
  return request_page(visit, *opened, {}, 200);
}

web::Response post_link(visit::Visit& visit) {
  const auto opened = load(visit);
  if (!opened) return unknown_page();
  const auto choice = choice_of(visit.request.form.get("reponse"));
  if (!choice) {
    if (!opened->open(visit.now)) return closed_page(*opened, 409);
    return again(visit, *opened, {{choice_required, "reponse"}});
  }
  const std::string over(links::to_text(opened->link.channel));
  const platform::Author author{platform::Cause::link, {}, opened->link.recipient, over};
  const Answer given{*choice, std::string(visit.request.form.get("reason")), over};
  const auto answered = visit.platform.act(
      author, [&](platform::Act& act) { return answer(act, opened->mandate.id, opened->link.recipient, given); });
  if (!answered && answered.refusal().code.kind == base::RefusalKind::invalid)
    return again(visit, *opened, answered.refusals());
  const auto after = load(visit);
  if (!answered) return closed_page(*after, 409);
  return *choice == Choice::accept ? accepted_page(*after) : closed_page(*after, 200);
}

web::Response show_link_photo(visit::Visit& visit) {
  const auto opened = load(visit);
  const documents::DocumentId id{visit.id(1)};
  const bool shown = opened && opened->open(visit.now) &&
                     std::find(opened->photos.begin(), opened->photos.end(), id) != opened->photos.end();
  if (!shown) return unknown_page();
  const auto photo = visit.platform.database.read([&](db::Transaction& tx) { return documents::find(tx, id); });
  return visit.request.query.get("taille") == "grande" ? documents::serve(visit.platform.documents, *photo)
                                                       : documents::serve_thumbnail(visit.platform.documents, *photo);
}

}  // namespace works::mandate
