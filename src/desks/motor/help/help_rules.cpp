#include "desks/motor/help/help_rules.hpp"

#include <vector>

#include "base/text.hpp"
#include "base/words.hpp"

namespace motor::help {
namespace {

constexpr base::Word<Likeness> words[] = {
    {Likeness::none, "none", "il ne ressemble à aucun des siens"},
    {Likeness::same, "same", "c’est le sien, que vous n’avez pas confirmé"},
    {Likeness::same_siren, "same_siren", "c’est un autre établissement de la même entreprise"},
    {Likeness::swapped, "swapped", "deux chiffres voisins sont inversés : faute de frappe probable"},
    {Likeness::few_digits, "few_digits", "deux chiffres au plus diffèrent : faute de frappe probable"},
};

constexpr std::size_t siren_length = 9;

}  // namespace

Likeness likeness(std::string_view siret, std::string_view own) {
  if (siret.size() != own.size() || siret.size() <= siren_length) return Likeness::none;
  std::vector<std::size_t> differing;
  for (std::size_t i = 0; i < siret.size(); ++i)
    if (siret[i] != own[i]) differing.push_back(i);
  if (differing.empty()) return Likeness::same;
  if (differing.size() == 2 && differing[1] == differing[0] + 1 && siret[differing[0]] == own[differing[1]] &&
      siret[differing[1]] == own[differing[0]])
    return Likeness::swapped;
  if (differing.front() >= siren_length) return Likeness::same_siren;
  return differing.size() <= 2 ? Likeness::few_digits : Likeness::none;
}

std::string_view to_text(Likeness likeness) { return base::word_of(words, likeness).text; }
std::optional<Likeness> likeness_from_text(std::string_view text) { return base::value_of(words, text); }
std::string_view label(Likeness likeness) { return base::word_of(words, likeness).label; }

base::Outcome<Asked> read(std::string_view about, std::string_view said) {
  Asked asked{base::squeeze(about), std::string(base::trim(said))};
  base::Refusals refusals;
  const auto check = [&](const std::string& text, const base::Figure<int>& longest, const char* field) {
    if (base::count_code_points(text) > static_cast<std::size_t>(longest.value()))
      refusals.push_back({too_long, field, {std::to_string(longest.value())}});
  };
  check(asked.about, longest_about, "about");
  check(asked.said, longest_message, "said");
  if (asked.about.empty() && asked.said.empty()) refusals.push_back({nothing_said, "said"});
  if (!refusals.empty()) return refusals;
  return asked;
}

}  // namespace motor::help
