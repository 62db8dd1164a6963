// C18: what an unpaid invoice costs, and what cover costs. Pure.
#pragma once

#include <optional>
#include <span>

#include "base/outcome.hpp"
#include "base/rule.hpp"
#include "desks/credit/engine/explanation.hpp"
#include "desks/credit/engine/figures.hpp"

namespace credit::engine {

struct NewSalesCase {
  base::Money unpaid;
  base::Rate margin;  // 0.01 % to 100 %
};

struct NewSales {
  Amount sales;  // needed to earn the loss again, rounded up to the cent
  Explanation explanation;
};

base::Outcome<NewSales> new_sales(const NewSalesCase& of);

struct CoverCostCase {
  base::Money insurable_turnover;
  base::Rate rate;  // of the premium
  base::Rate insurance_tax = insurance_tax_rate.value();
  base::Rate corporate_tax = corporate_tax_rate.value();  // what a deductible charge saves
};

struct CoverCost {
  Amount premium;     // HT
  Amount before_tax;  // with the insurance tax
  Amount after_tax;   // less what the charge saves
  Explanation explanation;
};

base::Outcome<CoverCost> cover_cost(const CoverCostCase& of);

std::span<const base::Rule> new_sales_rules();

}  // namespace credit::engine
