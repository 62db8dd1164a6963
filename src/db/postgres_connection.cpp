#include "db/postgres_connection.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace db {
namespace {

constexpr std::size_t most_statements = 500;

// src/include/catalog/pg_type.dat
constexpr Oid bool_type = 16, char_type = 18, name_type = 19, int8_type = 20, int2_type = 21, int4_type = 23,
              text_type = 25, varchar_type = 1043;

// Durability is raised when the server's default is lower (off), and left alone when it is higher (remote_apply).
constexpr const char* session_settings =
    "SET TimeZone = 'UTC'; SET client_min_messages = warning; SET standard_conforming_strings = on; SET jit = off;"
    "SET statement_timeout = '30s'; SET lock_timeout = '10s'; SET idle_in_transaction_session_timeout = '60s';"
    "SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off';"
    "SELECT current_setting('server_encoding')";

class PostgresRow final : public Row {
 public:
  PostgresRow(const PGresult* result, int row) : result_(result), row_(row) {}
  int columns() const override { return PQnfields(result_); }
  bool is_null(int column) const override { return PQgetisnull(result_, row_, column) != 0; }
  std::int64_t integer(int column) const override {
    const auto digits = bytes(column);
    switch (PQftype(result_, column)) {
      case bool_type:
        return digits == "t" ? 1 : 0;
      case int2_type:
      case int4_type:
      case int8_type:
        break;
      default:
        wrong_type(PQfname(result_, column), "BIGINT");
    }
    std::int64_t number = 0;
    const auto end = digits.data() + digits.size();
    MANDAT_ASSERT(std::from_chars(digits.data(), end, number).ptr == end);
    return number;
  }
  std::string_view text(int column) const override {
    switch (PQftype(result_, column)) {
      case text_type:
      case varchar_type:
      case name_type:
      case char_type:
        return bytes(column);
      default:
        wrong_type(PQfname(result_, column), "TEXT");
    }
  }

 private:
  std::string_view bytes(int column) const {
    MANDAT_ASSERT(!is_null(column));
    return {PQgetvalue(result_, row_, column), static_cast<std::size_t>(PQgetlength(result_, row_, column))};
  }
  const PGresult* result_;
  int row_;
};

std::string field(const PGresult* result, int code) {
  const char* value = result == nullptr ? nullptr : PQresultErrorField(result, code);
  return value == nullptr ? "" : value;
}

bool succeeded(const PGresult* result) {
  const auto status = PQresultStatus(result);
  return status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK;
}

// Classes of SQLSTATE that mean: not now (PostgreSQL manual, appendix A).
bool is_passing(std::string_view state) {
  constexpr std::array<std::string_view, 5> classes{"08", "53", "57", "58", "55P03"};
  return std::any_of(classes.begin(), classes.end(), [&](auto c) { return state.starts_with(c); });
}

}  // namespace

struct PostgresConnection::Bound {
  Bound(const NumberedSql& sql, std::span<const Param> params) {
    numbers.reserve(sql.names.size());  // no move: `values` points into it
    for (std::size_t i = 0; i < sql.names.size(); ++i) add(value_of(params, i, sql.names[i], sql.text));
  }
  void add(const Value& value) {
    if (const auto* text = std::get_if<std::string>(&value)) {
      values.push_back(text->c_str());
      types.push_back(text_type);
    } else if (const auto* number = std::get_if<std::int64_t>(&value)) {
      values.push_back(numbers.emplace_back(std::to_string(*number)).c_str());
      types.push_back(int8_type);
    } else {
      values.push_back(nullptr);
      types.push_back(InvalidOid);  // the server infers it
    }
  }
  int count() const { return static_cast<int>(values.size()); }
  bool fits(const Prepared& prepared) const {
    for (std::size_t i = 0; i < types.size(); ++i)
      if (values[i] != nullptr && types[i] != prepared.types[i]) return false;
    return true;
  }

  // A parameter that is NULL today takes the type it had before, so that few variants serve all calls.
  std::vector<Oid> types_given(const std::vector<Prepared>& variants) const {
    auto given = types;
    for (const auto& variant : variants)
      for (std::size_t i = 0; i < given.size(); ++i)
        if (given[i] == InvalidOid) given[i] = variant.types[i];
    return given;
  }

  std::vector<std::string> numbers;
  std::vector<const char*> values;
  std::vector<Oid> types;
};

PostgresConnection::PostgresConnection(std::string conninfo) : conninfo_(std::move(conninfo)) { connect(); }

