// How SQLite finds the rows of what a piece of code reads: each statement it runs, with its plan. So that a page that
// would walk a whole table is seen without a clock.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "db/database.hpp"

namespace support {

struct Explained {
  std::string sql;
  std::vector<std::string> plan;  // the lines of EXPLAIN QUERY PLAN: "SEARCH t USING INDEX i (a=?)", "SCAN t"…
};

// Passes everything on, and asks for the plan of each statement first.
class ExplainingTransaction final : public db::Transaction {
 public:
  explicit ExplainingTransaction(db::Transaction& inner) : inner_(inner) {}

  using Transaction::each;
  using Transaction::execute;
  void each(std::string_view sql, std::span<const db::Param> params, const db::RowReader& read) override {
    Explained statement{std::string(sql), {}};
    inner_.each("EXPLAIN QUERY PLAN " + statement.sql, params,
                [&](const db::Row& row) { statement.plan.push_back(row.get<std::string>(3)); });
    explained_.push_back(std::move(statement));
    inner_.each(sql, params, read);
  }
  std::int64_t execute(std::string_view sql, std::span<const db::Param> params) override {
    return inner_.execute(sql, params);
  }
  db::Engine engine() const override { return inner_.engine(); }
  bool writable() const override { return inner_.writable(); }
  db::Kept& kept() const override { return inner_.kept(); }
  const std::vector<Explained>& explained() const { return explained_; }

 private:
  db::Transaction& inner_;
  std::vector<Explained> explained_;
};

template <class Work>
std::vector<Explained> explain(db::Database& database, Work work) {
  return database.read([&](db::Transaction& tx) {
    ExplainingTransaction explaining(tx);
    work(explaining);
    return explaining.explained();
  });
}

}  // namespace support
