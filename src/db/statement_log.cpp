#include "db/statement_log.hpp"

#include "base/assert.hpp"

namespace db {
namespace {

thread_local StatementLog* kept = nullptr;

}  // namespace

StatementLog::StatementLog() {
  MANDAT_ASSERT(kept == nullptr);
  kept = this;
}

StatementLog::~StatementLog() { kept = nullptr; }

void StatementLog::note(std::string_view sql) {
  if (kept == nullptr) return;
  const auto known = kept->runs_.find(sql);
  if (known == kept->runs_.end())
    kept->runs_.emplace(sql, 1);
  else
    ++known->second;
}

}  // namespace db
