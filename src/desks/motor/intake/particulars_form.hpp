// The fields of a file's form, new or corrected (M31).
#pragma once

#include <string>

#include "web/html/markup.hpp"
#include "web/ui/form.hpp"

namespace motor::intake {

enum class Use { create, correct };

web::html::Markup particulars_fields(const web::ui::FormState& state, Use use);
// The SIRET of a repairer: typed, or chosen among those that the firm knows. `form`: see web::ui::Field.
web::html::Markup siret_field(const web::ui::FormState& state, std::string_view value, std::string_view form = {});

}  // namespace motor::intake