void PostgresConnection::connect() {
  statements_.clear();
  owed_ = false;
  // What stands before dbname is a default that the address may change; what stands after is not.
  const std::array<const char*, 6> keywords{"connect_timeout", "tcp_user_timeout", "application_name",
                                            "dbname",          "client_encoding",  nullptr};
  const std::array<const char*, 6> values{"5", "10000", "mandat", conninfo_.c_str(), "UTF8", nullptr};
  connection_.reset(PQconnectdbParams(keywords.data(), values.data(), 1));
  if (lost()) throw Unavailable(std::string("PostgreSQL: ") + PQerrorMessage(connection_.get()));
  if (PQserverVersion(connection_.get()) < 150000) throw Error("PostgreSQL 15 or later is needed");
  const Result settings(PQexec(connection_.get(), session_settings));
  if (!succeeded(settings.get())) fail(settings.get(), "session settings");
  if (std::string_view(PQgetvalue(settings.get(), 0, 0)) != "UTF8") throw Error("the database must be encoded in UTF8");
}

void PostgresConnection::fail(const PGresult* result, std::string_view doing) const {
  const auto state = field(result, PG_DIAG_SQLSTATE);
  auto message = field(result, PG_DIAG_MESSAGE_PRIMARY);
  if (message.empty()) message = PQerrorMessage(connection_.get());
  const auto what = message + " (PostgreSQL " + state + "): " + std::string(doing);
  if (state == "23505") {
    const auto constraint = field(result, PG_DIAG_CONSTRAINT_NAME);
    // "Key (id)=(42) already exists.", in the server's language
    const bool on_id = field(result, PG_DIAG_MESSAGE_DETAIL).find("(id)=(") != std::string::npos;
    if (on_id && constraint.ends_with("_pkey")) throw FreshIdClash(what, constraint);
    throw UniqueViolation(what, constraint);
  }
  if (state == "40001" || state == "40P01") throw Clash(what);
  if (state.starts_with("23")) throw ConstraintViolation(what);
  if (lost() || is_passing(state)) throw Unavailable(what);
  throw Error(what);
}

bool PostgresConnection::Question::is(std::string_view text, std::span<const Param> values) const {
  return sql == text &&
         std::equal(params.begin(), params.end(), values.begin(), values.end(),
                    [](const Param& a, const Param& b) { return a.name == b.name && a.value == b.value; });
}

void PostgresConnection::expect(std::string_view sql, std::span<const Param> params) {
  if (!writable()) expected_.push_back({std::string(sql), {params.begin(), params.end()}});
}

void PostgresConnection::do_begin(Mode mode) {
  take_what_is_owed();
  expected_.clear();
  answered_.clear();
  if (statements_.size() >= most_statements) {
    const Result forgotten(PQexec(connection_.get(), "DEALLOCATE ALL"));
    statements_.clear();
  }
  begin_due_ =
      mode == Mode::write ? "BEGIN ISOLATION LEVEL SERIALIZABLE" : "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
}

void PostgresConnection::do_commit() {
  if (begin_due_ != nullptr) return;
  if (!writable()) return end_reading("COMMIT");
  const Result result(PQexec(connection_.get(), "COMMIT"));
  const auto state = field(result.get(), PG_DIAG_SQLSTATE);
  if (lost() || state.starts_with("57P") || state.starts_with("08"))
    throw OutcomeUnknown("the PostgreSQL server went while it was committing: it may be done, or not");
  if (!succeeded(result.get())) fail(result.get(), "COMMIT");
  if (std::string_view(PQcmdStatus(result.get())) != "COMMIT")
    throw Error("PostgreSQL rolled back what was to be kept");
}

void PostgresConnection::do_roll_back() noexcept {
  if (begin_due_ != nullptr || lost() || PQtransactionStatus(connection_.get()) == PQTRANS_IDLE) return;
  if (!writable()) return end_reading("ROLLBACK");
  const Result result(PQexec(connection_.get(), "ROLLBACK"));
}

// Nothing hangs on the answer: it is read when the connection is next used.
void PostgresConnection::end_reading(const char* how) { owed_ = PQsendQuery(connection_.get(), how) == 1; }

void PostgresConnection::take_what_is_owed() {
  if (!owed_) return;
  owed_ = false;
  while (Result(PQgetResult(connection_.get()))) continue;
}

PostgresConnection::Statement& PostgresConnection::statement(std::string_view sql) {
  const auto known = statements_.find(sql);
  if (known != statements_.end()) return known->second;
  return statements_.emplace(std::string(sql), Statement{number_parameters(sql), {}}).first->second;
}

PostgresConnection::Result PostgresConnection::answer_ahead(std::string_view sql, std::span<const Param> params) {
  const auto same = [&](const Question& question) { return question.is(sql, params); };
  std::erase_if(expected_, same);  // it is asked now
  const auto known = std::find_if(answered_.begin(), answered_.end(), same);
  if (known == answered_.end()) return nullptr;
  Result answer = std::move(known->answer);
  answered_.erase(known);
  return answer;
}

