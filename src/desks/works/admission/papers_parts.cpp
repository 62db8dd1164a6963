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

// Each qualification has a form of its own.
std::string form_name(const Item& item) {
  std::string name(to_text(item.kind));
  if (item.kind == PaperKind::qualification && item.paper) name += "-" + std::to_string(item.paper->id.value);
  return name;
}

bool is_of(const Item& item, const ui::FormState& state) {
  if (state.value("kind") != to_text(item.kind)) return false;
  const std::string replaces = item.paper ? std::to_string(item.paper->id.value) : std::string();
  return item.kind != PaperKind::qualification || state.value("replaces") == replaces;
}

std::string title_of(const Item& item) {
  return item.paper && !item.paper->name.empty() ? item.paper->name : std::string(label(item.kind));
}

Markup name_field(const Item& item, const ui::FormState& state) {
  ui::Field field{.name = "name",
                  .label = "Nom de la certification",
                  .value = item.paper ? item.paper->name : std::string(),
                  .error = state.error("name"),
                  .hint = "Tel que les courtiers le liront : RGE QualiPAC, Qualibat 2111…",
                  .form = form_name(item)};
  if (!state.errors().empty()) field.value = state.value("name");
  const Markup name = ui::text_field(field);
  if (!item.paper) return name;
  return ui::hidden_field("replaces", std::to_string(item.paper->id.value)) + name;
}

Markup upload_form(const Item& item, const PapersForm& form, const ui::FormState& state) {
  const bool here = is_of(item, state);
  const ui::Field file{.name = "file",
                       .label = "Fichier",
                       .error = here ? state.error("file") : std::string(),
                       .hint = "PDF ou photo, 25 Mo au plus.",
                       .form = form_name(item)};
  Markup fields = ui::hidden_field("kind", to_text(item.kind));
  if (item.kind == PaperKind::qualification) fields += name_field(item, here ? state : ui::FormState{});
  return ui::form(
      {.action = form.action,
       .csrf_token = form.csrf_token,
       .submit = "Envoyer",
       .icon = ui::Icon::upload,
       .look = item.state() == PaperState::missing || item.state() == PaperState::refused ? ui::Look::primary
                                                                                          : ui::Look::secondary,
       .content = ui::Form::Content::files},
      web::html::fragment(std::move(fields), ui::file_field(file, {.accept = ".pdf,.jpg,.jpeg,.png,.webp"})));
}

Markup card(const Item& item, const PapersForm& form, const ui::FormState& state) {
  const bool in_order = item.state() == PaperState::accepted || item.state() == PaperState::received;
  const bool wrong_here = !state.errors().empty() && is_of(item, state);
  const bool another = item.kind == PaperKind::qualification && !item.paper;
  const std::string title = (another ? "Ajouter une certification ou qualification" : title_of(item)) +
                            (item.need == Need::optional ? " (facultatif)" : "");
  const Markup sending = upload_form(item, form, state);
  return ui::card(
      {.title = title, .icon = ui::Icon::file, .id = form_name(item)},
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
  return Upload{*kind, *prepared, std::string(visit.request.form.get("name")),
                visit::typed_id<PaperId>(visit.request.form.get("replaces"))};
}

}  // namespace works::admission
