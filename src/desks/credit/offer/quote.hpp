// What an insurer offers, in one round: the clauses, the rates of each line, the deposits and the fees (C14 to C16).
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/rule.hpp"
#include "desks/credit/engine/premium.hpp"

namespace credit::offer {

inline constexpr base::Rule quote_rules[] = {
    MANDAT_RULE("C16.entered",
                "Each clause of an offer is entered, shown and compared from one table of clauses; what the insurer "
                "does not say keeps its usual value"),
    MANDAT_RULE("C7.differences",
                "Clauses stand side by side, a line for each; a line on which the insurers part is lit"),
    MANDAT_RULE("C8", "Each round of a negotiation is kept whole, with the lines that changed, before and after"),
};

struct Quote {
  engine::PremiumCase premium;  // terms, lines and their rates, fees
  base::Money deposits;         // HT, of the year; forfait: none
};

enum class Group { price, cover, losses, delays };
std::string_view label(Group group);
std::string_view hint(Group group);

enum class ClauseKind { money, percent, multiple, days, day_of_month, choice };

// One clause: how it is named, read, shown and kept.
struct ClauseField {
  std::string_view key;  // the member's name: of the form's field and of the engines' refusals
  std::string_view label;
  Group group;
  ClauseKind kind;
  std::string_view hint;
  std::string (*typed)(const engine::Terms&);                     // as a form holds it
  std::string (*shown)(const engine::Terms&);                     // as a clause sheet shows it
  std::string (*kept)(const engine::Terms&);                      // exact, without unit; empty: none
  bool (*take)(engine::Terms&, std::string_view typed);           // false when it does not read
  std::vector<std::pair<std::string, std::string>> (*choices)();  // stored text and label; null unless a choice
};
std::span<const ClauseField> clause_fields();

// An offer as a sheet of lines, the clauses of its model only.
struct SheetLine {
  std::string key;
  Group group;
  std::string label, value;
};
std::vector<SheetLine> sheet_of(const Quote& quote);

struct Change {
  std::string label, before, after;  // empty: the line was not there
};
std::vector<Change> changes(const Quote& before, const Quote& after);

// Sheets side by side: a line for each key, in the order of the sheet.
struct ComparedLine {
  Group group;
  std::string label;
  std::vector<std::string> values;  // of each offer; empty: it has no such line
  enum class Standing { same, differs } standing = Standing::same;
};
std::vector<ComparedLine> compared(const std::vector<Quote>& quotes);

std::string to_json(const Quote& quote);
Quote quote_from_json(std::string_view json);  // what to_json wrote (asserted)

}  // namespace credit::offer
