// What admission brings to the desk: routes, rail, sentences, words of facts, who sees its documents.
#include "desks/works/admission/admission_pages.hpp"
#include "desks/works/admission/trades.hpp"

namespace works::admission {
namespace {

constexpr identity::KindSet administrators{identity::OrganisationKind::administrator};
constexpr identity::KindSet tradesmen{identity::OrganisationKind::tradesman};
constexpr identity::KindSet partners{identity::OrganisationKind::tradesman, identity::OrganisationKind::broker};

// The firm sees its own papers anyway; besides it, administrators alone.
bool may_see(db::Transaction&, const documents::Document&, const identity::Actor& actor) {
  return actor.is(identity::OrganisationKind::administrator);
}

web::html::Url url(std::int64_t id, const identity::Actor& actor) {
  if (actor.is(identity::OrganisationKind::administrator))
    return web::html::Url::path("/administration/inscriptions/{}", id);
  return web::html::Url("/partenariat");
}

std::vector<bool> may_read(db::Transaction&, std::span<const visit::Written> written, const identity::Actor& actor) {
  std::vector<bool> readable;
  for (const auto& one : written)
    readable.push_back(actor.organisation.value == one.file.id || actor.is(identity::OrganisationKind::administrator));
  return readable;
}

}  // namespace

std::span<const visit::Route> routes() {
  using identity::Role;
  using visit::Pace;
  using visit::Permission;
  using enum web::Method;
  static constexpr visit::Route rows[] = {
      {get, "/pieces/{}", Permission::link_holder(), show_papers_link},
      {post, "/pieces/{}", Permission::link_holder(), post_papers_link, Pace::waits},
      {get, "/partenariat", Permission::of(partners), show_partnership},
      {post, "/partenariat/pieces", Permission::of(partners, Role::member), post_paper, Pace::waits},
      {post, "/partenariat/depart", Permission::of(partners, Role::manager), post_departure},
      {get, "/administration/inscriptions", Permission::of(administrators), show_queue},
      {get, "/administration/inscriptions/{}", Permission::of(administrators), show_application},
      {post, "/administration/inscriptions/{}/validation", Permission::of(administrators, Role::member),
       post_validation},
      {post, "/administration/inscriptions/{}/metiers", Permission::of(administrators, Role::member),
       post_ticked_trades},
      {post, "/chantiers/reglages/metiers/retrait", Permission::of(tradesmen, Role::member), post_trade_withdrawal},
      {post, "/administration/pieces/{}", Permission::of(administrators, Role::member), post_verdict},
      {get, "/administration/pieces-demandees", Permission::of(administrators), show_checklist},
      {post, "/administration/pieces-demandees", Permission::of(administrators, Role::member), post_checklist},
  };
  return rows;
}

std::vector<visit::NavItem> nav() {
  using web::ui::Accent;
  using web::ui::Icon;
  constexpr std::string_view section = "Travaux";
  return {{.label = "Inscriptions",
           .url = web::html::Url("/administration/inscriptions"),
           .icon = Icon::users,
           .section = section,
           .accent = Accent::works,
           .kinds = administrators,
           .count = to_judge_sql},
          {.label = "Partenariat",
           .url = web::html::Url("/partenariat"),
           .icon = Icon::shield,
           .section = section,
           .accent = Accent::works,
           .kinds = partners}};
}

std::span<const web::Sentence> sentences() {
  static constexpr web::Sentence rows[] = {
      {"works.admission.unknown", "Cette inscription n’existe pas."},
      {"works.admission.unknown_paper", "Cette pièce n’est pas demandée."},
      {"works.admission.not_to_judge", "Cette pièce n’attend pas de décision : elle a changé entre-temps."},
      {"works.admission.verdict_missing", "Faites un choix."},
      {"works.admission.reason_missing",
       "Indiquez le motif et ce qu’il faut faire : l’entreprise le lira. 500 caractères au plus."},
      {"works.admission.last_day_missing", "Indiquez le dernier jour de validité, tel qu’il figure sur la pièce."},
      {"works.admission.paper_over", "Cette date est passée : une pièce expirée ne peut pas être acceptée."},
      {"works.admission.no_trade_ticked", "Cochez au moins une activité couverte, ou refusez la pièce."},
      {"works.admission.not_complete", "Toutes les pièces obligatoires ne sont pas acceptées."},
      {"works.admission.already_decided", "Cette inscription est déjà décidée."},
      {"works.admission.papers_lapsed",
       "Une attestation obligatoire a expiré : {0}. Envoyez la nouvelle, rubrique Partenariat ; vous pourrez déclarer "
       "dès "
       "qu’elle est acceptée. Ce que vous avez saisi reste sur la page précédente."},
      {"works.admission.name_missing",
       "Indiquez son nom, par exemple RGE QualiPAC ou Qualibat 2111. {0} caractères au plus."},
      {"works.admission.too_many_qualifications", "{0} qualifications au plus : remplacez l’une d’elles."},
      {"works.admission.unknown_trade", "Choisissez un métier de la liste."},
      {"works.admission.trade_known", "Ce métier est déjà déclaré."},
      {"works.admission.last_trade",
       "C’est votre seul métier : déclarez-en d’abord un autre, ou quittez le réseau depuis la page Partenariat."},
      {"works.admission.nothing_to_tick",
       "Il n’y a rien à cocher : les métiers sont déjà décidés, ou aucune attestation n’est en cours de validité."},
      {"works.admission.already_left", "Vous avez déjà quitté le réseau."},
      {"works.admission.bad_orias",
       "Un numéro ORIAS a huit chiffres, dont les deux premiers sont l’année. Exemple : 13001585."},
      {"works.admission.trades_missing", "Cochez au moins un métier."},
      {"works.admission.billing_not_accepted",
       "Cochez cette case : sans elle, vos primes ne peuvent pas vous être facturées."},
  };
  return rows;
}

std::vector<std::pair<std::string_view, std::string_view>> words() {
  return {{"works.application.submitted", "Demande d’adhésion"},
          {"works.application.validated", "Inscription validée"},
          {"works.application.left", "Départ du réseau"},
          {"works.application.reminded", "Pièces manquantes rappelées"},
          {"works.firm.lapsed", "Entreprise en pause : attestation expirée"},
          {"works.firm.resumed", "Entreprise de nouveau proposée"},
          {"works.trade.declared", "Métier déclaré"},
          {"works.trade.withdrawn", "Métier retiré"},
          {"works.trade.ticked", "Métier coché sur l’attestation"},
          {"works.trade.not_covered", "Métier absent de l’attestation"},
          {"works.paper.received", "Pièce reçue"},
          {"works.paper.accepted", "Pièce acceptée"},
          {"works.paper.refused", "Pièce refusée"},
          {"works.paper.expired", "Pièce expirée"}};
}

visit::DocumentRule document_rule() { return {application_file_kind, may_see}; }

visit::FileKind file_kind() {
  return {.kind = application_file_kind,
          .url = url,
          .may_read = may_read,
          .readers = {identity::OrganisationKind::administrator, identity::OrganisationKind::tradesman,
                      identity::OrganisationKind::broker}};
}

}  // namespace works::admission
