#include "base/words.hpp"
#include "desks/motor/file/file_list.hpp"

namespace motor::file {
namespace {

constexpr base::Word<Column> columns[] = {
    {Column::documents, "documents", "DOCUMENTS"},
    {Column::claim_day, "sinistre", "DATE SINISTRE"},
    {Column::inspection_day, "expertise", "DATE EXPERTISE"},
    {Column::reference, "numero", "NUMÉRO DE DOSSIER"},
    {Column::insured, "assure", "ASSURÉ"},
    {Column::vehicle, "vehicule", "VÉHICULE"},
    {Column::plate, "immatriculation", "IMMATRICULATION"},
    {Column::insurer, "assurance", "ASSURANCE"},
    {Column::amount, "chiffrage", "DERNIER CHIFFRAGE"},
    {Column::siret, "siret", "SIRET"},
    {Column::cabinet, "cabinet", "CABINET"},
    {Column::state, "etat", "ETAT"},
};
static_assert(std::size(columns) == column_count);

}  // namespace

std::string_view label(Column column) { return base::word_of(columns, column).label; }
std::string_view slug(Column column) { return base::word_of(columns, column).text; }
std::optional<Column> column_from_slug(std::string_view slug) { return base::value_of(columns, slug); }

}  // namespace motor::file
