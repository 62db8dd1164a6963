#include "web/ui/action.hpp"

#include "web/csrf.hpp"
#include "web/html/elements.hpp"

namespace web::ui {

using namespace html;

namespace {

Markup face(const Action& action) { return fragment(action.icon ? icon(*action.icon) : Markup{}, span(action.label)); }

Markup post_form(const Action& action, const Markup& buttons) {
  return form(cls("inline-form"), method_post(), html::action(action.url), csrf_input(action.post->csrf_token),
              each(action.post->fields,
                   [](const auto& field) { return input(type("hidden"), name(field.first), value(field.second)); }),
              buttons);
}

// A panel id must be unique in the page: the address of the act, its label and its fields tell two panels apart.
std::string panel_id(const Action& action) {
  std::string told = std::string(action.url.text()) + "-" + action.label;
  for (const auto& [name, value] : action.post->fields) told += "-" + value;
  std::string id = "question";
  for (const char c : told) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    id.push_back(plain ? c : '-');
  }
  return id;
}

Markup asking(const Action& action) {
  const std::string panel = panel_id(action);
  return fragment(
      button(cls("btn", class_of(action.look)), type("button"), attr("popovertarget", panel), face(action)),
      div(cls("question"), id(panel), attr("popover", "auto"), role("dialog"), aria("labelledby", panel + "-titre"),
          h2(id(panel + "-titre"), action.post->question),
          when(!action.post->consequence.empty(), [&] { return p(action.post->consequence); }),
          post_form(action, div(cls("actions"),
                                button(cls("btn", action.look == Look::danger ? "btn-danger" : "btn-primary"),
                                       type("submit"), face(action)),
                                button(cls("btn btn-quiet"), type("button"), attr("popovertarget", panel),
                                       attr("popovertargetaction", "hide"), "Ne rien changer")))));
}

}  // namespace

std::string_view class_of(Look look) {
  switch (look) {
    case Look::primary:
      return "btn-primary";
    case Look::secondary:
      return "btn-secondary";
    case Look::quiet:
      return "btn-quiet";
    case Look::danger:
      return "btn-danger";
  }
  return {};
}

Markup csrf_input(std::string_view token) { return input(type("hidden"), name(csrf_field), value(token)); }

Markup action_button(const Action& action) {
  if (!action.post) return a(cls("btn", class_of(action.look)), href(action.url), face(action));
  if (!action.post->question.empty()) return asking(action);
  return post_form(action, button(cls("btn", class_of(action.look)), type("submit"), face(action)));
}

Markup actions_row(const std::vector<Action>& actions) {
  if (actions.empty()) return {};
  return div(cls("actions"), each(actions, action_button));
}

}  // namespace web::ui
