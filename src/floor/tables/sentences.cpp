#include "floor/tables/refusals.hpp"

namespace tables {
namespace {

constexpr web::Sentence french[] = {
    {empty_table.name, "Ce tableau est vide. Choisissez un fichier qui contient une ligne d’en-têtes et des lignes."},
    {not_a_table.name, "Ce fichier n’est pas un tableau. Déposez un fichier Excel (.xlsx) ou CSV."},
    {old_workbook.name,
     "Ce classeur est à l’ancien format Excel (.xls) ou protégé par un mot de passe. Enregistrez-le sans protection au "
     "format .xlsx ou CSV, puis déposez-le à nouveau."},
    {open_document.name,
     "Ce classeur est au format OpenDocument. Enregistrez-le au format Excel (.xlsx) ou CSV, puis déposez-le à "
     "nouveau."},
    {damaged_workbook.name,
     "Ce classeur est incomplet ou endommagé. Enregistrez-le à nouveau depuis votre tableur, puis déposez-le."},
    {no_sheet.name, "Ce classeur n’a aucune feuille visible."},
    {open_quote.name, "Un guillemet ouvert à la ligne {0} n’est jamais refermé. Corrigez-le, puis déposez le fichier."},
    {bomb.name,
     "Ce classeur se déplie démesurément : il est refusé par sécurité. Copiez vos lignes dans un nouveau classeur, "
     "puis "
     "déposez-le."},
    {table_too_large.name, "Ce tableau dépasse 25 Mo. Partagez-le en plusieurs fichiers."},
    {too_many_rows.name, "Ce tableau a plus de {0} lignes. Partagez-le en plusieurs fichiers."},
    {too_many_columns.name, "Ce tableau a plus de {0} colonnes. Ne gardez que celles qui sont demandées."},
    {too_many_cells.name, "Ce tableau contient trop de données. Partagez-le en plusieurs fichiers."},
    {cell_too_large.name, "Une cellule de la ligne {0} contient un texte trop long. Raccourcissez-le."},
    {not_read.name, "Ce fichier n’a pas pu être lu. Réessayez dans quelques minutes."},
    {missing_columns.name, "Colonnes introuvables : {0}. Vérifiez les en-têtes de votre tableau."},
    {repeated_column.name, "La colonne « {0} » figure deux fois. Gardez-en une seule."},
    {cell_missing.name, "Valeur absente."},
    {cell_too_long.name, "Texte trop long : {1} caractères au plus."},
    {cell_no_text.name, "« {0} » contient des caractères invisibles. Saisissez-le à nouveau."},
    {cell_no_amount.name, "« {0} » n’est pas un montant. Écrivez par exemple 1 234,50."},
    {cell_no_day.name, "« {0} » n’est pas une date. Écrivez par exemple 21/11/2026."},
    {cell_no_number.name, "« {0} » n’est pas un nombre entier."},
    {cell_no_rate.name, "« {0} » n’est pas un pourcentage. Écrivez par exemple 0,25 %."},
    {cell_no_siren.name, "« {0} » n’est pas un SIREN : 9 chiffres, dont un de contrôle."},
    {cell_no_siret.name, "« {0} » n’est pas un SIRET : 14 chiffres, dont un de contrôle."},
    {cell_no_email.name, "« {0} » n’est pas une adresse e-mail."},
    {cell_no_phone.name, "« {0} » n’est pas un numéro de téléphone."},
    {cell_no_plate.name, "« {0} » n’est pas une immatriculation. Écrivez par exemple AB-123-CD."},
    {cell_no_postal_code.name, "« {0} » n’est pas un code postal : 5 chiffres."},
    {cell_no_choice.name, "« {0} » n’est pas reconnu. Écrivez l’un de ces choix : {1}."},
};

}  // namespace

std::span<const web::Sentence> sentences() { return french; }

}  // namespace tables
