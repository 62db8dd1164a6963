// The papers an applicant proves himself with: kinds, states, how long each holds.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/time.hpp"
#include "floor/identity/actor.hpp"

namespace documents {
using DocumentId = base::Id<struct DocumentTag>;  // as floor/documents declares it, which pure rules may not see
}

namespace works::admission {

using PaperId = base::Id<struct WorksPaperTag>;

enum class Role { tradesman, broker };
std::string_view to_text(Role role);
std::optional<Role> role_from_text(std::string_view text);
std::string_view label(Role role);  // "Artisan"

enum class PaperKind { registration, decennale, liability, urssaf, bank_details, identity, orias, qualification };
inline constexpr PaperKind paper_kinds[] = {PaperKind::registration, PaperKind::decennale,    PaperKind::liability,
                                            PaperKind::urssaf,       PaperKind::orias,        PaperKind::bank_details,
                                            PaperKind::identity,     PaperKind::qualification};
std::string_view to_text(PaperKind kind);
std::optional<PaperKind> paper_kind_from_text(std::string_view text);
std::string_view label(PaperKind kind);  // "Attestation d’assurance décennale"
std::string_view hint(PaperKind kind);   // what is expected of it, one line

enum class PaperState { missing, received, accepted, refused, expired };
std::string_view to_text(PaperState state);
std::optional<PaperState> paper_state_from_text(std::string_view text);
std::string_view label(PaperState state);

enum class Need { required, optional, unasked };
std::string_view to_text(Need need);
std::optional<Need> need_from_text(std::string_view text);
std::string_view label(Need need);

struct Paper {
  PaperId id;
  identity::OrganisationId organisation;
  PaperKind kind;
  PaperState state;
  documents::DocumentId document;
  base::Instant received;
  std::optional<base::Instant> decided;
  identity::AccountId decided_by;
  std::string reason;
  std::optional<base::Day> valid_until;
  std::string name = {};  // of a qualification, as the firm calls it: "Qualibat 2111"
};

// One line of the checklist with what stands there; no paper: missing. Qualifications have a line each, and one to add.
struct Item {
  PaperKind kind;
  Need need;
  std::optional<Paper> paper = {};
  PaperState state() const { return paper ? paper->state : PaperState::missing; }
};

}  // namespace works::admission
