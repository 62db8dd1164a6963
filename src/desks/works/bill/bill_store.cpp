#include <fmt/format.h>

#include "base/words.hpp"
#include "db/id_batches.hpp"
#include "desks/works/bill/bill.hpp"

namespace works::bill {
namespace {

constexpr base::Word<Kind> kinds[] = {{Kind::commission_invoice, "commission_invoice", "Facture"},
                                      {Kind::commission_credit, "commission_credit", "Avoir"},
                                      {Kind::bonus_statement, "bonus_statement", "Relevé de primes"}};

#define BILL_COLUMNS                                                                                                  \
  "id, number, kind, organisation_id, subject_id, corrects, seller, buyer, issued_at, issued_on, net, vat, payment, " \
  "mentions, document_id FROM works_bills "

Bill read(const db::Row& row) {
  Bill bill;
  const auto kind = kind_from_text(row.text(2));
  MANDAT_ASSERT(kind);
  bill.id = row.get<BillId>(0);
  bill.number = row.text(1);
  bill.kind = *kind;
  bill.organisation = row.get<identity::OrganisationId>(3);
  bill.subject = row.get<std::int64_t>(4);
  bill.corrects = row.text(5);
  bill.seller = row.text(6);
  bill.buyer = row.text(7);
  bill.issued_at = row.get<base::Instant>(8);
  bill.issued_on = row.get<base::Day>(9);
  bill.net = row.get<base::Money>(10);
  bill.vat = row.get<base::Money>(11);
  bill.payment = row.text(12);
  bill.mentions = row.text(13);
  bill.document = row.get<std::optional<documents::DocumentId>>(14).value_or(documents::DocumentId{});
  return bill;
}

std::string next_number(db::Transaction& tx, const std::string& series) {
  const auto number = tx.value<std::int64_t>(
      "INSERT INTO works_bill_series (series, last_number) VALUES (:series, 1) ON CONFLICT (series) DO UPDATE SET "
      "last_number = works_bill_series.last_number + 1 RETURNING last_number",
      {{"series", series}});
  MANDAT_ASSERT(number);
  return fmt::format("{}-{:06}", series, *number);
}

std::string series_of(const NewBill& bill, base::Day day) {
  if (bill.kind != Kind::bonus_statement) return fmt::format("F-{}", day.year());
  return fmt::format("AF-{}-{}", bill.organisation.value, day.year());
}

void insert_lines(db::Transaction& tx, const Bill& bill) {
  std::int64_t position = 0;
  for (const auto& line : bill.lines)
    tx.execute(
        "INSERT INTO works_bill_lines (bill_id, position, claim_id, day, wording, net, vat, rate) VALUES (:bill, "
        ":position, :claim, :day, :wording, :net, :vat, :rate)",
        {{"bill", bill.id},
         {"position", ++position},
         {"claim", line.claim},
         {"day", line.day},
         {"wording", line.text},
         {"net", line.net},
         {"vat", line.vat},
         {"rate", line.rate}});
}

}  // namespace

std::string_view to_text(Kind kind) { return base::word_of(kinds, kind).text; }
std::optional<Kind> kind_from_text(std::string_view text) { return base::value_of(kinds, text); }
std::string_view label(Kind kind) { return base::word_of(kinds, kind).label; }

Bill issue(platform::Act& act, NewBill wanted) {
  MANDAT_ASSERT(!wanted.lines.empty());
  Bill bill{std::move(wanted), {act.ids.next()}, {}, act.now, base::paris::day_of(act.now), {}, {}, {}};
  bill.number = next_number(act.tx, series_of(bill, bill.issued_on));
  for (const auto& line : bill.lines) {
    bill.net += line.net;
    bill.vat += line.vat;
  }
  act.tx.execute(
      "INSERT INTO works_bills (id, number, kind, organisation_id, subject_id, corrects, seller, buyer, issued_at, "
      "issued_on, net, vat, payment, mentions) VALUES (:id, :number, :kind, :organisation, :subject, :corrects, "
      ":seller, :buyer, :issued_at, :issued_on, :net, :vat, :payment, :mentions)",
      {{"id", bill.id},
       {"number", bill.number},
       {"kind", to_text(bill.kind)},
       {"organisation", bill.organisation},
       {"subject", bill.subject},
       {"corrects", bill.corrects},
       {"seller", bill.seller},
       {"buyer", bill.buyer},
       {"issued_at", bill.issued_at},
       {"issued_on", bill.issued_on},
       {"net", bill.net},
       {"vat", bill.vat},
       {"payment", bill.payment},
       {"mentions", bill.mentions}});
  insert_lines(act.tx, bill);
  return bill;
}

std::optional<Bill> find(db::Transaction& tx, BillId id) {
  auto bill = tx.row("SELECT " BILL_COLUMNS "WHERE id = :id", {{"id", id}}, read);
  if (bill)
    bill->lines = tx.rows(
        "SELECT claim_id, day, wording, net, vat, rate FROM works_bill_lines WHERE bill_id = :id ORDER BY position",
        {{"id", id}}, [](const db::Row& row) {
          return Line{row.get<ClaimId>(0),     row.get<base::Day>(1),   std::string(row.text(2)),
                      row.get<base::Money>(3), row.get<base::Money>(4), row.get<base::Rate>(5)};
        });
  return bill;
}

std::vector<Bill> of_subject(db::Transaction& tx, std::int64_t subject) {
  return tx.rows("SELECT " BILL_COLUMNS "WHERE subject_id = :subject ORDER BY id", {{"subject", subject}}, read);
}

std::unordered_map<BillId, documents::DocumentId> papers_of(db::Transaction& tx, const std::vector<BillId>& bills) {
  std::unordered_map<BillId, documents::DocumentId> papers;
  db::each_of(tx, "SELECT id, document_id FROM works_bills WHERE document_id IS NOT NULL AND id IN ({ids})", bills, {},
              [&](const db::Row& row) { papers[row.get<BillId>(0)] = row.get<documents::DocumentId>(1); });
  return papers;
}

std::unordered_map<BillId, std::string> numbers_of(db::Transaction& tx, const std::vector<BillId>& bills) {
  std::unordered_map<BillId, std::string> numbers;
  db::each_of(tx, "SELECT id, number FROM works_bills WHERE id IN ({ids})", bills, {},
              [&](const db::Row& row) { numbers[row.get<BillId>(0)] = row.get<std::string>(1); });
  return numbers;
}

std::unordered_map<std::int64_t, std::vector<Bill>> of_subjects(db::Transaction& tx,
                                                                const std::vector<MandateId>& subjects) {
  std::unordered_map<std::int64_t, std::vector<Bill>> found;
  db::each_of(tx, "SELECT " BILL_COLUMNS "WHERE subject_id IN ({ids}) ORDER BY id", subjects, {},
              [&](const db::Row& row) {
                auto bill = read(row);
                found[bill.subject].push_back(std::move(bill));
              });
  return found;
}

std::vector<BillId> to_draw(db::Transaction& tx, int limit) {
  return tx.rows("SELECT id FROM works_bills WHERE document_id IS NULL ORDER BY id LIMIT :limit", {{"limit", limit}},
                 [](const db::Row& row) { return row.get<BillId>(0); });
}

std::vector<BillId> to_deposit(db::Transaction& tx, base::Day since, BillId after, int limit) {
  return tx.rows(
      "SELECT id FROM works_bills WHERE deposited_at = 0 AND document_id IS NOT NULL AND issued_on >= :since "
      "AND id > :after ORDER BY id LIMIT :limit",
      {{"since", since}, {"after", after}, {"limit", limit}}, [](const db::Row& row) { return row.get<BillId>(0); });
}

void note_deposited(db::Transaction& tx, BillId id, base::Instant at) {
  tx.execute("UPDATE works_bills SET deposited_at = :at WHERE id = :id AND deposited_at = 0", {{"id", id}, {"at", at}});
}

bool keep_paper(db::Transaction& tx, BillId id, documents::DocumentId document) {
  return tx.execute("UPDATE works_bills SET document_id = :document WHERE id = :id AND document_id IS NULL",
                    {{"id", id}, {"document", document}}) == 1;
}

#undef BILL_COLUMNS

}  // namespace works::bill
