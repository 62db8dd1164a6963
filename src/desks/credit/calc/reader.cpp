#include "desks/credit/calc/reader.hpp"

#include <algorithm>
#include <limits>
#include <nlohmann/json.hpp>

namespace credit::calc {
namespace {

constexpr std::string_view amount_wanted =
    "montant attendu, en texte (\"1234.50\") ou en nombre entier d’euros, jusqu’à 10 milliards";
constexpr std::string_view rate_wanted = "taux attendu, en texte : \"0.25%\" ou \"0.0025\"";

// Digits with a point, as an integer in units of 10^-decimals; null when it is none, has more decimals, or is beyond
// `most`.
std::optional<std::int64_t> decimal(std::string_view text, std::size_t decimals, std::int64_t most) {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  const auto point = text.find('.');
  const auto whole = text.substr(0, point);
  const auto rest = point == std::string_view::npos ? std::string_view() : text.substr(point + 1);
  if (whole.empty() || rest.size() > decimals || (point != std::string_view::npos && rest.empty())) return std::nullopt;
  std::int64_t value = 0;
  std::string digits = std::string(whole) + std::string(rest);
  digits.append(decimals - rest.size(), '0');
  for (const char digit : digits) {
    if (digit < '0' || digit > '9') return std::nullopt;
    value = value * 10 + (digit - '0');
    if (value > most) return std::nullopt;
  }
  return negative ? -value : value;
}

constexpr std::int64_t most_cents = 100'000'000'000'000;  // engines bound it more closely
constexpr std::int64_t most_e8 = 10'000 * std::int64_t{100'000'000};

}  // namespace

std::optional<base::Money> exact_money(std::string_view text) {
  const auto cents = decimal(text, 2, most_cents);
  if (!cents) return std::nullopt;
  return base::Money{*cents};
}

std::optional<base::Rate> exact_rate(std::string_view text) {
  const bool percent = text.ends_with('%');
  if (percent) text.remove_suffix(1);
  if (percent && text.ends_with(' ')) text.remove_suffix(1);
  const auto e8 = decimal(text, percent ? 6 : 8, most_e8);
  if (!e8) return std::nullopt;
  return base::Rate{*e8};
}

Object::Object(const web::Json& json, std::string path, std::vector<Fault>& faults)
    : json_(json), path_(std::move(path)), faults_(faults) {
  if (!json_.is_object()) faults_.push_back({path_, "objet JSON attendu"});
}

bool Object::has(std::string_view name) const {
  if (!json_.is_object()) return false;
  const auto found = json_.find(name);
  return found != json_.end() && !found->is_null();
}

const web::Json* Object::find(std::string_view name) {
  note(name);
  return has(name) ? &*json_.find(name) : nullptr;
}

std::string Object::path_of(std::string_view name) const { return path_ + "/" + std::string(name); }

void Object::refuse(std::string_view name, std::string message) {
  faults_.push_back({path_of(name), std::move(message)});
}

void Object::read(std::string_view name, base::Money& into) {
  const auto* json = find(name);
  if (!json) return;
  std::optional<base::Money> value;
  if (json->is_string()) value = exact_money(json->get_ref<const std::string&>());
  if (json->is_number_integer()) value = exact_money(json->dump());
  value ? void(into = *value) : refuse(name, std::string(amount_wanted));
}

void Object::read(std::string_view name, base::Rate& into) {
  const auto* json = find(name);
  if (!json) return;
  std::optional<base::Rate> value;
  if (json->is_string()) value = exact_rate(json->get_ref<const std::string&>());
  if (json->is_number_integer()) value = exact_rate(json->dump());
  value ? void(into = *value) : refuse(name, std::string(rate_wanted));
}

void Object::read(std::string_view name, base::Day& into) {
  const auto* json = find(name);
  if (!json) return;
  std::optional<base::Day> value;
  if (json->is_string()) value = base::Day::from_iso(json->get_ref<const std::string&>());
  // Dates reckoned from it must stay within the calendar.
  if (value && (value->year() < 1900 || value->year() > 2999)) value.reset();
  value ? void(into = *value) : refuse(name, "date attendue, de 1900 à 2999 : \"2026-11-21\"");
}

void Object::read(std::string_view name, std::int64_t& into) {
  const auto* json = find(name);
  if (!json) return;
  const auto value = json->is_number_integer() ? decimal(json->dump(), 0, 1'000'000'000) : std::nullopt;
  value ? void(into = *value) : refuse(name, "nombre entier attendu");
}

void Object::read(std::string_view name, int& into) {
  std::int64_t value = into;
  read(name, value);
  into = static_cast<int>(value);
}

void Object::read(std::string_view name, std::string& into) {
  const auto* json = find(name);
  if (!json) return;
  if (!json->is_string()) return refuse(name, "texte attendu");
  into = json->get<std::string>();
}

void Object::object(std::string_view name, const std::function<void(Object&)>& reader) {
  const auto* json = find(name);
  if (!json) return;
  Object inner(*json, path_of(name), faults_);
  reader(inner);
  inner.finish();
}

void Object::list(std::string_view name, const std::function<void(Object&)>& reader) {
  const auto* json = find(name);
  if (!json) return;
  if (!json->is_array()) return refuse(name, "liste attendue");
  for (std::size_t i = 0; i < json->size(); ++i) {
    Object item((*json)[i], path_of(name) + "/" + std::to_string(i), faults_);
    reader(item);
    item.finish();
  }
}

void Object::amounts(std::string_view name, std::vector<base::Money>& into) {
  const auto* json = find(name);
  if (!json) return;
  if (!json->is_array()) return refuse(name, "liste attendue");
  for (std::size_t i = 0; i < json->size(); ++i) {
    const web::Json item = {{"item", (*json)[i]}};
    std::vector<Fault> faults;
    base::Money value;
    Object(item, "", faults).require("item", value);
    if (!faults.empty()) refuse(std::string(name) + "/" + std::to_string(i), faults.front().message);
    into.push_back(value);
  }
}

void Object::finish() {
  if (!json_.is_object()) return;
  for (const auto& [name, value] : json_.items())
    if (std::find(known_.begin(), known_.end(), name) == known_.end()) refuse(name, "nom inconnu");
}

}  // namespace credit::calc
