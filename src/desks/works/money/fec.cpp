#include "desks/works/money/fec.hpp"

#include <unordered_map>
#include <unordered_set>

#include "desks/works/bill/bill.hpp"
#include "desks/works/bonus/bonus.hpp"
#include "floor/identity/names.hpp"
#include "floor/identity/organisations.hpp"
#include "floor/ledger/fec_rules.hpp"
#include "floor/ledger/period.hpp"
#include "floor/payments/payments.hpp"
#include "floor/payments/sepa_file.hpp"
#include "floor/visit/page.hpp"

namespace works::money {
namespace {

using ledger::Entry;

constexpr int page_size = 500;
constexpr int first_year = 2000;

struct Journal {
  std::string_view code, name;
};
Journal journal_of(std::string_view kind) {
  if (kind == "works.commission") return {"VE", "Ventes"};
  if (kind == "works.bonus") return {"HA", "Achats"};
  if (kind.starts_with("payments.")) return {"BQ", "Banque"};
  return {"OD", "Opérations diverses"};
}

struct Piece {
  std::string reference;
  base::Day day;
};

// Numbers entries as it writes them, and finds what proves each.
class Fec {
 public:
  Fec(db::Transaction& tx, const visit::Visit& visit) : tx_(tx), visit_(visit), text_(ledger::fec_header()) {}

  void add(const std::vector<Entry>& page) {
    learn_bills(page);
    learn_bonuses(page);
    learn_names(page);
    for (const Entry& entry : page) add(entry);
  }
  std::string text() && { return std::move(text_); }

 private:
  // How many reversals lead to it: 0 for an original. What it reverses stands before it, or in the year before.
  std::size_t depth_of(const Entry& entry) {
    const auto known = depths_.find(entry.id);
    if (known != depths_.end()) return known->second;
    const std::size_t depth = entry.reverses ? depth_of(ledger::find(tx_, entry.reverses).value()) + 1 : 0;
    return depths_[entry.id] = depth;
  }

  void learn_bills(const std::vector<Entry>& page) {
    std::unordered_set<std::int64_t> mandates;
    for (const Entry& entry : page)
      if (entry.kind == "works.commission") mandates.insert(entry.subject_id);
    std::vector<MandateId> subjects;
    for (const auto mandate : mandates) subjects.push_back({mandate});
    bills_ = bill::of_subjects(tx_, subjects);
  }
  void learn_bonuses(const std::vector<Entry>& page) {
    std::vector<ledger::EntryId> entries;
    for (const Entry& entry : page)
      if (entry.kind == "works.bonus") entries.push_back(entry.id);
    statements_ = bonus::statements_of_entries(tx_, entries);
    std::vector<bill::BillId> bills;
    for (const auto& [entry, statement] : statements_) bills.push_back(statement);
    numbers_ = bill::numbers_of(tx_, bills);
  }

  void learn_names(const std::vector<Entry>& page) {
    std::vector<identity::OrganisationId> parties;
    for (const Entry& entry : page)
      for (const auto& line : entry.lines) parties.push_back(line.organisation);
    names_ = identity::Names(tx_, std::move(parties));
  }

  // The invoice, the credit note of its reversal, the invoice after that; the statement that bears a bonus.
  std::optional<Piece> bill_of(const Entry& entry, base::Day day) {
    if (entry.kind == "works.commission") {
      const auto found = bills_.find(entry.subject_id);
      const auto depth = depth_of(entry);
      if (found == bills_.end() || depth >= found->second.size()) return std::nullopt;
      return Piece{found->second[depth].number, found->second[depth].issued_on};
    }
    const auto statement = statements_.find(entry.id);
    if (statement == statements_.end()) return std::nullopt;
    const auto number = numbers_.find(statement->second);
    if (number == numbers_.end()) return std::nullopt;
    return Piece{number->second, day};
  }
  // What has no bill is proved by the bank's order, as the bank names it, or by the file it is about.
  Piece piece_of(const Entry& entry, base::Day day) {
    if (entry.subject_kind == payments::order_file_kind)
      return {payments::end_to_end_id(payments::OrderId{entry.subject_id}), day};
    return bill_of(entry, day).value_or(Piece{"Pièce " + std::to_string(entry.subject_id), day});
  }

  ledger::FecParty party_of(identity::OrganisationId id) const {
    if (!id) return {};
    return {std::to_string(id.value), names_.of(id)};
  }

  void add(const Entry& entry) {
    const auto day = base::paris::day_of(entry.at);
    depth_of(entry);
    const auto piece = piece_of(entry, day);
    const auto journal = journal_of(entry.kind);
    std::string wording(visit_.site.word(entry.kind));
    if (entry.reverses) wording = "Contre-passation : " + wording + " (" + entry.reason + ")";
    const ledger::FecEntry written{journal.code, journal.name, ++number_, day, piece.reference, piece.day, wording};
    for (const auto& line : entry.lines) text_ += ledger::fec_line(written, line, party_of(line.organisation));
  }

  db::Transaction& tx_;
  const visit::Visit& visit_;
  std::string text_;
  std::int64_t number_ = 0;
  std::unordered_map<std::int64_t, std::vector<bill::Bill>> bills_;
  std::unordered_map<ledger::EntryId, bill::BillId> statements_;
  std::unordered_map<bill::BillId, std::string> numbers_;
  std::unordered_map<ledger::EntryId, std::size_t> depths_;
  identity::Names names_;
};

int year_of(const visit::Visit& visit) {
  const int now = base::paris::day_of(visit.now).year();
  const auto typed = visit::id_from_text(visit.request.query.get("exercice"));
  return typed >= first_year && typed <= now ? static_cast<int>(typed) : now;
}

std::string fec_of(db::Transaction& tx, const visit::Visit& visit, int year) {
  const auto from = base::paris::start_of(*base::Day::of(year, 1, 1));
  const auto before = base::paris::start_of(*base::Day::of(year + 1, 1, 1));
  Fec fec(tx, visit);
  for (ledger::EntryId last{};;) {
    const auto page = ledger::of_period(tx, from, before, last, page_size);
    if (page.empty()) return std::move(fec).text();
    fec.add(page);
    last = page.back().id;
  }
}

}  // namespace

web::Response show_fec(visit::Visit& visit) {
  const int year = year_of(visit);
  std::string name = "FEC" + std::to_string(year) + "1231.txt";  // of a house whose SIREN nobody gave
  web::Response response{.headers = {}, .body = visit.platform.database.read([&](db::Transaction& tx) {
                           const auto house = identity::organisation(tx, visit.actor().organisation);
                           if (house && house->siren) name = ledger::fec_filename(*house->siren, year);
                           return fec_of(tx, visit, year);
                         })};
  return response.header("Content-Type", "text/plain; charset=utf-8")
      .header("X-Content-Type-Options", "nosniff")
      .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
      .header("Cache-Control", "private, no-store");
}

}  // namespace works::money
