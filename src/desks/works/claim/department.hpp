// Where figures of many claims are told apart.
#pragma once

#include <string>

#include "desks/works/claim/claim.hpp"

namespace works::claim {

std::string department_of(const Claim& claim);  // "69", "2A", "974"; of a commune not known, what its postal code says

}  // namespace works::claim
