// How a file is shown: its state as pictogram and text (M12), what is not known.
#pragma once

#include <string>

#include "desks/motor/file/file.hpp"
#include "web/ui/badge.hpp"

namespace motor::file {

inline constexpr base::Rule view_rules[] = {
    MANDAT_RULE("M12", "The state is a pictogram at the end of the line, with its text"),
};

web::ui::Badge state_badge(State state);
std::string or_unknown(std::string_view text);     // non-renseigné (M15)
std::string siret_spaced(std::string_view siret);  // 910 000 012 00017
// « VEI », « VE »…; empty when there is none.
std::string flags_text(bool irreparable, Danger danger);

}  // namespace motor::file
