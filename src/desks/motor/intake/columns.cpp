// The columns of a table of files: a firm's own headers are read as ours, whatever case, accents and order (M31).
#include "desks/motor/file/file_form.hpp"
#include "desks/motor/intake/intake.hpp"

namespace motor::intake {
namespace {

namespace name = file::field;
using tables::Kind;
using tables::Need;

constexpr tables::Column rows[] = {
    {name::reference, "Numéro de dossier", Kind::text, Need::value,
     "dossier;n° dossier;no dossier;référence;référence expert;file", 30},
    {name::siret, "SIRET", Kind::siret, Need::optional, "siret réparateur;siret du réparateur;siret garage"},
    {name::plate, "Immatriculation", Kind::plate, Need::optional, "plaque;immat;registration"},
    {name::make, "Marque", Kind::text, Need::value, "constructeur", 120},
    {name::model, "Modèle", Kind::text, Need::optional, "véhicule", 120},
    {name::vin, "VIN", Kind::text, Need::optional, "n° de série;numéro de série;châssis", 17},
    {name::insured, "Assuré", Kind::text, Need::value, "nom;nom assuré;nom de l’assuré;client", 120},
    {name::email, "E-mail", Kind::email, Need::optional, "email;mail;courriel;e-mail assuré"},
    {name::phone, "Téléphone", Kind::phone, Need::optional, "tél;tel;mobile;téléphone assuré"},
    {name::principal, "Mandant", Kind::text, Need::optional, "nom mandant;nom du mandant", 120},
    {name::insurer, "Assurance", Kind::text, Need::optional, "compagnie;assureur;insurer name", 120},
    {name::insurer_code, "Code GTA", Kind::text, Need::optional, "gta;code assurance", 10},
    {name::claim_number, "N° de sinistre", Kind::text, Need::optional,
     "numéro de sinistre;sinistre;n° sinistre;no sinistre", 40},
    {name::claim_day, "Date du sinistre", Kind::day, Need::optional, "date sinistre;survenu le"},
    {name::inspection_day, "Date d’expertise", Kind::day, Need::optional, "date expertise;expertise le"},
    {name::postal_code, "Code postal", Kind::postal_code, Need::optional, "cp;code postal expertise"},
    {name::place, "Lieu", Kind::text, Need::optional, "lieu d’expertise;commune;ville", 120},
    {name::mode, "Mode", Kind::choice, Need::optional, "mode d’expertise;type d’expertise"},
};

}  // namespace

std::span<const tables::Column> columns() { return rows; }

}  // namespace motor::intake
