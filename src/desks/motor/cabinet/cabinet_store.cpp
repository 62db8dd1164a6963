#include "base/typed_text.hpp"
#include "desks/motor/cabinet/cabinet.hpp"

namespace motor::cabinet {
namespace {

Cabinet read(const db::Row& row) { return {row.get<identity::OrganisationId>(0), row.get<std::string>(1)}; }

bool well_formed(std::string_view code) {
  return code.size() >= 2 && code.size() <= 20 && base::all_alphanumeric(code);
}

}  // namespace

base::Outcome<base::Done> check_code(db::Transaction& tx, const Cabinet& cabinet) {
  if (!well_formed(cabinet.code)) return base::Refusal{bad_code, "code"};
  const auto holder = tx.value<identity::OrganisationId>(
      "SELECT organisation_id FROM motor_cabinets WHERE code = :code", {{"code", cabinet.code}});
  if (holder && *holder != cabinet.organisation) return base::Refusal{code_taken, "code"};
  return base::Done{};
}

base::Outcome<base::Done> enrol(db::Transaction& tx, const Cabinet& cabinet) {
  if (auto fits = check_code(tx, cabinet); !fits) return fits;
  tx.execute(
      "INSERT INTO motor_cabinets (organisation_id, code) VALUES (:organisation, :code) "
      "ON CONFLICT (organisation_id) DO UPDATE SET code = excluded.code",
      {{"organisation", cabinet.organisation}, {"code", cabinet.code}});
  return base::Done{};
}

std::optional<Cabinet> find(db::Transaction& tx, identity::OrganisationId organisation) {
  return tx.row("SELECT organisation_id, code FROM motor_cabinets WHERE organisation_id = :organisation",
                {{"organisation", organisation}}, read);
}

std::vector<Cabinet> all(db::Transaction& tx) {
  return tx.rows("SELECT organisation_id, code FROM motor_cabinets ORDER BY code", {}, read);
}

std::int64_t next_document_number(db::Transaction& tx, identity::OrganisationId organisation) {
  const auto number = tx.value<std::int64_t>(
      "UPDATE motor_cabinets SET last_document = last_document + 1 WHERE organisation_id = :organisation "
      "RETURNING last_document",
      {{"organisation", organisation}});
  MANDAT_ASSERT(number);
  return *number;
}

}  // namespace motor::cabinet
