// GET /travaux/declarer, POST /travaux/dossiers: one form, under a minute; nothing typed is lost.
#include "base/text.hpp"
#include "desks/works/admission/application.hpp"
#include "desks/works/claim/claim_pages.hpp"
#include "desks/works/claim/declaration.hpp"
#include "desks/works/claim/form_fields.hpp"
#include "desks/works/lot/lot.hpp"
#include "floor/visit/page.hpp"
#include "web/ui/notice.hpp"
#include "web/ui/page_header.hpp"

namespace works::claim {
namespace {

using web::html::Markup;
using web::html::Url;

web::ui::FormState state_of(visit::Visit& visit, const base::Refusals& refusals) {
  std::vector<web::ui::FieldError> errors;
  for (const auto& refusal : refusals) errors.push_back({refusal.field, visit::sentence(visit, refusal)});
  return {visit.request.form.pairs(), std::move(errors)};
}

// W8.lapse_told: before he types, not after.
Markup lapse_notice(visit::Visit& visit) {
  const auto lapsed = visit.platform.database.read([&](db::Transaction& tx) {
    return admission::lapse_of(tx, visit.actor().organisation, base::paris::day_of(visit.now));
  });
  if (!lapsed) return {};
  return web::ui::notice({.tone = web::ui::Tone::bad,
                          .title = "Vous ne pouvez plus déclarer de sinistre",
                          .text = "Une attestation obligatoire a expiré : " + lapsed->details.at(0) +
                                  ". Vous pourrez déclarer dès que la nouvelle est acceptée."},
                         web::ui::actions_row({{.label = "Envoyer la nouvelle pièce", .url = Url("/partenariat")}}));
}

web::Response form_page(visit::Visit& visit, const web::ui::FormState& state, int status) {
  const auto today = base::paris::day_of(visit.now);
  // The key makes a double click declare once; it stays the same while errors are corrected.
  const std::string key = state.value("form_key", visit.platform.random.token(12));
  Markup body = web::ui::page_header({.title = "Déclarer un sinistre", .crumbs = {{"Dossiers", Url("/travaux")}}});
  body += lapse_notice(visit);
  if (!state.errors().empty() && !visit.request.files.empty())
    body += web::ui::notice({web::ui::Tone::warn, "Joignez à nouveau vos fichiers",
                             "Un navigateur ne garde pas les fichiers d’un formulaire corrigé."});
  body +=
      web::ui::form({.action = Url("/travaux/dossiers"),
                     .csrf_token = visit::csrf_token(visit),
                     .submit = "Déclarer et choisir une entreprise",
                     .other = web::ui::Action{.label = "Annuler", .url = Url("/travaux"), .look = web::ui::Look::quiet},
                     .errors = state.errors(),
                     .content = web::ui::Form::Content::files},
                    web::ui::hidden_field("form_key", key) + form_fields(state, today));
  return visit::page(visit, {.title = "Déclarer un sinistre",
                             .body = std::move(body),
                             .status = status,
                             .width = web::ui::Frame::Width::reading});
}

// Photos and PDF; every file that cannot be taken is named.
base::Outcome<std::vector<documents::Prepared>> prepare_files(visit::Visit& visit) {
  std::vector<documents::Prepared> prepared;
  base::Refusals refusals;
  for (const auto& file : visit.request.files) {
    if (file.size == 0 && file.filename.empty()) continue;
    auto ready = visit.platform.documents.prepare(visit.actor().organisation, file, documents::Accept::pdf_or_image);
    if (ready)
      prepared.push_back(std::move(ready).value());
    else
      for (auto refusal : ready.refusals()) {
        refusal.field = "attachments";
        refusals.push_back(std::move(refusal));
      }
  }
  if (!refusals.empty()) return refusals;
  return prepared;
}

}  // namespace

web::Response show_form(visit::Visit& visit) { return form_page(visit, {}, 200); }

web::Response show_communes(visit::Visit& visit) {
  const auto code = visit.request.query.get("postal_code");
  return visit::fragment(commune_field(code, {}));
}

web::Response declare(visit::Visit& visit) {
  const auto checked = check(form_of(visit.request.form), base::paris::day_of(visit.now));
  if (!checked) return form_page(visit, state_of(visit, checked.refusals()), 422);
  const auto files = prepare_files(visit);
  if (!files) return form_page(visit, state_of(visit, files.refusals()), visit::status_of(files.refusal().code.kind));
  const auto claim = declare(visit.platform, visit.actor(), *checked, *files);
  if (!claim) return visit::refused(visit, claim.refusals());
  const auto lots = visit.platform.database.read([&](db::Transaction& tx) { return lot::of_claim(tx, *claim); });
  if (lots.size() == 1) return visit::see_other(Url::path("/travaux/lots/{}/entreprises", lots.front().id));
  return visit::see_other(Url::path("/travaux/dossiers/{}", *claim));
}

}  // namespace works::claim
