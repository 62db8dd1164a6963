#include "desks/works/desk.hpp"

#include "desks/works/admission/admission_pages.hpp"
#include "desks/works/bill/bill.hpp"
#include "desks/works/bonus/bonus.hpp"
#include "desks/works/certificate/certificate_pages.hpp"
#include "desks/works/claim/claim_export.hpp"
#include "desks/works/claim/claim_list.hpp"
#include "desks/works/claim/claim_pages.hpp"
#include "desks/works/closure/chase.hpp"
#include "desks/works/closure/closure_pages.hpp"
#include "desks/works/closure/papers.hpp"
#include "desks/works/commission/correction.hpp"
#include "desks/works/commission/held.hpp"
#include "desks/works/debit_mandate/debit_mandate.hpp"
#include "desks/works/discipline/discipline.hpp"
#include "desks/works/discipline/discipline_pages.hpp"
#include "desks/works/document_access.hpp"
#include "desks/works/file/file_routes.hpp"
#include "desks/works/insured/follow_pages.hpp"
#include "desks/works/letters/sms_texts.hpp"
#include "desks/works/mandate/mandate_actions.hpp"
#include "desks/works/mandate/mandate_pages.hpp"
#include "desks/works/matching/live_firms.hpp"
#include "desks/works/matching/routes.hpp"
#include "desks/works/money/money_desk.hpp"
#include "desks/works/money/money_file.hpp"
#include "desks/works/money/transfer_watch.hpp"
#include "desks/works/quote/quote_pages.hpp"
#include "desks/works/statistics/statistics_pages.hpp"
#include "desks/works/task/task.hpp"
#include "desks/works/task/task_pages.hpp"

