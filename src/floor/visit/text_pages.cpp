#include "floor/visit/text_pages.hpp"

#include <string>
#include <vector>

#include "floor/identity/organisations.hpp"
#include "floor/visit/page.hpp"
#include "web/html/elements.hpp"
#include "web/ui/page_header.hpp"

namespace visit {
namespace {

using namespace web::html;

struct Section {
  std::string_view title;
  std::vector<std::string> paragraphs;
};

web::Response text_page(Visit& visit, std::string title, std::string lead, const std::vector<Section>& sections) {
  const Markup body =
      div(cls("prose"), each(sections, [](const Section& part) {
            return section(h2(part.title), each(part.paragraphs, [](const std::string& text) { return p(text); }));
          }));
  return page(visit, {.title = title,
                      .body = fragment(web::ui::page_header({.title = title, .lead = std::move(lead)}), body),
                      .width = web::ui::Frame::Width::reading});
}

// Who answers for the data, as its members may be written to: the operating organisation (P1).
std::string controller(const Visit& visit) {
  return visit.platform.database.read([](db::Transaction& tx) -> std::string {
    const auto id = identity::operating_organisation(tx);
    if (!id) return "L’organisation qui exploite ce service";
    const auto found = identity::organisation(tx, *id).value();
    return found.email ? found.name + " (" + found.email->text() + ")" : found.name;
  });
}

}  // namespace

web::Response show_help(Visit& visit) {
  return text_page(
      visit, "Aide", "Chaque dossier dit ce qui est attendu, de qui, et jusqu’à quand.",
      {{"Vous confiez des sinistres",
        {"Déclarez le sinistre avec les coordonnées de l’assuré, le lieu et le corps d’état : les entreprises qui "
         "peuvent intervenir sont proposées, avec la raison de chacune. Cliquez sur celle que vous mandatez.",
         "La liste des dossiers montre ce qui attend votre décision. Si une entreprise refuse ou ne répond pas, vous "
         "en choisissez une autre sans rien ressaisir."}},
       {"Vous êtes artisan",
        {"Une demande arrive par SMS et par e-mail. Ouvrez le lien, choisissez d’accepter ou de refuser, puis "
         "validez : rien n’est décidé avant ce bouton, même si un logiciel a ouvert le lien pour vous.",
         "Les coordonnées de l’assuré s’affichent après votre acceptation. Le devis puis la facture se déposent dans "
         "votre espace, depuis un téléphone aussi."}},
       {"Vous réparez des véhicules",
        {"La liste montre tous les véhicules de vos établissements que les cabinets ont expertisés, par onglets ; un "
         "disque vert signale un document que vous n’avez pas encore ouvert.",
         "Dans un dossier : les rapports à télécharger, les dates à proposer ou à accepter, le devis et la facture à "
         "envoyer, et le complément de réparation, photos comprises.",
         "Un dossier manque ? La page Aide de votre espace vérifie vos SIRET et écrit au cabinet."}},
       {"Vous êtes cabinet d’expertise",
        {"« À décider » réunit les dates suggérées, les compléments et les documents à juger, du plus ancien au plus "
         "récent. « Tournées » range vos visites par jour et par lieu.",
         "Un établissement voit vos dossiers dès que vous validez son rattachement, et plus dès que vous y mettez "
         "fin."}},
       {"Vous placez ou cherchez une assurance-crédit",
        {"L’entreprise remplit un questionnaire en plusieurs fois ; les assureurs disent, dans un test à blanc, "
         "combien ils couvrent sur chaque acheteur ; les offres se comparent acheteur par acheteur, puis la police se "
         "signe en ligne.",
         "Chaque calcul s’explique : le petit « i » à côté d’un montant en montre les étapes."}},
       {"Les délais",
        {"Une durée en heures court sans s’arrêter. Une durée en jours se termine à la fin du dernier jour, à 23:59, "
         "heure de Paris. Un administrateur peut reporter une échéance ; le motif est visible des deux côtés."}},
       {"Se connecter",
        {"Après plusieurs mots de passe erronés, il faut attendre un peu entre deux essais ; aucun compte n’est bloqué "
         "pour de bon. Vos sessions ouvertes se voient, et se ferment, dans les paramètres."}}});
}

web::Response show_personal_data(Visit& visit) {
  return text_page(
      visit, "Données personnelles", "Ce qui est enregistré, qui le voit, et à qui s’adresser.",
      {{"Qui en répond",
        {controller(visit) + " est responsable de ce service et répond aux demandes d’accès, de "
                             "rectification et d’effacement. Vous pouvez aussi saisir la CNIL."}},
       {"Ce qui est enregistré",
        {"Pour un compte : le nom, l’adresse e-mail, le téléphone s’il est donné, une empreinte du mot de passe "
         "(jamais le mot de passe), la date de la dernière connexion.",
         "Pour une session : l’adresse réseau et le nom du navigateur, afin que vous reconnaissiez vos appareils.",
         "Pour un dossier : les coordonnées de l’assuré, le lieu ou le véhicule, les documents et les messages "
         "échangés ; en assurance-crédit, l’entreprise, ses acheteurs et ce qu’ils lui doivent."}},
       {"Qui le voit",
        {"Les membres d’une organisation voient les dossiers de leur organisation, et personne d’autre que les "
         "administrateurs. L’entreprise sollicitée ne voit les coordonnées de l’assuré qu’après avoir accepté le "
         "chantier.",
         "Le journal des actes ne contient aucun nom : seulement des numéros, des dates et des montants."}},
       {"Cookies",
        {"Deux cookies, nécessaires au service et illisibles par d’autres sites : l’un garde votre session ouverte, "
         "l’autre porte pendant deux minutes la phrase qui confirme votre dernière action. Aucune mesure d’audience, "
         "aucun tiers."}}});
}

web::Response show_accessibility(Visit& visit) {
  return text_page(
      visit, "Accessibilité", "Le service doit pouvoir servir à chacun.",
      {{"Ce qui est visé",
        {"Les pages visent le niveau AA des règles WCAG 2.1 : tout se fait au clavier, aucune information ne tient à "
         "la seule couleur, aucun message ne disparaît de lui-même, les pages se lisent sans script et s’impriment."}},
       {"Au clavier",
        {"Le premier lien de chaque page mène au contenu. La touche / place le curseur dans la recherche ; j et k "
         "parcourent les listes, Entrée ouvre la ligne."}},
       {"Signaler une difficulté",
        {controller(visit) + " reçoit les signalements : dites la page, ce que vous vouliez faire, et l’aide technique "
                             "que vous utilisez."}}});
}

}  // namespace visit
