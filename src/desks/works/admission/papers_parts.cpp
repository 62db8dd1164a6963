#include "base/french.hpp"
#include "desks/works/admission/admission_pages.hpp"
#include "desks/works/typed.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"

namespace works::admission {
namespace {

namespace ui = web::ui;
using web::html::Markup;

std::string when_text(const Item& item) {
  if (!item.paper) return std::string(hint(item.kind));
  const Paper& paper = *item.paper;
  switch (paper.state) {
    case PaperState::received:
      return "Reçue le " + base::french::instant_medium(paper.received) + " ; vérifiée sous 24 à 48 h.";
    case PaperState::accepted:
      return paper.valid_until ? "Valable jusqu’au " + base::french::day_medium(*paper.valid_until) + "."
                               : "Rien à faire.";
    case PaperState::refused:
      return "Motif : " + paper.reason;
    case PaperState::expired:
      return "Expirée le " + base::french::day_medium(paper.valid_until.value_or(base::Day{})) +
             " : envoyez la nouvelle.";
    case PaperState::missing:
      break;
  }
  return {};
}

Markup upload_form(const Item& item, const PapersForm& form, const ui::FormState& state) {
  const bool here = state.value("kind") == to_text(item.kind);
  const ui::Field file{.name = "file",
                       .label = "Fichier",
                       .error = here ? state.error("file") : std::string(),
                       .hint = "PDF ou photo, 25 Mo au plus.",
                       .form = std::string(to_text(item.kind))};
  return ui::form(
      {.action = form.action,
       .csrf_token = form.csrf_token,
       .submit = "Envoyer",
       .icon = ui::Icon::upload,
       .look = item.state() == PaperState::missing || item.state() == PaperState::refused ? ui::Look::primary
                                                                                          : ui::Look::secondary,
       .content = ui::Form::Content::files},
      web::html::fragment(ui::hidden_field("kind", to_text(item.kind)),
                          ui::file_field(file, {.accept = ".pdf,.jpg,.jpeg,.png,.webp"})));
}

Markup card(const Item& item, const PapersForm& form, const ui::FormState& state) {
  const bool in_order = item.state() == PaperState::accepted || item.state() == PaperState::received;
  const bool wrong_here = !state.errors().empty() && state.value("kind") == to_text(item.kind);
  const std::string title = std::string(label(item.kind)) + (item.need == Need::optional ? " (facultatif)" : "");
  const Markup sending = upload_form(item, form, state);
  return ui::card(
      {.title = title, .icon = ui::Icon::file, .id = std::string(to_text(item.kind))},
      web::html::fragment(
          web::html::p(ui::status_badge(badge(item.state())), " ", when_text(item)),
          in_order ? ui::disclosure("Remplacer", wrong_here ? ui::Fold::open : ui::Fold::closed, sending) : sending));
}

}  // namespace

ui::Badge badge(PaperState state) {
  const std::string text(label(state));
  switch (state) {
    case PaperState::missing:
      return {text, ui::Tone::warn, ui::Icon::circle};
    case PaperState::received:
      return {text, ui::Tone::info, ui::Icon::hourglass};
    case PaperState::accepted:
      return {text, ui::Tone::good, ui::Icon::circle_check};
    case PaperState::refused:
      return {text, ui::Tone::bad, ui::Icon::circle_x};
    case PaperState::expired:
      return {text, ui::Tone::bad, ui::Icon::clock};
  }
  return {text};
}

Markup papers_cards(const std::vector<Item>& items, const PapersForm& form, const ui::FormState& state) {
  std::vector<Markup> cards;
  for (const Item& item : items) cards.push_back(card(item, form, state));
  return ui::stack(cards);
}

base::Outcome<Upload> typed_upload(visit::Visit& visit, identity::OrganisationId owner) {
  const auto kind = paper_kind_from_text(visit.request.form.get("kind"));
  if (!kind) return base::Refusal{typed::choice_missing, "kind"};
  const auto& files = visit.request.files;
  if (files.empty() || files.front().filename.empty() || files.front().field != "file")
    return base::Refusal{typed::file_missing, "file"};
  const auto prepared = visit.platform.documents.prepare(owner, files.front(), documents::Accept::pdf_or_image);
  if (!prepared) return prepared.refusals();
  return Upload{*kind, *prepared};
}

}  // namespace works::admission
