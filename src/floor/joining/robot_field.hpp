// "Je ne suis pas un robot", with the challenge that the page's script solves and the field that people do not see.
#pragma once

#include "floor/visit/route.hpp"
#include "web/html/markup.hpp"
#include "web/ui/form.hpp"

namespace joining {

web::html::Markup robot_field(const visit::Visit& visit, const web::ui::FormState& state);

}  // namespace joining
