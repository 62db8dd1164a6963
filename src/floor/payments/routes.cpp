#include "floor/payments/routes.hpp"

#include "floor/payments/bank_charges.hpp"
#include "floor/payments/pages.hpp"
#include "floor/payments/reconciliation.hpp"

namespace payments {
namespace {

using identity::OrganisationKind;
using identity::Role;
using web::html::Url;

constexpr identity::KindSet administrators{OrganisationKind::administrator};
constexpr visit::Permission reads = visit::Permission::of(administrators);
constexpr visit::Permission acts = visit::Permission::of(administrators, Role::member);
constexpr visit::Permission answers = visit::Permission::of(administrators, Role::manager);

Url order_url(std::int64_t id, const identity::Actor&) { return Url::path("/administration/paiements/ordres/{}", id); }
Url line_url(std::int64_t id, const identity::Actor&) {
  return Url::path("/administration/paiements/rapprochement/{}", id);
}
Url file_url(std::int64_t id, const identity::Actor&) { return Url::path("/administration/paiements/banque/{}", id); }
Url account_url(std::int64_t, const identity::Actor&) { return "/administration/paiements/compte"; }
Url batch_url(std::int64_t id, const identity::Actor&) { return Url::path("/administration/paiements/remises/{}", id); }

}  // namespace

std::vector<visit::Route> routes() {
  using enum web::Method;
  return {
      {get, "/administration/paiements", reads, show_batches},
      {get, "/administration/paiements/direct", reads, batches_changes},
      {post, "/administration/paiements/remises", acts, post_batch},
      {get, "/administration/paiements/remises.csv", reads, export_batches, visit::Pace::waits},
      {get, "/administration/paiements/remises.xlsx", reads, export_batches, visit::Pace::waits},
      {get, "/administration/paiements/remises/{}", reads, show_batch},
      {get, "/administration/paiements/remises/{}/direct", reads, batch_changes},
      {post, "/administration/paiements/remises/{}/liberation", answers, post_release},
      {post, "/administration/paiements/remises/{}/dissolution", acts, post_dissolution},
      {get, "/administration/paiements/remises/{}/fichier", acts, get_batch_file},
      {get, "/administration/paiements/ordres", reads, show_orders},
      {get, "/administration/paiements/ordres/direct", reads, orders_changes},
      {get, "/administration/paiements/ordres/export.csv", reads, export_orders, visit::Pace::waits},
      {get, "/administration/paiements/ordres/export.xlsx", reads, export_orders, visit::Pace::waits},
      {get, "/administration/paiements/ordres/{}", reads, show_order},
      {get, "/administration/paiements/ordres/{}/direct", reads, order_changes},
      {post, "/administration/paiements/ordres/{}/annulation", acts, post_cancellation},
      {post, "/administration/paiements/ordres/{}/constat", acts, post_fate},
      {get, "/administration/paiements/banque", reads, show_bank},
      {get, "/administration/paiements/banque/direct", reads, bank_changes},
      {get, "/administration/paiements/banque/fichiers.csv", reads, export_bank_files, visit::Pace::waits},
      {get, "/administration/paiements/banque/fichiers.xlsx", reads, export_bank_files, visit::Pace::waits},
      {post, "/administration/paiements/banque", acts, post_bank_file, visit::Pace::waits},
      {get, "/administration/paiements/banque/{}", reads, show_bank_file},
      {get, "/administration/paiements/rapprochement", reads, show_open_lines},
      {get, "/administration/paiements/rapprochement/direct", reads, lines_changes},
      {get, "/administration/paiements/rapprochement/{}", reads, show_line},
      {get, "/administration/paiements/rapprochement/{}/direct", reads, line_changes},
      {post, "/administration/paiements/rapprochement/{}", acts, post_line},
      {get, "/administration/paiements/compte", reads, show_account},
      {get, "/administration/paiements/compte/direct", reads, account_changes},
      {post, "/administration/paiements/compte", answers, post_account},
      {post, "/administration/paiements/compte/{}/confirmation", answers, post_account_confirmation},
      {post, "/administration/paiements/compte/{}/abandon", answers, post_account_withdrawal},
  };
}

std::vector<visit::NavItem> nav() {
  return {{.label = "Paiements",
           .url = "/administration/paiements",
           .icon = web::ui::Icon::cash,
           .section = "Administration",
           .kinds = administrators,
           .count = open_sql}};
}

std::span<const web::Sentence> sentences() {
  static constexpr web::Sentence rows[] = {
      {"payments.iban_outside_sepa", "Cet IBAN n’est pas celui d’un pays de l’espace SEPA."},
      {"payments.bad_amount",
       "Ce montant ne peut pas être payé : entre 0,01\u00a0€ et 999\u202f999\u202f999,99\u00a0€."},
      {"payments.bad_mandate",
       "Cette référence de mandat ne convient pas : 35 caractères au plus, lettres, chiffres et tirets."},
      {"payments.bad_name", "Ce nom ne contient aucun caractère qu’une banque puisse lire."},
      {"payments.attempt_pending", "Un ordre précédent pour la même somme n’est pas terminé."},
      {"payments.unknown_order", "Cet ordre n’existe pas."},
      {"payments.already_sent", "Cet ordre est déjà parti à la banque : il ne peut plus être annulé ici."},
      {"payments.reason_missing", "Indiquez le motif."},
      {"payments.reason_too_long", "Ce motif est trop long : 500 caractères au plus."},
      {"payments.account_missing",
       "Aucun compte bancaire n’est en vigueur : proposez-en un, un second administrateur le confirmera."},
      {"payments.holder_missing", "Indiquez le titulaire du compte, en 70 caractères au plus."},
      {"payments.bad_iban", "Cet IBAN n’est pas valable : vérifiez ses chiffres sur le RIB."},
      {"payments.bad_bic", "Ce BIC n’est pas valable : il compte 8 ou 11 caractères."},
      {"payments.bad_creditor_id", "Cet ICS n’est pas valable. Exemple de forme : FR72ZZZ123456."},
      {"payments.bad_dialect", "Choisissez le format que votre banque attend."},
      {"payments.nothing_proposed", "Cette proposition de compte n’est plus en attente."},
      {"payments.unknown_proposal", "Cette proposition de compte n’existe pas."},
      {"payments.same_person",
       "Vous ne pouvez pas valider votre propre travail : un second administrateur doit le faire."},
      {"payments.nothing_to_batch", "Aucun ordre ne peut partir aujourd’hui : il n’y a rien à remettre."},
      {"payments.creditor_id_missing",
       "Le compte en vigueur n’a pas d’ICS : sans lui, aucun prélèvement n’est possible."},
      {"payments.unknown_batch", "Cette remise n’existe pas."},
      {"payments.batch_not_prepared", "Cette remise n’attend plus de validation : quelqu’un a agi entre-temps."},
      {"payments.account_changed",
       "Notre compte bancaire a changé depuis : dissolvez cette remise et préparez-en une autre."},
      {"payments.nothing_left", "Plus aucun ordre de cette remise ne peut partir : dissolvez-la."},
      {"payments.kind_missing", "Choisissez des prélèvements ou des virements."},
      {"payments.file_missing", "Choisissez le fichier de la banque."},
      {"payments.file_too_large", "Ce fichier est trop grand : 8\u00a0Mo au plus."},
      {"payments.not_xml", "Ce fichier n’est pas un fichier XML sain : téléchargez-le à nouveau depuis votre banque."},
      {"payments.unknown_message",
       "Ce fichier n’est pas un relevé (camt.053), un avis (camt.054) ou un compte rendu (pain.002) que nous lisons."},
      {"payments.against_schema",
       "Ligne {0} : l’élément « {1} » ne respecte pas le schéma {2}. Rien n’a été lu de ce fichier."},
      {"payments.too_many_lines",
       "Ce fichier contient trop de mouvements : demandez à la banque de le couper en jours."},
      {"payments.file_not_read", "Ce fichier n’a pas pu être lu en ce moment : réessayez."},
      {"payments.read_before", "Ce fichier a déjà été lu le {0} : il n’a rien changé."},
      {"payments.other_account", "Ce fichier concerne un autre compte que le nôtre ({0}). Rien n’en a été lu."},
      {"payments.not_our_message", "Ce compte rendu porte sur un fichier que nous n’avons pas envoyé ({0})."},
      {"payments.balances_missing", "Ce relevé n’indique pas ses soldes d’ouverture et de clôture : il n’est pas lu."},
      {"payments.balances_differ",
       "Ce relevé ne tombe pas juste : ouverture {0}, mouvements {1}, clôture {2}. Rien n’en a été lu."},
      {"payments.statement_contradicts",
       "Le relevé {0} a déjà été lu avec d’autres soldes. Rien n’a été lu de ce fichier."},
      {"payments.unknown_line", "Ce mouvement n’existe pas."},
      {"payments.line_not_open", "Ce mouvement est déjà rapproché."},
      {"payments.order_does_not_fit", "Cet ordre ne correspond pas : vérifiez le montant et l’état de l’ordre."},
      {"payments.no_bank_charge",
       "Ce mouvement ne peut pas être passé en frais : il n’est pas en euros, ou c’est un retour."},
      {"payments.not_unknown", "Le sort de cet ordre est déjà connu."},
      {"payments.fate_missing", "Dites si l’ordre a été réglé ou rejeté."},
  };
  return rows;
}

std::span<const std::pair<std::string_view, std::string_view>> words() {
  static constexpr std::pair<std::string_view, std::string_view> rows[] = {
      {"payments.settled", "Règlement bancaire"},
      {"payments.asked", "Paiement demandé"},
      {"payments.batched", "Paiement mis en remise"},
      {"payments.put_back", "Paiement sorti d’une remise"},
      {"payments.released", "Paiement envoyé à la banque"},
      {"payments.accepted", "Paiement accepté par la banque"},
      {"payments.booked", "Paiement réglé"},
      {"payments.rejected", "Paiement rejeté"},
      {"payments.returned", "Paiement retourné"},
      {"payments.unknown", "Paiement sans réponse de la banque"},
      {"payments.cancelled", "Paiement annulé"},
      {"payments.order", "Suite d’un paiement"},
      {"payments.batch_prepared", "Remise préparée"},
      {"payments.batch_dissolved", "Remise dissoute"},
      {"payments.batch_released", "Remise libérée"},
      {"payments.file_fetched", "Fichier de remise téléchargé"},
      {"payments.file_read", "Fichier de la banque lu"},
      {"payments.line_settled", "Mouvement bancaire rapproché"},
      {"payments.line_reopened", "Mouvement bancaire à rapprocher de nouveau"},
      {"payments.bank_charge", "Frais bancaires"},
      {"payments.account_proposed", "Compte bancaire proposé"},
      {"payments.account_confirmed", "Compte bancaire confirmé"},
      {"payments.account_withdrawn", "Compte bancaire abandonné"},
  };
  return rows;
}

std::vector<visit::FileKind> file_kinds() {
  return {{.kind = order_file_kind, .url = order_url, .readers = administrators},
          {.kind = batch_file_kind, .url = batch_url, .readers = administrators},
          {.kind = account_file_kind, .url = account_url, .readers = administrators},
          {.kind = bank_file_kind, .url = file_url, .readers = administrators},
          {.kind = line_file_kind, .url = line_url, .readers = administrators}};
}

}  // namespace payments
