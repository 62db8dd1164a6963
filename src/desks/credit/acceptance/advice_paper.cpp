#include "desks/credit/acceptance/advice_paper.hpp"

#include "base/french.hpp"
#include "floor/papers/paper.hpp"

namespace credit::acceptance {
namespace {

namespace french = base::french;

std::string told(const std::string& text) { return text.empty() ? std::string("non renseigné") : text; }

}  // namespace

std::string advice_pdf(const AdvicePaper& of) {
  const auto& file = of.advice.file;
  const auto& placement = of.placement;
  papers::Paper paper({.title = "Information et conseil en assurance-crédit",
                       .author = of.broker,
                       .subject = placement.reference,
                       .made = of.now,
                       .footer = of.broker + " · " + placement.reference});
  paper.letterhead({.sender = {of.broker, "Courtier en assurance-crédit"},
                    .recipient = {placement.company.name, placement.contact.name}});
  paper.title("Information et conseil");
  paper.paragraph("Remis avant la conclusion du contrat (articles L521-2 et L521-4 du Code des assurances).",
                  papers::Weight::quiet);
  paper.heading("Votre courtier");
  paper.facts({{"Immatriculation ORIAS", told(file.orias)},
               {"Autorité de contrôle", told(file.supervisor)},
               {"Réclamations et médiation", told(file.complaints)},
               {"Liens avec les assureurs", told(file.insurer_links)},
               {"Rémunération", told(file.remuneration)},
               {"Mandat de placement signé le",
                file.mandate_signed ? french::day_medium(*file.mandate_signed) : std::string("non renseigné")}});
  paper.heading("Votre entreprise et vos besoins");
  paper.facts({{"Entreprise", placement.company.name},
               {"SIREN", told(placement.company.siren)},
               {"Acheteurs à couvrir", french::integer(placement.buyers)},
               {"Encours à couvrir", french::euros(placement.exposure)}});
  paper.paragraph(told(file.needs));
  paper.heading("Notre conseil motivé");
  paper.paragraph(told(file.recommendation));
  if (file.recommended)
    paper.paragraph("Conseil donné le " + french::instant_medium(*file.recommended) + ".", papers::Weight::quiet);
  paper.heading("Accusé de réception");
  if (file.acknowledged && file.recommended && *file.acknowledged >= *file.recommended)
    paper.note("Reçu par " + of.advice.acknowledged_by + " le " + french::instant_medium(*file.acknowledged) + ".",
               papers::Tone::good);
  else
    paper.note("En attente : le client en accuse réception en répondant à l’offre.", papers::Tone::mute);
  return paper.finish();
}

}  // namespace credit::acceptance
