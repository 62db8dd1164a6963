#include "desks/works/claim/department.hpp"

#include "floor/places/communes.hpp"

namespace works::claim {

std::string department_of(const Claim& claim) {
  const auto* commune = places::find(claim.place.insee, claim.place.postal_code);
  return commune ? std::string(commune->department) : claim.place.postal_code.substr(0, 2);
}

}  // namespace works::claim
