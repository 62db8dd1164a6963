// Of which buyers insurers are asked, and for how much (C4, C8): the whole list the first time; asked again, the buyers
// that the broker keeps, each at an amount of its own.
#pragma once

#include <vector>

#include "base/outcome.hpp"
#include "desks/credit/blind_test/blind_test.hpp"
#include "web/http.hpp"

namespace credit::blind_test {

inline constexpr int buyers_on_form = 100;  // the largest: each has its row, whatever the form says

// Those with an identifier, the largest first, at the amount last asked for or what their exposure has become.
std::vector<TestLine> buyers_to_ask(db::Transaction& tx, PlacementId placement);

// The list that goes out, its lines numbered; all of `known` where the form does not choose. A buyer beyond the largest
// goes by his own amount where the form says one, else with all such others. Refusals name the field of an amount.
base::Outcome<std::vector<TestLine>> asked_of(std::vector<TestLine> known, const web::Fields& form);
inline constexpr std::string_view amount_prefix = "montant_";
std::string amount_field(const TestLine& line);

// Every buyer of the placement, at what is asked now, else what was asked before, else its exposure.
std::vector<TestLine> list_to_compare(db::Transaction& tx, PlacementId placement, const std::vector<TestLine>& asked);

}  // namespace credit::blind_test
