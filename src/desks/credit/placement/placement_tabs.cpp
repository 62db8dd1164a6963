#include "desks/credit/placement/placement_tabs.hpp"

#include "base/assert.hpp"

namespace credit::placement {
namespace {

struct Row {
  Tab tab;
  std::string_view text, slug, label;
};
constexpr Row rows[] = {
    {Tab::all, "all", "tous", "Tous"},
    {Tab::to_do, "to_do", "a-faire", "À faire par vous"},
    {Tab::preparation, "preparation", "preparation", "Préparation"},
    {Tab::insurers, "insurers", "chez-les-assureurs", "Chez les assureurs"},
    {Tab::decision, "decision", "decision", "Décision"},
    {Tab::in_force, "in_force", "en-vigueur", "En vigueur"},
    {Tab::abandoned, "abandoned", "sans-suite", "Sans suite"},
};

const Row& row_of(Tab tab) {
  for (const auto& row : rows)
    if (row.tab == tab) return row;
  MANDAT_ASSERT(!"every tab has a row");
  return rows[0];
}

}  // namespace

std::string_view to_text(Tab tab) { return row_of(tab).text; }
std::string_view slug(Tab tab) { return row_of(tab).slug; }
std::string_view label(Tab tab) { return row_of(tab).label; }

std::optional<Tab> tab_from_slug(std::string_view slug) {
  for (const auto& row : rows)
    if (row.slug == slug) return row.tab;
  return std::nullopt;
}

Tab part_of(Step step) {
  switch (step) {
    case Step::contact:
    case Step::information:
    case Step::analysis:
      return Tab::preparation;
    case Step::submission:
    case Step::quotes:
      return Tab::insurers;
    case Step::presentation:
    case Step::acceptance:
    case Step::issuance:
    case Step::signature:
      return Tab::decision;
    case Step::in_force:
      return Tab::in_force;
    case Step::abandoned:
      break;
  }
  return Tab::abandoned;
}

std::vector<Tab> tabs_of(Step step, WaitingFor waiting_for) {
  std::vector<Tab> found{Tab::all};
  if (waiting_for == WaitingFor::broker) found.push_back(Tab::to_do);
  found.push_back(part_of(step));
  return found;
}

}  // namespace credit::placement
