#include "contract/crowded_pages.hpp"
#include "support/payment_scene.hpp"

namespace contract {
namespace {

namespace scene = support::payment_scene;
using support::House;
using support::Person;

payments::OrderId one_order(House& house) {
  const auto firm = support::new_organisation(house.platform(), {identity::OrganisationKind::tradesman});
  return scene::ask(house, firm, payments::Kind::direct_debit, {12'000});
}

std::string batches(House& house, const Person&, int lines) {
  scene::open_account(house);
  for (int i = 0; i < lines; ++i) {
    one_order(house);
    scene::sent(house);
  }
  one_order(house);  // and one to propose
  return "/administration/paiements";
}
std::string batch_table(House& house, const Person& reader, int lines) {
  batches(house, reader, lines);
  return "/administration/paiements/remises.csv";
}
std::string a_batch(House& house, const Person&, int lines) {
  scene::open_account(house);
  for (int i = 0; i < lines; ++i) one_order(house);
  return "/administration/paiements/remises/" + std::to_string(scene::prepared(house).value);
}
std::string orders(House& house, const Person&, int lines) {
  for (int i = 0; i < lines; ++i) one_order(house);
  return "/administration/paiements/ordres";
}
std::string order_table(House& house, const Person& reader, int lines) {
  orders(house, reader, lines);
  return "/administration/paiements/ordres/export.csv";
}
// Its history has a line for each batch that took it.
std::string an_order(House& house, const Person&, int lines) {
  scene::open_account(house);
  const auto order = one_order(house);
  for (int i = 0; i < lines; ++i) {
    const auto batch = scene::prepared(house);
    const auto done = house.platform().act({}, [&](platform::Act& act) { return payments::dissolve(act, batch); });
    MANDAT_ASSERT(done);
  }
  return "/administration/paiements/ordres/" + std::to_string(order.value);
}

support::bank::Report report_of(int number, int movements) {
  support::bank::Report report{.id = "R" + std::to_string(number), .number = number};
  for (int i = 0; i < movements; ++i)
    report.movements.push_back(
        {.amount = {100 + i}, .reference = "BQ" + std::to_string(number) + "-" + std::to_string(i)});
  return report;
}
std::string bank_files(House& house, const Person&, int lines) {
  scene::open_account(house);
  for (int i = 0; i < lines; ++i) scene::take(house, support::bank::statement(report_of(i + 1, 1)));
  return "/administration/paiements/banque";
}
std::string bank_file_table(House& house, const Person& reader, int lines) {
  bank_files(house, reader, lines);
  return "/administration/paiements/banque/fichiers.csv";
}
std::string a_bank_file(House& house, const Person&, int lines) {
  scene::open_account(house);
  const auto file = scene::take(house, support::bank::statement(report_of(1, lines)));
  return "/administration/paiements/banque/" + std::to_string(file.id.value);
}
std::string open_lines(House& house, const Person& reader, int lines) {
  a_bank_file(house, reader, lines);
  return "/administration/paiements/rapprochement";
}
// With as many orders that it may settle.
std::string a_line(House& house, const Person&, int lines) {
  scene::open_account(house);
  for (int i = 0; i < lines; ++i) one_order(house);
  scene::sent(house);
  const auto file = scene::take(house, support::bank::statement({.movements = {{.amount = {12'000}}}}));
  const auto found = house.database().read([&](db::Transaction& tx) { return payments::lines_of(tx, file.id, 1); });
  return "/administration/paiements/rapprochement/" + std::to_string(found.at(0).id.value);
}
std::string accounts(House& house, const Person&, int lines) {
  for (int i = 0; i < lines; ++i) scene::open_account(house);
  return "/administration/paiements/compte";
}

}  // namespace

std::span<const CrowdedPage> crowded_payment_pages() {
  using enum identity::OrganisationKind;
  static constexpr CrowdedPage pages[] = {
      {"administration/paiements", administrator, batches},
      {"administration/paiements/remises/{}", administrator, a_batch},
      {"administration/paiements/remises", administrator, batch_table},
      {"administration/paiements/ordres", administrator, orders},
      {"administration/paiements/ordres/{}", administrator, an_order},
      {"administration/paiements/ordres/export", administrator, order_table},
      {"administration/paiements/banque", administrator, bank_files},
      {"administration/paiements/banque/fichiers", administrator, bank_file_table},
      {"administration/paiements/banque/{}", administrator, a_bank_file},
      {"administration/paiements/rapprochement", administrator, open_lines},
      {"administration/paiements/rapprochement/{}", administrator, a_line},
      {"administration/paiements/compte", administrator, accounts},
  };
  return pages;
}

}  // namespace contract
