#include "floor/sms_templates/sms_preview.hpp"

#include "base/french.hpp"
#include "floor/sms_templates/sms_templates_rules.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"
#include "web/ui/message_preview.hpp"
#include "web/ui/notice.hpp"

namespace sms_templates {
namespace {

namespace ui = web::ui;
using namespace web::html;

std::string explained(const messages::SmsSize& size) {
  const std::string alphabet = size.gsm7 ? "GSM-7 : 160 caractères en un segment, 153 par segment au-delà."
                                         : "UCS-2 : 70 caractères en un segment, 67 par segment au-delà.";
  return alphabet + " Chaque segment est facturé par l’opérateur.";
}

// Letters that a phone would not get as they are written.
bool changes_letters(const Template& sms, const Wording& wording) {
  return wording.alphabet == messages::SmsAlphabet::gsm7 &&
         example(sms, wording) != example(sms, {wording.text, messages::SmsAlphabet::as_written});
}

}  // namespace

ui::Badge size_badge(const messages::SmsSize& size) {
  const bool exceeds = size.segments > most_segments.value();
  return {base::french::plural(size.segments, "segment", "segments"),
          exceeds             ? ui::Tone::bad
          : size.segments > 1 ? ui::Tone::warn
                              : ui::Tone::good,
          exceeds             ? ui::Icon::circle_x
          : size.segments > 1 ? ui::Icon::alert
                              : ui::Icon::circle_check};
}

std::string size_text(const messages::SmsSize& size) {
  return base::french::plural(size.units, "caractère", "caractères") + " · " + (size.gsm7 ? "GSM-7" : "UCS-2");
}

Markup preview(const Template& sms, const Wording& wording, base::Instant now) {
  const std::string text = example(sms, wording);
  const messages::SmsSize size = messages::sms_size(text);
  const bool exceeds = size.segments > most_segments.value();
  std::vector<Markup> parts{ui::message_preview({.channel = ui::MessagePreview::Channel::sms,
                                                 .to = "06 12 34 56 78",
                                                 .body = text,
                                                 .at = now,
                                                 .status = size_badge(size),
                                                 .note = size_text(size)})};
  if (exceeds)
    parts.push_back(ui::notice(
        {.tone = ui::Tone::bad,
         .title = "Trop long : " + base::french::plural(most_segments.value(), "segment", "segments") + " au plus.",
         .text = "Ce texte ne peut pas être enregistré."}));
  parts.push_back(p(cls("hint"), explained(size), when(changes_letters(sms, wording), [] {
                      return fragment(" Les lettres que le GSM-7 n’a pas (ê, ç, œ…) sont remplacées.");
                    })));
  return div(id("apercu"), aria("live", "polite"), ui::stack(parts));
}

}  // namespace sms_templates
