#include "desks/works/claim/claim_tabs.hpp"

#include "base/assert.hpp"

namespace works::claim {
namespace {
struct Row {
  Tab tab;
  std::string_view text, slug, label;
};
constexpr Row rows[] = {
    {Tab::all, "all", "tous", "Tous"},
    {Tab::to_do, "to_do", "a-faire", "À faire par vous"},
    {Tab::awaiting_quote, "awaiting_quote", "en-attente-de-devis", "En attente de devis"},
    {Tab::in_progress, "in_progress", "en-cours", "En cours"},
    {Tab::closed, "closed", "clotures", "Clôturés"},
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

std::vector<Tab> tabs_of(Status status, WaitingFor waiting_for) {
  std::vector<Tab> found{Tab::all};
  if (waiting_for == WaitingFor::broker) found.push_back(Tab::to_do);
  switch (status) {
    case Status::awaiting_quote:
      found.push_back(Tab::awaiting_quote);
      break;
    case Status::in_progress:
      found.push_back(Tab::in_progress);
      break;
    case Status::closed:
      found.push_back(Tab::closed);
      break;
    case Status::abandoned:
      found.push_back(Tab::abandoned);
      break;
  }
  return found;
}

}  // namespace works::claim
