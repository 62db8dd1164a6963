#include "desks/credit/placement/placement_tabs.hpp"

#include "base/words.hpp"

namespace credit::placement {
namespace {

constexpr base::Word<Tab> words[] = {
    {Tab::all, "all", "Tous"},
    {Tab::to_do, "to_do", "À faire par vous"},
    {Tab::preparation, "preparation", "Préparation"},
    {Tab::insurers, "insurers", "Chez les assureurs"},
    {Tab::decision, "decision", "Décision"},
    {Tab::in_force, "in_force", "En vigueur"},
    {Tab::abandoned, "abandoned", "Sans suite"},
};
constexpr base::Word<Tab> in_addresses[] = {
    {Tab::all, "tous", ""},
    {Tab::to_do, "a-faire", ""},
    {Tab::preparation, "preparation", ""},
    {Tab::insurers, "chez-les-assureurs", ""},
    {Tab::decision, "decision", ""},
    {Tab::in_force, "en-vigueur", ""},
    {Tab::abandoned, "sans-suite", ""},
};

}  // namespace

std::string_view to_text(Tab tab) { return base::word_of(words, tab).text; }
std::string_view label(Tab tab) { return base::word_of(words, tab).label; }
std::string_view slug(Tab tab) { return base::word_of(in_addresses, tab).text; }
std::optional<Tab> tab_from_slug(std::string_view slug) { return base::value_of(in_addresses, slug); }

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
