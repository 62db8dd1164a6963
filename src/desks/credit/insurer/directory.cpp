#include "desks/credit/insurer/directory.hpp"

#include <algorithm>

#include "base/identifiers.hpp"
#include "base/text.hpp"
#include "floor/audit/audit.hpp"
#include "floor/identity/held_accounts.hpp"
#include "floor/identity/organisations.hpp"

namespace credit::insurer {
namespace {

constexpr std::size_t name_limit = 80;  // characters

std::optional<identity::OrganisationId> space_of(db::Transaction& tx, std::string_view typed,
                                                 base::Refusals& refusals) {
  if (base::trim(typed).empty()) return identity::OrganisationId{};
  const auto siren = base::Siren::parse(typed);
  if (!siren) {
    refusals.push_back({bad_siren, "siren"});
    return std::nullopt;
  }
  const auto found = identity::organisation_with(tx, *siren);
  const auto organisation = found ? identity::organisation(tx, *found) : std::nullopt;
  if (organisation && organisation->kinds.has(identity::OrganisationKind::insurer)) return *found;
  refusals.push_back({no_space, "siren"});
  return std::nullopt;
}

base::Outcome<Insurer> read(db::Transaction& tx, Insurer insurer, const std::vector<Insurer>& others,
                            const web::Fields& form) {
  base::Refusals refusals;
  insurer.name = base::squeeze(form.get("name"));
  if (insurer.name.empty() || base::count_code_points(insurer.name) > name_limit)
    refusals.push_back({name_missing, "name"});
  const auto same_name = [&](const Insurer& other) {
    return other.slug != insurer.slug && base::fold(other.name) == base::fold(insurer.name);
  };
  if (std::any_of(others.begin(), others.end(), same_name)) refusals.push_back({name_taken, "name"});
  const auto typed_email = base::trim(form.get("email"));
  const auto email = base::EmailAddress::parse(typed_email);
  if (!typed_email.empty() && !email) refusals.push_back({bad_email, "email"});
  insurer.email = email ? email->text() : std::string();
  if (const auto space = space_of(tx, form.get("siren"), refusals)) insurer.space = *space;
  insurer.active = form.get("active") == "oui";
  if (!refusals.empty()) return refusals;
  return insurer;
}

void keep(platform::Act& act, const Insurer& insurer) {
  save(act.tx, insurer);
  audit::record(act,
                {"credit.insurer.changed", {}, {{"insurer", insurer.slug}, {"active", insurer.active ? "1" : "0"}}});
}

}  // namespace

std::string slug_of(std::string_view name) {
  std::string slug = base::fold(name);
  std::replace(slug.begin(), slug.end(), ' ', '-');
  return slug;
}

base::Outcome<base::Done> change(platform::Platform& platform, const identity::Actor& administrator,
                                 std::string_view slug, const web::Fields& form) {
  return platform.act(platform::Author::of(administrator), [&](platform::Act& act) -> base::Outcome<base::Done> {
    const auto all = insurers(act.tx);
    const auto found = std::find_if(all.begin(), all.end(), [&](const Insurer& each) { return each.slug == slug; });
    if (found == all.end()) return unknown_insurer;
    const auto changed = read(act.tx, *found, all, form);
    if (!changed) return changed.refusals();
    keep(act, *changed);
    return base::Done{};
  });
}

base::Outcome<std::string> add(platform::Platform& platform, const identity::Actor& administrator,
                               const web::Fields& form) {
  return platform.act(platform::Author::of(administrator), [&](platform::Act& act) -> base::Outcome<std::string> {
    const auto all = insurers(act.tx);
    auto added = read(act.tx, Insurer{}, all, form);
    if (!added) return added.refusals();
    Insurer insurer = *added;
    insurer.slug = slug_of(insurer.name);
    if (insurer.slug.empty()) return base::Refusal{name_missing, "name"};
    const auto same = [&](const Insurer& other) { return other.slug == insurer.slug; };
    if (std::any_of(all.begin(), all.end(), same)) return base::Refusal{name_taken, "name"};
    keep(act, insurer);
    return insurer.slug;
  });
}

}  // namespace credit::insurer
