// C35: how a figure was made. Every calculation is done on a Worksheet, which notes each operation as it does it; who
// reads the steps can do them again and must find the same.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/money.hpp"
#include "base/rule.hpp"
#include "base/time.hpp"
#include "desks/credit/engine/clause.hpp"

namespace credit::engine {

struct Count {
  std::int64_t value = 0;
  friend auto operator<=>(const Count&, const Count&) = default;
};

using Quantity = std::variant<base::Money, base::Rate, base::Day, Count>;

// A value with its French name and, when it was calculated here, the step that made it.
template <class T>
struct Known {
  T value = {};
  std::string label = {};
  std::optional<std::size_t> step = {};
};
using Amount = Known<base::Money>;
using Ratio = Known<base::Rate>;
using Date = Known<base::Day>;
using Number = Known<Count>;
using Operand = Known<Quantity>;

// What each does with its inputs, in their order. Amounts are rounded half away from zero to the cent, once a step.
enum class Operation {
  sum,           // all of them
  difference,    // the first less all others; may be negative
  excess,        // the first less the second, never below zero
  smaller,       // the smallest
  larger,        // the largest
  rated,         // rate × amount
  counted,       // number × amount
  proportion,    // amount × second / third
  when_reached,  // the first if it is at least the second, otherwise zero
  shared,        // the part of the first that falls, by largest remainder, to the weight at the position (from 1) given
                 // second; the weights follow
  divided,       // amount / rate, rounded up to the cent
  ratio,         // amount / amount, rounded down to 10^-8
  days_after,    // day + number of days
  months_after,  // day + number of months; the last day of the month where there is no such day
  month_start,   // the first of the month of a day
};
std::string_view to_text(Operation operation);

struct Step {
  Clause clause;
  std::string label;  // what its result is, in French
  Operation operation;
  std::vector<Operand> inputs;
  Quantity result;
};

using Explanation = std::vector<Step>;

// The steps that lead to `step`, itself last, numbered anew.
Explanation behind(const Explanation& all, std::size_t step);

// What a step is about: the clause it rests on, and the name of its result (that of the clause when none is given).
struct Entry {
  Entry(Clause of, std::string named = {}) : clause(of), label(named.empty() ? engine::label(of) : std::move(named)) {}
  Clause clause;
  std::string label;
};

class Worksheet {
 public:
  Amount sum(const Entry& entry, const std::vector<Amount>& parts);
  Amount difference(const Entry& entry, const Amount& from, const std::vector<Amount>& taken);
  Amount excess(const Entry& entry, const Amount& of, const Amount& over);
  Amount smaller(const Entry& entry, const Amount& a, const Amount& b);
  Amount larger(const Entry& entry, const Amount& a, const Amount& b);
  Amount rated(const Entry& entry, const Ratio& rate, const Amount& amount);
  Amount counted(const Entry& entry, const Number& count, const Amount& amount);
  Amount proportion(const Entry& entry, const Amount& amount, const Amount& part, const Amount& whole);  // whole > 0
  Amount when_reached(const Entry& entry, const Amount& amount, const Amount& threshold);
  // One amount for each weight; their sum is above zero. Named by the weights' labels.
  std::vector<Amount> shared(Clause clause, const Amount& total, const std::vector<Amount>& weights);
  std::vector<Amount> shared(Clause clause, const Amount& total, const std::vector<Number>& weights);
  Amount divided(const Entry& entry, const Amount& amount, const Ratio& rate);  // rate > 0
  Ratio ratio(const Entry& entry, const Amount& part, const Amount& whole);     // whole > 0
  Date days_after(const Entry& entry, const Date& day, const Number& days);
  Date months_after(const Entry& entry, const Date& day, const Number& months);
  Date month_start(const Entry& entry, const Date& day);
  Date earliest(const Entry& entry, const std::vector<Date>& days);
  Date latest(const Entry& entry, const std::vector<Date>& days);

  const Explanation& steps() const& { return steps_; }
  Explanation steps() && { return std::move(steps_); }

 private:
  template <class T>
  std::vector<Amount> shared_by(Clause clause, const Amount& total, const std::vector<Known<T>>& weights);
  template <class T>
  Known<T> note(const Entry& entry, Operation operation, std::vector<Operand> inputs, T result);
  Explanation steps_;
};

inline Amount known(std::string label, base::Money value) { return {value, std::move(label), {}}; }
inline Ratio known(std::string label, base::Rate value) { return {value, std::move(label), {}}; }
inline Date known(std::string label, base::Day value) { return {value, std::move(label), {}}; }
inline Number known(std::string label, std::int64_t value) { return {Count{value}, std::move(label), {}}; }

std::span<const base::Rule> explanation_rules();

}  // namespace credit::engine
