#include "floor/documents/documents.hpp"

namespace documents {
namespace {

// {0}: the file, « devis.pdf »: a form may hold several.
constexpr web::Sentence french[] = {
    {empty_file.name, "{0} est vide. Choisissez un autre fichier."},
    {too_large.name, "{0} dépasse 25 Mo. Réduisez le fichier, puis déposez-le à nouveau."},
    {not_a_pdf.name, "{0} n’est pas un PDF. Enregistrez le document au format PDF, puis déposez-le à nouveau."},
    {not_an_image.name, "{0} n’est pas une photo JPEG, PNG ou WebP. Choisissez-en une autre."},
    {unsupported_type.name, "{0} n’est pas d’un type accepté. Déposez un PDF ou une photo JPEG, PNG ou WebP."},
    {encrypted_pdf.name,
     "{0} est protégé par un mot de passe. Enregistrez le PDF sans protection, puis déposez-le à nouveau."},
    {active_pdf.name,
     "{0} contient un script, une action automatique ou un fichier joint. Imprimez-le au format PDF, "
     "puis déposez le nouveau fichier."},
    {damaged_pdf.name,
     "{0} est incomplet ou endommagé. Enregistrez le PDF à nouveau depuis le logiciel d’origine, puis "
     "déposez-le."},
    {damaged_image.name, "{0} est incomplète ou endommagée. Choisissez une autre photo, ou envoyez-la à nouveau."},
    {too_many_pixels.name,
     "{0} est trop grande : 12 000 pixels de côté et 50 millions de pixels au plus. Réduisez la "
     "photo, puis déposez-la à nouveau."},
    {not_checked.name, "{0} n’a pas pu être vérifié et n’a pas été enregistré. Réessayez dans quelques minutes."},
    {store_full.name,
     "Il n’y a plus de place pour enregistrer {0} : rien n’a été enregistré. Réessayez plus tard, ou "
     "prévenez l’administrateur."},
};

}  // namespace

std::span<const web::Sentence> sentences() { return french; }

}  // namespace documents
