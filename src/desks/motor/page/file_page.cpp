// GET /reparateurs/dossiers/{}: the same file for both sides; each finds what he owes first.
#include "base/french.hpp"
#include "desks/motor/file/file_list.hpp"
#include "desks/motor/file/file_view_words.hpp"
#include "desks/motor/page/file_pages.hpp"
#include "desks/motor/page/file_view.hpp"
#include "desks/motor/photos/photo_pages.hpp"
#include "desks/motor/supplement/supplement_card.hpp"
#include "floor/documents/held.hpp"
#include "floor/visit/page.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"
#include "web/ui/page_header.hpp"
#include "web/ui/tabs.hpp"
#include "web/ui/timeline.hpp"

namespace motor::page {
namespace {

namespace html = web::html;
using file::State;
using html::Markup;
using html::Url;
using web::ui::Action;
using web::ui::Look;

// Also from the other tab of the file.
Url sending(const FileView& view) { return Url::path("/reparateurs/dossiers/{}", view.file.id).fragment("envoyer"); }

std::optional<Action> primary(const FileView& view) {
  if (!view.may_act) return std::nullopt;
  const bool to_judge = view.turn == document::Turn::firm;
  if (view.firm() && to_judge)
    return Action{.label = "Juger ce qui est envoyé",
                  .url = Url::path("/reparateurs/dossiers/{}", view.file.id).fragment("envoyes"),
                  .look = Look::primary};
  if (view.firm())
    return Action{.label = "Poster un document",
                  .url = Url::path("/reparateurs/dossiers/{}", view.file.id).fragment("poster"),
                  .look = Look::primary};
  if (photos::asked(view.file.position) && !view.photos.whole())
    return Action{.label = "Envoyer les photos",
                  .url = Url::path("/reparateurs/dossiers/{}/photos", view.file.id),
                  .look = Look::primary,
                  .icon = web::ui::Icon::photo};
  if (view.turn != document::Turn::repairer) return std::nullopt;
  if (view.file.position.state == State::awaiting_documents)
    return Action{.label = "Envoyer les documents demandés", .url = sending(view), .look = Look::primary};
  if (view.file.position.state == State::awaiting_invoice)
    return Action{.label = "Envoyer la facture", .url = sending(view), .look = Look::primary};
  return std::nullopt;
}

// What is awaited, and of whom (M34.sent).
std::string awaited(const FileView& view) {
  const bool documents = view.file.position.state == State::awaiting_documents;
  const bool with_firm = view.turn == document::Turn::firm;
  if (!documents) {
    if (!with_firm) return {};
    return view.firm() ? "Facture envoyée : à vous de la juger." : "Facture envoyée, en attente du cabinet.";
  }
  if (!view.asked)
    return view.firm() ? "Les documents étaient demandés au réparateur précédent : demandez-les à celui-ci."
                       : "Le cabinet attend des documents : il vous dira lesquels.";
  const std::string asked = "Documents demandés : " + view.asked->reason;
  if (!with_firm) return asked;
  return asked + (view.firm() ? ". Envoyés : à vous de les juger." : ". Envoyés, en attente du cabinet.");
}

web::ui::PageHeader header_of(const FileView& view) {
  const auto& file = view.file;
  std::string title = file.vehicle_name().empty() ? "Véhicule" : file.vehicle_name();
  if (!file.vehicle.plate.empty()) title += " · " + file.vehicle.plate;
  web::ui::PageHeader header{
      .title = std::move(title),
      .reference = file.reference,
      .lead = awaited(view),
      .crumbs = {{"Liste des dossiers", Url("/reparateurs")}},
      .status = file::state_badge(file.position.state),
      .status_detail = file::flags_text(file.flags.irreparable_on.has_value(), file.flags.danger),
      .primary = primary(view)};
  if (!view.firm() && view.may_act && view.open() && !header.primary)
    header.others.push_back({.label = "Envoyer un document", .url = sending(view), .icon = web::ui::Icon::upload});
  if (view.firm() && view.may_act)
    header.others.push_back({.label = "Corriger",
                             .url = Url::path("/reparateurs/dossiers/{}/correction", file.id),
                             .icon = web::ui::Icon::edit});
  return header;
}

web::Response draw(visit::Visit& visit, const FileView& view, int status) {
  std::vector<Markup> wide;
  if (!view.typed.errors().empty()) wide.push_back(web::ui::error_summary(view.typed));
  for (auto& part :
       {drafts_card(view), agreement_card(view), photos::summary_card(view.file, view.photos), received_card(view),
        sent_card(view), send_card(view), supplement::card(view.file, view.supplements, dates_of(view)),
        post_card(view), state_card(view), history_card(view)})
    if (!part.empty()) wide.push_back(part);
  std::vector<Markup> narrow;
  for (auto& part : {schedule::summary_card(dates_of(view)), vehicle_card(view), insured_card(view),
                     principal_card(view), parties_card(view), repairer_card(view), flags_card(view)})
    if (!part.empty()) narrow.push_back(part);
  visit::Page page{
      .title = "Dossier " + view.file.reference,
      .body = head_of(view, Tab::file) + web::ui::two_columns(web::ui::stack(wide), web::ui::stack(narrow)),
      .status = status,
      .live = changes_of(view, status)};
  if (!view.told.empty()) page.flashes.push_back({web::ui::Tone::good, view.told});
  return visit::page(visit, page);
}

std::optional<FileView> loaded(visit::Visit& visit, FileId id) {
  return visit.platform.database.read([&](db::Transaction& tx) { return load(tx, id, visit); });
}

// Opening the file is what makes its documents seen (M14).
void note_read(visit::Visit& visit, const FileView& view) {
  if (visit.request.method != web::Method::get || view.file.posted == 0) return;
  visit.platform.database.write(
      [&](db::Transaction& tx) { file::note_read(tx, visit.actor().account, view.file, visit.now); });
}

}  // namespace

std::optional<Url> changes_of(const FileView& view, int status) {
  return status == 200 ? std::optional(Url::path("/reparateurs/dossiers/{}/direct", view.file.id)) : std::nullopt;
}

Markup head_of(const FileView& view, Tab tab) {
  const auto side = view.firm() ? file::Side::cabinet : file::Side::repairer;
  const auto waiting = schedule::waiting_for(view.board, side);
  const Url expertise = Url::path("/reparateurs/dossiers/{}/expertise", view.file.id);
  return web::ui::page_header(header_of(view)) +
         web::ui::tabs("Parties du dossier",
                       {{"Dossier", Url::path("/reparateurs/dossiers/{}", view.file.id), {}, tab == Tab::file},
                        {"Expertise", expertise, waiting > 0 ? base::french::integer(waiting) : std::string(),
                         tab == Tab::expertise}});
}

// What passed between the firm and another repairer before is not this repairer's to read (P2).
Markup history_card(const FileView& view) {
  std::vector<web::ui::Event> events;
  for (auto change = view.history.rbegin(); change != view.history.rend(); ++change) {
    const auto event = file::event_from_text(change->event);
    web::ui::Event line{.at = change->at,
                        .what = std::string(event ? label(*event) : file::remark_label(change->event)),
                        .who = view.names.of(change->organisation),
                        .detail = change->reason};
    if (change->from && change->to && *change->from != *change->to) {
      line.proof = std::string(label(*change->from)) + " → " + std::string(label(*change->to));
      line.icon = file::state_badge(*change->to).icon;
      line.tone = file::state_badge(*change->to).tone;
    }
    events.push_back(std::move(line));
    if (!view.firm() && (change->event == "repairer_changed" || change->event == "repairer_detached")) break;
  }
  return web::ui::card({.title = "Historique", .icon = web::ui::Icon::history}, web::ui::timeline(events));
}

web::Response show_file(visit::Visit& visit) {
  const auto view = loaded(visit, FileId{visit.id()});
  if (!view) return visit::not_found(visit);
  note_read(visit, *view);
  return draw(visit, *view, 200);
}

web::Response show_again(visit::Visit& visit, FileId id, const base::Refusals& refusals, Kept kept) {
  auto view = loaded(visit, id);
  if (!view || refusals.front().code.kind == base::RefusalKind::not_found) return visit::not_found(visit);
  std::vector<web::ui::FieldError> errors;
  for (const auto& refusal : refusals) errors.push_back({refusal.field, visit::sentence(visit, refusal)});
  view->typed = {visit.request.form.pairs(), std::move(errors), visit.request.path};
  view->told = std::move(kept.told);
  view->held = std::move(kept.held);
  if (view->held) view->held_text = documents::hold(visit.platform, visit.actor().organisation, *view->held);
  return draw(visit, *view, visit::status_of(refusals.front().code.kind));
}

web::Response after(visit::Visit& visit, FileId id, const base::Outcome<base::Done>& done, std::string sentence) {
  if (!done) return show_again(visit, id, done.refusals());
  return visit::see_other(visit, Url::path("/reparateurs/dossiers/{}", id), {web::ui::Tone::good, std::move(sentence)});
}

}  // namespace motor::page
