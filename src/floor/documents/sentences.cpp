#include "floor/documents/documents.hpp"

namespace documents {
namespace {

constexpr web::Sentence french[] = {
    {empty_file.name, "Ce fichier est vide. Choisissez-en un autre."},
    {too_large.name, "Ce fichier dépasse 25 Mo. Réduisez-le, puis déposez-le à nouveau."},
    {not_a_pdf.name, "Ce fichier n’est pas un PDF. Enregistrez le document au format PDF, puis déposez-le à nouveau."},
    {not_an_image.name, "Ce fichier n’est pas une photo JPEG, PNG ou WebP. Choisissez-en une autre."},
    {unsupported_type.name, "Ce type de fichier n’est pas accepté. Déposez un PDF ou une photo JPEG, PNG ou WebP."},
    {encrypted_pdf.name,
     "Ce PDF est protégé par un mot de passe. Enregistrez-le sans protection, puis déposez-le à nouveau."},
    {active_pdf.name,
     "Ce PDF contient un script, une action automatique ou un fichier joint. Imprimez-le au format PDF, puis déposez "
     "le "
     "nouveau fichier."},
    {damaged_pdf.name,
     "Ce PDF est incomplet ou endommagé. Enregistrez-le à nouveau depuis le logiciel d’origine, puis déposez-le."},
    {damaged_image.name, "Cette photo est incomplète ou endommagée. Choisissez-en une autre, ou envoyez-la à nouveau."},
    {too_many_pixels.name,
     "Cette photo est trop grande : 12 000 pixels de côté et 50 millions de pixels au plus. Réduisez-la, puis "
     "déposez-la "
     "à nouveau."},
    {not_checked.name,
     "Ce fichier n’a pas pu être vérifié et n’a pas été enregistré. Réessayez dans quelques minutes."},
    {store_full.name,
     "Il n’y a plus de place pour enregistrer ce fichier : rien n’a été enregistré. Réessayez plus tard, ou prévenez "
     "l’administrateur."},
};

}  // namespace

std::span<const web::Sentence> sentences() { return french; }

}  // namespace documents
