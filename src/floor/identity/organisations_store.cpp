#include "base/assert.hpp"
#include "base/text.hpp"
#include "base/words.hpp"
#include "db/id_batches.hpp"
#include "floor/identity/organisations_by_id.hpp"

namespace identity {
namespace {

constexpr base::Word<Status> status_words[] = {
    {Status::active, "active", "Actif"},
    {Status::suspended, "suspended", "Suspendu"},
    {Status::closed, "closed", "Fermé"},
};

bool siren_exists(db::Transaction& tx, const base::Siren& siren) {
  return tx.value<std::int64_t>("select id from organisations where siren = :siren", {{"siren", siren}}).has_value();
}

std::optional<base::Refusal> objection(db::Transaction& tx, const NewOrganisation& wanted) {
  if (base::trim(wanted.name).empty()) return base::Refusal{missing_name, "name"};
  if (wanted.siren && siren_exists(tx, *wanted.siren)) return base::Refusal{siren_taken, "siren"};
  if (wanted.kinds.has(OrganisationKind::administrator) && operating_organisation(tx)) {
    return base::Refusal{operator_exists};
  }
  return std::nullopt;
}

std::optional<places::Point> position_of(const db::Row& row, int column) {
  if (row.is_null(column)) return std::nullopt;
  return places::Point{row.get<std::int32_t>(column), row.get<std::int32_t>(column + 1)};
}

#define ESTABLISHMENT_COLUMNS "id, organisation_id, siret, street, postal_code, city, insee, lat_e6, lon_e6"

Establishment read_establishment(const db::Row& row) {
  return {{.siret = row.get<std::optional<base::Siret>>(2),
           .street = row.get<std::string>(3),
           .postal_code = row.get<base::PostalCode>(4),
           .city = row.get<std::string>(5),
           .insee = row.get<std::string>(6),
           .position = position_of(row, 7)},
          row.get<EstablishmentId>(0),
          row.get<OrganisationId>(1)};
}

Member read_member(const db::Row& row) {
  return {.account = row.get<AccountId>(0),
          .name = row.get<std::string>(1),
          .email = row.get<base::EmailAddress>(2),
          .phone = row.get<std::optional<base::Phone>>(3),
          .role = role_from_text(row.text(4)).value(),
          .last_sign_in = row.get<std::optional<base::Instant>>(5)};
}

}  // namespace

std::string_view to_text(Status status) { return base::word_of(status_words, status).text; }
std::optional<Status> status_from_text(std::string_view text) { return base::value_of(status_words, text); }
std::string_view label(Status status) { return base::word_of(status_words, status).label; }

base::Outcome<OrganisationId> create_organisation(platform::Act& act, const NewOrganisation& wanted) {
  MANDAT_ASSERT(!wanted.kinds.empty());
  if (auto refusal = objection(act.tx, wanted)) return *std::move(refusal);
  const OrganisationId id{act.ids.next()};
  const std::string name = base::squeeze(wanted.name);
  act.tx.execute(
      "insert into organisations (id, siren, name, name_folded, phone, email, status, created_at) "
      "values (:id, :siren, :name, :folded, :phone, :email, :status, :now)",
      {{"id", id},
       {"siren", wanted.siren},
       {"name", name},
       {"folded", base::fold(name)},
       {"phone", wanted.phone},
       {"email", wanted.email},
       {"status", to_text(Status::active)},
       {"now", act.now}});
  for (int k = 0; k < organisation_kind_count; ++k) {
    const auto kind = static_cast<OrganisationKind>(k);
    if (!wanted.kinds.has(kind)) continue;
    act.tx.execute("insert into organisation_kinds (organisation_id, kind) values (:id, :kind)",
                   {{"id", id}, {"kind", to_text(kind)}});
  }
  return id;
}

std::optional<Organisation> organisation(db::Transaction& tx, OrganisationId id) {
  auto found = organisations(tx, {id});
  return found.empty() ? std::nullopt : std::optional(std::move(found.begin()->second));
}

std::unordered_map<OrganisationId, Organisation> organisations(db::Transaction& tx,
                                                               const std::vector<OrganisationId>& ids) {
  std::unordered_map<OrganisationId, Organisation> found;
  db::each_of(tx, "select id, name, siren, phone, email, status, created_at from organisations where id in ({ids})",
              ids, {}, [&](const db::Row& row) {
                const auto id = row.get<OrganisationId>(0);
                found.emplace(id, Organisation{.id = id,
                                               .name = row.get<std::string>(1),
                                               .kinds = {},
                                               .siren = row.get<std::optional<base::Siren>>(2),
                                               .phone = row.get<std::optional<base::Phone>>(3),
                                               .email = row.get<std::optional<base::EmailAddress>>(4),
                                               .status = status_from_text(row.text(5)).value(),
                                               .created = row.get<base::Instant>(6)});
              });
  db::each_of(tx, "select organisation_id, kind from organisation_kinds where organisation_id in ({ids})", ids, {},
              [&](const db::Row& row) {
                found.at(row.get<OrganisationId>(0)).kinds.add(organisation_kind_from_text(row.text(1)).value());
              });
  return found;
}

std::string organisation_name(db::Transaction& tx, OrganisationId id) {
  return tx.value<std::string>("select name from organisations where id = :id", {{"id", id}}).value_or("");
}

std::optional<OrganisationId> operating_organisation(db::Transaction& tx) {
  return tx.value<OrganisationId>("select organisation_id from organisation_kinds where kind = 'administrator'");
}

base::Outcome<EstablishmentId> create_establishment(platform::Act& act, OrganisationId organisation,
                                                    const NewEstablishment& wanted) {
  if (wanted.siret) {
    const auto siren = act.tx.value<std::optional<std::string>>("select siren from organisations where id = :id",
                                                                {{"id", organisation}});
    MANDAT_ASSERT(siren);
    if (*siren && **siren != base::siren_of(*wanted.siret).text()) return base::Refusal{siret_of_another, "siret"};
    if (act.tx.value<std::int64_t>("select id from establishments where siret = :siret", {{"siret", *wanted.siret}})) {
      return base::Refusal{siret_taken, "siret"};
    }
  }
  const EstablishmentId id{act.ids.next()};
  const auto& position = wanted.position;
  act.tx.execute(
      "insert into establishments (id, organisation_id, siret, street, postal_code, city, insee, lat_e6, lon_e6, "
      "created_at) values (:id, :organisation, :siret, :street, :postal_code, :city, :insee, :lat, :lon, :now)",
      {{"id", id},
       {"organisation", organisation},
       {"siret", wanted.siret},
       {"street", wanted.street},
       {"postal_code", wanted.postal_code},
       {"city", wanted.city},
       {"insee", wanted.insee},
       {"lat", position ? std::optional(position->lat_e6) : std::nullopt},
       {"lon", position ? std::optional(position->lon_e6) : std::nullopt},
       {"now", act.now}});
  return id;
}

std::vector<Establishment> establishments_of(db::Transaction& tx, OrganisationId organisation) {
  return tx.rows("select " ESTABLISHMENT_COLUMNS
                 " from establishments where organisation_id = :organisation order by id",
                 {{"organisation", organisation}}, read_establishment);
}

std::optional<Establishment> establishment(db::Transaction& tx, EstablishmentId id) {
  return tx.row("select " ESTABLISHMENT_COLUMNS " from establishments where id = :id", {{"id", id}},
                read_establishment);
}

std::optional<Establishment> establishment_with(db::Transaction& tx, const base::Siret& siret) {
  return tx.row("select " ESTABLISHMENT_COLUMNS " from establishments where siret = :siret", {{"siret", siret}},
                read_establishment);
}

std::unordered_map<EstablishmentId, Establishment> establishments(db::Transaction& tx,
                                                                  const std::vector<EstablishmentId>& ids) {
  std::unordered_map<EstablishmentId, Establishment> found;
  db::each_of(tx, "select " ESTABLISHMENT_COLUMNS " from establishments where id in ({ids})", ids, {},
              [&](const db::Row& row) {
                auto establishment = read_establishment(row);
                found.emplace(establishment.id, std::move(establishment));
              });
  return found;
}

#define MEMBERS_WHERE(condition)                                                         \
  "select a.id, a.name, a.email, a.phone, m.role, a.last_sign_in_at, m.organisation_id " \
  "from memberships m join accounts a on a.id = m.account_id "                           \
  "where " condition                                                                     \
  " and a.status = 'active' and m.status = 'active' "                                    \
  "order by case m.role when 'manager' then 0 when 'member' then 1 else 2 end, a.id"

std::vector<Member> members(db::Transaction& tx, OrganisationId organisation) {
  return tx.rows(MEMBERS_WHERE("m.organisation_id = :organisation"), {{"organisation", organisation}}, read_member);
}

std::unordered_map<OrganisationId, Member> first_members(db::Transaction& tx,
                                                         const std::vector<OrganisationId>& organisations) {
  std::unordered_map<OrganisationId, Member> first;
  db::each_of(tx, MEMBERS_WHERE("m.organisation_id in ({ids})"), organisations, {},
              [&](const db::Row& row) { first.emplace(row.get<OrganisationId>(6), read_member(row)); });
  return first;
}

}  // namespace identity
