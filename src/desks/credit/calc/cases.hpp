// The cases of `mandat calc` and their policy terms as JSON. Each member has the name of the engine's.
#pragma once

#include "desks/credit/calc/reader.hpp"
#include "desks/credit/engine/calculus.hpp"
#include "desks/credit/engine/effect.hpp"
#include "desks/credit/engine/indemnity.hpp"
#include "desks/credit/engine/new_sales.hpp"
#include "desks/credit/engine/recovery.hpp"
#include "desks/credit/engine/regularisation.hpp"

namespace credit::calc {

// What the object does not name keeps its default (C16).
engine::Terms read_terms(Object& from);

engine::PremiumCase read_premium(Object& from);
engine::RegularisationCase read_regularisation(Object& from);
engine::IndemnityCase read_indemnity(Object& from);
engine::RecoveryCase read_recovery(Object& from);
engine::DeadlineCase read_deadlines(Object& from);

struct EffectCase {
  base::Day signed_on;
  engine::EffectTerms terms;
};
EffectCase read_effect(Object& from);

struct SalesCase {
  engine::NewSalesCase sales;
  std::optional<engine::CoverCostCase> cover;
};
SalesCase read_sales(Object& from);

}  // namespace credit::calc
