// GET and POST /signature/{}: who holds the link sees what is asked of whom, nothing more; who holds the code reads and
// signs (C11, P7).
#include "base/french.hpp"
#include "base/identifiers.hpp"
#include "base/text.hpp"
#include "desks/credit/engine/effect.hpp"
#include "desks/credit/explanation_view.hpp"
#include "desks/credit/papers.hpp"
#include "desks/credit/policy/policy_pages.hpp"
#include "desks/credit/policy/signing.hpp"
#include "floor/documents/own_file.hpp"
#include "floor/visit/page.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"
#include "web/ui/notice.hpp"
#include "web/ui/page_header.hpp"

namespace credit::policy {
namespace {

namespace html = web::html;
namespace ui = web::ui;
namespace french = base::french;
using base::Outcome;
using html::Markup;
using html::Url;
using ui::Field;
using ui::Tone;

std::optional<Opened> load(const visit::Visit& visit) {
  return visit.platform.database.read(
      [&](db::Transaction& tx) { return open_signing(tx, visit.parameter(0), visit.platform.settings, visit.now); });
}

web::Response signing_page(visit::Visit& visit, Markup body, int status) {
  auto response = visit::plain_page(visit, {.title = "Signature d’une police",
                                            .body = std::move(body),
                                            .status = status,
                                            .width = ui::Frame::Width::reading});
  response.header("Cache-Control", "no-store");
  return response;
}

web::Response unknown_page(visit::Visit& visit) {
  return signing_page(visit,
                      ui::notice({Tone::warn, "Ce lien n’est pas valable",
                                  "Ouvrez-le tel qu’il figure dans votre e-mail, sans le recopier."}),
                      404);
}

ui::Notice said_of(const Opened& opened) {
  if (opened.policy.state == State::signed_)
    return {Tone::good, "La police est signée",
            "Elle prend effet le " + french::day_long(*opened.policy.effect_on) +
                ". La police signée et son dossier de preuve vous sont envoyés par e-mail."};
  if (opened.policy.state == State::refused)
    return {Tone::mute, "Vous avez refusé de signer", "Votre courtier en est informé : il revient vers vous."};
  if (opened.standing == links::Standing::expired)
    return {Tone::warn, "Le délai de signature est passé",
            "Demandez un nouveau lien à votre courtier, " + opened.broker + "."};
  return {Tone::mute, "Ce lien ne vaut plus", "Un lien plus récent vous a été envoyé : ouvrez celui-là."};
}

web::Response closed_page(visit::Visit& visit, const Opened& opened, int status) {
  return signing_page(
      visit, ui::page_header({.title = "Signature d’une police", .lead = opened.broker}) + ui::notice(said_of(opened)),
      status);
}

Markup act_form(std::string_view token, std::string_view act, std::string submit, const Markup& fields,
                ui::Look look = ui::Look::primary) {
  return ui::form({.action = Url::path("/signature/{}", token), .submit = std::move(submit), .look = look},
                  ui::hidden_field("acte", act) + fields);
}

std::string masked(const Signature& signature) {
  if (signature.phone.empty()) return masked_email(signature.email);
  const auto phone = base::Phone::parse(signature.phone);
  return masked_phone(phone ? phone->national() : signature.phone);
}

// No name, no policy: the link may have been forwarded.
web::Response code_page(visit::Visit& visit, const Opened& opened, const ui::FormState& state, int status) {
  const auto token = visit.parameter(0);
  const auto& signature = opened.signature;
  const bool sent = standing_of({signature.code_sent_at, signature.code_tries}, visit.now) == CodeStanding::usable;
  const std::string where = signature.phone.empty() ? "par e-mail à " : "par SMS au ";
  Markup body =
      ui::page_header({.title = "Signature d’une police",
                       .lead = opened.broker + " vous envoie une police d’assurance-crédit à signer avant le " +
                               french::day_long(base::paris::day_of(opened.due) - 1) + " inclus."});
  Markup steps = html::p("Un code à usage unique vous est envoyé ", where, html::b(masked(signature)),
                         ". Il ouvre la police et vaut votre signature : ne le donnez à personne.");
  if (!state.errors().empty()) steps += ui::error_summary(state.errors());
  if (sent)
    steps += act_form(token, "verifier", "Valider le code",
                      ui::code_field(Field{.name = "code",
                                           .label = "Code reçu",
                                           .hint = "Huit chiffres.",
                                           .width = ui::FieldWidth::short_text,
                                           .autocomplete = "one-time-code"}
                                         .with(state))) +
             act_form(token, "code", "Renvoyer un code", {}, ui::Look::quiet);
  else
    steps += act_form(token, "code", "Recevoir mon code", {});
  body += ui::card({.title = "Votre code", .icon = ui::Icon::key}, steps);
  return signing_page(visit, std::move(body), status);
}

web::Response reading_page(visit::Visit& visit, const Opened& opened, const std::string& proof,
                           const ui::FormState& state, int status) {
  const auto token = visit.parameter(0);
  const auto& policy = opened.policy;
  const auto effect = engine::effect_date(base::paris::day_of(visit.now), opened.effect);
  const Markup facts = ui::facts(
      {{"Police", ui::Value("n° " + policy.number)},
       {"Assureur", ui::Value(policy.insurer_name)},
       {"Assuré", ui::Value(opened.placement.company.name)},
       {"Signataire", ui::Value(opened.signature.name)},
       {"Prise d’effet",
        ui::Value(html::div(html::cls("figure"), french::day_long(effect.day.value) + ", si vous signez aujourd’hui",
                            explained(effect.explanation, *effect.day.step, "prise d’effet")))}});
  const Markup reading = ui::card(
      {.title = "La police", .icon = ui::Icon::file},
      facts + html::p(html::cls("quiet"), "Ouvrez-la avant de signer : c’est demandé.") +
          act_form(token, "lire", "Lire la police (PDF)", ui::hidden_field("preuve", proof), ui::Look::secondary));
  const Markup signing = ui::card(
      {.title = "Votre signature", .icon = ui::Icon::edit},
      ui::error_summary(state.errors()) +
          act_form(
              token, "signer", "Valider",
              ui::hidden_field("preuve", proof) +
                  ui::checkbox(Field{.name = "consentement",
                                     .label = consent_text(policy.number, policy.insurer_name),
                                     .need = Field::Need::optional}
                                   .with(state)) +
                  ui::radio_cards(Field{.name = "reponse", .label = "Votre décision"}.with(state),
                                  {{"signer", "SIGNER"}, {"refuser", "REFUSER"}}) +
                  ui::text_field(
                      Field{.name = "motif", .label = "Motif d’un refus", .need = Field::Need::optional}.with(state))));
  return signing_page(
      visit,
      ui::page_header({.title = "Signature de la police", .lead = opened.broker}) + ui::stack({reading, signing}),
      status);
}

web::Response conclude(visit::Visit& visit, const Outcome<base::Done>& done) {
  if (!done && done.refusal().code != signature_over) return visit::refused(visit, done.refusals());
  const auto after = load(visit);
  return closed_page(visit, *after, done ? 200 : 409);
}

web::Response post_decision(visit::Visit& visit, const Opened& opened, const std::string& proof) {
  const auto& form = visit.request.form;
  const auto choice = form.get("reponse");
  base::Refusals refusals;
  if (choice != "signer" && choice != "refuser") refusals.push_back({answer_missing, "reponse"});
  if (choice == "signer" && !opened.signature.read_at) refusals.push_back({unread, ""});
  if (choice == "signer" && form.get("consentement") != "oui") refusals.push_back({consent_missing, "consentement"});
  const auto reason = base::squeeze(form.get("motif"));
  if (base::count_code_points(reason) > longest_text)
    refusals.push_back({text_too_long, "motif", {french::integer(static_cast<std::int64_t>(longest_text))}});
  if (!refusals.empty()) return reading_page(visit, opened, proof, visit::form_state(visit, refusals), 422);
  if (choice == "refuser") return conclude(visit, refuse(visit.platform, opened, reason));
  const auto papers = signing_papers(visit.platform, opened, {visit.now, visit.request.remote_address});
  if (!papers) return visit::refused(visit, papers.refusals());
  return conclude(visit, sign(visit.platform, opened, *papers));
}

web::Response post_code(visit::Visit& visit, const Opened& opened) {
  const auto asked = ask_code(visit.platform, opened);
  const auto after = load(visit);
  if (asked) return code_page(visit, *after, {}, 200);
  return code_page(visit, *after, visit::form_state(visit, asked.refusals()),
                   visit::status_of(asked.refusal().code.kind));
}

}  // namespace

web::Response show_signing(visit::Visit& visit) {
  const auto opened = load(visit);
  if (!opened) return unknown_page(visit);
  return opened->awaits() ? code_page(visit, *opened, {}, 200) : closed_page(visit, *opened, 200);
}

web::Response post_signing(visit::Visit& visit) {
  const auto opened = load(visit);
  if (!opened) return unknown_page(visit);
  if (!opened->awaits()) return closed_page(visit, *opened, 409);
  const auto& form = visit.request.form;
  const auto act = form.get("acte");
  if (act == "code") return post_code(visit, *opened);
  if (act == "verifier") {
    const auto proof = type_code(visit.platform, *opened, form.get("code"));
    const auto after = load(visit);
    if (proof) return reading_page(visit, *after, *proof, {}, 200);
    return code_page(visit, *after, visit::form_state(visit, proof.refusals()), 422);
  }
  const std::string proof(form.get("preuve"));
  if (!proves(visit.platform.settings, opened->signature, proof, visit.now))
    return code_page(visit, *opened, visit::form_state(visit, {{stale_code, ""}}), 422);
  if (act != "lire") return post_decision(visit, *opened, proof);
  note_read(visit.platform, *opened);
  return pdf_download("police-" + opened->placement.reference,
                      documents::bytes_of(visit.platform.documents, opened->document));
}

}  // namespace credit::policy
