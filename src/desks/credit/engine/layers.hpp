// The covered loss of one buyer, parted where the quotité changes. Pure; a part of the indemnity (C25).
#pragma once

#include <vector>

#include "desks/credit/engine/cover.hpp"

namespace credit::engine {

// Consecutive invoices, oldest first, of one quotité.
struct Layer {
  Amount amount;
  base::Rate percentage;
};

std::vector<Layer> layers_of(Worksheet& sheet, const std::vector<CoveredInvoice>& invoices);
Amount total(Worksheet& sheet, const Entry& entry, const std::vector<Layer>& layers);
// Takes an amount from the oldest layers first, as far as they reach.
void take_oldest(Worksheet& sheet, Clause clause, const Amount& taken, std::vector<Layer>& layers);
// Takes an amount, not above their sum, from all of them in proportion.
void take_pro_rata(Worksheet& sheet, Clause clause, const Amount& taken, std::vector<Layer>& layers);
// Σ quotité × layer, each rounded once.
Amount insured_part(Worksheet& sheet, const std::vector<Layer>& layers);

}  // namespace credit::engine
