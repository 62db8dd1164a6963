// GET /travaux/dossiers/{}: one primary action, the one the person owes now; everything else is quieter.
#include "base/french.hpp"
#include "desks/works/certificate/certificate_pages.hpp"
#include "desks/works/claim/claim_kind.hpp"
#include "desks/works/claim/claim_pages.hpp"
#include "desks/works/claim/claim_words.hpp"
#include "desks/works/file/file_again.hpp"
#include "desks/works/file/file_view.hpp"
#include "floor/deadlines/deadline_view.hpp"
#include "floor/visit/page.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"
#include "web/ui/page_header.hpp"

namespace works {
namespace {

namespace html = web::html;
using html::Markup;
using html::Url;
using web::ui::Action;
using web::ui::Look;

// What the broker owes now, if anything; it leads to the part of the page, or the page, where he does it.
std::optional<Action> primary_action(const FileView& view) {
  if (!view.may_act) return std::nullopt;
  for (const auto& lot : view.lots) {
    const auto here = Url::here("lot-" + std::to_string(lot.position));
    switch (lot.state) {
      case lot::State::to_assign:
        return Action{.label = "Choisir une entreprise",
                      .url = Url::path("/travaux/lots/{}/entreprises", lot.id),
                      .look = Look::primary};
      case lot::State::quote_received:
        return Action{.label = "Envoyer le devis à l’assureur", .url = here, .look = Look::primary};
      case lot::State::quote_refused:
        return Action{.label = "Décider de la suite", .url = here, .look = Look::primary};
      case lot::State::quote_at_insurer:
        return Action{.label = "Noter la réponse de l’assureur", .url = here, .look = Look::primary};
      case lot::State::asked:
      case lot::State::awaiting_quote:
      case lot::State::quote_validated:
      case lot::State::job_closed:
      case lot::State::abandoned:
        break;
    }
  }
  if (view.claim.detail == claim::Detail::job_closed)
    return Action{.label = "Clore le dossier", .url = Url::here("clotures"), .look = Look::primary};
  return std::nullopt;
}

std::string title_of(const claim::Claim& claim) {
  const auto* kind = claim::find_claim_kind(claim.kind);
  return (kind ? std::string(kind->label) : claim.kind) + " · " + claim.place.name;
}

web::ui::PageHeader header_of(const FileView& view, const identity::Actor& reader) {
  const auto& claim = view.claim;
  web::ui::PageHeader header{
      .title = title_of(claim),
      .reference = claim.reference,
      .crumbs = {{"Dossiers", Url("/travaux")}},
      .status = claim::status_badge(claim.status),
      .status_detail = claim::detail_text(claim.detail, claim.expert_visit_on, base::paris::day_of(view.now)),
      .primary = primary_action(view)};
  if (claim.waiting_for != claim::WaitingFor::nobody) {
    web::ui::Awaiting awaiting{.who = claim::holder(claim.waiting_for, claim.waiting_name, reader)};
    if (claim.next_due_at) awaiting.due = deadlines::due_of(*claim.next_due_at, view.now);
    header.awaiting = std::move(awaiting);
  }
  return header;
}

Markup lot_part(const FileView& view, const lot::Lot& lot) {
  const std::string id = "lot-" + std::to_string(lot.position);
  const std::string title = view.lots.size() > 1
                                ? "Lot " + std::to_string(lot.position) + " · " + lot::trades_label(lot)
                                : lot::trades_label(lot);
  return web::ui::card({.title = title, .icon = web::ui::Icon::hammer, .id = id},
                       file::journey(view.claim, lot) + mandate::lot_section(view, lot) +
                           quote::lot_section(view, lot) + certificate::lot_section(view, lot) +
                           mandate::lot_acts(view, lot));
}

}  // namespace

namespace {

web::Response draw(visit::Visit& visit, const FileView& view, int status) {
  std::vector<Markup> wide;
  if (!view.typed.errors().empty()) wide.push_back(web::ui::error_summary(view.typed));
  for (const auto& lot : view.lots) wide.push_back(lot_part(view, lot));
  wide.push_back(closure::section(view));
  wide.push_back(web::ui::card({.title = "Chronologie", .icon = web::ui::Icon::history}, file::timeline(view)));
  const std::vector<Markup> narrow{file::insured_card(view), file::insurer_card(view), file::deadlines_card(view),
                                   file::documents_card(view), file::messages_card(view)};
  const Markup body = web::ui::page_header(header_of(view, visit.actor())) +
                      web::ui::two_columns(web::ui::stack(wide), web::ui::stack(narrow));
  // A page that shows a form again keeps what was typed: it does not refresh itself.
  std::optional<web::html::Url> changes;
  if (status == 200) changes = web::html::Url::path("/travaux/dossiers/{}/direct", view.claim.id);
  return visit::page(visit, {.title = view.claim.reference, .body = body, .status = status, .live = changes});
}

std::optional<FileView> load(visit::Visit& visit, ClaimId claim) {
  return visit.platform.database.read(
      [&](db::Transaction& tx) { return load_file(tx, claim, visit.actor(), visit.now, visit::csrf_token(visit)); });
}

}  // namespace

web::Response claim::show_file(visit::Visit& visit) {
  const auto view = load(visit, ClaimId{visit.id()});
  return view ? draw(visit, *view, 200) : visit::not_found(visit);
}

web::Response file::show_again(visit::Visit& visit, ClaimId claim, const base::Refusals& refusals) {
  auto view = load(visit, claim);
  if (!view) return visit::not_found(visit);
  std::vector<web::ui::FieldError> errors;
  for (const auto& refusal : refusals) errors.push_back({refusal.field, visit::sentence(visit, refusal)});
  view->typed = {visit.request.form.pairs(), std::move(errors), visit.request.path};
  return draw(visit, *view, visit::status_of(refusals.front().code.kind));
}

}  // namespace works
