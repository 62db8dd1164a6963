#include "desks/motor/attachment/siret_reading.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "base/typed_text.hpp"
#include "desks/motor/attachment/siret_rules.hpp"
#include "desks/motor/file/file_view_words.hpp"
#include "floor/identity/names.hpp"

namespace motor::attachment {

std::vector<Known> known_to(db::Transaction& tx, identity::OrganisationId cabinet) {
  constexpr int most = 1000;
  const auto confirmed = of_cabinet(tx, cabinet, State::confirmed, {}, most);
  std::vector<identity::OrganisationId> repairers;
  for (const auto& one : confirmed) repairers.push_back(one.repairer);
  const identity::Names names(tx, repairers);
  std::vector<Known> all;
  for (const auto& one : confirmed) all.push_back({one.siret, one.repairer, names.of(one.repairer)});
  std::sort(all.begin(), all.end(), [](const Known& a, const Known& b) {
    return std::pair(base::fold(a.name), a.siret) < std::pair(base::fold(b.name), b.siret);
  });
  return all;
}

std::optional<base::Refusal> resembling(const std::vector<Known>& known, std::string_view digits) {
  const auto found =
      std::find_if(known.begin(), known.end(), [&](const Known& one) { return one_slip_apart(digits, one.siret); });
  if (found == known.end()) return std::nullopt;
  return base::Refusal{siret_resembles, {}, {file::siret_spaced(found->siret), found->name}};
}

std::optional<base::Siret> read_siret(db::Transaction& tx, identity::OrganisationId cabinet, std::string_view typed,
                                      std::string_view field, base::Refusals& refusals) {
  const std::string digits = siret_digits(typed);
  if (digits.empty()) return std::nullopt;
  if (const auto siret = base::Siret::parse(digits)) return siret;
  if (auto proposing = resembling(known_to(tx, cabinet), digits)) {
    proposing->field = std::string(field);
    refusals.push_back(*std::move(proposing));
    return std::nullopt;
  }
  const bool whole = digits.size() == 14 && base::all_digits(digits);
  refusals.push_back({whole ? siret_mistyped : siret_length, std::string(field)});
  return std::nullopt;
}

}  // namespace motor::attachment
