// What a step of a calculation rests on: a clause of the policy, a law, or a fact of the case.
#pragma once

#include <string_view>

namespace credit::engine {

enum class Clause {
  insurable_turnover,
  premium_rate,
  fixed_premium,
  minimum_premium,
  premium,
  insurance_tax,
  fees,
  value_added_tax,
  deposit,
  regularisation,
  disbursement_limit,
  debt,
  deduction,
  maximum_credit_period,
  credit_limit,
  recovery_before_indemnity,
  insured_percentage,
  threshold,
  deductible,
  aggregate_deductible,
  indemnity,
  recovery_after_indemnity,
  due_date,
  extension,
  threat_declaration,
  claim_file,
  stop_of_deliveries,
  waiting_period,
  proof_of_claim,
  retention_of_title,
  effect,
  turnover_declaration,
  margin,
  corporate_tax,
  exposure,
  cost,
};

std::string_view to_text(Clause clause);  // "minimum_premium"
std::string_view label(Clause clause);    // « Prime minimale »
std::string_view rule(Clause clause);     // "C15"

}  // namespace credit::engine
