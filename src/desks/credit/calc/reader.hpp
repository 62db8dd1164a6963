// Reads a case of `mandat calc` from JSON. Everything wrong is noted with its path (RFC 6901) and all of it is told at
// once. Amounts are strings ("1234.50") or whole numbers of euros, rates strings ("0.25%", "0.0025"), days ISO.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/money.hpp"
#include "base/time.hpp"
#include "base/words.hpp"
#include "desks/credit/engine/terms.hpp"
#include "web/json.hpp"

namespace credit::calc {

struct Fault {
  std::string path;  // "/lines/0/rate"; empty: the whole case
  std::string message;
};

std::optional<base::Money> exact_money(std::string_view text);  // "1234.5", "1234.50"
// "0.25%", "0.0025", "30" (3 000 %); at most 8 decimals, 6 of a percentage.
std::optional<base::Rate> exact_rate(std::string_view text);

class Object {
 public:
  Object(const web::Json& json, std::string path, std::vector<Fault>& faults);

  // A member that may be missing: what `into` holds then stays. Null counts as missing.
  void read(std::string_view name, base::Money& into);
  void read(std::string_view name, base::Rate& into);
  void read(std::string_view name, base::Day& into);
  void read(std::string_view name, std::int64_t& into);
  void read(std::string_view name, int& into);
  void read(std::string_view name, std::string& into);
  template <class T>
  void read(std::string_view name, std::optional<T>& into) {
    if (!has(name)) return note(name);
    T value{};
    read(name, value);
    into = value;
  }
  template <class E, std::size_t N>
  void choose(std::string_view name, const base::Word<E> (&words)[N], E& into) {
    std::string text, all;
    for (const auto& word : words) all += (all.empty() ? "" : ", ") + std::string(word.text);
    const bool given = has(name);
    read(name, text);
    if (const auto value = base::value_of(words, text))
      into = *value;
    else if (given)
      refuse(name, "choix attendu : " + all);
  }
  template <class E>
  void choose(std::string_view name, E& into) {
    std::string text;
    const bool given = has(name);
    read(name, text);
    if (const auto value = engine::from_text<E>(text))
      into = *value;
    else if (given)
      refuse(name, "choix attendu : " + engine::texts<E>());
  }
  template <class T>
  void require(std::string_view name, T& into) {
    if (!has(name)) refuse(name, "cette valeur manque");
    read(name, into);
  }
  void object(std::string_view name, const std::function<void(Object&)>& reader);
  void list(std::string_view name, const std::function<void(Object&)>& reader);  // of objects
  void amounts(std::string_view name, std::vector<base::Money>& into);

  bool has(std::string_view name) const;
  void finish();  // refuses members that nothing has read: a misspelt one would be ignored in silence

 private:
  const web::Json* find(std::string_view name);
  void note(std::string_view name) { known_.emplace_back(name); }
  std::string path_of(std::string_view name) const;
  void refuse(std::string_view name, std::string message);

  const web::Json& json_;
  std::string path_;
  std::vector<Fault>& faults_;
  std::vector<std::string> known_;
};

}  // namespace credit::calc
