#include "desks/credit/portfolio/buyer.hpp"

#include "base/words.hpp"

namespace credit::portfolio {
namespace {

constexpr base::Word<Cause> cause_words[] = {
    {Cause::insolvency, "insolvency", "Procédure collective"},
    {Cause::protracted_default, "protracted_default", "Carence de paiement"},
    {Cause::dispute, "dispute", "Litige"},
    {Cause::political, "political", "Risque politique"},
};

constexpr Country country_rows[] = {
    {"FR", "France"},
    {"ZA", "Afrique du Sud"},
    {"DZ", "Algérie"},
    {"DE", "Allemagne"},
    {"SA", "Arabie saoudite"},
    {"AU", "Australie"},
    {"AT", "Autriche"},
    {"BE", "Belgique"},
    {"BR", "Brésil"},
    {"BG", "Bulgarie"},
    {"CA", "Canada"},
    {"CN", "Chine"},
    {"KR", "Corée du Sud"},
    {"CI", "Côte d’Ivoire"},
    {"HR", "Croatie"},
    {"DK", "Danemark"},
    {"AE", "Émirats arabes unis"},
    {"ES", "Espagne"},
    {"EE", "Estonie"},
    {"US", "États-Unis"},
    {"FI", "Finlande"},
    {"GR", "Grèce"},
    {"HK", "Hong Kong"},
    {"HU", "Hongrie"},
    {"IN", "Inde"},
    {"IE", "Irlande"},
    {"IL", "Israël"},
    {"IT", "Italie"},
    {"JP", "Japon"},
    {"LV", "Lettonie"},
    {"LT", "Lituanie"},
    {"LU", "Luxembourg"},
    {"MT", "Malte"},
    {"MA", "Maroc"},
    {"MX", "Mexique"},
    {"MC", "Monaco"},
    {"NO", "Norvège"},
    {"NZ", "Nouvelle-Zélande"},
    {"NL", "Pays-Bas"},
    {"PL", "Pologne"},
    {"PT", "Portugal"},
    {"QA", "Qatar"},
    {"CZ", "République tchèque"},
    {"RO", "Roumanie"},
    {"GB", "Royaume-Uni"},
    {"SN", "Sénégal"},
    {"RS", "Serbie"},
    {"SG", "Singapour"},
    {"SK", "Slovaquie"},
    {"SI", "Slovénie"},
    {"SE", "Suède"},
    {"CH", "Suisse"},
    {"TN", "Tunisie"},
    {"TR", "Turquie"},
    {"VN", "Viêt Nam"},
};

}  // namespace

std::string_view to_text(Cause cause) { return base::word_of(cause_words, cause).text; }
std::optional<Cause> cause_from_text(std::string_view text) { return base::value_of(cause_words, text); }
std::string_view label(Cause cause) { return base::word_of(cause_words, cause).label; }

std::span<const Country> countries() { return country_rows; }

std::string_view country_name(std::string_view code) {
  for (const Country& country : country_rows)
    if (country.code == code) return country.name;
  return code;
}

}  // namespace credit::portfolio
