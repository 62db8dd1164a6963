#include "app/demo/applicants.hpp"

#include "app/demo/papers.hpp"
#include "app/demo/signing_up.hpp"
#include "desks/works/admission/application.hpp"

namespace app::demo {
namespace {

namespace admission = works::admission;
using admission::PaperKind;

void send(House& house, identity::OrganisationId organisation, PaperKind kind, const std::filesystem::path& folder) {
  auto& platform = house.platform();
  const auto file =
      platform.documents.prepare(organisation,
                                 pdf(folder, std::string(admission::to_text(kind)) + ".pdf",
                                     {std::string(admission::label(kind)), "Exemplaire de demonstration"}),
                                 documents::Accept::pdf);
  MANDAT_ASSERT(file.ok());
  const auto sent = platform.act({platform::Cause::link, {}, organisation, "mail"}, [&](platform::Act& act) {
    return admission::upload(act, organisation, {kind, *file});
  });
  MANDAT_ASSERT(sent.ok());
}

void refuse(House& house, const identity::Actor& administrator, identity::OrganisationId organisation, PaperKind kind,
            std::string reason) {
  for (const auto& paper :
       house.platform().database.read([&](db::Transaction& tx) { return admission::papers_of(tx, organisation); })) {
    if (paper.kind != kind) continue;
    const auto done = admission::judge(house.platform(), administrator, paper.id,
                                       {.kind = admission::Verdict::Kind::refuse, .reason = std::move(reason)});
    MANDAT_ASSERT(done.ok());
    return;
  }
}

Values person(std::string company, std::string name, int number, std::string postal_code) {
  return {{"company", std::move(company)}, {"person", std::move(name)},      {"mobile", mobile(number).national()},
          {"siret", siret_of(number)},     {"street", "8 rue des Tanneurs"}, {"postal_code", std::move(postal_code)}};
}

}  // namespace

void let_apply(House& house, const Cast& cast, const std::filesystem::path& folder) {
  auto roofer = person("Toitures Vasseline", "Nadia Vasseline", 9101, "69003");
  roofer.insert(roofer.end(), {{"trades", "couverture"}, {"trades", "charpente"}, {"trades", "etancheite"}});
  const auto tradesman = sign_up(house, "artisan", "nadia@toitures-vasseline.example", roofer);
  for (const PaperKind kind :
       {PaperKind::registration, PaperKind::decennale, PaperKind::urssaf, PaperKind::bank_details})
    send(house, tradesman, kind, folder);
  refuse(house, cast.administrator.actor, tradesman, PaperKind::urssaf,
         "L’attestation a plus de six mois : téléchargez la dernière sur votre espace URSSAF.");

  auto plasterer = person("Plâtrerie Sauvegrain", "Bruno Sauvegrain", 9103, "31000");
  plasterer.insert(plasterer.end(), {{"trades", "platrerie"}, {"trades", "peinture"}});
  const auto complete = sign_up(house, "artisan", "bruno@platrerie-sauvegrain.example", plasterer);
  for (const PaperKind kind : {PaperKind::registration, PaperKind::decennale, PaperKind::liability, PaperKind::urssaf,
                               PaperKind::bank_details, PaperKind::identity})
    send(house, complete, kind, folder);

  auto cabinet = person("Courtage Aubertin", "Camille Aubertin", 9102, "35000");
  cabinet.insert(cabinet.end(), {{"orias", "14002317"}, {"billing", "oui"}});
  const auto broker = sign_up(house, "courtier", "camille@courtage-aubertin.example", cabinet);
  for (const PaperKind kind :
       {PaperKind::orias, PaperKind::registration, PaperKind::liability, PaperKind::bank_details})
    send(house, broker, kind, folder);
  settle(house);
}

}  // namespace app::demo
