#include "contract/route_fixtures.hpp"
#include "support/payment_scene.hpp"

namespace contract {
namespace {

namespace scene = support::payment_scene;

std::string text(std::int64_t id) { return std::to_string(id); }

payments::OrderId an_order_of(support::House& house) {
  scene::open_account(house);
  const auto firm = support::new_organisation(house.platform(), {identity::OrganisationKind::tradesman});
  return scene::ask(house, firm, payments::Kind::direct_debit, {12'000});
}
std::vector<std::string> an_order(support::House& house, const support::Person&) {
  return {text(an_order_of(house).value)};
}
std::vector<std::string> a_batch(support::House& house, const support::Person&) {
  an_order_of(house);
  return {text(scene::prepared(house).value)};
}
std::vector<std::string> a_sent_batch(support::House& house, const support::Person&) {
  an_order_of(house);
  return {text(scene::sent(house).value)};
}
payments::KeptFile a_file_of(support::House& house) {
  scene::open_account(house);
  const std::string id = text(house.platform().ids.next());  // another statement each time
  return scene::take(house, support::bank::statement({.id = id, .movements = {{.amount = {300}, .reference = id}}}));
}
std::vector<std::string> a_bank_file(support::House& house, const support::Person&) {
  return {text(a_file_of(house).id.value)};
}
std::vector<std::string> a_line(support::House& house, const support::Person&) {
  const auto file = a_file_of(house);
  return {text(
      house.database().read([&](db::Transaction& tx) { return payments::lines_of(tx, file.id, 1); }).at(0).id.value)};
}
std::vector<std::string> a_proposal(support::House& house, const support::Person&) {
  const auto account = payments::parse({.name = "Mandat",
                                        .iban = support::bank::our_iban,
                                        .bic = support::bank::our_bic,
                                        .creditor_id = "",
                                        .dialect = "current"});
  return {text(house.platform().act({}, [&](platform::Act& act) { return payments::propose(act, *account); }).value)};
}

}  // namespace

std::span<const RouteFixture> payment_fixtures() {
  static constexpr RouteFixture rows[] = {
      {"/administration/paiements/remises/{}", a_batch},
      {"/administration/paiements/remises/{}/direct", a_batch},
      {"/administration/paiements/remises/{}/liberation", a_batch},
      {"/administration/paiements/remises/{}/dissolution", a_batch},
      {"/administration/paiements/remises/{}/fichier", a_sent_batch},
      {"/administration/paiements/ordres/{}", an_order},
      {"/administration/paiements/ordres/{}/direct", an_order},
      {"/administration/paiements/ordres/{}/annulation", an_order},
      {"/administration/paiements/ordres/{}/constat", an_order},
      {"/administration/paiements/banque/{}", a_bank_file},
      {"/administration/paiements/rapprochement/{}", a_line},
      {"/administration/paiements/rapprochement/{}/direct", a_line},
      {"/administration/paiements/compte/{}/confirmation", a_proposal},
      {"/administration/paiements/compte/{}/abandon", a_proposal},
  };
  return rows;
}

}  // namespace contract
