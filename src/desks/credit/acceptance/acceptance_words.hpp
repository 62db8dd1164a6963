// The stored text and the French label of what vigilance records.
#pragma once

#include "base/words.hpp"
#include "desks/credit/acceptance/vigilance_rules.hpp"

namespace credit::acceptance {

inline constexpr base::Word<Exposure> exposures[] = {
    {Exposure::not_recorded, "not_recorded", "Pas encore demandé"},
    {Exposure::none, "none", "Aucune personne exposée"},
    {Exposure::exposed, "exposed", "Une personne exposée au moins"},
};
inline constexpr base::Word<Screening> screenings[] = {
    {Screening::not_done, "not_done", "Pas encore fait"},
    {Screening::clear, "clear", "Aucune correspondance"},
    {Screening::match, "match", "Correspondance trouvée"},
};
inline constexpr base::Word<Owners> owner_words[] = {
    {Owners::not_recorded, "not_recorded", "Pas encore relevés"},
    {Owners::declared, "declared", "Relevés au registre"},
    {Owners::none_found, "none_found", "Aucun au-delà de 25 % : le représentant légal"},
};

}  // namespace credit::acceptance
