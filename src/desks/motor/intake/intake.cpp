#include "desks/motor/intake/intake.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "base/french.hpp"
#include "base/typed_text.hpp"
#include "desks/motor/attachment/siret_reading.hpp"
#include "desks/motor/attachment/siret_rules.hpp"
#include "desks/motor/cabinet/cabinet.hpp"
#include "desks/motor/document/tidings.hpp"
#include "desks/motor/file/file_form.hpp"
#include "floor/messages/messages.hpp"

namespace motor::intake {
namespace {

namespace name = file::field;
using file::Particulars;
using tables::RowReader;

// As a row may name it; the first two mean the vehicle's place.
constexpr std::string_view modes[] = {"sur place", "terrain", "ead", "à distance", "distance"};
constexpr std::size_t first_remote = 2;

// What the whole row says beyond its cells: the refusals' fields are the columns' keys.
void check_whole(RowReader& row, const Particulars& said, base::Day today) {
  if (!row.sound()) return;
  for (auto& refusal : file::check(said, today)) {
    const std::string key = std::exchange(refusal.field, {});
    row.refuse(key, std::move(refusal));
  }
}

using Garages = std::vector<attachment::Known>;

std::optional<base::Siret> read_siret(RowReader& row, const Garages& known) {
  return row.siret(name::siret, [&](std::string_view typed) {
    return attachment::resembling(known, attachment::siret_digits(typed));
  });
}

Particulars read_row(RowReader& row, const Garages& known, base::Day today) {
  const auto text = [&](std::string_view key) { return row.text(key).value_or(std::string()); };
  const auto postal_code = row.postal_code(name::postal_code);
  const std::string place = postal_code ? postal_code->text() : std::string();
  Particulars said;
  said.reference = text(name::reference);
  said.siret = read_siret(row, known);
  if (const auto plate = row.plate(name::plate)) said.vehicle.plate = plate->text();
  said.vehicle.make = text(name::make);
  said.vehicle.model = text(name::model);
  said.vehicle.vin = base::compact(text(name::vin));
  said.insured.name = text(name::insured);
  if (const auto email = row.email(name::email)) said.insured.email = email->text();
  if (const auto phone = row.phone(name::phone, place)) said.insured.phone = phone->e164();
  said.principal = text(name::principal);
  said.insurer = {base::compact(text(name::insurer_code)), text(name::insurer)};
  said.claim_number = text(name::claim_number);
  said.claim_day = row.day(name::claim_day);
  said.inspection_day = row.day(name::inspection_day);
  said.place = file::place_of(place, text(name::place));
  if (row.choice(name::mode, modes).value_or(0) >= first_remote) said.mode = file::Mode::remote;
  check_whole(row, said, today);
  return said;
}

// A reference stands once in the table, and was never used before.
class References {
 public:
  References(db::Transaction& tx, identity::OrganisationId cabinet, const tables::Grid& grid,
             const tables::Mapping& mapping) {
    std::vector<std::string> wanted;
    tables::Problems told_elsewhere;
    for (std::size_t i = mapping.first_row; i < grid.lines.size(); ++i) {
      RowReader row(grid.lines[i], {mapping, columns(), grid.dates}, told_elsewhere);
      if (auto reference = row.text(name::reference)) wanted.push_back(*std::move(reference));
    }
    for (auto& used : file::used_references(tx, cabinet, wanted)) used_.insert(std::move(used));
  }
  void check(RowReader& row, const std::string& reference) {
    if (reference.empty()) return;
    if (used_.count(reference) != 0) return row.refuse(name::reference, {file::reference_taken, {}, {reference}});
    const auto [first, fresh] = lines_.emplace(reference, row.line());
    if (!fresh) row.refuse(name::reference, {twice, {}, {reference, base::french::integer(first->second)}});
  }

 private:
  std::set<std::string> used_;
  std::map<std::string, int> lines_;
};

// Each repairer is told once, however many files he gets.
void tell_taken(platform::Act& act, const identity::Actor& cabinet, const Garages& known,
                const std::vector<std::pair<int, Particulars>>& rows) {
  std::map<std::string, identity::OrganisationId> repairers;
  for (const auto& one : known) repairers[one.siret] = one.repairer;
  std::map<identity::OrganisationId, std::int64_t> counts;
  for (const auto& [line, said] : rows)
    if (const auto found = repairers.find(said.siret ? said.siret->text() : ""); found != repairers.end())
      ++counts[found->second];
  for (const auto& [repairer, count] : counts)
    messages::enqueue(
        act, {.channel = messages::Channel::notice,
              .to = {.organisation = repairer},
              .subject = base::french::plural(count, "nouveau dossier", "nouveaux dossiers"),
              .body = cabinet.organisation_name + " vous confie " + base::french::plural(count, "dossier", "dossiers") +
                      " : voyez votre liste des dossiers."});
}

}  // namespace

base::Outcome<FileId> take(platform::Act& act, const identity::Actor& cabinet, const Particulars& said) {
  const auto made = file::create(act, cabinet, said);
  if (!made) return made;
  const auto file = file::find(act.tx, *made).value();
  document::notice(act, file, file.repairer, "Nouveau dossier",
                   "Le cabinet " + file.cabinet_code + " vous confie ce dossier.");
  return made;
}

base::Outcome<Import> take(platform::Act& act, const identity::Actor& cabinet, const tables::Grid& grid,
                           const tables::Mapping& mapping, BadRows bad_rows) {
  if (!cabinet::find(act.tx, cabinet.organisation)) return file::not_enrolled;
  if (grid.lines.size() - std::min(grid.lines.size(), mapping.first_row) > static_cast<std::size_t>(most_rows.value()))
    return base::Refusal{too_many_rows, {}, {base::french::integer(most_rows.value())}};
  const base::Day today = base::paris::day_of(act.now);
  const Garages known = attachment::known_to(act.tx, cabinet.organisation);
  References references(act.tx, cabinet.organisation, grid, mapping);
  auto taken = tables::take_rows<Particulars>(grid, mapping, columns(), [&](RowReader& row) {
    auto said = read_row(row, known, today);
    references.check(row, said.reference);
    return said;
  });
  Import import;
  if (taken.problems.count == 0 || bad_rows == BadRows::leave) {
    for (const auto& [line, said] : taken.rows) {
      const auto made = file::create(act, cabinet, said);
      MANDAT_ASSERT(made);  // the firm is enrolled, and the reference unused
      import.made.emplace_back(line, *made);
    }
    tell_taken(act, cabinet, known, taken.rows);
  }
  import.problems = std::move(taken.problems);
  return import;
}

std::string left_over(const tables::Grid& grid, const tables::Mapping& mapping, const Import& import) {
  std::set<int> made;
  for (const auto& [line, id] : import.made) made.insert(line);
  std::string text;
  const std::size_t from = mapping.first_row == 0 ? 0 : mapping.first_row - 1;  // with its header
  for (std::size_t i = from; i < grid.lines.size(); ++i) {
    const tables::Line& line = grid.lines[i];
    if (made.count(line.number) != 0) continue;
    for (std::size_t cell = 0; cell < line.cells.size(); ++cell) {
      if (cell > 0) text += '\t';
      for (const char c : line.cells[cell].text) text += c == '\t' || c == '\n' || c == '\r' ? ' ' : c;
    }
    text += '\n';
  }
  return text;
}

}  // namespace motor::intake
