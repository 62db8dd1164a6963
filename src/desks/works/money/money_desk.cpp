#include "desks/works/money/money_desk.hpp"

#include "desks/works/bonus/bonus_pages.hpp"
#include "desks/works/commission/commission_pages.hpp"
#include "desks/works/debit_mandate/debit_mandate_pages.hpp"
#include "desks/works/money/fec.hpp"

namespace works::money {
namespace {

using identity::OrganisationKind;

constexpr identity::KindSet administrators{OrganisationKind::administrator};
constexpr identity::KindSet brokers{OrganisationKind::broker};
constexpr identity::KindSet tradesmen{OrganisationKind::tradesman};

}  // namespace

std::span<const visit::Route> routes() {
  using identity::Role;
  using visit::Pace;
  using visit::Permission;
  using enum web::Method;
  static constexpr Permission firm_signs = Permission::of(tradesmen, Role::manager);
  static constexpr Permission reads = Permission::of(administrators);
  static constexpr Permission broker_signs = Permission::of(brokers, Role::manager);
  static constexpr visit::Route rows[] = {
      {get, "/chantiers/commissions", Permission::of(tradesmen), commission::show_commissions},
      {get, "/chantiers/commissions.csv", Permission::of(tradesmen), commission::export_commissions, Pace::waits},
      {get, "/chantiers/commissions.xlsx", Permission::of(tradesmen), commission::export_commissions, Pace::waits},
      {get, "/chantiers/reglages/banque", Permission::of(tradesmen), debit_mandate::show_bank},
      {post, "/chantiers/reglages/banque", firm_signs, debit_mandate::post_bank},
      {post, "/chantiers/reglages/adresse", firm_signs, debit_mandate::post_address},
      {post, "/chantiers/reglages/banque/code", firm_signs, debit_mandate::post_code},
      {post, "/chantiers/reglages/banque/mandat", firm_signs, debit_mandate::post_signature, Pace::waits},
      {post, "/chantiers/reglages/banque/revocation", firm_signs, debit_mandate::post_revocation},
      {get, "/travaux/primes", Permission::of(brokers), bonus::show_bonuses},
      {get, "/travaux/primes.csv", Permission::of(brokers), bonus::export_own_bonuses, Pace::waits},
      {get, "/travaux/primes.xlsx", Permission::of(brokers), bonus::export_own_bonuses, Pace::waits},
      {get, "/travaux/releves.csv", Permission::of(brokers), bonus::export_own_statements, Pace::waits},
      {get, "/travaux/releves.xlsx", Permission::of(brokers), bonus::export_own_statements, Pace::waits},
      {get, "/travaux/reglages", Permission::of(brokers), bonus::show_broker_bank},
      {post, "/travaux/reglages", broker_signs, bonus::post_broker_bank},
      {post, "/travaux/reglages/adresse", broker_signs, bonus::post_broker_address},
      {post, "/travaux/reglages/facturation", broker_signs, bonus::post_billing},
      {get, "/administration/commissions", Permission::of(administrators), commission::show_all_commissions},
      {post, "/administration/commissions/{}/prelevement", Permission::of(administrators, Role::member),
       commission::post_debit_again},
      {get, "/administration/primes", Permission::of(administrators), bonus::show_run},
      {get, "/administration/exports/primes.csv", reads, bonus::export_all_bonuses, Pace::waits},
      {get, "/administration/exports/primes.xlsx", reads, bonus::export_all_bonuses, Pace::waits},
      {get, "/administration/exports/releves.csv", reads, bonus::export_all_statements, Pace::waits},
      {get, "/administration/exports/releves.xlsx", reads, bonus::export_all_statements, Pace::waits},
      {get, "/administration/exports/fec.txt", reads, show_fec, Pace::waits},
      {post, "/administration/primes", Permission::of(administrators, Role::member), bonus::post_run},
      {post, "/administration/primes/{}/virement", Permission::of(administrators, Role::member), bonus::post_pay_again},
  };
  return rows;
}

std::vector<visit::NavItem> nav() {
  using web::ui::Accent;
  using web::ui::Icon;
  constexpr std::string_view section = "Travaux";
  return {{.label = "Réglages",
           .url = "/travaux/reglages",
           .icon = Icon::settings,
           .section = section,
           .accent = Accent::works,
           .kinds = brokers},
          {.label = "Commissions et primes",
           .url = "/administration/commissions",
           .icon = Icon::euro,
           .section = section,
           .accent = Accent::works,
           .kinds = administrators}};
}

std::span<const web::Sentence> sentences() {
  static constexpr web::Sentence rows[] = {
      {"works.bank.holder_missing", "Indiquez le titulaire du compte, tel qu’il figure sur votre RIB."},
      {"works.bank.holder_too_long", "Ce nom est trop long : {0} caractères au plus."},
      {"works.bank.iban_missing", "Indiquez l’IBAN de votre RIB."},
      {"works.bank.bad_iban",
       "Cet IBAN n’est pas valable : un caractère est faux ou manque. Recopiez-le de votre RIB."},
      {"works.bank.bad_french_iban",
       "Cet IBAN français n’est pas valable : il a 27 caractères, et l’un d’eux est faux. Recopiez-le de votre RIB."},
      {"works.bank.outside_sepa",
       "Ce compte ({0}) est tenu hors de la zone SEPA : indiquez un compte français ou d’un pays de la zone."},
      {"works.bank.bad_bic", "Un BIC a 8 ou 11 caractères, par exemple AGRIFRPP. Vous pouvez aussi laisser vide."},
      {"works.debit_mandate.nothing_to_sign", "Il n’y a pas de mandat à signer pour l’instant."},
      {"works.debit_mandate.text_changed", "Le texte du mandat a changé entre-temps : relisez-le, puis signez."},
      {"works.debit_mandate.consent_missing", "Cochez cette case pour consentir au mandat."},
      {"works.debit_mandate.not_active", "Aucun mandat n’est actif."},
      {"works.commission.unknown", "Cette commission n’existe pas."},
      {"works.commission.not_again", "Cette commission n’attend pas de nouveau prélèvement : rechargez la page."},
      {"works.commission.no_mandate", "L’entreprise n’a pas de mandat actif : elle doit d’abord en signer un."},
      {"works.bonus.not_a_quarter", "Un trimestre commence le 1er janvier, avril, juillet ou octobre."},
      {"works.bonus.too_early", "Ce trimestre commence le {0} : ses primes ne sont pas encore à verser."},
      {"works.bonus.house_unnamed",
       "Les relevés doivent nommer l’exploitant, et il manque {0} : complétez d’abord son identité."},
      {"works.bonus.unknown_statement", "Ce relevé n’existe pas."},
      {"works.bonus.not_again", "Ce virement ne peut pas être refait : il n’est pas refusé, ou le RIB manque."},
  };
  return rows;
}

std::vector<std::pair<std::string_view, std::string_view>> words() {
  return {{"works.bank.changed", "Compte bancaire enregistré"},
          {"works.debit_mandate.signed", "Mandat de prélèvement signé"},
          {"works.debit_mandate.ended", "Mandat de prélèvement terminé"},
          {"works.commission.paid", "Commission encaissée"},
          {"works.commission.unpaid", "Commission impayée"},
          {"works.commission.stuck", "Commission impossible à prélever"},
          {"works.commission.debited_again", "Commission à prélever à nouveau"},
          {"works.bill.deposited", "Facture remise à la plateforme agréée"},
          {"works.bonus.billing", "Facturation des primes réglée"},
          {"works.bonus.run", "Primes du trimestre établies"},
          {"works.bonus.statement", "Relevé de primes établi"},
          {"works.bonus.paid", "Primes versées"},
          {"works.bonus.unpaid", "Virement de primes sans suite"},
          {"works.bonus.paid_again", "Virement de primes refait"}};
}

}  // namespace works::money
