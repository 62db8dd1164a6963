#include <algorithm>

#include "desks/credit/blind_test/blind_test.hpp"
#include "desks/credit/offer/offer.hpp"

namespace credit::offer {
namespace {

#define OFFER_COLUMNS                                                                                    \
  "id, placement_id, broker_id, insurer, insurer_name, state, round, issued_on, last_day, received_at, " \
  "confirmed_at, confirmed_until, decided_at, decided_by, decided_way, decided_words, limits_stale, "    \
  "decided_account_id"
#define ROUND_COLUMNS "r.round, r.issued_on, r.last_day, r.quote, r.note, r.entered_at, r.entered_by"

using OptionalDay = std::optional<base::Day>;
using OptionalInstant = std::optional<base::Instant>;
using acceptance::Limits;

template <class E>
E known(std::optional<E> value) {
  MANDAT_ASSERT(value);
  return *value;
}

Offer read(const db::Row& row) {
  return {.id = row.get<OfferId>(0),
          .placement = row.get<PlacementId>(1),
          .broker = row.get<identity::OrganisationId>(2),
          .insurer = row.get<std::string>(3),
          .insurer_name = row.get<std::string>(4),
          .state = known(state_from_text(row.text(5))),
          .round = static_cast<int>(row.get<std::int64_t>(6)),
          .issued = row.get<base::Day>(7),
          .last_day = row.get<OptionalDay>(8),
          .received_at = row.get<base::Instant>(9),
          .confirmed_at = row.get<OptionalInstant>(10),
          .confirmed_until = row.get<OptionalDay>(11),
          .decided_at = row.get<OptionalInstant>(12),
          .decided_by = row.get<std::string>(13),
          .decided_way = known(way_from_text(row.text(14))),
          .decided_words = row.get<std::string>(15),
          .decided_account = row.get<identity::AccountId>(17),
          .limits = row.get<std::int64_t>(16) != 0 ? Limits::possibly_stale : Limits::as_answered};
}

Round read_round(const db::Row& row) {
  return {.number = static_cast<int>(row.get<std::int64_t>(0)),
          .issued = row.get<base::Day>(1),
          .last_day = row.get<OptionalDay>(2),
          .quote = quote_from_json(row.text(3)),
          .note = row.get<std::string>(4),
          .entered_at = row.get<base::Instant>(5),
          .by = row.get<identity::AccountId>(6)};
}

std::int64_t stale(const Offer& offer) { return offer.limits == Limits::possibly_stale ? 1 : 0; }

}  // namespace

void insert(db::Transaction& tx, const Offer& offer) {
  tx.execute(
      "INSERT INTO credit_offers (id, placement_id, broker_id, insurer, insurer_name, state, round, issued_on, "
      "last_day, received_at) VALUES (:id, :placement, :broker, :insurer, :name, :state, :round, :issued, :last_day, "
      ":received)",
      {{"id", offer.id},
       {"placement", offer.placement},
       {"broker", offer.broker},
       {"insurer", offer.insurer},
       {"name", offer.insurer_name},
       {"state", to_text(offer.state)},
       {"round", offer.round},
       {"issued", offer.issued},
       {"last_day", offer.last_day},
       {"received", offer.received_at}});
  blind_test::note_change(tx, offer.placement);  // it stands in the foot of the matrix
}

void save(db::Transaction& tx, const Offer& offer) {
  tx.execute(
      "UPDATE credit_offers SET state = :state, round = :round, issued_on = :issued, last_day = :last_day, "
      "confirmed_at = :confirmed, confirmed_until = :until, decided_at = :decided, decided_by = :by, "
      "decided_way = :way, decided_words = :words, decided_account_id = :account, limits_stale = :stale WHERE id = :id",
      {{"id", offer.id},
       {"state", to_text(offer.state)},
       {"round", offer.round},
       {"issued", offer.issued},
       {"last_day", offer.last_day},
       {"confirmed", offer.confirmed_at},
       {"until", offer.confirmed_until},
       {"decided", offer.decided_at},
       {"by", offer.decided_by},
       {"way", to_text(offer.decided_way)},
       {"words", offer.decided_words},
       {"account", offer.decided_account},
       {"stale", stale(offer)}});
  blind_test::note_change(tx, offer.placement);
}

void insert(db::Transaction& tx, OfferId offer, const Round& round) {
  tx.execute(
      "INSERT INTO credit_offer_rounds (offer_id, round, issued_on, last_day, quote, note, entered_at, entered_by) "
      "VALUES (:offer, :round, :issued, :last_day, :quote, :note, :at, :by)",
      {{"offer", offer},
       {"round", round.number},
       {"issued", round.issued},
       {"last_day", round.last_day},
       {"quote", to_json(round.quote)},
       {"note", round.note},
       {"at", round.entered_at},
       {"by", round.by}});
}

std::optional<Offer> find(db::Transaction& tx, OfferId id) {
  return tx.row("SELECT " OFFER_COLUMNS " FROM credit_offers WHERE id = :id", {{"id", id}}, read);
}

std::optional<Offer> find(db::Transaction& tx, OfferId id, const identity::Actor& actor) {
  using identity::OrganisationKind;
  auto offer = find(tx, id);
  if (!offer || actor.is(OrganisationKind::administrator)) return offer;
  if (!actor.is(OrganisationKind::broker) || offer->broker != actor.organisation) return std::nullopt;
  return offer;
}

std::optional<Offer> find(db::Transaction& tx, PlacementId placement, std::string_view insurer) {
  return tx.row("SELECT " OFFER_COLUMNS " FROM credit_offers WHERE placement_id = :placement AND insurer = :insurer",
                {{"placement", placement}, {"insurer", insurer}}, read);
}

std::vector<Offer> offers_of(db::Transaction& tx, PlacementId placement) {
  return tx.rows("SELECT " OFFER_COLUMNS " FROM credit_offers WHERE placement_id = :placement ORDER BY insurer",
                 {{"placement", placement}}, read);
}

std::optional<Offer> in_state(db::Transaction& tx, PlacementId placement, State state) {
  return tx.row("SELECT " OFFER_COLUMNS " FROM credit_offers WHERE placement_id = :placement AND state = :state",
                {{"placement", placement}, {"state", to_text(state)}}, read);
}

std::vector<Round> rounds_of(db::Transaction& tx, OfferId offer) {
  return tx.rows("SELECT " ROUND_COLUMNS " FROM credit_offer_rounds r WHERE r.offer_id = :offer ORDER BY r.round",
                 {{"offer", offer}}, read_round);
}

std::vector<LastRound> last_rounds_of(db::Transaction& tx, PlacementId placement) {
  return tx.rows("SELECT " ROUND_COLUMNS
                 ", o.id FROM credit_offers o JOIN credit_offer_rounds r ON r.offer_id = o.id AND r.round = o.round "
                 "WHERE o.placement_id = :placement ORDER BY o.insurer",
                 {{"placement", placement}}, [](const db::Row& row) {
                   return LastRound{row.get<OfferId>(7), read_round(row)};
                 });
}

std::optional<Round> last_round_of(db::Transaction& tx, OfferId offer) {
  return tx.row("SELECT " ROUND_COLUMNS
                " FROM credit_offers o JOIN credit_offer_rounds r ON r.offer_id = o.id AND r.round = o.round "
                "WHERE o.id = :offer",
                {{"offer", offer}}, read_round);
}

void insert(db::Transaction& tx, OfferId offer, const Call& call) {
  tx.execute(
      "INSERT INTO credit_underwriter_calls (id, offer_id, booked_for, underwriter, subject) "
      "VALUES (:id, :offer, :at, :who, :subject)",
      {{"id", call.id},
       {"offer", offer},
       {"at", call.booked_for},
       {"who", call.underwriter},
       {"subject", call.subject}});
}

bool note_outcome(db::Transaction& tx, OfferId offer, std::int64_t call, std::string_view outcome, base::Instant now) {
  return tx.execute(
             "UPDATE credit_underwriter_calls SET outcome = :outcome, noted_at = :now WHERE id = :id AND "
             "offer_id = :offer",
             {{"id", call}, {"offer", offer}, {"outcome", outcome}, {"now", now}}) > 0;
}

std::vector<Call> calls_of(db::Transaction& tx, OfferId offer) {
  return tx.rows(
      "SELECT id, booked_for, underwriter, subject, outcome, noted_at FROM credit_underwriter_calls "
      "WHERE offer_id = :offer ORDER BY booked_for, id",
      {{"offer", offer}}, [](const db::Row& row) {
        return Call{row.get<std::int64_t>(0), row.get<base::Instant>(1), row.get<std::string>(2),
                    row.get<std::string>(3),  row.get<std::string>(4),   row.get<OptionalInstant>(5)};
      });
}

std::vector<std::pair<std::int64_t, std::string>> insurers_called(db::Transaction& tx, PlacementId placement) {
  return tx.rows(
      "SELECT c.id, o.insurer_name FROM credit_underwriter_calls c JOIN credit_offers o ON o.id = c.offer_id "
      "WHERE o.placement_id = :placement",
      {{"placement", placement}},
      [](const db::Row& row) { return std::pair(row.get<std::int64_t>(0), row.get<std::string>(1)); });
}

}  // namespace credit::offer
