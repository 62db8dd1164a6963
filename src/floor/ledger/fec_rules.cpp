#include "floor/ledger/fec_rules.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/assert.hpp"

namespace ledger {
namespace {

constexpr std::string_view separator = "\t";
constexpr std::string_view line_end = "\r\n";

std::string day_text(base::Day day) {
  std::string text = day.iso();
  std::erase(text, '-');
  return text;
}

// A value holds neither its own separator nor a line end.
std::string field(std::string_view text) {
  std::string clean(text);
  std::replace_if(
      clean.begin(), clean.end(), [](char c) { return static_cast<unsigned char>(c) < ' '; }, ' ');
  return clean;
}

}  // namespace

std::string fec_amount(base::Money amount) {
  MANDAT_ASSERT(amount.cents >= 0);
  return fmt::format("{},{:02}", amount.cents / 100, amount.cents % 100);
}

std::string fec_header() {
  return "JournalCode\tJournalLib\tEcritureNum\tEcritureDate\tCompteNum\tCompteLib\tCompAuxNum\tCompAuxLib\t"
         "PieceRef\tPieceDate\tEcritureLib\tDebit\tCredit\tEcritureLet\tDateLet\tValidDate\tMontantdevise\t"
         "Idevise\r\n";
}

std::string fec_line(const FecEntry& entry, const Line& line, const FecParty& party) {
  const std::string fields[] = {field(entry.journal_code),
                                field(entry.journal),
                                std::to_string(entry.number),
                                day_text(entry.day),
                                std::string(chart_number(line.account)),
                                field(label(line.account)),
                                field(party.number),
                                field(party.name),
                                field(entry.piece),
                                day_text(entry.piece_day),
                                field(entry.wording),
                                fec_amount(line.debit),
                                fec_amount(line.credit),
                                "",  // no lettering is kept
                                "",
                                day_text(entry.day),
                                "",  // euros only
                                ""};
  return fmt::format("{}{}", fmt::join(fields, separator), line_end);
}

std::string fec_filename(const base::Siren& siren, int year) {
  return fmt::format("{}FEC{}1231.txt", siren.text(), year);
}

}  // namespace ledger
