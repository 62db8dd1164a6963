#include "floor/payments/line_store.hpp"

#include "floor/payments/order_store.hpp"

namespace payments {

const std::string_view open_sql = "SELECT count(*) FROM payment_lines WHERE state = 'open'";
namespace {

#define LINES                                                                                                         \
  "select id, file_id, message, state, problem, order_id, end_to_end_id, direction, is_return, reason_code, amount, " \
  "day, "                                                                                                             \
  "party, remittance, settled_at, settled_by, settled_why, entry_id, currency from payment_lines "

LineState line_state(std::string_view text) {
  if (text == "open") return LineState::open;
  return text == "matched" ? LineState::matched : LineState::settled;
}
std::string_view to_text(LineState state) {
  if (state == LineState::open) return "open";
  return state == LineState::matched ? "matched" : "settled";
}

Line read_line(const db::Row& row) {
  const auto problem = match_from_text(row.text(4));
  MANDAT_ASSERT(problem);
  Line line{.id = row.get<LineId>(0),
            .file = row.get<BankFileId>(1),
            .message = row.get<std::string>(2),
            .state = line_state(row.text(3)),
            .problem = *problem,
            .order = row.get<OrderId>(5),
            .said = {},
            .settled = row.get<std::optional<base::Instant>>(14),
            .settled_by = row.get<identity::AccountId>(15),
            .settled_why = row.get<std::string>(16),
            .entry = row.get<ledger::EntryId>(17)};
  line.said.end_to_end_id = row.get<std::string>(6);
  line.said.direction = direction_from_text(row.text(7)).value_or(Direction::credit);
  line.said.is_return = row.get<bool>(8);
  line.said.reason_code = row.get<std::string>(9);
  line.said.amount = row.get<base::Money>(10);
  line.said.day = row.get<std::optional<base::Day>>(11);
  line.said.party = row.get<std::string>(12);
  line.said.remittance = row.get<std::string>(13);
  line.said.currency = row.get<std::string>(18);
  return line;
}

struct KeptStatement {
  base::Money opening, closing;
};

}  // namespace

std::optional<Line> find(db::Transaction& tx, LineId id) {
  return tx.row(LINES "where id = :id", {{"id", id}}, read_line);
}

LinePage open_lines(db::Transaction& tx, LineId after, int limit) {
  LinePage page{tx.rows(LINES "where state = 'open' and id > :after order by id limit :limit",
                        {{"after", after}, {"limit", limit + 1}}, read_line),
                false};
  page.more = page.lines.size() > static_cast<std::size_t>(limit);
  if (page.more) page.lines.pop_back();
  return page;
}

std::vector<Line> lines_of(db::Transaction& tx, BankFileId file, int limit) {
  return tx.rows(LINES "where file_id = :file order by id limit :limit", {{"file", file}, {"limit", limit}}, read_line);
}

std::vector<Statement> latest_statements(db::Transaction& tx, int limit) {
  auto found = tx.rows(
      "select file_id, own_iban, statement_id, until_day, number, year, opening, closing from payment_statements "
      "order by own_iban, until_day desc, id desc limit :limit",
      {{"limit", limit + 1}}, [](const db::Row& row) {
        return Statement{
            .file = row.get<BankFileId>(0),
            .own_iban = row.get<std::string>(1),
            .statement_id = row.get<std::string>(2),
            .until = row.get<base::Day>(3),
            .numbered = {row.get<int>(4), row.get<int>(5), row.get<base::Money>(6), row.get<base::Money>(7)},
            .sequel = Sequel::follows};
      });
  for (std::size_t i = 0; i + 1 < found.size(); ++i)
    if (found[i].own_iban == found[i + 1].own_iban) found[i].sequel = sequel(found[i + 1].numbered, found[i].numbered);
  if (found.size() > static_cast<std::size_t>(limit)) found.pop_back();
  return found;
}

namespace store {

bool insert(db::Transaction& tx, const Line& line, std::string_view key) {
  return tx.execute(
             "insert into payment_lines (id, file_id, line_key, message, state, problem, order_id, end_to_end_id, "
             "direction, is_return, reason_code, amount, currency, day, party, remittance) values (:id, :file, "
             ":line_key, :message, "
             ":state, :problem, :order_id, :end_to_end, :direction, :is_return, :code, :amount, :currency, :day, "
             ":party, :remittance) on conflict (line_key) do nothing",
             {{"id", line.id},
              {"file", line.file},
              {"line_key", key},
              {"message", line.message},
              {"state", to_text(line.state)},
              {"problem", to_text(line.problem)},
              {"order_id", line.order},
              {"end_to_end", line.said.end_to_end_id},
              {"direction", to_text(line.said.direction)},
              {"is_return", line.said.is_return},
              {"code", line.said.reason_code},
              {"amount", line.said.amount},
              {"currency", line.said.currency},
              {"day", line.said.day},
              {"party", line.said.party},
              {"remittance", line.said.remittance}}) > 0;
}

bool line_known(db::Transaction& tx, std::string_view key) {
  return tx.value<LineId>("select id from payment_lines where line_key = :line_key", {{"line_key", key}}).has_value();
}

void update(db::Transaction& tx, const Line& line) {
  tx.execute(
      "update payment_lines set state = :state, order_id = :order_id, settled_at = :at, settled_by = :by, "
      "settled_why = :why, entry_id = :entry where id = :id",
      {{"id", line.id},
       {"state", to_text(line.state)},
       {"order_id", line.order},
       {"at", line.settled},
       {"by", line.settled_by},
       {"why", line.settled_why},
       {"entry", line.entry}});
}

std::optional<Line> of_entry(db::Transaction& tx, ledger::EntryId entry) {
  return tx.row(LINES "where entry_id = :entry and entry_id <> 0", {{"entry", entry}}, read_line);
}

Seen seen(db::Transaction& tx, OrderId order, bool is_return, std::string_view message_kind) {
  const auto count = tx.value<std::int64_t>(
      "select count(*) from payment_lines where order_id = :order_id and order_id <> 0 and is_return = :is_return and "
      "substr(message, 1, 8) = :kind and problem in ('book', 'give_back', 'nothing_new')",
      {{"order_id", order}, {"is_return", is_return}, {"kind", message_kind.substr(0, 8)}});
  return count.value() > 0 ? Seen::yes : Seen::no;
}

bool keep_statement(db::Transaction& tx, std::int64_t id, BankFileId file, const AccountReport& report,
                    base::Day until) {
  const auto kept =
      tx.row("select opening, closing from payment_statements where own_iban = :iban and statement_id = :id",
             {{"iban", report.own_iban}, {"id", report.id}}, [](const db::Row& row) {
               return KeptStatement{row.get<base::Money>(0), row.get<base::Money>(1)};
             });
  if (kept) return kept->opening == report.opening && kept->closing == report.closing;
  tx.execute(
      "insert into payment_statements (id, file_id, own_iban, statement_id, number, year, until_day, opening, closing) "
      "values (:id, :file, :iban, :statement, :number, :year, :until, :opening, :closing)",
      {{"id", id},
       {"file", file},
       {"iban", report.own_iban},
       {"statement", report.id},
       {"number", report.number},
       {"year", until.year()},
       {"until", until},
       {"opening", report.opening},
       {"closing", report.closing}});
  return true;
}

}  // namespace store
}  // namespace payments
