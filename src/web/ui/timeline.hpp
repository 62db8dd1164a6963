// What happened to a file (who, what, when, with what proof), and where it stands on its way.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/time.hpp"
#include "web/html/markup.hpp"
#include "web/html/url.hpp"
#include "web/ui/icon.hpp"
#include "web/ui/tone.hpp"

namespace web::ui {

struct Event {
  base::Instant at;
  std::string what;         // "Accepté depuis le lien SMS"
  std::string who = {};     // "Plomberie du Rhône"
  std::string detail = {};  // what was written, a reason
  std::string proof = {};   // "accusé de l’opérateur"
  std::optional<html::Url> proof_url = {};
  Icon icon = Icon::circle;
  Tone tone = Tone::neutral;
};
html::Markup timeline(const std::vector<Event>& events);  // in the order given

enum class StepState { done, current, upcoming, stopped };

struct Step {
  std::string label;
  StepState state = StepState::upcoming;
  std::string when = {};  // "21 nov." once done
};
html::Markup journey(const std::vector<Step>& steps);

}  // namespace web::ui
