#include "desks/works/admission/paper.hpp"

#include "base/words.hpp"

namespace works::admission {
namespace {

constexpr base::Word<Role> roles[] = {{Role::tradesman, "tradesman", "Artisan"}, {Role::broker, "broker", "Courtier"}};
constexpr base::Word<PaperKind> kinds[] = {
    {PaperKind::registration, "registration", "Extrait Kbis ou RNE"},
    {PaperKind::decennale, "decennale", "Attestation d’assurance décennale"},
    {PaperKind::liability, "liability", "Attestation de responsabilité civile professionnelle"},
    {PaperKind::urssaf, "urssaf", "Attestation de vigilance URSSAF"},
    {PaperKind::bank_details, "bank_details", "RIB"},
    {PaperKind::identity, "identity", "Pièce d’identité du dirigeant"},
    {PaperKind::orias, "orias", "Attestation d’immatriculation à l’ORIAS"},
    {PaperKind::qualification, "qualification", "Certification ou qualification (RGE, Qualibat…)"},
};
constexpr base::Word<PaperState> states[] = {
    {PaperState::missing, "missing", "Manquante"},  {PaperState::received, "received", "Reçue, à vérifier"},
    {PaperState::accepted, "accepted", "Acceptée"}, {PaperState::refused, "refused", "Refusée"},
    {PaperState::expired, "expired", "Expirée"},
};
constexpr base::Word<Need> needs[] = {{Need::required, "required", "Obligatoire"},
                                      {Need::optional, "optional", "Facultative"},
                                      {Need::unasked, "unasked", "Non demandée"}};

}  // namespace

std::string_view to_text(Role role) { return base::word_of(roles, role).text; }
std::optional<Role> role_from_text(std::string_view text) { return base::value_of(roles, text); }
std::string_view label(Role role) { return base::word_of(roles, role).label; }
std::string_view to_text(PaperKind kind) { return base::word_of(kinds, kind).text; }
std::optional<PaperKind> paper_kind_from_text(std::string_view text) { return base::value_of(kinds, text); }
std::string_view label(PaperKind kind) { return base::word_of(kinds, kind).label; }
std::string_view to_text(PaperState state) { return base::word_of(states, state).text; }
std::optional<PaperState> paper_state_from_text(std::string_view text) { return base::value_of(states, text); }
std::string_view label(PaperState state) { return base::word_of(states, state).label; }
std::string_view to_text(Need need) { return base::word_of(needs, need).text; }
std::optional<Need> need_from_text(std::string_view text) { return base::value_of(needs, text); }
std::string_view label(Need need) { return base::word_of(needs, need).label; }

std::string_view hint(PaperKind kind) {
  switch (kind) {
    case PaperKind::registration:
      return "De moins de trois mois.";
    case PaperKind::decennale:
      return "En cours de validité, avec la liste des activités couvertes.";
    case PaperKind::liability:
      return "En cours de validité.";
    case PaperKind::urssaf:
      return "De moins de six mois, avec son code de sécurité.";
    case PaperKind::bank_details:
      return "Au nom de l’entreprise.";
    case PaperKind::identity:
      return "Recto et verso, en cours de validité.";
    case PaperKind::orias:
      return "De l’année en cours.";
    case PaperKind::qualification:
      return "Autant que vous en avez ; les courtiers voient celles qui sont acceptées.";
  }
  return {};
}

}  // namespace works::admission
