// The amounts that a form asks for, buyer by buyer, however long the list is (C8.asked_amounts): in the table of the
// largest, in a row that a search brought there, pasted, or taken from a file.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/outcome.hpp"
#include "base/rule.hpp"
#include "desks/credit/blind_test/blind_test.hpp"
#include "floor/tables/row_reader.hpp"
#include "web/http.hpp"

namespace credit::blind_test {

inline constexpr base::Rule asked_amounts_rules[] = {
    MANDAT_RULE(
        "C8.asked_amounts",
        "The amount of any buyer may be changed before insurers are asked again: found by a word of his name or "
        "his identifier, or told by a list of identifiers and amounts, pasted or from a file; rows that are "
        "wrong are told and keep waiting in the form, and nothing typed is lost"),
};

inline constexpr base::RefusalCode not_of_this_list{base::RefusalKind::invalid, "credit.asked.unknown"};
inline constexpr base::RefusalCode asked_twice{base::RefusalKind::invalid, "credit.asked.twice"};  // {0} line
inline constexpr base::RefusalCode bad_amount_cell{base::RefusalKind::invalid, "credit.asked.amount"};
inline constexpr base::RefusalCode rows_to_correct{base::RefusalKind::invalid, "credit.asked.rows"};  // {0} how many

// Names of the form's fields.
inline constexpr std::string_view list_field = "montants", file_field = "liste", carried_field = "reportes",
                                  only_list_field = "seuls", search_field = "recherche";

// What a form says of each buyer, as it was typed; a field left empty: not to be asked of.
class TypedAmounts {
 public:
  TypedAmounts() = default;
  TypedAmounts(const web::Fields& form, const std::vector<TestLine>& known);

  const std::string* of(const TestLine& line) const;  // null: the form does not say
  void set(const TestLine& line, std::string typed) { typed_[line.buyer] = std::move(typed); }

 private:
  std::unordered_map<std::int64_t, std::string> typed_;  // by buyer
};
// Of lines beyond what the page shows, in one field: a form has not twenty thousand.
std::string carried(const std::vector<const TestLine*>& lines, const TypedAmounts& amounts);

// The form with the amounts of its list, if one was sent, in the fields of their buyers; the rows that are wrong stay
// in the field of the paste. Refusals: of the whole list, naming its field.
struct ListTaken {
  web::Fields form;
  std::size_t taken = 0;
  tables::Problems problems = {};
};
base::Outcome<ListTaken> with_list(const web::Request& request, const std::vector<TestLine>& known);

// Those whose name or identifier has each word of the search, at most `most_found`, in the order of `known`.
inline constexpr std::size_t most_found = 50;
struct Search {
  std::unordered_set<std::int64_t> found;  // buyers
  bool more = false;
};
Search found_in(const std::vector<TestLine>& known, std::string_view typed);
// The form in which each of those has a field: his amount where the smaller ones are asked too, else an empty one.
web::Fields with_found(const web::Fields& form, const std::vector<TestLine>& known);

}  // namespace credit::blind_test
