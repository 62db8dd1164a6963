#include <algorithm>

#include "desks/works/claim/department.hpp"
#include "desks/works/statistics/statistics.hpp"

namespace works::statistics {
namespace {

// A clock that was set back may show an end before its beginning.
std::int64_t minutes_since(const mandate::Mandate& mandate, base::Instant end) {
  return std::max<std::int64_t>(0, std::chrono::duration_cast<base::minutes>(end - mandate.emission()).count());
}

void set_outcome(platform::Act& act, const mandate::Mandate& mandate, Outcome outcome,
                 std::optional<std::int64_t> minutes) {
  act.tx.execute("UPDATE works_measures SET outcome = :outcome, answer_minutes = :minutes WHERE mandate_id = :mandate",
                 {{"mandate", mandate.id}, {"outcome", to_text(outcome)}, {"minutes", minutes}});
}

Measure read(const db::Row& row) {
  const auto outcome = outcome_from_text(row.text(3));
  MANDAT_ASSERT(outcome);
  return {row.get<std::string>(0),        row.get<bool>(1),
          row.get<std::string>(2),        *outcome,
          row.get<std::optional<int>>(4), row.get<std::optional<int>>(5),
          row.get<std::optional<int>>(6)};
}

}  // namespace

void note_asked(platform::Act& act, const mandate::Mandate& mandate, const lot::Lot& lot, const claim::Claim& claim) {
  const auto department = claim::department_of(claim);
  for (const auto& trade : lot.trades)
    act.tx.execute(
        "INSERT INTO works_measures (mandate_id, trade, main, department, asked_at, outcome) VALUES (:mandate, :trade, "
        ":main, :department, :asked_at, :outcome)",
        {{"mandate", mandate.id},
         {"trade", trade},
         {"main", trade == lot.trades.front()},
         {"department", department},
         {"asked_at", mandate.asked_at},
         {"outcome", to_text(Outcome::waiting)}});
}

void note_answer(platform::Act& act, const mandate::Mandate& mandate) {
  set_outcome(act, mandate, Outcome::answered, minutes_since(mandate, *mandate.answered_at));
}

void note_no_answer(platform::Act& act, const mandate::Mandate& mandate) {
  const bool silent = mandate.state == mandate::State::expired && may_have_arrived(mandate.sms_fate());
  set_outcome(act, mandate, silent ? Outcome::silent : Outcome::uncounted, std::nullopt);
}

void note_quote(platform::Act& act, const mandate::Mandate& mandate) {
  act.tx.execute(
      "UPDATE works_measures SET quote_minutes = :minutes WHERE mandate_id = :mandate AND quote_minutes IS NULL",
      {{"mandate", mandate.id}, {"minutes", minutes_since(mandate, act.now)}});
}

void note_closure(platform::Act& act, const mandate::Mandate& mandate) {
  act.tx.execute("UPDATE works_measures SET closure_minutes = :minutes WHERE mandate_id = :mandate",
                 {{"mandate", mandate.id}, {"minutes", minutes_since(mandate, act.now)}});
}

std::vector<Measure> measures(db::Transaction& tx, const Days& days, int limit) {
  return tx.rows(
      "SELECT trade, main, department, outcome, answer_minutes, quote_minutes, closure_minutes FROM works_measures "
      "WHERE asked_at >= :from AND asked_at < :until ORDER BY asked_at DESC, mandate_id DESC, trade LIMIT :limit",
      {{"from", base::paris::start_of(days.first)}, {"until", base::paris::start_of(days.end)}, {"limit", limit}},
      read);
}

}  // namespace works::statistics
