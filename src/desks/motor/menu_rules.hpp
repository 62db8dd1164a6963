// What a repairer finds in the rail of every page (M7), in the order of the source.
#pragma once

#include "base/rule.hpp"

namespace motor {

inline constexpr base::Rule menu_rules[] = {
    MANDAT_RULE("M7", "A repairer's menu is LISTE DES DOSSIERS, TARIFS, PARAMÈTRES, Aide and QUITTER, which signs out"),
};

}  // namespace motor
