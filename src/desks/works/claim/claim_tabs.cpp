#include "desks/works/claim/claim_tabs.hpp"

#include "base/words.hpp"

namespace works::claim {
namespace {

constexpr base::Word<Tab> words[] = {
    {Tab::all, "all", "Tous"},
    {Tab::to_do, "to_do", "À faire par vous"},
    {Tab::awaiting_quote, "awaiting_quote", "En attente de devis"},
    {Tab::in_progress, "in_progress", "En cours"},
    {Tab::closed, "closed", "Clôturés"},
    {Tab::abandoned, "abandoned", "Sans suite"},
};
constexpr base::Word<Tab> in_addresses[] = {
    {Tab::all, "tous", ""},
    {Tab::to_do, "a-faire", ""},
    {Tab::awaiting_quote, "en-attente-de-devis", ""},
    {Tab::in_progress, "en-cours", ""},
    {Tab::closed, "clotures", ""},
    {Tab::abandoned, "sans-suite", ""},
};

}  // namespace

std::string_view to_text(Tab tab) { return base::word_of(words, tab).text; }
std::string_view label(Tab tab) { return base::word_of(words, tab).label; }
std::string_view slug(Tab tab) { return base::word_of(in_addresses, tab).text; }
std::optional<Tab> tab_from_slug(std::string_view slug) { return base::value_of(in_addresses, slug); }

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
