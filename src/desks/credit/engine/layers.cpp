#include "desks/credit/engine/layers.hpp"

namespace credit::engine {

std::vector<Layer> layers_of(Worksheet& sheet, const std::vector<CoveredInvoice>& invoices) {
  std::vector<Layer> layers;
  std::vector<Amount> run;
  const auto close = [&](base::Rate percentage) {
    if (run.empty()) return;
    const auto amount = run.size() == 1 ? run.front() : sheet.sum(Entry(Clause::credit_limit, "Part couverte"), run);
    layers.push_back({amount, percentage});
    run.clear();
  };
  base::Rate current;
  for (const auto& invoice : invoices) {
    if (invoice.covered.value.cents == 0) continue;
    if (!run.empty() && invoice.percentage != current) close(current);
    current = invoice.percentage;
    run.push_back(invoice.covered);
  }
  close(current);
  return layers;
}

Amount total(Worksheet& sheet, const Entry& entry, const std::vector<Layer>& layers) {
  if (layers.size() == 1) return layers.front().amount;
  std::vector<Amount> parts;
  for (const auto& layer : layers) parts.push_back(layer.amount);
  return sheet.sum(entry, parts);
}

void take_oldest(Worksheet& sheet, Clause clause, const Amount& taken, std::vector<Layer>& layers) {
  auto left = taken;
  for (std::size_t i = 0; i < layers.size() && left.value.cents > 0; ++i) {
    const auto before = layers[i].amount;
    layers[i].amount = sheet.excess(clause, before, left);
    if (i + 1 < layers.size()) left = sheet.excess(Entry(clause, "Reste à déduire"), left, before);
  }
}

void take_pro_rata(Worksheet& sheet, Clause clause, const Amount& taken, std::vector<Layer>& layers) {
  if (layers.size() == 1) return take_oldest(sheet, clause, taken, layers);
  std::vector<Amount> weights;
  base::Money sum;
  for (const auto& layer : layers) {
    weights.push_back(layer.amount);
    sum += layer.amount.value;
  }
  if (sum.cents == 0) return;
  const auto parts = sheet.shared(clause, taken, weights);
  for (std::size_t i = 0; i < layers.size(); ++i) layers[i].amount = sheet.excess(clause, layers[i].amount, parts[i]);
}

Amount insured_part(Worksheet& sheet, const std::vector<Layer>& layers) {
  std::vector<Amount> parts;
  for (const auto& layer : layers)
    parts.push_back(sheet.rated(Entry(Clause::insured_percentage, "Part assurée"), known("Quotité", layer.percentage),
                                layer.amount));
  return parts.size() == 1 ? parts.front() : sheet.sum(Entry(Clause::insured_percentage, "Part assurée"), parts);
}

}  // namespace credit::engine
