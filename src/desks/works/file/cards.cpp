#include "base/french.hpp"
#include "base/identifiers.hpp"
#include "desks/works/claim/claim_kind.hpp"
#include "desks/works/claim/claim_words.hpp"
#include "desks/works/file/completing.hpp"
#include "desks/works/file/delay_lines.hpp"
#include "desks/works/file/document_words.hpp"
#include "desks/works/file/file_view.hpp"
#include "desks/works/insured/follow_pages.hpp"
#include "desks/works/works_delays.hpp"
#include "desks/works/works_rules.hpp"
#include "floor/deadlines/deadline_view.hpp"
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
          insured_form(view) + insured::link_part(view));
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
  return web::ui::card({.title = "Sinistre", .icon = web::ui::Icon::flag}, body + insurer_form(view));
}

Markup deadlines_card(const FileView& view) {
  deadlines::DelayLines lines;
  for (const auto& delay : view.deadlines)
    if (listed(delay))
      lines.add(delay,
                delay_line(delay, Url::path("/travaux/echeances/{}", delay.id), view.name_of(delay.owner), view.now));
  return lines.card();
}

Markup documents_card(const FileView& view) {
  return web::ui::card({.title = "Documents", .icon = web::ui::Icon::paperclip},
                       document_lines(view.documents, "Aucun document pour l’instant.") + documents_form(view));
}

Markup messages_card(const FileView& view) {
  return web::ui::card({.title = "Messages", .icon = web::ui::Icon::mail},
                       web::ui::lines(messages::lines(view.messages, view.names), "Aucun message envoyé."));
}

}  // namespace works::file
