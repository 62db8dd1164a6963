#include "floor/joining/robot_field.hpp"

#include "floor/joining/robot.hpp"
#include "web/html/elements.hpp"
#include "web/ui/asset.hpp"

namespace joining {

namespace ui = web::ui;
using namespace web::html;

namespace {

Markup trap() {
  return div(cls("field-trap"), aria("hidden", "true"), label(for_("site-web"), "Laissez ce champ vide"),
             input(type("text"), id("site-web"), web::html::name(robot_fields::trap), attr("tabindex", -1),
                   attr("autocomplete", "off")));
}

}  // namespace

Markup robot_field(const visit::Visit& visit, const ui::FormState& state) {
  const Challenge challenge = new_challenge(visit.platform, visit.now);
  // What was solved before is never offered again: the number stays empty until the script finds the new one.
  const Markup puzzle = fragment(
      ui::hidden_field(robot_fields::salt, challenge.salt), ui::hidden_field(robot_fields::digest, challenge.digest),
      ui::hidden_field(robot_fields::signature, challenge.signature), ui::hidden_field(robot_fields::number, ""));
  ui::Field box = ui::Field{.name = std::string(robot_fields::ticked),
                            .label = "Je ne suis pas un robot",
                            .hint = "Sans JavaScript, un code vous sera envoyé par e-mail."}
                      .with(state);
  return div(cls("proof"), data("proof", challenge.most), puzzle, ui::checkbox(box), trap(),
             script(ui::asset("proof.js")));
}

}  // namespace joining
