#include "floor/messages/faults.hpp"

#include "base/words.hpp"

namespace messages {

namespace {

constexpr base::Word<Fault> faults[] = {
    {Fault::none, "", ""},
    {Fault::no_gateway, "no_gateway", "Aucune passerelle n’est configurée pour ce canal."},
    {Fault::unreachable, "unreachable", "La passerelle d’envoi est injoignable."},
    {Fault::encryption, "encryption", "La connexion chiffrée à la passerelle a échoué : vérifiez son certificat."},
    {Fault::credentials, "credentials", "La passerelle refuse nos identifiants : vérifiez sa configuration."},
    {Fault::busy, "busy", "La passerelle est occupée et demande d’attendre."},
    {Fault::sender, "sender", "La passerelle refuse notre adresse d’expédition : vérifiez sa configuration."},
    {Fault::strange_answer, "strange_answer", "La réponse n’est pas celle d’une passerelle : vérifiez son adresse."},
    {Fault::recipient, "recipient", "L’adresse du destinataire est refusée."},
    {Fault::unwelcome, "unwelcome", "Le serveur du destinataire refuse nos messages ; l’adresse n’est pas en cause."},
    {Fault::recipient_later, "recipient_later", "Le serveur du destinataire demande d’attendre."},
    {Fault::content, "content", "Le contenu du message est refusé."},
    {Fault::too_large, "too_large", "Le message est trop lourd pour être accepté."},
    {Fault::attachment, "attachment", "Une pièce jointe manque dans les documents."},
    {Fault::cut_off, "cut_off", "La connexion s’est rompue pendant l’envoi : le message est peut-être parti."},
    {Fault::crashed, "crashed", "Le serveur s’est arrêté pendant l’envoi : le message est peut-être parti."},
    {Fault::undelivered, "undelivered", "L’opérateur n’a pas pu remettre le SMS."},
    {Fault::rejected, "rejected", "L’opérateur a rejeté le SMS."},
    {Fault::returned, "returned", "Le courriel est revenu : son destinataire ne l’a pas reçu."},
    {Fault::held, "held", "Retenu : un courriel précédent est revenu de cette adresse."},
    {Fault::unexpected, "unexpected", "Une erreur inattendue a empêché l’envoi."},
};

}  // namespace

std::string_view to_text(Fault fault) { return base::word_of(faults, fault).text; }
std::optional<Fault> fault_from_text(std::string_view text) { return base::value_of(faults, text); }
std::string_view label(Fault fault) { return base::word_of(faults, fault).label; }

}  // namespace messages
