// Who acts: an account, in one organisation, with a role (P1, P2).
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "base/id.hpp"

namespace identity {

using AccountId = base::Id<struct AccountTag>;            // a person
using OrganisationId = base::Id<struct OrganisationTag>;  // a SIREN
using EstablishmentId = base::Id<struct EstablishmentTag>;

enum class OrganisationKind {
  administrator,  // the operating organisation: one per database
  broker,
  tradesman,
  repairer,
  adjusting_firm,
  insurer,
  insured_company,
  factor,
};
inline constexpr int organisation_kind_count = 8;
std::string_view to_text(OrganisationKind kind);  // stored form, "broker"
std::optional<OrganisationKind> organisation_kind_from_text(std::string_view text);
std::string_view label(OrganisationKind kind);  // "Courtier"

// The kinds of one organisation; it may be of several.
class KindSet {
 public:
  constexpr KindSet() = default;
  constexpr KindSet(std::initializer_list<OrganisationKind> kinds) {
    for (auto kind : kinds) add(kind);
  }
  constexpr void add(OrganisationKind kind) { bits_ |= bit(kind); }
  constexpr bool has(OrganisationKind kind) const { return (bits_ & bit(kind)) != 0; }
  constexpr bool meets(KindSet other) const { return (bits_ & other.bits_) != 0; }
  constexpr bool empty() const { return bits_ == 0; }

 private:
  static constexpr std::uint32_t bit(OrganisationKind kind) { return 1U << static_cast<unsigned>(kind); }
  std::uint32_t bits_ = 0;
};

// What a member may do inside the organisation; each includes the ones after it.
enum class Role { manager, member, reader };
std::string_view to_text(Role role);
std::optional<Role> role_from_text(std::string_view text);
std::string_view label(Role role);
constexpr bool at_least(Role held, Role wanted) { return static_cast<int>(held) <= static_cast<int>(wanted); }

// The signed-in person as every query's scope needs it.
struct Actor {
  AccountId account;
  OrganisationId organisation;
  KindSet kinds;
  Role role = Role::reader;
  std::string name;  // "Claire Fontaine"
  std::string organisation_name;

  bool is(OrganisationKind kind) const { return kinds.has(kind); }
};

}  // namespace identity
