#include "base/whole_number.hpp"
#include "desks/works/mandate/mandate_actions.hpp"
#include "desks/works/mandate/mandate_pages.hpp"
#include "floor/visit/page.hpp"

namespace works::mandate {
namespace {

using web::html::Url;

web::Response back_to_file(visit::Visit& visit, ClaimId claim, std::string sentence) {
  return visit::see_other(visit, Url::path("/travaux/dossiers/{}", claim), {web::ui::Tone::good, std::move(sentence)});
}

}  // namespace

web::Response post_mandate(visit::Visit& visit) {
  const identity::OrganisationId firm{base::whole_number(visit.request.form.get("entreprise")).value_or(0)};
  const auto asked = ask(visit.platform, visit.actor(), LotId{visit.id()}, firm);
  if (!asked) return visit::refused(visit, asked.refusals());
  const auto mandate = visit.platform.database.read([&](db::Transaction& tx) { return find(tx, *asked); });
  const bool by_mail_alone = mandate->sms_obstacle == SmsObstacle::no_mobile;
  return back_to_file(visit, mandate->claim,
                      by_mail_alone ? "La demande est partie par e-mail seulement : l’entreprise n’a pas indiqué de "
                                      "mobile. Elle a 48 h pour répondre."
                                    : "La demande est partie par SMS et par e-mail. L’entreprise a 48 h pour "
                                      "répondre.");
}

web::Response post_withdrawal(visit::Visit& visit) {
  const auto withdrawn =
      withdraw(visit.platform, visit.actor(), MandateId{visit.id()}, visit.request.form.get("reason"));
  if (!withdrawn) return visit::refused(visit, withdrawn.refusals());
  return visit::see_other(visit, Url::path("/travaux/lots/{}/entreprises", withdrawn->lot),
                          {web::ui::Tone::good, "Le chantier est retiré. Choisissez une autre entreprise."});
}

web::Response post_new_quote(visit::Visit& visit) {
  const auto asked = ask_new_quote(visit.platform, visit.actor(), MandateId{visit.id()});
  if (!asked) return visit::refused(visit, asked.refusals());
  return back_to_file(visit, asked->claim, "Un nouveau devis est demandé à l’entreprise, sous 5 jours.");
}

}  // namespace works::mandate
