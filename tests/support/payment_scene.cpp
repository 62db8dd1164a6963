#include "support/payment_scene.hpp"

#include "web/crypto.hpp"

namespace support::payment_scene {
namespace {

// Nobody's accounts: who prepared and who released.
const platform::Author maker{platform::Cause::person, {11}, {}, {}};
const platform::Author second{platform::Cause::person, {12}, {}, {}};

template <class F>
auto act(House& house, const platform::Author& by, F work) {
  return house.platform().act(by, work);
}

}  // namespace

payments::AccountSettingId propose_account(House& house) {
  const auto account = payments::parse({.name = "Mandat Réparation SAS",
                                        .iban = bank::our_iban,
                                        .bic = bank::our_bic,
                                        .creditor_id = bank::our_creditor_id,
                                        .dialect = "current"});
  return act(house, maker, [&](platform::Act& a) { return payments::propose(a, *account); });
}

void open_account(House& house) {
  const auto proposal = propose_account(house);
  MANDAT_ASSERT(act(house, second, [&](platform::Act& a) { return payments::confirm(a, proposal); }));
}

payments::OrderId ask(House& house, identity::OrganisationId organisation, payments::Kind kind, base::Money amount) {
  const base::Day today = base::paris::day_of(house.clock().now());
  const bool debit = kind == payments::Kind::direct_debit;
  return act(house, maker,
             [&](platform::Act& a) {
               payments::NewOrder order{
                   .kind = kind,
                   .subject_kind = "test.invoice",
                   .subject_id = a.ids.next(),
                   .organisation = organisation,
                   .settles = debit ? ledger::AccountKind::commission_receivable : ledger::AccountKind::bonus_payable,
                   .party_name = "Maçonnerie Durand",
                   .iban = base::Iban::parse("FR7630006000011234567890189").value(),
                   .amount = amount,
                   .remittance = debit ? "Commission sur chantier" : "Bonus du trimestre",
                   .earliest = today,
                   .latest = today + 20};
               if (debit) order.mandate = payments::Mandate{"RUM-42", today - 30, payments::Sequence::recurrent};
               return payments::order(a, order);
             })
      .value();
}

payments::BatchId prepared(House& house, payments::Kind kind) {
  return act(house, maker, [&](platform::Act& a) { return payments::prepare(a, kind); }).value();
}

payments::BatchId sent(House& house, payments::Kind kind) {
  const auto batch = prepared(house, kind);
  MANDAT_ASSERT(act(house, second, [&](platform::Act& a) { return payments::release(a, batch); }));
  return batch;
}

payments::Order get(House& house, payments::OrderId order) {
  return house.database().read([&](db::Transaction& tx) { return payments::find(tx, order).value(); });
}

bank::Movement booking_of(House& house, payments::OrderId id, std::string reference) {
  const auto order = get(house, id);
  return {.end_to_end_id = order.end_to_end_id,
          .amount = order.amount,
          .credit = order.kind == payments::Kind::direct_debit,
          .reference = std::move(reference)};
}

bank::Movement return_of(House& house, payments::OrderId id, std::string code, std::string reference) {
  bank::Movement movement = booking_of(house, id, std::move(reference));
  movement.credit = !movement.credit;
  movement.return_code = std::move(code);
  return movement;
}

payments::KeptFile take(House& house, const std::string& xml) {
  const payments::Upload upload{payments::read_bank_file(xml).value(), xml, web::hex(web::sha256(xml)), "banque.xml"};
  return act(house, maker, [&](platform::Act& a) { return payments::take_in(a, upload, "fichier"); }).value();
}

}  // namespace support::payment_scene