namespace works {
namespace {

using identity::OrganisationKind;
using identity::Role;
using visit::Permission;
using web::Method;

constexpr identity::KindSet brokers{OrganisationKind::broker};
constexpr identity::KindSet tradesmen{OrganisationKind::tradesman};
constexpr identity::KindSet administrators{OrganisationKind::administrator};
constexpr identity::KindSet claim_readers{OrganisationKind::broker, OrganisationKind::administrator};

constexpr Permission broker_acts = Permission::of(brokers, Role::member);
constexpr Permission tradesman_acts = Permission::of(tradesmen, Role::member);

}  // namespace

std::vector<visit::Route> routes() {
  // Before "/chantiers/{}": its own words come first.
  std::vector<visit::Route> rows(money::routes().begin(), money::routes().end());
  for (const auto& row : file::routes()) rows.push_back(row);
  const visit::Route own[] = {
      {Method::get, "/travaux", Permission::of(claim_readers), claim::show_list},
      {Method::get, "/travaux/direct", Permission::of(claim_readers), claim::list_changes},
      {Method::get, "/travaux/export.csv", Permission::of(claim_readers), claim::export_claims, visit::Pace::waits},
      {Method::get, "/travaux/export.xlsx", Permission::of(claim_readers), claim::export_claims, visit::Pace::waits},
      {Method::get, "/travaux/declarer", broker_acts, claim::show_form},
      {Method::get, "/travaux/communes", broker_acts, claim::show_communes},
      {Method::post, "/travaux/dossiers", broker_acts, claim::declare, visit::Pace::waits},
      {Method::get, "/travaux/dossiers/{}", Permission::of(claim_readers), claim::show_file},
      {Method::get, "/travaux/dossiers/{}/direct", Permission::of(claim_readers), claim::file_changes},
      {Method::post, "/travaux/dossiers/{}/cloture", broker_acts, closure::post_file_closure},
      {Method::post, "/travaux/dossiers/{}/sans-suite", broker_acts, closure::post_abandonment},
      {Method::post, "/travaux/dossiers/{}/suivi", broker_acts, insured::post_link},
      {Method::post, "/travaux/dossiers/{}/suivi/retrait", broker_acts, insured::post_withdrawal},
      {Method::post, "/travaux/lots/{}/mandat", broker_acts, mandate::post_mandate},
      {Method::post, "/travaux/lots/{}/sans-suite", broker_acts, closure::post_lot_abandonment},
      {Method::post, "/travaux/mandats/{}/retrait", broker_acts, mandate::post_withdrawal},
      {Method::post, "/travaux/mandats/{}/nouveau-devis", broker_acts, mandate::post_new_quote},
      {Method::post, "/travaux/devis/{}/envoi", broker_acts, quote::post_sending},
      {Method::post, "/travaux/devis/{}/visite", broker_acts, quote::post_visit},
      {Method::post, "/travaux/devis/{}/decision", broker_acts, quote::post_decision},
      {Method::post, "/travaux/devis/{}/conditions", broker_acts, quote::post_terms},
      {Method::get, "/chantiers", Permission::of(tradesmen), mandate::show_jobs},
      {Method::get, "/chantiers/{}", Permission::of(tradesmen), mandate::show_job},
      {Method::post, "/chantiers/{}/reponse", tradesman_acts, mandate::post_answer},
      {Method::post, "/chantiers/{}/annulation", tradesman_acts, mandate::post_cancellation},
      {Method::post, "/chantiers/{}/devis", tradesman_acts, quote::post_upload, visit::Pace::waits},
      {Method::post, "/chantiers/{}/debut", tradesman_acts, certificate::post_start},
      {Method::post, "/chantiers/{}/cloture", tradesman_acts, closure::post_job_closure, visit::Pace::waits},
      {Method::post, "/chantiers/{}/pieces", tradesman_acts, closure::post_papers, visit::Pace::waits},
      {Method::get, "/m/{}", Permission::link_holder(), mandate::show_link},
      {Method::post, "/m/{}", Permission::link_holder(), mandate::post_link},
      {Method::get, "/m/{}/photos/{}", Permission::link_holder(), mandate::show_link_photo},
      {Method::get, "/suivi/{}", Permission::link_holder(), insured::show},
      {Method::post, "/suivi/{}/code", Permission::link_holder(), insured::post_code},
      {Method::get, "/administration/clotures", Permission::of(administrators), closure::show_conflicts},
      {Method::get, "/administration/taches", Permission::of(administrators), task::show_tasks},
      {Method::get, "/administration/taches.csv", Permission::of(administrators), task::export_tasks,
       visit::Pace::waits},
      {Method::get, "/administration/taches.xlsx", Permission::of(administrators), task::export_tasks,
       visit::Pace::waits},
      {Method::post, "/administration/taches/{}", Permission::of(administrators, Role::member), task::post_outcome},
  };
  for (const auto& row : own) rows.push_back(row);
  for (const auto& row : matching::routes()) rows.push_back(row);
  for (const auto& row : discipline::routes()) rows.push_back(row);
  for (const auto& row : statistics::routes()) rows.push_back(row);
  for (const auto& row : admission::routes()) rows.push_back(row);
  return rows;
}

std::vector<visit::NavItem> nav() {
  using web::ui::Accent;
  using web::ui::Icon;
  constexpr std::string_view section = "Travaux";
  std::vector<visit::NavItem> items{
      {.label = "Dossiers",
       .url = "/travaux",
       .icon = Icon::list,
       .section = section,
       .accent = Accent::works,
       .kinds = brokers,
       .count = claim::to_do_sql},
      {.label = "Dossiers",
       .url = "/travaux",
       .icon = Icon::list,
       .section = section,
       .accent = Accent::works,
       .kinds = administrators},
      {.label = "Primes",
       .url = "/travaux/primes",
       .icon = Icon::euro,
       .section = section,
       .accent = Accent::works,
       .kinds = brokers},
      {.label = "Chantiers",
       .url = "/chantiers",
       .icon = Icon::hammer,
       .section = section,
       .accent = Accent::works,
       .kinds = tradesmen},
      {.label = "Commissions",
       .url = "/chantiers/commissions",
       .icon = Icon::euro,
       .section = section,
       .accent = Accent::works,
       .kinds = tradesmen},
      {.label = "Réglages",
       .url = "/chantiers/reglages",
       .icon = Icon::map_pin,
       .section = section,
       .accent = Accent::works,
       .kinds = tradesmen},
      {.label = "Tâches",
       .url = "/administration/taches",
       .icon = Icon::flag,
       .section = section,
       .accent = Accent::works,
       .kinds = administrators,
       .count = task::open_sql},
  };
  items.push_back({.label = "Clôtures",
                   .url = "/administration/clotures",
                   .icon = Icon::archive,
                   .section = section,
                   .accent = Accent::works,
                   .kinds = administrators});
  for (const auto& item : discipline::nav()) items.push_back(item);
  for (const auto& item : statistics::nav()) items.push_back(item);
  for (const auto& item : money::nav()) items.push_back(item);
  for (const auto& item : admission::nav()) items.push_back(item);
  return items;
}

void register_delays(deadlines::Handlers& handlers) {
  mandate::register_delays(handlers);
  closure::register_delays(handlers);
  admission::register_delays(handlers);
  discipline::register_delays(handlers);
  debit_mandate::register_delays(handlers);
  commission::register_delays(handlers);
  bonus::register_delays(handlers);
  bonus::register_run_delay(handlers);
  money::register_delays(handlers);
}

void listen(payments::Listeners& listeners) {
  listeners.add(commission::order_subject, commission::hear);
  listeners.add(commission::restored_subject, commission::hear);
  listeners.add(commission::refund_subject, commission::hear_refund);
  listeners.add(bonus::order_subject, bonus::hear);
}

std::vector<worker::Chore> chores() {
  return {{"keep_up_firms", matching::keep_up},       {"invoice_held", commission::invoice_held},
          {"await_bonus_run", bonus::await_earned},   {"draw_bills", bill::draw_papers},
          {"lift_notices", discipline::lift_notices}, {"settle_returned_mail", task::settle_returned_mail}};
}

std::span<const web::Sentence> discipline_sentences() { return discipline::sentences(); }

std::span<const web::Sentence> money_sentences() { return money::sentences(); }

void listen(messages::Listeners& listeners) {
  listeners.on_sent.push_back(mandate::note_sms_sent);
  listeners.on_report.push_back(mandate::note_sms_report);
  listeners.on_lost.push_back(mandate::note_sms_lost);
  listeners.on_lost.push_back(mandate::note_lost_mail);
}

std::vector<visit::DocumentRule> document_rules() {
  return {{claim_file_kind, may_see_document}, admission::document_rule(), money::document_rule()};
}

std::span<const sms_templates::Template> sms_texts() { return letters::sms_texts::all; }
std::span<const web::Sentence> admission_sentences() { return admission::sentences(); }

std::vector<joining::Kind> sign_ups() { return {admission::tradesman_sign_up(), admission::broker_sign_up()}; }

}  // namespace works
