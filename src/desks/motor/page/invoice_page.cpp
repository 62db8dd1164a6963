// GET, POST /reparateurs/factures/{}: the total of an invoice, beside the latest report's, before it is sent (M19).
#include "base/french.hpp"
#include "desks/motor/document/paper_actions.hpp"
#include "desks/motor/page/file_pages.hpp"
#include "desks/motor/page/file_view.hpp"
#include "desks/motor/page/gone_page.hpp"
#include "floor/visit/page.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"
#include "web/ui/notice.hpp"
#include "web/ui/page_header.hpp"

namespace motor::page {
namespace {

namespace html = web::html;
using document::Draft;
using document::DraftId;
using html::Markup;
using html::Url;

struct Confirmed {
  Draft draft;
  std::optional<file::File> file;         // none: no longer in the reader's list
  std::optional<document::Paper> report;  // the latest
};

std::optional<Confirmed> load(visit::Visit& visit) {
  return visit.platform.database.read([&](db::Transaction& tx) -> std::optional<Confirmed> {
    const auto draft = document::find_draft(tx, DraftId{visit.id()}, visit.actor());
    if (!draft) return std::nullopt;
    const auto file = file::find(tx, draft->file, visit.actor());
    return Confirmed{*draft, file,
                     file ? document::latest_report(document::of_file(tx, *file, visit.actor())) : std::nullopt};
  });
}

// What keeps the total from being confirmed: the file left, the draft expired, a colleague sent it. None: nothing.
std::optional<web::Response> ended(visit::Visit& visit, const std::optional<Confirmed>& found) {
  if (!found) return visit::not_found(visit);
  if (!found->file) return gone(visit);
  const auto waits = document::still_waits(found->draft, visit.now);
  if (waits) return std::nullopt;
  const Url back = Url::path("/reparateurs/dossiers/{}", found->file->id);
  const bool sent = waits.refused_as(document::draft_sent);
  Markup body = web::ui::page_header({.title = sent ? "Facture déjà envoyée" : "Envoi expiré",
                                      .reference = found->file->reference,
                                      .lead = found->draft.prepared.filename,
                                      .crumbs = {{"Dossier " + found->file->reference, back}}});
  body += web::ui::notice(
      {sent ? web::ui::Tone::info : web::ui::Tone::warn, visit::sentence(visit, waits.refusal())},
      web::ui::action_button({.label = sent ? "Voir les documents envoyés" : "Choisir à nouveau la facture",
                              .url = back.fragment(sent ? "envoyes" : "envoyer"),
                              .look = web::ui::Look::primary}));
  return visit::page(visit, {.title = "Envoyer la facture",
                             .body = std::move(body),
                             .status = visit::status_of(waits.refusal().code.kind),
                             .width = web::ui::Frame::Width::reading});
}

// Said before sending, in words and with the sign.
Markup difference(const Confirmed& found, const std::optional<base::Money>& total) {
  if (!found.report || !found.report->amount)
    return web::ui::notice(
        {web::ui::Tone::info, "Aucun rapport à comparer", "Le cabinet n’a pas encore posté de rapport chiffré."});
  const base::Money report = *found.report->amount;
  const std::string latest = "Dernier rapport (" + found.report->name + ") : " + base::french::euros(report) + " TTC.";
  if (!total) return web::ui::notice({web::ui::Tone::info, "Dernier PV d’expertise", latest});
  const base::Money gap = *total - report;
  if (gap.cents == 0) return web::ui::notice({web::ui::Tone::good, "Le total est celui du dernier rapport", latest});
  const std::string more = gap.cents > 0 ? "de plus" : "de moins";
  return web::ui::notice(
      {web::ui::Tone::warn,
       "Écart de " + base::french::euros(gap.cents > 0 ? gap : -gap) + " " + more + " que le dernier rapport",
       latest + " Vous pouvez envoyer la facture malgré l’écart : le cabinet le verra."});
}

web::Response draw(visit::Visit& visit, const Confirmed& found, const std::optional<base::Money>& total,
                   const web::ui::FormState& state, int status) {
  // The total last compared: only that one is sent without being shown again.
  const std::string compared = total ? base::french::ungrouped(*total) : std::string();
  Markup body = web::ui::page_header(
      {.title = "Envoyer la facture",
       .reference = found.file->reference,
       .lead = found.draft.prepared.filename,
       .crumbs = {{"Dossier " + found.file->reference, Url::path("/reparateurs/dossiers/{}", found.file->id)}}});
  body += difference(found, total);
  body +=
      web::ui::form({.action = Url::path("/reparateurs/factures/{}", found.draft.id),
                     .csrf_token = visit::csrf_token(visit),
                     .submit = total ? "Envoyer la facture" : "Comparer au dernier rapport",
                     .other = web::ui::Action{.label = "Ne pas envoyer",
                                              .url = Url::path("/reparateurs/dossiers/{}", found.file->id),
                                              .look = web::ui::Look::quiet},
                     .errors = state.errors()},
                    web::ui::hidden_field("compared", compared) +
                        web::ui::money_field(web::ui::Field{
                            .name = "amount",
                            .label = "Total TTC de la facture",
                            .value = compared,
                            .hint = found.draft.amount ? "Lu dans le PDF : vérifiez-le." : "Recopiez-le de la facture.",
                            .width = web::ui::FieldWidth::short_text}
                                                 .with(state)));
  return visit::page(visit, {.title = "Envoyer la facture",
                             .body = std::move(body),
                             .status = status,
                             .width = web::ui::Frame::Width::reading});
}

}  // namespace

Markup drafts_card(const FileView& view) {
  if (view.drafts.empty()) return {};
  std::vector<web::ui::Line> lines;
  for (const Draft& draft : view.drafts)
    lines.push_back({.what = draft.prepared.filename,
                     .detail = "Choisie le " + base::french::instant_medium(draft.at),
                     .end = web::ui::action_button({.label = "Confirmer le total",
                                                    .url = Url::path("/reparateurs/factures/{}", draft.id),
                                                    .look = web::ui::Look::primary})});
  return web::ui::card({.title = "Facture pas encore envoyée", .icon = web::ui::Icon::euro}, web::ui::lines(lines, ""));
}

web::Response show_invoice(visit::Visit& visit) {
  const auto found = load(visit);
  if (auto why = ended(visit, found)) return *std::move(why);
  return draw(visit, *found, found->draft.amount, {}, 200);
}

web::Response post_invoice(visit::Visit& visit) {
  const auto found = load(visit);
  if (auto why = ended(visit, found)) return *std::move(why);
  const auto& form = visit.request.form;
  const auto total = base::parse_money(form.get("amount"));
  if (!total || total->cents == 0) {
    const base::Refusal refusal{document::amount_missing, "amount"};
    return draw(visit, *found, std::nullopt, visit::form_state(visit, {refusal}), 422);
  }
  // What is sent is what was compared on the screen before.
  if (form.get("compared") != base::french::ungrouped(*total)) return draw(visit, *found, total, {}, 200);
  const auto done = visit.platform.act(visit.author(), [&](platform::Act& act) {
    return document::send_draft(act, visit.actor(), found->draft.id, *total);
  });
  if (!done) {
    // A colleague may have sent it, or the firm moved the file, since it was read above.
    if (auto why = ended(visit, load(visit))) return *std::move(why);
    return visit::refused(visit, done.refusals());
  }
  return visit::see_other(visit, Url::path("/reparateurs/dossiers/{}", found->file->id),
                          {web::ui::Tone::good, "Facture envoyée au cabinet."});
}

}  // namespace motor::page
