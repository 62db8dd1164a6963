// Correcting what was noted at the first contact (C1.corrected): nobody spells everything right on the telephone.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "desks/credit/placement/correction_rules.hpp"
#include "desks/credit/placement/first_contact.hpp"

namespace credit::placement {

inline constexpr base::RefusalCode company_fixed{base::RefusalKind::conflict, "credit.contact.company_fixed"};
inline constexpr base::RefusalCode address_needed{base::RefusalKind::invalid, "credit.contact.address_needed"};
inline constexpr base::RefusalCode unknown_colleague{base::RefusalKind::invalid, "credit.contact.unknown_colleague"};

enum class Part { company_name, siren, size, contact_name, contact_email, contact_phone, need, notes };
inline constexpr std::array all_parts{Part::company_name,  Part::siren,         Part::size, Part::contact_name,
                                      Part::contact_email, Part::contact_phone, Part::need, Part::notes};
std::string_view to_text(Part part);  // the name of its field
std::string_view label(Part part);

std::vector<Part> changes(const Placement& before, const Placement& after);
// Another company, and no slip of the pen: a SIREN that was not known yet, capitals and accents change nobody.
bool another_company(const Company& before, const Company& after);

struct Corrected {
  std::vector<Part> parts;
  bool company = false;  // what a policy says of it
  bool vigilance_again = false;
  bool handed_over = false;
};
base::Outcome<Corrected> correct(platform::Platform& platform, const identity::Actor& broker, PlacementId id,
                                 const FirstContact& typed, identity::AccountId handled_by);

// The fact of the timeline, and what it says of itself there: "SIREN, e-mail".
void note_corrected(platform::Act& act, PlacementId id, const std::vector<Part>& parts);
std::string words_of(const std::vector<Part>& parts);
std::string corrected_words(std::string_view fields);

}  // namespace credit::placement
