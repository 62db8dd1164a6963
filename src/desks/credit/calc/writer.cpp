#include "desks/credit/calc/writer.hpp"

#include <fmt/format.h>

namespace credit::calc {
namespace {

using namespace engine;

Printed plain(const Amount& amount) { return exact(amount.value); }

template <class T>
void put(Printed& into, const char* name, const std::optional<T>& value) {
  if (value) into[name] = plain(*value);
}

void put(Printed& into, const Quantity& quantity, const char* name) {
  if (const auto* money = std::get_if<base::Money>(&quantity)) {
    into[name] = exact(*money);
    into["unit"] = "EUR";
  } else if (const auto* rate = std::get_if<base::Rate>(&quantity)) {
    into[name] = exact(*rate);
    into["unit"] = "rate";
  } else if (const auto* day = std::get_if<base::Day>(&quantity)) {
    into[name] = day->iso();
    into["unit"] = "day";
  } else {
    into[name] = std::get<Count>(quantity).value;
    into["unit"] = "count";
  }
}

Printed written(const BindingDate& date) {
  Printed out;
  out["kind"] = to_text(date.kind);
  out["label"] = label(date.kind);
  if (!date.invoice.empty()) out["invoice"] = date.invoice;
  out["day"] = date.day.value.iso();
  out["past"] = date.standing == BindingDate::Standing::past;
  for (const auto day : date.reminders) out["reminders"].push_back(day.iso());
  return out;
}

}  // namespace

std::string exact(base::Money amount) {
  const auto cents = amount.cents < 0 ? -amount.cents : amount.cents;
  return fmt::format("{}{}.{:02}", amount.cents < 0 ? "-" : "", cents / 100, cents % 100);
}

std::string exact(base::Rate rate) {
  constexpr std::int64_t unit = 100'000'000;
  auto text = fmt::format("{}.{:08}", rate.e8 / unit, rate.e8 % unit);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.ends_with('.')) text.pop_back();
  return text;
}

Printed written(const Premium& result) {
  Printed out;
  for (const auto& line : result.lines)
    out["lines"].push_back({{"name", line.name}, {"zone", to_text(line.zone)}, {"premium", exact(line.due.value)}});
  out["calculated"] = plain(result.calculated);
  out["premium"] = plain(result.premium);
  out["taxable"] = plain(result.taxable);
  out["tax"] = plain(result.tax);
  out["fees"] = plain(result.fees);
  out["fee_vat"] = plain(result.fee_vat);
  out["total"] = plain(result.total);
  put(out, "above_ceiling", result.above_ceiling);
  return out;
}

Printed written(const Regularisation& result) {
  Printed out;
  out["premium"] = plain(result.premium.premium);
  out["deposits"] = plain(result.deposits);
  out["regularisation"] = plain(result.regularisation);
  out["tax"] = plain(result.tax);
  out["balance"] = plain(result.balance);
  put(out, "provisional_disbursement_limit", result.provisional_limit);
  put(out, "disbursement_limit", result.final_limit);
  return out;
}

Printed written(const Indemnity& result) {
  Printed out;
  for (const auto& invoice : result.cover.invoices) {
    Printed line = {{"reference", invoice.reference},
                    {"net", exact(invoice.net.value)},
                    {"covered", exact(invoice.covered.value)},
                    {"percentage", exact(invoice.percentage)}};
    if (invoice.reason) {
      line["not_covered"] = to_text(*invoice.reason);
      line["reason"] = label(*invoice.reason);
    }
    out["invoices"].push_back(std::move(line));
  }
  out["debt"] = plain(result.cover.debt);
  out["covered"] = plain(result.cover.covered);
  out["loss"] = plain(result.loss);
  out["absorbed_by_aggregate"] = plain(result.absorbed);
  put(out, "disbursement_limit_left", result.limit_left);
  out["indemnity"] = plain(result.indemnity);
  if (result.payable) out["payable"] = result.payable->value.iso();
  return out;
}

Printed written(const Recovery& result) {
  return {{"insurer", exact(result.insurer.value)}, {"insured", exact(result.insured.value)}};
}

Printed written(const Deadlines& result) {
  Printed out;
  out["dates"] = Printed::array();
  for (const auto& date : result.dates) out["dates"].push_back(written(date));
  if (result.next) out["next"] = written(*result.next);
  if (!result.beyond_credit_period.empty()) out["beyond_credit_period"] = result.beyond_credit_period;
  if (result.payable) out["payable"] = result.payable->value.iso();
  return out;
}

Printed written(const Explanation& explanation, std::size_t first) {
  Printed all = Printed::array();
  for (std::size_t at = 0; at < explanation.size(); ++at) {
    const auto& step = explanation[at];
    Printed out = {{"step", at + first},  {"clause", to_text(step.clause)},       {"rule", rule(step.clause)},
                   {"label", step.label}, {"operation", to_text(step.operation)}, {"inputs", Printed::array()}};
    for (const auto& input : step.inputs) {
      Printed one = {{"label", input.label}};
      put(one, input.value, "value");
      if (input.step) one["step"] = *input.step + first;
      out["inputs"].push_back(std::move(one));
    }
    put(out, step.result, "result");
    all.push_back(std::move(out));
  }
  return all;
}

}  // namespace credit::calc
