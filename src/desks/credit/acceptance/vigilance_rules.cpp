#include "desks/credit/acceptance/vigilance_rules.hpp"

#include "base/text.hpp"
#include "base/words.hpp"

namespace credit::acceptance {
namespace {

constexpr base::Rule rows[] = {
    MANDAT_RULE("C37",
                "Identity with the papers seen, beneficial owners by name, politically exposed persons and screening "
                "against frozen assets are recorded before acceptance: what is missing is listed, and while something "
                "is, no offer is proposed or accepted and no policy signed"),
    MANDAT_RULE("C37.override",
                "A reason of at least 20 characters lets proposal, acceptance and signature pass although something is "
                "missing; none does when assets are frozen"),
};

constexpr base::Word<Vigilance> words[] = {
    {Vigilance::identity, "identity", "Identité vérifiée"},
    {Vigilance::identity_papers, "identity_papers", "Pièces d’identité vues"},
    {Vigilance::beneficial_owners, "beneficial_owners", "Bénéficiaires effectifs"},
    {Vigilance::owner_names, "owner_names", "Noms des bénéficiaires effectifs"},
    {Vigilance::political_exposure, "political_exposure", "Personnes politiquement exposées"},
    {Vigilance::exposure_measures, "exposure_measures", "Mesures prises pour la personne exposée"},
    {Vigilance::asset_freeze, "asset_freeze", "Contrôle au registre des gels d’avoirs"},
};

}  // namespace

std::string_view to_text(Vigilance part) { return base::word_of(words, part).text; }
std::string_view label(Vigilance part) { return base::word_of(words, part).label; }

std::vector<Vigilance> missing(const VigilanceFile& file) {
  std::vector<Vigilance> absent;
  if (!file.identity_checked)
    absent.push_back(Vigilance::identity);
  else if (base::trim(file.identity_paper).empty())
    absent.push_back(Vigilance::identity_papers);
  if (file.owners == Owners::not_recorded)
    absent.push_back(Vigilance::beneficial_owners);
  else if (base::trim(file.owners_named).empty())
    absent.push_back(Vigilance::owner_names);
  if (file.exposure == Exposure::not_recorded) absent.push_back(Vigilance::political_exposure);
  if (file.exposure == Exposure::exposed && base::trim(file.exposure_measures).empty())
    absent.push_back(Vigilance::exposure_measures);
  if (file.screening == Screening::not_done) absent.push_back(Vigilance::asset_freeze);
  return absent;
}

base::Outcome<base::Done> may_sign(const VigilanceFile& file) {
  if (file.screening == Screening::match) return assets_frozen;
  const auto absent = missing(file);
  if (absent.empty()) return base::Done{};
  const auto reason = base::trim(file.override_reason);
  if (reason.empty()) {
    std::string list;
    for (const auto part : absent) list += (list.empty() ? "" : ", ") + std::string(label(part));
    return base::Refusal{vigilance_incomplete, "", {list}};
  }
  const auto least = override_reason_length.value();
  if (base::count_code_points(reason) < static_cast<std::size_t>(least))
    return base::Refusal{override_reason_too_short, "override_reason", {std::to_string(least)}};
  return base::Done{};
}

std::span<const base::Rule> vigilance_rules() { return rows; }

}  // namespace credit::acceptance
