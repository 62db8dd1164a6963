#include "web/ui/timeline.hpp"

#include "web/html/elements.hpp"
#include "web/ui/value.hpp"

namespace web::ui {

using namespace html;

namespace {

Markup proof(const Event& event) {
  if (event.proof.empty()) return {};
  return span(cls("proof"), icon(Icon::paperclip),
              event.proof_url ? a(href(*event.proof_url), event.proof) : span(event.proof));
}

Markup event_item(const Event& event) {
  return li(cls("event"), span(cls("event-mark", tone_class(event.tone)), icon(event.icon)),
            div(cls("event-body"), p(cls("event-what"), event.what),
                when(!event.detail.empty(), [&] { return p(cls("event-detail as-typed"), event.detail); }),
                p(cls("event-line"), instant_text(event.at), when(!event.who.empty(), [&] { return span(event.who); }),
                  proof(event))));
}

struct StepFace {
  std::string_view name;
  Icon icon;
  std::string_view told;  // to screen readers
};

StepFace step_face(StepState state) {
  switch (state) {
    case StepState::done:
      return {"done", Icon::check, "fait"};
    case StepState::current:
      return {"current", Icon::circle_dot, "en cours"};
    case StepState::upcoming:
      return {"upcoming", Icon::circle, "à venir"};
    case StepState::stopped:
      return {"stopped", Icon::x, "arrêté"};
  }
  return {};
}

Markup step_item(const Step& step) {
  const StepFace face = step_face(step.state);
  return li(cls("step", face.name), when(step.state == StepState::current, aria("current", "step")),
            span(cls("step-mark"), icon(face.icon)),
            span(cls("step-label"), step.label, span(cls("visually-hidden"), " (", face.told, ")")),
            when(!step.when.empty(), [&] { return span(cls("step-when num"), step.when); }));
}

}  // namespace

Markup timeline(const std::vector<Event>& events) { return ol(cls("timeline"), each(events, event_item)); }

Markup journey(const std::vector<Step>& steps) { return ol(cls("journey"), each(steps, step_item)); }

}  // namespace web::ui
