#include "desks/motor/file/file_view_words.hpp"

namespace motor::file {

web::ui::Badge state_badge(State state) {
  using web::ui::Icon;
  using web::ui::Tone;
  const std::string text(label(state));
  switch (state) {
    case State::remote_inspection:
      return {text, Tone::info, Icon::device_mobile};
    case State::awaiting_appointment:
      return {text, Tone::warn, Icon::calendar};
    case State::visit_planned:
      return {text, Tone::info, Icon::map_pin};
    case State::awaiting_documents:
      return {text, Tone::warn, Icon::paperclip};
    case State::in_progress:
      return {text, Tone::info, Icon::tool};
    case State::awaiting_invoice:
      return {text, Tone::warn, Icon::euro};
    case State::closed:
      return {text, Tone::good, Icon::circle_check};
  }
  return {text};
}

std::string or_unknown(std::string_view text) { return text.empty() ? "non-renseigné" : std::string(text); }

std::string siret_spaced(std::string_view siret) {
  if (siret.size() != 14) return std::string(siret);
  constexpr std::string_view space = "\u00a0";
  std::string spaced;
  spaced.reserve(siret.size() + 3 * space.size());
  for (const std::size_t at : {0, 3, 6}) spaced.append(siret.substr(at, 3)).append(space);
  return spaced.append(siret.substr(9));
}

std::string flags_text(bool irreparable, Danger danger) {
  std::string text = irreparable ? "VEI" : "";
  if (danger != Danger::none) text += (text.empty() ? "" : " · ") + std::string(label(danger));
  return text;
}

}  // namespace motor::file
