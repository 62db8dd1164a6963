#include "desks/works/file/completing.hpp"

#include "base/french.hpp"
#include "base/identifiers.hpp"
#include "desks/works/claim/completion.hpp"
#include "desks/works/claim/form_fields.hpp"
#include "desks/works/claim/insurer.hpp"
#include "desks/works/file/document_words.hpp"
#include "desks/works/file/file_again.hpp"
#include "floor/visit/page.hpp"
#include "web/ui/card.hpp"

namespace works::file {
namespace {

namespace ui = web::ui;
using ui::Field;
using web::html::Markup;
using web::html::Url;

ui::Fold fold_of(const FileView& view, const Url& form) {
  return view.typed.form() == form.text() ? ui::Fold::open : ui::Fold::closed;
}

web::Response back(visit::Visit& visit, ClaimId claim, std::string sentence) {
  return visit::see_other(visit, Url::path("/travaux/dossiers/{}", claim), {ui::Tone::good, std::move(sentence)});
}

// What a document may be: its kind, and for a job's paper the job, « signed_quote-42 ».
std::vector<ui::Option> document_kinds(const FileView& view) {
  using namespace claim::document_kind;
  const auto option = [](std::string_view kind, const std::string& value, const std::string& label) {
    return ui::Option{value.empty() ? std::string(kind) : value,
                      label.empty() ? std::string(document_label(kind)) : label};
  };
  std::vector<ui::Option> kinds{option(photo, "", "Photo du sinistre, visible de l’entreprise"),
                                option(claim_document, "", "Pièce du sinistre, visible après acceptation"),
                                option(insurer_paper, "", "Courrier ou rapport de l’assureur, pour vous seul")};
  for (const auto& lot : view.lots) {
    const auto* mandate = view.live_mandate(lot.id);
    if (mandate == nullptr || (mandate->state != mandate::State::quoted && mandate->state != mandate::State::closed))
      continue;
    const std::string of_lot = view.lots.size() > 1 ? " · " + lot::trades_label(lot) : "";
    for (const auto kind : {signed_quote, payment_delegation})
      kinds.push_back(option(kind, std::string(kind) + "-" + std::to_string(mandate->id.value),
                             std::string(document_label(kind)) + of_lot));
  }
  return kinds;
}

claim::Addition addition_of(std::string_view chosen) {
  const auto dash = chosen.find('-');
  if (dash == std::string_view::npos) return {.kind = std::string(chosen), .mandate = {}, .files = {}};
  return {.kind = std::string(chosen.substr(0, dash)),
          .mandate = visit::typed_id<MandateId>(chosen.substr(dash + 1)),
          .files = {}};
}

// Every file that cannot be taken is named; none is taken then.
base::Outcome<std::vector<documents::Prepared>> prepared(visit::Visit& visit, documents::Accept accept) {
  std::vector<documents::Prepared> ready;
  base::Refusals refusals;
  for (const auto& file : visit.request.files) {
    if (file.field != "documents" || (file.size == 0 && file.filename.empty())) continue;
    auto one = visit.platform.documents.prepare(visit.actor().organisation, file, accept);
    if (one)
      ready.push_back(std::move(one).value());
    else
      for (const auto& refusal : one.refusals()) refusals.push_back(refusal);
  }
  if (!refusals.empty()) return refusals;
  if (ready.empty()) return base::Refusal{claim::documents_missing, "documents"};
  return ready;
}

}  // namespace

Markup insured_form(const FileView& view) {
  if (!view.may_act) return {};
  const auto& insured = view.claim.insured;
  const auto to = Url::path("/travaux/dossiers/{}/assure", view.claim.id);
  const std::string form(to.text());
  const auto phone = base::Phone::parse(insured.phone);
  return ui::disclosure(
      "Corriger ses coordonnées", fold_of(view, to),
      ui::form({.action = to, .csrf_token = view.csrf_token, .submit = "Enregistrer", .look = ui::Look::secondary},
               ui::text_field(Field{
                   .name = "insured_name", .label = "Nom", .value = insured.name, .form = form, .autocomplete = "off"}
                                  .with(view.typed)) +
                   ui::phone_field(Field{.name = "insured_phone",
                                         .label = "Téléphone",
                                         .value = phone ? phone->national() : insured.phone,
                                         .form = form,
                                         .autocomplete = "off"}
                                       .with(view.typed)) +
                   ui::email_field(Field{.name = "insured_email",
                                         .label = "E-mail",
                                         .value = insured.email.value_or(""),
                                         .hint = "S’il change, un nouveau lien de suivi part à cette adresse.",
                                         .need = Field::Need::optional,
                                         .form = form,
                                         .autocomplete = "off"}
                                       .with(view.typed))));
}

Markup insurer_form(const FileView& view) {
  if (!view.may_act) return {};
  const auto& claim = view.claim;
  const auto to = Url::path("/travaux/dossiers/{}/assureur", claim.id);
  const std::string form(to.text());
  const bool whole = !claim.insurer.empty() && !claim.insurer_claim_number.empty() && claim.insurer_email;
  std::vector<ui::Option> names;
  for (const auto& insurer : claim::insurers()) names.push_back({std::string(insurer.slug), std::string(insurer.name)});
  return ui::disclosure(
      whole ? "Modifier l’assureur" : "Compléter l’assureur", fold_of(view, to),
      ui::form({.action = to, .csrf_token = view.csrf_token, .submit = "Enregistrer", .look = ui::Look::secondary},
               ui::select_field(Field{.name = "insurer",
                                      .label = "Compagnie",
                                      .value = claim.insurer,
                                      .need = Field::Need::optional,
                                      .form = form}
                                    .with(view.typed),
                                names) +
                   ui::text_field(Field{.name = "insurer_claim_number",
                                        .label = "N° de sinistre",
                                        .value = claim.insurer_claim_number,
                                        .need = Field::Need::optional,
                                        .form = form,
                                        .autocomplete = "off"}
                                      .with(view.typed)) +
                   ui::email_field(Field{.name = "insurer_email",
                                         .label = "E-mail du gestionnaire",
                                         .value = claim.insurer_email.value_or(""),
                                         .need = Field::Need::optional,
                                         .form = form,
                                         .autocomplete = "off"}
                                       .with(view.typed))));
}

Markup documents_form(const FileView& view) {
  if (!view.may_act) return {};
  const auto to = Url::path("/travaux/dossiers/{}/documents", view.claim.id);
  const std::string form(to.text());
  return ui::disclosure(
      "Ajouter des documents", fold_of(view, to),
      ui::form({.action = to,
                .csrf_token = view.csrf_token,
                .submit = "Ajouter au dossier",
                .icon = ui::Icon::upload,
                .look = ui::Look::secondary,
                .content = ui::Form::Content::files},
               ui::select_field(Field{.name = "document_kind", .label = "Nature", .form = form}.with(view.typed),
                                document_kinds(view)) +
                   ui::file_field(Field{.name = "documents",
                                        .label = "Fichiers",
                                        .hint = "PDF, JPEG ou PNG, plusieurs à la fois ; 25 Mo au plus chacun.",
                                        .form = form}
                                      .with(view.typed),
                                  {.accept = ".jpg,.jpeg,.png,.webp,.pdf", .count = ui::FileChoice::Count::several})));
}

web::Response post_insured(visit::Visit& visit) {
  const ClaimId id{visit.id()};
  const auto claim =
      visit.platform.database.read([&](db::Transaction& tx) { return claim::find(tx, id, visit.actor()); });
  if (!claim) return visit::not_found(visit);
  auto form = claim::form_of(visit.request.form);
  form.postal_code = claim->place.postal_code;
  const auto insured = claim::check_insured(form);
  if (!insured) return show_again(visit, id, insured.refusals());
  const auto done = claim::correct_insured(visit.platform, visit.actor(), id, *insured);
  if (!done) return show_again(visit, id, done.refusals());
  return back(visit, id, "Les coordonnées de l’assuré sont à jour.");
}

web::Response post_insurer(visit::Visit& visit) {
  const ClaimId id{visit.id()};
  const auto insurer = claim::check_insurer(claim::form_of(visit.request.form));
  if (!insurer) return show_again(visit, id, insurer.refusals());
  const auto done = claim::complete_insurer(visit.platform, visit.actor(), id, *insurer);
  if (!done) return show_again(visit, id, done.refusals());
  return back(visit, id, "L’assureur est enregistré.");
}

web::Response post_documents(visit::Visit& visit) {
  const ClaimId id{visit.id()};
  auto addition = addition_of(visit.request.form.get("document_kind"));
  if (addition.kind.empty()) return show_again(visit, id, {{claim::kind_of_document_missing, "document_kind"}});
  const bool pictures = addition.kind == claim::document_kind::photo;
  auto files = prepared(visit, pictures ? documents::Accept::image : documents::Accept::pdf_or_image);
  if (!files) return show_again(visit, id, files.refusals());
  addition.files = std::move(files).value();
  const auto added = claim::add_documents(visit.platform, visit.actor(), id, addition);
  if (!added) return show_again(visit, id, added.refusals());
  return back(visit, id,
              *added == 0 ? std::string("Ces documents étaient déjà au dossier.")
                          : base::french::plural(*added, "document ajouté", "documents ajoutés") + ".");
}

}  // namespace works::file
