#include "floor/identity/actor.hpp"

#include "base/words.hpp"

namespace identity {
namespace {

using enum OrganisationKind;
constexpr base::Word<OrganisationKind> kind_words[] = {
    {administrator, "administrator", "Administrateur"},
    {broker, "broker", "Courtier"},
    {tradesman, "tradesman", "Artisan"},
    {repairer, "repairer", "Réparateur"},
    {adjusting_firm, "adjusting_firm", "Cabinet d'expertise"},
    {insurer, "insurer", "Assureur"},
    {insured_company, "insured_company", "Entreprise assurée"},
    {factor, "factor", "Factor"},
};
static_assert(std::size(kind_words) == organisation_kind_count);

constexpr base::Word<Role> role_words[] = {
    {Role::manager, "manager", "Responsable"},
    {Role::member, "member", "Membre"},
    {Role::reader, "reader", "Lecteur"},
};

}  // namespace

std::string_view to_text(OrganisationKind kind) { return base::word_of(kind_words, kind).text; }
std::optional<OrganisationKind> organisation_kind_from_text(std::string_view text) {
  return base::value_of(kind_words, text);
}
std::string_view label(OrganisationKind kind) { return base::word_of(kind_words, kind).label; }

std::string_view to_text(Role role) { return base::word_of(role_words, role).text; }
std::optional<Role> role_from_text(std::string_view text) { return base::value_of(role_words, text); }
std::string_view label(Role role) { return base::word_of(role_words, role).label; }

}  // namespace identity
