// One connection to a PostgreSQL server. It heals itself: when the server has gone, the next transaction connects
// again.
#pragma once

#include <libpq-fe.h>

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "db/ahead.hpp"
#include "db/connection.hpp"
#include "db/sql_text.hpp"

namespace db {

class PostgresConnection final : public Connection {
 public:
  explicit PostgresConnection(std::string conninfo);
  Engine engine() const override { return Engine::postgres; }
  void expect(std::string_view sql, std::span<const Param> params);  // ahead.hpp

 private:
  struct Close {
    void operator()(PGconn* connection) const { PQfinish(connection); }
  };
  struct Clear {
    void operator()(PGresult* result) const { PQclear(result); }
  };
  using Result = std::unique_ptr<PGresult, Clear>;

  // One text may be prepared several times: once per combination of parameter types it was met with.
  struct Prepared {
    std::string name;
    std::vector<Oid> types;
  };
  struct Statement {
    NumberedSql sql;
    std::vector<Prepared> variants;
  };
  struct Bound;
  // What is on its way, or waits for who asks for it.
  struct Question {
    std::string sql;
    std::vector<Param> params;
    Result answer = nullptr;
    bool is(std::string_view text, std::span<const Param> values) const;
  };
  struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };

  void do_begin(Mode mode) override;
  void do_commit() override;
  void do_roll_back() noexcept override;
  void do_each(std::string_view sql, std::span<const Param> params, const RowReader& read) override;
  std::int64_t do_execute(std::string_view sql, std::span<const Param> params) override;

  void connect();
  bool lost() const { return PQstatus(connection_.get()) != CONNECTION_OK; }
  void end_reading(const char* how);
  void take_what_is_owed();
  Statement& statement(std::string_view sql);
  Result run(std::string_view sql, std::span<const Param> params);
  Result send(Statement& statement, const Bound& bound, std::string_view sql);
  Result send_batch(Statement& statement, const Bound& bound, std::string_view sql);
  bool put(Statement& statement, const Bound& bound, Prepared& fresh);
  Result answer_ahead(std::string_view sql, std::span<const Param> params);
  [[noreturn]] void fail(const PGresult* result, std::string_view doing) const;

  const std::string conninfo_;
  std::unique_ptr<PGconn, Close> connection_;
  std::unordered_map<std::string, Statement, TextHash, std::equal_to<>> statements_;
  int prepared_ = 0;
  const char* begin_due_ = nullptr;  // BEGIN travels with the first statement: one round trip less
  std::vector<Question> expected_;   // not sent yet
  std::vector<Question> answered_;
  bool owed_ = false;  // the answer to the end of a reading transaction, read before the next one begins
};

}  // namespace db