PostgresConnection::Result PostgresConnection::run(std::string_view sql, std::span<const Param> params) {
  if (Result known = answer_ahead(sql, params)) return known;
  const Bound bound(statement(sql).sql, params);
  if (begin_due_ != nullptr) {
    // A connection that broke while it was idle is known only now. Nothing was done yet: connect, and begin once more.
    try {
      return send(statement(sql), bound, sql);
    } catch (const Unavailable&) {
      if (!lost()) throw;
    }
    connect();
  }
  return send(statement(sql), bound, sql);
}

PostgresConnection::Result PostgresConnection::send(Statement& statement, const Bound& bound, std::string_view sql) {
  const auto& variants = statement.variants;
  const auto known = std::find_if(variants.begin(), variants.end(), [&](const auto& v) { return bound.fits(v); });
  if (begin_due_ != nullptr || known == variants.end() || !expected_.empty()) return send_batch(statement, bound, sql);
  Result result(
      PQexecPrepared(connection_.get(), known->name.c_str(), bound.count(), bound.values.data(), nullptr, nullptr, 0));
  if (!succeeded(result.get())) fail(result.get(), sql);
  return result;
}

// One statement of a pipeline, and its preparation when it is due: `fresh` then has a name.
bool PostgresConnection::put(Statement& statement, const Bound& bound, Prepared& fresh) {
  PGconn* const connection = connection_.get();
  const auto& variants = statement.variants;
  const auto known = std::find_if(variants.begin(), variants.end(), [&](const auto& v) { return bound.fits(v); });
  bool sent = true;
  if (known == variants.end()) {
    fresh = {"s" + std::to_string(++prepared_), bound.types_given(variants)};
    sent = PQsendPrepare(connection, fresh.name.c_str(), statement.sql.text.c_str(), bound.count(),
                         fresh.types.data()) == 1;
  }
  const char* const name = known == variants.end() ? fresh.name.c_str() : known->name.c_str();
  return sent && PQsendQueryPrepared(connection, name, bound.count(), bound.values.data(), nullptr, nullptr, 0) == 1;
}

// BEGIN, the preparations, what is expected and the statement itself, as far as due, in one round trip.
PostgresConnection::Result PostgresConnection::send_batch(Statement& statement, const Bound& bound,
                                                          std::string_view sql) {
  PGconn* const connection = connection_.get();
  const auto ahead = std::exchange(expected_, {});
  std::vector<Prepared> fresh(ahead.size() + 1);  // of each, nameless when it was prepared before
  bool sent = PQenterPipelineMode(connection) == 1;
  if (begin_due_ != nullptr)
    sent = sent && PQsendQueryParams(connection, begin_due_, 0, nullptr, nullptr, nullptr, nullptr, 0) == 1;
  sent = sent && put(statement, bound, fresh[0]);
  for (std::size_t i = 0; i < ahead.size(); ++i) {
    Statement& other = this->statement(ahead[i].sql);
    sent = sent && put(other, Bound(other.sql, ahead[i].params), fresh[i + 1]);
  }
  if (!sent || PQpipelineSync(connection) != 1) fail(nullptr, sql);

  Result failed;  // the first to fail; those after it were not run
  const auto next = [&] {
    Result result(PQgetResult(connection));
    while (const Result rest{PQgetResult(connection)}) continue;
    if (!failed && !succeeded(result.get())) failed = std::move(result);
    return result;
  };
  const auto answer_of = [&](Statement& asked, Prepared& prepared) {
    if (!prepared.name.empty() && succeeded(next().get())) asked.variants.push_back(std::move(prepared));
    return next();
  };
  if (begin_due_ != nullptr) next();
  Result answer = answer_of(statement, fresh[0]);
  for (std::size_t i = 0; i < ahead.size(); ++i)
    answered_.push_back({ahead[i].sql, ahead[i].params, answer_of(this->statement(ahead[i].sql), fresh[i + 1])});
  const Result sync(PQgetResult(connection));
  if (PQexitPipelineMode(connection) != 1) connection_.reset();
  if (!lost()) begin_due_ = nullptr;
  if (failed) fail(failed.get(), sql);
  return answer;
}

void PostgresConnection::do_each(std::string_view sql, std::span<const Param> params, const RowReader& read) {
  const Result result = run(sql, params);
  for (int i = 0; i < PQntuples(result.get()); ++i) read(PostgresRow(result.get(), i));
}

std::int64_t PostgresConnection::do_execute(std::string_view sql, std::span<const Param> params) {
  const Result result = run(sql, params);
  const std::string_view changed = PQcmdTuples(result.get());
  std::int64_t count = 0;  // stays so for a statement that changes no rows
  std::from_chars(changed.data(), changed.data() + changed.size(), count);
  return count;
}

void expect(Transaction& tx, std::string_view sql, std::span<const Param> params) {
  if (auto* const connection = dynamic_cast<PostgresConnection*>(&tx)) connection->expect(sql, params);
}

bool travels(const Transaction& tx) { return tx.engine() == Engine::postgres && !tx.writable(); }

}  // namespace db
