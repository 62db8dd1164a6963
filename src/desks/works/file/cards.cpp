#include "base/french.hpp"
#include "base/identifiers.hpp"
#include "desks/works/claim/claim_kind.hpp"
#include "desks/works/claim/claim_words.hpp"
#include "desks/works/file/document_words.hpp"
#include "desks/works/file/file_view.hpp"
#include "desks/works/insured/follow_pages.hpp"
#include "desks/works/works_delays.hpp"
#include "desks/works/works_rules.hpp"
#include "floor/messages/message_lines.hpp"
#include "floor/places/communes.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"
#include "web/ui/message_preview.hpp"
#include "web/ui/table.hpp"

namespace works::file {
namespace {

namespace html = web::html;
using html::Markup;
using html::Url;
using web::ui::Value;

Value phone(const std::string& e164) {
  const auto number = base::Phone::parse(e164);
  return Value::phone(e164, number ? number->national() : e164);
}

web::ui::Badge delay_badge(const deadlines::Deadline& delay) {
  using web::ui::Icon;
  using web::ui::Tone;
  const std::string text(deadlines::label(delay.state));
  switch (delay.state) {
    case deadlines::State::met:
      return {text, Tone::good, Icon::check};
    case deadlines::State::fired:
      if (delay.rule == deadline_rule::cancel) return {"terminé", Tone::mute, Icon::clock};  // nobody was late
      return {text, Tone::bad, Icon::clock};
    case deadlines::State::cancelled:
      return {text, Tone::mute, Icon::ban};
    case deadlines::State::pending:
      break;
  }
  return {text, Tone::info, Icon::clock};
}

web::ui::Line delay_line(const FileView& view, const deadlines::Deadline& delay) {
  const bool pending = delay.state == deadlines::State::pending;
  const auto holder = view.name_of(delay.owner);
  std::string detail = base::french::instant_weekday(deadlines::shown(delay.due));
  if (!holder.empty()) detail = std::string(holder) + " · " + detail;
  if (!delay.reason.empty()) detail += " · " + delay.reason;
  return {std::string(delay_label(delay.rule)), detail,
          pending ? Value(claim::due_of(delay.due, view.now)) : Value(delay_badge(delay))};
}

}  // namespace

Markup insured_card(const FileView& view) {
  const auto& claim = view.claim;
  const auto* commune = places::find(claim.place.insee, claim.place.postal_code);
  const std::string note = commune ? places::position_note(*commune) : std::string();
  return web::ui::card(
      {.title = "Assuré", .icon = web::ui::Icon::user},
      web::ui::facts({{"Nom", claim.insured.name},
                      {"Téléphone", phone(claim.insured.phone)},
                      {"E-mail", claim.insured.email ? Value::mail(*claim.insured.email) : Value()},
                      {"Lieu", Value::lines(claim.place.address + "\n" + claim.place.postal_code + " " +
                                            claim.place.name + (note.empty() ? "" : "\n" + note))}}) +
          insured::link_part(view));
}

Markup insurer_card(const FileView& view) {
  const auto& claim = view.claim;
  const auto* kind = claim::find_claim_kind(claim.kind);
  const auto text_or_dash = [](const std::string& text) { return text.empty() ? Value() : Value(text); };
  std::vector<web::ui::Fact> facts{{"Nature", kind ? Value(std::string(kind->label)) : Value(claim.kind)},
                                   {"Date du sinistre", Value(claim.loss_day)},
                                   {"Compagnie", text_or_dash(claim.insurer_name)},
                                   {"N° de sinistre", text_or_dash(claim.insurer_claim_number)},
                                   {"Gestionnaire", claim.insurer_email ? Value::mail(*claim.insurer_email) : Value()}};
  if (claim.emergency) facts.insert(facts.begin(), {"Urgence", "Mesures d’urgence nécessaires"});
  Markup body = web::ui::facts(facts);
  if (!claim.description.empty()) body += html::p("«\u00A0", claim.description, "\u00A0»");
  return web::ui::card({.title = "Sinistre", .icon = web::ui::Icon::flag}, body);
}

Markup deadlines_card(const FileView& view) {
  std::vector<web::ui::Line> lines;
  for (const auto& delay : view.deadlines)
    if (delay.owner || delay.state == deadlines::State::pending) lines.push_back(delay_line(view, delay));
  return web::ui::card({.title = "Échéances", .icon = web::ui::Icon::clock},
                       web::ui::lines(lines, "Aucun délai ne court."));
}

Markup documents_card(const FileView& view) {
  return web::ui::card({.title = "Documents", .icon = web::ui::Icon::paperclip},
                       document_lines(view.documents, "Aucun document pour l’instant."));
}

Markup messages_card(const FileView& view) {
  return web::ui::card({.title = "Messages", .icon = web::ui::Icon::mail},
                       web::ui::lines(messages::lines(view.messages, view.names), "Aucun message envoyé."));
}

}  // namespace works::file
