#include "desks/credit/calc/calc.hpp"

#include "base/assert.hpp"
#include "desks/credit/calc/sentences.hpp"
#include "desks/credit/calc/writer.hpp"

namespace credit::calc {
namespace {

using Faults = std::vector<Fault>;

void add(Faults& faults, const base::Refusals& refusals, const std::string& prefix = "") {
  static const web::Phrasebook book = [] {
    web::Phrasebook all;
    all.add(sentences());
    return all;
  }();
  for (const auto& refusal : refusals) faults.push_back({"/" + prefix + refusal.field, book.sentence(refusal)});
}

template <class Result>
Printed answer(const base::Outcome<Result>& outcome, Faults& faults) {
  if (!outcome) {
    add(faults, outcome.refusals());
    return {};
  }
  return {{"result", written(*outcome)}, {"explanation", written(outcome->explanation)}};
}

// Reads the case, and calculates when it could be read.
template <class Case, class Result>
Printed calculate(Object& from, Faults& faults, Case (*read)(Object&), base::Outcome<Result> (*engine)(const Case&)) {
  const Case of = read(from);
  from.finish();
  return faults.empty() ? answer(engine(of), faults) : Printed{};
}

Printed premium(Object& from, Faults& faults) { return calculate(from, faults, read_premium, engine::premium); }
Printed regularisation(Object& from, Faults& faults) {
  return calculate(from, faults, read_regularisation, engine::regularisation);
}
Printed indemnity(Object& from, Faults& faults) { return calculate(from, faults, read_indemnity, engine::indemnity); }
Printed recovery(Object& from, Faults& faults) { return calculate(from, faults, read_recovery, engine::recovery); }
Printed deadlines(Object& from, Faults& faults) { return calculate(from, faults, read_deadlines, engine::deadlines); }

Printed effect_date(Object& from, Faults& faults) {
  const auto of = read_effect(from);
  from.finish();
  if (faults.empty()) add(faults, engine::faults(of.terms));
  if (!faults.empty()) return {};
  const auto effect = engine::effect_date(of.signed_on, of.terms);
  return {{"result", {{"effect", effect.day.value.iso()}}}, {"explanation", written(effect.explanation)}};
}

Printed new_sales(Object& from, Faults& faults) {
  const auto of = read_sales(from);
  from.finish();
  if (!faults.empty()) return {};
  const auto sales = engine::new_sales(of.sales);
  if (!sales) add(faults, sales.refusals());
  const auto cover = of.cover ? std::optional(engine::cover_cost(*of.cover)) : std::nullopt;
  if (cover && !*cover) add(faults, cover->refusals(), "cover/");
  if (!faults.empty()) return {};
  Printed result = {{"sales", exact(sales->sales.value)}};
  auto explanation = written(sales->explanation);
  if (cover) {
    result["cover"] = {{"premium", exact((*cover)->premium.value)},
                       {"before_tax", exact((*cover)->before_tax.value)},
                       {"after_tax", exact((*cover)->after_tax.value)}};
    for (auto& step : written((*cover)->explanation, explanation.size() + 1)) explanation.push_back(std::move(step));
  }
  return {{"result", std::move(result)}, {"explanation", std::move(explanation)}};
}

struct Kind {
  std::string_view name;
  Printed (*calculate)(Object& from, Faults& faults);
};

constexpr Kind rows[] = {
    {"premium", premium},         {"regularisation", regularisation}, {"indemnity", indemnity}, {"recovery", recovery},
    {"effect-date", effect_date}, {"deadlines", deadlines},           {"new-sales", new_sales},
};

const Kind* find(std::string_view name) {
  for (const auto& row : rows)
    if (row.name == name) return &row;
  return nullptr;
}

}  // namespace

bool knows(std::string_view kind) { return find(kind) != nullptr; }

std::string kinds() {
  std::string all;
  for (const auto& row : rows) all += (all.empty() ? "" : ", ") + std::string(row.name);
  return all;
}

Answer run(std::string_view kind, std::string_view json) {
  const Kind* const row = find(kind);
  MANDAT_ASSERT(row != nullptr);
  const auto parsed = web::parse_json(json);
  if (!parsed) return {2, "", "Ce n’est pas du JSON valable (UTF-8, sans nom en double).\n"};
  Faults faults;
  Object from(*parsed, "", faults);
  const auto out = row->calculate(from, faults);
  if (faults.empty()) return {0, out.dump(2) + "\n", ""};
  std::string error;
  for (const auto& fault : faults) error += (fault.path.empty() ? "/" : fault.path) + " : " + fault.message + "\n";
  return {2, "", std::move(error)};
}

}  // namespace credit::calc
