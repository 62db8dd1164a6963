#include "desks/credit/contracting.hpp"

#include "desks/credit/acceptance/acceptance_pages.hpp"
#include "desks/credit/file/papers.hpp"
#include "desks/credit/file/receipts.hpp"
#include "desks/credit/offer/call_reminders.hpp"
#include "desks/credit/offer/offer_actions.hpp"
#include "desks/credit/offer/offer_pages.hpp"
#include "desks/credit/offer/owed_quotes.hpp"
#include "desks/credit/placement/placement.hpp"
#include "desks/credit/policy/policy_actions.hpp"
#include "desks/credit/policy/policy_pages.hpp"
#include "desks/credit/policy/sms_texts.hpp"
#include "desks/credit/prospect/prospect_pages.hpp"

namespace credit {
namespace {

using identity::OrganisationKind;
using identity::Role;
using visit::Pace;
using visit::Permission;
using web::Method;

constexpr identity::KindSet brokers{OrganisationKind::broker};
constexpr identity::KindSet companies{OrganisationKind::insured_company};
constexpr identity::KindSet readers{OrganisationKind::broker, OrganisationKind::administrator};

// A placement's documents are its parties': the broker's, administrators', the insured company's but for what is
// between broker and insurers.
bool may_see(db::Transaction& tx, const documents::Document& document, const identity::Actor& actor) {
  const bool of_company = actor.is(OrganisationKind::insured_company) && !actor.is(OrganisationKind::broker) &&
                          !actor.is(OrganisationKind::administrator);
  if (of_company && !file::shown_to_company(document.kind)) return false;
  return placement::find(tx, PlacementId{document.file.id}, actor).has_value();
}

}  // namespace

std::vector<visit::Route> contract_routes() {
  const Permission reads = Permission::of(readers);
  const Permission acts = Permission::of(brokers, Role::member);
  const Permission link = Permission::link_holder();
  return {
      {Method::get, "/credit/echeances/{}", reads, file::show_receipt},
      {Method::get, "/couverture/echeances/{}", Permission::of(companies), file::show_receipt_to_company},
      {Method::get, "/credit/dossiers/{}/offres", reads, offer::show_offers},
      {Method::post, "/credit/dossiers/{}/offres", acts, offer::post_offer},
      {Method::get, "/credit/dossiers/{}/offres/nouvelle", acts, offer::show_new_offer},
      {Method::get, "/credit/dossiers/{}/comparatif/{}", reads, offer::download_comparison, Pace::waits},
      {Method::get, "/credit/offres/{}", reads, offer::show_offer},
      {Method::get, "/credit/offres/{}/impaye", reads, offer::show_loss},
      {Method::get, "/credit/offres/{}/impaye/echeances.ics", reads, offer::download_loss_dates},
      {Method::get, "/credit/offres/{}/impaye/calcul.pdf", reads, offer::download_loss_paper, Pace::waits},
      {Method::get, "/credit/offres/{}/version", acts, offer::show_revision},
      {Method::post, "/credit/offres/{}/version", acts, offer::post_revision},
      {Method::post, "/credit/offres/{}/suite", acts, offer::post_offer_act, Pace::waits},
      {Method::post, "/credit/offres/{}/accord", acts, offer::post_recorded_answer},
      {Method::get, "/offre/{}", link, offer::show_answer_link},
      {Method::post, "/offre/{}", link, offer::post_answer_link},
      {Method::get, "/offre/{}/{}", link, offer::show_link_paper, Pace::waits},
      {Method::get, "/couverture/{}/offres", Permission::of(companies), offer::show_own_offers},
      {Method::post, "/couverture/{}/offres", Permission::of(companies, Role::member), offer::post_own_answer},
      {Method::get, "/couverture/{}/offres/{}", Permission::of(companies), offer::show_own_paper, Pace::waits},
      {Method::get, "/credit/dossiers/{}/conseil", reads, acceptance::show_advice},
      {Method::post, "/credit/dossiers/{}/conseil", acts, acceptance::post_advice, Pace::waits},
      {Method::get, "/credit/dossiers/{}/conseil/pdf", reads, acceptance::download_advice, Pace::waits},
      {Method::get, "/credit/dossiers/{}/vigilance", reads, acceptance::show_vigilance},
      {Method::post, "/credit/dossiers/{}/vigilance", acts, acceptance::post_vigilance},
      {Method::get, "/credit/dossiers/{}/police", reads, policy::show_policy},
      {Method::post, "/credit/dossiers/{}/police", acts, policy::post_policy, Pace::waits},
      {Method::post, "/credit/dossiers/{}/police/envoi", acts, policy::post_sending},
      {Method::post, "/credit/dossiers/{}/police/ailleurs", acts, policy::post_elsewhere, Pace::waits},
      {Method::post, "/credit/dossiers/{}/police/rappel", acts, policy::post_recall},
      {Method::post, "/credit/dossiers/{}/police/retrait", acts, policy::post_retraction},
      {Method::post, "/credit/dossiers/{}/police/prise-en-main", acts, policy::post_onboarding},
      {Method::post, "/credit/dossiers/{}/police/declarations", acts, policy::post_turnover},
      {Method::post, "/couverture/{}/police/declarations", Permission::of(companies, Role::member),
       policy::post_turnover},
      {Method::get, "/couverture/{}/police", Permission::of(companies), policy::show_policy},
      {Method::get, "/couverture/{}/police/impaye", Permission::of(companies), offer::show_own_loss},
      {Method::get, "/couverture/{}/police/impaye/echeances.ics", Permission::of(companies),
       offer::download_own_loss_dates},
      {Method::get, "/couverture/{}/police/impaye/calcul.pdf", Permission::of(companies),
       offer::download_own_loss_paper, Pace::waits},
      {Method::get, "/signature/{}", link, policy::show_signing},
      {Method::post, "/signature/{}", link, policy::post_signing, Pace::waits},
      {Method::get, "/couverture/{}/prospect", Permission::of(companies), prospect::show_own_prospect},
      {Method::get, "/credit/prospects", Permission::of(brokers), prospect::show_prospect},
  };
}

void register_contract_delays(deadlines::Handlers& handlers) {
  offer::register_delays(handlers);
  offer::register_call_delays(handlers);
  offer::register_quote_delays(handlers);
  policy::register_delays(handlers);
}

visit::DocumentRule contract_document_rule() { return {placement_file_kind, may_see}; }

std::span<const sms_templates::Template> sms_texts() { return policy::sms_texts; }

}  // namespace credit
