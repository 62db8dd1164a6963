// Which insurer a delay of a placement concerns: of one kind as many run side by side as there are insurers.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "desks/credit/placement/placement_ids.hpp"
#include "floor/deadlines/deadlines.hpp"

namespace credit::file {

// In the order of `delays`, all of this placement: "Coface", of a later test "Coface, test 2"; empty where the delay
// is no single insurer's. One statement at most for each kind of subject, however many delays.
std::vector<std::string> insurers_concerned(db::Transaction& tx, PlacementId placement,
                                            std::span<const deadlines::Deadline> delays);

// "Réponse au test à blanc · Coface".
std::string delay_title(std::string_view label, const std::string& concerned);

}  // namespace credit::file
