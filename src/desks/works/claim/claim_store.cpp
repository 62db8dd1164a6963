#include <fmt/format.h>

#include "base/identifiers.hpp"
#include "base/text.hpp"
#include "db/id_batches.hpp"
#include "desks/works/claim/claim.hpp"
#include "desks/works/claim/claim_list.hpp"
#include "desks/works/claim/claim_tabs.hpp"

namespace works::claim {
namespace {

#define CLAIM_COLUMNS                                                                                                \
  "id, reference, broker_id, declared_by, declared_at, kind, loss_day, insured_name, insured_phone, insured_email, " \
  "place_address, place_postal_code, place_insee, place_name, lat_e6, lon_e6, position_method, position_error_m, "   \
  "description, emergency, needed_from, insurer, insurer_name, insurer_email, insurer_claim_number, "                \
  "insured_informed, form_key, status, detail, waiting_for, waiting_name, next_due_at, reimbursed_on, "              \
  "closed_by_broker_at, closed_at, abandoned_at, abandoned_reason, trades_text, expert_visit_on"

template <class E>
E known(std::optional<E> value) {
  MANDAT_ASSERT(value);
  return *value;
}

Claim read(const db::Row& row) {
  using OptionalInstant = std::optional<base::Instant>;
  using OptionalText = std::optional<std::string>;
  return {
      .id = row.get<ClaimId>(0),
      .reference = row.get<std::string>(1),
      .broker = row.get<identity::OrganisationId>(2),
      .declared_by = row.get<identity::AccountId>(3),
      .declared_at = row.get<base::Instant>(4),
      .kind = row.get<std::string>(5),
      .loss_day = row.get<std::optional<base::Day>>(6),
      .insured = {row.get<std::string>(7), row.get<std::string>(8), row.get<OptionalText>(9)},
      .place = {row.get<std::string>(10), row.get<std::string>(11), row.get<std::string>(12), row.get<std::string>(13),
                row.get<std::int32_t>(14), row.get<std::int32_t>(15), row.get<std::string>(16), row.get<int>(17)},
      .description = row.get<std::string>(18),
      .emergency = row.get<bool>(19),
      .needed_from = row.get<base::Day>(20),
      .insurer = row.get<std::string>(21),
      .insurer_name = row.get<std::string>(22),
      .insurer_email = row.get<OptionalText>(23),
      .insurer_claim_number = row.get<std::string>(24),
      .insured_informed = row.get<bool>(25),
      .form_key = row.get<std::string>(26),
      .status = known(status_from_text(row.text(27))),
      .detail = known(detail_from_text(row.text(28))),
      .waiting_for = known(waiting_from_text(row.text(29))),
      .waiting_name = row.get<std::string>(30),
      .next_due_at = row.get<OptionalInstant>(31),
      .expert_visit_on = row.get<std::optional<base::Day>>(38),
      .trades_text = row.get<std::string>(37),
      .reimbursed_on = row.get<std::optional<base::Day>>(32),
      .closed_by_broker_at = row.get<OptionalInstant>(33),
      .closed_at = row.get<OptionalInstant>(34),
      .abandoned_at = row.get<OptionalInstant>(35),
      .abandoned_reason = row.get<std::string>(36),
  };
}

std::string search_key(const Claim& claim) {
  return base::fold(claim.reference + " " + claim.place.postal_code + " " + claim.place.name + " " + claim.trades_text +
                    " " + claim.insurer_name + " " + contact_key(claim));
}

std::int64_t due_order(const Claim& claim) { return claim.next_due_at ? claim.next_due_at->micros : INT64_MAX; }

// One statement for all tabs of a claim: each is a round trip on PostgreSQL.
void count(db::Transaction& tx, identity::OrganisationId broker, const std::vector<Tab>& in, int change) {
  constexpr std::string_view names[] = {"tab0", "tab1", "tab2", "tab3"};
  MANDAT_ASSERT(!in.empty() && in.size() <= std::size(names));
  std::string rows;
  std::vector<db::Param> params{{"broker", broker}, {"change", change}};
  for (std::size_t i = 0; i < in.size(); ++i) {
    rows += fmt::format("{}(:broker, :{}, :change)", i == 0 ? "" : ", ", names[i]);
    params.emplace_back(names[i], to_text(in[i]));
  }
  tx.execute("INSERT INTO works_claim_counts (broker_id, tab, claims) VALUES " + rows +
                 " ON CONFLICT (broker_id, tab) DO UPDATE SET claims = works_claim_counts.claims + excluded.claims",
             params);
}

}  // namespace

// The phone without spaces holds what is typed with spaces too, since each pair of digits is a word of the search.
std::string contact_key(const Claim& claim) {
  const auto phone = base::Phone::parse(claim.insured.phone);
  std::string digits = base::fold(phone ? phone->national() : claim.insured.phone);
  std::erase(digits, ' ');
  return base::fold(claim.insured.name + " " + digits + " " + claim.place.address + " " + claim.insurer_claim_number);
}

void insert(db::Transaction& tx, const Claim& claim) {
  tx.execute(
      "INSERT INTO works_claims (id, reference, broker_id, declared_by, declared_at, kind, loss_day, insured_name, "
      "insured_phone, insured_email, place_address, place_postal_code, place_insee, place_name, lat_e6, lon_e6, "
      "position_method, position_error_m, description, emergency, needed_from, insurer, insurer_name, insurer_email, "
      "insurer_claim_number, insured_informed, form_key, search_key, status, detail, waiting_for, waiting_name, "
      "due_order, trades_text) "
      "VALUES (:id, :reference, :broker, :declared_by, :declared_at, :kind, :loss_day, :insured_name, :insured_phone, "
      ":insured_email, :address, :postal_code, :insee, :commune, :lat, :lon, :method, :error, :description, "
      ":emergency, "
      ":needed_from, :insurer, :insurer_name, :insurer_email, :claim_number, :informed, :form_key, :search_key, "
      ":status, :detail, :waiting_for, :waiting_name, :due_order, :trades_text)",
      {{"id", claim.id},
       {"reference", claim.reference},
       {"broker", claim.broker},
       {"declared_by", claim.declared_by},
       {"declared_at", claim.declared_at},
       {"kind", claim.kind},
       {"loss_day", claim.loss_day},
       {"insured_name", claim.insured.name},
       {"insured_phone", claim.insured.phone},
       {"insured_email", claim.insured.email},
       {"address", claim.place.address},
       {"postal_code", claim.place.postal_code},
       {"insee", claim.place.insee},
       {"commune", claim.place.name},
       {"lat", claim.place.lat_e6},
       {"lon", claim.place.lon_e6},
       {"method", claim.place.position_method},
       {"error", claim.place.position_error_m},
       {"description", claim.description},
       {"emergency", claim.emergency},
       {"needed_from", claim.needed_from},
       {"insurer", claim.insurer},
       {"insurer_name", claim.insurer_name},
       {"insurer_email", claim.insurer_email},
       {"claim_number", claim.insurer_claim_number},
       {"informed", claim.insured_informed},
       {"form_key", claim.form_key},
       {"search_key", search_key(claim)},
       {"status", to_text(claim.status)},
       {"detail", to_text(claim.detail)},
       {"waiting_for", to_text(claim.waiting_for)},
       {"waiting_name", claim.waiting_name},
       {"due_order", due_order(claim)},
       {"trades_text", claim.trades_text}});
  count(tx, claim.broker, tabs_of(claim.status, claim.waiting_for), 1);
  note_change(tx, claim.broker, claim.id);
}

void save(db::Transaction& tx, const Claim& claim) {
  const auto before = find(tx, claim.id);
  MANDAT_ASSERT(before);
  tx.execute(
      "UPDATE works_claims SET status = :status, detail = :detail, waiting_for = :waiting_for, "
      "waiting_name = :waiting_name, next_due_at = :next_due_at, expert_visit_on = :visit, due_order = :due_order, "
      "reimbursed_on = "
      ":reimbursed_on, "
      "closed_by_broker_at = :closed_by_broker_at, closed_at = :closed_at, abandoned_at = :abandoned_at, "
      "abandoned_reason = :abandoned_reason, insurer = :insurer, insurer_name = :insurer_name, "
      "insurer_email = :insurer_email, insurer_claim_number = :claim_number, insured_name = :insured_name, "
      "insured_phone = :insured_phone, insured_email = :insured_email, search_key = :search_key WHERE id = :id",
      {{"id", claim.id},
       {"status", to_text(claim.status)},
       {"detail", to_text(claim.detail)},
       {"waiting_for", to_text(claim.waiting_for)},
       {"waiting_name", claim.waiting_name},
       {"next_due_at", claim.next_due_at},
       {"visit", claim.expert_visit_on},
       {"due_order", due_order(claim)},
       {"reimbursed_on", claim.reimbursed_on},
       {"closed_by_broker_at", claim.closed_by_broker_at},
       {"closed_at", claim.closed_at},
       {"abandoned_at", claim.abandoned_at},
       {"abandoned_reason", claim.abandoned_reason},
       {"insurer", claim.insurer},
       {"insurer_name", claim.insurer_name},
       {"insurer_email", claim.insurer_email},
       {"claim_number", claim.insurer_claim_number},
       {"insured_name", claim.insured.name},
       {"insured_phone", claim.insured.phone},
       {"insured_email", claim.insured.email},
       {"search_key", search_key(claim)}});
  if (before->status != claim.status || before->waiting_for != claim.waiting_for) {
    count(tx, claim.broker, tabs_of(before->status, before->waiting_for), -1);
    count(tx, claim.broker, tabs_of(claim.status, claim.waiting_for), 1);
  }
  note_change(tx, claim.broker, claim.id);
}

std::optional<Claim> find(db::Transaction& tx, ClaimId id) {
  return tx.row("SELECT " CLAIM_COLUMNS " FROM works_claims WHERE id = :id", {{"id", id}}, read);
}

std::optional<Claim> find(db::Transaction& tx, ClaimId id, const identity::Actor& actor) {
  auto claim = find(tx, id);
  if (!claim || actor.is(identity::OrganisationKind::administrator)) return claim;
  if (!actor.is(identity::OrganisationKind::broker) || claim->broker != actor.organisation) return std::nullopt;
  return claim;
}

std::unordered_set<ClaimId> owned_by(db::Transaction& tx, identity::OrganisationId broker,
                                     const std::vector<ClaimId>& claims) {
  std::unordered_set<ClaimId> own;
  db::each_of(tx, "SELECT id FROM works_claims WHERE broker_id = :broker AND id IN ({ids})", claims,
              {{"broker", broker}}, [&](const db::Row& row) { own.insert(row.get<ClaimId>(0)); });
  return own;
}

std::unordered_map<ClaimId, std::string> references_of(db::Transaction& tx, const std::vector<ClaimId>& claims) {
  std::unordered_map<ClaimId, std::string> found;
  db::each_of(tx, "SELECT id, reference FROM works_claims WHERE id IN ({ids})", claims, {},
              [&](const db::Row& row) { found.emplace(row.get<ClaimId>(0), row.get<std::string>(1)); });
  return found;
}

std::vector<ClaimId> open_of(db::Transaction& tx, identity::OrganisationId broker) {
  return tx.rows(
      "SELECT id FROM works_claims WHERE broker_id = :broker AND status IN ('awaiting_quote', 'in_progress')",
      {{"broker", broker}}, [](const db::Row& row) { return row.get<ClaimId>(0); });
}

std::optional<ClaimId> find_by_form_key(db::Transaction& tx, identity::OrganisationId broker,
                                        std::string_view form_key) {
  return tx.value<ClaimId>("SELECT id FROM works_claims WHERE broker_id = :broker AND form_key = :key",
                           {{"broker", broker}, {"key", form_key}});
}

std::string next_reference(db::Transaction& tx, identity::OrganisationId broker, int year) {
  const auto number = tx.value<std::int64_t>(
      "INSERT INTO works_references (broker_id, year, last_number) VALUES (:broker, :year, 1) "
      "ON CONFLICT (broker_id, year) DO UPDATE SET last_number = works_references.last_number + 1 "
      "RETURNING last_number",
      {{"broker", broker}, {"year", year}});
  MANDAT_ASSERT(number);
  return fmt::format("T-{}-{:06}", year, *number);
}

}  // namespace works::claim
