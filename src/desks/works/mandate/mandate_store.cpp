#include "desks/works/mandate/mandate.hpp"

#include "db/id_batches.hpp"
#include "db/words.hpp"

namespace works::mandate {
namespace {

#define MANDATE_COLUMNS                                                                                        \
  "id, lot_id, claim_id, tradesman_id, state, asked_by, asked_at, distance_m, sms_sent_at, sms_delivered_at, " \
  "sms_undelivered, answered_at, answered_over, ended_at, reason, trades_text, "                               \
  "place_name, mail_lost, sms_obstacle"

Mandate read(const db::Row& row) {
  const auto state = state_from_text(row.text(4));
  const auto obstacle = sms_obstacle_from_text(row.text(18));
  MANDAT_ASSERT(state && obstacle);
  return {
      .id = row.get<MandateId>(0),
      .lot = row.get<LotId>(1),
      .claim = row.get<ClaimId>(2),
      .tradesman = row.get<identity::OrganisationId>(3),
      .state = *state,
      .asked_by = row.get<identity::AccountId>(5),
      .asked_at = row.get<base::Instant>(6),
      .distance_m = row.get<int>(7),
      .trades_text = row.get<std::string>(15),
      .place_name = row.get<std::string>(16),
      .sms_sent_at = row.get<std::optional<base::Instant>>(8),
      .sms_delivered_at = row.get<std::optional<base::Instant>>(9),
      .sms_undelivered = row.get<bool>(10),
      .sms_obstacle = *obstacle,
      .mail_lost = row.get<bool>(17),
      .answered_at = row.get<std::optional<base::Instant>>(11),
      .answered_over = row.get<std::string>(12),
      .ended_at = row.get<std::optional<base::Instant>>(13),
      .reason = row.get<std::string>(14),
  };
}

}  // namespace

void insert(db::Transaction& tx, const Mandate& mandate, const SearchKeys& keys) {
  tx.execute("INSERT INTO works_mandates (" MANDATE_COLUMNS
             ", open_key, held_key) VALUES (:id, :lot, :claim, :tradesman, :state, :asked_by, :asked_at, :distance, "
             ":sms_sent_at, "
             ":sms_delivered_at, :sms_undelivered, :answered_at, :answered_over, :ended_at, :reason, :trades_text, "
             ":place_name, :mail_lost, :sms_obstacle, "
             ":open_key, :held_key)",
             {{"id", mandate.id},
              {"lot", mandate.lot},
              {"claim", mandate.claim},
              {"tradesman", mandate.tradesman},
              {"state", to_text(mandate.state)},
              {"asked_by", mandate.asked_by},
              {"asked_at", mandate.asked_at},
              {"distance", mandate.distance_m},
              {"sms_sent_at", mandate.sms_sent_at},
              {"sms_delivered_at", mandate.sms_delivered_at},
              {"sms_undelivered", mandate.sms_undelivered},
              {"answered_at", mandate.answered_at},
              {"answered_over", mandate.answered_over},
              {"ended_at", mandate.ended_at},
              {"reason", mandate.reason},
              {"trades_text", mandate.trades_text},
              {"place_name", mandate.place_name},
              {"mail_lost", mandate.mail_lost},
              {"sms_obstacle", to_text(mandate.sms_obstacle)},
              {"open_key", keys.open},
              {"held_key", keys.held}});
}

void save(db::Transaction& tx, const Mandate& mandate) {
  const auto changed = tx.execute(
      "UPDATE works_mandates SET state = :state, sms_sent_at = :sms_sent_at, sms_delivered_at = :sms_delivered_at, "
      "sms_undelivered = :sms_undelivered, sms_obstacle = :sms_obstacle, mail_lost = :mail_lost, "
      "answered_at = :answered_at, answered_over = :answered_over, "
      "ended_at = :ended_at, reason = :reason WHERE id = :id",
      {{"id", mandate.id},
       {"state", to_text(mandate.state)},
       {"sms_sent_at", mandate.sms_sent_at},
       {"sms_delivered_at", mandate.sms_delivered_at},
       {"sms_undelivered", mandate.sms_undelivered},
       {"sms_obstacle", to_text(mandate.sms_obstacle)},
       {"mail_lost", mandate.mail_lost},
       {"answered_at", mandate.answered_at},
       {"answered_over", mandate.answered_over},
       {"ended_at", mandate.ended_at},
       {"reason", mandate.reason}});
  MANDAT_ASSERT(changed == 1);
}

void save_held_key(db::Transaction& tx, ClaimId claim, std::string_view held) {
  tx.execute("UPDATE works_mandates SET held_key = :held WHERE claim_id = :claim", {{"held", held}, {"claim", claim}});
}

std::optional<Mandate> find(db::Transaction& tx, MandateId id) {
  return tx.row("SELECT " MANDATE_COLUMNS " FROM works_mandates WHERE id = :id", {{"id", id}}, read);
}

std::optional<Mandate> live_of(db::Transaction& tx, LotId lot) {
  return tx.row("SELECT " MANDATE_COLUMNS
                " FROM works_mandates WHERE lot_id = :lot AND state IN ('asked', 'accepted', 'quoted', 'closed')",
                {{"lot", lot}}, read);
}

std::vector<Mandate> of_claim(db::Transaction& tx, ClaimId claim) {
  return tx.rows("SELECT " MANDATE_COLUMNS " FROM works_mandates WHERE claim_id = :claim ORDER BY id",
                 {{"claim", claim}}, read);
}

std::vector<Mandate> of_lot(db::Transaction& tx, LotId lot) {
  return tx.rows("SELECT " MANDATE_COLUMNS " FROM works_mandates WHERE lot_id = :lot ORDER BY id", {{"lot", lot}},
                 read);
}

std::vector<Mandate> asked_among(db::Transaction& tx, const std::vector<ClaimId>& claims) {
  std::vector<Mandate> found;
  db::each_of(tx, "SELECT " MANDATE_COLUMNS " FROM works_mandates WHERE claim_id IN ({ids}) AND state = 'asked'",
              claims, {}, [&](const db::Row& row) { found.push_back(read(row)); });
  return found;
}

std::vector<Mandate> of_tradesman(db::Transaction& tx, identity::OrganisationId tradesman,
                                  const std::vector<ClaimId>& claims) {
  std::vector<Mandate> found;
  db::each_of(tx,
              "SELECT " MANDATE_COLUMNS " FROM works_mandates WHERE tradesman_id = :tradesman AND claim_id IN ({ids})",
              claims, {{"tradesman", tradesman}}, [&](const db::Row& row) { found.push_back(read(row)); });
  return found;
}

std::vector<Mandate> of_tradesman(db::Transaction& tx, identity::OrganisationId tradesman, bool live, MandateId before,
                                  int limit) {
  const std::int64_t last = before ? before.value : INT64_MAX;
  return live ? tx.rows("SELECT " MANDATE_COLUMNS
                        " FROM works_mandates WHERE tradesman_id = :tradesman AND id < :before AND "
                        "state IN ('asked', 'accepted', 'quoted') ORDER BY id DESC LIMIT :limit",
                        {{"tradesman", tradesman}, {"before", last}, {"limit", limit}}, read)
              : tx.rows("SELECT " MANDATE_COLUMNS
                        " FROM works_mandates WHERE tradesman_id = :tradesman AND id < :before AND "
                        "state NOT IN ('asked', 'accepted', 'quoted') ORDER BY id DESC LIMIT :limit",
                        {{"tradesman", tradesman}, {"before", last}, {"limit", limit}}, read);
}

std::vector<Mandate> latest(db::Transaction& tx, MandateId before, int limit) {
  return tx.rows("SELECT " MANDATE_COLUMNS " FROM works_mandates WHERE id < :before ORDER BY id DESC LIMIT :limit",
                 {{"before", before ? before.value : INT64_MAX}, {"limit", limit}}, read);
}

std::optional<base::Instant> last_answer_of(db::Transaction& tx, identity::OrganisationId tradesman) {
  return tx
      .value<std::optional<base::Instant>>(
          "SELECT max(answered_at) FROM works_mandates WHERE tradesman_id = :tradesman", {{"tradesman", tradesman}})
      .value();
}

bool silent_since(db::Transaction& tx, identity::OrganisationId tradesman, base::Instant since) {
  return tx
      .value<std::int64_t>(
          "SELECT id FROM works_mandates WHERE tradesman_id = :tradesman AND asked_at >= :since AND state = 'expired' "
          "AND sms_sent_at IS NOT NULL AND sms_undelivered = 0 LIMIT 1",  // may_have_arrived
          {{"tradesman", tradesman}, {"since", since}})
      .has_value();
}

namespace {

// What the firm may find the mandate by in its present state: the insured only where it sees him (W14,
// shows_contact_details).
constexpr std::string_view findable =
    "(open_key || CASE WHEN state IN ('accepted', 'quoted', 'closed') THEN ' ' || held_key ELSE '' END)";

}  // namespace

std::vector<Mandate> find_of_tradesman(db::Transaction& tx, identity::OrganisationId tradesman, std::string_view folded,
                                       int limit) {
  const db::Words words(folded);
  std::vector<db::Param> params{{"tradesman", tradesman}, {"limit", limit}};
  words.add_to(params);
  return tx.rows("SELECT " MANDATE_COLUMNS " FROM works_mandates WHERE tradesman_id = :tradesman AND " +
                     words.in(findable) + " ORDER BY asked_at DESC, id DESC LIMIT :limit",
                 std::span<const db::Param>(params), read);
}

std::int64_t count_of_tradesman(db::Transaction& tx, identity::OrganisationId tradesman, std::string_view folded,
                                int most) {
  const db::Words words(folded);
  std::vector<db::Param> params{{"tradesman", tradesman}, {"limit", most + 1}};
  words.add_to(params);
  std::int64_t count = 0;
  tx.each("SELECT count(*) FROM (SELECT 1 FROM works_mandates WHERE tradesman_id = :tradesman AND " +
              words.in(findable) + " LIMIT :limit) AS counted",
          std::span<const db::Param>(params), [&](const db::Row& row) { count = row.integer(0); });
  return count;
}

}  // namespace works::mandate
