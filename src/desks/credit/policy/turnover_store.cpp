#include "desks/credit/policy/turnover.hpp"

namespace credit::policy {

std::vector<Declared> declared_of(db::Transaction& tx, PolicyId policy) {
  std::vector<Declared> all;
  const db::Param params[] = {{"policy", policy}};
  tx.each(
      "SELECT starts_on, turnover, declared_at FROM credit_declarations WHERE policy_id = :policy "
      "ORDER BY starts_on, line",
      params, [&](const db::Row& row) {
        const auto from = row.get<base::Day>(0);
        if (all.empty() || all.back().from != from) all.push_back({from, {}, row.get<base::Instant>(2)});
        all.back().by_line.push_back(row.get<base::Money>(1));
      });
  return all;
}

void save(db::Transaction& tx, PolicyId policy, const Declared& declared, identity::AccountId by) {
  for (std::size_t line = 0; line < declared.by_line.size(); ++line)
    tx.execute(
        "INSERT INTO credit_declarations (policy_id, starts_on, line, turnover, declared_at, declared_by) VALUES "
        "(:policy, :from, :line, :turnover, :at, :by) ON CONFLICT (policy_id, starts_on, line) DO UPDATE SET "
        "turnover = excluded.turnover, declared_at = excluded.declared_at, declared_by = excluded.declared_by",
        {{"policy", policy},
         {"from", declared.from},
         {"line", line},
         {"turnover", declared.by_line[line]},
         {"at", declared.at},
         {"by", by}});
}

}  // namespace credit::policy
