#include "floor/audit/audit_store.hpp"

#include <algorithm>
#include <limits>

#include "floor/audit/audit_details.hpp"
#include "floor/audit/journal_search.hpp"

namespace audit {

namespace {

#define FACT_COLUMNS \
  "f.id, f.at, f.cause, f.account_id, f.organisation_id, f.author_detail, f.code, f.file_kind, f.file_id, f.details"

store::StoredFact read_stored(const db::Row& row) {
  const auto cause = platform::cause_from_text(row.text(2));
  MANDAT_ASSERT(cause);
  return {.fact = {.id = row.integer(0),
                   .at = row.get<base::Instant>(1),
                   .cause = *cause,
                   .account = row.get<identity::AccountId>(3),
                   .organisation = row.get<identity::OrganisationId>(4),
                   .author_detail = row.get<std::string>(5),
                   .code = row.get<std::string>(6),
                   .file = {row.get<std::string>(7), row.integer(8)},
                   .details = {}},
          .details = row.get<std::string>(9)};
}

Fact read_fact(const db::Row& row) {
  store::StoredFact stored = read_stored(row);
  stored.fact.details = details_from_json(stored.details);
  return std::move(stored.fact);
}

}  // namespace

void record(platform::Act& act, NewFact fact) {
  const std::int64_t id = act.ids.next();
  act.tx.execute(
      "insert into audit_facts (id, at, cause, account_id, organisation_id, author_detail, code, file_kind, file_id, "
      "details) values (:id, :at, :cause, :account, :organisation, :author_detail, :code, :file_kind, :file_id, "
      ":details)",
      {{"id", id},
       {"at", act.now},
       {"cause", platform::to_text(act.by.cause)},
       {"account", act.by.account},
       {"organisation", act.by.organisation},
       {"author_detail", act.by.detail},
       {"code", fact.code},
       {"file_kind", fact.file.kind},
       {"file_id", fact.file.id},
       {"details", to_json(fact.details)}});
  act.tx.execute("insert into audit_unsealed (fact_id) values (:id)", {{"id", id}});
}

std::vector<Fact> facts_of(db::Transaction& tx, const platform::FileRef& file) {
  return tx.rows("select " FACT_COLUMNS
                 " from audit_facts f where f.file_kind = :kind and f.file_id = :id order by f.id",
                 {{"kind", file.kind}, {"id", file.id}}, read_fact);
}

std::vector<Fact> latest_facts(db::Transaction& tx, std::int64_t before_id, int limit) {
  const std::int64_t bound = before_id == 0 ? std::numeric_limits<std::int64_t>::max() : before_id;
  return tx.rows("select " FACT_COLUMNS " from audit_facts f where f.id < :before order by f.id desc limit :limit",
                 {{"before", bound}, {"limit", limit}}, read_fact);
}

namespace {

// The ids that were given around an instant (base::IdSource): a bound for the search, a day wide of the mark, since an
// act's instant is read before its ids.
std::int64_t id_around(base::Instant instant) {
  constexpr base::Instant epoch{1'704'067'200'000'000};
  constexpr int random_bits = 21;
  return std::max<std::int64_t>(0, (instant - epoch).count() / 1000) << random_bits;
}

}  // namespace

std::vector<Fact> facts_wanted(db::Transaction& tx, const Wanted& wanted, std::int64_t before_id, int limit) {
  std::int64_t after = 0, before = before_id == 0 ? std::numeric_limits<std::int64_t>::max() : before_id;
  std::string where = "f.id < :before and f.id > :after";
  std::vector<db::Param> params;
  if (wanted.person) {
    where += " and f.account_id = :person";
    params.emplace_back("person", *wanted.person);
  }
  if (!wanted.code.empty()) {
    where += " and f.code = :code";
    params.emplace_back("code", wanted.code);
  }
  if (wanted.day) {
    const auto from = base::paris::start_of(*wanted.day), to = base::paris::start_of(*wanted.day + 1);
    where += " and f.at >= :from and f.at < :to";
    params.emplace_back("from", from);
    params.emplace_back("to", to);
    after = id_around(from - base::hours(24));
    before = std::min(before, id_around(to + base::hours(24)));
  }
  params.emplace_back("before", before);
  params.emplace_back("after", after);
  params.emplace_back("limit", limit);
  return tx.rows("select " FACT_COLUMNS " from audit_facts f where " + where + " order by f.id desc limit :limit",
                 std::span<const db::Param>(params), read_fact);
}

namespace store {

Seal last_seal(db::Transaction& tx) {
  return tx
      .row("select position, seal from audit_seals order by position desc limit 1", {},
           [](const db::Row& row) {
             return Seal{row.integer(0), row.get<std::string>(1)};
           })
      .value_or(Seal{});
}

std::vector<StoredFact> unsealed(db::Transaction& tx, int limit) {
  return tx.rows("select " FACT_COLUMNS
                 " from audit_unsealed u join audit_facts f on f.id = u.fact_id order by u.fact_id limit :limit",
                 {{"limit", limit}}, read_stored);
}

void add_seal(db::Transaction& tx, const Seal& seal, std::int64_t fact_id) {
  tx.execute("insert into audit_seals (position, fact_id, seal) values (:position, :fact, :seal)",
             {{"position", seal.position}, {"fact", fact_id}, {"seal", seal.seal}});
}

void forget_unsealed(db::Transaction& tx, std::int64_t up_to_fact_id) {
  tx.execute("delete from audit_unsealed where fact_id <= :fact", {{"fact", up_to_fact_id}});
}

std::vector<SealedFact> sealed_after(db::Transaction& tx, std::int64_t position, int limit) {
  return tx.rows("select " FACT_COLUMNS
                 ", s.position, s.seal from audit_seals s left join audit_facts f on f.id = s.fact_id "
                 "where s.position > :position order by s.position limit :limit",
                 {{"position", position}, {"limit", limit}}, [](const db::Row& row) {
                   SealedFact sealed{{row.integer(10), row.get<std::string>(11)}, std::nullopt};
                   if (!row.is_null(0)) sealed.fact = read_stored(row);
                   return sealed;
                 });
}

std::int64_t count_facts(db::Transaction& tx) {
  return tx.value<std::int64_t>("select count(*) from audit_facts").value();
}
std::int64_t count_unsealed(db::Transaction& tx) {
  return tx.value<std::int64_t>("select count(*) from audit_unsealed").value();
}

}  // namespace store

}  // namespace audit
