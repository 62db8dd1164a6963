#include "base/assert.hpp"
#include "base/text.hpp"
#include "db/id_batches.hpp"
#include "floor/identity/legal.hpp"

namespace identity {

const std::string_view house_lacks_sql =
    "select count(*) from organisation_kinds k where k.kind = 'administrator' and not exists (select 1 from "
    "organisations o join legal_identities l on l.organisation_id = o.id join establishments e on e.organisation_id = "
    "o.id where o.id = k.organisation_id and o.siren is not null and l.legal_form <> '' and e.street <> '' and e.city "
    "<> '')";

Legal legal_of(db::Transaction& tx, OrganisationId id) {
  Legal legal;
  tx.each(
      "select o.siren, l.legal_form, l.vat_number from organisations o left join legal_identities l on "
      "l.organisation_id = o.id where o.id = :id",
      {{"id", id}}, [&](const db::Row& row) {
        legal.siren = row.get<std::optional<base::Siren>>(0);
        if (row.is_null(1)) return;
        legal.legal_form = row.get<std::string>(1);
        legal.vat_number = base::VatNumber::parse(row.text(2));
      });
  const auto establishments = establishments_of(tx, id);
  if (establishments.empty()) return legal;
  const auto& seat = establishments.front();
  legal.seat = {seat.street, seat.postal_code, seat.city, seat.insee};
  return legal;
}

std::vector<Lack> lacks_of_house(db::Transaction& tx) {
  const auto house = operating_organisation(tx);
  return lacking(house ? legal_of(tx, *house) : Legal{}, Side::house);
}

std::vector<Lack> lacks_of_partner(db::Transaction& tx, OrganisationId partner) {
  return lacking(legal_of(tx, partner), Side::partner);
}

std::unordered_set<OrganisationId> named_in_full(db::Transaction& tx, const std::vector<OrganisationId>& partners) {
  std::unordered_set<OrganisationId> found;
  db::each_of(
      tx,
      "select o.id from organisations o join establishments e on e.id = (select min(s.id) from establishments "
      "s where s.organisation_id = o.id) where o.siren is not null and e.street <> '' and e.city <> '' and o.id "
      "in ({ids})",
      partners, {}, [&](const db::Row& row) { found.insert(row.get<OrganisationId>(0)); });
  return found;
}

void change_address(platform::Act& act, EstablishmentId establishment, const Address& address) {
  MANDAT_ASSERT(address.complete());
  act.tx.execute(
      "update establishments set street = :street, postal_code = :postal_code, city = :city, insee = :insee where id = "
      ":id",
      {{"id", establishment},
       {"street", address.street},
       {"postal_code", *address.postal_code},
       {"city", address.city},
       {"insee", address.insee}});
}

void change_seat(platform::Act& act, OrganisationId organisation, const Address& seat) {
  MANDAT_ASSERT(seat.complete());
  const auto establishments = establishments_of(act.tx, organisation);
  if (establishments.empty()) {
    const auto made = create_establishment(
        act, organisation,
        {.street = seat.street, .postal_code = *seat.postal_code, .city = seat.city, .insee = seat.insee});
    MANDAT_ASSERT(made.ok());
    return;
  }
  change_address(act, establishments.front().id, seat);
}

base::Outcome<base::Done> change_house(platform::Act& act, OrganisationId house, const HouseIdentity& wanted) {
  const auto holder =
      act.tx.value<OrganisationId>("select id from organisations where siren = :siren", {{"siren", wanted.siren}});
  if (holder && *holder != house) return base::Refusal{siren_taken, "siren"};
  const std::string name = base::squeeze(wanted.name);
  act.tx.execute("update organisations set name = :name, name_folded = :folded, siren = :siren where id = :id",
                 {{"id", house}, {"name", name}, {"folded", base::fold(name)}, {"siren", wanted.siren}});
  act.tx.execute(
      "insert into legal_identities (organisation_id, legal_form, vat_number) values (:id, :form, :vat) on conflict "
      "(organisation_id) do update set legal_form = excluded.legal_form, vat_number = excluded.vat_number",
      {{"id", house}, {"form", base::squeeze(wanted.legal_form)}, {"vat", wanted.vat_number}});
  change_seat(act, house, wanted.seat);
  return base::Done{};
}

}  // namespace identity
